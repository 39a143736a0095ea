"""The pages of an event and of a claim as values.

In:  a `Source`, an IRI, a reader's `Words`. Out: `EventDetail`, `ClaimDetail`; NotFound for what
the store does not hold. The pages of actors, places and articles are in `kg.query.things`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import NotFound
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.alike import MaybeSame, event_ref, maybe_same
from kg.query.beside import Beside, side_by_side
from kg.query.crossing import MOST_CROSSINGS, Crossings, crossing_said, lines_crossed
from kg.query.dataset import Dataset
from kg.query.differences import Fact as DifferingFact
from kg.query.differences import status_of
from kg.query.facts import EventFacts
from kg.query.life import life_of
from kg.query.life_told import LifeStep, life_step
from kg.query.snapshot import source_of
from kg.query.source import Source
from kg.query.telling import EventKind, EventView, Telling
from kg.query.things import (
    ActorDetail,
    ArticleDetail,
    PlaceDetail,
    actor_detail,
    article_detail,
    place_detail,
)
from kg.query.times import time_words
from kg.query.told import (
    Fact,
    Ref,
    TimeFacts,
    ToldView,
    article_ref,
    claim_href,
    data_links,
    place_fact,
    time_facts,
    told_view,
)
from kg.query.when import telling_time
from kg.query.wording import certainty, gist, label, names, place_name, preferred, speaker_name
from kg.query.words import Parts, Words, text_part

__all__ = [
    "ActorDetail",
    "ArticleDetail",
    "ClaimDetail",
    "EventDetail",
    "Fact",
    "PlaceDetail",
    "Ref",
    "TimeFacts",
    "ToldView",
    "actor_detail",
    "article_detail",
    "claim_detail",
    "event_detail",
    "place_detail",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A short fact under the gist; `warn` for what must not be overlooked."""

    text: str
    warn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one article says of the event, to stand beside what others say."""

    iri: str
    href: str
    article: Ref
    outlet: str | None
    published: str | None
    commitment: str
    gist: Parts
    time: TimeFacts
    place: Fact
    certainty: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A fact on which articles contradict one another, with what each of them says."""

    fact: DifferingFact
    label: str
    said: tuple[tuple[Ref, Parts], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaching:
    """A statement that asserts, denies, restates … the event."""

    iri: str
    href: str
    commitment: str
    gist: Parts
    article: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An event that was merged with this one by a decision, which can be taken back."""

    iri: str
    into: str
    article: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetail:
    """An event: the telling shown in full, then what other articles make of it.

    `crossing`: the statement says that a red line was crossed, or (False) that none was;
    `crossing_lines` are those that it may be about.
    """

    iri: str
    href: str
    kind: EventKind
    title: str
    remarks: tuple[Remark, ...]
    shown: ToldView
    time: Parts
    versions: tuple[Version, ...]
    beside: Beside | None
    differences: tuple[Difference, ...]
    life: tuple[LifeStep, ...]
    crossing: bool | None
    crossing_lines: tuple[Ref, ...]
    reached_by: tuple[Reaching, ...]
    maybe_same: tuple[MaybeSame, ...]
    merged: tuple[Joined, ...]
    links: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDetail:
    """A claim of record, with the parts that are told in it."""

    shown: ToldView
    event: Ref
    parts: tuple[ToldView, ...]


def event_detail(given: Dataset | Source, iri: str, words: Words) -> EventDetail:
    """Return an event by any of its IRIs. Raises NotFound."""
    source = source_of(given)
    dataset = _event_dataset(source, iri, words)
    event = dataset.get_event(iri)
    facts = dataset.facts[event.iri]
    shown = preferred(event.leads, words.language)
    href = f"/events/{local_name(event.iri)}"
    return EventDetail(
        iri=event.iri,
        href=href,
        kind=event.kind,
        title=label(dataset.entities, shown, words).text,
        remarks=tuple(_remarks(facts, words)),
        shown=told_view(dataset, shown, words),
        time=time_words(words, facts.when),
        versions=tuple(_version(dataset, t, shown, words) for t in event.tellings),
        beside=side_by_side(dataset, facts, words),
        differences=tuple(_difference(dataset, facts, f, words) for f in facts.differences),
        life=tuple(_life(source, dataset, event, words)),
        crossing=crossing_said(shown),
        crossing_lines=tuple(_crossed(source, dataset, event, words)),
        reached_by=_reaching(dataset, facts, words),
        maybe_same=tuple(
            maybe_same(dataset, event.iri, s, words) for s in dataset.maybe_same(event.iri)
        ),
        merged=tuple(_joined(dataset, event)),
        links=data_links(href),
    )


def claim_detail(given: Dataset | Source, iri: str, words: Words) -> ClaimDetail:
    """Return a claim of record, given by its own IRI or by that of a part. Raises NotFound."""
    dataset = claim_dataset(source_of(given), iri)
    found = dataset.get_claim(iri)
    record = dataset.claims[found.record.iri]
    parts = [
        dataset.claims[c.iri] for c in record.view.extraction.claims if c.under == record.claim.iri
    ]
    return ClaimDetail(
        shown=told_view(dataset, record, words),
        event=event_ref(dataset, record.event, words),
        parts=tuple(told_view(dataset, part, words) for part in parts),
    )


def claim_dataset(source: Source, iri: str) -> Dataset:
    """Return a dataset that holds a claim's article and event. Raises NotFound."""
    article = source.claim_article(iri)
    if article is None:
        raise NotFound(f"There is no claim {iri} in this store, or it was withdrawn.")
    found = source.article(article).get_claim(iri)
    event = source.event_of(found.record.event)
    return source.events((event,), texts=(article,))


def _event_dataset(source: Source, iri: str, words: Words) -> Dataset:
    """A dataset that holds an event, what may be the same, and the text that is quoted first."""
    event = source.event_of(iri)
    held = source.events((event,))
    others = [found.event for found in held.maybe_same(event)]
    shown = preferred(held.get_event(event).leads, words.language)
    return source.events((event, *others), texts=(shown.article.iri,))


def _life(source: Source, dataset: Dataset, event: EventView, words: Words) -> Iterator[LifeStep]:
    """The steps of a red line's life; of a crossing, in the words of whoever speaks of it."""
    if event.kind != "redline":
        return
    events = source.crossing_events(MOST_CROSSINGS)
    said = source.events(events)
    crossings = Crossings(said, events).of(event, dataset.entities)
    for step in life_of(event, crossings):
        held = said if step.name in ("crossed", "crossing-denied") else dataset
        yield life_step(held, step, words)


def _crossed(source: Source, dataset: Dataset, event: EventView, words: Words) -> Iterator[Ref]:
    """The red lines of whose crossing a statement may speak."""
    if any(crossing_said(telling) is not None for telling in event.tellings):
        held, lines = lines_crossed(source, dataset, event.iri)
        yield from (event_ref(held, line, words) for line in lines)


def _joined(dataset: Dataset, event: EventView) -> Iterator[Joined]:
    """Yield the tellings that stand under another event's IRI because somebody merged them."""
    seen = {event.iri}
    for telling in event.tellings:
        local = telling.claim.event
        if local not in seen and local in dataset.canonical:
            seen.add(local)
            yield Joined(iri=local, into=dataset.canonical[local], article=article_ref(telling))


def _remarks(facts: EventFacts, words: Words) -> list[Remark]:
    found: list[tuple[str, bool]] = []
    if facts.commitment == "denied":
        found.append((m.DENIED, True))
    if facts.commitment == "anticipated":
        found.append((m.EXPECTED, False))
    if facts.conditional:
        found.append((m.CONDITIONAL, False))
    if facts.status is not None:
        found.append((m.STATUSES[facts.status], False))
    remarks = [Remark(text=words.gettext(text), warn=warn) for text, warn in found]
    count = words.gettext(m.IN_ARTICLES, n=len(facts.articles))
    if facts.texts < len(facts.articles):
        count = f"{count}, {words.gettext(m.TEXTS, n=facts.texts)}"
    remarks.append(Remark(text=count, warn=False))
    if facts.differences:
        remarks.append(Remark(text=words.gettext(m.DISPUTED), warn=True))
    return remarks


def _version(dataset: Dataset, telling: Telling, shown: Telling, words: Words) -> Version:
    claim = telling.claim
    return Version(
        iri=claim.iri,
        href=claim_href(claim.iri),
        article=article_ref(telling),
        outlet=telling.article.publisher,
        published=words.format_day(telling.published) if telling.published else None,
        commitment=words.gettext(m.COMMITMENTS[claim.commitment]),
        gist=gist(dataset.entities, telling, words),
        time=time_facts(telling, words),
        place=place_fact(dataset, telling, words),
        certainty=certainty(claim.confidence),
        shown=telling is shown,
    )


def _difference(
    dataset: Dataset, facts: EventFacts, fact: DifferingFact, words: Words
) -> Difference:
    said = [(article_ref(t), _says(dataset, t, fact, words)) for t in facts.event.leads]
    if fact == "denial":
        said = [
            (article_ref(r.telling), gist(dataset.entities, r.telling, words))
            for r in facts.event.reaches
            if r.commitment == "denies"
        ] + [(ref, says) for ref, says in said if says]
    return Difference(fact=fact, label=words.gettext(m.DIFFERENCES[fact]), said=tuple(said))


def _says(dataset: Dataset, telling: Telling, fact: DifferingFact, words: Words) -> Parts:
    """What a telling says on one fact, "not stated" included."""
    entities = dataset.entities
    match fact:
        case "denial":
            return (text_part(words, m.COMMITMENTS[telling.claim.commitment]),)
        case "day":
            return time_words(words, telling_time(telling))
        case "place":
            if telling.place is None:
                return (text_part(words, m.NOT_STATED),)
            return (place_name(entities, telling.place, words),)
        case "participants":
            return names(entities, telling.participants, words)
        case "speaker":
            return speaker_name(entities, telling.speaker, words)
        case "addressee":
            return names(entities, telling.addressees, words)
        case "status":
            status = status_of(telling)
            return (text_part(words, m.STATUSES[status] if status else m.NOT_STATED),)


def _reaching(dataset: Dataset, facts: EventFacts, words: Words) -> tuple[Reaching, ...]:
    """Statements that reach the event beside those in which it is told."""
    told = {t.record.iri for t in facts.event.tellings}
    return tuple(
        Reaching(
            iri=r.telling.claim.iri,
            href=claim_href(r.telling.claim.iri),
            commitment=words.gettext(m.COMMITMENTS[r.commitment]),
            gist=gist(dataset.entities, r.telling, words),
            article=article_ref(r.telling),
        )
        for r in facts.event.reaches
        if r.telling.claim.iri not in told
    )
