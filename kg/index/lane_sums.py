"""The chosen events lane by lane, in numbers: of very many lanes only those asked for are named.

In:  a `View`, `Criteria`, the kind of lanes; perhaps the length of a stretch in days, and bodies
that stand on other lanes. Out: `LaneSums`: counts by lane.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index import bits
from kg.index.counts import select
from kg.index.criteria import Criteria
from kg.index.numbers import HALF
from kg.index.picking import picked
from kg.index.ranking import best_texts
from kg.index.rows import LaneKind
from kg.index.stretches import Stretches, count_numbers, count_stretches
from kg.index.view import View
from kg.index.writer import NO_DAY

Numbers = NDArray[Any]
Pairs = dict[tuple[str, str], int]
# So many lanes are looked through at once for the fullest stretch.
_AT_ONCE = 512
_NOWHERE = -1
_NO_BODIES: Mapping[str, str] = MappingProxyType({})


def on_lanes(view: View, events: int, kind: LaneKind, lanes: Collection[str]) -> int:
    """Return those of these events that stand on one of these lanes."""
    wanted = np.zeros(view.terms_end(), np.bool_)
    wanted[list(view.terms(lanes).values())] = True
    at = f"lane-slots.{kind}"
    slots, there = picked(view, events, at, at, f"lanes.{kind}")
    return bits.from_array(slots[wanted[there]], view.size)


class LaneSums:
    """Events by lane; a lane on which none stands is none. Lives as long as the view.

    With `bucket`, a number of days, of those events alone that lie in some stretch of so many days.
    What belongs to a body of `bodies` stands on the lane to which that leads, each event once.
    """

    def __init__(
        self,
        view: View,
        criteria: Criteria,
        kind: LaneKind,
        bucket: int | None = None,
        bodies: Mapping[str, str] = _NO_BODIES,
    ) -> None:
        self._view, self._kind = view, kind
        chosen, self._axis = select(view, criteria)
        self._events, stretches = chosen.events, None
        if bucket is not None:
            stretches = Stretches(view, criteria, self._axis, self._events, bucket)
            self._events = stretches.events
        self._undated = chosen.candidates & ~view.keyed("known", self._axis)
        self._leads = _leading(view, bodies) if bodies else None
        self._slots, self._lanes = self._standing(self._events)
        none: Numbers = np.empty(0, np.int32)
        self._first, self._last = stretches.of(self._slots) if stretches else (none, none)
        self._counts = np.bincount(self._lanes)

    @property
    def total(self) -> int:
        """How many lanes there are."""
        return int(np.count_nonzero(self._counts))

    def busiest(self, most: int) -> list[str]:
        """Return the lanes with most events, at most so many; equals by their ids."""
        lanes = np.flatnonzero(self._counts)
        return best_texts(self._view, lanes, self._counts[lanes], most)

    def weights(self, lanes: Collection[str]) -> dict[str, int]:
        """Return how many events stand on each of these lanes."""
        names, terms = self._known(lanes)
        return dict(zip(names, self._counts[terms].tolist(), strict=True))

    def pairs(self, group_of: Mapping[str, str]) -> tuple[Pairs, Pairs]:
        """Return how often two lanes of one group share a meeting, and those of two groups.

        `group_of` gives the lanes with their groups; the two of a pair are in order of id.
        """
        names, terms = self._known(sorted(group_of))
        groups = sorted({group_of[name] for name in names})
        one, other = self._tied(terms)
        place_of = {group: place for place, group in enumerate(groups)}
        group = np.array([place_of[group_of[name]] for name in names], np.int64)
        apart = group[one] != group[other]
        within = _pairs(one[~apart], other[~apart], names)
        return within, _pairs(group[one[apart]], group[other[apart]], groups)

    def _tied(self, terms: Numbers) -> tuple[Numbers, Numbers]:
        """The places among these lanes of each two that share a meeting, once for each."""
        table = np.full(self._view.terms_end(), _NOWHERE, np.int64)
        table[terms] = np.arange(len(terms))
        table = table if self._leads is None else table[self._leads]
        columns = (f"{name}.{self._kind}" for name in ("tie-slots", "ties", "tied"))
        one, other = (table[ends] for ends in picked(self._view, self._events, *columns))
        tied = np.flatnonzero((one >= 0) & (other >= 0) & (one != other))
        return one[tied], other[tied]

    def undated(self, lanes: Collection[str]) -> dict[str, int]:
        """Return how many events without a date on the axis stand on those of these lanes that
        have any; they fit in all but the days that are asked for.
        """
        _, standing = self._standing(self._undated)
        counts = np.bincount(standing, minlength=self._view.terms_end())
        terms = self._view.terms(lanes)
        found = ((lane, int(counts[terms[lane]])) for lane in lanes if lane in terms)
        return {lane: count for lane, count in found if count}

    def ends(self, lanes: Collection[str]) -> dict[str, tuple[int, int]]:
        """Return the first and last day of those of these lanes that have one, as day numbers."""
        names, terms = self._known(lanes)
        places, held = self._places(terms)
        slots = self._slots[held]
        begin, end = (self._view.numbers(f"{n}.{self._axis}")[slots] for n in ("first", "last"))
        known = begin != NO_DAY
        # Of one type with the days: `at` is thirty times as slow where it has to convert.
        first, last = np.full((2, len(names)), NO_DAY, np.int32)
        first[:] = ~NO_DAY
        np.minimum.at(first, places[known], begin[known])
        np.maximum.at(last, places[known], end[known])
        bounds = zip(names, first.tolist(), last.tolist(), strict=True)
        return {lane: (begin, end) for lane, begin, end in bounds if end != NO_DAY}

    def counted(self, lanes: Collection[str]) -> dict[str, list[tuple[int, int]]]:
        """Return (stretch, events) of each of these lanes in order, empty stretches left out."""
        names, terms = self._known(lanes)
        places, stretches, counts = self._cells(terms)
        edges = np.searchsorted(places, np.arange(len(names) + 1)).tolist()
        found = list(zip(stretches.tolist(), counts.tolist(), strict=True))
        spans = zip(names, edges, edges[1:], strict=False)
        return {lane: found[begin:end] for lane, begin, end in spans if begin < end}

    def extent(self) -> tuple[int, int, int] | None:
        """Return the first and last stretch that holds events, and the most of one of a lane.

        None when nothing lies in a stretch.
        """
        if not len(self._first):
            return None
        return int(self._first.min()), int(self._last.max()), self._peak()

    def _peak(self) -> int:
        """The most events in a stretch of a lane: never more than the lane has."""
        lanes = np.flatnonzero(self._counts)
        lanes = lanes[np.argsort(-self._counts[lanes], kind="stable")]
        most = 0
        for start in range(0, len(lanes), _AT_ONCE):
            some = lanes[start : start + _AT_ONCE]
            if self._counts[some[0]] <= most:
                break
            *_, counts = self._cells(some)
            most = max(most, int(counts.max()))
        return most

    def _cells(self, terms: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The place among these lanes, stretch and count of each stretch with events."""
        if not len(self._first):
            return self._first, self._first, self._first
        places, held = self._places(terms)
        return count_stretches(places, self._first[held], self._last[held])

    def _places(self, terms: Numbers) -> tuple[Numbers, Numbers]:
        """Which entries stand on these lanes, and where among these each one's lane is."""
        table = np.full(len(self._counts), _NOWHERE, np.int32)
        table[terms] = np.arange(len(terms))
        places = table[self._lanes]
        held = np.flatnonzero(places >= 0)
        return places[held], held

    def _known(self, lanes: Collection[str]) -> tuple[list[str], Numbers]:
        """Those of these lanes on which events stand, and their terms."""
        terms, end = self._view.terms(lanes), len(self._counts)
        known = [lane for lane in lanes if terms.get(lane, end) < end]
        found = np.array([terms[lane] for lane in known], np.intp)
        held = self._counts[found] > 0
        return [known[place] for place in np.flatnonzero(held).tolist()], found[held]

    def _standing(self, events: int) -> tuple[Numbers, Numbers]:
        """The slots of events and their lanes, an entry for each lane on which an event stands."""
        at = f"lane-slots.{self._kind}"
        slots, lanes = picked(self._view, events, at, at, f"lanes.{self._kind}")
        return (slots, lanes) if self._leads is None else _folded(slots, lanes, self._leads)


