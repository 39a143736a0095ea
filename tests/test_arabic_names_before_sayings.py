"""A name ends in front of what its bearer is quoted with: "نقل عن الرئيس بولا تحذيره من أن"."""

import pytest

from tests.reading import read_lines


def people(text: str) -> set[str]:
    return {m.person for read in read_lines(text, "ar").sentences for m in read.actors if m.person}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("نقل عن الرئيس بولا تحذيره من أن الحدود ستغلق.", "بولا"),
        ("ونقل عن الوزير حسن تأكيده أن الحدود ستغلق.", "حسن"),
        ("نقلت الصحيفة عن الوزيرة ماريا رفضها أن تغلق الحدود.", "ماريا"),
        ("نقل عن قائد الجيش علي كريمي نفيه أن تكون الحدود مغلقة.", "علي كريمي"),
    ],
)
def test_the_noun_of_saying_is_no_surname(text: str, person: str) -> None:
    assert people(text) == {person}


def test_a_surname_that_ends_like_a_pronoun_stays() -> None:
    assert people("ونقلت القناة عن الرئيس مارك روته قوله إن الحدود مغلقة.") == {"مارك روته"}
