"""The merged graph: its definition, and how a write keeps it equal to that.

Merged = the graphs of live claims, with every event under its canonical IRI, and `clm:canonical` of
every event in them
+ the graphs of live articles, without the text and without the data of claims that are not live
+ the `clm:status` of every live claim + the registry + the terms of the ontology.
A claim is live when it is neither withdrawn nor rejected. Free graphs never enter.

A write names the graphs that it touches. What they gave before and give no longer leaves merged,
unless another graph still gives it (support); what they newly give comes in.
In:  states of the dataset before and after the write. Out: triples to take out and to put in.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

import ontology
from kg.model.iri import owner
from kg.store.graphs import Graphs
from kg.store.state import State
from kg.store.view import Node, View
from kg.vocabulary import CLM, RDF, SCHEMA

_CANONICAL = Node(CLM.canonical)
_PASSAGE = Node(CLM.passage)
_STATUS = Node(CLM.status)
_TEXT = Node(SCHEMA.text)
_TIME_SPAN = Node(CLM.TimeSpan)
_TYPE = Node(RDF.type)


@lru_cache(maxsize=1)
def terms() -> frozenset[ox.Triple]:
    """Return the triples of the ontology's code lists, which are part of every merged graph."""
    quads = ox.parse(ontology.terms_ttl(), format=ox.RdfFormat.TURTLE)
    return frozenset(quad.triple for quad in quads)


def merged_definition(store: ox.Store, base: str) -> set[ox.Triple]:
    """Return what the merged graph has to be, worked out from all other graphs. Slow, exact."""
    graphs = Graphs(base)
    state = State(View(store), graphs)
    merged = set(terms())
    for graph in store.named_graphs():
        if isinstance(graph, Node):
            merged |= contribution(state, graph)
    return merged


def contribution(state: State, graph: Node) -> set[ox.Triple]:
    """Return the triples that one graph gives to merged; none for a graph that gives nothing."""
    if state.graphs.is_claim(graph):
        return _of_claim(state, graph) if state.is_live_graph(graph) else set()
    if state.graphs.is_article(graph):
        return _of_article(state, graph)
    if graph == state.graphs.registry:
        return {quad.triple for quad in state.view.quads(None, None, None, graph)}
    return set()


def _of_claim(state: State, claim: Node) -> set[ox.Triple]:
    roots: dict[object, Node] = {}

    def canonical(term: Any) -> Any:
        if not isinstance(term, Node):
            return term
        if term not in roots:
            roots[term] = state.canonical(term)
        return roots[term]

    quads = list(state.view.quads(None, None, None, claim))
    triples = {ox.Triple(canonical(q.subject), q.predicate, canonical(q.object)) for q in quads}
    events = [q.subject for q in quads if q.predicate == _TYPE and q.object != _TIME_SPAN]
    return triples | {ox.Triple(event, _CANONICAL, canonical(event)) for event in events}


def _of_article(state: State, article: Node) -> set[ox.Triple]:
    if not state.has_article(article) or state.is_withdrawn(article, article):
        return set()
    live = set(state.live_claims(article))
    dead = [claim for claim in state.claims(article) if claim not in live]
    hidden = _own_subjects(state, article, dead)
    triples = {
        quad.triple
        for quad in state.view.quads(None, None, None, article)
        if quad.predicate != _TEXT and quad.subject not in hidden
    }
    return triples | {ox.Triple(claim, _STATUS, state.status(claim)) for claim in live}


def _own_subjects(state: State, article: Node, claims: Iterable[Node]) -> set[Node]:
    """Return the claims, their parts, passages and selectors."""
    found: set[Node] = set()
    for claim in claims:
        found |= {claim, *own_subjects(state.view, article, claim)}
    return found


def own_subjects(view: View, article: Node, claim: Node) -> list[Node]:
    """Return a claim's parts, and the passages and selectors of both, in its article's graph."""
    parts = [p for p in view.values(claim, Node(CLM.part), claim) if isinstance(p, Node)]
    passages = [
        p
        for teller in (claim, *parts)
        for p in view.values(teller, _PASSAGE, article)
        if isinstance(p, Node)
    ]
    selectors = [Node(f"{p.value}#{end}") for p in passages for end in ("quote", "position")]
    return [*parts, *passages, *selectors]


class Delta:
    """What a write changes in merged."""

    def __init__(self, before: State, after: State) -> None:
        self._before = before
        self._after = after

    def triples(
        self,
        touched: Iterable[Node],
        *,
        registry_out: Iterable[ox.Triple] = (),
        registry_in: Iterable[ox.Triple] = (),
    ) -> tuple[set[ox.Triple], set[ox.Triple]]:
        """Return (out, in) for a write that touches these claims' and articles' graphs.

        Touched is also the graph of a claim whose liveness or whose events' canonical IRIs change.
        The registry, which may be large, is given by its changes.
        """
        graphs = set(touched)
        old, new = set(registry_out), set(registry_in)
        for graph in graphs:
            old |= contribution(self._before, graph)
            new |= contribution(self._after, graph)
        merged = self._after.graphs.merged
        stored = self._before.view.store
        gone = {t for t in old - new if not self._supported(t, graphs)}
        fresh = self._new_articles(graphs)
        come = {
            t
            for t in new - old
            if (isinstance(t.subject, Node) and owner(t.subject.value) in fresh)
            or ox.Quad(t.subject, t.predicate, t.object, merged) not in stored
        }
        return gone, come

    def _new_articles(self, touched: Iterable[Node]) -> set[str]:
        """Return the owners of articles of which nothing is in merged yet, so nobody need look."""
        return {
            owner(graph.value)
            for graph in touched
            if self._after.graphs.is_article(graph)
            and not self._before.has_article(graph)
            and not self._before.claims(graph)
        }

    def _supported(self, triple: ox.Triple, touched: set[Node]) -> bool:
        """True when the terms or a graph that the write does not touch still give the triple."""
        if triple in terms():
            return True
        if triple.predicate == _CANONICAL:
            return self._typed_elsewhere(triple.subject, touched)
        for subject in self._preimages(triple.subject):
            for value in self._preimages(triple.object):
                quads = self._after.view.quads(subject, triple.predicate, value)
                if any(q.graph_name not in touched and self._gives(q) for q in quads):
                    return True
        return False

    def _typed_elsewhere(self, event: object, touched: set[Node]) -> bool:
        quads = self._after.view.quads(event, _TYPE) if isinstance(event, Node) else ()
        return any(
            q.graph_name not in touched and self._after.is_live_graph(q.graph_name)
            for q in quads
            if isinstance(q.graph_name, Node) and q.object != _TIME_SPAN
        )

    def _preimages(self, term: Any) -> list[Any]:
        """Return what stands as `term` in merged: itself and the events merged into it."""
        return self._after.members(term) if isinstance(term, Node) else [term]

    def _gives(self, quad: ox.Quad) -> bool:
        """True when this quad of an untouched graph is part of what the graph gives."""
        graph = quad.graph_name
        if not isinstance(graph, Node):
            return False
        if graph == self._after.graphs.registry:
            return True
        if self._after.graphs.is_claim(graph):
            return self._after.is_live_graph(graph)
        return self._after.graphs.is_article(graph) and quad.triple in contribution(
            self._after, graph
        )
