"""How many of what are chosen, on which axis they can be drawn, and the newest of them.

In:  a `View`, `Criteria`. Out: numbers.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index import bits
from kg.index.criteria import Chosen, Criteria, choose
from kg.index.numbers import UNDATED
from kg.index.ordering import FEW, in_order
from kg.index.picking import of_slots, picked
from kg.index.rows import Axis
from kg.index.view import View
from kg.index.writer import NO_DAY, UNPUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Articles, claims of record, events of two kinds; events without a date on the axis."""

    articles: int
    claims: int
    meetings: int
    redlines: int
    undated: int


def select(view: View, criteria: Criteria) -> tuple[Chosen, Axis]:
    """Return what is chosen, and its axis; remembered at this revision."""

    def work() -> tuple[Chosen, Axis]:
        chosen = choose(view, criteria)
        return chosen, _axis(view, criteria, chosen)

    return view.remembered(("select", criteria), work)


def count(view: View, criteria: Criteria) -> Counts:
    """Return the count line of a selection."""
    return view.remembered(("count", criteria), lambda: _count(view, criteria))


def newest(view: View, chosen: Chosen) -> str | None:
    """Return the newest red line, else the newest meeting, else the newest statement."""
    for kind in ("redline", "meeting", "statement"):
        held = chosen.events & view.keyed("event-kind", kind)
        if held:
            return _newest(view, held, kind)
    return None


def latest(view: View, events: int, kind: str, most: int) -> list[str]:
    """Return, of these events of a kind, those that were spoken of last; equals by IRI."""
    events &= view.keyed("event-kind", kind)
    (spoken,) = picked(view, events, "event-slots", "spoken")
    back = np.where(spoken == NO_DAY, UNDATED, -spoken.astype(np.int64))
    query = "SELECT slot FROM events WHERE kind = ? AND spoken IS ? ORDER BY iri"

    def equals(number: int) -> Iterable[tuple[int]]:
        return view.rows(query, (kind, None if number == UNDATED else -number))

    slots = in_order(view, bits.slots(events), [back], equals, 0, most)
    iris = dict(view.among("SELECT slot, iri FROM events WHERE slot IN ", slots))
    return [iris[slot] for slot in slots]


def newest_publication(view: View, criteria: Criteria) -> int | None:
    """Return the newest day of publication of an article with chosen tellings."""
    chosen, _ = select(view, criteria)
    (days,) = picked(view, chosen.tellings, "telling-slots", "published")
    return _greatest(days)


def span(view: View, events: int) -> tuple[int, int] | None:
    """Return the first and last day of these events; None when no day is known."""
    events &= view.keyed("known", "absolute")
    days = of_slots(view, events, "first.absolute")
    last = _greatest(of_slots(view, events, "last.absolute"))
    return None if last is None else (int(days[days != NO_DAY].min()), last)


def newest_day(view: View, events: int) -> int | None:
    """Return the newest day of these events, of those of some unknown day the middle."""
    events &= view.keyed("known", "absolute")
    return _greatest(of_slots(view, events, "day.absolute"))


def _greatest(days: NDArray[Any]) -> int | None:
    found = int(days.max(initial=NO_DAY))
    return None if found == NO_DAY else found


def _axis(view: View, criteria: Criteria, chosen: Chosen) -> Axis:
    if criteria.has_days:
        return "absolute"
    if criteria.anything:
        # In this order those without a day come last.
        first = next(view.rows("SELECT place FROM articles ORDER BY place LIMIT 1"), (0,))
        published = int(first != (UNPUBLISHED,))
    else:
        published = chosen.tellings & view.keyed("published") or not chosen.tellings
    if published:
        return "absolute"
    dated = (chosen.events & view.keyed("known", "absolute")).bit_count()
    placed = (chosen.events & view.keyed("known", "relative")).bit_count()
    return "relative" if placed >= dated else "absolute"


def _count(view: View, criteria: Criteria) -> Counts:
    chosen, axis = select(view, criteria)
    if criteria.anything:
        ((articles,),) = view.rows("SELECT count(*) FROM articles")
    else:
        articles = len(articledistinct(view, criteria))
    known = view.keyed("known", axis)
    kinds = [view.keyed("event-kind", kind) for kind in ("meeting", "redline")]
    return Counts(
        articles=articles,
        claims=int(np.count_nonzero(terms_held(view, chosen.tellings, "records"))),
        meetings=(chosen.events & kinds[0]).bit_count(),
        redlines=(chosen.events & kinds[1]).bit_count(),
        undated=(chosen.candidates & ~known).bit_count(),
    )


def articledistinct(view: View, criteria: Criteria) -> NDArray[Any]:
    """Return the articles with chosen tellings, by the numbers of their terms, in rising order."""

    def work() -> NDArray[Any]:
        chosen, _ = select(view, criteria)
        return np.flatnonzero(terms_held(view, chosen.tellings, "articles"))

    return view.remembered(("articles", criteria), work)


def terms_held(view: View, tellings: int, column: str) -> NDArray[np.bool_]:
    """Return for each number of a term, up to the last, whether a column has it of tellings."""
    (found,) = picked(view, tellings, "telling-slots", column)
    held = np.zeros(int(found.max(initial=0)) + 1, np.bool_)
    held[found] = True
    return held


def holds_articles(view: View, criteria: Criteria, iris: Collection[str]) -> set[str]:
    """Return those of these articles that have chosen tellings."""
    held = articledistinct(view, criteria)
    rows = dict(view.among("SELECT id, text FROM terms WHERE text IN ", list(iris)))
    return {rows[number] for number in rows if _holds(held, number)}


def _holds(held: NDArray[Any], number: int) -> bool:
    place = int(np.searchsorted(held, number))
    return place < len(held) and int(held[place]) == number


def claims(view: View, criteria: Criteria) -> frozenset[str]:
    """Return the IRIs of the claims of record that are chosen."""
    chosen, _ = select(view, criteria)
    return _texts(view, np.flatnonzero(terms_held(view, chosen.tellings, "records")))


def articles(view: View, criteria: Criteria) -> frozenset[str]:
    """Return the IRIs of the articles with chosen tellings."""
    return _texts(view, articledistinct(view, criteria))


def _texts(view: View, numbers: NDArray[Any]) -> frozenset[str]:
    return frozenset(view.texts(numbers.tolist()).values())


def _newest(view: View, held: int, kind: str) -> str | None:
    best: tuple[bool, int, str] | None = None
    found: str | None = None
    # Newest first: the first hit's day settles it, save for others heard on that day.
    for slot, iri, heard in _heard(view, held, kind):
        rank = (heard is not None, heard or 0, iri.rsplit("/", 1)[-1])
        if best is not None and rank[:2] < best[:2]:
            break
        if held >> slot & 1 and (best is None or rank > best):
            best, found = rank, iri
    return found


def _heard(view: View, held: int, kind: str) -> Iterable[tuple[int, str, int | None]]:
    if held.bit_count() > FEW:
        query = "SELECT slot, iri, heard FROM events WHERE kind = ? ORDER BY heard DESC"
        return view.rows(query, (kind,))
    few = view.among("SELECT slot, iri, heard FROM events WHERE slot IN ", [*bits.slots_of(held)])
    return sorted(few, key=lambda row: (row[2] is None, -(row[2] or 0)))
