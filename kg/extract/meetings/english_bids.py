"""Find who is to meet by an English invitation, offer or request that nouns tell.

In:  a view, a noun of meeting or the "to" of a verb. Out: the parties; none where nobody is told.
    A extended an invitation to B to visit Rome     whoever invites and whoever is invited
    an offer by A to meet B, A's readiness to see B who offers
    A offered B a meeting                           whom it is offered to
    a call by A on B                                both
"""

from collections.abc import Iterable

from kg.extract.attribution import can_act
from kg.extract.meetings.subjects import SubjectReader
from kg.extract.meetings.words import NounHit
from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_FROM = words_of("en", "from_who_invites")
_SENDING = words_of("en", "verbs_of_inviting")
_HELPS = words_of("en", "helping_a_verb")
_BIDS = words_of("en", "bids_to_meet")
_OFFERING = words_of("en", "offering_somebody")
_LEADING_UP = words_of("en", "leading_up_to_hosting")
_MEETING = words_of("en", "invited_for")
_LEADING = words_of("en", "leads_to_what_for")
_COMING = words_of("en", "invited_to_come")
_ARTICLES = frozenset({"the", "a", "an"})
_WITHIN = 22
_ADJECTIVES = 3
_BOTH = 2


def invitation(view: View, subjects: SubjectReader, hit: NounHit) -> list[Party]:
    """Return who invites and who is invited, of whatever the sentence says of an invitation."""
    parties: list[Party] = []
    owner = _owner(view, hit.first)
    verb = _verb_in_front(view, hit.first)
    if owner is not None:
        parties.append(owner)
    if verb is not None:
        parties += subjects.parties_before(_group_first(view, verb)) or []
        given = _somebody(view, verb + 1)
        if given is not None and given.last < hit.first and given is not owner:
            parties.append(given)  # "handed B an invitation"
    for k in range(hit.last + 1, min(view.size, hit.last + _WITHIN)):
        if view.is_stop(k):
            break
        if view.form(k) in _FROM or view.form(k) == "to":
            parties += [m for m in (_somebody(view, k + 1),) if m is not None]
    return [p for p in _distinct(parties) if not isinstance(p, Mention) or _may_come(p)]


def leads_to_meeting(view: View, hit: NounHit) -> bool:
    """True for "an invitation to visit", "to talks", not for one to speak or to a wedding."""
    near = range(hit.last + 1, min(view.size, hit.last + _WITHIN))
    return any(view.form(k) in _MEETING and view.form(k - 1) in _LEADING for k in near)


def is_for_else(view: View, hit: NounHit) -> bool:
    """True for "an invitation to tender", "to X to speak": to something else than to come."""
    near = range(hit.last + 1, min(view.size, hit.last + _WITHIN))
    other = view.lexicon.word_set("determiners") | _MEETING | _LEADING
    return any(
        view.form(k) == "to"
        and view.is_word(k + 1)
        and view.mention_from(k + 1) is None
        and view.form(k + 1) not in other
        and not view.tokens[k + 1].text[:1].isupper()
        for k in near
        if k + 1 < view.size
    )


def invited_to(view: View, hit: NounHit) -> Mention | None:
    """Return the town of "an invitation to visit Rome", "to talks in Rome", "to Rome"."""
    for k in range(hit.last + 1, min(view.size, hit.last + _WITHIN)):
        if view.is_stop(k):
            return None
        town = view.mention_from(k + 1) or view.mention_from(
            k + 1 + (view.form(k + 1) in _ARTICLES)
        )
        led = view.form(k) in _COMING
        if led and town is not None and town.category in ("place", "either"):
            return town
    return None


