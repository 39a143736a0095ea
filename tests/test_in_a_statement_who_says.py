"""Who speaks behind "In a statement", "In Rome", without a comma."""

import pytest

from kg.model.mention import Mention
from tests.reading import read_lines


def speakers(text: str) -> list[str | None]:
    found = [s.speaker for s in read_lines(text, "en").statements]
    return [(s.person or s.name) if isinstance(s, Mention) else None for s in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In a statement the ministry said that Turkey had left.", "ministry"),
        ("In a speech the president urged Turkey to leave.", "president"),
        ("In a letter Mr Rutte urged Turkey to leave.", "Rutte"),
        ("In a letter to the Security Council Lebanon accused Israel of spying.", "Lebanon"),
        ("At a news conference in Doha the minister said talks would resume.", "minister"),
        ("In Brussels NATO chief Jens Stoltenberg urged Ankara to wait.", "Jens Stoltenberg"),
        ("In Damascus a Syrian official said talks would resume.", "Syrian official"),
    ],
)
def test_who_stands_behind_the_occasion_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In a statement the ministry issued on Monday, Turkey denied the charge.", "Turkey"),
        ("Officials in Syria said the road was open.", "Officials in Syria"),
    ],
)
def test_nobody_of_the_occasion_itself_speaks(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]
