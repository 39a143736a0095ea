"""Who says that a red line was crossed, beside the line: on pages, in the timeline, in SPARQL."""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from kg.model.article import SourceText
from kg.model.claim import RedLine
from kg.model.day import Day
from kg.pipeline import ingest
from kg.query.dataset import Dataset
from kg.query.detail import EventDetail, event_detail
from kg.query.filters import Filter
from kg.query.run import get_query, run_named
from kg.query.snapshot import source_of
from kg.query.source import Source
from kg.query.timeline import timeline
from kg.query.words import ENGLISH
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import CLM
from tests.index_oracle import fresh

AT = datetime(2026, 3, 1, tzinfo=UTC)
TEXTS = {
    "drawn": "Egypt told Ethiopia that any new filling of the reservoir was a red line.",
    "crossed": "Egypt said Ethiopia had crossed a red line with the new filling of the reservoir.",
    "other": "Egypt said Ethiopia had crossed a red line by its raid on the embassy.",
    "denied": "Egypt said that Ethiopia had not crossed a red line by filling the reservoir anew.",
    "unowned": "Peru said Chile had crossed a red line with the new filling of the reservoir.",
}


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    with closing(EmbeddedStore.in_memory()) as store:
        for number, (name, text) in enumerate(TEXTS.items(), 1):
            source = f"https://example.org/{name}"
            published = Day(2025, 4, number)
            ingest(
                SourceText(name=name, text=text, language="en", source=source, published=published),
                store,
                at=AT,
            )
        yield store


@pytest.fixture(params=["snapshot", "index"])
def source(request: pytest.FixtureRequest, store: EmbeddedStore) -> Iterator[Source]:
    if request.param == "snapshot":
        yield source_of(Dataset.read(store))
        return
    with fresh(store).library() as library:
        yield library


def drawn_line(store: EmbeddedStore) -> str:
    claims = (c for a in store.articles() for c in store.extraction(a.iri).claims)
    return next(
        c.event for c in claims if isinstance(c, RedLine) and c.trigger_text.startswith("any new")
    )


def page_of(source: Source, store: EmbeddedStore, article: str) -> EventDetail:
    """Return the page of the one statement of an article."""
    iri = next(a.iri for a in store.articles() if a.source == f"https://example.org/{article}")
    (event,) = (s.event for s in store.extraction(iri).statements)
    return event_detail(source, event, ENGLISH)


def test_a_line_tells_who_says_that_it_was_crossed(source: Source, store: EmbeddedStore) -> None:
    life = event_detail(source, drawn_line(store), ENGLISH).life
    told = [(step.step, [one.words.text for one in step.told]) for step in life]
    assert [step for step, _ in told] == ["declared", "crossed", "crossing-denied"]
    assert "the new filling" in told[1][1][0]
    assert "not crossed" in told[2][1][0]
    assert life[1].label == "said to be crossed"


def test_the_timeline_has_the_same_steps(source: Source, store: EmbeddedStore) -> None:
    items = timeline(source, Filter(kind=("redline",)), ENGLISH)["items"]
    (line,) = (item for item in items if item["iri"] == drawn_line(store))
    assert [step["step"] for step in line["life"]] == ["declared", "crossed", "crossing-denied"]


def test_a_statement_leads_to_the_lines_it_may_be_about(
    source: Source, store: EmbeddedStore
) -> None:
    found = page_of(source, store, "crossed")
    assert found.crossing is True
    assert drawn_line(store) in [line.iri for line in found.crossing_lines]
    assert page_of(source, store, "denied").crossing is False
    for name in ("other", "unowned"):
        page = page_of(source, store, name)
        assert page.crossing is True
        assert drawn_line(store) not in [line.iri for line in page.crossing_lines]
    assert page_of(source, store, "drawn").crossing is None


def test_the_named_question_lists_who_says_so_and_the_lines_of_that_side(
    store: EmbeddedStore,
) -> None:
    answer = run_named(store, "red-lines-crossed", {})
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    egypt = [row for row in rows if str(row["speaker"]).endswith("actor/egypt>")]
    meant = [r for r in egypt if r["line"] is not None and r["line"].value == drawn_line(store)]
    assert sorted(row["says"].value for row in meant) == ["crossed", "crossed", "crossing-denied"]
    (peru,) = (row for row in rows if row not in egypt)
    assert (peru["says"].value, peru["line"]) == ("crossed", None)


def test_no_two_rows_of_the_named_question_have_one_place_in_its_order(
    store: EmbeddedStore,
) -> None:
    answer = run_named(store, "red-lines-crossed", {})
    order = get_query("red-lines-crossed").text.rpartition("ORDER BY")[2]
    places = [answer.columns.index(key) for key in re.findall(r"\?(\w+)", order)]
    rows = [tuple(str(row[i]) for i in places) for row in answer.rows]
    assert len(set(rows)) == len(rows) > 1


def test_the_graph_says_which_statements_claim_a_crossing(store: EmbeddedStore) -> None:
    asked = f"SELECT DISTINCT ?s ?said WHERE {{ ?s <{CLM.claimsCrossing}> ?said }}"
    rows = store.select(asked).rows
    assert sorted(row[1].value for row in rows) == ["false", "true", "true", "true"]
