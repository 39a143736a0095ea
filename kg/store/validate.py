"""Is a store as it has to be? And its derived graphs made anew where they are not.

* Always: one format, base and revision; no graph in the place of managed ones that is none of them.
* Deep: every article with its claims (kg.store.sound), the registry; merged equals its definition;
  the proposals are those that follow from the claims; no blank node in a managed graph.
One article after the other is read; in memory stay the names of graphs, the registry, decisions, a
number for each triple of merged, and for the proposals the events as they are compared.
In:  an open engine. Out: findings, worst first in the order of reading; or the quads of a sound
store, for `repair`.
"""

from collections.abc import Iterator
from itertools import chain

import pyoxigraph as ox

from kg.errors import MappingError
from kg.store.anew import Anew, told_of
from kg.store.gathered import Gathered
from kg.store.graphs import Graphs
from kg.store.merged import contribution, terms
from kg.store.meta import beginning, revision
from kg.store.plan import in_graph
from kg.store.shapes import Layer
from kg.store.sound import Finding, blank_nodes, check_article, check_registry
from kg.store.state import State
from kg.store.view import Node, View
from kg.vocabulary import CLM

_META = (CLM.formatVersion, CLM.dataBase, CLM.revision)


def validate(engine: ox.Store, graphs: Graphs, *, deep: bool) -> Iterator[Finding]:
    """Yield what is wrong with a store."""
    yield from _check_meta(engine, graphs)
    yield from _check_names(engine, graphs)
    if deep:
        yield from _Deep(engine, graphs).findings()


def sound_quads(engine: ox.Store, graphs: Graphs) -> Iterator[ox.Quad]:
    """Yield a store's quads with merged and proposals worked out anew, a revision on."""
    yield from beginning(graphs, revision(engine, graphs) + 1)
    derived = {graphs.merged, graphs.proposals, graphs.meta}
    deep = _Deep(engine, graphs)
    yield from in_graph(terms(), graphs.merged)
    yield from in_graph((q.triple for q in _of(engine, graphs.registry)), graphs.merged)
    for _, view in deep.articles():
        for triple in deep.given(view):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graphs.merged)
    for name in (ox.DefaultGraph(), *engine.named_graphs()):
        if name not in derived:
            yield from engine.quads_for_pattern(None, None, None, name)
    yield from deep.proposals()


def _check_meta(engine: ox.Store, graphs: Graphs) -> Iterator[Finding]:
    for predicate in _META:
        found = list(engine.quads_for_pattern(None, Node(predicate), None, graphs.meta))
        if len(found) != 1:
            name = predicate.rpartition("#")[2]
            yield _finding(
                "meta", graphs.meta, f"The graph of meta says {name} {len(found)} times, not once."
            )


def _check_names(engine: ox.Store, graphs: Graphs) -> Iterator[Finding]:
    own = {graphs.merged, graphs.registry, graphs.decisions, graphs.proposals, graphs.meta}
    for name in engine.named_graphs():
        if not isinstance(name, Node) or name in own or not graphs.is_managed(name):
            continue
        if not graphs.is_claim(name) and not graphs.is_article(name):
            yield _finding(
                "stray-graph",
                name,
                f"The graph <{name.value}> lies where this store keeps its own graphs, and is "
                "none that this program knows.",
            )


class _Deep:
    """One look at everything."""

    def __init__(self, engine: ox.Store, graphs: Graphs) -> None:
        self._engine = engine
        self._graphs = graphs
        self._shared = {g: Layer(_of(engine, g)) for g in (graphs.registry, graphs.decisions)}
        self._anew = Anew()
        self._untold: Exception | None = None
        self._merged: set[int] = set()

    def findings(self) -> Iterator[Finding]:
        graphs, engine = self._graphs, self._engine
        for graph in (graphs.registry, graphs.decisions, graphs.proposals, graphs.merged):
            yield from blank_nodes(graph, _of(engine, graph))
        yield from check_registry(self._shared[graphs.registry])
        missing = 0
        registry = (q.triple for q in _of(engine, graphs.registry))
        for triple in chain(terms(), registry):
            missing += self._missing(triple)
        for article, view in self.articles():
            yield from check_article(article, view, self._shared[graphs.registry])
            for triple in self.given(view):
                missing += self._missing(triple)
        extra = sum(hash(q.triple) not in self._merged for q in _of(engine, graphs.merged))
        if missing or extra:
            yield _finding(
                "merged",
                graphs.merged,
                f"The merged graph lacks {missing} triples that the claims give and holds {extra} "
                "that they do not give. `claimline validate --repair` makes it anew.",
            )
        yield from self._proposals()

    def articles(self) -> Iterator[tuple[Node, Gathered]]:
        """Yield each article with its graphs."""
        names: dict[str, list[Node]] = {}
        for name in self._engine.named_graphs():
            if isinstance(name, Node) and (
                self._graphs.is_claim(name) or self._graphs.is_article(name)
            ):
                local = name.value.rpartition("/")[2].partition("-")[0]
                names.setdefault(local, []).append(name)
        for local in sorted(names):
            article = Node(f"{self._graphs.base}article/{local}")
            graphs = {g: quads for g in names[local] if (quads := list(_of(self._engine, g)))}
            if not graphs:  # purged: the engine remembers the names
                continue
            view = Gathered(graphs, self._shared)
            self._take(article, view)
            yield article, view

    def _take(self, article: Node, view: Gathered) -> None:
        try:
            self._anew.take(told_of(State(view, self._graphs), article))
        except (MappingError, TypeError) as error:
            self._untold = self._untold or error

    def proposals(self) -> set[ox.Quad]:
        """Return what the articles that were read make of the graph of proposals.

        Raises MappingError, TypeError where one of them could not be read.
        """
        if self._untold is not None:
            raise self._untold
        state = State(View(self._engine), self._graphs)
        return self._anew.of_events(state) | self._anew.of_texts(state, state)

    def given(self, view: Gathered) -> Iterator[ox.Triple]:
        """Yield what an article and its claims give to merged."""
        state = State(view, self._graphs)
        for graph in view.graphs:
            yield from contribution(state, graph)

    def _missing(self, triple: ox.Triple) -> bool:
        self._merged.add(hash(triple))
        merged = self._graphs.merged
        return ox.Quad(triple.subject, triple.predicate, triple.object, merged) not in self._engine

    def _proposals(self) -> Iterator[Finding]:
        graph = self._graphs.proposals
        stored = set(_of(self._engine, graph))
        try:
            expected = self.proposals()
        except (MappingError, TypeError) as error:  # told already, as the claims' own faults
            yield _finding("proposals", graph, f"Proposals cannot be worked out: {error}.")
            return
        if stored != expected:
            yield _finding(
                "proposals",
                graph,
                f"The proposals lack {len(expected - stored)} quads and hold "
                f"{len(stored - expected)} that do not follow from the claims. "
                "`claimline validate --repair` makes them anew.",
            )


def _of(engine: ox.Store, graph: Node) -> Iterator[ox.Quad]:
    yield from engine.quads_for_pattern(None, None, None, graph)


def _finding(kind: str, subject: Node, message: str) -> Finding:
    return Finding(kind=kind, subject=subject.value, message=message)
