"""An hour of a day is that day, and never part of what was said."""

import pytest

from kg.extract.tokens import tokenize
from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

PUBLISHED = "2026-03-05"  # a Thursday


def told(text: str, language: Language) -> tuple[str | None, str]:
    """The first day of the only statement's time, and its words."""
    source = SourceText(name="x", text=text, language=language, published=Day.parse(PUBLISHED))
    document = to_document(extract_article(source, iris=Iris()))
    (claim,) = (c for c in document["claims"] if c["type"] == "statement")
    return claim["time"] and claim["time"]["start"], claim["content"]


@pytest.mark.parametrize(
    ("language", "text", "day", "content"),
    [
        (
            "en",
            "Chad's president said at 5 pm on Monday that rain fell.",
            "2026-03-02",
            "rain fell",
        ),
        (
            "en",
            "Chad's president said at 17:30 on Monday that rain fell.",
            "2026-03-02",
            "rain fell",
        ),
        (
            "en",
            "Chad's president said at noon on Monday that rain fell.",
            "2026-03-02",
            "rain fell",
        ),
        (
            "en",
            "Chad's president said on Tuesday at around 9:15 a.m. local time that rain fell.",
            "2026-03-03",
            "rain fell",
        ),
        ("en", "Chad's president said at 0900 GMT that rain fell.", PUBLISHED, "rain fell"),
        ("en", "Chad's president said that 17 fell on Monday.", None, "17 fell on Monday"),
        ("he", "נשיא צ'אד אמר בשעה 17:00 ביום שני כי ירד גשם.", "2026-03-02", "ירד גשם"),
        ("he", "נשיא צ'אד אמר בצהריים ביום שלישי כי ירד גשם.", "2026-03-03", "ירד גשם"),
        (
            "ar",
            "قال رئيس تشاد في الساعة 17:00 يوم الاثنين إن المطر نزل.",
            "2026-03-02",
            "المطر نزل",
        ),
        ("ar", "قال رئيس تشاد في الساعة 10 صباح الأحد إن المطر نزل.", "2026-03-01", "المطر نزل"),
    ],
)
def test_an_hour_is_the_day_it_belongs_to(
    language: Language, text: str, day: str | None, content: str
) -> None:
    assert told(text, language) == (day, content)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("At 17:30.", ["At", "17:30", "."]),
        ("At 17:30:15, yes", ["At", "17:30:15", ",", "yes"]),
        ("He said 5: five", ["He", "said", "5", ":", "five"]),
        ("It ended 2:1 and 3:105", ["It", "ended", "2", ":", "1", "and", "3", ":", "105"]),
    ],
)
def test_the_colon_of_an_hour_belongs_to_it(text: str, tokens: list[str]) -> None:
    assert [t.text for t in tokenize(text, 0, "en")] == tokens
