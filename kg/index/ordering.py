"""Which events stand at some places of an order: numbers decide, and only the few there are named.

In:  a `View`, slots of events with a number each. Out: slots in rising order of the numbers, equals
by IRI. Of very many equals not even these are read: the caller's index has them in order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index.view import View

# So many equals are read and sorted; more are met in the order of all.
FEW = 2_000

# Yields the slots of all events with this number in the order of IRIs, chosen or not.
Equals = Callable[[int], Iterable[tuple[int]]]


def in_order(
    view: View,
    slots: NDArray[Any],
    numbers: Sequence[NDArray[Any]],
    equals: Equals,
    start: int,
    end: int,
    *,
    falling: bool = False,
) -> list[int]:
    """Return the slots at the places from `start` to before `end`, `numbers` the first decisive.

    `equals` yields events by the last of the numbers; `falling`: equals are in falling order of
    their IRIs, as `equals` has to yield them, too.
    """
    start, end = max(start, 0), min(end, len(slots))
    if start >= end:
        return []
    first = numbers[0]
    low, high = np.partition(first, (start, end - 1))[[start, end - 1]]
    groups = [first == low, (first > low) & (first < high), (first == high) & (high > low)]
    begin = int(np.count_nonzero(first < low))
    found: list[int] = []
    for held in groups:
        some = slots[held], [n[held] for n in numbers]
        found += _of_group(view, *some, equals, start - begin, end - begin, falling=falling)
        begin += len(some[0])
    return found


def _of_group(
    view: View,
    slots: NDArray[Any],
    numbers: Sequence[NDArray[Any]],
    equals: Equals,
    start: int,
    end: int,
    *,
    falling: bool,
) -> list[int]:
    first, *rest = numbers
    start, end = max(start, 0), min(end, len(slots))
    if start >= end:
        return []
    if len(slots) <= FEW or np.ptp(first):
        return _named(view, slots, numbers, falling=falling)[start:end]
    if rest:
        return in_order(view, slots, rest, equals, start, end, falling=falling)
    return list(islice(_walked(view, slots, equals(int(first[0]))), start, end))


def _walked(view: View, slots: NDArray[Any], rows: Iterable[tuple[int]]) -> Iterator[int]:
    """Those of the slots that come along."""
    held = np.zeros(view.size, np.bool_)
    held[slots] = True
    mask = held.tobytes()
    return (slot for (slot,) in rows if mask[slot])


def _named(
    view: View, slots: NDArray[Any], numbers: Sequence[NDArray[Any]], *, falling: bool
) -> list[int]:
    """Few slots, read and sorted."""
    iris = dict(view.among("SELECT slot, iri FROM events WHERE slot IN ", slots.tolist()))
    keys = zip(*(n.tolist() for n in numbers), strict=True)
    rows = [(key, iris[slot], slot) for key, slot in zip(keys, slots.tolist(), strict=True)]
    rows.sort(key=_iri, reverse=falling)
    return [slot for _, _, slot in sorted(rows, key=_key)]


def _key(row: tuple[Any, str, int]) -> Any:
    return row[0]


def _iri(row: tuple[Any, str, int]) -> str:
    return row[1]
