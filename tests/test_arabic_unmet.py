"""Arabic red lines and meetings that the words themselves say there are not."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "نفت بيرو أن يكون لها خط أحمر يتمثل في بناء السد.",
        "نفى رئيس غانا وجود خط أحمر اسمه الميناء.",
        "نفت بيرو أن يكون بناء السد خطا أحمر.",
        "رفضت غانا أن يعتبر بناء السد خطا أحمر.",
    ],
)
def test_a_red_line_somebody_denies_is_not_declared(text: str) -> None:
    assert not read(text, "ar").redlines


def test_what_is_rejected_as_a_red_line_is_one() -> None:
    (line,) = read("رفضت بيرو بناء السد باعتباره خطا أحمر.", "ar").redlines
    assert line.commitment == "declares"


@pytest.mark.parametrize(
    "text",
    [
        "كاد رئيس غانا كوفي مينسا يلتقي رئيسة بيرو آنا سوتو في ليما.",
        "أوشكت رئيسة بيرو آنا سوتو على لقاء رئيس غانا كوفي مينسا.",
        "لو التقى رئيس غانا كوفي مينسا رئيسة بيرو آنا سوتو لانتهى الخلاف.",
        "لولا العاصفة لالتقى رئيس غانا كوفي مينسا رئيسة بيرو آنا سوتو.",
        "إذا التقى رئيس غانا كوفي مينسا رئيسة بيرو آنا سوتو انتهى الخلاف.",
        "عاد رئيس غانا كوفي مينسا إلى ليما ولم يلتق أحدا.",
    ],
)
def test_a_meeting_only_thought_of_is_none(text: str) -> None:
    assert not read(text, "ar").meetings


@pytest.mark.parametrize(
    "text",
    [
        "قرر رئيس غانا كوفي مينسا ألا يلتقي رئيسة بيرو آنا سوتو في ليما.",
        "قرر رئيس غانا كوفي مينسا تجنب لقاء رئيسة بيرو آنا سوتو في ليما.",
        "تجنب رئيس غانا كوفي مينسا لقاء رئيسة بيرو آنا سوتو في ليما.",
        "لم يقم رئيس غانا كوفي مينسا بزيارة إلى رئيسة بيرو آنا سوتو.",
    ],
)
def test_a_meeting_somebody_shuns_is_denied(text: str) -> None:
    (meeting,) = read(text, "ar").meetings
    assert meeting.commitment == "denies"


@pytest.mark.parametrize(
    "text",
    [
        "التقى رئيس غانا كوفي مينسا رئيسة بيرو آنا سوتو في ليما.",
        "لم يتجنب رئيس غانا كوفي مينسا لقاء رئيسة بيرو آنا سوتو في ليما.",
        "قام رئيس غانا كوفي مينسا بزيارة إلى رئيسة بيرو آنا سوتو.",
    ],
)
def test_a_meeting_not_shunned_was_held(text: str) -> None:
    (meeting,) = read(text, "ar").meetings
    assert (meeting.commitment, meeting.status) == ("asserts", "held")


@pytest.mark.parametrize(
    "text",
    [
        "قام رئيس غانا كوفي مينسا بزيارة إلى ضريح الرئيسة البيروفية آنا سوتو.",
        "زار رئيس غانا كوفي مينسا قبر الرئيسة البيروفية آنا سوتو في ليما.",
        "زار رئيس غانا كوفي مينسا معرض الكتاب مع طلاب في ليما.",
    ],
)
def test_whose_grave_is_visited_is_not_met(text: str) -> None:
    assert not read(text, "ar").meetings


def test_who_is_visited_is_met() -> None:
    (meeting,) = read("زار رئيس غانا كوفي مينسا الرئيسة البيروفية آنا سوتو في ليما.", "ar").meetings
    assert len(meeting.participants) == 2


@pytest.mark.parametrize(
    "text",
    [
        "دعت كينيا أوغندا إلى معالجة الخلاف بالحوار.",
        "دعا وزير الخارجية الكيني إلى حل الخلاف عبر الحوار.",
        "قال وزير الخارجية الكيني في حديث للصحافيين أمس إن الحدود مغلقة.",
    ],
)
def test_a_way_of_settling_and_talk_to_the_press_are_no_meetings(text: str) -> None:
    assert not read(text, "ar").meetings


@pytest.mark.parametrize("said", ["الذي دعا إلى هدنة", "الذي طالب بدعم أكبر", "الذي اقترح خطة"])
def test_what_somebody_met_calls_for_does_not_undo_the_meeting(said: str) -> None:
    text = f"اجتمع وزير الخارجية الكيني أمس في نيروبي بالرئيس الغاني نانا أكوفو أدو، {said}."
    (meeting,) = read(text, "ar").meetings
    assert meeting.status == "held"
