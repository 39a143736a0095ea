"""Which places the chosen events have to do with.

In:  a `View`, `Criteria`. Out: counts by IRI.
"""

import numpy as np

from kg.index.counts import select
from kg.index.criteria import Criteria
from kg.index.numbers import HALF
from kg.index.picking import picked
from kg.index.stretches import count_numbers
from kg.index.view import View


def place_events(view: View, criteria: Criteria) -> dict[str, int]:
    """Return how many chosen events were at each place or are about it."""

    def work() -> dict[str, int]:
        chosen, _ = select(view, criteria)
        (pairs,) = picked(view, chosen.tellings, "place-slots", "place-events")
        once, _ = count_numbers(pairs.astype(np.uint64, copy=False))
        places, counts = count_numbers((once >> HALF).astype(np.int64))
        names = view.texts(places.tolist())
        return dict(zip(names.values(), counts.tolist(), strict=True))

    return view.remembered(("place-events", criteria), work)