def _folded(slots: Numbers, lanes: Numbers, leads: Numbers) -> tuple[Numbers, Numbers]:
    """Let entries stand on the lanes to which theirs lead, each event once on each."""
    sides = np.zeros(len(leads), np.bool_)
    sides[leads[leads != np.arange(len(leads))]] = True
    lanes = leads[lanes]
    at = np.flatnonzero(sides[lanes])
    standing = slots[at].astype(np.int64) << HALF | lanes[at]
    _, first = np.unique(standing, return_index=True)
    again = np.delete(at, first)
    return np.delete(slots, again), np.delete(lanes, again)


def _leading(view: View, bodies: Mapping[str, str]) -> Numbers:
    """By term of a lane, the term of the lane to which it leads."""
    terms = view.terms({*bodies, *bodies.values()})
    leads = np.arange(view.terms_end(), dtype=np.uint32)
    for body, lane in bodies.items():
        if body in terms and lane in terms:
            leads[terms[body]] = terms[lane]
    return leads


def _pairs(one: Numbers, other: Numbers, names: Sequence[str]) -> Pairs:
    """How often each two of these are tied, given by their places."""
    width = max(1, len(names))
    tied, counts = count_numbers(np.minimum(one, other) * width + np.maximum(one, other))
    found = zip((tied // width).tolist(), (tied % width).tolist(), counts.tolist(), strict=True)
    return {(names[a], names[b]): count for a, b, count in found}
