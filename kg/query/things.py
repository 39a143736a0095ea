"""The pages of an actor, a place and an article as values.

In:  a `Source`, an IRI, a reader's `Words`. Out: `ActorDetail`, `PlaceDetail`, `ArticleDetail`;
NotFound for what the store does not hold.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.config import PAGE_SIZE
from kg.errors import NotFound
from kg.model.claim import Statement
from kg.model.iri import local_name
from kg.model.notes import EncodingFrom
from kg.query import messages as m
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.reading import Segment, marks_of, segments
from kg.query.rows import Row, event_row
from kg.query.snapshot import source_of
from kg.query.source import Listed, Page, Source
from kg.query.telling import EventKind, Role, Telling, kind_of
from kg.query.told import Ref, claim_href, data_links
from kg.query.wording import actor_name, certainty, gist, kind_word, place_name
from kg.query.words import Part, Parts, Words
from kg.vocabulary import RIGHT_TO_LEFT

# The overrides, which show letters in another order than they stand.
_TURNS = re.compile("[\u202d\u202e]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    """An event with what an actor or place has to do with it, in words."""

    row: Row
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDetail:
    """An actor: names in other languages, its side, its members, the events it has to do with.

    `matches` are outside identifiers; `next` the token of the next page of events.
    """

    iri: str
    href: str
    name: Part
    kind_label: str
    unnamed: bool
    linked: bool
    labels: tuple[tuple[str, str], ...]
    belongs_to: tuple[Ref, ...]
    members: tuple[Ref, ...]
    matches: tuple[str, ...]
    events: tuple[Involved, ...]
    total: int
    next: str | None
    links: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDetail:
    """A place: where it lies, what lies in it, the events there or about it.

    Latitude and longitude in degrees, None where no source gives them.
    """

    iri: str
    href: str
    name: Part
    linked: bool
    labels: tuple[tuple[str, str], ...]
    latitude: float | None
    longitude: float | None
    within: tuple[Ref, ...]
    inside: tuple[Ref, ...]
    matches: tuple[str, ...]
    events: tuple[Involved, ...]
    total: int
    next: str | None
    links: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleClaim:
    """A claim or part in the margin of its article."""

    iri: str
    href: str
    event_href: str
    kind: EventKind
    badge: str
    kind_label: str
    gist: Parts
    certainty: str
    part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDetail:
    """An article to read: its text in segments, its claims in the order of the text.

    `published` is an ISO day; `published_label` the same in words; `source` is an address as the
    article gives it, which may be anything. `copies` are articles of nearly the same text;
    `encoding`, `furniture` and `warnings` tell how it was read (`kg.model.article`);
    `unreadable` counts letters that its encoding lost, `turned` marks that turn the direction.
    """

    iri: str
    href: str
    title: str
    language: str
    direction: Literal["ltr", "rtl"]
    published: str | None
    published_label: str | None
    published_from: str | None
    publisher: str | None
    source: str | None
    digest: str
    encoding: str | None
    encoding_from: EncodingFrom | None
    furniture: int | None
    warnings: tuple[str, ...]
    counts: Mapping[EventKind, int]
    copies: tuple[Ref, ...]
    unreadable: int
    turned: int
    segments: tuple[Segment, ...]
    claims: tuple[ArticleClaim, ...]
    links: dict[str, str]


def actor_detail(
    given: Dataset | Source,
    iri: str,
    words: Words,
    *,
    limit: int = PAGE_SIZE,
    after: str | None = None,
) -> ActorDetail:
    """Return an actor with a page of its events. Raises NotFound, QueryError for a wrong page."""
    source = source_of(given)
    if source.named("actor", iri) is None:
        raise NotFound(f"There is no actor {iri} in this store.")
    members = source.members("actor", iri)
    entities = source.entities((iri, *members))
    actor = entities.actors[iri]
    found = source.involving("actor", iri, limit, after)
    roles: dict[str, dict[str, None]] = defaultdict(dict)
    for telling in found.page.dataset.actor_tellings.get(iri, ()):
        for name in _roles_of(telling, iri):
            roles[telling.event][words.gettext(m.ROLES[name])] = None
    return ActorDetail(
        iri=iri,
        href=f"/actors/{local_name(iri)}",
        name=actor_name(entities, iri, words),
        kind_label=words.gettext(m.ACTOR_KINDS[actor.kind]),
        unnamed=actor.unnamed,
        linked=actor.linked,
        labels=actor.labels,
        belongs_to=tuple(_actor_ref(entities, i, words) for i in entities.actor_line(iri)[1:]),
        members=tuple(_actor_ref(entities, i, words) for i in members),
        matches=actor.matches,
        events=_involved(found.page, roles, words),
        total=found.total,
        next=found.page.next,
        links=data_links(f"/actors/{local_name(iri)}"),
    )


def place_detail(
    given: Dataset | Source,
    iri: str,
    words: Words,
    *,
    limit: int = PAGE_SIZE,
    after: str | None = None,
) -> PlaceDetail:
    """Return a place with a page of the events there, in it, or about it. Raises NotFound."""
    source = source_of(given)
    if source.named("place", iri) is None:
        raise NotFound(f"There is no place {iri} in this store.")
    inside = source.members("place", iri)
    entities = source.entities((iri, *inside))
    place = entities.places[iri]
    found = source.involving("place", iri, limit, after)
    roles: dict[str, dict[str, None]] = defaultdict(dict)
    for telling in found.page.dataset.claims.values():
        line = found.page.dataset.entities.place_line(telling.place) if telling.place else ()
        if iri in line:
            roles[telling.event][words.gettext(m.HERE)] = None
        if iri in telling.about:
            roles[telling.event][words.gettext(m.ROLES["about"])] = None
    return PlaceDetail(
        iri=iri,
        href=f"/places/{local_name(iri)}",
        name=place_name(entities, iri, words),
        linked=place.linked,
        labels=place.labels,
        latitude=place.latitude,
        longitude=place.longitude,
        within=tuple(_place_ref(entities, i, words) for i in entities.place_line(iri)[1:]),
        inside=tuple(_place_ref(entities, i, words) for i in inside),
        matches=place.matches,
        events=_involved(found.page, roles, words),
        total=found.total,
        next=found.page.next,
        links=data_links(f"/places/{local_name(iri)}"),
    )


def article_detail(given: Dataset | Source, iri: str, words: Words) -> ArticleDetail:
    """Return an article with its evidence marked. Raises NotFound."""
    source = source_of(given)
    dataset = source.article(iri)
    view = dataset.get_article(iri)
    article = view.article
    tellings = [dataset.claims[c.iri] for c in view.extraction.claims]
    return ArticleDetail(
        iri=iri,
        href=f"/articles/{local_name(iri)}",
        title=article.title,
        language=article.language,
        direction="rtl" if article.language in RIGHT_TO_LEFT else "ltr",
        published=str(article.published) if article.published else None,
        published_label=words.format_day(article.published) if article.published else None,
        published_from=article.published_from,
        publisher=article.publisher,
        source=article.source,
        digest=article.digest,
        encoding=article.encoding,
        encoding_from=article.encoding_from,
        furniture=article.furniture,
        warnings=article.warnings,
        counts=Counter(kind_of(t.claim) for t in tellings),
        copies=tuple(_copy_ref(found) for found in source.copies_of(iri)),
        unreadable=article.text.count("\ufffd"),
        turned=len(_TURNS.findall(article.text)),
        segments=segments(article.text, marks_of(t.claim for t in tellings)),
        claims=tuple(_article_claim(dataset, t, words) for t in tellings),
        links=data_links(f"/articles/{local_name(iri)}"),
    )


def _copy_ref(found: Listed) -> Ref:
    title = Part(text=found.title, role="words", language="")
    return Ref(iri=found.iri, href=f"/articles/{local_name(found.iri)}", name=(title,))


def _roles_of(telling: Telling, iri: str) -> Iterable[Role]:
    return (role for actor, role in telling.roles() if actor == iri)


def _involved(
    page: Page, roles: Mapping[str, Mapping[str, None]], words: Words
) -> tuple[Involved, ...]:
    return tuple(
        Involved(
            row=event_row(page.dataset, facts, words, relative=False),
            roles=tuple(roles[facts.event.iri]),
        )
        for facts in page.events
    )


def _actor_ref(entities: Entities, iri: str, words: Words) -> Ref:
    known = iri in entities.actors
    name = (
        actor_name(entities, iri, words)
        if known
        else Part(text=local_name(iri), role="name", language="en", iri=iri)
    )
    return Ref(iri=iri, href=f"/actors/{local_name(iri)}", name=(name,))


def _place_ref(entities: Entities, iri: str, words: Words) -> Ref:
    known = iri in entities.places
    name = (
        place_name(entities, iri, words)
        if known
        else Part(text=local_name(iri), role="name", language="en", iri=iri)
    )
    return Ref(iri=iri, href=f"/places/{local_name(iri)}", name=(name,))


def _article_claim(dataset: Dataset, telling: Telling, words: Words) -> ArticleClaim:
    claim = telling.claim
    act = claim.act if isinstance(claim, Statement) else None
    kind = kind_of(claim)
    return ArticleClaim(
        iri=claim.iri,
        href=claim_href(claim.iri),
        event_href=f"/events/{local_name(telling.event)}",
        kind=kind,
        badge=act or kind,
        kind_label=kind_word(kind, act, words),
        gist=gist(dataset.entities, telling, words),
        certainty=certainty(claim.confidence),
        part=claim.under is not None,
    )
