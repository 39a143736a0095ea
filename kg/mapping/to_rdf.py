"""Claims -> quads: an extraction as the named graphs of the dataset.

In:  a checked extraction (kg.mapping.checks) and when each claim was recorded.
Out: quads of the article's graph (the article, its claims' own data, passages, unlinked actors and
     places, the text), of one graph a claim (what it contributes about events) and of the registry
     (linked actors and places). No blank node, no merged graph, no review: a review is a decision.
     What stands where is table.toml. A claim's graph follows from that claim and its parts alone.
Source: PROV-O, SEM, schema.org, Web Annotation (selectors count code points).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

import pyoxigraph as ox

from kg.config import QUOTE_CONTEXT_CHARS
from kg.mapping.events_to_rdf import EventWriter, Graph, outermost
from kg.mapping.terms import TRUE, date, decimal, integer, moment, node, plain, term, words
from kg.model.article import Article
from kg.model.claim import Claim, Meeting, RedLine, Statement, part_iri
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris, local_name
from kg.model.span import Passage, Span
from kg.vocabulary import CLM, CLT, OA, RDFS, SCHEMA, SKOS, WGS

Node = ox.NamedNode


def extraction_to_quads(
    extraction: Extraction, *, iris: Iris, recorded_at: datetime | Mapping[str, datetime] | None
) -> list[ox.Quad]:
    """Return the quads of an extraction, each once, graph by graph.

    `recorded_at` is one moment for all claims, or one for each by the claim's IRI; None for none.
    Raises MappingError for what no RDF syntax can carry and for names that are not listed.
    """
    writer = _Writer(extraction, iris)
    for claim in extraction.claims:
        if not claim.under:
            at = recorded_at[claim.iri] if isinstance(recorded_at, Mapping) else recorded_at
            writer.claim(claim, at)
    return list(dict.fromkeys(writer.quads()))


class _Writer:
    """One extraction on its way into graphs."""

    def __init__(self, extraction: Extraction, iris: Iris) -> None:
        self.extraction = extraction
        self.iris = iris
        self.language = extraction.article.language
        self.article = node(extraction.article.iri)
        self.home = Graph(extraction.article.iri)
        self.registry = Graph(iris.graph("registry"))
        self.graphs = [self.home, self.registry]
        self.events = EventWriter(extraction)
        self.parts: dict[str, list[Meeting | RedLine]] = {}
        for claim in extraction.claims:
            if not isinstance(claim, Statement) and claim.under:
                self.parts.setdefault(claim.under, []).append(claim)
        self._article(extraction.article)
        self._entities()

    def quads(self) -> Iterable[ox.Quad]:
        for graph in self.graphs:
            yield from graph.quads

    # The article and what it names

    def _article(self, article: Article) -> None:
        add = self.home.add
        self.home.add_type(self.article, CLM.Article)
        add(self.article, SCHEMA.headline, words(article.title, self.language))
        add(self.article, SCHEMA.inLanguage, plain(self.language))
        published = date(article.published) if article.published else None
        add(self.article, SCHEMA.datePublished, published)
        add(self.article, CLM.publishedFrom, _plain(article.published_from))
        add(self.article, SCHEMA.publisher, _plain(article.publisher))
        add(self.article, SCHEMA.url, node(article.source) if article.source else None)
        add(self.article, CLM.digest, plain(article.digest))
        add(self.article, CLM.encoding, _plain(article.encoding))
        add(self.article, CLM.encodingFrom, _plain(article.encoding_from))
        furniture = article.furniture
        add(self.article, CLM.furniture, None if furniture is None else integer(furniture))
        for warning in article.warnings:
            add(self.article, CLM.warning, words(warning, "en"))
        add(self.article, SCHEMA.text, words(article.text, self.language))

    def _entities(self) -> None:
        extraction = self.extraction
        for actor in (*extraction.actors, *extraction.context_actors):
            self._actor(actor)
        for place in (*extraction.locations, *extraction.context_locations):
            self._location(place)
        for iri in [a.iri for a in extraction.actors] + [p.iri for p in extraction.locations]:
            self.home.add(self.article, SCHEMA.mentions, node(iri))

    def _actor(self, actor: Actor) -> None:
        graph, subject = self._entity(actor, CLM.Actor)
        graph.add(subject, CLM.actorKind, term(CLT[actor.kind]))
        graph.add(subject, CLM.unnamed, TRUE if actor.unnamed else None)
        graph.add(subject, CLM.belongsTo, node(actor.belongs_to) if actor.belongs_to else None)

    def _location(self, place: Location) -> None:
        graph, subject = self._entity(place, CLM.Location)
        graph.add(subject, WGS.lat, None if place.latitude is None else decimal(place.latitude))
        graph.add(subject, WGS.long, None if place.longitude is None else decimal(place.longitude))
        graph.add(subject, CLM.within, node(place.within) if place.within else None)

    def _entity(self, entity: Actor | Location, class_iri: str) -> tuple[Graph, Node]:
        """Write what actors and places share. The name is the label by which it is read back."""
        graph = self.registry if entity.linked else self.home
        subject = node(entity.iri)
        graph.add_type(subject, class_iri)
        name_language = "en" if entity.linked else self.language
        for language, label in {name_language: entity.name, **dict(entity.labels)}.items():
            graph.add(subject, RDFS.label, words(label, language))
        for match in entity.matches:
            graph.add(subject, SKOS.exactMatch, node(match))
        return graph, subject

    # Claims and their parts

    def claim(self, claim: Claim, recorded_at: datetime | None) -> None:
        """Write a claim and its parts: its graph, and its own data in the article's graph."""
        graph = Graph(claim.iri)
        self.graphs.append(graph)
        subject = node(claim.iri)
        self.home.add_type(subject, CLM.Claim)
        self.home.add(subject, CLM.article, self.article)
        self.home.add(subject, CLM.recordedAt, moment(recorded_at) if recorded_at else None)
        self._own_data(claim, subject)
        graph.add(subject, CLM[claim.commitment], node(outermost(claim)))
        self.events.write(graph, claim, f"{claim.iri}#time")
        for part in self.parts.get(claim.iri, ()):
            self._part(graph, claim, part)
        for event in graph.described:
            graph.add(subject, CLM.reaches, event)

    def _part(self, graph: Graph, claim: Claim, part: Meeting | RedLine) -> None:
        subject = node(part_iri(claim.iri, part.event))
        graph.add(node(claim.iri), CLM.part, subject)
        graph.add(subject, CLM.tells, node(part.event))
        self._own_data(part, subject)
        self.events.write(graph, part, f"{claim.iri}#time-{local_name(part.event)}")

    def _own_data(self, claim: Claim, subject: Node) -> None:
        add = self.home.add
        add(subject, CLM.confidence, decimal(claim.confidence))
        add(subject, CLM.extractor, plain(claim.extractor))
        add(subject, CLM.rule, plain(claim.rule))
        add(subject, CLM.carriedSpeaker, TRUE if claim.carried_speaker else None)
        add(subject, CLM.cue, plain(cue_text(claim.cues)) if claim.cues else None)
        for position, passage in enumerate(claim.evidence, start=1):
            iri = self.iris.passage(claim.iri, position)
            add(subject, CLM.passage, node(iri))
            self._passage(iri, passage)

    def _passage(self, iri: str, passage: Passage) -> None:
        add, text = self.home.add, self.extraction.article.text
        subject, quote, position = node(iri), node(f"{iri}#quote"), node(f"{iri}#position")
        self.home.add_type(subject, CLM.Passage)
        add(subject, OA.hasSource, self.article)
        add(subject, OA.hasSelector, quote)
        add(subject, OA.hasSelector, position)
        self.home.add_type(quote, OA.TextQuoteSelector)
        add(quote, OA.exact, words(passage.text, self.language))
        before = text[max(0, passage.start - QUOTE_CONTEXT_CHARS) : passage.start]
        after = text[passage.end : passage.end + QUOTE_CONTEXT_CHARS]
        add(quote, OA.prefix, words(before, self.language))
        add(quote, OA.suffix, words(after, self.language))
        self.home.add_type(position, OA.TextPositionSelector)
        add(position, OA.start, integer(passage.start))
        add(position, OA.end, integer(passage.end))


def cue_text(cues: Iterable[Span]) -> str:
    """Return offset pairs as clm:cue holds them: "217-225 271-277", in the order given."""
    return " ".join(f"{cue.start}-{cue.end}" for cue in cues)


def _plain(text: str | None) -> ox.Literal | None:
    return None if text is None else plain(text)
