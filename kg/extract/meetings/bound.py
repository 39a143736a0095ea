"""Read who speaks to each other, and who is about to come somewhere.

In:  an English verb with its subject and the parts behind it. Out: who met or is to meet, or None.
    the two spoke for an hour in Panama City; A and B had dinner together
    X is expected in Zagreb next week; Y plans to travel to Athens (received by the government)
Who comes for a concert or holds no office any more is not known to be received.
"""

from collections.abc import Sequence

from kg.extract.meetings.base import count_parties, distinct, receives
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.who_meets import as_people, is_leader
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

_WHEN_WITHIN = 22
_FORMER_WITHIN = 5
_PURPOSE_WITHIN = 5
_BUSINESS = words_of("en", "comes_to_negotiate")
_LEISURE = words_of("en", "comes_for_himself")
_BEFORE_MANY = words_of("en", "places_of_speeches")
_LATER = ("later", "earlier", "on", "also", ",")
_BEHIND_A_CALL = words_of("en", "behind_a_phone_call")
_VENUE_LED = ("in", "on", "at", "before", "during")
_LED_WITHIN = 3
_FORMER = words_of("en", "held_office_once")
BODIES = ("organization", "ministry", "armed-group")


def spoke_together(
    view: View, hit: VerbHit, parts: Parts, subject: Sequence[Party], limit: int
) -> list[Party] | None:
    """Return several who speak or dine with each other; nobody alone does.

    Nobody either who speaks before many, up to token `limit`: "in parliament", "at the funeral".
    """
    if hit.verb.needs is not None and speaks_before_many(view, hit.last + 1, limit):
        return None
    parties = distinct([*map(as_people, subject), *parts.with_, *parts.between])
    return parties if count_parties(parties) > 1 and all(map(is_leader, parties)) else None


def speaks_before_many(view: View, first: int, limit: int) -> bool:
    """True for "(spoke) in parliament", "on state television" among these tokens."""
    return any(
        view.form(k) in _BEFORE_MANY
        and any(view.form(m) in _VENUE_LED for m in range(max(first, k - _LED_WITHIN), k))
        for k in range(first, limit + 1)
    )


def bound_for(
    view: View,
    words: MeetingWords,
    hit: VerbHit,
    parts: Parts,
    subject: Sequence[Party],
    limit: int,
) -> list[Party] | None:
    """Return an official and the government of the capital where he is expected.

    Nothing where the clause, up to token `limit`, goes on to tell whom he is to meet there, or
    that he comes for something else; nothing of who held an office once.
    """
    goals = [*parts.bare, *parts.to, *([parts.place] if parts.place is not None else [])]
    goal = next((m for m in goals if isinstance(m, Mention) and m.category == "either"), None)
    guest = subject[0] if len(subject) == 1 else None
    if goal is None or not _is_official(view, guest) or not receives(goal, subject):
        return None
    if _comes_for_else(view, hit.last + 1, limit):
        return None
    tokens = view.tokens
    for k in range(hit.last + 1, limit + 1):
        if words.noun_at(tokens, k) or words.verb_at(tokens, k):
            return None
    parts.place = goal
    return distinct([*subject, goal])


def is_group(party: Party) -> bool:
    """True for ministers, a body, two of them: who may assemble."""
    if isinstance(party, Pointer):
        return party.kind in ("pair", "met")
    return party.number in ("plural", "dual") or party.kind in BODIES


def is_told_at(view: View, parts: Parts) -> bool:
    """True for "told Minister X in Bangkok on Friday that": the town right behind who listens.

    Nobody without an office or a side of his own, who may be an interviewer.
    """
    place, heard = parts.place, parts.bare[-1] if parts.bare else None
    if place is None or parts.doubtful or not isinstance(heard, Mention) or not heard.person:
        return False
    if heard.role is None and heard.side is None:
        return False
    led = place.first - 1 - (view.form(place.first - 1) == "the")
    near = [k for k in range(heard.last + 1, led) if view.time_at[k] is None]
    return view.form(led) in ("in", "at") and all(view.form(k) in _LATER for k in near)


def phone_until(view: View, phrases: PhraseSet, ahead: range) -> int | None:
    """Return the last token of "told X by phone on Friday that": not "thanked X for the phone"."""
    for i in ahead:
        if view.form(i) == "that":
            return None
        if (length := phrases.length_at(view.tokens, i)) and is_call_over(view, i + length):
            return i + length - 1
        if length:
            return None
    return None


def is_call_over(view: View, after: int) -> bool:
    """True where "on the phone" ends in front of token `after`: not "on the phone tariffs"."""
    ends = not view.is_word(after) or view.time_at_or_none(after) is not None
    return ends or view.form(after) in _BEHIND_A_CALL


def time_of_when(view: View, i: int) -> TimeWords | None:
    """Return the day of "on Tuesday, when X met Y" for the verb at token `i`."""
    if view.lexicon.language != "en":
        return None
    for k in range(i - 1, max(1, i - _WHEN_WITHIN), -1):
        if view.is_stop(k):
            return None
        if view.form(k) == "when":
            return view.time_at[k - 1 - view.is_comma(k - 1)]
        if view.time_at[k] is not None:
            return None
    return None


def place_of_when(view: View, i: int) -> Mention | None:
    """Return the town of "in Calais on Sunday, when X and Y meet" for the verb at token `i`."""
    when = next((k for k in range(i - 1, max(1, i - _WHEN_WITHIN), -1) if _is_when(view, k)), None)
    if when is None or view.lexicon.language != "en" or view.is_stop(when):
        return None
    k = when - 1 - view.is_comma(when - 1)
    dated = view.time_at[k] is not None
    while k > 0 and (view.time_at[k] is not None or view.form(k) == "on"):
        k -= 1
    town = view.mention_to(k)
    led = town is not None and view.form(town.first - 1) == "in" and town.category != "actor"
    return town if led and dated else None


def _is_when(view: View, k: int) -> bool:
    return view.form(k) == "when" or view.is_stop(k)


def _is_official(view: View, party: Party | None) -> bool:
    """True for who holds an office or stands for a state now, not for a former minister."""
    if not isinstance(party, Mention):
        return party is not None and party.human is True
    person = party.kind in ("official", "person") and bool(party.person)
    known = party.role is not None or party.side is not None
    return person and known and party.number != "plural" and not _is_former(view, party)


def _is_former(view: View, party: Mention) -> bool:
    """True for "former president X" and "X, a former president"."""
    near = range(max(0, party.first - _FORMER_WITHIN), min(view.size, party.last + _FORMER_WITHIN))
    return any(view.form(k) in _FORMER for k in near)


def _comes_for_else(view: View, first: int, limit: int) -> bool:
    """True where a purpose is told that is no talks: "for a match", "to see his family"."""
    for k in range(first, limit + 1):
        if view.form(k) in _LEISURE:
            return True
        behind = range(k + 1, min(limit, k + _PURPOSE_WITHIN) + 1)
        purpose = view.form(k) in ("for", "to") and view.form(k - 1) != "according"
        timed = view.time_at_or_none(k + 1) is not None  # "from Monday to Wednesday"
        if purpose and not timed and not any(view.form(m) in _BUSINESS for m in behind):
            return True
    return False
