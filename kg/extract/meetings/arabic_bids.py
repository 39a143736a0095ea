"""Find who is to meet by an Arabic invitation or wish: دعوة من A لزيارة B, استعداده للقاء B.

In:  a view, the statement around the meeting, the token of its noun or verb. Out: the parties, or
whether the words before it only propose a meeting.
    تلقى A دعوة من B لزيارة روما           both, whoever invites
    قال A إنه مستعد للقاء B                who speaks
    أبدى A استعداده للقاء B                whoever stands in front of the wish
    عرض A أن تستضيف بلاده محادثات          an offer, though a verb of holding governs it
"""

from collections.abc import Iterable

from kg.extract.attribution import can_act
from kg.extract.meetings.arabic_coming import who_comes
from kg.extract.meetings.crowds import group_with
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_WISHES = words_of("ar", "wishes_to_meet")
_INVITATIONS = words_of("ar", "invitations")
_MAY = words_of("ar", "may_meet")
_THAT = words_of("ar", "that_they_meet")
_WISHED_WITHIN = 6  # tokens
_INVITED_WITHIN = 22
_BOTH = 2
_OFFERED_WITHIN = 14
_PURPOSES = (("ل",),)
_IN_IT = words_of("ar", "in_the_letter")
_SITES = words_of("ar", "heads_of_towns")
_INVITES = words_of("ar", "invites_in_it")
_LETTERS = words_of("ar", "letters_carried")
_PAID = words_of("ar", "paid_visit")
_PAYING = words_of("ar", "paying_a_visit")
_PAID_WITHIN = 14
_HOSTING = words_of("ar", "hosting")
_RETURNING = words_of("ar", "returning_to_talks")
_TO = words_of("ar", "to_where_they_came")


def who_wishes(view: View, host: Told | None, i: int) -> list[Party]:
    """Return who is ready or would like to meet whoever stands behind token `i`."""
    near = range(i - 1, max(-1, i - _WISHED_WITHIN), -1)
    wish = next((k for k in near if view.is_word(k) and is_wish(view, k)), None)
    if wish is None:
        return []
    first = host.content_first if host is not None and host.covers(wish) else 0
    people = _acting(view, first, wish)
    if people:
        return [people[-1]]
    if host is not None and host.speaker is not None:
        return [host.speaker]
    return [Pointer(kind="elided", place=view.tokens[wish].start, number="singular")]


def is_wish(view: View, k: int) -> bool:
    """True at "ready", "his wish", "does not mind"."""
    if not view.is_word(k) or view.mention_at[k] is not None:
        return False
    return any(r.stem in _WISHES and not r.definite for r in view.readings(k))


def invited_with(view: View, host: Told | None, i: int) -> list[Party]:
    """Return who invites and who is invited, in front of the meeting or town at token `i`.

    None without an invitation that leads there, or where more than two people are told of.
    """
    letter = invitation_to(view, i)
    if letter is None:
        return []
    first = host.content_first if host is not None and host.covers(letter) else 0
    people = _distinct(
        m
        for m in view.mentions
        if first <= m.first < i
        and m.category == "actor"
        and can_act(m)
        and m.human
        and m.kind != "media"
        and not _is_of_another(view, m)
    )
    people = [p for p in people if p.person or p.role or p.kind == "state"]
    if (guest := _handed_to(view, i)) is not None:  # the bearer is no guest
        return [people[-1], guest] if people and people[-1].last > letter else []
    speaker = host.speaker if host is not None else None
    if len(people) == 1 and isinstance(speaker, Mention) and speaker.human:
        people = _distinct([speaker, *people])
    return [*people] if len(people) == _BOTH else []


def _handed_to(view: View, i: int) -> Mention | None:
    """Return the B of "handed over an invitation from A to visit (`i`) Lima to president B"."""
    for m in view.mentions:
        if m.first > i and view.form(m.first - 1) in _TO and m.category == "actor":
            plain = all(view.is_word(k) for k in range(i, m.first))
            return m if plain and m.human and (m.person or m.role) else None
    return None


def invitation_to(view: View, i: int) -> int | None:
    """Return the token of the invitation that leads to token `i`: "دعوة … لزيارة"."""
    to = any(r.proclitics in _PURPOSES for r in view.readings(i)) or view.form(i - 1) in _TO
    if not to:
        return None
    for k in range(i - 1, max(-1, i - _INVITED_WITHIN), -1):
        if view.mention_at[k] is None and any(r.stem in _INVITATIONS for r in view.readings(k)):
            return k
        if view.is_stop(k):
            return None
    return None


def inviter_behind(view: View, words: MeetingWords, last: int) -> Mention | None:
    """Return the A of "a visit to Rome next week at the invitation of A", behind token `last`."""
    invited = words.lists["invited"]
    if not view.may_hold(invited):
        return None
    for k in range(last + 1, min(view.size, last + _INVITED_WITHIN)):
        if view.is_stop(k):
            return None
        if length := invited.length_at(view.tokens, k):
            one = view.mention_from(k + length)
            return one if one is not None and can_act(one) and one.human else None
    return None


