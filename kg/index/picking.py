"""Which entries of columns belong to chosen slots.

In:  a `View`, a set of slots, the name of the column that holds each entry's slot, ascending.
Out: a function from another column of as many entries to the values there, in order.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index import bits
from kg.index.view import View

# Looking up one slot takes as long as passing by so many entries.
_SPARSE = 24
_RARE = 100

Picker = Callable[[Sequence[Any]], Iterable[Any]]


def picker(view: View, slots: int, at: str) -> Picker:
    """Return what picks, from a column beside `at`, the values of these slots."""
    column = view.column(at)
    if slots.bit_count() * _SPARSE < len(column):
        places = list(_places(column, slots))
        return lambda values: map(values.__getitem__, places)
    mask = bits.mask(slots, view.size)
    held = bytes(map(mask.__getitem__, column))
    return lambda values: compress(values, held)


def _places(column: Sequence[int], slots: int) -> Iterator[int]:
    place, end = 0, len(column)
    for slot in bits.slots_of(slots):
        place = bisect_left(column, slot, place)
        while place < end and column[place] == slot:
            yield place
            place += 1


def picked(view: View, slots: int, at: str, *columns: str) -> tuple[NDArray[Any], ...]:
    """Return of each of these columns the entries that belong to chosen slots, in order."""
    held, *others = (view.numbers(name) for name in (at, *columns))
    # A newer view may have read more of one column already.
    known = min(map(len, (held, *others)))
    places = _picked(slots, held[:known])
    return tuple(column[:known][places] for column in others)


def of_slots(view: View, slots: int, name: str) -> NDArray[Any]:
    """Return the entries of chosen slots of a column that has one for each slot, in order."""
    column = view.numbers(name)
    if slots.bit_count() * _RARE < len(column):
        return column[bits.slots(slots)]
    return column[bits.flags(slots, len(column))]


def _picked(slots: int, column: NDArray[Any]) -> NDArray[Any]:
    """Return the places in an ascending column where chosen slots stand, or flags for all."""
    if slots.bit_count() * _RARE >= len(column) > 0:
        held = bits.flags(slots, max(slots.bit_length(), int(column[-1]) + 1))
        return np.take(held, column)
    wanted = bits.slots(slots).astype(column.dtype)
    first, last = (np.searchsorted(column, wanted, side) for side in ("left", "right"))
    widths = last - first
    places: NDArray[Any] = np.repeat(last - np.cumsum(widths), widths) + np.arange(widths.sum())
    return places
