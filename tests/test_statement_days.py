"""A statement without a day has none in the answers, whatever the events that it tells have."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.pipeline import ingest
from kg.query.run import run_named
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import CLM

AT = datetime(2026, 3, 1, tzinfo=UTC)
TOLD = "Brazil said that Paula Reyes met Omar Haddad in Lima on Monday."
CROSSED = "Peru said Chile had crossed a red line when Paula Reyes met Omar Haddad on Monday."


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    with closing(EmbeddedStore.in_memory()) as store:
        for name, text in (("told", TOLD), ("crossed", CROSSED)):
            source = f"https://example.org/{name}"
            published = Day(2025, 4, 10)
            ingest(
                SourceText(name=name, text=text, language="en", source=source, published=published),
                store,
                at=AT,
            )
        yield store


def days_of(store: EmbeddedStore, question: str, **params: str) -> list[tuple[object, object]]:
    answer = run_named(store, question, params)
    columns = [answer.columns.index(name) for name in ("earliest", "latest")]
    return [(row[columns[0]], row[columns[1]]) for row in answer.rows]


def test_a_statement_without_a_day_has_not_that_of_the_meeting_it_tells(
    store: EmbeddedStore,
) -> None:
    rows = store.select(f"SELECT DISTINCT ?who WHERE {{ ?said <{CLM.speaker}> ?who }}").rows
    (speaker,) = (row[0].value for row in rows if "brazil" in row[0].value)
    assert days_of(store, "statements-by-actor", actor=speaker) == [(None, None)]


def test_who_says_that_a_line_was_crossed_without_a_day_has_not_that_of_a_meeting(
    store: EmbeddedStore,
) -> None:
    assert set(days_of(store, "red-lines-crossed")) == {(None, None)}
