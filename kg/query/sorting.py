"""The chosen events in an order that a reader asks for, a page at a time.

In:  a `Library`, a `Filter`, an `Order`, a reader's `Words`. Out: a `Page`.
What has no value in the order comes last, whichever way it runs; what has the same is in the order
of time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from kg.errors import QueryError
from kg.index import bits, finding
from kg.index.counts import select
from kg.index.criteria import Chosen
from kg.index.ordering import in_order
from kg.index.page import equals_of, latest_first, places
from kg.index.picking import picked
from kg.index.view import View
from kg.index.writer import NO_DAY
from kg.query.filters import CERTAINTIES, Filter
from kg.query.index_rows import criteria_of
from kg.query.library import Library
from kg.query.narrowing import names_of
from kg.query.pages import check_limit
from kg.query.search import fold_text
from kg.query.source import Page
from kg.query.words import Words

Sort = Literal["time", "kind", "actor", "articles", "certainty", "published", "match"]
SORTS: tuple[Sort, ...] = get_args(Sort)
# So many of the best matches are told apart; the others only have their place in other orders.
MOST_MATCHED = 1_000
_KINDS = ("redline", "meeting", "statement", "action")
_MOST_DIGITS = 9
# Behind every number of an order, whichever way it runs.
_LAST = 1 << 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`sort` in rising order, or in falling order when `descending`; "match" is best first."""

    sort: Sort
    descending: bool = False

    @classmethod
    def parse(cls, text: str) -> "Order":
        """Read "actor", or "-actor" for the falling order. Raises QueryError for another word."""
        for sort in SORTS:
            if sort == text.removeprefix("-"):
                return cls(sort=sort, descending=text.startswith("-"))
        raise QueryError(f"sort={text[:80]!r} is not known: use {', '.join(SORTS)}, or -time ….")

    def __str__(self) -> str:
        """As an address has it."""
        return f"-{self.sort}" if self.descending else self.sort


def sorted_page(
    library: Library, chosen: Filter, order: Order, words: Words, *, limit: int, after: str | None
) -> Page:
    """Return at most `limit` events behind `after`, the `next` of the page before.

    Raises QueryError for a limit or `after` that does not fit.
    """
    check_limit(limit)
    if order == Order(sort="time"):
        return library.select(chosen).page(limit, after)
    skip = _skip(after)
    if order.sort == "match":
        iris, more = _matches(library.view, chosen, limit, skip)
    else:
        iris, more = _sorted(library.view, chosen, order, words, limit, skip)
    dataset = library.events(iris)
    return Page(
        dataset=dataset,
        events=tuple(dataset.facts[iri] for iri in iris),
        next=str(skip + limit) if more else None,
    )


def _skip(after: str | None) -> int:
    if after is None:
        return 0
    if not (after.isascii() and after.isdigit()) or len(after) > _MOST_DIGITS:
        raise QueryError(f"after={after[:80]!r} is no place in this list: begin again without it.")
    return int(after)


def _matches(view: View, chosen: Filter, limit: int, skip: int) -> tuple[list[str], bool]:
    most = max(0, min(limit, MOST_MATCHED - skip))
    found = finding.search(view, criteria_of(chosen), most, skip)
    return [hit.event for hit in found.hits], skip + limit < min(found.events, MOST_MATCHED)


def _sorted(
    view: View, chosen: Filter, order: Order, words: Words, limit: int, skip: int
) -> tuple[list[str], bool]:
    slots = _slots(view, chosen, order, words, skip, skip + limit + 1)
    page = slots[:limit]
    iris = dict(view.among("SELECT slot, iri FROM events WHERE slot IN ", page))
    return [iris[slot] for slot in page], len(slots) > limit


def _slots(
    view: View, chosen: Filter, order: Order, words: Words, start: int, end: int
) -> list[int]:
    held, axis = select(view, criteria_of(chosen))
    if order.sort == "time":
        return latest_first(view, held.events, axis, start, end)
    slots, days = places(view, held.events, axis)
    numbers = _NUMBERS[order.sort](view, held, words)
    numbers = np.where(numbers == NO_DAY, _LAST, -numbers if order.descending else numbers)
    return in_order(view, slots, [numbers, days], equals_of(view, axis), start, end)


def _of_events(view: View, chosen: Chosen, column: str) -> NDArray[Any]:
    (numbers,) = picked(view, chosen.events, "event-slots", column)
    return np.asarray(numbers, np.int64)


def _by_kind(view: View, chosen: Chosen, words: Words) -> NDArray[Any]:
    del words
    kinds = [view.keyed("event-kind", kind) & chosen.events for kind in _KINDS]
    return _first_of(view, chosen, kinds)


def _by_actor(view: View, chosen: Chosen, words: Words) -> NDArray[Any]:
    """By the place of the name in the order of names, folded."""
    who = _of_events(view, chosen, "who")
    held = np.zeros(int(who.max(initial=0)) + 1, np.bool_)
    held[who] = True
    known = view.texts((np.flatnonzero(held[1:]) + 1).tolist())
    named = {i: fold_text(label) for i, (label, _) in names_of(view, known.values(), words).items()}
    rank_of = {name: place for place, name in enumerate(sorted(set(named.values())))}
    ranks = np.full(len(held), NO_DAY, np.int64)
    for number, iri in known.items():
        if iri in named:
            ranks[number] = rank_of[named[iri]]
    return np.take(ranks, who)


def _by_articles(view: View, chosen: Chosen, words: Words) -> NDArray[Any]:
    del words
    return _of_events(view, chosen, "event-articles")


def _by_certainty(view: View, chosen: Chosen, words: Words) -> NDArray[Any]:
    """By the surest of the tellings that fit."""
    del words
    sure = [view.keyed("certainty", value) & chosen.tellings for value in CERTAINTIES]
    return -_first_of(view, chosen, [view.events_of(tellings) for tellings in sure])


def _by_publication(view: View, chosen: Chosen, words: Words) -> NDArray[Any]:
    del words
    return _of_events(view, chosen, "heard")


def _first_of(view: View, chosen: Chosen, sets: list[int]) -> NDArray[Any]:
    """Return for each chosen event the place of the first of the sets that has it."""
    slots = bits.slots(chosen.events)
    found = np.full(len(slots), len(sets), np.int64)
    for place, held in reversed(list(enumerate(sets))):
        found[bits.flags(held, view.size)[slots]] = place
    return found


_NUMBERS: Mapping[Sort, Callable[[View, Chosen, Words], NDArray[Any]]] = {
    "kind": _by_kind,
    "actor": _by_actor,
    "articles": _by_articles,
    "certainty": _by_certainty,
    "published": _by_publication,
}
