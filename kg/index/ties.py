"""Who met, addressed, accused whom among the chosen events, and which places they have to do with.

In:  a `View`, `Criteria`. Out: counts by IRI.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import repeat
from operator import rshift

from kg.index.counts import select
from kg.index.criteria import Criteria
from kg.index.numbers import EDGE_KIND, HALF
from kg.index.picking import picker
from kg.index.rows import EDGE_KINDS
from kg.index.view import View

Edge = tuple[str, str, str]
_ENDS = (1 << EDGE_KIND) - 1
_END = (1 << HALF) - 1


def edges(view: View, criteria: Criteria) -> dict[Edge, int]:
    """Return how many chosen events add each (from, to, kind) to the network."""

    def work() -> dict[Edge, int]:
        chosen, _ = select(view, criteria)
        found = Counter(_held(view, chosen.events, "edge-slots", "edges"))
        ends = [(number & _ENDS) >> HALF for number in found], [number & _END for number in found]
        texts = view.texts({*ends[0], *ends[1]})
        kinds = [EDGE_KINDS[number >> EDGE_KIND] for number in found]
        tied = zip(
            map(texts.__getitem__, ends[0]), map(texts.__getitem__, ends[1]), kinds, strict=True
        )
        return dict(zip(tied, found.values(), strict=True))

    return view.remembered(("edges", criteria), work)


def actor_claims(view: View, criteria: Criteria) -> dict[str, int]:
    """Return in how many chosen claims of record each actor has a role but being spoken of."""

    def work() -> dict[str, int]:
        chosen, _ = select(view, criteria)
        return _firsts(view, set(_held(view, chosen.tellings, "actor-slots", "actor-records")))

    return view.remembered(("actor-claims", criteria), work)


def place_events(view: View, criteria: Criteria) -> dict[str, int]:
    """Return how many chosen events were at each place or are about it."""

    def work() -> dict[str, int]:
        chosen, _ = select(view, criteria)
        return _firsts(view, set(_held(view, chosen.tellings, "place-slots", "place-events")))

    return view.remembered(("place-events", criteria), work)


def _held(view: View, slots: int, at: str, column: str) -> Iterable[int]:
    """The values of a column whose slots are held."""
    return picker(view, slots, at)(view.column(column))


def _firsts(view: View, pairs: set[int]) -> dict[str, int]:
    """How many pairs there are of each first number, by its text."""
    counted = Counter(map(rshift, pairs, repeat(HALF)))
    texts = view.texts(list(counted))
    return {texts[number]: count for number, count in counted.items()}
