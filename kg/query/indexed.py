"""The index of a store, kept up with it: what a write changed is read again, and nothing else.

In:  a `GraphStore`. Out: `IndexedStore.view()`, never behind the revision it was asked at;
`IndexedStore.library()`, the same with the claims themselves.
Which articles changed the store says (`changed_since`), or each article's stamp shows. The events
they told or tell are worked out anew, with all other articles that tell these. What reaches further
(a name of the gazetteer that changed) has the index made anew, some articles at a time.
"""

import contextlib
import hashlib
import json
import tempfile
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from kg.errors import NotFound, SurroundingsError
from kg.index import bits
from kg.index.index import EMPTY, Index
from kg.index.rows import ArticleRow, EventRow, PairRow
from kg.index.view import View
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.index_rows import article_row, entity_rows, event_row, pair_row
from kg.query.library import Library
from kg.query.texts import Texts
from kg.store.base import ArticleSummary, GraphStore, Suggestions

Export = Callable[[Library, Filter], Iterable[bytes]]
_CHUNK = 1 << 16
# Articles that are in memory at once while an index is made.
_AT_ONCE = 200
# Slots of dead events that are borne before the index is made anew.
_MOST_WASTED = 100_000
# Writes are short: a store that changes during every one of these readings is not normal.
_ATTEMPTS = 5


_PAIRS = "SELECT one, other, value FROM pairs"
_PAIRS_NAMING = (
    "SELECT one, other, value FROM pairs WHERE one IN (SELECT value FROM json_each(?1)) "
    "OR other IN (SELECT value FROM json_each(?1))"
)
_COPIES = "SELECT article, first FROM copies"
_COPIES_OF = "SELECT article, first FROM copies WHERE article IN (SELECT value FROM json_each(?1))"


class Further(Exception):
    """A change touches more than the events of its articles; caught below."""


class IndexedStore:
    """A store with its index. Safe among threads; one catches up, the others wait."""

    def __init__(self, store: GraphStore, index: Index | None = None) -> None:
        """Take a store; `index` is by default the one in its folder, or a file of the system's."""
        self.store = store
        self.index = index or Index(store.folder)
        self._lock = threading.Lock()
        self._known: int | None = None
        self._texts = Texts(store)
        self._held = threading.local()

    @contextlib.contextmanager
    def view(self) -> Iterator[View]:
        """Hold the index at the store's newest revision; in a thread that holds one, that one."""
        held: View | None = getattr(self._held, "view", None)
        if held is not None:
            yield held
            return
        self.catch_up()
        with self.index.view() as view:
            self._held.view = view
            try:
                yield view
            finally:
                self._held.view = None

    @contextlib.contextmanager
    def library(self) -> Iterator[Library]:
        """Hold the claims at the store's newest revision."""
        with self.view() as view:
            yield Library(view, self.store.base, lambda iri: self._texts.read(iri, view.revision))

    def exported(self, write: Export, chosen: Filter) -> Iterator[bytes]:
        """Yield what `write` makes of the claims that fit, all of one revision.

        What a slow reader takes waits in a file of the system's, so that it holds up nobody.
        """
        with tempfile.TemporaryFile() as file:
            with self.library() as library:
                for chunk in write(library, chosen):
                    file.write(chunk)
            file.seek(0)
            while chunk := file.read(_CHUNK):
                yield chunk

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
            known = view.revision
            wasted = view.size > _MOST_WASTED + 4 * (view.tellings | view.events).bit_count()
        if known == revision:
            self._texts.begin(revision)
            return
        changed = self.store.changed_since(known) if known != EMPTY else None
        self._texts.forget(changed, revision)
        if known == EMPTY or known > revision or wasted:
            self._make(revision)
            return
        try:
            found = self.store.suggestions_since(known) if changed is not None else None
            _Update(self.store, self.index, found=found).write(
                self._compared() if changed is None else changed, revision
            )
        except Further:
            self._make(revision)

    def _compared(self) -> set[str]:
        """The articles of which the store tells something else than the index."""
        with self.index.view() as view:
            known = dict(view.rows("SELECT iri, stamp FROM articles"))
        reviews = _reviews(self.store)
        now = {a.iri: _stamp(a, self.store.recorded(a.iri), reviews) for a in self.store.articles()}
        return {iri for iri in now.keys() | known if now.get(iri) != known.get(iri)}

    def _make(self, revision: int) -> None:
        """Fill an empty index; killed half way, it is of no revision and made anew."""
        self.index.clear()
        listed = {summary.iri: summary for summary in self.store.articles()}
        # Claims and events are named after their articles: in this order rows come at the end.
        iris, late = sorted(listed), set[str]()
        for start in range(0, len(iris), _AT_ONCE):
            update = _Update(self.store, self.index, listed)
            late |= update.write_new(iris[start : start + _AT_ONCE], EMPTY)
        # Events that several articles tell come last, when all of these can be read together.
        _Update(self.store, self.index, listed).write(late, revision, whole=True)


