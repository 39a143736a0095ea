"""A dump of Claimline in sorted parts: what it holds, each article checked when it is read.

One article after the other is read, checked and forgotten; only the registry, the decisions and
the names of graphs stay in memory.
In:  sorted quads of a dump. Out: its managed graphs, its articles, its users' own graphs.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kg.errors import MappingError
from kg.store.gathered import Gathered
from kg.store.graphs import Graphs
from kg.store.loading.report import LoadReport
from kg.store.loading.sorting import Parts
from kg.store.shapes import Layer
from kg.store.sound import Finding, blank_nodes, check_article, check_registry
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA

_MOST_TOLD = 10
_CLAIM = Node(CLM.article)
_REVISION = Node(CLM.revision)
_TEXT = Node(SCHEMA.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all articles share: the registry and the decisions."""

    registry: Layer
    decisions: Layer

    @staticmethod
    def of(quads: Iterable[ox.Quad], graphs: Graphs) -> "Shared":
        """Take the quads of both graphs."""
        kept = list(quads)
        return Shared(
            registry=Layer(q for q in kept if q.graph_name == graphs.registry),
            decisions=Layer(q for q in kept if q.graph_name == graphs.decisions),
        )


class Dump:
    """A dump on its way into a store."""

    def __init__(self, parts: Parts, graphs: Graphs) -> None:
        """Read all but the articles. Raises MappingError."""
        self.parts = parts
        self.graphs = graphs
        self.revision = 0
        self.proposals: list[ox.Quad] = []
        self.managed: list[ox.Quad] = []
        self._read_rest()
        self.shared = Shared.of(self.managed, graphs)
        refuse(check_registry(self.shared.registry))

    def _read_rest(self) -> None:
        graphs = self.graphs
        own = {graphs.registry, graphs.decisions}
        free: set[object] = set()
        for quad in self.parts.rest():
            graph = quad.graph_name
            if graph in own:
                self.managed.append(quad)
            elif graph == graphs.proposals:
                self.proposals.append(quad)
            elif graph == graphs.meta:
                if quad.predicate == _REVISION and isinstance(quad.object, ox.Literal):
                    self.revision = int(quad.object.value)
            elif graph != graphs.merged:
                free.add(graph)
        refuse_unknown(free, graphs)
        for name in own:
            refuse(blank_nodes(name, (q for q in self.managed if q.graph_name == name)))

    def free(self) -> Iterator[ox.Quad]:
        """Yield the quads of graphs that belong to users; they are read anew each time."""
        graphs = self.graphs
        ours = {graphs.registry, graphs.decisions, graphs.proposals, graphs.meta, graphs.merged}
        return (quad for quad in self.parts.rest() if quad.graph_name not in ours)

    def articles(self) -> Iterator[tuple[Node, Gathered]]:
        """Yield each article with its graphs, checked. Raises MappingError."""
        for number in range(self.parts.count):
            yield from checked(self.parts, number, self.shared, self.graphs)


def checked(
    parts: Parts, number: int, shared: Shared, graphs: Graphs
) -> Iterator[tuple[Node, Gathered]]:
    """Yield each article of one part with its graphs. Raises MappingError for one not sound."""
    layers = {graphs.registry: shared.registry, graphs.decisions: shared.decisions}
    for local, quads in sorted(parts.articles(number).items()):
        article = Node(f"{graphs.base}article/{local}")
        view = Gathered(quads, layers)
        refuse(_elsewhere(view, graphs))
        refuse(check_article(article, view, shared.registry))
        yield article, view


def counted(report: LoadReport, article: Node, view: Gathered) -> LoadReport:
    """Return the report with one more article in it."""
    home = view.layer(article)
    return dataclasses.replace(
        report,
        articles=report.articles + 1,
        claims=report.claims + len(home.back(_CLAIM, article)),
        without_text=report.without_text + (_TEXT not in home.about[article]),
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
