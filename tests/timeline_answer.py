"""What tests ask of the timeline, and claims changed for a test."""

from dataclasses import replace
from typing import Any

from kg.model.claim import Meeting
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.timeline import timeline
from kg.query.wording import ENGLISH
from tests.view_values import (
    KESTRIA,
    MERGED,
    VELMAR,
    claim,
    dataset,
    event,
    marfa,
    on,
    post,
)


def answer(snapshot: Dataset | None = None, **options: Any) -> dict[str, Any]:
    """Return the timeline of everything, of the merged articles unless told otherwise."""
    chosen = Filter.parse(options.pop("args", {}))
    return timeline(snapshot or dataset(), chosen, ENGLISH, **options)


def item(found: dict[str, Any], kind: str, name: str) -> dict[str, Any]:
    """Return the item of an event."""
    return next(i for i in found["items"] if i["iri"] == event(kind, name))


def changed(extraction: Extraction, name: str, **values: object) -> Extraction:
    """Return the extraction with one claim changed."""
    claims = tuple(replace(c, **values) if c.iri == claim(name) else c for c in extraction.claims)
    return replace(extraction, claims=claims)


def talks(first: Extraction, second: Extraction) -> dict[str, Any]:
    """Return the item of the merged meeting as these two tell it."""
    return item(answer(dataset(first, second, canonical=MERGED)), "meeting", "post-talks")


def only_talks(**values: object) -> Extraction:
    """Return Al-Marfa with nothing but the meeting, on the Post's day, and what is changed."""
    told = replace(marfa().claims[0], **({"time": on("2025-04-09", "…")} | values))
    return replace(marfa(), claims=(told,))


def many(articles: int) -> Dataset:
    """Return a snapshot of many small articles between twenty states."""
    states = [
        replace(KESTRIA, iri=f"{KESTRIA.iri}-{i}", name=f"State {i}", labels=()) for i in range(20)
    ]
    base = post()
    made = []
    for n in range(articles):
        one, other = states[n % 20], states[(n * 7 + 3) % 20]
        day = Day(2020, 1, 1).plus(n % 1500)
        meeting: Meeting = base.claims[0]  # type: ignore[assignment] # the Post's first claim
        made.append(
            Extraction(
                article=replace(base.article, iri=f"{base.article.iri}-{n}", published=day),
                actors=(one, other) if one != other else (one,),
                locations=(VELMAR,),
                claims=tuple(
                    replace(
                        meeting,
                        iri=f"{meeting.iri}-{n}-{k}",
                        event=f"{meeting.event}-{n}-{k}",
                        participants=(one.name, other.name),
                        time=on(str(day.plus(-k)), "…"),
                    )
                    for k in range(5)
                ),
            )
        )
    return Dataset(made)
