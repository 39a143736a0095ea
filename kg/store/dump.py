"""Exports: which quads leave the store, and in which form.

Turtle is the merged graph. TriG, N-Quads and JSON-LD are every graph but merged, which follows from
them. The articles' texts go out only when asked for. A choice of claims takes with it what they
name: their articles, passages, actors, places, and the decisions on them.
In:  the state of the dataset. Out: UTF-8 in pieces, the same bytes for the same data.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.model.iri import is_iri
from kg.store.base import DumpFormat
from kg.store.jsonld import jsonld
from kg.store.merged import contribution, own_subjects
from kg.store.serialise import nquads, trig, turtle
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA

_DECIDES = Node(CLM.decides)
_MENTIONS = Node(SCHEMA.mentions)
_SAME_EVENT = Node(CLM.sameEvent)
_STATUS = Node(CLM.status)
_TEXT = Node(SCHEMA.text)


def dump(
    state: State, form: DumpFormat, *, with_text: bool, claims: frozenset[str] | None
) -> Iterator[bytes]:
    """Yield an export; see GraphStore.dump."""
    base = state.graphs.base
    if form == "turtle":
        return turtle(_merged(state, claims), base)
    quads = [q for q in _quads(state, claims) if with_text or q.predicate != _TEXT]
    match form:
        case "trig":
            return trig(quads, base)
        case "nquads":
            return nquads(quads)
        case "jsonld":
            return jsonld(quads)


def _quads(state: State, claims: frozenset[str] | None) -> Iterable[ox.Quad]:
    if claims is not None:
        chosen = Chosen(state, claims)
        return {*chosen.quads(), *chosen.decisions()}
    merged, store = state.graphs.merged, state.view.store
    names = [ox.DefaultGraph(), *(name for name in store.named_graphs() if name != merged)]
    return (quad for name in names for quad in store.quads_for_pattern(None, None, None, name))


def _merged(state: State, claims: frozenset[str] | None) -> Iterable[ox.Triple]:
    if claims is None:
        return (q.triple for q in state.view.quads(None, None, None, state.graphs.merged))
    live = [iri for iri in claims if is_iri(iri) and state.is_live_graph(Node(iri))]
    chosen = Chosen(state, live)
    triples = {quad.triple for quad in chosen.described() if quad.predicate != _TEXT}
    for claim in chosen.claims:
        triples |= contribution(state, claim)
        triples.add(ox.Triple(claim, _STATUS, state.status(claim)))
    return triples


class Chosen:
    """Some claims and all that they name."""

    def __init__(self, state: State, claims: Iterable[str]) -> None:
        self._state = state
        nodes = (Node(iri) for iri in claims if is_iri(iri))
        self._articles = {claim: a for claim in nodes if (a := state.article_of(claim))}

    @property
    def claims(self) -> list[Node]:
        """The claims that the store has."""
        return list(self._articles)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield the claims' graphs, what describes them, and the store's meta graph."""
        view = self._state.view
        for claim in self._articles:
            yield from view.quads(None, None, None, claim)
        yield from self.described()
        yield from view.quads(None, None, None, self._state.graphs.meta)

    def described(self) -> Iterator[ox.Quad]:
        """Yield what articles' graphs and the registry say of the claims and of what they name."""
        view, entities = self._state.view, self._entities()
        for claim, article in self._articles.items():
            for subject in (claim, *own_subjects(view, article, claim)):
                yield from view.quads(subject, None, None, article)
        for article in set(self._articles.values()):
            for quad in view.quads(article, None, None, article):
                if quad.predicate != _MENTIONS or quad.object in entities:
                    yield quad
        for found in entities.values():
            yield from found

    def _entities(self) -> dict[Node, list[ox.Quad]]:
        """Return what the articles' graphs and the registry say of the actors and places that the
        claims name, and of those that these belong to."""
        view = self._state.view
        homes = {self._state.graphs.registry, *self._articles.values()}
        asked: list[object] = [
            q.object for c in self._articles for q in view.quads(None, None, None, c)
        ]
        found: dict[Node, list[ox.Quad]] = {}
        prefixes = tuple(f"{self._state.graphs.base}{kind}/" for kind in ("actor", "place"))
        while asked:
            entity = asked.pop()
            if (
                isinstance(entity, Node)
                and entity not in found
                and entity.value.startswith(prefixes)
            ):
                # Few graphs describe an entity, however many there are to be asked.
                found[entity] = [q for q in view.quads(entity) if q.graph_name in homes]
                asked += [quad.object for quad in found[entity]]
        return found

    def decisions(self) -> Iterator[ox.Quad]:
        """Yield the decisions on the claims and on the events in them."""
        view, decisions = self._state.view, self._state.graphs.decisions
        subjects: set[Node] = set(self._articles)
        for claim in self._articles:
            for quad in view.quads(None, None, None, claim):
                if isinstance(quad.subject, Node):
                    subjects.add(quad.subject)
        for subject in subjects:
            yield from view.quads(subject, _SAME_EVENT, None, decisions)
            for activity in view.subjects(_DECIDES, subject, decisions):
                yield from view.quads(activity, None, None, decisions)
