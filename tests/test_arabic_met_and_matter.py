"""Arabic meetings told once: the matter, what they met for, whom "his meeting" names."""

import pytest

from tests.reading import met, read

_BOTH = {"كوفي مينسا", "موساليا مودافادي"}


@pytest.mark.parametrize(
    "matter",
    [
        "العلاقات الثنائية بين البلدين",
        "سبل تعزيز التعاون المشترك بين غانا وكينيا",
        "الاتفاقيات القائمة بينهما",
        "الحدود بين البلدين",
    ],
)
def test_between_whom_the_matter_lies_tells_no_party(matter: str) -> None:
    text = f"بحث الوزير الغاني كوفي مينسا مع نظيره الكيني موساليا مودافادي {matter}."
    assert met(text, "ar") == [_BOTH]


def test_talks_between_two_are_still_theirs() -> None:
    assert met("عقدت في لومي محادثات بين غانا وكينيا.", "ar") == [{"Ghana", "Kenya"}]


@pytest.mark.parametrize("purpose", ["لعقد مباحثات ثنائية", "، لعقد الجولة الثالثة من المفاوضات"])
def test_what_they_met_for_is_no_other_meeting(purpose: str) -> None:
    text = f"يلتقي الوزير كوفي مينسا نظيره الكيني موساليا مودافادي {purpose}."
    assert met(text, "ar") == [_BOTH]


def test_talks_with_somebody_else_are_another_meeting() -> None:
    text = "يلتقي الوزير كوفي مينسا نظيره الكيني موساليا مودافادي لإجراء مباحثات مع عائشة باندا."
    assert _BOTH in met(text, "ar")
    assert any("عائشة باندا" in parties for parties in met(text, "ar"))


def test_to_hold_is_no_decade() -> None:
    text = "وصل الوزير كوفي مينسا إلى نيروبي لعقد مباحثات مع موساليا مودافادي."
    (meeting,) = read(text, "ar").meetings
    assert meeting.time is None


@pytest.mark.parametrize(
    "adjunct", ["اليوم الثلاثاء،", "في نيروبي أمس", "في السراي", "أمس في القصر الرئاسي،"]
)
def test_his_meeting_names_whom_he_met(adjunct: str) -> None:
    text = f"رحب الوزير كوفي مينسا خلال لقائه {adjunct} السفير الكيني موساليا مودافادي بالاتفاق."
    assert met(text, "ar") == [_BOTH]


@pytest.mark.parametrize(
    "office",
    [
        "القائم بأعمال السفارة الإيطالية في الخرطوم",
        "القائمة بأعمال السفارة الأميركية",
        "مستشار السفارة اليابانية",
    ],
)
def test_who_is_in_charge_of_an_embassy_is_a_person(office: str) -> None:
    text = f"التقى الوزير كوفي مينسا {office} موساليا مودافادي."
    assert met(text, "ar") == [_BOTH]


def test_talks_of_both_named_are_one_call() -> None:
    text = "تحدث رئيسا وزراء غانا وكينيا هاتفيا اليوم، في أول محادثة بينهما منذ سنوات."
    assert met(text, "ar") == [{"رئيس وزراء غانا", "رئيس وزراء كينيا"}]


def test_his_talks_are_of_whom_the_words_tell() -> None:
    text = (
        "وأضاف التلفزيون الكوبي أن الوزير كوفي مينسا التقى نظيره الكيني موساليا مودافادي، قبل "
        "محادثاته مع عائشة باندا."
    )
    assert met(text, "ar") == [_BOTH, {"كوفي مينسا", "عائشة باندا"}]


def test_both_are_called_by_each_of() -> None:
    text = "أجرى الوزير كوفي مينسا اتصالين هاتفيين بكل من روي كوستا والوزيرة عائشة باندا."
    assert {"كوفي مينسا", "روي كوستا", "عائشة باندا"} == set().union(*met(text, "ar"))
