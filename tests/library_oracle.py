"""All that pages show, from the index and from a snapshot of the whole store: the same."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from kg.export.atom import feed_chunks
from kg.export.calendar import calendar_chunks
from kg.export.table import claims_of, csv_chunks, json_chunks
from kg.index import recent
from kg.query.dataset import Dataset
from kg.query.detail import actor_detail, article_detail, claim_detail, event_detail, place_detail
from kg.query.filters import Filter
from kg.query.indexed import IndexedStore
from kg.query.lanes import LANE_KINDS
from kg.query.network import Asked, network
from kg.query.places import places
from kg.query.rows import event_rows
from kg.query.snapshot import Snapshot
from kg.query.source import Choice, Source
from kg.query.timeline import first_timeline, timeline
from kg.query.wording import ENGLISH
from kg.store.base import GraphStore

_ALL = 500


def agree_on_views(store: GraphStore, indexed: IndexedStore, chosen: Filter) -> None:
    """Fail where an answer differs."""
    dataset = Dataset.read(store)
    with indexed.library() as library:
        for name, answer in _VIEWS.items():
            assert answer(library, chosen) == answer(dataset, chosen), name
        _agree_on_pages(dataset, library, chosen)
        _agree_on_choice(dataset, library, chosen)


def agree_on_things(store: GraphStore, indexed: IndexedStore) -> None:
    """Fail where the page of an event, claim, actor, place or article differs."""
    dataset = Dataset.read(store)
    with indexed.library() as library:
        for iri, event in dataset.events.items():
            name = iri.rsplit("/", 1)[-1]
            assert library.find_event_iri(name) == iri
            assert [library.event_of(local) for local in event.locals] == [iri] * len(event.locals)
            expected = event_detail(dataset, iri, ENGLISH)
            assert event_detail(library, iri, ENGLISH) == expected
        for iri, telling in dataset.claims.items():
            assert library.claim_article(iri) == telling.article.iri
            assert claim_detail(library, iri, ENGLISH) == claim_detail(dataset, iri, ENGLISH)
        for iri in dataset.articles:
            assert article_detail(library, iri, ENGLISH) == article_detail(dataset, iri, ENGLISH)
        for iri in dataset.entities.actors:
            assert actor_detail(library, iri, ENGLISH) == actor_detail(dataset, iri, ENGLISH)
        for iri in dataset.entities.places:
            assert place_detail(library, iri, ENGLISH) == place_detail(dataset, iri, ENGLISH)


def _agree_on_pages(dataset: Dataset, library: Source, chosen: Filter) -> None:
    after: str | None = None
    for _ in range(50):
        given = timeline(library, chosen, ENGLISH, limit=3, after=after)
        assert given == timeline(dataset, chosen, ENGLISH, limit=3, after=after)
        rows = event_rows(library, chosen, ENGLISH, limit=3, after=after)
        assert rows == event_rows(dataset, chosen, ENGLISH, limit=3, after=after)
        after = given["next"]
        if after is None:
            return


def _agree_on_choice(dataset: Dataset, library: Source, chosen: Filter) -> None:
    expected, given = Snapshot(dataset).select(chosen), library.select(chosen)
    assert given.total == expected.total
    assert given.counts() == expected.counts()
    assert given.newest() == expected.newest()
    assert given.undated_articles(2) == expected.undated_articles(2)
    _agree_on_newest(expected, given)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(recent, "FEW", 0)
        _agree_on_newest(expected, given)


def _agree_on_newest(expected: Choice, given: Choice) -> None:
    after: str | None = None
    while True:
        known, found = expected.recent(3, after), given.recent(3, after)
        assert [t.claim for t in found.tellings] == [t.claim for t in known.tellings]
        assert found.next == known.next
        after = found.next
        if after is None:
            return


def _timeline(**more: Any) -> Callable[[Dataset | Source, Filter], Any]:
    return lambda given, chosen: timeline(given, chosen, ENGLISH, limit=_ALL, **more)


def _documents(given: Dataset | Source, chosen: Filter) -> Any:
    return json.loads(b"".join(json_chunks(given, chosen)))


_VIEWS: dict[str, Callable[[Dataset | Source, Filter], Any]] = {
    **{f"timeline by {kind}": _timeline(lanes=kind) for kind in LANE_KINDS},
    **{f"density by {kind}": _timeline(lanes=kind, bucket=7) for kind in LANE_KINDS},
    "density of days": _timeline(bucket=1),
    "few lanes": _timeline(most=2),
    "a side folded": _timeline(fold=("tovan", "kestria", "meridia")),
    "a side folded, from far": _timeline(fold=("tovan", "kestria", "meridia"), bucket=7),
    "some lanes": _timeline(lane=("kestria", "tovan", "")),
    "a side folded, alone": _timeline(lane=("tovan", "meridia"), fold=("tovan", "meridia")),
    "first": lambda given, chosen: first_timeline(given, chosen, ENGLISH, drawn=0),
    "first by place": lambda given, chosen: first_timeline(
        given, chosen, ENGLISH, drawn=0, lanes="place"
    ),
    "network": lambda given, chosen: network(given, chosen, ENGLISH, Asked()),
    "places": lambda given, chosen: places(given, chosen, ENGLISH),
    "rows": lambda given, chosen: event_rows(given, chosen, ENGLISH),
    "claims": claims_of,
    "csv": lambda given, chosen: b"".join(csv_chunks(given, chosen)),
    "json": _documents,
    "calendar": lambda given, chosen: b"".join(calendar_chunks(given, chosen, ENGLISH)),
    "feed": lambda given, chosen: b"".join(
        feed_chunks(given, chosen, ENGLISH, base="https://x.test/", whole=True)
    ),
}
