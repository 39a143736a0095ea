"""What the tests of named questions share: a store for hand-made datasets, and rows as lines."""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.query.run import bound_query, get_query
from kg.store.base import Answer
from kg.vocabulary import CLM, CLT, DEFAULT_BASE
from tests.merged_graph import add_merged

FOLDER = Path(__file__).parent / "fixtures" / "questions"
_PREFIXES = {DEFAULT_BASE: "", str(CLM): "clm:", str(CLT): "clt:"}


class HandMade:
    """A dataset read from TriG files, with its merged graph; asked as a store is."""

    base = DEFAULT_BASE

    def __init__(self, *files: Path) -> None:
        self.engine = ox.Store()
        for file in files:
            self.engine.load(path=str(file), format=ox.RdfFormat.TRIG)
        self.union = False

    def merge(self) -> "HandMade":
        """Compute the merged graph and return self."""
        add_merged(self.engine, self.base)
        return self

    def select(self, query: str, *, default_graph: str | None = None) -> Answer:
        """Ask over merged, or over the union of all graphs where `union` is set."""
        merged = ox.NamedNode(default_graph or f"{self.base}graph/merged")
        found = self.engine.query(
            query,
            use_default_graph_as_union=self.union,
            default_graph=None if self.union else merged,
        )
        columns = tuple(v.value for v in found.variables)
        return Answer(columns, tuple(tuple(row[c] for c in columns) for row in found))


def ask(store: object, name: str, params: Mapping[str, str] | None = None) -> str:
    """Return the answer as text: the columns, then a line a row; IRIs shortened, "-" = unbound."""
    answer = store.select(bound_query(store, name, params or {}))  # type: ignore[attr-defined, arg-type]
    assert answer.columns == get_query(name).columns
    lines = [" | ".join(answer.columns)]
    lines += [" | ".join(map(_cell, row)) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _cell(term: ox.NamedNode | ox.Literal | ox.BlankNode | None) -> str:
    if term is None:
        return "-"
    if isinstance(term, ox.NamedNode):
        for iri, prefix in _PREFIXES.items():
            if term.value.startswith(iri):
                return prefix + term.value.removeprefix(iri)
    return str(getattr(term, "value", term))
