"""Arabic parties told together: crowds of several states, pairs of offices named behind."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import met, read_lines


@pytest.mark.parametrize(
    "text",
    [
        "يلتقي قادة أرمينيا وأذربيجان في سوتشي يوم الجمعة المقبل.",
        "عقد مسؤولون من أرمينيا وأذربيجان محادثات في سوتشي.",
        "عقد اجتماع بين ضباط من أرمينيا وأذربيجان في سوتشي.",
        "اجتمع خبراء من أرمينيا وأذربيجان في سوتشي أمس.",
    ],
)
def test_a_crowd_of_several_states_meets_as_these_states(text: str) -> None:
    (parties,) = [
        {m.gazetteer_id for m in mentions_of(meeting.participants)}
        for meeting in read_lines(text, "ar").meetings
    ]
    assert parties == {"armenia", "azerbaijan"}


def test_a_crowd_of_one_state_stays_a_crowd() -> None:
    assert met("التقى قادة أرمينيا في سوتشي أمس.", "ar") == [{"قادة أرمينيا"}]


@pytest.mark.parametrize(
    "text",
    [
        "عقد رئيسا كينيا وأوغندا، وليام روتو ويوويري موسيفيني، قمة في عنتيبي الثلاثاء.",
        "عقد وزيرا خارجية كينيا وأوغندا، وليام روتو ويوويري موسيفيني، اجتماعا في عنتيبي.",
        "عقد الرئيسان الكيني والأوغندي، وليام روتو ويوويري موسيفيني، لقاء في عنتيبي.",
    ],
)
def test_those_named_behind_a_pair_of_offices_met(text: str) -> None:
    assert met(text, "ar") == [{"وليام روتو", "يوويري موسيفيني"}]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("عقد رئيسا مصر والأردن اجتماعا في القاهرة.", {"رئيس مصر", "رئيس الأردن"}),
        ("ضم الاجتماع وزراء دفاع توغو وبنين في لومي.", {"وزير دفاع توغو", "وزير دفاع بنين"}),
    ],
)
def test_each_state_has_its_own_office(text: str, parties: set[str]) -> None:
    assert met(text, "ar") == [parties]


def test_main_reason_is_no_pair_of_presidents() -> None:
    assert met("هذا سبب رئيسي لأزمة مصر والأردن.", "ar") == []
    assert met("للرجل ثلاث بنات وبنين.", "ar") == []
