"""What Arabic sources without a name are called, and the bodies named beside who heads them."""

import pytest

from kg.model.mention import Mention
from tests.reading import name, read_lines


def speakers(text: str) -> list[str | None]:
    return [name(s.speaker) for s in read_lines(text, "ar").statements]


def actors(text: str) -> dict[str, str | None]:
    found: list[Mention] = [m for r in read_lines(text, "ar").sentences for m in r.actors]
    return {m.name: m.kind for m in found}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وأفاد دبلوماسيون عرب بأن المعبر سيفتح.", "دبلوماسيون عرب"),
        ("قال مسؤولون أكراد إن المعبر سيفتح.", "مسؤولون أكراد"),
        ("قال دبلوماسيون أفارقة إن المعبر سيفتح.", "دبلوماسيون أفارقة"),
        ("قال مسؤول أوروبي في كيغالي طلب عدم كشف اسمه إن المعبر سيفتح.", "مسؤول أوروبي"),
        ("قال دبلوماسي غربي في نيروبي إن المعبر سيفتح.", "دبلوماسي غربي"),
    ],
)
def test_a_source_is_called_by_its_sort(text: str, source: str) -> None:
    assert speakers(text) == [source]


@pytest.mark.parametrize(
    ("text", "body", "kind"),
    [
        ("قال رئيس حزب العمال جون أوتيانو إن المعبر سيفتح.", "حزب العمال", "organization"),
        (
            "وحذر رئيس كتلة النهر النيابية جون أوتيانو من ذلك القرار.",
            "كتلة النهر النيابية",
            "organization",
        ),
        (
            "قال قائد قوات الحشد الوطني جون أوتيانو إن المعبر سيفتح.",
            "قوات الحشد الوطني",
            "armed-group",
        ),
    ],
)
def test_a_party_is_listed_beside_its_head(text: str, body: str, kind: str) -> None:
    assert actors(text)[body] == kind


@pytest.mark.parametrize(
    "text",
    [
        "قال رئيس مجلس الوزراء جون أوتيانو إن المعبر سيفتح.",
        "أعلن رئيس المكتب السياسي جون أوتيانو أن المعبر سيفتح.",
    ],
)
def test_a_body_of_the_state_is_not(text: str) -> None:
    assert actors(text) == {"جون أوتيانو": "person"}


def test_a_name_with_a_hamza_above_is_no_verbal_noun() -> None:
    text = "قال الرئيس التنفيذي للجنة نهر الميكونغ أنولاك كيتيخون إن المعبر سيفتح."
    (statement,) = read_lines(text, "ar").statements
    assert isinstance(statement.speaker, Mention)
    assert statement.speaker.person == "أنولاك كيتيخون"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وقال القنصل العام الكيني في هيوستون جون أوتيانو إن المعبر سيفتح.", "جون أوتيانو"),
        ("وحضر الاجتماع قائد الجيش الفريق أول قمر جاويد باجوا.", "قمر جاويد باجوا"),
        ("وحضر الاجتماع قائد الجيش الفريق أول الركن سعيد شنقريحة.", "سعيد شنقريحة"),
        (
            "استقال النائب البولندي يان نوفاك، نائب وزير العدل السابق المطلوب للقضاء.",
            "يان نوفاك",
        ),
    ],
)
def test_an_office_and_its_holder_are_one(text: str, person: str) -> None:
    people = [m for read in read_lines(text, "ar").sentences for m in read.actors if m.human]
    assert [m.person for m in people if m.role != "delegation"] == [person]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("قالت لجنة الأمن القومي الباكستانية إن المعبر سيفتح.", "لجنة الأمن القومي الباكستانية"),
        ("أعلن جهاز الأمن الوطني في غانا أن المعبر سيفتح.", "جهاز الأمن الوطني"),
    ],
)
def test_security_names_a_body_with_whose_it_is(text: str, body: str) -> None:
    assert speakers(text) == [body]


@pytest.mark.parametrize(
    "text", ["ودان الشيخ اعتقال أحمد مناصرة.", "وأعلن العقيد انشقاق خالد عن الجيش السوري."]
)
def test_what_was_done_to_somebody_is_no_name_behind_a_rank(text: str) -> None:
    named = {m.name for read in read_lines(text, "ar").sentences for m in read.actors}
    assert not any("اعتقال" in name or "انشقاق" in name for name in named)
