"""The answer of the timeline: events as items on lanes, or how many there are in each stretch.

In:  a `Source`, a `Filter`, a reader's `Words`. Out: plain values for JSON, as README, "The
timeline's answer", lists them.
Items come in pages: by first day, then IRI, what has no date last. Lanes, axis and counts are those
of the whole selection, so that a page never reshuffles the drawing.
"""

from typing import Any

from kg.config import MAX_PAGE_SIZE
from kg.errors import QueryError
from kg.model.iri import local_name
from kg.query.dataset import Dataset
from kg.query.density import density
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.lanes import LANE_KINDS, LaneKind, Standing, lane_side, order_lanes, standings
from kg.query.lanewords import lane_entry
from kg.query.life import Step, life_of
from kg.query.snapshot import source_of
from kg.query.source import Choice, Page, Source
from kg.query.when import When, day_word, telling_time
from kg.query.wording import Words, label, preferred, sentence

Json = dict[str, Any]

# More threads than this nobody can follow; the lanes with most events are kept.
MAX_LANES = 400


def timeline(
    given: Dataset | Source,
    chosen: Filter,
    words: Words,
    *,
    lanes: str = "actor",
    bucket: int | None = None,
    limit: int = MAX_PAGE_SIZE,
    after: str | None = None,
) -> Json:
    """Return mode "items", or mode "density" when `bucket` (days) is given.

    `after` is the `next` of the page before. Raises QueryError for lanes, bucket, limit or after
    that do not fit.
    """
    kind = _lane_kind(lanes)
    source = source_of(given)
    choice = source.select(chosen)
    if bucket is not None:
        return density(source, choice, words, kind, bucket)
    page = choice.page(limit, after)
    return {
        "mode": "items",
        "axis": {"kind": "relative" if choice.relative else "absolute"},
        "lanes": _lanes(source, choice, words, kind, page),
        "items": [_item(page.dataset, f, words, kind) for f in page.events],
        "truncated": page.next is not None or after is not None,
        "next": page.next,
        "undated": choice.undated,
        "counts": choice.counts(),
        "publications": _publications(choice, page),
    }


def _lane_kind(given: str) -> LaneKind:
    for kind in LANE_KINDS:
        if kind == given:
            return kind
    raise QueryError(f"lanes={given[:80]!r} is not known: use {', '.join(LANE_KINDS)}.")


def _lanes(source: Source, choice: Choice, words: Words, kind: LaneKind, page: Page) -> list[Json]:
    ties, ends = choice.ties(kind), choice.ends(kind)
    needed = {s.id for facts in page.events for s in standings(facts, page.dataset, kind)}
    kept = needed | set(ties.busiest(MAX_LANES))
    entities = source.entities(kept)
    side_of = {lane: lane_side(entities, kind, lane) for lane in kept}
    return [
        lane_entry(entities, words, kind, lane)
        | _ends(ends.get(lane), relative=choice.relative)
        | {"events": ties.weight[lane]}
        for lane in order_lanes(side_of, ties)
    ]


def _ends(days: tuple[int, int] | None, *, relative: bool) -> Json:
    first, last = days or (None, None)
    return {
        "first": day_word(first, relative=relative),
        "last": day_word(last, relative=relative),
    }


def _item(dataset: Dataset, facts: EventFacts, words: Words, kind: LaneKind) -> Json:
    event = facts.event
    telling = preferred(event.tellings, words.language)
    entities = dataset.entities
    text = label(entities, telling, words)
    return {
        "iri": event.iri,
        "href": f"/events/{local_name(event.iri)}",
        "kind": event.kind,
        "act": telling.act if event.kind == "statement" else None,
        "label": text.text,
        "lang": text.language,
        "sentence": sentence(entities, facts, telling, words),
        "lanes": [_standing(s) for s in standings(facts, dataset, kind)],
        "time": _time(facts.when),
        "other_times": _other_times(facts),
        "published": day_word(facts.heard, relative=False),
        "commitment": facts.commitment,
        "status": facts.status,
        "attributed": facts.attributed,
        "via": facts.via,
        "unnamed": facts.unnamed,
        "conditional": facts.conditional,
        "life": [_step(step) for step in life_of(event)],
        "claims": len(facts.records),
        "articles": len(facts.articles),
        "texts": facts.texts,
        "disputed": bool(facts.differences),
        "differences": list(facts.differences),
        "maybe_same": [s.event for s in dataset.maybe_same(event.iri)],
    }


def _standing(standing: Standing) -> Json:
    found: Json = {"id": standing.id, "role": standing.role}
    return found | {"denies": True} if standing.denies else found


def _bounds(when: When | None) -> Json:
    first, last = when.bounds(relative=False) if when else (None, None)
    return {
        "earliest": day_word(first, relative=False),
        "latest": day_word(last, relative=False),
        "offset": list(when.offset) if when and when.offset else None,
    }


def _time(when: When | None) -> Json | None:
    if when is None:
        return None
    return _bounds(when) | {
        "precision": when.precision,
        "extent": when.extent,
        "basis": when.basis,
        "text": when.text,
        "from": when.source,
    }


def _other_times(facts: EventFacts) -> list[Json]:
    """The days that other articles give instead, each once."""
    if "day" not in facts.differences:
        return []
    times = [t for t in map(telling_time, facts.event.tellings) if t is not None and t.dated]
    shown = _bounds(facts.when)
    others = [_bounds(t) for t in times]
    return [t for i, t in enumerate(others) if t != shown and t not in others[:i]]


def _step(step: Step) -> Json:
    return {
        "step": step.name,
        **_bounds(step.when),
        "claims": len(step.claims),
        "articles": len(step.articles),
    }


def _publications(choice: Choice, page: Page) -> list[Json]:
    """The days on which the articles of this page's events appeared."""
    shown = {iri for facts in page.events for iri in facts.articles}
    return [
        {
            "article": article.iri,
            "href": f"/articles/{local_name(article.iri)}",
            "day": str(article.published),
            "title": article.title,
        }
        for article in choice.publications(shown)
        if article.published is not None
    ]
