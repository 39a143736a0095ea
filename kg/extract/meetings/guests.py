"""Tell who came, and who stayed away: "his reception of X", "absent from the meeting was X".

In:  parties, or a place in a view. Out: those who were received; whether nobody named was there.
"""

from collections.abc import Sequence

from kg.extract.meetings.words import MeetingWords
from kg.extract.view import View
from kg.model.draft import Party, Pointer

_REACH = 3  # words of "stayed away from the"


def received(parties: Sequence[Party]) -> list[Party]:
    """Return the people among them: a host and at least one guest, else nobody."""
    people = [p for p in parties if _is_somebody(p)]
    return people if len(people) > 1 else []


def is_stayed_away_from(view: View, words: MeetingWords, i: int) -> bool:
    """True for the meeting at token `i` of "غاب عن اللقاء X": who is named did not take part."""
    absent = words.lists["absent"]
    return any(absent.length_at(view.tokens, k) == i - k for k in range(max(0, i - _REACH), i))


def _is_somebody(party: Party) -> bool:
    """False for a state or a body: what is received then is something else."""
    if isinstance(party, Pointer):
        return True
    return party.kind in ("person", "official") or party.category == "adjective"
