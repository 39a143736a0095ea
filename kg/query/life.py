"""The life of a red line: declared, restated, changed, retracted by statements; said to be crossed.

In:  the tellings of a red line and the statements that reach it; what is said of its being crossed.
Out: `Step`s, oldest first. "Crossed" is what somebody says, here as everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from kg.model.claim import RedLine
from kg.query.crossing import Crossing
from kg.query.telling import EventView, Telling
from kg.query.when import When, choose_time, telling_time

StepName = Literal["declared", "restated", "changed", "retracted", "crossed", "crossing-denied"]
_STEPS: dict[str, StepName] = {
    "declares": "declared",
    "restates": "restated",
    "changes": "changed",
    "retracts": "retracted",
}
_ORDER: tuple[StepName, ...] = get_args(StepName)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step with its time, and the claims of record and articles that tell it.

    `tellings` are what is quoted for it, oldest first.
    """

    name: StepName
    when: When | None
    claims: frozenset[str]
    articles: frozenset[str]
    tellings: tuple[Telling, ...] = ()


def life_of(event: EventView, crossings: Iterable[Crossing] = ()) -> tuple[Step, ...]:
    """Return the steps by day, those without a day last; () for what is no red line."""
    if event.kind != "redline":
        return ()
    said = [*_told(event), *_crossed(crossings)]
    told = sorted(said, key=lambda pair: _ORDER.index(pair[0]))
    steps = [
        _step(name, [t for _, t in group]) for name, group in groupby(told, key=lambda p: p[0])
    ]
    flat = [step for group in steps for step in group]
    return tuple(sorted(flat, key=_when_order))


def _told(event: EventView) -> Iterator[tuple[StepName, Telling]]:
    """Each statement's step once: in the words of the part it tells, else in its own."""
    parts = {t.record.iri: t for t in event.tellings if isinstance(t.claim, RedLine)}
    seen: set[str] = set()
    for reach in event.reaches:
        if reach.commitment in _STEPS:
            record = reach.telling.record.iri
            seen.add(record)
            yield _STEPS[reach.commitment], parts.get(record, reach.telling)
    for record, telling in parts.items():
        if record not in seen and telling.claim.commitment == "declares":
            yield "declared", telling


def _crossed(crossings: Iterable[Crossing]) -> Iterator[tuple[StepName, Telling]]:
    for crossing in crossings:
        yield ("crossing-denied" if crossing.denied else "crossed"), crossing.telling


def _when_order(step: Step) -> tuple[bool, int, int]:
    first, last = step.when.bounds(relative=False) if step.when else (None, None)
    day = first if first is not None else last
    return (day is None, day or 0, _ORDER.index(step.name))


def _step(name: StepName, told: list[Telling]) -> list[Step]:
    """A declaration is one event, whenever articles put it; other steps are one for each time."""
    if name == "declared":
        return [_one(name, told)]
    by_bounds: dict[tuple[int | None, int | None], list[Telling]] = {}
    for telling in told:
        when = telling_time(telling)
        by_bounds.setdefault(when.bounds(relative=False) if when else (None, None), []).append(
            telling
        )
    return [_one(name, group) for group in by_bounds.values()]


def _one(name: StepName, told: list[Telling]) -> Step:
    return Step(
        name=name,
        when=choose_time(tuple(told)),
        claims=frozenset(t.record.iri for t in told),
        articles=frozenset(t.article.iri for t in told),
        tellings=tuple(sorted(told, key=lambda t: t.order)),
    )
