"""Snapshots of a store: what is indexed, merged, and read again after a write."""

from dataclasses import replace

import pytest

from kg.errors import NotFound, SurroundingsError
from kg.model.extraction import Extraction
from kg.query.dataset import Dataset
from tests.view_values import (
    KESTRIA,
    MARFA,
    MERGED,
    MINISTRY,
    OFFICIAL,
    POST,
    TOVAN,
    ShelfStore,
    claim,
    dataset,
    event,
    marfa,
    note,
    post,
)


def test_a_snapshot_holds_the_stores_revision_and_all_claims_and_parts() -> None:
    store = ShelfStore(marfa(), post(), canonical=MERGED)
    snapshot = Dataset.read(store)  # type: ignore[arg-type] # as much of a store as is read
    assert snapshot.revision == store.revision
    assert list(snapshot.articles) == [MARFA, POST]
    assert len(snapshot.claims) == 8
    told = snapshot.claims[claim("post-2") + "#post-line"]
    assert told.record.iri == claim("post-2")
    assert told.view.recorded[told.record.iri] == "2025-04-12T08:00:00Z"


def test_merged_events_are_one_event_with_tellings_by_publication() -> None:
    talks = dataset().events[event("meeting", "post-talks")]
    assert [t.article.iri for t in talks.tellings] == [POST, MARFA]
    assert talks.locals == (event("meeting", "marfa-talks"), event("meeting", "post-talks"))
    assert [r.telling.claim.iri for r in talks.reaches] == [claim("marfa-2")]


def test_tellings_without_a_day_of_publication_come_last() -> None:
    merged = {event("meeting", "note-met"): event("meeting", "post-talks")}
    talks = dataset(note(), post(), canonical=merged).get_event(event("meeting", "note-met"))
    assert [t.published is None for t in talks.tellings] == [False, True]


def test_a_local_iri_and_a_name_lead_to_the_canonical_event() -> None:
    snapshot = dataset()
    assert snapshot.get_event(event("meeting", "marfa-talks")).iri == event("meeting", "post-talks")
    assert snapshot.find_event_iri("marfa-talks") == event("meeting", "post-talks")
    assert snapshot.find_event_iri("nothing") is None


@pytest.mark.parametrize("getter", ["get_event", "get_claim", "get_article"])
def test_what_is_not_there_is_not_found(getter: str) -> None:
    with pytest.raises(NotFound, match="no-such"):
        getattr(dataset(), getter)("https://example.org/no-such")


def test_labels_of_an_actor_are_merged_across_articles() -> None:
    only_english = replace(KESTRIA, labels=(("en", "Kestria"),), matches=("https://b.example/k",))
    one = replace(post(), actors=(only_english, *post().actors[1:]))
    other = replace(marfa(), actors=(replace(KESTRIA, matches=("https://a.example/k",)), TOVAN))
    other = replace(other, claims=other.claims[:1])
    merged = dataset(one, other).entities.actors[KESTRIA.iri]
    assert merged.labels == (("ar", "كستريا"), ("en", "Kestria"))
    assert merged.matches == ("https://a.example/k", "https://b.example/k")


def test_context_actors_tell_the_side_of_a_ministry() -> None:
    alone = Extraction(article=post().article, actors=(MINISTRY,), context_actors=(TOVAN,))
    entities = dataset(alone).entities
    assert entities.side_of(MINISTRY.iri) == TOVAN.iri
    assert entities.side_of(TOVAN.iri) == TOVAN.iri


def test_sides_that_go_round_in_a_circle_end() -> None:
    one = replace(TOVAN, belongs_to=MINISTRY.iri)
    entities = dataset(Extraction(article=post().article, actors=(one, MINISTRY))).entities
    assert entities.actor_line(MINISTRY.iri) == (MINISTRY.iri, TOVAN.iri)


def test_an_unlinked_official_may_be_anybody_of_the_side() -> None:
    entities = dataset().entities
    assert entities.same_actor(OFFICIAL.iri, KESTRIA.iri)
    assert not entities.same_actor(OFFICIAL.iri, MINISTRY.iri)
    assert not entities.same_actor(KESTRIA.iri, TOVAN.iri)


def test_a_write_while_reading_starts_the_reading_again() -> None:
    store = ShelfStore(marfa(), post())

    def withdraw_once() -> None:
        if len(store.shelf) == 2:
            del store.shelf[POST]
            store.revision += 1

    store.disturb = withdraw_once
    snapshot = Dataset.read(store)  # type: ignore[arg-type] # as much of a store as is read
    assert list(snapshot.articles) == [MARFA]
    assert snapshot.revision == 3


def test_a_store_that_never_rests_is_said_to_be_so() -> None:
    store = ShelfStore(post())

    def write() -> None:
        store.revision += 1

    store.disturb = write
    with pytest.raises(SurroundingsError, match="kept changing"):
        Dataset.read(store)  # type: ignore[arg-type] # as much of a store as is read


def test_an_article_missing_from_a_quiet_store_is_an_error() -> None:
    store = ShelfStore(post())
    listed = store.articles()
    store.articles = lambda **_: listed
    store.shelf.clear()
    with pytest.raises(NotFound):
        Dataset.read(store)  # type: ignore[arg-type] # as much of a store as is read
