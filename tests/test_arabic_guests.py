"""What is received in Arabic and is no guest, and who is named twice."""

import pytest

from kg.model.mention import Mention
from tests.reading import met, read


@pytest.mark.parametrize(
    "text",
    [
        "استقبل رئيس غانا كوفي مينسا خبر وفاة رئيس توغو بحزن.",
        "استقبل النبأ من قبل رئيس غانا بفرح.",
        "استقبلت رئيسة بيرو آنا سوتو نتائج الانتخابات بارتياح.",
    ],
)
def test_news_that_is_received_is_no_guest(text: str) -> None:
    assert read(text, "ar").meetings == ()


def test_what_is_said_aside_of_somebody_is_no_other_party() -> None:
    (meeting,) = read(
        "التقى وزير الدفاع الغاني، وهو نائب سابق، رئيسة بيرو آنا سوتو.", "ar"
    ).meetings
    named = [p for p in meeting.participants if isinstance(p, Mention)]
    assert "نائب سابق" not in {p.text for p in named}


def test_a_guest_is_still_received() -> None:
    (meeting,) = read("استقبل رئيس غانا كوفي مينسا رئيسة بيرو آنا سوتو في أكرا.", "ar").meetings
    assert len(meeting.participants) == 2


@pytest.mark.parametrize(
    "text",
    [
        "زار المغني الغاني ليما بدعوة من رئيس بيرو خورخي سوتو.",
        "التقى مئات المتظاهرين في ساحة الاستقلال في ليما.",
    ],
)
def test_no_state_meets_in_a_singer_and_no_crowd_alone(text: str) -> None:
    assert not read(text, "ar").meetings


def test_a_minister_by_his_nation_is_his_state() -> None:
    (meeting,) = read("زار الوزير الغاني ليما بدعوة من رئيس بيرو خورخي سوتو.", "ar").meetings
    assert len(meeting.participants) == 2


@pytest.mark.parametrize(
    "guest",
    [
        "بمعالي وزير خارجية مالطا كارل بوتو",
        "سعادة سفير مالطا كارل بوتو",
        "فخامة رئيس مالطا كارل بوتو",
    ],
)
def test_a_guest_under_his_style_is_met_behind_a_comma(guest: str) -> None:
    verb = "التقى" if guest.startswith("ب") else "استقبل"
    found = met(f"{verb} الشيخ سالم بن راشد، أمس، {guest}، في مكتبه.", "ar")
    assert found == [{"سالم بن راشد", "كارل بوتو"}]


def test_a_style_in_what_is_told_next_names_no_guest() -> None:
    found = met("زار الشيخ سالم بن راشد ليما، أمس، وتحدث عن معالي وزير مالطا كارل بوتو.", "ar")
    assert not any("كارل بوتو" in parties for parties in found)
