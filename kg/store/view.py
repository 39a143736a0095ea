"""What a store holds, or will hold once a planned write is done.

In:  a pyoxigraph store and, for a planned write, the quads to remove and to add.
Out: quads by pattern, and the single values that the store's own graphs give. The same code reads
     the dataset before and after a write, which is how the merged graph is kept right.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

Node = ox.NamedNode
Term = ox.NamedNode | ox.Literal


class View:
    """A store as it is."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store

    def quads(
        self,
        subject: Node | None = None,
        predicate: Node | None = None,
        value: Term | None = None,
        graph: Node | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; None fits all."""
        yield from self.store.quads_for_pattern(subject, predicate, value, graph)

    def values(self, subject: Node, predicate: Node, graph: Node) -> list[Term]:
        """Return the values that one graph gives."""
        return [_term(q.object) for q in self.quads(subject, predicate, None, graph)]

    def value(self, subject: Node, predicate: Node, graph: Node) -> Term | None:
        """Return a value that the graph gives, None for none."""
        return next(iter(self.values(subject, predicate, graph)), None)

    def subjects(self, predicate: Node, value: Term, graph: Node) -> list[Node]:
        """Return the subjects of which one graph says so."""
        return [_node(q.subject) for q in self.quads(None, predicate, value, graph)]


class Planned(View):
    """A store as it will be when `removed` is out and `added` is in."""

    def __init__(
        self, store: ox.Store, removed: Iterable[ox.Quad], added: Iterable[ox.Quad]
    ) -> None:
        super().__init__(store)
        self._removed = frozenset(removed)
        self._added = ox.Store()
        self._added.extend(added)
        self._is_new: dict[Node, bool] = {}

    def quads(
        self,
        subject: Node | None = None,
        predicate: Node | None = None,
        value: Term | None = None,
        graph: Node | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; one that is removed and added again is there."""
        if graph is None or not self._is_new_graph(graph):
            for quad in self.store.quads_for_pattern(subject, predicate, value, graph):
                if quad not in self._removed and quad not in self._added:
                    yield quad
        yield from self._added.quads_for_pattern(subject, predicate, value, graph)

    def _is_new_graph(self, graph: Node) -> bool:
        """True for a graph of which the store holds nothing yet, so that nobody asks it again."""
        if graph not in self._is_new:
            held = self.store.quads_for_pattern(None, None, None, graph)
            self._is_new[graph] = next(iter(held), None) is None
        return self._is_new[graph]


def _term(term: object) -> Term:
    if isinstance(term, ox.NamedNode | ox.Literal):
        return term
    raise TypeError(f"{term} stands in a managed graph, where only IRIs and literals do")


def _node(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return term
    raise TypeError(f"{term} stands in a managed graph as a subject, where only IRIs do")
