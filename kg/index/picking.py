"""Which entries of columns belong to chosen slots.

In:  a `View`, a set of slots, the name of the column that holds each entry's slot, ascending.
Out: a function from another column of as many entries to the values there, in order.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import compress
from typing import Any

from kg.index import bits
from kg.index.view import View

# Looking up one slot takes as long as passing by so many entries.
_SPARSE = 24

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
