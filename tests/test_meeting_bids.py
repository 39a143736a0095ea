"""Meetings that English and Arabic news tells to be offered, asked for, dropped or to come."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

WEDNESDAY = Day.parse("2024-05-15")
ENGLISH = {"Thiha Zaw", "King Sipho"}
ARABIC = {"وليام روتو", "يوري موسيفيني"}

IN_ENGLISH = {"a": "General Thiha Zaw", "b": "King Sipho"}
IN_ARABIC = {"a": "الرئيس الكيني وليام روتو", "b": "الرئيس الأوغندي يوري موسيفيني"}


def _told(text: str, language: Language) -> list[tuple[set[str], str, str | None]]:
    source = SourceText(name="x", text=text, language=language, published=WEDNESDAY)
    document = to_document(extract_article(source, iris=Iris()))
    met = (c for c in document["claims"] if c["type"] == "meeting")
    return [(set(c["participants"]), c["status"], c["place"]) for c in met]


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("{a} extended an invitation to {b} to visit Lugano.", "proposed", "Lugano"),
        ("{b} has been invited to Lugano by {a}.", "proposed", "Lugano"),
        ("An offer by {a} to meet {b} is on the table.", "proposed", None),
        ("{a} asked in March to see {b}.", "proposed", None),
        ("{a} will visit Lugano at the invitation of {b}.", "planned", "Lugano"),
        ("A courtesy call by {a} on {b}, due on Monday, was cancelled.", "cancelled", None),
        ("{a} was due to meet {b} in Lugano, but the meeting was put off.", "postponed", "Lugano"),
    ],
)
def test_english_tells_who_is_to_meet_whom(text: str, status: str, place: str | None) -> None:
    assert _told(text.format(**IN_ENGLISH), "en") == [(ENGLISH, status, place)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("دعا {a} {b} إلى نيروبي.", "proposed"),
        ("تلقى {a} دعوة من {b} لزيارة لومي.", "proposed"),
        ("قال {a} إنه مستعد للقاء {b} في لومي.", "proposed"),
        ("لم يستبعد {a} عقد لقاء مع {b}.", "proposed"),
        ("لم يستبعد {a} أن يلتقي {b} في لومي.", "proposed"),
        ("لم يستبعد {a} عقد لقاء مع {b} الأسبوع المقبل.", "proposed"),
        ("لم يستبعد الوزير الغاني هدنة بعد لقاء {a} مع {b}.", "held"),
        ("قد يلتقي {a} {b} في لومي.", "proposed"),
        ("يتوجه {a} إلى لومي تلبية لدعوة من {b}.", "planned"),
        ("قال {a} إنه ألغى لقاء مع {b}.", "cancelled"),
    ],
)
def test_arabic_tells_who_is_to_meet_whom(text: str, status: str) -> None:
    assert [(who, told) for who, told, _ in _told(text.format(**IN_ARABIC), "ar")] == [
        (ARABIC, status)
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("{a} received an invitation to speak.", "en"),
        ("A call by the union for a strike was ignored.", "en"),
        ("دعا {a} جميع الأطراف إلى العودة إلى المفاوضات.", "ar"),
        ("حذر {a} من الحرب، داعيا إلى الحوار.", "ar"),
    ],
)
def test_a_call_at_large_is_no_meeting(text: str, language: Language) -> None:
    names = IN_ENGLISH if language == "en" else IN_ARABIC
    assert not _told(text.format(**names), language)
