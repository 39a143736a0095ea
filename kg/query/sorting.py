"""The chosen events in an order that a reader asks for, a page at a time.

In:  a `Library`, a `Filter`, an `Order`, a reader's `Words`. Out: a `Page`.
What has no value in the order comes last, whichever way it runs; what has the same is in the order
of time.
"""

import json
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Literal, get_args

from kg.errors import QueryError
from kg.index import bits, finding
from kg.index.counts import select
from kg.index.criteria import Criteria
from kg.index.view import View
from kg.query.filters import CERTAINTIES, Filter
from kg.query.index_rows import criteria_of
from kg.query.library import Library
from kg.query.narrowing import names_of
from kg.query.pages import check_limit
from kg.query.search import fold_text
from kg.query.selection import NO_DAY
from kg.query.source import Page
from kg.query.words import Words

Sort = Literal["time", "kind", "actor", "articles", "certainty", "published", "match"]
SORTS: tuple[Sort, ...] = get_args(Sort)
# So many of the best matches are told apart; the others only have their place in other orders.
MOST_MATCHED = 1_000
_KINDS = ("redline", "meeting", "statement", "action")
_MOST_DIGITS = 9
# A choice sparser than one in so many is fetched by its slots, a denser one by going through all.
_SPARSE = 10


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


@dataclass(frozen=True, slots=True)
class _Event:
    slot: int
    iri: str
    position: int
    kind: str
    who: str | None
    articles: int
    heard: int | None


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
    slots = _some_slots(view, criteria_of(chosen), order, words, skip, skip + limit + 1)
    page = slots[:limit]
    iris = dict(
        view.rows(
            "SELECT slot, iri FROM events WHERE slot IN (SELECT value FROM json_each(?))",
            (json.dumps(list(page)),),
        )
    )
    return [iris[slot] for slot in page], len(slots) > limit


def _some_slots(
    view: View, criteria: Criteria, order: Order, words: Words, start: int, end: int
) -> Sequence[int]:
    if order.sort == "time":
        chosen, axis = select(view, criteria)
        return list(islice(_latest_first(view, chosen.events, axis), start, end))
    key = ("sorted", criteria, order, words.language)
    return view.remembered(key, lambda: _slots(view, criteria, order, words))[start:end]


def _slots(view: View, criteria: Criteria, order: Order, words: Words) -> "array[int]":
    chosen, axis = select(view, criteria)
    events = sorted(_read(view, chosen.events, axis), key=lambda e: (e.position, e.iri))
    value_of = _VALUES[order.sort](_Sorted(view, chosen.tellings, events, axis, words))
    values = {event.slot: value_of(event) for event in events}
    known = [e for e in events if values[e.slot] is not None]
    known.sort(key=lambda e: values[e.slot], reverse=order.descending)
    return array("Q", [e.slot for e in (*known, *(e for e in events if values[e.slot] is None))])


def _latest_first(view: View, events: int, axis: str) -> Iterator[int]:
    """Those with a date by the index of days, backwards; the others behind them."""
    mask = bits.mask(events, view.size)
    column = "relative" if axis == "relative" else "absolute"
    query = f"SELECT slot FROM events WHERE {column}"  # noqa: S608 # one of two names
    dated = view.rows(f"{query} < ? ORDER BY {column} DESC, iri DESC", (NO_DAY,))
    undated = view.rows(f"{query} >= ? ORDER BY iri", (NO_DAY,))
    return (slot for (slot,) in chain(dated, undated) if mask[slot])


def _read(view: View, events: int, axis: str) -> Iterator[_Event]:
    columns = f"slot, iri, {'relative' if axis == 'relative' else 'absolute'}"
    query = f"SELECT {columns}, kind, who, articles, heard FROM events"  # noqa: S608 # one of two names
    if events.bit_count() * _SPARSE < view.events.bit_count():
        held = json.dumps(list(bits.slots_of(events)))
        rows = view.rows(f"{query} WHERE slot IN (SELECT value FROM json_each(?))", (held,))  # noqa: S608 # constants
        return (_Event(*row) for row in rows)
    mask = bits.mask(events, view.size)
    return (_Event(*row) for row in view.rows(query) if mask[row[0]])


_Value = Callable[[_Event], Any]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """What is sorted: the events, the tellings that fit, for whom."""

    view: View
    tellings: int
    events: list[_Event]
    axis: str
    words: Words

    def held(self, slots: int) -> bytes:
        """A byte for each slot: 1 where the set holds it."""
        return bits.mask(slots, self.view.size)


def _by_kind(given: _Sorted) -> _Value:
    del given
    return lambda event: _KINDS.index(event.kind)


def _by_actor(given: _Sorted) -> _Value:
    whos = {event.who for event in given.events if event.who is not None}
    named = names_of(given.view, whos, given.words)
    folded = {iri: fold_text(label) for iri, (label, _) in named.items()}
    return lambda event: None if event.who is None else folded.get(event.who)


def _by_articles(given: _Sorted) -> _Value:
    del given
    return lambda event: event.articles


def _by_certainty(given: _Sorted) -> _Value:
    """By the surest of the tellings that fit."""
    view = given.view
    sure = [view.keyed("certainty", value) & given.tellings for value in CERTAINTIES]
    held = [given.held(view.events_of(tellings)) for tellings in sure]
    return lambda event: next((-i for i, at in enumerate(held) if at[event.slot]), None)


def _by_publication(given: _Sorted) -> _Value:
    del given
    return lambda event: event.heard


_VALUES: Mapping[str, Callable[[_Sorted], _Value]] = {
    "kind": _by_kind,
    "actor": _by_actor,
    "articles": _by_articles,
    "certainty": _by_certainty,
    "published": _by_publication,
}
