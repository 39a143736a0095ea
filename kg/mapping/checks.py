"""The shapes of the ontology as plain checks, for the claims that Claimline writes itself.

Running SHACL costs 43 ms for an article of 25 claims; these cost less than one, and they see what
SHACL cannot: that a passage is the text at its offsets, that IRIs belong to this article, that days
are in order. pyshacl with ontology/shapes.ttl is their oracle in the tests.
In:  an extraction, on its way to kg.mapping.to_rdf. Out: nothing, or a MappingError in a sentence.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from kg.errors import MappingError
from kg.mapping.check_claims import check_claims
from kg.mapping.terms import node, storable
from kg.model.article import Article, text_digest
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris, local_name
from kg.vocabulary import LANGUAGES, ActorKind


def check_extraction(extraction: Extraction, iris: Iris) -> None:
    """Raise MappingError for anything in the extraction that must not be stored."""
    _check_article(extraction.article, iris)
    article_iri = extraction.article.iri
    actors = (*extraction.actors, *extraction.context_actors)
    places = (*extraction.locations, *extraction.context_locations)
    for actor in actors:
        _check_actor(actor, {a.iri for a in actors}, extraction.article)
        _check_owner(actor, "actor", article_iri, iris)
    for place in places:
        _check_place(place, {p.iri for p in places}, extraction.article)
        _check_owner(place, "place", article_iri, iris)
    _check_listed_once(actors, places, extraction)
    check_claims(extraction, iris)


def _check_article(article: Article, iris: Iris) -> None:
    if not article.iri.startswith(f"{iris.base}article/") or not local_name(article.iri):
        raise MappingError(
            f"The article <{article.iri}> does not lie under {iris.base}article/. "
            "It was read for another store: extract it again."
        )
    node(article.iri)
    if article.source:
        node(article.source)
    if article.language not in LANGUAGES:
        raise MappingError(f"The article is in {article.language!r}, none of {_listed(LANGUAGES)}.")
    for text in (
        article.text,
        article.title,
        article.publisher,
        article.published_from,
        *_reading(article),
    ):
        storable(text or "")
    if article.digest != text_digest(article.text):
        raise MappingError(
            f"The digest of <{article.iri}> is not that of its text, so the text was changed after "
            "extraction. Extract it again."
        )


def _reading(article: Article) -> Iterator[str | None]:
    yield from (article.encoding, article.encoding_from, *article.warnings)


def _check_actor(actor: Actor, known: Iterable[str], article: Article) -> None:
    _check_labels(actor, article)
    if actor.kind not in get_args(ActorKind):
        raise MappingError(f"{actor.name!r} is of kind {actor.kind!r}, which is no kind of actor.")
    if actor.belongs_to and actor.belongs_to not in known:
        raise MappingError(
            f"{actor.name!r} belongs to <{actor.belongs_to}>, which is neither among the article's "
            "actors nor among its context actors."
        )


def _check_place(place: Location, known: Iterable[str], article: Article) -> None:
    _check_labels(place, article)
    for name, value, limit in (
        ("latitude", place.latitude, 90),
        ("longitude", place.longitude, 180),
    ):
        if value is not None and not -limit <= value <= limit:
            raise MappingError(
                f"{place.name!r} has the {name} {value}; it goes to {limit} degrees."
            )
    if (place.latitude is None) != (place.longitude is None):
        raise MappingError(f"{place.name!r} has a latitude or a longitude, but not both.")
    if place.within and place.within not in known:
        raise MappingError(
            f"{place.name!r} lies within <{place.within}>, which is neither among the article's "
            "locations nor among its context locations."
        )


def _check_labels(entity: Actor | Location, article: Article) -> None:
    """Hold the name to the label by which it is read back: English when linked, else as written."""
    if not entity.name.strip():
        raise MappingError(f"<{entity.iri}> has no name.")
    storable(entity.name)
    languages = [language for language, _ in entity.labels]
    if len(set(languages)) != len(languages):
        raise MappingError(f"{entity.name!r} has two labels in one language.")
    for language, label in entity.labels:
        if language not in LANGUAGES:
            raise MappingError(f"{entity.name!r} has a label in {language!r}, an unknown language.")
        storable(label)
    name_language = "en" if entity.linked else article.language
    if dict(entity.labels).get(name_language, entity.name) != entity.name:
        raise MappingError(
            f"The name {entity.name!r} is not the {name_language!r} label of <{entity.iri}>, "
            "by which it is read back."
        )
    for match in entity.matches:
        node(match)


def _check_owner(entity: Actor | Location, kind: str, article_iri: str, iris: Iris) -> None:
    """Keep an article from describing another article's actors, and from renaming linked ones."""
    node(entity.iri)
    local = entity.iri.removeprefix(f"{iris.base}{kind}/")
    if local == entity.iri or "/" in local or not local:
        raise MappingError(
            f"{entity.name!r} has the IRI <{entity.iri}>, not one for a {kind} here."
        )
    own = local.startswith(f"{local_name(article_iri)}-")
    if own == entity.linked:
        rule = (
            "is linked, but its IRI belongs to one article"
            if own
            else "is known to this article only, but its IRI is not"
        )
        raise MappingError(f"{entity.name!r} {rule}: <{entity.iri}>.")


def _check_listed_once(
    actors: Sequence[Actor], places: Sequence[Location], extraction: Extraction
) -> None:
    for iri, times in Counter([a.iri for a in actors] + [p.iri for p in places]).items():
        if times > 1:
            raise MappingError(f"<{iri}> is listed {times} times; an actor is never also a place.")
    names = [a.name for a in extraction.actors], [p.name for p in extraction.locations]
    for kind, listed in zip(("actors", "locations"), names, strict=True):
        for name, times in Counter(listed).items():
            if times > 1:
                raise MappingError(f"{times} {kind} of the article are called {name!r}.")


def _listed(values: Iterable[str]) -> str:
    return ", ".join(values)
