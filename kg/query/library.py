"""The claims of a store as a source for the views, whatever its size: by the index.

In:  a `View` of the index, the store for the texts of articles. Out: a `Source` (kg.query.source),
which says what each of its methods gives.
"""

from collections.abc import Sequence

from kg.errors import NotFound
from kg.index import counts
from kg.model.day import Day
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.holdings import Holdings
from kg.query.index_rows import criteria_of
from kg.query.indexed_choice import IndexedChoice
from kg.query.source import Choice, EntityKind, Involving, Listed


class Library(Holdings):
    """The claims at one revision of the index; lives as long as the view."""

    @property
    def empty(self) -> bool:
        """True when there is no article."""
        return not list(self.view.rows("SELECT 1 FROM articles LIMIT 1"))

    def select(self, chosen: Filter) -> Choice:
        """Return what fits the filter."""
        return IndexedChoice(self, chosen, criteria_of(chosen))

    def members(self, kind: EntityKind, iri: str) -> Sequence[str]:
        """Return what belongs to this actor, or lies in this place."""
        query = (
            "SELECT iri FROM entities e WHERE within = ? AND kind = ? "
            "AND EXISTS (SELECT 1 FROM mentioned m WHERE m.entity = e.iri) ORDER BY iri"
        )
        return [found for (found,) in self.view.rows(query, (iri, kind))]

    def bodies(self, side: str) -> Sequence[str]:
        """Return all that belongs to this actor."""
        query = (
            "WITH RECURSIVE held (iri) AS (SELECT ? UNION SELECT e.iri FROM held h "
            "JOIN entities e ON e.within = h.iri AND e.kind = 'actor') SELECT iri FROM held"
        )
        return sorted(iri for (iri,) in self.view.rows(query, (side,)) if iri != side)

    def named(self, kind: EntityKind, name: str) -> str | None:
        """Return an actor or place that some article names."""
        query = (
            "SELECT min(iri) FROM entities e WHERE kind = ? AND iri IN (?, ?) "
            "AND EXISTS (SELECT 1 FROM mentioned m WHERE m.entity = e.iri)"
        )
        ((found,),) = self.view.rows(query, (kind, name, f"{self.base}{kind}/{name}"))
        return None if found is None else str(found)

    def crossing_events(self, most: int) -> Sequence[str]:
        """Return the statements that speak of a red line's being crossed."""
        events = self.view.events_of(self.view.keyed("crossing"))
        return counts.latest(self.view, events, "statement", most) if events else []

    def involving(self, kind: EntityKind, iri: str, limit: int, after: str | None) -> Involving:
        """Return a page of the events of an actor or place."""
        view = self.view
        told = view.keyed("party" if kind == "actor" else "site", iri)
        events = view.events_of(told)
        return Involving(
            page=self.page(events, limit, after, relative=False), total=events.bit_count()
        )

    def find_event_iri(self, name: str) -> str | None:
        """Return the event whose IRI ends in `name`."""
        rows = self.view.rows(
            "SELECT event FROM event_names WHERE name = ? ORDER BY iri = event DESC, iri", (name,)
        )
        return next((event for (event,) in rows), None)

    def event_of(self, iri: str) -> str:
        """Return the canonical IRI of an event; one that is not there is its own."""
        rows = self.view.rows("SELECT event FROM event_names WHERE iri = ?", (iri,))
        return next((event for (event,) in rows), iri)

    def claim_article(self, iri: str) -> str | None:
        """Return the article of a claim."""
        rows = self.view.rows("SELECT article FROM claims WHERE iri = ?", (iri,))
        return next((article for (article,) in rows), None)

    def article(self, iri: str) -> Dataset:
        """Return a dataset that holds an article with its text. Raises NotFound."""
        if not list(self.view.rows("SELECT 1 FROM articles WHERE iri = ?", (iri,))):
            raise NotFound(f"There is no article {iri} in this store, or it was removed.")
        return self.dataset((), texts=(iri,))

    def copies_of(self, article: str) -> Sequence[Listed]:
        """Return the other articles of nearly the same text."""
        rows = self.view.rows("SELECT first FROM copies WHERE article = ?", (article,))
        first = next((found for (found,) in rows), article)
        query = (
            "SELECT iri, title, published FROM articles WHERE iri <> ? AND (iri = ? "
            "OR iri IN (SELECT article FROM copies WHERE first = ?)) ORDER BY iri"
        )
        return [
            Listed(iri=iri, title=title, published=None if day is None else Day.from_ordinal(day))
            for iri, title, day in self.view.rows(query, (article, first, first))
        ]

    def title(self, name: str) -> str | None:
        """Return the headline of an article."""
        query = "SELECT title FROM articles WHERE iri IN (?, ?)"
        rows = self.view.rows(query, (name, f"{self.base}article/{name}"))
        return next((title for (title,) in rows), None)
