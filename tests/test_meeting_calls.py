"""Calls in which something was said, and meetings put off to another day."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.day import Day
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language


def meetings(text: str, language: Language) -> list[Meeting]:
    source = SourceText(
        name="test", text=text, language=language, published=Day.parse("2025-05-07")
    )
    return list(extract_article(source, iris=Iris()).meetings)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Kenyan Foreign Minister Musalia Mudavadi told Ugandan Foreign Minister Jeje Odongo "
            "by telephone on Friday that the road was closed.",
        ),
        (
            "ar",
            "أبلغ وزير الخارجية الكيني موساليا مودافادي وزير الخارجية الأوغندي جيجي أودونغو "
            "في اتصال هاتفي يوم الجمعة أن الطريق مغلق.",
        ),
        (
            "tr",
            "Kenya Dışişleri Bakanı Musalia Mudavadi, cuma günü Uganda Dışişleri Bakanı "
            "Jeje Odongo'ya telefonda yolun kapalı olduğunu söyledi.",
        ),
        (
            "he",
            "שר החוץ של קניה מוסליה מודוואדי אמר לשר החוץ של אוגנדה ג׳ג׳י אודונגו "
            "בשיחת טלפון ביום שישי כי הכביש סגור.",
        ),
    ],
)
def test_what_was_told_by_telephone_was_told_in_a_call(language: Language, text: str) -> None:
    (call,) = meetings(text, language)
    assert len(call.participants) == 2
    assert call.status == "held"


def test_reporters_told_by_telephone_met_nobody() -> None:
    text = "Kenyan Foreign Minister Musalia Mudavadi told reporters by telephone that all is well."
    assert meetings(text, "en") == []


def test_a_meeting_put_off_has_its_new_day() -> None:
    text = (
        "A meeting between the Kenyan president and the Ugandan president in Entebbe, planned for "
        "Thursday, was put off to Saturday."
    )
    (meeting,) = meetings(text, "en")
    assert meeting.status == "postponed"
    assert meeting.time is not None
    assert str(meeting.time.earliest) == "2025-05-10"
