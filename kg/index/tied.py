"""Which events make a tie between two actors.

In:  a `View`, `TieKey`s. Out: slots of events.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

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
    wanted = {
        kind << EDGE_KIND | source << HALF | target
        for tie in ties
        for one, other in tie.ways
        for source in _terms(view, one)
        for target in _terms(view, other)
        for kind, name in enumerate(EDGE_KINDS)
        if tie.kind in (None, name)
    }
    if not wanted:
        return 0
    found = map(wanted.__contains__, view.column("edges"))
    return bits.of(compress(view.column("edge-slots"), found)) & view.events


def _terms(view: View, actor: str) -> list[int]:
    named = json.dumps(view.values("actor", actor))
    query = "SELECT id FROM terms WHERE text IN (SELECT value FROM json_each(?))"
    return [number for (number,) in view.rows(query, (named,))]
