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


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("نقل عن الرئيس بولا تحذيره من أن الحدود ستغلق.", "warns"),
        ("نقلت الصحيفة عن مصدر أمني تحذيره من أن الحدود ستغلق.", "warns"),
        ("نقلت الصحيفة عن قائد الجيش علي كريمي نفيه أن تكون الحدود مغلقة.", "denies"),
        ("نقلت الصحيفة عن الوزيرة ماريا لوبيز رفضها أن تغلق الحدود.", "denies"),
        ("نقلت الصحيفة عن الوزير هاكان فيدان تعهده بأن تفتح الحدود.", "promises"),
        ("نقلت الصحيفة عن الوزير هاكان فيدان قوله إن تحذيره وصل.", "asserts"),
        ("نقلت الصحيفة عن الوزير هاكان فيدان تأكيده أن تحذيره وصل.", "asserts"),
    ],
)
def test_the_noun_tells_what_sort_of_saying_it_is(text: str, act: str) -> None:
    assert [told.act for told in read_lines(text, "ar").statements] == [act]


def test_a_surname_that_ends_like_a_pronoun_stays() -> None:
    assert people("ونقلت القناة عن الرئيس مارك روته قوله إن الحدود مغلقة.") == {"مارك روته"}
