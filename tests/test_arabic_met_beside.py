"""Arabic parties told beside something else: behind an event, a place, "his counterpart"."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import read_lines


def met(text: str) -> list[set[str]]:
    """Return who took part in each meeting, by name; people by their own."""
    return [
        {m.person or m.name for m in mentions_of(meeting.participants)}
        for meeting in read_lines(text, "ar").meetings
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "التقى وزير الخارجية الكيني ألفريد موتوا على هامش المؤتمر نظيره الكوبي برونو رودريغيز.",
            {"ألفريد موتوا", "برونو رودريغيز"},
        ),
        (
            "التقى وزير الخارجية الكيني ألفريد موتوا على هامش أعمال الجمعية العامة للأمم المتحدة "
            "وزير خارجية كوبا برونو رودريغيز.",
            {"ألفريد موتوا", "برونو رودريغيز"},
        ),
        (
            "جمع لقاء في جنيف الرئيسين الكيني وليام روتو والأوغندي يوويري موسيفيني.",
            {"وليام روتو", "يوويري موسيفيني"},
        ),
        (
            "وقع الرئيس الكيني وليام روتو وضيفه الرئيس الأوغندي يوويري موسيفيني اتفاقا عقب مباحثات "
            "في نيروبي.",
            {"وليام روتو", "يوويري موسيفيني"},
        ),
        (
            "شارك في الاجتماع الذي عقد في لومي وزراء دفاع توغو وغانا.",
            {"وزير دفاع توغو", "وزير دفاع غانا"},
        ),
    ],
)
def test_whoever_stands_behind_something_else_has_met(text: str, parties: set[str]) -> None:
    assert met(text) == [parties]


def test_whose_event_it_is_has_not_met() -> None:
    text = "التقى الوزير ألفريد موتوا على هامش جنازة الرئيس دانيال موي."
    assert met(text) == [{"ألفريد موتوا"}]


@pytest.mark.parametrize(
    "text",
    [
        "عقد وزير الدفاع التوغولي ونظيره الغاني اجتماعا في لومي.",
        "شارك وزير الدفاع التوغولي ونظيره الغاني في اجتماع في لومي.",
    ],
)
def test_a_counterpart_joined_to_the_subject_meets_too(text: str) -> None:
    assert met(text) == [{"وزير الدفاع التوغولي", "نظيره الغاني"}]
