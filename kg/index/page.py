"""The chosen events in the timeline's order, a page at a time, from its beginning or its end.

In:  a `View`, what is chosen, where the page begins. Out: IRIs and places, or slots.
"""

from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index import bits
from kg.index.numbers import UNDATED
from kg.index.ordering import FEW, Equals, in_order
from kg.index.picking import of_slots
from kg.index.rows import Axis
from kg.index.view import View
from kg.index.writer import NO_DAY

Place = tuple[int, str]


def page(view: View, events: int, axis: Axis, limit: int, after: Place | None) -> list[Place]:
    """Return (position, IRI) of at most `limit` events behind `after`, in order."""
    slots, days = places(view, events, axis)
    found: list[int] = []
    if after is not None:
        found = _behind(view, slots[days == after[0]], axis, after, limit)
        slots, days = slots[days > after[0]], days[days > after[0]]
    found += in_order(view, slots, [days], equals_of(view, axis), 0, limit - len(found))
    query = f"SELECT slot, {axis}, iri FROM events WHERE slot IN "  # noqa: S608 # one of two names
    rows = {slot: (position, iri) for slot, position, iri in view.among(query, found)}
    return [rows[slot] for slot in found]


def latest_first(view: View, events: int, axis: Axis, start: int, end: int) -> list[int]:
    """Return the slots at these places of the order backwards; events without a date stay last."""
    slots, days = places(view, events, axis)
    dated = days < UNDATED
    last = int(np.count_nonzero(dated))
    back = equals_of(view, axis, falling=True)
    found = in_order(view, slots[dated], [-days[dated]], back, start, end, falling=True)
    rest = slots[~dated], [days[~dated]], equals_of(view, axis)
    return found + in_order(view, *rest, start - last, end - last)


def places(view: View, events: int, axis: Axis) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the slots of events, and where each stands: on its first day that is known."""
    days = of_slots(view, events, f"first.{axis}").astype(np.int64)
    days[days == NO_DAY] = UNDATED
    return bits.slots(events), days


def equals_of(view: View, axis: Axis, *, falling: bool = False) -> Equals:
    """Return what yields the events of one place by their IRIs; `falling`: of its negative."""
    way = "DESC" if falling else "ASC"
    query = f"SELECT slot FROM events WHERE {axis} = ? ORDER BY iri {way}"  # noqa: S608 # constants
    return lambda number: view.rows(query, (-number if falling else number,))


def _behind(view: View, slots: NDArray[Any], axis: Axis, after: Place, limit: int) -> list[int]:
    """Of events at one position, those whose IRI is behind that one."""
    if len(slots) <= FEW:
        query = "SELECT slot, iri FROM events WHERE slot IN "
        named = sorted((iri, slot) for slot, iri in view.among(query, slots.tolist()))
        return [slot for iri, slot in named if iri > after[1]][:limit]
    held = bits.mask(bits.from_array(slots, view.size), view.size)
    rows = view.rows(
        f"SELECT slot FROM events WHERE {axis} = ? AND iri > ? ORDER BY iri",  # noqa: S608 # one of two names
        after,
    )
    return list(islice((slot for (slot,) in rows if held[slot]), limit))