def bidder(view: View, to: int) -> list[Party]:
    """Return who offers or asks: "an offer by A to meet", "A's readiness to meet" at the "to"."""
    before = to - 1
    if view.form(before) in _BIDS:
        owner = _owner(view, before)
        return [owner] if owner is not None else []
    before -= view.is_comma(before)
    one = view.mention_to(before)
    if one is None or not _may_come(one):
        return []
    front = one.first - 1 - (view.form(one.first - 1) in _ARTICLES)
    if view.is_comma(front) and (office := view.mention_to(front - 1)) is not None:
        front = office.first - 1 - (view.form(office.first - 1) in _ARTICLES)
    led = view.form(front) in _FROM and view.form(front - 1) in _BIDS
    return [one] if led else []


def offered_to(view: View, noun: int) -> Mention | None:
    """Return the B of "A offered B a (private) meeting", whose noun stands at `noun`."""
    k = noun - 1
    while k > noun - 1 - _ADJECTIVES and view.is_word(k) and view.form(k) not in _ARTICLES:
        k -= 1
    if view.form(k) not in _ARTICLES:
        return None
    end = k - 1 - view.is_comma(k - 1)
    one = view.mention_to(end)
    first = one.first if one is not None else end
    while first > 0 and view.form(first) not in _OFFERING and end - first < _WITHIN // 2:
        first -= 1
    if one is None or view.form(first) not in _OFFERING or not _may_come(one):
        return None
    named = _somebody(view, first + 1)
    return one if named is not None else None


def called_on(view: View, hit: NounHit) -> list[Party]:
    """Return A and B of "a call by A on B"."""
    one = _somebody(view, hit.last + 2) if view.form(hit.last + 1) == "by" else None
    if one is None:
        return []
    on = one.last + 1 + view.is_comma(one.last + 1)
    other = _somebody(view, on + 1) if view.form(on) == "on" else None
    return [one, other] if other is not None else []


def hosting_town(view: View, verb: int) -> Mention | None:
    """Return the town of "Lugano is to host talks", whose verb stands at `verb`."""
    k = verb - 1
    while k > 0 and view.form(k) in _LEADING_UP:
        k -= 1
    town = view.mention_to(k - view.is_comma(k))
    return town if town is not None and town.category == "place" else None


def town_behind(view: View, i: int) -> Mention | None:
    """Return the town that begins at token `i`, an article stepped over; no ministry's seat."""
    town = view.mention_from(i) or view.mention_from(i + (view.form(i) in _ARTICLES))
    return town if town is not None and town.category in ("place", "either") else None


def _somebody(view: View, i: int) -> Mention | None:
    """Return who is named from token `i` on: "the A"; the name behind an office."""
    found = view.mention_from(i) or view.mention_from(i + (view.form(i) in _ARTICLES))
    if found is None or not _may_come(found):
        return None
    behind = view.mention_from(found.last + 1 + view.is_comma(found.last + 1))
    named = behind is not None and behind.person and found.role and not found.person
    return behind if named else found


def _may_come(one: Mention) -> bool:
    return can_act(one) and one.kind != "media" and one.category in ("actor", "either")


def _owner(view: View, i: int) -> Mention | None:
    """Return the A of "A's formal invitation" in front of token `i`."""
    for k in range(i - 1, max(-1, i - 1 - _ADJECTIVES), -1):
        if is_possessive(view, k):
            one = view.mention_at[k] or view.mention_to(k - 1)
            return one if one is not None and _may_come(one) else None
        if not view.is_word(k) or view.form(k) in _ARTICLES:
            return None
    return None


def _verb_in_front(view: View, i: int) -> int | None:
    near = range(i - 1, max(-1, i - _WITHIN // 2), -1)
    for k in near:
        if view.mention_at[k] is None and view.form(k) in _SENDING:
            return k
        if view.is_stop(k):
            return None
    return None


def _group_first(view: View, verb: int) -> int:
    while verb > 0 and view.form(verb - 1) in _HELPS:
        verb -= 1
    return verb


def _distinct(parties: Iterable[Party]) -> list[Party]:
    found: list[Party] = []
    names: set[str] = set()
    for party in parties:
        name = (party.gazetteer_id or party.name) if isinstance(party, Mention) else ""
        if not name or name not in names:
            found.append(party)
            names.add(name)
    return found
