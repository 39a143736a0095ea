"""One telling, ready to be read: gist, quotation, chain, time, facts, why, how to cite it.

In:  a telling of a `Dataset`, a reader's `Words`. Out: `ToldView`. A fact that the article leaves
out is there with `stated` False and the words "not stated", never as a blank or a guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.claim import Meeting, RedLine, Statement
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.chain import ChainStep, chain
from kg.query.dataset import Dataset
from kg.query.evidence import Quotation, Why, citation, quotation, why
from kg.query.telling import EventKind, Telling, kind_of
from kg.query.times import time_origin, time_words, words_as_written
from kg.query.when import telling_time
from kg.query.wording import gist, kind_word, label, names, place_name
from kg.query.words import Part, Parts, Words, enumerate_parts, text_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A thing with its name and page."""

    iri: str
    href: str
    name: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A labelled fact; `name` is its word for programs; `href` leads to what it names, if one."""

    name: str
    label: str
    value: Parts
    stated: bool
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFacts:
    """A time as written (None: no words), as resolved, and from what."""

    written: Part | None
    resolved: Parts
    origin: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """What one article's claim (or part) says. `badge`: act of a statement, else the kind.

    `links` are the addresses of the claim's data by kind of file.
    """

    iri: str
    href: str
    kind: EventKind
    badge: str
    kind_label: str
    gist: Parts
    article: Ref
    published: str | None
    quotation: Quotation
    chain: tuple[ChainStep, ...]
    time: TimeFacts
    facts: tuple[Fact, ...]
    why: Why
    citation: Parts
    links: dict[str, str]


def told_view(dataset: Dataset, telling: Telling, words: Words) -> ToldView:
    """Return all about one telling."""
    claim = telling.claim
    act = claim.act if isinstance(claim, Statement) else None
    kind = kind_of(claim)
    return ToldView(
        iri=claim.iri,
        href=claim_href(claim.iri),
        kind=kind,
        badge=act or kind,
        kind_label=kind_word(kind, act, words),
        gist=gist(dataset.entities, telling, words),
        article=article_ref(telling),
        published=words.format_day(telling.published) if telling.published else None,
        quotation=quotation(telling),
        chain=chain(dataset.entities, telling, words),
        time=time_facts(telling, words),
        facts=tuple(facts_of(dataset, telling, words)),
        why=why(telling, words),
        citation=citation(telling, words),
        links=data_links(f"/claims/{local_name(telling.record.iri)}"),
    )


def time_facts(telling: Telling, words: Words) -> TimeFacts:
    """Return when, as this telling has it."""
    when = telling_time(telling)
    return TimeFacts(
        written=words_as_written(when),
        resolved=time_words(words, when),
        origin=time_origin(words, when, telling.published),
    )


def facts_of(dataset: Dataset, telling: Telling, words: Words) -> Iterator[Fact]:
    """Yield the facts of a kind in a fixed order."""
    match telling.claim:
        case Statement():
            yield from _statement_facts(dataset, telling, telling.claim, words)
        case Meeting():
            yield from _meeting_facts(dataset, telling, telling.claim, words)
        case RedLine():
            yield fact(words, "declared_to", _actors(dataset, telling.addressees, words))
            yield fact(words, "trigger", (_quoted(telling, telling.claim.trigger_text),))
            yield _said_at(dataset, telling, words)
            yield place_fact(dataset, telling, words)


def fact(words: Words, name: str, value: Parts, href: str | None = None) -> Fact:
    """Return a fact, "not stated" when its value is empty."""
    return Fact(
        name=name,
        label=words.gettext(m.FACT_LABELS[name]),
        value=value or (text_part(words, m.NOT_STATED),),
        stated=bool(value),
        href=href,
    )


def place_fact(dataset: Dataset, telling: Telling, words: Words) -> Fact:
    """Return where it was."""
    if telling.place is None:
        return fact(words, "place", ())
    name = place_name(dataset.entities, telling.place, words)
    return fact(words, "place", (name,), f"/places/{local_name(telling.place)}")


def article_ref(telling: Telling) -> Ref:
    """Return the article of a telling, by its headline."""
    article = telling.article
    title = Part(text=article.title, role="words", language=article.language)
    return Ref(iri=article.iri, href=f"/articles/{local_name(article.iri)}", name=(title,))


def claim_href(iri: str) -> str:
    """Return the page of a claim; a part is a place on the page of its claim."""
    return f"/claims/{local_name(iri)}"


def data_links(page: str) -> dict[str, str]:
    """Return the addresses of a page's data: ttl, jsonld, json."""
    return {ending: f"{page}.{ending}" for ending in ("ttl", "jsonld", "json")}


def _statement_facts(
    dataset: Dataset, telling: Telling, claim: Statement, words: Words
) -> Iterator[Fact]:
    yield fact(words, "addressees", _actors(dataset, telling.addressees, words))
    yield _said_at(dataset, telling, words)
    yield place_fact(dataset, telling, words)
    if claim.condition is not None:
        yield fact(words, "condition", (_quoted(telling, claim.condition),))
    if telling.about:
        yield fact(words, "about", _about(dataset, telling, words))


def _meeting_facts(
    dataset: Dataset, telling: Telling, claim: Meeting, words: Words
) -> Iterator[Fact]:
    yield fact(words, "participants", _actors(dataset, telling.participants, words))
    if claim.mediators:
        yield fact(words, "mediators", _actors(dataset, telling.mediators, words))
    yield place_fact(dataset, telling, words)
    if claim.venue is not None:
        yield fact(words, "venue", (_quoted(telling, claim.venue),))
    yield fact(words, "status", (text_part(words, m.STATUSES[claim.status]),))
    yield fact(words, "topic", (_quoted(telling, claim.topic),) if claim.topic else ())


def _said_at(dataset: Dataset, telling: Telling, words: Words) -> Fact:
    """The meeting where it was said, by the gist of the article's own telling of it."""
    meeting = telling.meeting
    if meeting is None or meeting is telling.claim:
        return fact(words, "said_at", ())
    told = dataset.claims[meeting.iri]
    text = label(dataset.entities, told, words)
    return fact(words, "said_at", (text,), f"/events/{local_name(told.event)}")


def _actors(dataset: Dataset, iris: tuple[str, ...], words: Words) -> Parts:
    return names(dataset.entities, iris, words) if iris else ()


def _about(dataset: Dataset, telling: Telling, words: Words) -> Parts:
    entities = dataset.entities
    return enumerate_parts(
        words,
        [
            names(entities, (iri,), words)
            if iri in entities.actors
            else (place_name(entities, iri, words),)
            for iri in telling.about
        ],
    )


def _quoted(telling: Telling, text: str) -> Part:
    return Part(text=text, role="words", language=telling.article.language)
