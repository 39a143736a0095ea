"""Meetings called off, ministries called at, envoys ordered to them."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import name, read


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "New Zealand's ambassador, Mark Sinclair, called at the foreign ministry in Tokyo.",
            ["Mark Sinclair", "Japanese Ministry of Foreign Affairs"],
        ),
        (
            "The Danish ambassador called at the State Department on Thursday.",
            ["Danish ambassador", "US State Department"],
        ),
        (
            "The German ambassador was ordered to the Foreign Ministry in Tehran on Friday.",
            ["Iranian Ministry of Foreign Affairs", "German ambassador"],
        ),
        ("The ship called at the port of Odesa on Monday.", None),
        ("The Danish ambassador called at noon on Thursday.", None),
        ("The German soldiers were ordered to the border in May.", None),
    ],
)
def test_who_goes_to_a_ministry_meets_it(text: str, parties: list[str] | None) -> None:
    found = [[m.name for m in mentions_of(one.participants)] for one in read(text, "en").meetings]
    assert found == ([parties] if parties else [])


def test_who_calls_talks_off_calls_them_nothing() -> None:
    text = "The talks with Peru were called off by the Chilean side, diplomats said."
    assert [name(s.speaker) for s in read(text, "en").statements] == ["diplomats"]
    text = "The offer was called a sham by Chad."
    assert len(read(text, "en").statements) == 1
