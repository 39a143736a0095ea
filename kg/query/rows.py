"""The timeline as a table: one row an event, with the same facts as its mark.

In:  a `Source`, a `Filter`, a reader's `Words`. Out: `Row`s in the order of the timeline.
"""

from dataclasses import dataclass, replace
from typing import Any

from kg.config import MAX_PAGE_SIZE
from kg.model.claim import Statement
from kg.model.day import Day
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.dataset import Dataset
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.search import fold_text
from kg.query.snapshot import source_of
from kg.query.snippets import Piece, marked, marked_whole
from kg.query.source import Page, Source
from kg.query.telling import EventKind
from kg.query.times import time_words
from kg.query.when import When
from kg.query.wording import (
    Parts,
    Words,
    certainty,
    kind_word,
    label,
    names,
    preferred,
    speaker_name,
)
from kg.query.words import Part, bare, compose, text_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event. `day` is the heading it stands under.

    `badge` is the act of a statement, else the kind; `what` is in the words of an article;
    `href` leads to the event's page. `published` is the first day of publication, None when it is
    not known; `certainty` that of the surest telling. When words are searched for, `marked` is
    `what` in pieces if they stand in it, else `found` the passage or headline in which they do.
    """

    iri: str
    href: str
    day: str
    when: str
    kind: EventKind
    badge: str
    kind_label: str
    who: Parts
    what: Part
    articles: int
    disputed: bool
    published: str | None
    certainty: str
    marked: tuple[Piece, ...] = ()
    found: tuple[Piece, ...] = ()
    found_language: str = ""


def event_rows(
    given: Dataset | Source,
    chosen: Filter,
    words: Words,
    *,
    limit: int = MAX_PAGE_SIZE,
    after: str | None = None,
) -> tuple[list[Row], str | None]:
    """Return a page of rows and the token of the next page, as `timeline` does."""
    choice = source_of(given).select(chosen)
    page = choice.page(limit, after)
    return page_rows(page, chosen, words, relative=choice.relative), page.next


def page_rows(page: Page, chosen: Filter, words: Words, *, relative: bool) -> list[Row]:
    """Return the rows of a page, with what was searched for."""
    asked = fold_text(chosen.q) if chosen.q else None
    rows = [event_row(page.dataset, f, words, relative=relative) for f in page.events]
    return [
        row if asked is None else replace(row, **_found(row, facts, asked))
        for row, facts in zip(rows, page.events, strict=True)
    ]


def _found(row: Row, facts: EventFacts, asked: str) -> dict[str, Any]:
    """What was asked for in its own words, else the first passage or headline that holds it."""
    if own := marked_whole(row.what.text, (asked,)):
        return {"marked": tuple(own)}
    for telling in facts.event.tellings:
        passages = [passage.text for passage in telling.claim.evidence]
        for text in (*passages, telling.article.title):
            pieces = marked(text, (asked,))
            if any(piece["marked"] for piece in pieces):
                return {"found": tuple(pieces), "found_language": telling.article.language}
    return {}


def event_row(dataset: Dataset, facts: EventFacts, words: Words, *, relative: bool) -> Row:
    """Return the row of one event."""
    telling = preferred(facts.event.tellings, words.language)
    act = telling.claim.act if isinstance(telling.claim, Statement) else None
    return Row(
        iri=facts.event.iri,
        href=f"/events/{local_name(facts.event.iri)}",
        day=_heading(words, facts.when, relative=relative),
        when=bare(time_words(words, facts.when)),
        kind=facts.event.kind,
        badge=act or facts.event.kind,
        kind_label=kind_word(facts.event.kind, act, words),
        who=_who(dataset, facts, words),
        what=label(dataset.entities, telling, words),
        articles=len(facts.articles),
        disputed=bool(facts.differences),
        published=None if facts.heard is None else words.format_day(Day.from_ordinal(facts.heard)),
        certainty=words.gettext(m.CERTAINTIES[_surest(facts)]),
    )


def _surest(facts: EventFacts) -> str:
    return certainty(max(telling.claim.confidence for telling in facts.event.tellings))


def _heading(words: Words, when: When | None, *, relative: bool) -> str:
    if when is None or not when.known(relative=relative):
        return words.gettext(m.NO_DATE)
    first = when.earliest or when.latest
    if relative or first is None or when.precision in ("month", "year"):
        return bare(time_words(words, when))
    return words.format_day(first)


def _who(dataset: Dataset, facts: EventFacts, words: Words) -> Parts:
    if facts.event.kind == "meeting":
        if not facts.participants:
            return (text_part(words, m.NO_PARTIES),)
        return names(dataset.entities, facts.participants, words)
    who = speaker_name(dataset.entities, facts.speaker, words)
    if not facts.addressees:
        return who
    addressee = names(dataset.entities, facts.addressees, words)
    return compose(words, m.TO, speaker=who, addressee=addressee)
