"""Which entries of columns belong to chosen slots.

In:  a `View`, a set of slots, the name of the column that holds each entry's slot, ascending.
Out: the entries of other columns of as many there, in order.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index import bits
from kg.index.view import View

# Looking up one slot takes as long as passing by so many entries.
_RARE = 100


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
