"""The chosen events in the timeline's order, a page at a time.

In:  a `View`, what is chosen, the place after which the page begins. Out: IRIs and places.
"""

import json

from kg.index import bits
from kg.index.rows import Axis
from kg.index.view import View

Place = tuple[int, str]
# A choice sparser than one in so many is fetched and sorted; a denser one is met on the way.
_SPARSE = 200


def page(view: View, events: int, axis: Axis, limit: int, after: Place | None) -> list[Place]:
    """Return (position, IRI) of at most `limit` events behind `after`, in order."""
    order = "absolute" if axis == "absolute" else "relative"
    start = after or (-(1 << 62), "")
    if events.bit_count() * _SPARSE < view.events.bit_count() + _SPARSE * limit:
        held = json.dumps(list(bits.slots_of(events)))
        found = view.rows(
            f"SELECT {order}, iri FROM events WHERE slot IN (SELECT value FROM json_each(?)) "  # noqa: S608 # one of two names
            f"AND ({order}, iri) > (?, ?) ORDER BY {order}, iri LIMIT ?",
            (held, *start, limit),
        )
        return [(position, iri) for position, iri in found]
    mask = bits.mask(events, view.size)
    places: list[Place] = []
    for slot, position, iri in view.rows(
        f"SELECT slot, {order}, iri FROM events WHERE ({order}, iri) > (?, ?) "  # noqa: S608 # one of two names
        f"ORDER BY {order}, iri",
        start,
    ):
        if mask[slot]:
            places.append((position, iri))
            if len(places) == limit:
                break
    return places
