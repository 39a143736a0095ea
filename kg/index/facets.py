"""What the present choice could be narrowed to, with how many events each narrowing leaves.

In:  a `View`, `Criteria`. Out: for each facet its values with counts, most first.
A facet's counts respect every filter but its own: they say what choosing that value alone gives.
"""

import heapq
import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.index import bits
from kg.index.criteria import Chosen, Criteria, Key, choose
from kg.index.rows import ROLES
from kg.index.view import View

# So few tellings are read one by one, instead of meeting every value with them.
_FEW = 2_000
_MANY_VALUES = frozenset({"side", "actor", "place", "source"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """`filter` is the parameter that narrows; `dimension` where its values are counted."""

    name: str
    filter: str
    dimension: str
    of_event: bool = False


FACETS = (
    Facet(name="side", filter="actor", dimension="actor"),
    Facet(name="actor", filter="actor", dimension="actor"),
    Facet(name="role", filter="role", dimension="role"),
    Facet(name="place", filter="place", dimension="place"),
    Facet(name="kind", filter="kind", dimension="kind"),
    Facet(name="act", filter="act", dimension="act"),
    Facet(name="source", filter="source", dimension="outlet"),
    Facet(name="lang", filter="lang", dimension="lang"),
    Facet(name="certainty", filter="certainty", dimension="certainty"),
    Facet(name="commitment", filter="commitment", dimension="commitment", of_event=True),
    Facet(name="disputed", filter="disputed", dimension="disputed", of_event=True),
    Facet(name="maybe_same", filter="maybe_same", dimension="maybe_same", of_event=True),
    Facet(name="unnamed", filter="unnamed", dimension="unnamed", of_event=True),
)


def facets(view: View, criteria: Criteria, limit: int) -> dict[str, list[tuple[str, int]]]:
    """Return, by facet, at most `limit` (value, events) pairs: most events first, then by value."""
    key = ("facets", criteria, limit)
    return view.remembered(key, lambda: _facets(view, criteria, limit))


def _facets(view: View, criteria: Criteria, limit: int) -> dict[str, list[tuple[str, int]]]:
    chosen: dict[Criteria, Chosen] = {}
    found = {}
    for facet in FACETS:
        others = criteria.without(facet.filter)
        if others not in chosen:
            chosen[others] = choose(view, others)
        found[facet.name] = _top(view, facet, criteria, chosen[others], limit)
    return found


def _top(
    view: View, facet: Facet, criteria: Criteria, chosen: Chosen, limit: int
) -> list[tuple[str, int]]:
    actors, dimensions = criteria.asked("actor"), _dimensions(facet, criteria.asked("role"))
    if facet.name == "role" and actors:
        counted: Iterable[tuple[str, int]] = (
            (r, _events(view, chosen, _playing(view, actors, r))) for r in ROLES
        )
    elif facet.name in _MANY_VALUES and chosen.tellings.bit_count() <= _FEW:
        counted = _told(view, facet, dimensions, chosen)
    else:
        return _best(view, facet, dimensions, chosen, limit)
    found = [pair for pair in counted if pair[1]]
    return heapq.nsmallest(limit, found, key=lambda pair: (-pair[1], pair[0]))


def _playing(view: View, actors: Iterable[Key], role: str) -> int:
    """Return the tellings in which one of these actors has that role."""
    held = 0
    for actor in actors:
        held |= view.keyed(f"role:{role}", actor.value, named=actor.named)
    return held


def _dimensions(facet: Facet, roles: Sequence[Key]) -> tuple[str, ...]:
    """With roles asked for, an actor counts where it has one of them."""
    if roles and facet.filter == "actor":
        return tuple(f"role:{role.value}" for role in roles)
    return (facet.dimension,)


def _best(
    view: View, facet: Facet, dimensions: Sequence[str], chosen: Chosen, limit: int
) -> list[tuple[str, int]]:
    """The best values. `total` is never less than a value's count, so the rest can be left out."""
    best: list[tuple[int, _Last]] = []
    for keys, value, total in _totals(view, facet, dimensions):
        if len(best) == limit and total < best[0][0]:
            break
        slots = 0
        for key in keys:
            slots |= view.posted(key)
        number = (
            (chosen.events & slots).bit_count() if facet.of_event else _events(view, chosen, slots)
        )
        if number:
            push = heapq.heappush if len(best) < limit else heapq.heappushpop
            push(best, (number, _Last(value)))
    return [(last.value, number) for number, last in sorted(best, reverse=True)]


def _totals(
    view: View, facet: Facet, dimensions: Sequence[str]
) -> Iterator[tuple[tuple[int, ...], str, int]]:
    """Yield the keys, the value, and its total in all these dimensions, the greatest first."""
    if len(dimensions) == 1:
        for key, value, total in view.rows(f"{_values(facet)} ORDER BY total DESC", dimensions):
            yield (key,), value, total
        return
    keys: dict[str, list[int]] = defaultdict(list)
    totals: Counter[str] = Counter()
    for dimension in dimensions:
        for key, value, total in view.rows(_values(facet), (dimension,)):
            keys[value].append(key)
            totals[value] += total
    for value, total in totals.most_common():
        yield tuple(keys[value]), value, total


def _told(
    view: View, facet: Facet, dimensions: Sequence[str], chosen: Chosen
) -> Iterator[tuple[str, int]]:
    """Count the values of few tellings, from what is kept with each."""
    told: dict[int, set[int]] = defaultdict(set)
    for event, data in view.rows(
        "SELECT event, keys FROM tellings WHERE slot IN (SELECT value FROM json_each(?))",
        (json.dumps(list(bits.slots_of(chosen.tellings))),),
    ):
        keys = array("I")
        keys.frombytes(data)
        for key in keys:
            told[key].add(event)
    events: dict[str, set[int]] = defaultdict(set)
    for dimension in dimensions:
        for key, value, _ in view.rows(
            f"{_values(facet)} AND id IN (SELECT value FROM json_each(?))",  # noqa: S608 # constants
            (dimension, json.dumps(list(told))),
        ):
            events[value] |= told[key]
    return ((value, len(held)) for value, held in events.items())


def _values(facet: Facet) -> str:
    if facet.name != "side":
        return "SELECT id, value, total FROM keys WHERE dimension = ?"
    # From the few sides to their keys: most of the many actors are none.
    return (
        "SELECT id, k.value, total FROM entities e INDEXED BY entities_sides "
        "CROSS JOIN keys k ON k.value = e.iri WHERE e.linked AND e.within IS NULL AND dimension = ?"
    )


def _events(view: View, chosen: Chosen, slots: int) -> int:
    return view.events_of(chosen.tellings & slots).bit_count()


@dataclass(frozen=True, slots=True)
class _Last:
    """Sorts texts backwards, so that of equal counts the first by value is the best."""

    value: str

    def __lt__(self, other: "_Last") -> bool:
        return self.value > other.value
