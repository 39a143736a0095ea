"""In which stretches of days events lie, and how many spans cover each stretch of each lane.

In:  a `View`, events and the length of a stretch in days; arrays of lanes and spans. Out: arrays.
An event of some unknown day between two lies in the middle; one that lasts in every stretch it
touches within the days asked for.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index import bits
from kg.index.criteria import Criteria
from kg.index.picking import picked
from kg.index.rows import Axis
from kg.index.view import View

Numbers = NDArray[Any]
# What lasts longer than so many stretches is cut off.
MOST_STRETCHES = 5_000
# So many places may stand empty, and so many more for each number, when numbers are counted.
_FREE, _FREE_EACH = 1 << 16, 8


class Stretches:
    """The stretches of events with a date; `events` are those that lie in one."""

    def __init__(
        self, view: View, criteria: Criteria, axis: Axis, events: int, bucket: int
    ) -> None:
        known = events & view.keyed("known", axis)
        lasting = known & view.keyed("throughout")
        names = [f"lasting-{name}.{axis}" for name in ("slots", "first", "last")]
        slots, first, last = picked(view, lasting, names[0], *names)
        first, last = first.astype(np.int64), last.astype(np.int64)
        if criteria.first is not None:
            first = np.maximum(first, criteria.first)
        if criteria.last is not None:
            last = np.minimum(last, criteria.last)
        begin = first // bucket
        end = np.minimum(last // bucket, begin + MOST_STRETCHES)
        held = begin <= end
        self._slots, self._begin, self._end = slots[held], begin[held], end[held]
        self._lasting = bits.from_array(self._slots, view.size)
        self._view, self._axis, self._bucket = view, axis, bucket
        self.events = known & ~lasting | self._lasting

    def of(self, slots: Numbers) -> tuple[Numbers, Numbers]:
        """Return the first and last stretch of each of these events."""
        first = self._view.numbers(f"day.{self._axis}")[slots] // self._bucket
        if not self._lasting:
            return first, first
        last = first.copy()
        at = np.flatnonzero(bits.flags(self._lasting, self._view.size)[slots])
        row = np.searchsorted(self._slots, slots[at])
        first[at], last[at] = self._begin[row], self._end[row]
        return first, last


def count_stretches(
    lanes: Numbers, first: Numbers, last: Numbers
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the lane, stretch and count of each stretch that is covered, in order.

    Lanes are numbered from 0 on. Most spans are one stretch long and are counted as they are; of
    longer ones only the ends are, so that it does not matter how long they are.
    """
    if not len(lanes):
        return lanes, first, last
    low = int(first.min())
    width = int(last.max()) - low + 2  # one stays free, so that no span reaches the next lane
    begin = lanes.astype(np.int64) * width + (first - low)
    long = np.flatnonzero(first != last)
    if len(long):
        ends = begin[long], begin[long] + (last[long] - first[long]) + 1
        cells, counts = _added(count_numbers(np.delete(begin, long)), _covered(*ends))
    else:
        cells, counts = count_numbers(begin)
    return cells // width, cells % width + low, counts


def count_numbers(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Return each of these numbers once, ascending, and how often it is there; none is below 0."""
    if not len(numbers):
        return numbers, np.empty(0, np.intp)
    if int(numbers.max()) <= _FREE + _FREE_EACH * len(numbers):
        counts = np.bincount(numbers)
        found = np.flatnonzero(counts)
        return found, counts[found]
    ordered = np.sort(numbers)
    starts = _starts(ordered)
    return ordered[starts], np.diff(starts, append=len(ordered))


def _covered(starts: Numbers, stops: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers from a start to before its stop, and how many such spans cover each."""
    stopped, less = count_numbers(stops)
    ends, steps = _added(count_numbers(starts), (stopped, -less))
    held, widths = np.cumsum(steps)[:-1], np.diff(ends)
    widths[held == 0] = 0
    before = np.cumsum(widths) - widths
    found = np.arange(int(widths.sum())) + np.repeat(ends[:-1] - before, widths)
    return found, np.repeat(held, widths)


def _added(one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers]:
    """Two lists of ascending numbers with counts as one."""
    numbers = np.concatenate((one[0], other[0]))
    counts = np.concatenate((one[1], other[1]))
    order = np.argsort(numbers, kind="stable")
    starts = _starts(numbers[order])
    return numbers[order][starts], np.add.reduceat(counts[order], starts)


def _starts(ordered: Numbers) -> Numbers:
    """The places at which a number stands for the first time."""
    return np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
