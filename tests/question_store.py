"""What the tests of named questions share: a store for hand-made datasets, and rows as lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.query.run import bound_query, get_query
from kg.store.base import Answer
from kg.vocabulary import CLM, CLT, DEFAULT_BASE
from tests.merged_graph import add_merged

FOLDER = Path(__file__).parent / "fixtures" / "questions"
_PREFIXES = {DEFAULT_BASE: "", str(CLM): "clm:", str(CLT): "clt:"}


class HandMade:
    """A dataset read from TriG files, asked as a store is; `union` = no default graph apart."""

    base = DEFAULT_BASE

    def __init__(self, *files: Path, union: bool = False) -> None:
        self.union = union
        self.engine = ox.Store()
        for file in files:
            self.engine.load(path=str(file), format=ox.RdfFormat.TRIG)

    def merge(self) -> "HandMade":
        """Compute the merged graph and return self."""
        add_merged(self.engine, self.base)
        return self

    def select(self, query: str, *, default_graph: str | None = None) -> Answer:
        """Ask over merged, or over the union of all graphs where `union` is set."""
        merged = ox.NamedNode(default_graph or f"{self.base}graph/merged")
        found: Any = self.engine.query(
            query,
            use_default_graph_as_union=self.union,
            default_graph=None if self.union else merged,
        )
        columns = tuple(v.value for v in found.variables)
        return Answer(columns, tuple(tuple(row[c] for c in columns) for row in found))


def ask(
    store: Any,
    name: str,
    params: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> str:
    """Return the answer as text: the columns, then a line a row; "-" = unbound.

    IRIs are shortened, or replaced by what `names` says of them; then rows come sorted, for hashes
    have an order that tells nothing.
    """
    answer = store.select(bound_query(store, name, params or {}))
    assert answer.columns == get_query(name).columns, "the header names other columns"
    rows = [" | ".join(_cell(term, names or {}) for term in row) for row in answer.rows]
    lines = [" | ".join(answer.columns), *(sorted(rows) if names else rows)]
    return "\n".join(lines) + "\n"


def _cell(term: Any, names: Mapping[str, str]) -> str:
    if term is None:
        return "-"
    if not isinstance(term, ox.NamedNode):
        return str(term.value)
    for iri, prefix in _PREFIXES.items():
        if term.value.startswith(iri):
            return names.get(term.value, prefix + term.value.removeprefix(iri))
    return names.get(term.value, term.value)
