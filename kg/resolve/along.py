"""Place and day of a meeting told along with another: "X met Y in Rome on Monday. He also saw Z."

In:  a meeting told with "also", the meetings resolved before it. Out: the meeting, with the place
and the time of the one before where its own words tell neither and somebody took part in both.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.draft import DraftMeeting, mentions_of
from kg.resolve.agreement import is_same

_REACH = 1  # sentences


def told_along(met: DraftMeeting, before: Sequence[DraftMeeting]) -> DraftMeeting:
    """Return the meeting with where and when the one before it took place."""
    if not met.also or met.place is not None or met.time is not None:
        return met
    one = next((m for m in reversed(before) if not m.heading), None)
    if one is None or met.sentence - one.sentence > _REACH or one.status != met.status:
        return met
    others = mentions_of(one.participants)
    shared = any(is_same(a, b) for a in mentions_of(met.participants) for b in others)
    return replace(met, place=one.place, time=one.time) if shared else met
