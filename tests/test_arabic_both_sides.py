"""Arabic meetings of both sides, whose teams nobody names: "اللجنة المشتركة بين البلدين ستجتمع"."""

import pytest

from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment
from kg.model.draft import DraftMeeting, Pointer


def meetings(text: str) -> tuple[DraftMeeting, ...]:
    """Return the meetings that a text tells, before its pointers are followed."""
    return RuleExtractor().extract(text, segment(text, "ar", title=None), "ar").meetings


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وأضاف أن اللجنة الأمنية المشتركة بين البلدين ستجتمع في أوسلو خلال أسبوعين.", "planned"),
        ("وأوضح أن لجنة مشتركة بين البلدين ستلتئم قريبا لتسوية المسألة.", "planned"),
        ("وأضاف أن خبراء البلدين اجتمعوا 11 مرة قبل الاتفاق.", "held"),
        ("وكشفت أن مبعوثين من الجانبين التقوا سرا في أوسلو أمس.", "held"),
        ("وأفاد الوزير بأن الوفدين سيلتقيان مجددا في أوسلو غدا.", "planned"),
    ],
)
def test_both_sides_meet_where_their_team_does(text: str, status: str) -> None:
    (meeting,) = meetings(text)
    (who,) = meeting.participants
    assert isinstance(who, Pointer)
    assert who.kind in ("pair", "met")
    assert meeting.status == status


@pytest.mark.parametrize(
    "text",
    [
        "وأوضح أن خبراء الوزارة اجتمعوا 11 مرة.",
        "وقال إن مصلحة البلدين فوق كل اعتبار.",
        "وأوضح أن الخلاف بين البلدين سيحل قريبا.",
    ],
)
def test_one_sides_own_and_what_is_between_both_is_no_meeting(text: str) -> None:
    assert not meetings(text)
