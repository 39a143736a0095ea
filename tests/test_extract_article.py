"""Whole articles: expected claims in files, and what holds for every article."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExtractError
from kg.extract.grammars import GRAMMARS
from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline.article import extract_article

ARTICLES = sorted((Path(__file__).parent / "fixtures" / "extract").glob("*.txt"))
PUBLISHED = Day(2025, 5, 21)


def extract(path: Path, *, published: Day | None = PUBLISHED) -> Extraction:
    text = path.read_bytes().decode("utf-8")
    return extract_article(SourceText(name=path.name, text=text, published=published), iris=Iris())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_claims_are_as_expected(path: Path, golden: Callable[[Path, Any], None]) -> None:
    golden(path.with_suffix(".json"), to_document(extract(path)))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_every_offset_holds_its_words(path: Path) -> None:
    extraction = extract(path)
    text = extraction.article.text
    for claim in extraction.claims:
        assert claim.evidence
        assert all(text[p.start : p.end] == p.text for p in claim.evidence)
        assert list(claim.evidence) == sorted(claim.evidence)
        assert all(0 <= c.start < c.end <= len(text) for c in claim.cues)
    for statement in extraction.statements:
        assert statement.content in text
        assert statement.quote is None or statement.quote in text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_every_name_in_a_claim_is_listed(path: Path) -> None:
    extraction = extract(path)
    actors = {a.name for a in extraction.actors}
    places = {p.name for p in extraction.locations}
    assert len(actors) == len(extraction.actors)
    for s in extraction.statements:
        assert {*s.via, *s.addressees, *({s.speaker} if s.speaker else ())} <= actors
        assert all(a.name in (actors if a.kind == "actor" else places) for a in s.about)
    for m in extraction.meetings:
        assert {*m.participants, *m.mediators} <= actors
        assert m.participants
        assert m.place is None or m.place in places
    events = {c.event for c in extraction.claims}
    for s in extraction.statements:
        assert {c.event for c in s.conveys} <= events
        assert s.said_at is None or s.said_at in events


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_no_two_claims_stand_on_the_same_words_for_the_same_thing(path: Path) -> None:
    seen = [
        (type(c), c.evidence[0], getattr(c, "speaker", None), getattr(c, "participants", None))
        for c in extract(path).claims
    ]
    assert len(seen) == len(set(seen))


def source(text: str, **more: Any) -> SourceText:
    return SourceText(name="note.txt", text=text, **more)


def test_without_a_date_relative_times_stay_relative_and_are_named() -> None:
    text = "Kenya and Uganda met in Rome yesterday."
    extraction = extract_article(source(text, language="en"), iris=Iris())
    (meeting,) = extraction.meetings
    assert meeting.time is not None
    assert (meeting.time.earliest, meeting.time.offset_days) == (None, (-1, -1))
    assert any("--published" in w and "yesterday" in w for w in extraction.warnings)


def test_with_a_date_they_are_dated() -> None:
    text = "Kenya and Uganda met in Rome yesterday."
    extraction = extract_article(source(text, language="en", published=PUBLISHED), iris=Iris())
    (meeting,) = extraction.meetings
    assert meeting.time is not None
    assert (meeting.time.earliest, meeting.time.latest) == (Day(2025, 5, 20), Day(2025, 5, 20))
    assert extraction.warnings == ()


def test_a_language_that_cannot_be_told_names_the_flag() -> None:
    with pytest.raises(ExtractError, match="--lang"):
        extract_article(source("12345 67890"), iris=Iris())


def test_a_language_without_rules_gives_no_claims_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(GRAMMARS, "he")
    extraction = extract_article(source("אתונה מסרה כי הנמל נסגר.", language="he"), iris=Iris())
    assert extraction.claims == ()
    assert any('"he"' in w for w in extraction.warnings)


def test_an_article_without_claims_says_so() -> None:
    extraction = extract_article(
        source("The sky over the bay was blue.", language="en"), iris=Iris()
    )
    assert extraction.claims == ()
    assert extraction.warnings == ("No claim was found in note.txt.",)


@pytest.mark.parametrize(
    ("text", "given", "title"),
    [
        (
            "Kenya signs a deal\n\nKenya signed a deal on Monday with its neighbour.",
            None,
            "Kenya signs a deal",
        ),
        ("# Kenya signs\n\nKenya signed a deal on Monday.", None, "Kenya signs"),
        ("Kenya signed a deal.", "  A  title ", "A title"),
    ],
)
def test_the_title_is_given_found_or_made_of_the_first_words(
    text: str, given: str | None, title: str
) -> None:
    extraction = extract_article(source(text, language="en", title=given), iris=Iris())
    assert extraction.article.title == title


def test_furniture_gives_nothing() -> None:
    text = (
        "Kenya signed a deal on Monday.\n\n"
        "Read also: Uganda accuses Rwanda of an attack\n"
        "Follow us on social media\n"
    )
    extraction = extract_article(source(text, language="en"), iris=Iris())
    assert extraction.claims == ()
    assert "Rwanda" not in {a.name for a in extraction.actors}


@pytest.mark.parametrize(
    "text",
    [
        "قال",
        '"""""" said said said, "',
        "said: that that that",
        "إن إن أن أن أن: «»",
        "according to\n\nبحسب",
        "red line red line خط أحمر",
        "A" * 5000,
        "قال " * 400,
        "\u202eSaid\u202c\x00 Kenya said \u0000 it",
        "met met met between between and and with with in in",
    ],
)
def test_hostile_text_breaks_nothing(text: str) -> None:
    for language in ("ar", "en"):
        extraction = extract_article(source(text, language=language), iris=Iris())
        json.dumps(to_document(extraction))