def answering(view: View, words: MeetingWords, i: int) -> tuple[list[Party], Mention] | None:
    """Return A, B and the town of "A will fly to Rome, answering an invitation (`i`) from B"."""
    invited = words.lists["invited"]
    first = next((k for k in (i - 2, i - 1, i) if invited.length_at(view.tokens, max(0, k))), None)
    if first is None or first < 0:
        return None
    inviter = inviter_behind(view, words, first - 1)
    who = [p for p in who_comes(view, first) if p is not inviter]
    towns = [m for m in view.mentions if m.last < first and view.form(m.first - 1) in _TO]
    towns = [m for m in towns if m.category in ("place", "either")]
    told = any(
        ((n := words.noun_at(view.tokens, k)) is not None and n.noun.visit)
        or _visits(view, words, k)
        for k in range(first)
    )
    return ([*who, inviter], towns[-1]) if inviter and who and towns and not told else None


def _visits(view: View, words: MeetingWords, k: int) -> bool:
    verb = words.verb_at(view.tokens, k) if view.is_word(k) else None
    return verb is not None and verb.verb.frame is not None


def proposed_in_letter(view: View, light: VerbHit) -> list[Party]:
    """Return A and B of "A sent B a letter in which he proposes a meeting"."""
    if view.form(light.last + 1) not in _IN_IT:
        return []
    people = _distinct(
        m
        for m in view.mentions
        if m.last < light.first and m.category == "actor" and can_act(m) and m.human
    )
    return [*people] if len(people) == _BOTH else []


def invited_in_letter(view: View, i: int) -> list[Party]:
    """Return B and A of "carried to A a letter from B inviting him in it to visit Rome"."""
    near = range(i - 1, max(-1, i - _WISHED_WITHIN), -1)
    inside = next((k for k in near if view.form(k) in _IN_IT), None)
    if inside is None or not any(r.stem in _INVITES for r in view.readings(inside - 1)):
        return []
    letters = (k for k in range(inside - 1, -1, -1) if view.form(k) in _LETTERS)
    letter = next(letters, None)
    by = view.mention_from(letter + 2) if letter is not None else None
    if letter is None or by is None or not by.human:
        return []
    people = [m for m in view.mentions if m.last < inside and m is not by and m.human]
    led = [m for m in people if view.form(m.first - 1) in _TO and can_act(m)]
    first = [m for m in people if m.last < letter and can_act(m)]
    to = (led or first)[:1]
    return [by, *to] if to else []


def paid_by(view: View, words: MeetingWords, last: int) -> tuple[Party, Mention | None, int] | None:
    """Return who was to pay a visit, where, the last token: "زيارة كان سيقوم بها A إلى روما"."""
    for k in range(last + 1, min(view.size, last + _PAID_WITHIN)):
        if view.is_stop(k) or view.is_comma(k):
            return None
        if view.form(k) in _PAID and any(r.stem in _PAYING for r in view.readings(k - 1)):
            who = view.mention_from(k + 1) or group_with(view, words, k + 1)
            who = who or next((m for m in view.mentions if last < m.first < k and can_act(m)), None)
            if who is None:
                return None
            start = max(k, who.last if isinstance(who, Mention) else k)
            to = next((n for n in range(start, start + 3) if view.form(n) in _TO), None)
            town = view.mention_from(to + 1) if to is not None else None
            return who, town, max(start, town.last if town is not None else start)
    return None


def visited_town(view: View, i: int) -> Mention | None:
    """Return the town right behind the noun of a visit: "زيارة لومي", "زيارة بلدة كفر الزيت"."""
    town = view.mention_from(i) or (view.mention_from(i + 1) if view.form(i) in _SITES else None)
    return town if town is not None and town.category == "place" else None


def leads_to_town(view: View, town: Mention) -> bool:
    """True for "إلى روما", "إلى مدينة غوما", with nothing to be done in front of it."""
    k = town.first - 1
    return view.form(k - (view.form(k) in _SITES)) in _TO


def is_hosting(view: View, k: int) -> bool:
    """True at the verbal noun of "استعدادها لاستضافة محادثات"."""
    return any(r.stem in _HOSTING and not r.definite for r in view.readings(k))


def is_return_to(view: View, i: int) -> bool:
    """True for the talks of "called on them to return to the talks": nobody is to meet yet."""
    return view.form(i - 1) in _TO and view.form(i - 2) in _RETURNING


def is_only_offered(view: View, words: MeetingWords, hit: VerbHit) -> bool:
    """True for the verb of "offered that his country host talks", of "may meet"."""
    if words.language != "ar" or hit.inflection.form != "present":
        return False
    before = hit.first - 1
    if view.form(before) in _MAY:
        return True
    if view.form(before) not in _THAT:
        return False
    for k in range(before - 1, max(-1, before - _OFFERED_WITHIN), -1):
        if view.is_stop(k):
            return False
        if view.mention_at[k] is not None or not view.is_word(k):
            continue
        light = words.light_at(view.tokens, k)
        if light is not None:
            return light.verb.status == "proposed"
    return False


def _acting(view: View, first: int, end: int) -> list[Mention]:
    """Return the actors that no preposition leads, from `first` up to `end`."""
    fronts = view.lexicon.word_set("prepositions")
    return [
        m
        for m in view.mentions
        if first <= m.first < end
        and m.category == "actor"
        and can_act(m)
        and m.kind != "media"
        and all(p in ("و", "ف") for p in m.proclitics)
        and view.form(m.first - 1) not in fronts
    ]


def _is_of_another(view: View, mention: Mention) -> bool:
    """True for whoever hands an invitation over: "سلّم السفير", an office without a name."""
    return mention.unnamed and not mention.side and mention.last == mention.first


def _distinct(people: Iterable[Mention]) -> list[Mention]:
    found: dict[str, Mention] = {}
    for one in people:
        found.setdefault(one.gazetteer_id or one.name, one)
    return list(found.values())
