"""The answer of the timeline: events as items on lanes, or how many there are in each stretch.

In:  a `Source`, a `Filter`, a reader's `Words`. Out: plain values for JSON, as README, "The
timeline's answer", lists them.
Items come in pages: by first day, then IRI, what has no date last. Lanes, axis and counts are those
of the whole selection, so that a page never reshuffles the drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kg.config import MAX_PAGE_SIZE
from kg.model.iri import local_name
from kg.query.crossing import Crossings
from kg.query.dataset import Dataset
from kg.query.density import density
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.first_view import (
    FIRST_LANES,
    MOST_DRAWN,
    MOST_REDLINES,
    is_large,
    newest_window,
    window_facts,
)
from kg.query.lane_plan import MAX_LANES, LanePlan, plan_lanes
from kg.query.lanes import Standing
from kg.query.lanewords import lane_entry
from kg.query.life import Step, life_of
from kg.query.pages import AFTER_DATED
from kg.query.snapshot import source_of
from kg.query.source import Choice, Page, Source
from kg.query.when import When, day_word, telling_time
from kg.query.wording import Words, label, preferred, sentence

Json = dict[str, Any]


def timeline(
    given: Dataset | Source,
    chosen: Filter,
    words: Words,
    *,
    lanes: str = "actor",
    bucket: int | None = None,
    limit: int = MAX_PAGE_SIZE,
    after: str | None = None,
    fold: Iterable[str] = (),
    lane: Iterable[str] = (),
    most: int = MAX_LANES,
) -> Json:
    """Return mode "items", or mode "density" when `bucket` (days) is given.

    `after` is the `next` of the page before. `fold` are sides whose bodies stand on one lane;
    `lane` limits lanes and items to these; `most` is how many lanes are told of. Raises QueryError
    for lanes, bucket, limit, after or most that do not fit.
    """
    source = source_of(given)
    plan = plan_lanes(source, lanes, fold=fold, only=lane, most=most)
    choice = source.select(chosen)
    if bucket is not None:
        return density(source, choice, words, plan, bucket, _disputed(source, chosen))
    return _items(source, choice, words, plan, limit, after)


def first_timeline(
    given: Dataset | Source,
    chosen: Filter,
    words: Words,
    *,
    lanes: str = "actor",
    after: str | None = None,
    fold: Iterable[str] = (),
    lane: Iterable[str] = (),
    drawn: int = MOST_DRAWN,
) -> Json:
    """Return what is shown before anybody has asked for a window: `timeline`, whole if it is small.

    Of more than `drawn` events the newest days from far away: mode "density" with "window"
    {"from", "to"}, "span" (the same for all that is dated), the busiest lanes of these days,
    "after_dated" (an `after` that leads to what has no date), "redlines" (items, those spoken of
    last, from whatever day) and "facts" (kg.query.first_view).
    """
    source = source_of(given)
    choice = source.select(chosen)
    window = newest_window(source, chosen, choice) if is_large(choice, chosen, drawn) else None
    if window is None or after is not None:
        return timeline(source, chosen, words, lanes=lanes, after=after, fold=fold, lane=lane)
    plan = plan_lanes(source, lanes, fold=fold, only=lane, most=FIRST_LANES)
    shown = source.select(window)
    redlines = choice.latest("redline", MOST_REDLINES)
    data = source.events(redlines)
    return density(source, shown, words, plan, 1, _disputed(source, window)) | {
        "window": {"from": str(window.first), "to": str(window.last)},
        "span": _span(choice),
        "redlines": _listed(source, data, [data.facts[iri] for iri in redlines], words, plan),
        "facts": window_facts(source, window, words),
        "undated": choice.undated,
        "after_dated": AFTER_DATED,
        "counts": choice.counts(),
    }


def _disputed(source: Source, chosen: Filter) -> Choice:
    """What fits and articles differ on."""
    return source.select(replace(chosen, disputed="1"))


def _span(choice: Choice) -> Json | None:
    span = choice.span()
    return None if span is None else {"from": str(span[0]), "to": str(span[1])}


def _items(
    source: Source,
    choice: Choice,
    words: Words,
    plan: LanePlan,
    limit: int,
    after: str | None,
) -> Json:
    page = choice.page(limit, after, plan.within())
    told, more = _lanes(source, choice, words, plan, page)
    return {
        "mode": "items",
        "axis": {"kind": "relative" if choice.relative else "absolute"},
        "lanes": told,
        "more_lanes": more,
        "items": _listed(source, page.dataset, page.events, words, plan),
        "truncated": page.next is not None or after is not None,
        "next": page.next,
        "undated": choice.undated,
        "counts": choice.counts(),
        "publications": _publications(choice, page),
    }


def _lanes(
    source: Source, choice: Choice, words: Words, plan: LanePlan, page: Page
) -> tuple[list[Json], int]:
    """The lanes told of, and how many there are besides."""
    sums = plan.sums(choice)
    kept = set(plan.kept(sums))
    if plan.only is None and plan.most == MAX_LANES:
        # A whole drawing: nothing on the page may stand on a lane that is not there.
        kept |= {s.id for facts in page.events for s in plan.standings(facts, page.dataset)}
    ends, entities = sums.ends(kept), source.entities(kept)
    weights, undated = sums.weights(kept), sums.undated(kept)
    told = [
        lane_entry(entities, words, plan.kind, lane)
        | _ends(ends.get(lane), relative=choice.relative)
        | {"events": weights.get(lane, 0), "undated": undated.get(lane, 0)}
        | {"folded": lane in plan.folded}
        for lane in plan.order(sums, entities, kept)
    ]
    return told, max(0, sums.total - len(told))


def _ends(days: tuple[int, int] | None, *, relative: bool) -> Json:
    first, last = days or (None, None)
    return {
        "first": day_word(first, relative=relative),
        "last": day_word(last, relative=relative),
    }


def _listed(
    source: Source, dataset: Dataset, events: Sequence[EventFacts], words: Words, plan: LanePlan
) -> list[Json]:
    """The events as items; red lines with what is said of their being crossed."""
    lines = any(facts.event.kind == "redline" for facts in events)
    said = Crossings.read(source) if lines else None
    return [_item(dataset, facts, words, plan, said) for facts in events]


def _item(
    dataset: Dataset, facts: EventFacts, words: Words, plan: LanePlan, said: Crossings | None
) -> Json:
    event = facts.event
    telling = preferred(event.tellings, words.language)
    entities = dataset.entities
    text = label(entities, telling, words)
    crossings = said.of(event, entities) if said is not None and event.kind == "redline" else ()
    return {
        "iri": event.iri,
        "href": f"/events/{local_name(event.iri)}",
        "kind": event.kind,
        "act": telling.act if event.kind == "statement" else None,
        "label": text.text,
        "lang": text.language,
        "sentence": sentence(entities, facts, telling, words),
        "lanes": [_standing(s) for s in plan.standings(facts, dataset)],
        "time": _time(facts.when),
        "other_times": _other_times(facts),
        "published": day_word(facts.heard, relative=False),
        "commitment": facts.commitment,
        "status": facts.status,
        "attributed": facts.attributed,
        "via": facts.via,
        "unnamed": facts.unnamed,
        "conditional": facts.conditional,
        "life": [_step(step) for step in life_of(event, crossings)],
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
