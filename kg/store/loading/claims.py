"""A dump of Claimline as a whole store: checked, with its merged graph and proposals worked out.

One article after the other is read from the sorted parts, checked, written with what it gives to
merged, and forgotten; only the registry, the decisions and the names of graphs stay in memory.
In:  sorted quads of a dump. Out: the quads of a store, merged and meta with them; a report.
"""

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from kg.errors import MappingError
from kg.store import meta
from kg.store.anew import described
from kg.store.gathered import Gathered
from kg.store.graphs import Graphs
from kg.store.loading.report import LoadReport
from kg.store.loading.sorting import Sorted
from kg.store.merged import contribution, terms
from kg.store.plan import in_graph
from kg.store.shapes import Layer
from kg.store.sound import Finding, blank_nodes, check_article, check_registry
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA

_MOST_TOLD = 10
_CLAIM = Node(CLM.article)
_REVISION = Node(CLM.revision)
_TEXT = Node(SCHEMA.text)


class Dump:
    """A dump on its way into a store."""

    def __init__(self, parts: Sorted, graphs: Graphs) -> None:
        self.parts = parts
        self.graphs = graphs
        self.revision = 0
        self.proposals: list[ox.Quad] = []
        self.free: list[ox.Quad] = []
        self._managed: dict[Node, list[ox.Quad]] = {graphs.registry: [], graphs.decisions: []}
        self._read_rest()
        self.registry = Layer(self._managed[graphs.registry])
        self.decisions = Layer(self._managed[graphs.decisions])
        self._report = LoadReport(quads=parts.quads)
        self._counts = [0, 0, 0]

    def _read_rest(self) -> None:
        graphs = self.graphs
        for quad in self.parts.rest():
            graph = quad.graph_name
            if graph in self._managed:
                self._managed[graph].append(quad)  # type: ignore[index]  # it is a key
            elif graph == graphs.proposals:
                self.proposals.append(quad)
            elif graph == graphs.meta:
                if quad.predicate == _REVISION and isinstance(quad.object, ox.Literal):
                    self.revision = int(quad.object.value)
            elif graph != graphs.merged:
                self.free.append(quad)
        refuse_unknown({q.graph_name for q in self.free}, graphs)
        for graph, quads in self._managed.items():
            refuse(blank_nodes(graph, quads))

    def managed(self) -> list[ox.Quad]:
        """Return the quads of the registry and of the decisions."""
        return [quad for quads in self._managed.values() for quad in quads]

    def articles(self) -> Iterator[tuple[Node, Gathered]]:
        """Yield each article with its graphs, checked. Raises MappingError."""
        refuse(check_registry(self.registry))
        shared = {self.graphs.registry: self.registry, self.graphs.decisions: self.decisions}
        for part in self.parts.articles():
            for local in sorted(part):
                article = Node(f"{self.graphs.base}article/{local}")
                view = Gathered(part[local], shared)
                refuse(_elsewhere(view, self.graphs))
                refuse(check_article(article, view, self.registry))
                self._count(article, view)
                yield article, view

    def _count(self, article: Node, view: Gathered) -> None:
        home = view.layer(article)
        self._counts[0] += 1
        self._counts[1] += len(home.back(_CLAIM, article))
        self._counts[2] += _TEXT not in home.about[article]

    def quads(self, revision: int, core: ox.Store) -> Iterator[ox.Quad]:
        """Yield what a fresh store holds once it is this dump, but for the proposals.

        `core` is filled with what proposals follow from: claims without their passages.
        """
        merged = self.graphs.merged
        core.extend([*self.managed(), *self.proposals])
        yield from meta.beginning(self.graphs, revision)
        yield from in_graph(terms(), merged)
        yield from self.managed()
        yield from in_graph((q.triple for q in self._managed[self.graphs.registry]), merged)
        yield from self.free
        for article, view in self.articles():
            state = State(view, self.graphs)
            for graph, quads in view.graphs.items():
                core.extend(quads if graph != article else described(article, quads))
                yield from quads
                for t in contribution(state, graph):
                    yield ox.Quad(t.subject, t.predicate, t.object, merged)

    def report(self) -> LoadReport:
        """Return what came, once all articles were read."""
        articles, claims, without_text = self._counts
        return LoadReport(
            quads=self.parts.quads, articles=articles, claims=claims, without_text=without_text
        )


def refuse(findings: Iterator[Finding]) -> None:
    """Raise MappingError for the first findings that are more than a warning."""
    serious = [f.message for f in islice((f for f in findings if not f.warning), _MOST_TOLD)]
    if serious:
        raise MappingError(
            "The dump does not hold what a store may hold, so nothing was loaded. "
            + " ".join(serious)
        )


def refuse_unknown(names: set[object], graphs: Graphs) -> None:
    """Raise MappingError for graphs in the place of managed ones."""
    for name in names:
        if isinstance(name, Node) and graphs.is_managed(name):
            raise MappingError(
                f"The graph <{name.value}> lies where this store keeps its own graphs, and is none "
                "that this program knows. Nothing was loaded."
            )


def _elsewhere(view: Gathered, graphs: Graphs) -> Iterator[Finding]:
    """Yield the graphs that have the name of a claim or article under another base."""
    for graph in view.graphs:
        if not graph.value.startswith((f"{graphs.base}article/", f"{graphs.base}claim/")):
            yield Finding(
                kind="stray-graph",
                subject=graph.value,
                message=f"<{graph.value}> does not lie under the data base {graphs.base}.",
            )
