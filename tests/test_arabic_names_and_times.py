"""Arabic names with a time behind them, and nouns of movement that are nobody."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import read


def actors(text: str) -> list[str]:
    (one,) = read(text, "ar").sentences
    return [m.text for m in one.actors]


@pytest.mark.parametrize(
    "time", ["الشهر المقبل", "الأسبوع القادم", "السنة المقبلة", "الشهر الجاري"]
)
@pytest.mark.parametrize("person", ["أرارات ميرزويان", "أسعد الشيباني", "كاسبار فيلدكامب"])
def test_a_name_ends_before_a_time(person: str, time: str) -> None:
    text = f"يلتقي وزير الخارجية الكيني نظيره الغاني {person} {time} في ألماتي."
    (meeting,) = read(text, "ar").meetings
    assert mentions_of(meeting.participants)[-1].name == person


@pytest.mark.parametrize(
    "moving", ["الشاحنات", "الطائرات", "القطارات", "السفن", "البضائع", "الحاويات"]
)
def test_what_moves_is_no_armed_group(moving: str) -> None:
    text = f"قال الوزير الكيني إن القيود تؤثر على حركة {moving} بين البلدين."
    assert all("حركة" not in actor for actor in actors(text))


def test_a_movement_with_a_name_is_a_group() -> None:
    text = "قال وزير الدفاع الكيني إن حركة المقاومة الوطنية تستعد للقتال."
    assert "حركة المقاومة الوطنية" in actors(text)
