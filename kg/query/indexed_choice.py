"""What fits a filter, by the index: sums by the index alone, pages with the claims behind them.

In:  `Holdings`, a `Filter` and the same as `Criteria`. Out: a `Choice` (kg.query.source).
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.index import bits, counts, lane_sums
from kg.index.criteria import Criteria
from kg.index.graph import TieGraph
from kg.index.places import place_events
from kg.index.recent import recent
from kg.index.writer import UNPUBLISHED
from kg.model.day import Day
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.graph import ActorGraph
from kg.query.holdings import Holdings
from kg.query.lane_sums import LaneSums
from kg.query.lanes import LaneKind
from kg.query.pages import check_limit, moment_of, moment_token
from kg.query.source import Listed, Page, Recent, Within
from kg.query.telling import ArticleView, EventKind, Telling

# Articles whose claims are in memory at once while everything is gone through.
_AT_ONCE = 100


class IndexedChoice:
    """What fits a filter; see `Choice`."""

    def __init__(self, holdings: Holdings, chosen: Filter, criteria: Criteria) -> None:
        self._holdings = holdings
        self._view = holdings.view
        self._anything = chosen == Filter()
        self._criteria = criteria
        self._chosen, self._axis = counts.select(self._view, criteria)

    @property
    def relative(self) -> bool:
        """On the axis of days from publication."""
        return self._axis == "relative"

    @property
    def undated(self) -> int:
        """How many events fit in all else and have no date."""
        known = self._view.keyed("known", self._axis)
        return (self._chosen.candidates & ~known).bit_count()

    @property
    def total(self) -> int:
        """How many events fit."""
        return self._chosen.events.bit_count()

    def counts(self) -> dict[str, int]:
        """Return the count line."""
        line = counts.count(self._view, self._criteria)
        return {
            "articles": line.articles,
            "claims": line.claims,
            "meetings": line.meetings,
            "redlines": line.redlines,
            "undated": line.undated,
        }

    def page(self, limit: int, after: str | None, within: Within | None = None) -> Page:
        """Return a page in the order of time."""
        events = self._chosen.events
        if within is not None:
            events = lane_sums.on_lanes(self._view, events, *within)
        return self._holdings.page(events, limit, after, relative=self.relative)

    def latest(self, kind: EventKind, most: int, *, disputed: bool = False) -> Sequence[str]:
        """Return the events of a kind that were spoken of last."""
        events = self._chosen.events
        if disputed:
            events &= self._view.keyed("disputed", "1")
        return counts.latest(self._view, events, kind, most)

    def span(self) -> tuple[Day, Day] | None:
        """Return the first and last day of the events."""
        found = counts.span(self._view, self._chosen.events)
        return None if found is None else (Day.from_ordinal(found[0]), Day.from_ordinal(found[1]))

    def newest_publication(self) -> Day | None:
        """Return the newest day of publication of the articles."""
        return _day(counts.newest_publication(self._view, self._criteria))

    def newest_day(self) -> Day | None:
        """Return the newest day of the events."""
        return _day(counts.newest_day(self._view, self._chosen.events))

    def newest(self) -> str | None:
        """Return the newest red line, else meeting, else statement."""
        return counts.newest(self._view, self._chosen)

    def lanes(
        self, kind: LaneKind, bucket: int | None = None, bodies: Mapping[str, str] | None = None
    ) -> LaneSums:
        """Return the events lane by lane."""
        return lane_sums.LaneSums(self._view, self._criteria, kind, bucket, bodies or {})

    def graph(self) -> ActorGraph:
        """Return the events as a graph of actors."""
        return TieGraph(self._view, self._criteria)

    def place_events(self) -> Mapping[str, int]:
        """Return how many events were at each place or are about it."""
        return place_events(self._view, self._criteria)

    def publications(self, articles: Collection[str]) -> Sequence[Listed]:
        """Return those of these articles that have claims which fit."""
        held = articles
        if not self._anything:
            held = counts.holds_articles(self._view, self._criteria, articles)
        return _listed(
            self._view.rows(
                "SELECT iri, title, published FROM articles "
                "WHERE iri IN (SELECT value FROM json_each(?)) ORDER BY place, iri",
                (json.dumps(list(held)),),
            )
        )

    def undated_articles(self, limit: int) -> tuple[int, Sequence[Listed]]:
        """Return the articles without a day of publication."""
        rows = self._view.rows(
            "SELECT iri, title, published FROM articles WHERE place = ? ORDER BY iri",
            (UNPUBLISHED,),
        )
        found = _listed(rows)
        if not self._anything and found:
            iris = [article.iri for article in found]
            held = counts.holds_articles(self._view, self._criteria, iris)
            found = [article for article in found if article.iri in held]
        return len(found), found[:limit]

    def claims(self) -> frozenset[str]:
        """Return the claims of record that fit."""
        return counts.claims(self._view, self._criteria)

    def recent(self, limit: int, after: str | None) -> Recent:
        """Return a page of the claims that were recorded last."""
        check_limit(limit)
        begin = None if after is None else moment_of(after)
        found = recent(self._view, self._criteria, limit + 1, begin)
        shown, more = found[:limit], len(found) > limit
        data = self._holdings.dataset((), texts=list(dict.fromkeys(r.article for r in shown)))
        last = shown[-1] if more else None
        return Recent(
            dataset=data,
            tellings=tuple(data.claims[row.claim] for row in shown),
            next=moment_token((last.moment, last.article, last.place)) if last else None,
        )

    def by_article(self) -> Iterator[tuple[Dataset, ArticleView, Sequence[Telling]]]:
        """Yield the articles with their tellings that fit, some read at a time."""
        iris = [iri for (iri,) in self._view.rows("SELECT iri FROM articles ORDER BY place, iri")]
        if not self._anything:
            held = counts.articles(self._view, self._criteria)
            iris = [iri for iri in iris if iri in held]
        mask = bits.mask(self._chosen.tellings, self._view.size)
        for start in range(0, len(iris), _AT_ONCE):
            yield from self._some_articles(iris[start : start + _AT_ONCE], mask)

    def _some_articles(
        self, iris: list[str], mask: bytes
    ) -> Iterator[tuple[Dataset, ArticleView, Sequence[Telling]]]:
        asked = (json.dumps(iris),)
        several = "(SELECT value FROM json_each(?))"
        rows = self._view.rows(
            f"SELECT slot, claim FROM tellings WHERE article IN {several}",  # noqa: S608 # constant
            asked,
        )
        chosen = {claim for slot, claim in rows if mask[slot]}
        data = self._holdings.articles(iris)
        for view in data.articles.values():
            told = [data.claims[c.iri] for c in view.extraction.claims if c.iri in chosen]
            yield data, view, told


def _day(number: int | None) -> Day | None:
    return None if number is None else Day.from_ordinal(number)


def _listed(rows: Iterator[tuple[str, str, int | None]]) -> list[Listed]:
    return [
        Listed(
            iri=iri,
            title=title,
            published=_day(published),
        )
        for iri, title, published in rows
    ]
