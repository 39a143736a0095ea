"""Where an Arabic meeting was, told behind those who met."""

import pytest

from tests.reading import read

_MET = "التقى الوزير الغاني كوفي مينسا نظيره الكيني موساليا مودافادي"


def place(text: str) -> str | None:
    (meeting,) = read(text, "ar").meetings
    return meeting.place.name if meeting.place else None


@pytest.mark.parametrize(
    ("told", "town"),
    [
        ("، في العاصمة النرويجية أوسلو.", "Oslo"),
        ("، وذلك على هامش الاجتماع الوزاري، في العاصمة النرويجية أوسلو، للتنسيق.", "Oslo"),
        ("، وذلك على هامش قمة المناخ في نيروبي.", "Nairobi"),
        (" الذي يزور البلاد حاليا، وذلك في أكرا.", "Accra"),
        ("، أمس، بمقر الوزارة في أكرا.", "Accra"),
    ],
)
def test_the_place_behind_them_is_theirs(told: str, town: str) -> None:
    assert place(_MET + told) == town


@pytest.mark.parametrize(
    "told",
    [
        "، وذلك لبحث الأوضاع في أوسلو.",
        "، في ظل التوتر في أوسلو.",
        "، حسبما قالت صحيفة تصدر في أوسلو.",
        "، على هامش مشاركته في منتدى حول الأمن في الساحل.",
    ],
)
def test_what_lies_elsewhere_is_no_place_of_theirs(told: str) -> None:
    assert place(_MET + told) is None
