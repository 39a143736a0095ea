"""Who says what stands in a letter, a statement, a speech: "رسالة يقترح فيها"."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


def speakers(text: str) -> list[str]:
    found = read(text, "ar").statements
    return [s.speaker.text for s in found if isinstance(s.speaker, Mention)]


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        (
            "بعث وزير الخارجية الكيني رسالة إلى نظيره الأوغندي يقترح فيها هدنة.",
            "وزير الخارجية الكيني",
        ),
        ("أصدرت كينيا بيانا نفت فيه الاتهامات.", "كينيا"),
        ("ألقى الرئيس الكيني خطابا حذر فيه من الحرب.", "الرئيس الكيني"),
        ("تلقت كينيا رسالة من الرئيس الأوغندي يطلب فيها فتح المعبر.", "الرئيس الأوغندي"),
    ],
)
def test_the_words_of_a_document_are_those_of_whoever_wrote_it(text: str, writer: str) -> None:
    assert speakers(text) == [writer]


@pytest.mark.parametrize(
    ("text", "writer"),
    [
        (
            "قرأ الوزير على النواب رسالة رئيس الجمهورية دعا فيها إلى الوحدة.",
            ["رئيس الجمهورية"],
        ),
        ("ناقش البرلمان الكيني مذكرة رئاسية طلب فيها تمديد بقاء القوات.", []),
        ("تسلم الوزير الكيني برقية دعا فيها إلى الحرب.", []),
        ("تسلم الوزير الكيني رسالة دعا فيها إلى الحرب.", []),
        ("التقى الوزير نظيره الأوغندي، وأن بلاده وجهت رسالة إلى المجلس طلب فيها هدنة.", []),
    ],
)
def test_who_reads_or_discusses_it_did_not_write_it(text: str, writer: list[str]) -> None:
    assert speakers(text) == writer


def test_who_publishes_a_recording_of_somebody_does_not_say_what_is_in_it() -> None:
    text = "نشر موقع إسرائيلي تسجيلا لرئيس الأركان السابق حذر فيه من الحرب."
    assert speakers(text) == ["رئيس الأركان السابق"]


def test_whoever_sends_a_speech_to_somebody_wrote_it() -> None:
    text = "بعث الرئيس الكيني خطابا للرئيس الأوغندي دعا فيه إلى الهدنة."
    assert speakers(text) == ["الرئيس الكيني"]


def test_a_town_is_no_document() -> None:
    assert speakers("زار الرئيس الكيني مدينة أعلن فيها حظر التجول.") == []
