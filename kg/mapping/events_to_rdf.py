"""Statements, meetings, red lines and their times -> the quads of a claim's graph.

In:  a claim and the names of the article's actors and places.
Out: what the claim contributes about events, added to its graph. Every event that is linked to is
     typed as well, so that no graph links to something it does not describe; naming an event
     commits nobody.
"""

from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import MappingError
from kg.lexicon.crossings import claims_crossing
from kg.mapping.terms import FALSE, TRUE, TYPE, date, node, plain, term, words
from kg.model.claim import Claim, Meeting, RedLine, Statement, reporter_iri
from kg.model.extraction import Extraction
from kg.model.timespan import TimeSpan
from kg.vocabulary import CLM, CLT

Node = ox.NamedNode
Object = ox.NamedNode | ox.Literal

_SAID: Mapping[bool | None, ox.Literal | None] = {True: TRUE, False: FALSE, None: None}


class Graph:
    """Collects the quads of one named graph."""

    def __init__(self, iri: str) -> None:
        self.name = node(iri)
        self.quads: list[ox.Quad] = []
        self.described: dict[Node, str] = {}  # what has a class, time spans aside

    def add(self, subject: Node, predicate: str, value: Object | None) -> None:
        """Add one quad; None adds nothing."""
        if value is not None:
            self.quads.append(ox.Quad(subject, term(predicate), value, self.name))

    def add_type(self, subject: Node, class_iri: str) -> None:
        """Say of which class the subject is."""
        self.quads.append(ox.Quad(subject, TYPE, term(class_iri), self.name))
        if class_iri != CLM.TimeSpan:
            self.described[subject] = class_iri


class EventWriter:
    """Writes the events of one extraction's claims."""

    def __init__(self, extraction: Extraction) -> None:
        classes = {Statement: CLM.Statement, Meeting: CLM.Meeting, RedLine: CLM.RedLine}
        self.types = {c.event: classes[type(c)] for c in extraction.claims}
        self.actors = {a.name: node(a.iri) for a in extraction.actors}
        self.places = {p.name: node(p.iri) for p in extraction.locations}
        self.language = extraction.article.language
        self.article = node(extraction.article.iri)

    def write(self, graph: Graph, claim: Claim, time_iri: str) -> None:
        """Write the claim's event and its time. Raises MappingError for a name not listed."""
        match claim:
            case Statement():
                self._reporters(graph, claim)
                self._statement(graph, claim)
            case Meeting():
                self._meeting(graph, claim)
            case RedLine():
                self._redline(graph, claim)
        if claim.time:
            graph.add(node(claim.event), CLM.time, node(time_iri))
            self._time(graph, node(time_iri), claim.time)

    def _reporters(self, graph: Graph, claim: Statement) -> None:
        for position, name in enumerate(claim.via, start=1):
            last = position == len(claim.via)
            subject = node(reporter_iri(claim.event, position))
            inner = claim.event if last else reporter_iri(claim.event, position + 1)
            graph.add_type(subject, CLM.Statement)
            graph.add(subject, CLM.kind, term(CLT.reports))
            graph.add(subject, CLM.speaker, self._actor_node(name))
            graph.add(subject, CLM.asserts, node(inner))

    def _statement(self, graph: Graph, claim: Statement) -> None:
        subject = node(claim.event)
        graph.add_type(subject, CLM.Statement)
        graph.add(subject, CLM.kind, term(CLT[claim.act]))
        graph.add(subject, CLM.speaker, self._actor_node(claim.speaker) if claim.speaker else None)
        for name in claim.addressees:
            graph.add(subject, CLM.addressee, self._actor_node(name))
        graph.add(subject, CLM.content, words(claim.content, self.language))
        graph.add(subject, CLM.quote, self._words(claim.quote))
        graph.add(subject, CLM.condition, self._words(claim.condition))
        crossed = claims_crossing(claim.content, self.language, claim.act)
        graph.add(subject, CLM.claimsCrossing, _SAID[crossed])
        for about in claim.about:
            value = self._actor_node if about.kind == "actor" else self._place_node
            graph.add(subject, CLM.about, value(about.name))
        if claim.said_at:
            self._refer(graph, subject, CLM.saidAt, claim.said_at)
        for conveyed in claim.conveys:
            self._refer(graph, subject, CLM[conveyed.commitment], conveyed.event)

    def _meeting(self, graph: Graph, claim: Meeting) -> None:
        subject = node(claim.event)
        graph.add_type(subject, CLM.Meeting)
        for name in claim.participants:
            graph.add(subject, CLM.participant, self._actor_node(name))
        graph.add(subject, CLM.incomplete, TRUE if claim.incomplete else None)
        for name in claim.mediators:
            graph.add(subject, CLM.mediator, self._actor_node(name))
        graph.add(subject, CLM.location, self._place_node(claim.place) if claim.place else None)
        graph.add(subject, CLM.venue, self._words(claim.venue))
        graph.add(subject, CLM.meetingStatus, term(CLT[claim.status]))
        graph.add(subject, CLM.topicText, self._words(claim.topic))

    def _redline(self, graph: Graph, claim: RedLine) -> None:
        """Write the line; who declared it, to whom and where stands with its statement."""
        subject = node(claim.event)
        graph.add_type(subject, CLM.RedLine)
        graph.add(subject, CLM.triggerText, words(claim.trigger_text, self.language))
        if claim.trigger:
            self._refer(graph, subject, CLM.trigger, claim.trigger)
            action, place = node(claim.trigger), claim.trigger_place
            graph.add(
                action, CLM.kind, term(CLT[claim.trigger_kind]) if claim.trigger_kind else None
            )
            graph.add(action, CLM.location, self._place_node(place) if place else None)

    def _refer(self, graph: Graph, subject: Node, predicate: str, event: str) -> None:
        """Link to an event and say of which class it is, so that no graph has a dangling link."""
        graph.add(subject, predicate, node(event))
        graph.add_type(node(event), self.types.get(event, CLM.Action))

    def _time(self, graph: Graph, subject: Node, time: TimeSpan) -> None:
        add = graph.add
        graph.add_type(subject, CLM.TimeSpan)
        add(subject, CLM.timeText, self._words(time.text))
        add(subject, CLM.earliest, date(time.earliest) if time.earliest else None)
        add(subject, CLM.latest, date(time.latest) if time.latest else None)
        add(subject, CLM.precision, term(CLT[time.precision]) if time.precision else None)
        add(subject, CLM.extent, term(CLT[time.extent]))
        add(subject, CLM.basis, term(CLT[time.basis]))
        add(subject, CLM.tense, term(CLT[time.tense]))
        if time.offset_days:
            first, last = time.offset_days
            add(subject, CLM.offsetDays, plain(f"{first}/{last}"))
        if time.offset_days or time.basis in ("relative", "inferred"):
            add(subject, CLM.anchor, self.article)

    def _words(self, text: str | None) -> ox.Literal | None:
        return None if text is None else words(text, self.language)

    def _actor_node(self, name: str) -> Node:
        return _named(self.actors, name, "actor")

    def _place_node(self, name: str) -> Node:
        return _named(self.places, name, "location")


def outermost(claim: Claim) -> str:
    """Return what the claim itself conveys: its event, or the report of the outermost reporter."""
    return (
        reporter_iri(claim.event, 1) if isinstance(claim, Statement) and claim.via else claim.event
    )


def _named(nodes: Mapping[str, Node], name: str, kind: str) -> Node:
    try:
        return nodes[name]
    except KeyError as error:
        raise MappingError(
            f"A claim names the {kind} {name!r}, which the article does not list."
        ) from error
