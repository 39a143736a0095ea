"""Which events make a tie between two actors.

In:  a `View`, `TieKey`s. Out: slots of events.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kg.index import bits
from kg.index.numbers import EDGE_KIND, HALF
from kg.index.rows import EDGE_KINDS
from kg.index.view import View


@dataclass(frozen=True, slots=True)
class TieKey:
    """A tie from one actor to another in any of these `ways`, each an IRI or what it ends in.

    `kind` is one of EDGE_KINDS; None: any will do.
    """

    ways: tuple[tuple[str, str], ...]
    kind: str | None = None


def events_tied(view: View, ties: Iterable[TieKey]) -> int:
    """Return the events that make one of the ties."""
    wanted = [
        kind << EDGE_KIND | source << HALF | target
        for tie in ties
        for one, other in tie.ways
        for source in _terms(view, one)
        for target in _terms(view, other)
        for kind, name in enumerate(EDGE_KINDS)
        if tie.kind in (None, name)
    ]
    found = np.isin(view.numbers("edges"), np.array(wanted, np.uint64))
    slots = view.numbers("edge-slots")[found]
    # Another view may have read more of the columns than is there for this one.
    return bits.from_array(slots[slots < view.size], view.size) & view.events


def _terms(view: View, actor: str) -> list[int]:
    return [*view.terms(view.values("actor", actor)).values()]
