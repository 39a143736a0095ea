"""People without a name who are Arabic news's source: "بحسب سكان البلدة"."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


@pytest.mark.parametrize(
    "people", ["سكان البلدة", "أهالي القرية", "ناشطين محليين", "محامي المعتقل"]
)
def test_who_lives_there_is_a_source(people: str) -> None:
    (found,) = read(f"وبحسب {people}، لم يغادر الجنود المعسكر.", "ar").statements
    assert isinstance(found.speaker, Mention)
    assert found.speaker.text == people


def test_what_is_done_according_to_a_plan_has_no_source() -> None:
    assert read("وبحسب الجدول، يغادر الجنود المعسكر غدا.", "ar").statements == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("بحسب عائلة الأسير نقلته كينيا إلى سجن عوفر.", "عائلة الأسير"),
        ("بحسب سكان محليين قتل ثلاثة أشخاص في الغارة.", "سكان محليين"),
    ],
)
def test_the_verb_behind_the_people_is_no_part_of_them(text: str, people: str) -> None:
    (found,) = read(text, "ar").statements
    assert isinstance(found.speaker, Mention)
    assert found.speaker.text == people
