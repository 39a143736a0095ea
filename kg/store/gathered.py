"""Quads held in plain dictionaries: an article with its claims, read by pattern like a store.

An engine in memory answers the same, but takes four times as long to fill; this is for reading each
article of a million once.
In:  the quads of some graphs, and layers of graphs that they share (registry, decisions).
Out: a `View`, so that kg.store.state and kg.store.merged read it as they read a store.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.store.shapes import Layer
from kg.store.view import Node, Term, View

_NOTHING = Layer()


class Gathered(View):
    """Some graphs in dictionaries. `store` is an empty engine that nothing is read from."""

    def __init__(
        self, graphs: Mapping[Node, list[ox.Quad]], shared: Mapping[Node, Layer] | None = None
    ) -> None:
        super().__init__(_EMPTY)
        self.graphs = graphs
        self._layers: dict[Node, Layer] = dict(shared or {})
        self._shared = frozenset(self._layers)
        self._homes: dict[Any, list[Node]] | None = None

    def layer(self, graph: Node) -> Layer:
        """Return one graph by subject."""
        if graph not in self._layers:
            self._layers[graph] = Layer(self.graphs.get(graph, ()))
        return self._layers[graph]

    def quads(
        self,
        subject: Node | None = None,
        predicate: Node | None = None,
        value: Term | None = None,
        graph: Node | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; without a graph those of the graphs given, not the shared."""
        if graph is not None:
            yield from self._of_graph(subject, predicate, value, graph)
            return
        homes = self.graphs if subject is None else self._homes_of(subject)
        for home in homes:
            yield from self._of_graph(subject, predicate, value, home)

    def _homes_of(self, subject: Node) -> Iterable[Node]:
        if self._homes is None:
            self._homes = {}
            for graph in self.graphs:
                for found in self.layer(graph).about:
                    self._homes.setdefault(found, []).append(graph)
        return self._homes.get(subject, ())

    def _of_graph(
        self, subject: Node | None, predicate: Node | None, value: Term | None, graph: Node
    ) -> Iterator[ox.Quad]:
        if subject is None and predicate is None and value is None and graph in self.graphs:
            yield from self.graphs[graph]
            return
        layer = self.layer(graph)
        subjects: Iterable[Any] = layer.about if subject is None else (subject,)
        if subject is None and predicate is not None and value is not None:
            subjects = layer.back(predicate, value)
        for found in subjects:
            said = layer.about.get(found)
            if said is None:
                continue
            verbs = said if predicate is None else (predicate,) if predicate in said else ()
            for verb in verbs:
                for known in said[verb]:
                    if value is None or known == value:
                        yield ox.Quad(found, verb, known, graph)

    def values(self, subject: Node, predicate: Node, graph: Node) -> list[Term]:
        """Return the values that one graph gives."""
        found: list[Term] = self.layer(graph).about.get(subject, {}).get(predicate, [])
        return found

    def subjects(self, predicate: Node, value: Term, graph: Node) -> list[Node]:
        """Return the subjects of which one graph says so."""
        found: list[Node] = self.layer(graph).back(predicate, value)
        return found


_EMPTY = ox.Store()
