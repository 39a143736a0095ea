"""Who met, addressed, accused whom among the chosen events, and which places they have to do with.

In:  a `View`, `Criteria`. Out: counts by IRI.
"""

from collections import Counter
from itertools import compress

from kg.index import bits
from kg.index.counts import select
from kg.index.criteria import Criteria
from kg.index.view import View

Edge = tuple[str, str, str]


def edges(view: View, criteria: Criteria) -> dict[Edge, int]:
    """Return how many chosen events add each (from, to, kind) to the network."""

    def work() -> dict[Edge, int]:
        chosen, _ = select(view, criteria)
        mask = bits.mask(chosen.events, view.size)
        held = bytes(map(mask.__getitem__, view.column("edge-slots")))
        names = ("edge-from", "edge-to", "edge-kind")
        found = Counter(zip(*(compress(view.column(n), held) for n in names), strict=True))
        texts = view.texts(list({number for edge in found for number in edge}))
        return {(texts[a], texts[b], texts[kind]): n for (a, b, kind), n in found.items()}

    return view.remembered(("edges", criteria), work)


def actor_claims(view: View, criteria: Criteria) -> dict[str, int]:
    """Return in how many chosen claims of record each actor has a role but being spoken of."""

    def work() -> dict[str, int]:
        chosen, _ = select(view, criteria)
        mask = bits.mask(chosen.tellings, view.size)
        held = bytes(map(mask.__getitem__, view.column("actor-slots")))
        names = ("actors", "actor-records")
        pairs = set(zip(*(compress(view.column(n), held) for n in names), strict=True))
        return _by_text(view, Counter(actor for actor, _ in pairs))

    return view.remembered(("actor-claims", criteria), work)


def place_events(view: View, criteria: Criteria) -> dict[str, int]:
    """Return how many chosen events were at each place or are about it."""

    def work() -> dict[str, int]:
        chosen, _ = select(view, criteria)
        mask = bits.mask(chosen.tellings, view.size)
        held = bytes(map(mask.__getitem__, view.column("place-slots")))
        names = ("places", "place-events")
        pairs = set(zip(*(compress(view.column(n), held) for n in names), strict=True))
        return _by_text(view, Counter(place for place, _ in pairs))

    return view.remembered(("place-events", criteria), work)


def _by_text(view: View, counted: Counter[int]) -> dict[str, int]:
    texts = view.texts(list(counted))
    return {texts[number]: count for number, count in counted.items()}