class _Update:
    """One segment of changes. `listed` are the store's articles, as far as they are known.

    `found` is what is proposed otherwise than the index has it; None: all of it is compared.
    """

    def __init__(
        self,
        store: GraphStore,
        index: Index,
        listed: Mapping[str, ArticleSummary] = MappingProxyType({}),
        found: Suggestions | None = None,
    ) -> None:
        self._store = store
        self._index = index
        self._listed: dict[str, ArticleSummary | None] = dict(listed)
        self._canonical = store.canonical()
        self._found = found
        self._proposals = store.proposals() if found is None else found.proposals
        self._same = {self._event_of(e) for p in self._proposals for e in (p.one, p.other)}
        self._reviews = _reviews(store)

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
            pairs, copies = self._new_pairs(view), self._new_copies(view)
            self._same |= self._same_before(view, dataset)
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
            segment.set_pairs(*pairs)
            segment.set_copies(*copies)
            segment.finish(revision, whole=whole)

    def _new_pairs(self, view: View) -> tuple[list[tuple[str, str]], list[PairRow]]:
        """What is proposed no more, and what is or is otherwise."""
        now = {(p.one, p.other): pair_row(p) for p in self._proposals}
        if self._found is None:
            rows = view.rows(_PAIRS)
        else:
            rows = view.rows(_PAIRS_NAMING, (json.dumps(sorted(self._found.events)),))
        known = {(one, other): value for one, other, value in rows}
        gone = [pair for pair in known if pair not in now]
        return gone, [row for pair, row in now.items() if known.get(pair) != row.value]

    def _new_copies(self, view: View) -> tuple[list[str], dict[str, str]]:
        if self._found is None:
            now, known = self._store.copies(), dict(view.rows(_COPIES))
        else:
            given = (json.dumps(sorted(self._found.articles)),)
            now, known = self._found.copies, dict(view.rows(_COPIES_OF, given))
        gone = [article for article in known if article not in now]
        return gone, {a: first for a, first in now.items() if known.get(a) != first}

    def _same_before(self, view: View, dataset: Dataset) -> set[str]:
        """Events of the dataset with pairs that the index has and that stand as they were."""
        if self._found is None:
            return set()
        names = {e for event in dataset.events.values() for e in event.locals}
        names -= self._found.events
        rows = view.rows(_PAIRS_NAMING, (json.dumps(sorted(names)),))
        return {self._event_of(e) for one, other, _ in rows for e in (one, other) if e in names}

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
        return found | self._otherwise_flagged(view)

    def _otherwise_flagged(self, view: View) -> set[str]:
        """Events that may be the same as others now and might not before, and the other way."""
        flagged = _flagged(view)
        if self._found is None:
            return self._same ^ flagged
        asked = {self._event_of(e) for e in self._found.events}
        members = {e: root for root in asked for e in (root, *self._merged_into(root))}
        rows = view.rows(_PAIRS_NAMING, (json.dumps(sorted(members)),))
        kept = {
            members[e]
            for one, other, _ in rows
            for e in (one, other)
            if e in members and e not in self._found.events
        }
        return asked & ((self._same | kept) ^ flagged)

    def _merged_into(self, root: str) -> list[str]:
        return [event for event, target in self._canonical.items() if target == root]

    def _gather(
        self, view: View, changed: Collection[str], old: set[str]
    ) -> tuple[Dataset, set[str]]:
        """Read the changed articles, and all that tell an event which they tell."""
        dataset = self._read(iri for iri in changed if self._is_there(iri))
        roots = {self._event_of(e) for event in dataset.events.values() for e in event.locals}
        held = {e for root in roots for e in _events_named(view, root)}
        old = old | held
        others = {a for event in old for a in _articles_of_event(view, event)}
        if not others - set(changed):
            return dataset, old
        wanted = sorted(iri for iri in others | set(changed) if self._is_there(iri))
        return self._read(wanted), old

    def _is_there(self, article: str) -> bool:
        if article not in self._listed:
            self._listed[article] = self._store.summary(article)
        return self._listed[article] is not None

    def _read(self, articles: Iterable[str]) -> Dataset:
        iris = list(articles)
        return Dataset(
            [self._store.extraction(iri) for iri in iris],
            canonical=self._canonical,
            recorded={iri: self._store.recorded(iri) for iri in iris},
        )

    def _rows(self, dataset: Dataset, events: Iterable[str]) -> Iterator[EventRow]:
        return (
            event_row(dataset, dataset.facts[iri], maybe_same=iri in self._same) for iri in events
        )

    def _articles(self, dataset: Dataset, iris: Iterable[str]) -> Iterator[ArticleRow]:
        for iri in iris:
            view, summary = dataset.articles[iri], self._listed[iri]
            if summary is not None:
                yield article_row(view, _stamp(summary, view.recorded, self._reviews))

    def _event_of(self, iri: str) -> str:
        return self._canonical.get(iri, iri)


def _reviews(store: GraphStore) -> dict[str, str]:
    """What people decided last on each claim."""
    kinds = ("accept", "reject")
    return {d.subject: d.kind for d in store.decisions() if d.kind in kinds}


def _stamp(summary: ArticleSummary, recorded: Mapping[str, str], reviews: Mapping[str, str]) -> str:
    moments = sorted(recorded.items())
    parts = [repr(summary), moments, [reviews.get(claim) for claim, _ in moments]]
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
