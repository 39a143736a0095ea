"""Two people whom Arabic names behind one office, and offices named by where they are held."""

import pytest

from kg.model.mention import Mention
from tests.reading import read

TWO = ["هاكيندي هيشيليما", "إيمرسون منانغاغوا"]
NAMES = "هاكيندي هيشيليما والزيمبابوي إيمرسون منانغاغوا"


def met(text: str) -> list[str]:
    (meeting,) = read(text, "ar").meetings
    return [p.name for p in meeting.participants if isinstance(p, Mention)]


@pytest.mark.parametrize(
    "text",
    [
        f"بحث الرئيسان الزامبي {NAMES} في هراري مصير السجينين أحمد علي وعمر حسن.",
        f"يلتقي الرئيسان الزامبي {NAMES} في هراري غدا.",
        f"عقد في لوساكا لقاء بين الرئيسين الزامبي {NAMES}.",
        f"ناقش وزيرا الخارجية الزامبي {NAMES} ترسيم الحدود.",
    ],
)
def test_two_of_one_office_meet_by_their_names(text: str) -> None:
    assert met(text) == TWO


def test_two_of_one_office_speak_by_their_names() -> None:
    found = read(f"أكد الرئيسان الزامبي {NAMES} أن الحوار ضروري.", "ar").statements
    assert [s.speaker.name for s in found if isinstance(s.speaker, Mention)] == TWO


def test_two_who_admire_something_have_not_met() -> None:
    assert read(f"أعجب الرئيسان الزامبي {NAMES} بالشلالات.", "ar").meetings == ()


def test_who_heads_a_region_is_the_subject_behind_its_name() -> None:
    text = "كان رئيس إقليم كردستان مسعود بارزاني قد بحث الملف مع رجب طيب أردوغان في أنقرة."
    assert met(text) == ["مسعود بارزاني", "رجب طيب أردوغان"]
