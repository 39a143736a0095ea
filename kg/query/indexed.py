"""The index of a store, kept up with it: what a write changed is read again, and nothing else.

In:  a `GraphStore`. Out: `IndexedStore.view()`, never behind the revision it was asked at.
Which articles changed the store says (`changed_since`), or each article's stamp shows. The events
they told or tell are worked out anew, with all other articles that tell these. What reaches further
(a name of the gazetteer that changed) has the index made anew, some articles at a time.
"""

import contextlib
import hashlib
import json
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.errors import NotFound, SurroundingsError
from kg.index import bits
from kg.index.index import EMPTY, Index
from kg.index.rows import ArticleRow, EventRow
from kg.index.view import View
from kg.query.dataset import Dataset
from kg.query.index_rows import article_row, entity_rows, event_row
from kg.store.base import ArticleSummary, GraphStore

# Articles that are in memory at once while an index is made.
_AT_ONCE = 200
# Slots of dead events that are borne before the index is made anew.
_MOST_WASTED = 100_000
# Writes are short: a store that changes during every one of these readings is not normal.
_ATTEMPTS = 5


class Further(Exception):
    """A change touches more than the events of its articles; caught below."""


class IndexedStore:
    """A store with its index. Safe among threads; one catches up, the others wait."""

    def __init__(self, store: GraphStore, index: Index | None = None) -> None:
        """Take a store; `index` is by default the one in its folder, or in memory."""
        self.store = store
        self.index = index or Index(store.folder)
        self._lock = threading.Lock()
        self._known: int | None = None

    @contextlib.contextmanager
    def view(self) -> Iterator[View]:
        """Hold the index at the store's newest revision."""
        self.catch_up()
        with self.index.view() as view:
            yield view

    def catch_up(self) -> None:
        """Bring the index to the store's revision. Raises StoreError, SurroundingsError."""
        if self._known == self.store.revision:
            return
        with self._lock:
            for _ in range(_ATTEMPTS):
                revision = self.store.revision
                try:
                    self._follow(revision)
                except NotFound:
                    if self.store.revision == revision:
                        raise
                    continue
                if self.store.revision == revision:
                    self._known = revision
                    return
        raise SurroundingsError("The store kept changing while it was read. Ask again in a moment.")

    def close(self) -> None:
        """Let go of the index's file."""
        self.index.close()

    def _follow(self, revision: int) -> None:
        with self.index.view() as view:
            known, stamps = view.revision, _stamps(view)
            wasted = view.size > _MOST_WASTED + 4 * (view.tellings | view.events).bit_count()
        if known == revision:
            return
        if known == EMPTY or known > revision or wasted:
            self._make(revision)
            return
        listed = {summary.iri: summary for summary in self.store.articles()}
        changed: Collection[str] | None = self.store.changed_since(known)
        if changed is None:
            now = {iri: _stamp(self.store, summary) for iri, summary in listed.items()}
            changed = {iri for iri in now.keys() | stamps if now.get(iri) != stamps.get(iri)}
        try:
            _Update(self.store, self.index, listed).write(changed, revision)
        except Further:
            self._make(revision)

    def _make(self, revision: int) -> None:
        """Fill an empty index; killed half way, it is of no revision and made anew."""
        self.index.clear()
        listed = {summary.iri: summary for summary in self.store.articles()}
        iris, late = list(listed), set[str]()
        for start in range(0, len(iris), _AT_ONCE):
            update = _Update(self.store, self.index, listed)
            late |= update.write_new(iris[start : start + _AT_ONCE], EMPTY)
        # Events that several articles tell come last, when all of these can be read together.
        _Update(self.store, self.index, listed).write(late, revision, whole=True)


