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


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("وأفاد مكتبه في بيان بأنه التقى رئيسي الوفدين مساء أمس في أوسلو.", "masculine"),
        ("وأكد مكتبها أنها ستلتقي رئيس الوزراء الصيني في بكين غدا.", "feminine"),
    ],
)
def test_who_an_office_belongs_to_has_met_and_not_the_office(text: str, gender: str) -> None:
    (meeting,) = meetings(text)
    who = meeting.participants[0]
    assert isinstance(who, Pointer)
    assert who.gender == gender
    assert who.avoid is not None
    assert who.avoid.text.startswith("مكتب")


def test_who_heads_a_delegation_was_there() -> None:
    (meeting,) = meetings("التقى الرئيس الصربي أمس وفدا نرويجيا برئاسة الوزير تور ساندفيك.")
    names = [p.name for p in meeting.participants if not isinstance(p, Pointer)]
    assert names[1:] == ["Norwegian delegation", "تور ساندفيك"]


def test_the_two_of_their_meeting_are_who_does_it_and_to_whom() -> None:
    (meeting,) = meetings(
        "قال الرئيس الغاني نانا أكوفو أدو لوزير الخارجية الصربي ماركو ديوريتش، لدى لقائهما في "
        "أوسلو أمس، إن الحدود آمنة."
    )
    names = [p.name for p in meeting.participants if not isinstance(p, Pointer)]
    assert names == ["نانا أكوفو أدو", "ماركو ديوريتش"]


def test_talks_by_video_are_with_whom_they_are() -> None:
    (meeting,) = meetings("أجرى الرئيس الغاني مباحثات عبر الفيديو مع ماركو ديوريتش أمس.")
    assert "ماركو ديوريتش" in [p.name for p in meeting.participants if not isinstance(p, Pointer)]


def named(text: str) -> list[str]:
    """Return the names of who took part in the one meeting of a text."""
    (meeting,) = meetings(text)
    return [p.name for p in meeting.participants if not isinstance(p, Pointer)]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("التقى الرئيس الصربي أمس وفدا من حركة حماس برئاسة الوزير تور ساندفيك.", True),
        ("التقى الرئيس الصربي أمس وفدا من الجيش الوطني بقيادة تور ساندفيك.", False),
        ("التقى الرئيس الصربي أمس وفدا من الحكومة الكينية برئاسة تور ساندفيك.", False),
        ("التقى الرئيس الصربي أمس وفد حركة العدل والمساواة بقيادة تور ساندفيك.", False),
    ],
)
def test_who_leads_an_army_or_government_need_not_be_in_its_delegation(
    text: str, *, head: bool
) -> None:
    assert ("تور ساندفيك" in named(text)) is head


@pytest.mark.parametrize(
    "text",
    [
        "رحب الوزير التركي هاكان فيدان بالاتفاق الذي أعلنه الرئيس الغاني نانا أكوفو أدو والوزير "
        "الصربي ماركو ديوريتش لدى لقائهما في أوسلو.",
        "وأشاد هاكان فيدان بما قاله الرئيس الغاني نانا أكوفو أدو والوزير الصربي ماركو ديوريتش "
        "خلال لقائهما في أوسلو.",
        "قال هاكان فيدان إن الرئيس الغاني نانا أكوفو أدو وعد الوزير الصربي ماركو ديوريتش، لدى "
        "لقائهما في أوسلو، بالدعم.",
    ],
)
def test_who_tells_of_their_meeting_was_not_at_it(text: str) -> None:
    assert named(text) == ["نانا أكوفو أدو", "ماركو ديوريتش"]


@pytest.mark.parametrize("brought", ["لقاء جمعهما", "اجتماع جمعهما"])
def test_a_meeting_that_brought_both_together_is_of_the_two_told_of(brought: str) -> None:
    (meeting,) = meetings(
        f"طلب الوزير هاكان فيدان من ماركو ديوريتش التدخل، وذلك خلال {brought} في أوسلو أمس."
    )
    names = [p.name for p in meeting.participants if not isinstance(p, Pointer)]
    assert names == ["هاكان فيدان", "ماركو ديوريتش"]
    assert meeting.status == "held"


def test_who_came_and_discussed_something_with_somebody_met_him() -> None:
    found = meetings("وصل وزير الدفاع الكيني إلى أوسلو الأحد وبحث مع ماركو ديوريتش الأزمة.")
    assert len(found) == 1
    assert found[0].place is not None


def test_who_only_spoke_and_discussed_need_not_have_met() -> None:
    assert not meetings("كتب وزير الدفاع الكيني مقالا وبحث عن حل للأزمة.")
