"""Quads -> claims: the way back of kg.mapping.to_rdf.

In:  the quads of an article's graph, of its claims' graphs and of the registry (more does no harm),
     and the current reviews, which stand in decisions.
Out: the extraction in canonical form (kg.mapping.canonical): no mentions, no warnings.
     `clm:canonical` and other articles play no part: an article reads back as it was put.
"""

from collections.abc import Iterable, Mapping
from typing import Any, cast

import pyoxigraph as ox

from kg.errors import MappingError
from kg.mapping.canonical import text_order
from kg.mapping.events_from_rdf import Names, read_event
from kg.mapping.facts import Facts, by_graph
from kg.mapping.terms import read_day
from kg.model.article import Article
from kg.model.claim import Claim, Statement
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.span import Passage, Span
from kg.vocabulary import CLM, LANGUAGES, OA, RDF, RDFS, SCHEMA, SKOS, WGS, Language, Review


def quads_to_extraction(
    quads: Iterable[ox.Quad],
    article_iri: str,
    *,
    iris: Iris,
    claims: Iterable[str] | None = None,
    reviews: Mapping[str, Review] | None = None,
) -> Extraction:
    """Read one article.

    `claims` (IRIs) leaves the others out; None takes all. `reviews` gives the review of a claim
    where it is not "extracted"; a part has that of its claim. An article dumped without its text
    reads back with an empty one. Raises MappingError for quads that are not what `to_rdf` writes.
    """
    graphs = by_graph(quads)
    home = Facts(graphs.get(article_iri, ()))
    registry = Facts(graphs.get(iris.graph("registry"), ()))
    entities = _Entities(article_iri, home, registry)
    found = graphs.keys() if claims is None else claims
    read: list[Claim] = []
    for claim_iri in found:
        if home.has(claim_iri, CLM.article, article_iri):
            graph = Facts(graphs.get(claim_iri, ()))
            review = (reviews or {}).get(claim_iri, "extracted")
            read.extend(_read_claim(claim_iri, graph, home, entities.names(), review))
    return Extraction(
        article=_article(article_iri, home),
        actors=entities.actors,
        locations=entities.locations,
        claims=tuple(sorted(read, key=text_order)),
        context_actors=entities.context_actors(),
        context_locations=entities.context_locations(),
    )


def _article(iri: str, home: Facts) -> Article:
    language = article_language(iri, home)
    published = home.one(iri, SCHEMA.datePublished)
    return Article(
        iri=iri,
        text=home.one(iri, SCHEMA.text) or "",
        title=home.need(iri, SCHEMA.headline),
        language=language,
        published=read_day(published) if published else None,
        published_from=home.one(iri, CLM.publishedFrom),
        publisher=home.one(iri, SCHEMA.publisher),
        source=home.one(iri, SCHEMA.url),
        digest=home.need(iri, CLM.digest),
        encoding=home.one(iri, CLM.encoding),
        encoding_from=cast(Any, home.one(iri, CLM.encodingFrom)),
        furniture=_number(home.one(iri, CLM.furniture)),
        warnings=tuple(home.texts(iri, CLM.warning)),
    )


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def article_language(iri: str, home: Facts) -> Language:
    """Return the article's language. Raises MappingError for one that Claimline does not know."""
    language = home.need(iri, SCHEMA.inLanguage)
    if language not in LANGUAGES:
        raise MappingError(f"<{iri}> is in {language!r}, which is none of {', '.join(LANGUAGES)}.")
    return language


