"""Read who speaks to each other, and who is about to come somewhere.

In:  an English verb with its subject and the parts behind it. Out: who met or is to meet, or None.
    the two spoke for an hour in Panama City; A and B had dinner together
    X is expected in Zagreb next week; Y plans to travel to Athens (received by the government)
"""

from collections.abc import Sequence

from kg.extract.meetings.base import count_parties, distinct, receives
from kg.extract.meetings.idioms import as_people, may_sit
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

_WHEN_WITHIN = 22
BODIES = ("organization", "ministry", "armed-group")


def spoke_together(subject: Sequence[Party], parts: Parts) -> list[Party] | None:
    """Return several who speak or dine with each other; nobody alone does."""
    parties = distinct([*map(as_people, subject), *parts.with_, *parts.between])
    return parties if count_parties(parties) > 1 and all(map(may_sit, parties)) else None


def bound_for(
    view: View,
    words: MeetingWords,
    hit: VerbHit,
    parts: Parts,
    subject: Sequence[Party],
    limit: int,
) -> list[Party] | None:
    """Return an official and the government of the capital where he is expected.

    Nothing where the clause, up to token `limit`, goes on to tell whom he is to meet there.
    """
    goals = [*parts.bare, *parts.to, *([parts.place] if parts.place is not None else [])]
    goal = next((m for m in goals if isinstance(m, Mention) and m.category == "either"), None)
    guest = subject[0] if len(subject) == 1 else None
    if goal is None or not _is_official(guest) or not receives(goal, subject):
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


def _is_official(party: Party | None) -> bool:
    if not isinstance(party, Mention):
        return party is not None and party.human is True
    return party.kind in ("official", "person") and bool(party.person) and party.number != "plural"
