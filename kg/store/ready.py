"""An article made ready for a store that holds nothing of it, far from the store.

Nearly all that adding an article takes follows from the article alone: its graphs, what they give
to the merged graph, what its events are compared by. Whoever extracts works it out, in as many
processes as there are, and the one writer has only to see that it fits.
In:  an extraction. Out: a `Ready`, and its plain form, in which it travels.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyoxigraph as ox

from kg.mapping.checks import check_extraction
from kg.mapping.terms import TYPE, moment
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.resolve.copies import bands_of_runs, text_runs
from kg.resolve.propose import EventFacts
from kg.store.event_facts import KINDS, EventReader
from kg.store.gathered import Gathered
from kg.store.graphs import Graphs
from kg.store.shapes import Layer
from kg.store.state import EXTRACTED, State
from kg.store.texts import Runs
from kg.store.told_plain import facts_from_plain, facts_to_plain
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA

_CANONICAL = Node(CLM.canonical)
_RECORDED_AT = Node(CLM.recordedAt)
_STATUS = Node(CLM.status)
# As they are written
_NEEDED = {Node(CLM[name]) for name in ("article", "withdrawnAt", "belongsTo", "within")}
_A = str(TYPE).encode()
_TEXT = str(Node(SCHEMA.text)).encode()
_TIME_SPAN = str(Node(CLM.TimeSpan)).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An article whose claims nobody has decided on.

    `quads` are N-Quads: the graphs of the article and of its `claims`, and what they give to the
    merged graph while none of its `events` is merged; all but the moments of recording. `entries`
    are those of the registry, each with the entity that it describes. `told` are its events as they
    are compared, `text` and `bands` its words as copies share them.
    """

    article: str
    claims: tuple[str, ...]
    events: tuple[str, ...]
    quads: bytes
    entries: tuple[tuple[str, bytes], ...]
    told: tuple[EventFacts, ...]
    text: Runs
    bands: frozenset[str]

    def to_plain(self) -> dict[str, Any]:
        """Return the plain form of all but the quads."""
        return {
            "article": self.article,
            "claims": self.claims,
            "events": self.events,
            "entries": [[entity, lines.decode()] for entity, lines in self.entries],
            "told": [facts_to_plain(facts) for facts in self.told],
            "text": [self.text.runs.hex(), self.text.language],
            "bands": sorted(self.bands),
        }

    @classmethod
    def from_plain(cls, document: dict[str, Any], quads: bytes) -> "Ready":
        """Return what `to_plain` wrote, with the quads."""
        runs, language = document["text"]
        return cls(
            article=document["article"],
            claims=tuple(document["claims"]),
            events=tuple(document["events"]),
            quads=quads,
            entries=tuple((entity, lines.encode()) for entity, lines in document["entries"]),
            told=tuple(facts_from_plain(one, document["article"]) for one in document["told"]),
            text=Runs(bytes.fromhex(runs), language),
            bands=frozenset(document["bands"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """An article that is about to be written, and when its claims are recorded."""

    ready: Ready
    at: datetime

    def lines(self, merged: Node) -> bytes:
        """Return all of its quads as N-Quads."""
        at = moment(self.at)
        recorded = "".join(
            f"<{claim}> {_RECORDED_AT} {at} {graph} .\n"
            for claim in self.ready.claims
            for graph in (f"<{self.ready.article}>", merged)
        )
        return self.ready.quads + recorded.encode()


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