class _Update:
    """One segment of changes."""

    def __init__(
        self, store: GraphStore, index: Index, listed: Mapping[str, ArticleSummary]
    ) -> None:
        self._store = store
        self._index = index
        self._listed = listed
        self._canonical = store.canonical()
        self._same = {self._event_of(e) for p in store.proposals() for e in (p.one, p.other)}

    def write_new(self, articles: Iterable[str], revision: int) -> set[str]:
        """Write articles of an index that is being made; return those that wait for others."""
        merged = self._canonical.keys() | set(self._canonical.values())
        dataset = self._read(articles)
        late = {
            article
            for iri, event in dataset.events.items()
            if merged & {iri, *event.locals}
            for article in dataset.facts[iri].articles
        }
        now = [iri for iri in dataset.facts if not dataset.facts[iri].articles & late]
        with self._index.writing() as segment:
            segment.add_articles(self._articles(dataset, dataset.articles.keys() - late))
            segment.add_entities(entity_rows(dataset.entities))
            segment.add_events(self._rows(dataset, now))
            segment.finish(revision, whole=True)
        return late

    def write(self, changed: Collection[str], revision: int, *, whole: bool = False) -> None:
        """Write what changed articles change. Raises Further when that is too much."""
        with self._index.view() as view:
            old = self._touched(view, changed)
            dataset, old = self._gather(view, changed, old)
            _check_names(view, dataset)
        told = {t.event for t in dataset.claims.values() if t.article.iri in changed}
        reached = {
            iri
            for iri, event in dataset.events.items()
            if any(r.telling.article.iri in changed for r in event.reaches)
        }
        again = {self._event_of(name) for name in old}
        targets = (told | reached | again) & dataset.events.keys()
        with self._index.writing() as segment:
            segment.remove_events({*old, *targets})
            segment.remove_articles(changed)
            segment.add_articles(self._articles(dataset, dataset.articles.keys() & set(changed)))
            segment.add_entities(entity_rows(dataset.entities))
            segment.add_events(self._rows(dataset, sorted(targets)))
            segment.finish(revision, whole=whole)

    def _touched(self, view: View, changed: Collection[str]) -> set[str]:
        """Events of the index that the changed articles told or reached, or that stand otherwise
        to others now."""
        found = {iri for article in changed for iri in _events_of_article(view, article)}
        for name, event in view.rows("SELECT iri, event FROM event_names WHERE iri <> event"):
            if self._event_of(name) != event:
                found |= {event, self._event_of(name)}
        for name, root in self._canonical.items():
            for event in _events_named(view, name):
                if event != root:
                    found |= {event, root}
        return found | (self._same ^ _flagged(view))

    def _gather(
        self, view: View, changed: Collection[str], old: set[str]
    ) -> tuple[Dataset, set[str]]:
        """Read the changed articles, and all that tell an event which they tell."""
        dataset = self._read(iri for iri in changed if iri in self._listed)
        roots = {self._event_of(e) for event in dataset.events.values() for e in event.locals}
        held = {e for root in roots for e in _events_named(view, root)}
        old = old | held
        others = {a for event in old for a in _articles_of_event(view, event)}
        wanted = (others | set(changed)) & self._listed.keys()
        return (self._read(sorted(wanted)), old) if others - set(changed) else (dataset, old)

    def _read(self, articles: Iterable[str]) -> Dataset:
        return Dataset([self._store.extraction(iri) for iri in articles], canonical=self._canonical)

    def _rows(self, dataset: Dataset, events: Iterable[str]) -> Iterator[EventRow]:
        return (
            event_row(dataset, dataset.facts[iri], maybe_same=iri in self._same) for iri in events
        )

    def _articles(self, dataset: Dataset, iris: Iterable[str]) -> Iterator[ArticleRow]:
        return (
            article_row(dataset.articles[iri], _stamp(self._store, self._listed[iri]))
            for iri in iris
        )

    def _event_of(self, iri: str) -> str:
        return self._canonical.get(iri, iri)


def _stamps(view: View) -> dict[str, str]:
    return dict(view.rows("SELECT iri, stamp FROM articles"))


def _stamp(store: GraphStore, summary: ArticleSummary) -> str:
    parts = [repr(summary), *sorted(store.recorded(summary.iri).items())]
    return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()[:16]


def _flagged(view: View) -> set[str]:
    slots = json.dumps(list(bits.slots_of(view.keyed("maybe_same", "1"))))
    query = "SELECT iri FROM events WHERE slot IN (SELECT value FROM json_each(?))"
    return {iri for (iri,) in view.rows(query, (slots,))}


def _events_of_article(view: View, article: str) -> Iterator[str]:
    for query in (
        "SELECT DISTINCT e.iri FROM tellings t JOIN events e ON e.slot = t.event "
        "WHERE t.article = ?",
        "SELECT event FROM reaches WHERE article = ?",
    ):
        yield from (iri for (iri,) in view.rows(query, (article,)))


def _events_named(view: View, iri: str) -> Iterator[str]:
    for (event,) in view.rows("SELECT event FROM event_names WHERE iri = ?", (iri,)):
        yield event


def _articles_of_event(view: View, event: str) -> Iterator[str]:
    for query in (
        "SELECT t.article FROM tellings t JOIN events e ON e.slot = t.event WHERE e.iri = ?",
        "SELECT article FROM reaches WHERE event = ?",
    ):
        yield from (iri for (iri,) in view.rows(query, (event,)))


def _check_names(view: View, dataset: Dataset) -> None:
    """Raise Further when an actor or place of the gazetteer is not what it was."""
    for row in entity_rows(dataset.entities):
        if not row.linked:
            continue
        for known in view.rows("SELECT within, value FROM entities WHERE iri = ?", (row.iri,)):
            if known != (row.within, row.value):
                raise Further(row.iri)
