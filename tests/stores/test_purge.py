"""A purge erases an article and all that it said, on every store; a tombstone stays."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings

from kg.errors import NotFound
from kg.model.extraction import Extraction
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import CLM
from tests.harbour import ARTICLE, TALKS, TEXT, WARNED_AT, WARNING, harbour
from tests.strategies import AT, IRIS, extractions

LATER = AT + timedelta(hours=1)


def everything(store: GraphStore) -> set[ox.Quad]:
    data = b"".join(store.dump("nquads", with_text=True))
    return set(ox.parse(data, format=ox.RdfFormat.N_QUADS))


def without_record(store: GraphStore) -> set[ox.Quad]:
    """Return all quads but decisions and meta."""
    left_out = {ox.NamedNode(IRIS.graph(name)) for name in ("decisions", "meta")}
    return {q for q in everything(store) if q.graph_name not in left_out}


def test_only_the_tombstone_is_left(store: GraphStore) -> None:
    store.put_article(harbour(), at=AT)
    store.decide("accept", WARNING, by="a reviewer", at=AT)
    store.decide("reject", TALKS, by="a reviewer", at=AT)
    assert store.purge(ARTICLE, at=LATER) == 1
    stamp = ox.Literal(
        "2031-07-15T10:30:00Z",
        datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime"),
    )
    decisions = ox.NamedNode(IRIS.graph("decisions"))
    tombstone = ox.Quad(ox.NamedNode(ARTICLE), ox.NamedNode(CLM.purgedAt), stamp, decisions)
    meta = ox.NamedNode(IRIS.graph("meta"))
    assert {q for q in everything(store) if q.graph_name != meta} == {tombstone}
    assert list(store.dump("turtle")) == list(EmbeddedStore.in_memory().dump("turtle"))


def test_nothing_of_the_articles_words_is_left_in_the_store(store: GraphStore) -> None:
    store.put_article(harbour(), at=AT)
    store.withdraw(ARTICLE, at=AT)
    store.put_article(harbour(), at=AT)
    store.purge(ARTICLE, at=LATER)
    left = b"".join(store.dump("nquads", with_text=True))
    for start in range(0, len(TEXT) - 20, 10):
        assert TEXT[start : start + 20].encode() not in left


def test_not_even_the_names_of_its_graphs_are_left(tmp_path: Path) -> None:
    for store in (EmbeddedStore.in_memory(), EmbeddedStore.open(tmp_path)):
        fresh = {graph.value for graph in store.named_graphs()}
        store.put_article(harbour(), at=AT)
        store.decide("reject", TALKS, by="a reviewer", at=AT)
        store.purge(ARTICLE, at=LATER)
        left = {graph.value for graph in store.named_graphs()} - fresh
        assert left == {IRIS.graph("decisions")}
        store.close()


def test_a_purged_article_is_unknown(store: GraphStore) -> None:
    store.put_article(harbour(), at=AT)
    store.purge(ARTICLE, at=LATER)
    assert store.articles(include_withdrawn=True) == []
    with pytest.raises(NotFound):
        store.extraction(ARTICLE)
    with pytest.raises(NotFound):
        store.purge(ARTICLE, at=LATER)
    with pytest.raises(NotFound):
        store.decide("accept", WARNING, by="a reviewer", at=LATER)


def test_a_purged_article_can_be_added_afresh(store: GraphStore) -> None:
    store.put_article(harbour(), at=AT)
    store.decide("reject", TALKS, by="a reviewer", at=AT)
    store.purge(ARTICLE, at=LATER)
    assert store.put_article(harbour(), at=LATER).outcome == "added"
    assert store.extraction(ARTICLE) == harbour(), "the old review is gone with what it was about"
    assert set(store.recorded(ARTICLE).values()) == {"2031-07-15T10:30:00Z"}


def test_merges_outlive_the_events_they_name(store: GraphStore) -> None:
    store.put_article(harbour(), at=AT)
    other = next(c.event for c in harbour().claims if c.iri == TALKS)
    store.decide("merge", other, WARNED_AT, by="a reviewer", at=AT)
    store.purge(ARTICLE, at=LATER)
    assert store.canonical() == {other: WARNED_AT}
    assert [d.kind for d in store.decisions()] == ["merge"]


def test_a_second_purge_has_one_tombstone(store: GraphStore) -> None:
    for moment in (AT, LATER):
        store.put_article(harbour(), at=moment)
        store.purge(ARTICLE, at=moment)
    stamps = [q.object for q in everything(store) if q.predicate.value == CLM.purgedAt]
    assert [s.value for s in stamps] == ["2031-07-15T10:30:00Z"]


@given(extractions(), extractions("https://example.org/b"), extractions("https://example.org/a"))
@settings(max_examples=15, deadline=None)
def test_other_articles_are_as_if_it_had_never_been(
    first: Extraction, other: Extraction, second: Extraction
) -> None:
    store, alone = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    store.put_article(first, at=AT)
    store.put_article(other, at=AT)
    store.put_article(replace(second, article=replace(second.article, title="changed")), at=LATER)
    store.purge(first.article.iri, at=LATER)
    alone.put_article(other, at=AT)
    assert without_record(store) == without_record(alone)
    assert list(store.dump("turtle")) == list(alone.dump("turtle"))
