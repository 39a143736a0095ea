"""Arabic places that are talked about rather than met in, and meetings nobody plans."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import read_lines


@pytest.mark.parametrize(
    "text",
    [
        "أجرى الرئيس الكيني اتصالا هاتفيا بالرئيس الغاني، بحثا خلاله التصعيد في كيسمايو.",
        "بحث وزير الخارجية الكيني مع وزير الخارجية الغاني الأوضاع الإنسانية في كيسمايو.",
        "التقى الرئيس الكيني الرئيس الغاني. وتناول اللقاء الوضع في كيسمايو.",
    ],
)
def test_what_is_talked_about_is_no_place_of_the_talks(text: str) -> None:
    assert not any(m.place for m in read_lines(text, "ar").meetings)


def test_talks_are_held_where_a_name_without_article_tells() -> None:
    text = "عقدت محادثات الأزمة السودانية في جدة بين كينيا وغانا."
    (meeting,) = read_lines(text, "ar").meetings
    assert meeting.place is not None
    assert meeting.place.gazetteer_id == "jeddah"


@pytest.mark.parametrize(
    "text",
    [
        "لم يعلن عن أي لقاء بين الرئيس الكيني والرئيس الغاني في أكرا.",
        "لا توجد خطط لعقد اجتماع بين الرئيس الكيني والرئيس الغاني.",
        "لم يتقرر بعد موعد لقاء الرئيسين الكيني والغاني.",
    ],
)
def test_a_meeting_that_nobody_plans_is_none(text: str) -> None:
    assert not read_lines(text, "ar").meetings


def test_the_date_of_a_visit_plans_no_meeting_before_it() -> None:
    text = "حدد الرئيسان الكيني والغاني خلال لقائهما في أكرا موعد زيارة البابا."
    assert [m.status for m in read_lines(text, "ar").meetings] == ["held", "planned"]


def test_plans_for_a_meeting_tell_of_one_to_come() -> None:
    text = "هناك خطط لعقد اجتماع بين الرئيس الكيني والرئيس الغاني."
    assert [m.status for m in read_lines(text, "ar").meetings] == ["planned"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "عقد الرئيس الكيني لقاء مع وفد من البرلمان الأوروبي في مومباسا.",
            {"الرئيس الكيني", "وفد من البرلمان الأوروبي"},
        ),
        ("عقد الرئيس الكيني لقاء مع المعارضة في مومباسا.", {"الرئيس الكيني", "المعارضة"}),
    ],
)
def test_where_a_body_is_now_is_no_part_of_its_name(text: str, parties: set[str]) -> None:
    (meeting,) = read_lines(text, "ar").meetings
    assert {m.name for m in mentions_of(meeting.participants)} == parties
    assert meeting.place is not None


def test_two_delegations_met_between_whom_talks_were_held() -> None:
    text = "عقدت مفاوضات بين وفد الحكومة السودانية والحركة الشعبية لتحرير السودان في جوبا."
    (meeting,) = read_lines(text, "ar").meetings
    assert len(meeting.participants) == 2
