"""Works out an article's `Ready`: what a store that holds nothing of it has to write.

In:  an extraction. Out: a `Ready`, or None where only the store can tell.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.mapping.checks import check_extraction
from kg.mapping.terms import TYPE
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.resolve.copies import bands_of_runs, text_runs
from kg.resolve.propose import EventFacts
from kg.store.event_facts import KINDS, EventReader
from kg.store.gathered import Gathered
from kg.store.graphs import Graphs
from kg.store.ready import Ready
from kg.store.shapes import Layer
from kg.store.state import EXTRACTED, State
from kg.store.texts import Runs
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA

_CANONICAL = Node(CLM.canonical)
_NEEDED = {Node(CLM[name]) for name in ("article", "withdrawnAt", "belongsTo", "within")}
_STATUS = Node(CLM.status)
# As they are written
_A = str(TYPE).encode()
_TEXT = str(Node(SCHEMA.text)).encode()
_TIME_SPAN = str(Node(CLM.TimeSpan)).encode()


def make_ready(extraction: Extraction, iris: Iris) -> Ready | None:
    """Return the article made ready; None where only the store can tell what has to be written.

    Raises MappingError for an extraction that must not be stored.
    """
    check_extraction(extraction, iris)
    if not _stands_alone(extraction):
        return None
    graphs, article = Graphs(iris.base), extraction.article
    quads = extraction_to_quads(extraction, iris=iris, recorded_at=None)
    written = _Written(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"", article.iri, graphs)
    claims = tuple(claim.iri for claim in extraction.claims if not claim.under)
    text = Runs(text_runs(article.text, article.language), article.language)
    return Ready(
        article=article.iri,
        claims=claims,
        events=written.events,
        quads=written.quads(claims),
        entries=written.entries,
        told=tuple(_told(quads, article.iri, graphs)),
        text=text,
        bands=bands_of_runs(text.runs),
    )


def _stands_alone(extraction: Extraction) -> bool:
    """False for claims that come reviewed and for entities that only refer to the registry."""
    actors = (*extraction.actors, *extraction.context_actors)
    places = (*extraction.locations, *extraction.context_locations)
    linked = [*(a.labels for a in actors if a.linked), *(p.labels for p in places if p.linked)]
    return all(linked) and all(claim.review == "extracted" for claim in extraction.claims)


class _Written:
    """An article's lines of N-Quads, and what they give to merged (see kg.store.merged).

    A line is looked at as it is written: subject, predicate and graph are IRIs, without blanks.
    """

    def __init__(self, lines: bytes, article: str, graphs: Graphs) -> None:
        self._tail = f" {graphs.merged} .\n".encode()
        home, registry = f"<{article}>".encode(), str(graphs.registry).encode()
        self._own: list[bytes] = []
        self._text: list[bytes] = []
        self._given: list[bytes] = []
        entries: dict[bytes, list[bytes]] = {}
        events: dict[bytes, None] = {}
        for line in lines.splitlines(keepends=True):
            subject, predicate, rest = line.split(b" ", 2)
            value, _, graph = rest[:-3].rpartition(b" ")
            if graph == registry:
                entries.setdefault(subject, []).append(line)
            elif predicate == _TEXT:
                self._text.append(line)
            else:
                self._own.append(line)
                self._given += (subject, b" ", predicate, b" ", value, self._tail)
                if predicate == _A and graph != home and value != _TIME_SPAN:
                    events[subject] = None
        self.events = tuple(event[1:-1].decode() for event in events)
        self.entries = tuple(
            (entity[1:-1].decode(), b"".join(sorted(lines))) for entity, lines in entries.items()
        )

    def quads(self, claims: Iterable[str]) -> bytes:
        """Return the lines of a store: the text last, for the first is a mark to find again."""
        tail = self._tail.decode()
        status = [f"<{claim}> {_STATUS} {EXTRACTED}{tail}" for claim in claims]
        canonical = [f"<{event}> {_CANONICAL} <{event}>{tail}" for event in self.events]
        added = "".join([*status, *canonical]).encode()
        return b"".join([*self._own, *self._given, added, *self._text])


def _told(quads: list[ox.Quad], article_iri: str, graphs: Graphs) -> Iterator[EventFacts]:
    """Yield the events of an article's claims, as a store with these quads would read them."""
    by_graph = _by_graph(quads)
    article = Node(article_iri)
    registry = by_graph.pop(graphs.registry, [])
    by_graph[article] = [q for q in by_graph[article] if _is_needed(q, article)]
    reader = EventReader(State(Gathered(by_graph, {graphs.registry: Layer(registry)}), graphs))
    for graph, told in by_graph.items():
        if graph != article:
            for quad in told:
                kind = KINDS.get(quad.predicate)
                if kind is not None and isinstance(quad.subject, Node):
                    yield reader.told_by(quad.subject.value, kind, graph, article)


def _is_needed(quad: ox.Quad, article: Node) -> bool:
    """True for what says anything of the article, its claims' lives and who holds whom."""
    return quad.subject == article or quad.predicate in _NEEDED


def _by_graph(quads: list[ox.Quad]) -> dict[Node, list[ox.Quad]]:
    graphs: dict[Node, list[ox.Quad]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, Node):
            graphs.setdefault(quad.graph_name, []).append(quad)
    return graphs
