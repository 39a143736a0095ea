"""Bodies that Arabic calls by their sort alone, and whom they speak of right behind it."""

import pytest

from kg.model.draft import DraftStatement
from kg.model.mention import Mention
from tests.reading import read


def statements(text: str) -> list[DraftStatement]:
    return list(read(text, "ar").statements)


def told(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (
            s.speaker.text if isinstance(s.speaker, Mention) else None,
            [a.text for a in s.addressees if isinstance(a, Mention)],
        )
        for s in statements(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "listeners"),
    [
        ("ووصفت الوزارة القرار بأنه «خطوة عدائية».", "الوزارة", []),
        ("ووصفت الحركة المقترح بأنه «غامض».", "الحركة", []),
        ("وحثت الوزارة إسلام آباد على ضبط النفس.", "الوزارة", ["إسلام آباد"]),
        ("وطالبت الوزارة الولايات المتحدة برفع الحصار.", "الوزارة", ["الولايات المتحدة"]),
        ("وحثت البعثة الحكومة على الإسراع.", "البعثة", ["الحكومة"]),
        ("واتهمت اللجنة المشتركة السفير بالتدخل.", "اللجنة المشتركة", ["السفير"]),
    ],
)
def test_what_stands_behind_the_ministry_is_no_part_of_its_name(
    text: str, speaker: str, listeners: list[str]
) -> None:
    assert told(text) == [(speaker, listeners)]


def test_an_adjective_that_agrees_belongs_to_the_body() -> None:
    (found,) = told("وصفت الحركة الإسلامية القرار بأنه «باطل».")
    assert found[0] == "الحركة الإسلامية"


def test_a_body_that_is_described_does_not_speak() -> None:
    assert told("ووصف القرار بأنه خاطئ.")[0][0] != "القرار"


@pytest.mark.parametrize(
    "doing", ["طرد الدبلوماسيين", "منح اللجوء", "إغلاق المعبر", "انسحاب القوات"]
)
def test_what_somebody_does_never_speaks(doing: str) -> None:
    found = statements(f"قالت كينيا إن قواتها انسحبت، واعتبرت {doing} «خطوة عدائية».")
    assert [s.speaker.text for s in found if isinstance(s.speaker, Mention)] == ["كينيا", "كينيا"]


def test_his_country_is_asked_by_whoever_met_its_envoy() -> None:
    found = told("استقبل الرئيس العراقي السفير التركي وطالب بلاده بسحب قواتها.")
    assert "بلاده" not in [speaker for speaker, _ in found]


def test_what_is_welcomed_is_promised_by_others() -> None:
    (found,) = statements("رحبت النرويج باستعداد الجانبين للتفاوض.")
    assert found.act == "asserts"
    (own,) = statements("أبدت النرويج استعدادها لاستضافة المحادثات.")
    assert own.act == "promises"
