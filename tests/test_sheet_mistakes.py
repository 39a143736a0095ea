"""Claim sheets: every mistake is told with its row and column, and nothing lands."""

import pytest

from kg.errors import SheetError
from kg.pipeline.sheets import check_sheet
from kg.read.sheet import parse_sheet
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import DEFAULT_BASE
from tests.sheet_rows import ARTICLE, LINE, MET, ROOT, WARNED, WITH_TEXT, into, refused


def test_every_mistake_is_told_with_its_row_and_column() -> None:
    raw = (ROOT / "tests/fixtures/sheets/mistakes.csv").read_bytes()
    with pytest.raises(SheetError) as caught:
        check_sheet(parse_sheet(raw, "mistakes.csv", ".csv"), base=DEFAULT_BASE)
    told = str(caught.value)
    for part in (
        "mistakes.csv has 10 mistakes; nothing of it was stored:",
        "row 1: in column R, 'spaeker' is no column of a claim sheet. Did you mean speaker?",
        "row 2, column F (act): 'warnd' is none of announces, asserts, denies, warns,",
        "row 2, column E (speaker): 'Turky' is in no list. Did you mean Turkey [turkey]?",
        "row 3, column M (commitment): 'restates' is none of asserts, denies, anticipates,",
        "row 5, column C (id): 's1' is the id of row 2 already.",
        "row 5, column O (start): '9/4/2025' is no day of the calendar: write it as",
    ):
        assert part in told


def test_what_rows_mean_is_told_row_by_row() -> None:
    told = refused(
        WITH_TEXT,
        WARNED | {"speaker": "Turky", "addressees": "Tripolis"},
        MET | {"place": "Tripoli", "told_by": "s9", "evidence": "Officials met in Viena."},
        LINE | {"declared_by": "", "trigger": "a base"},
        WARNED | {"id": "s2", "start": "2025-04-09", "said_at": "s1"},
    )
    assert "Did you mean Turkey [turkey]?" in told[2, "speaker"]
    assert "is in no list" in told[2, "addressees"]
    assert "The nearest sentence is “Officials met in Vienna.”" in told[3, "evidence"]
    assert "who drew the line" in told[4, "declared_by"]
    assert "does not stand in the article" in told[4, "trigger"]
    assert "needs the article's words for the time" in told[5, "start"]
    assert "'s1' (row 3) is of type statement; here stands one of type" in told[5, "said_at"]


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        ({"place": "Tripoli"}, "place", "Tripoli (Lebanon) [tripoli-lebanon]"),
        ({"place": "NATO"}, "place", "is in no list"),
        ({"place": "nato"}, "place", "is an actor, no place"),
        ({"participants": "X [chief]"}, "participants", "official, person, armed-group"),
        ({"participants": "X [person, of atlantis]"}, "participants", "'atlantis' is no id"),
        ({"told_by": "s9"}, "told_by", "no row of this article has the id 's9'"),
        ({"time": "tomorrow"}, "time", "does not stand in the article"),
    ],
)
def test_a_cell_that_means_nothing_is_told(change: dict[str, str], column: str, words: str) -> None:
    assert words in refused(WITH_TEXT, MET | change)[2, column]


def test_days_that_the_words_do_not_mean_are_refused() -> None:
    told = refused(WITH_TEXT, WARNED | {"time": "on Wednesday", "start": "2025-04-08"})
    assert "means 2025-04-09 to 2025-04-09 here" in told[2, "start"]


def test_nothing_of_a_sheet_with_a_mistake_lands() -> None:
    store = EmbeddedStore.in_memory()
    other = {"article": "other", "source": "https://news.example/other"}
    with pytest.raises(SheetError):
        into(store, WITH_TEXT, WARNED, ARTICLE | other, MET | other | {"place": "Tripoli"})
    assert store.articles() == []


def test_cells_of_one_article_must_agree() -> None:
    told = refused(WITH_TEXT, WARNED | {"published": "2025-04-11"})
    assert "'2025-04-10' in row 2" in told[2, "published"]
    assert "no address" in refused(WITH_TEXT | {"source": "news example"}, WARNED)[1, "source"]


def test_a_cell_for_another_type_of_row_is_refused() -> None:
    assert (
        "is for rows of type statement"
        in refused(WITH_TEXT, MET | {"speaker": "Turkey"})[2, "speaker"]
    )