class _Entities:
    """The actors and places that the article lists, and those that theirs belong to."""

    def __init__(self, article_iri: str, home: Facts, registry: Facts) -> None:
        self.home = home
        self.registry = registry
        self.language = article_language(article_iri, home)
        listed = home.nodes(article_iri, SCHEMA.mentions)
        self.actors = tuple(self._actor(i) for i in listed if self._is(i, CLM.Actor))
        self.locations = tuple(self._location(i) for i in listed if self._is(i, CLM.Location))
        if len(self.actors) + len(self.locations) != len(listed):
            raise MappingError(f"<{article_iri}> mentions something that no graph describes.")

    def names(self) -> Names:
        return Names(
            actors={a.iri: a.name for a in self.actors},
            locations={p.iri: p.name for p in self.locations},
        )

    def context_actors(self) -> tuple[Actor, ...]:
        """Return the actors above the listed ones that are not listed themselves."""
        above = self._closure([a.iri for a in self.actors], CLM.belongsTo)
        return tuple(self._actor(i) for i in above)

    def context_locations(self) -> tuple[Location, ...]:
        """Return the places around the listed ones that are not listed themselves."""
        around = self._closure([p.iri for p in self.locations], CLM.within)
        return tuple(self._location(i) for i in around)

    def _closure(self, listed: list[str], predicate: str) -> list[str]:
        seen, todo = set(listed), list(listed)
        while todo:
            for upper in self._facts(iri := todo.pop()).nodes(iri, predicate):
                if upper not in seen:
                    seen.add(upper)
                    todo.append(upper)
        return sorted(seen.difference(listed))

    def _facts(self, iri: str) -> Facts:
        return self.registry if self.registry.values(iri, RDF.type) else self.home

    def _is(self, iri: str, class_iri: str) -> bool:
        return self._facts(iri).has(iri, RDF.type, class_iri)

    def _actor(self, iri: str) -> Actor:
        facts = self._facts(iri)
        return Actor(
            **self._shared(iri),
            kind=cast(Any, facts.code(iri, CLM.actorKind)),
            unnamed=facts.true(iri, CLM.unnamed),
            belongs_to=facts.one(iri, CLM.belongsTo),
        )

    def _location(self, iri: str) -> Location:
        facts = self._facts(iri)
        latitude, longitude = facts.one(iri, WGS.lat), facts.one(iri, WGS.long)
        return Location(
            **self._shared(iri),
            latitude=None if latitude is None else float(latitude),
            longitude=None if longitude is None else float(longitude),
            within=facts.one(iri, CLM.within),
        )

    def _shared(self, iri: str) -> dict[str, Any]:
        """Return what actors and places share; the name is a label, see kg.mapping.to_rdf.

        Who is named only by a claim that stayed from a text in another language, because somebody
        decided on it, goes by that text's words.
        """
        facts = self._facts(iri)
        linked = facts is self.registry
        labels = facts.labels(iri, RDFS.label)
        if not labels or (linked and "en" not in labels):
            raise MappingError(f"<{iri}> has no label in the language of its name.")
        name = labels.get("en" if linked else self.language) or labels[min(labels)]
        return {
            "iri": iri,
            "name": name,
            "linked": linked,
            "labels": tuple(sorted(labels.items())),
            "matches": tuple(facts.nodes(iri, SKOS.exactMatch)),
        }


def _read_claim(
    claim_iri: str, graph: Facts, home: Facts, names: Names, review: Review
) -> Iterable[Claim]:
    """Read a claim and its parts."""
    own = _own_data(claim_iri, home, review)
    claim = read_event(claim_iri, graph, names, own)
    yield claim
    for part_iri in graph.nodes(claim_iri, CLM.part):
        if not isinstance(claim, Statement):
            raise MappingError(f"<{claim_iri}> has parts, but does not convey a statement.")
        own = _own_data(part_iri, home, review)
        yield read_event(part_iri, graph, names, own, within=claim)


def _own_data(iri: str, home: Facts, review: Review) -> dict[str, Any]:
    passages = sorted(home.nodes(iri, CLM.passage), key=_passage_number)
    return {
        "iri": iri,
        "evidence": tuple(_passage(p, home) for p in passages),
        "cues": read_cues(home.one(iri, CLM.cue) or ""),
        "confidence": float(home.need(iri, CLM.confidence)),
        "extractor": home.need(iri, CLM.extractor),
        "rule": home.need(iri, CLM.rule),
        "carried_speaker": home.true(iri, CLM.carriedSpeaker),
        "review": review,
    }


def _passage_number(iri: str) -> int:
    number = iri.rpartition("-")[2]
    if not number.isdecimal():
        raise MappingError(f"<{iri}> does not end in the number of a passage.")
    return int(number)


def _passage(iri: str, home: Facts) -> Passage:
    return Passage(
        start=int(home.need(f"{iri}#position", OA.start)),
        end=int(home.need(f"{iri}#position", OA.end)),
        text=home.need(f"{iri}#quote", OA.exact),
    )


def read_cues(text: str) -> tuple[Span, ...]:
    """Read clm:cue ("217-225 271-277"). Raises MappingError for anything else."""
    try:
        pairs = [pair.split("-") for pair in text.split()]
        return tuple(Span(int(start), int(end)) for start, end in pairs)
    except ValueError as error:
        raise MappingError(f"{text!r} is no list of offset pairs: {error}.") from error
