"""Withdrawing articles, and new publication dates, on every store."""

from dataclasses import replace

import pytest

from kg.errors import NotFound, StoreError
from kg.model.claim import Statement
from kg.model.day import Day
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import CLM, PROV
from tests.harbour import ARTICLE, WARNING, harbour
from tests.stores.changes import LATER, STILL_LATER, graph_of, with_text
from tests.strategies import AT, IRIS

# Withdrawing


def test_a_withdrawn_article_leaves_merged_and_keeps_its_graphs(filled: GraphStore) -> None:
    fresh = EmbeddedStore.in_memory().count()[1]
    told = graph_of(filled, WARNING)
    assert filled.withdraw(ARTICLE, at=LATER) == 2
    assert graph_of(filled, WARNING) == told
    assert filled.articles() == []
    assert [a.withdrawn for a in filled.articles(include_withdrawn=True)] == [True]
    assert filled.extraction(ARTICLE).claims == ()
    registry = len(graph_of(filled, IRIS.graph("registry")))
    assert filled.count()[1] == fresh + registry


def test_withdrawing_twice_changes_nothing(filled: GraphStore) -> None:
    filled.withdraw(ARTICLE, at=LATER)
    assert filled.withdraw(ARTICLE, at=STILL_LATER) == 0
    assert filled.revision == 2


def test_an_article_added_again_comes_back_as_it_was(filled: GraphStore) -> None:
    before = set(filled.dump("turtle"))
    filled.withdraw(ARTICLE, at=LATER)
    report = filled.put_article(harbour(), at=STILL_LATER)
    assert (report.outcome, report.added) == ("added", 2)
    assert set(filled.dump("turtle")) == before
    assert filled.extraction(ARTICLE) == harbour()


def test_what_went_and_came_back_stays_on_record(filled: GraphStore) -> None:
    filled.withdraw(ARTICLE, at=LATER)
    filled.put_article(harbour(), at=STILL_LATER)
    query = f"""SELECT ?at ?undone WHERE {{ GRAPH <{IRIS.graph("decisions")}> {{
        ?d <{CLM.decides}> <{WARNING}> ; <{PROV.endedAtTime}> ?at .
        OPTIONAL {{ ?d <{CLM.undoes}> ?undone }} }} }} ORDER BY ?at"""
    rows = filled.select(query).rows
    assert [row[0].value for row in rows] == [
        "2031-07-15T10:30:00Z",
        "2031-07-15T11:30:00Z",
    ]
    assert [row[1] is None for row in rows] == [True, False]


@pytest.mark.parametrize("method", ["withdraw", "purge"])
def test_what_is_not_there_cannot_leave(store: GraphStore, method: str) -> None:
    with pytest.raises(NotFound, match="no article"):
        getattr(store, method)(ARTICLE, at=AT)
    for read in (store.extraction, store.recorded):
        with pytest.raises(NotFound):
            read(ARTICLE)


# Publication date


def test_a_new_date_changes_days_and_nothing_else(filled: GraphStore) -> None:
    stored = filled.extraction(ARTICLE)
    article = replace(stored.article, published=Day(2031, 8, 1), published_from="form")
    moved = [
        replace(c, time=replace(c.time, earliest=Day(2031, 7, 31), latest=Day(2031, 7, 31)))
        if isinstance(c, Statement) and c.time
        else replace(c, time=None)
        for c in stored.claims
    ]
    dated = replace(stored, article=article, claims=tuple(moved))
    recorded = dict(filled.recorded(ARTICLE))
    filled.set_published(dated, at=LATER)
    assert filled.extraction(ARTICLE) == dated
    assert filled.recorded(ARTICLE) == recorded
    filled.set_published(stored, at=LATER)
    assert filled.extraction(ARTICLE) == harbour()


def test_a_date_for_another_text_is_refused(filled: GraphStore) -> None:
    with pytest.raises(StoreError, match="has changed since"):
        filled.set_published(with_text(harbour(), " More."), at=LATER)


def test_a_date_for_an_unknown_article_is_refused(store: GraphStore) -> None:
    with pytest.raises(NotFound):
        store.set_published(harbour(), at=AT)
