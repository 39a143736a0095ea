"""Hebrew meetings whose parties, place or day stand in another clause of the sentence."""

from typing import Any

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

PUBLISHED = Day.parse("2024-05-15")


def met(text: str) -> list[tuple[list[str], str | None, str, str | None]]:
    source = SourceText(name="x", text=text, language="he", published=PUBLISHED)
    document: dict[str, Any] = to_document(extract_article(source, iris=Iris()))
    claims = (c for c in document["claims"] if c["type"] == "meeting")
    return [
        (c["participants"], c["place"], c["status"], c["time"] and c["time"]["start"])
        for c in claims
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "נשיא מאלי הגיע לבוגוטה, נפגש עם נשיא קולומביה והכריז על סיוע.",
            (["נשיא מאלי", "נשיא קולומביה"], "Bogota", "held", None),
        ),
        (
            "נשיא צ'ילה ימריא היום לקיטו ומחר ייפגש עם נשיאת אקוודור.",
            (["נשיא צ'ילה", "נשיאת אקוודור"], "Quito", "planned", "2024-05-16"),
        ),
        (
            "עוד קודם לכן, ביום רביעי, אירח נשיא צ'ילה את נשיא פרו.",
            (["נשיא צ'ילה", "נשיא פרו"], None, "held", "2024-05-15"),
        ),
        (
            "שר החוץ של פרו העלה את העניין כבר ב-12 במאי, כשביקר בלימסול ונפגש עם נשיא קפריסין.",
            (["שר החוץ של פרו", "נשיא קפריסין"], "Limassol", "held", "2024-05-12"),
        ),
        (
            "על ההסכם סוכם ב-10 במאי, כשראש ממשלת מלטה ונשיא קפריסין נפגשו בליסבון.",
            (["ראש ממשלת מלטה", "נשיא קפריסין"], "Lisbon", "held", "2024-05-10"),
        ),
    ],
)
def test_the_clause_before_tells_who_where_and_when(
    text: str, found: tuple[list[str], str | None, str, str | None]
) -> None:
    assert met(text) == [found]


def test_in_which_is_the_town_named_last() -> None:
    text = "שר החוץ של פולין הגיע לפריז מליסבון, שבה נפגש ביום שני עם נשיא פורטוגל."
    assert ["Paris", "Lisbon"] == [place for _, place, _, _ in met(text)]
