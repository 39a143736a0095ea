"""What stands on lanes in sum, asked for by lane: of very many lanes only those shown are named.

In:  events with their lanes (`Tally`). Out: `LaneSums`, as `kg.index.lane_sums` gives them too.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from kg.query.lanes import Pairs

# The first and last stretch that holds events, and the most events that one of a lane holds.
Extent = tuple[int, int, int]
T = TypeVar("T")


class LaneSums(Protocol):
    """Events by lane; a lane on which none stands is none.

    Of all that is chosen, or of those events that lie in some stretch of days.
    """

    @property
    def total(self) -> int:
        """How many lanes there are."""
        ...

    def busiest(self, most: int) -> list[str]:
        """Return the lanes with most events, at most so many; equals by their ids."""
        ...

    def weights(self, lanes: Collection[str]) -> dict[str, int]:
        """Return how many events stand on each of these lanes."""
        ...

    def pairs(self, group_of: Mapping[str, str]) -> tuple[Pairs, Pairs]:
        """Return how often two lanes of one group share a meeting, and those of two groups.

        `group_of` gives the lanes with their groups; the two of a pair are in order of id.
        """
        ...

    def undated(self, lanes: Collection[str]) -> dict[str, int]:
        """Return how many events without a date on the axis stand on those of these lanes that
        have any; they fit in all but the days that are asked for.
        """
        ...

    def ends(self, lanes: Collection[str]) -> dict[str, tuple[int, int]]:
        """Return the first and last day of those of these lanes that have one, as day numbers."""
        ...

    def counted(self, lanes: Collection[str]) -> dict[str, list[tuple[int, int]]]:
        """Return (stretch, events) of each of these lanes in order, empty stretches left out."""
        ...

    def extent(self) -> Extent | None:
        """Return the extent of all lanes; None when nothing lies in a stretch."""
        ...


class Tally:
    """Sums of events that are added one by one."""

    def __init__(self) -> None:
        self._weights: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._ends: dict[str, tuple[int, int]] = {}
        self._counted: dict[str, Counter[int]] = defaultdict(Counter)
        self._undated: Counter[str] = Counter()

    def add(
        self,
        lanes: Iterable[str],
        pairs: Iterable[tuple[str, str]] = (),
        *,
        days: Sequence[int] = (),
        stretches: Sequence[int] = (),
    ) -> None:
        """Count one event on lanes, each once, and the ties it makes between lanes."""
        self._pairs.update(pairs)
        for lane in lanes:
            self._weights[lane] += 1
            if stretches:
                self._counted[lane].update(stretches)
            if days:
                first, last = self._ends.get(lane, (days[0], days[0]))
                self._ends[lane] = (min(first, *days), max(last, *days))

    def add_undated(self, lanes: Iterable[str]) -> None:
        """Count one event without a date on lanes, each once."""
        self._undated.update(lanes)

    @property
    def total(self) -> int:
        """How many lanes there are."""
        return len(self._weights)

    def busiest(self, most: int) -> list[str]:
        """Return the lanes with most events."""
        weights = self._weights
        return heapq.nsmallest(most, weights, key=lambda lane: (-weights[lane], lane))

    def weights(self, lanes: Collection[str]) -> dict[str, int]:
        """Return the events of each lane."""
        return _only(self._weights, lanes)

    def pairs(self, group_of: Mapping[str, str]) -> tuple[Pairs, Pairs]:
        """Return how often two lanes of one group share a meeting, and those of two groups."""
        within, between = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for (a, b), count in self._pairs.items():
            if a in group_of and b in group_of:
                one, other = sorted((group_of[a], group_of[b]))
                if one == other:
                    within[(a, b)] += count
                else:
                    between[(one, other)] += count
        return within, between

    def undated(self, lanes: Collection[str]) -> dict[str, int]:
        """Return the events without a date of each lane."""
        return _only(self._undated, lanes)

    def ends(self, lanes: Collection[str]) -> dict[str, tuple[int, int]]:
        """Return the first and last day of each lane."""
        return _only(self._ends, lanes)

    def counted(self, lanes: Collection[str]) -> dict[str, list[tuple[int, int]]]:
        """Return the events of each stretch of each lane."""
        found = _only(self._counted, lanes)
        return {lane: sorted(counts.items()) for lane, counts in found.items()}

    def extent(self) -> Extent | None:
        """Return the extent of all lanes."""
        if not self._counted:
            return None
        held = self._counted.values()
        first, last = min(map(min, held)), max(map(max, held))
        return first, last, max(max(counts.values()) for counts in held)


def _only(found: Mapping[str, T], lanes: Collection[str]) -> dict[str, T]:
    return {lane: found[lane] for lane in lanes if lane in found}
