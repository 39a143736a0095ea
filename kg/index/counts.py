"""How many of what are chosen, on which axis they can be drawn, and the newest of them.

In:  a `View`, `Criteria`. Out: numbers.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass
from itertools import compress, islice

from kg.index import bits
from kg.index.criteria import Chosen, Criteria, choose
from kg.index.picking import picker
from kg.index.rows import Axis
from kg.index.view import View

# So many events are sorted by themselves, more are met in the order of all.
_FEW = 2_000


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
    if events.bit_count() <= _FEW:
        few = json.dumps(list(bits.slots_of(events)))
        found = view.rows(
            "SELECT iri FROM events WHERE slot IN (SELECT value FROM json_each(?)) "
            "ORDER BY spoken DESC, iri LIMIT ?",
            (few, most),
        )
        return [iri for (iri,) in found]
    held = bits.mask(events, view.size)
    rows = view.rows(
        "SELECT slot, iri FROM events WHERE kind = ? ORDER BY spoken DESC, iri", (kind,)
    )
    return [iri for slot, iri in islice((row for row in rows if held[row[0]]), most)]


def newest_publication(view: View, criteria: Criteria) -> int | None:
    """Return the newest day of publication of an article with chosen tellings."""
    held = article_numbers(view, criteria)
    rows = view.rows(
        "SELECT t.id, published FROM articles a JOIN terms t ON t.text = a.iri "
        "WHERE published IS NOT NULL ORDER BY place, iri"
    )
    return next((day for number, day in rows if number in held), None)


def span(view: View, events: int) -> tuple[int, int] | None:
    """Return the first and last day of these events; None when no day is known."""
    held = bits.mask(events & view.keyed("known", "absolute"), view.size)
    first = min(compress(view.column("first.absolute"), held), default=None)
    last = max(compress(view.column("last.absolute"), held), default=None)
    return None if first is None or last is None else (first, last)


def newest_day(view: View, events: int) -> int | None:
    """Return the newest day of these events, of those of some unknown day the middle."""
    held = bits.mask(events & view.keyed("known", "absolute"), view.size)
    return max(compress(view.column("day.absolute"), held), default=None)


def _axis(view: View, criteria: Criteria, chosen: Chosen) -> Axis:
    if criteria.has_days:
        return "absolute"
    if criteria.anything:
        articles, published = next(view.rows("SELECT count(*), count(published) FROM articles"))
        published = published or not articles
    else:
        published = chosen.tellings & view.keyed("published") or not chosen.tellings
    if published:
        return "absolute"
    dated = (chosen.events & view.keyed("known", "absolute")).bit_count()
    placed = (chosen.events & view.keyed("known", "relative")).bit_count()
    return "relative" if placed >= dated else "absolute"


def _count(view: View, criteria: Criteria) -> Counts:
    chosen, axis = select(view, criteria)
    pick = picker(view, chosen.tellings, "telling-slots")
    if criteria.anything:
        ((articles,),) = view.rows("SELECT count(*) FROM articles")
    else:
        articles = len(article_numbers(view, criteria))
    known = view.keyed("known", axis)
    kinds = [view.keyed("event-kind", kind) for kind in ("meeting", "redline")]
    return Counts(
        articles=articles,
        claims=len(set(pick(view.column("records")))),
        meetings=(chosen.events & kinds[0]).bit_count(),
        redlines=(chosen.events & kinds[1]).bit_count(),
        undated=(chosen.candidates & ~known).bit_count(),
    )


def article_numbers(view: View, criteria: Criteria) -> frozenset[int]:
    """Return the articles with chosen tellings, by the numbers of their terms."""

    def work() -> frozenset[int]:
        chosen, _ = select(view, criteria)
        return frozenset(picker(view, chosen.tellings, "telling-slots")(view.column("articles")))

    return view.remembered(("articles", criteria), work)


def holds_articles(view: View, criteria: Criteria, iris: Collection[str]) -> set[str]:
    """Return those of these articles that have chosen tellings."""
    query = "SELECT id, text FROM terms WHERE text IN (SELECT value FROM json_each(?))"
    held = article_numbers(view, criteria)
    return {text for number, text in view.rows(query, (json.dumps(list(iris)),)) if number in held}


def claims(view: View, criteria: Criteria) -> frozenset[str]:
    """Return the IRIs of the claims of record that are chosen."""
    chosen, _ = select(view, criteria)
    numbers = set(picker(view, chosen.tellings, "telling-slots")(view.column("records")))
    return frozenset(view.texts(list(numbers)).values())


def articles(view: View, criteria: Criteria) -> frozenset[str]:
    """Return the IRIs of the articles with chosen tellings."""
    return frozenset(view.texts(list(article_numbers(view, criteria))).values())


def _newest(view: View, held: int, kind: str) -> str | None:
    best: tuple[bool, int, str] | None = None
    found: str | None = None
    # Newest first: the first hit's day settles it, save for others heard on that day.
    for slot, iri, heard in view.rows(
        "SELECT slot, iri, heard FROM events WHERE kind = ? ORDER BY heard DESC", (kind,)
    ):
        rank = (heard is not None, heard or 0, iri.rsplit("/", 1)[-1])
        if best is not None and rank[:2] < best[:2]:
            break
        if held >> slot & 1 and (best is None or rank > best):
            best, found = rank, iri
    return found
