"""Rounds of fights and of leagues are no talks of those who met before."""

import pytest

from tests.reading import read_lines

_ARABIC = "التقى وزير الخارجية المصري سامح شكري السفير الهندي.\n"
_HEBREW = "שר החוץ דניאל לוי נפגש עם שגריר פרו.\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{_ARABIC}وبدأت جولة جديدة من المعارك في أم درمان أمس.", "ar"),
        (f"{_ARABIC}وتقام الجولة المقبلة من الدوري في الجيزة غدا.", "ar"),
        (f"{_HEBREW}הסבב הבא של הליגה יתקיים ביום שני.", "he"),
    ],
)
def test_a_round_of_fights_or_a_league_is_no_meeting(text: str, language: str) -> None:
    assert not [m for m in read_lines(text, language).meetings if m.sentence]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"{_ARABIC}وبدأت جولة جديدة من المحادثات في الجيزة أمس.", "ar"),
        (f"{_HEBREW}הסבב הבא של השיחות יתקיים ביום שני.", "he"),
    ],
)
def test_a_round_of_talks_is_one(text: str, language: str) -> None:
    assert [m for m in read_lines(text, language).meetings if m.sentence]
