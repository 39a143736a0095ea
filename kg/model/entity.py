"""Actors and locations as one article names them."""

from dataclasses import dataclass

from kg.model.span import Span
from kg.vocabulary import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who can speak, meet or act.

    `name` is unique among the article's actors: English when linked, else the words used.
    `labels` are (language, label) pairs sorted by language; `belongs_to` is the IRI of the side;
    `matches` are outside identifiers that a source gives. `mentions` are where the text names it
    (not stored in the graph).
    """

    iri: str
    name: str
    kind: ActorKind
    unnamed: bool
    linked: bool
    labels: tuple[tuple[str, str], ...]
    belongs_to: str | None = None
    matches: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place. Latitude and longitude in degrees (WGS 84), None when no source gives them.

    `within` is the IRI of the place that holds it.
    """

    iri: str
    name: str
    linked: bool
    labels: tuple[tuple[str, str], ...]
    latitude: float | None = None
    longitude: float | None = None
    within: str | None = None
    matches: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
