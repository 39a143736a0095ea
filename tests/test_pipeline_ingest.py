"""From a source into the store, and a publication date corrected, without extracting again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kg.errors import NotFound
from kg.model.article import SourceText
from kg.model.day import Day
from kg.pipeline import ingest, set_published
from kg.store.embedded import EmbeddedStore

AT = datetime(2026, 3, 1, tzinfo=UTC)
LATER = datetime(2026, 3, 2, tzinfo=UTC)
SOURCE = SourceText(
    name="vienna.txt",
    text="French and German officials met in Vienna yesterday.\n\nFrance denied any quarrel.\n",
    language="en",
    source="https://example.org/vienna",
)


def times(store: EmbeddedStore, article: str) -> list[tuple[str | None, tuple[int, int] | None]]:
    spans = [claim.time for claim in store.extraction(article).claims if claim.time]
    return [(str(t.earliest) if t.earliest else None, t.offset_days) for t in spans]


def test_how_an_article_was_read_is_kept_with_it() -> None:
    store = EmbeddedStore.in_memory()
    doubtful = replace(
        SOURCE, encoding="windows-1256", encoding_from="guess", notes=("It may be so.",)
    )
    report = ingest(doubtful, store, at=AT)
    article = store.extraction(report.extraction.article.iri).article
    assert (article.encoding, article.encoding_from) == ("windows-1256", "guess")
    assert article.warnings == ("It may be so.",)
    assert article.furniture == 0
    assert any("guessed as windows-1256" in w for w in report.extraction.warnings)


def test_a_time_stays_relative_until_the_day_is_set() -> None:
    store = EmbeddedStore.in_memory()
    report = ingest(SOURCE, store, at=AT)
    assert any("--published" in warning for warning in report.extraction.warnings)
    assert times(store, report.put.article) == [(None, (-1, -1))]
    before = store.recorded(report.put.article)
    set_published(store, report.put.article, Day(2025, 4, 10), at=LATER)
    assert times(store, report.put.article) == [("2025-04-09", (-1, -1))]
    assert store.recorded(report.put.article) == before


def test_unsetting_the_day_makes_the_time_relative_again() -> None:
    store = EmbeddedStore.in_memory()
    article = ingest(replace(SOURCE, published=Day(2025, 4, 10)), store, at=AT).put.article
    set_published(store, article, None, at=LATER)
    assert times(store, article) == [(None, (-1, -1))]


def test_setting_the_day_later_gives_what_adding_with_it_gives() -> None:
    dated, corrected = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    with_day = replace(SOURCE, published=Day(2025, 4, 10), published_from="user")
    ingest(with_day, dated, at=AT)
    article = ingest(SOURCE, corrected, at=AT).put.article
    set_published(corrected, article, Day(2025, 4, 10), at=LATER)
    assert list(dated.dump("turtle")) == list(corrected.dump("turtle"))


def test_a_day_set_by_hand_outlives_a_new_text_without_one() -> None:
    store = EmbeddedStore.in_memory()
    article = ingest(SOURCE, store, at=AT).put.article
    set_published(store, article, Day(2025, 4, 10), at=AT)
    changed = replace(SOURCE, text=SOURCE.text + "\nGermany denied it too.\n")
    assert ingest(changed, store, at=LATER).put.outcome == "replaced"
    assert ("2025-04-09", (-1, -1)) in times(store, article)


def test_a_day_for_an_unknown_article_is_refused() -> None:
    store = EmbeddedStore.in_memory()
    with pytest.raises(NotFound):
        set_published(store, f"{store.base}article/0123456789abcdef", Day(2025, 4, 10), at=AT)
