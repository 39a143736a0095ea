"""An article made ready for a store that holds nothing of it, far from the store.

Nearly all that adding an article takes follows from the article alone: its graphs, what they give
to the merged graph, what its events are compared by. Whoever extracts works it out, in as many
processes as there are, and the one writer has only to see that it fits.
In:  an extraction. Out: a `Ready`, and its plain form, in which it travels.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pyoxigraph as ox

from kg.mapping.checks import check_extraction
from kg.mapping.terms import TYPE, moment
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.resolve.copies import bands_of_runs, text_runs
from kg.resolve.propose import EventFacts
from kg.store.event_facts import EventReader
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
_TEXT = Node(SCHEMA.text)
_TIME_SPAN = Node(CLM.TimeSpan)
_NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)  # stands in no quad that is kept


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
    graphs = Graphs(iris.base)
    quads = extraction_to_quads(extraction, iris=iris, recorded_at=_NO_MOMENT)
    home = Node(extraction.article.iri)
    own = [q for q in quads if q.graph_name != graphs.registry]
    claims = [Node(claim.iri) for claim in extraction.claims if not claim.under]
    events = _events(own, home)
    article = extraction.article
    text = Runs(text_runs(article.text, article.language), article.language)
    return Ready(
        article=article.iri,
        claims=tuple(claim.value for claim in claims),
        events=tuple(event.value for event in events),
        quads=_serialised([*_graphs(own), *_merged(own, claims, events, graphs.merged)]),
        entries=tuple(_entries(q for q in quads if q.graph_name == graphs.registry)),
        told=tuple(_told(quads, claims, graphs)),
        text=text,
        bands=bands_of_runs(text.runs),
    )


def _stands_alone(extraction: Extraction) -> bool:
    """False for claims that come reviewed and for entities that only refer to the registry."""
    actors = (*extraction.actors, *extraction.context_actors)
    places = (*extraction.locations, *extraction.context_locations)
    linked = [*(a.labels for a in actors if a.linked), *(p.labels for p in places if p.linked)]
    return all(linked) and all(claim.review == "extracted" for claim in extraction.claims)


def _graphs(own: list[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield the quads that are written as they are, the text last: the first is a mark to find."""
    yield from (q for q in own if q.predicate not in (_RECORDED_AT, _TEXT))
    yield from (q for q in own if q.predicate == _TEXT)


def _events(own: list[ox.Quad], home: Node) -> list[Node]:
    """Return what the claims' graphs say the class of, time spans aside."""
    typed = (q for q in own if q.predicate == TYPE and q.graph_name != home)
    found = (q.subject for q in typed if q.object != _TIME_SPAN)
    return list(dict.fromkeys(event for event in found if isinstance(event, Node)))


def _merged(
    own: list[ox.Quad], claims: list[Node], events: list[Node], merged: Node
) -> Iterator[ox.Quad]:
    """Yield what the article gives to merged, see kg.store.merged."""
    given = (q for q in own if q.predicate not in (_RECORDED_AT, _TEXT))
    yield from dict.fromkeys(ox.Quad(q.subject, q.predicate, q.object, merged) for q in given)
    yield from (ox.Quad(claim, _STATUS, EXTRACTED, merged) for claim in claims)
    yield from (ox.Quad(event, _CANONICAL, event, merged) for event in events)


def _entries(described: Iterable[ox.Quad]) -> Iterator[tuple[str, bytes]]:
    entries: dict[bytes, list[bytes]] = {}
    for line in _serialised(list(described)).splitlines(keepends=True):
        entries.setdefault(line[1 : line.index(b">")], []).append(line)
    for entity, lines in entries.items():
        yield entity.decode(), b"".join(sorted(lines))


def _told(quads: list[ox.Quad], claims: list[Node], graphs: Graphs) -> Iterator[EventFacts]:
    by_graph: dict[Node, list[ox.Quad]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, Node):
            by_graph.setdefault(quad.graph_name, []).append(quad)
    registry = by_graph.pop(graphs.registry, [])
    reader = EventReader(State(Gathered(by_graph, {graphs.registry: Layer(registry)}), graphs))
    for claim in claims:
        for event in sorted(reader.told_in(claim)):
            if (facts := reader.facts(event)) is not None:
                yield facts


def _serialised(quads: list[ox.Quad]) -> bytes:
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
