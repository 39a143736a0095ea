"""What the present choice could be narrowed to, with how many events each narrowing leaves.

In:  a `View`, `Criteria`. Out: for each facet its values with counts, most first.
A facet's counts respect every filter but its own: they say what choosing that value instead gives.
"""

import heapq
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
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
    actor, role = criteria.key("actor"), criteria.key("role")
    if facet.name == "role" and actor is not None:
        counted: Iterable[tuple[str, int]] = (
            (r, _events(view, chosen, view.keyed(f"role:{r}", actor.value, named=actor.named)))
            for r in ROLES
        )
    elif facet.name in _MANY_VALUES and chosen.tellings.bit_count() <= _FEW:
        counted = _told(view, facet, _dimension(facet, role), chosen)
    else:
        return _best(view, facet, _dimension(facet, role), chosen, limit)
    found = [pair for pair in counted if pair[1]]
    return heapq.nsmallest(limit, found, key=lambda pair: (-pair[1], pair[0]))


def _dimension(facet: Facet, role: Key | None) -> str:
    """With a role asked for, an actor counts where it has that role."""
    return f"role:{role.value}" if role and facet.filter == "actor" else facet.dimension


def _best(
    view: View, facet: Facet, dimension: str, chosen: Chosen, limit: int
) -> list[tuple[str, int]]:
    """The best values. `total` is never less than a value's count, so the rest can be left out."""
    best: list[tuple[int, _Last]] = []
    for key, value, total in view.rows(f"{_values(facet)} ORDER BY total DESC", (dimension,)):
        if len(best) == limit and total < best[0][0]:
            break
        slots = view.posted(key)
        number = (
            (chosen.events & slots).bit_count() if facet.of_event else _events(view, chosen, slots)
        )
        if number:
            push = heapq.heappush if len(best) < limit else heapq.heappushpop
            push(best, (number, _Last(value)))
    return [(last.value, number) for number, last in sorted(best, reverse=True)]


def _told(view: View, facet: Facet, dimension: str, chosen: Chosen) -> Iterator[tuple[str, int]]:
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
    for key, value, _ in view.rows(
        f"{_values(facet)} AND id IN (SELECT value FROM json_each(?))",  # noqa: S608 # constants
        (dimension, json.dumps(list(told))),
    ):
        yield value, len(told[key])


def _values(facet: Facet) -> str:
    if facet.name != "side":
        return "SELECT id, value, total FROM keys WHERE dimension = ?"
    return (
        "SELECT id, keys.value, total FROM keys JOIN entities e ON e.iri = keys.value "
        "AND e.linked AND e.within IS NULL WHERE dimension = ?"
    )


def _events(view: View, chosen: Chosen, slots: int) -> int:
    return view.events_of(chosen.tellings & slots).bit_count()


@dataclass(frozen=True, slots=True)
class _Last:
    """Sorts texts backwards, so that of equal counts the first by value is the best."""

    value: str

    def __lt__(self, other: "_Last") -> bool:
        return self.value > other.value
