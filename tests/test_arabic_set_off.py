"""Arabic words said behind a comma that newsrooms set after whoever speaks."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import name, read, words


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("أكد وزير النقل الكيني جون كاماو، على ضرورة فتح الجسر.", "جون كاماو", "ضرورة فتح الجسر"),
        ("بدوره، عبّر كاماو، عن شكره للوسطاء.", "كاماو", "شكره للوسطاء"),
        (
            "أعرب الأمين العام لسادك إيلياس ماغوسي, عن إدانة الهجوم.",
            "إيلياس ماغوسي",
            "إدانة الهجوم",
        ),
        ("كشف الرئيس الغاني جون ماهاما، عن خطة للحدود.", "جون ماهاما", "خطة للحدود"),
        ("دعت وزارة الدفاع الكينية، إلى وقف القصف.", "وزارة الدفاع الكينية", "وقف القصف"),
        ("حذر الرئيس الكيني وليام روتو، من أي تأخير.", "وليام روتو", "أي تأخير"),
    ],
)
def test_a_comma_stands_between_who_speaks_and_what(text: str, speaker: str, content: str) -> None:
    (statement,) = read(text, "ar").statements
    assert (name(statement.speaker) or "").endswith(speaker)
    assert words(text, statement.content) == content


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("دعا الرئيس الكيني وليام روتو، غانا إلى وقف القصف.", "غانا"),
        ("حذر الرئيس الكيني وليام روتو، المتمردين من أي هجوم.", "المتمردين"),
        ("دعا مجلس الأمن الدولي أمس، المتمردين في الجنوب، لوقف القصف.", "المتمردين"),
    ],
)
def test_a_comma_stands_in_front_of_whom_they_ask(text: str, whom: str) -> None:
    (statement,) = read(text, "ar").statements
    assert [m.text for m in mentions_of(statement.addressees)] == [whom]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أكد الوزير جون كاماو، على هامش القمة، أن الجسر فتح.", "الجسر فتح"),
        ("حذر الوزير جون كاماو، من مقر إقامته في بون، من القصف.", "القصف"),
        ("أكد الوزير جون كاماو، على منصة إكس: «فتح الجسر».", "فتح الجسر"),
        ("أعرب الوزير جون كاماو، عبر قناته، عن أسفه للقصف.", "أسفه للقصف"),
    ],
)
def test_an_aside_behind_a_comma_is_not_what_is_said(text: str, content: str) -> None:
    (statement,) = read(text, "ar").statements
    assert words(text, statement.content) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أبدت الحكومة الكينية، استعدادها للحوار.", "استعدادها للحوار"),
        ("دانت الخارجية الكينية في بيانها، إصدار غانا لأمر جديد.", "إصدار غانا لأمر جديد"),
        ("رفضت الحكومة الكينية، أي تدخل في شؤونها.", "أي تدخل في شؤونها"),
        ("استنكر الرئيس الكيني، الهجوم على السفارة.", "الهجوم على السفارة"),
        ("ندد الرئيس الكيني، بالهجوم على السفارة.", "بالهجوم على السفارة"),
        ("ندد الرئيس الكيني، بأشد العبارات، بالهجوم على السفارة.", "بالهجوم على السفارة"),
        ("أعلن الرئيس الكيني، رئيس الدورة، إغلاق الحدود.", "إغلاق الحدود"),
        ("أعلن الرئيس الكيني، استقبال الوفد في مكتبه، أن الجسر فتح.", "الجسر فتح"),
    ],
)
def test_a_comma_stands_in_front_of_what_is_told(text: str, content: str) -> None:
    (statement,) = read(text, "ar").statements
    assert words(text, statement.content) == content
