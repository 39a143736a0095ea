"""Arabic bodies that no list knows by their head, denials by what is said, outlets in front."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import name, own_name, read


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        ("دعا تحالف المعارضة المجتمع الدولي إلى الحوار.", "تحالف المعارضة", ["المجتمع الدولي"]),
        ("أعلنت قيادة الجيش الكيني توقيف شخص.", "قيادة الجيش الكيني", []),
        ("كشفت القيادة العامة للجيش الكيني عن خطة.", "القيادة العامة للجيش الكيني", []),
        ("قالت القيادة العامة للجيش إن الجسر فتح.", "القيادة العامة للجيش", []),
    ],
)
def test_a_head_and_a_body_are_one_speaker(text: str, speaker: str, told: list[str]) -> None:
    (statement,) = read(text, "ar").statements
    assert name(statement.speaker) == speaker
    assert [m.text for m in mentions_of(statement.addressees)] == told


def test_a_body_behind_a_head_that_some_list_knows_is_told() -> None:
    (statement,) = read("دعا مجلس الأمن الحكومة إلى الحوار.", "ar").statements
    assert name(statement.speaker) == "مجلس الأمن"


@pytest.mark.parametrize(
    "text",
    [
        "أكد مصدر كيني أن ما تردد من أنباء على المواقع حول سقوط طائرة قرب مطار المدينة"
        " ليس له أي أساس من الصحة.",
        "أكدت الوزارة الكينية عدم صحة الأنباء.",
        "قال وزير النقل الكيني إن الأنباء غير دقيقة.",
        "نفى المصدر المسؤول في الخارجية الكينية الذي طلب عدم ذكر اسمه، توجيه رسالة.",
    ],
)
def test_what_is_called_baseless_is_denied(text: str) -> None:
    assert [s.act for s in read(text, "ar").statements] == ["denies"]


def test_what_is_called_right_is_not_denied() -> None:
    (statement,) = read("أكد مصدر كيني أن ما تردد عن فتح الجسر صحيح.", "ar").statements
    assert statement.act == "asserts"


@pytest.mark.parametrize("front", ["العالم - ", "الوقت- ", ""])
def test_an_outlet_in_front_of_a_dash_does_not_speak(front: str) -> None:
    (statement,) = read(f"{front}أكد وزير النقل جون كاماو أن الجسر فتح.", "ar").statements
    assert own_name(statement.speaker) == "جون كاماو"
