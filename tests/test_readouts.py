"""Whom a read-out of a call was said to."""

import pytest

from kg.model.mention import Mention
from tests.reading import read_lines


def listeners(*lines: str) -> list[set[str]]:
    drafts = read_lines("\n".join(lines), "en")
    return [{a.text for a in s.addressees if isinstance(a, Mention)} for s in drafts.statements]


CALL = "Peru's President Ana Rojas held talks with Chile's President Luis Vera in Lima on Monday."


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Rojas urged restraint, a Peruvian official said.", {"Chile's President Luis Vera"}),
        ("Rojas urged restraint.", set()),
    ],
)
def test_what_is_passed_on_of_a_meeting_was_said_to_the_other(said: str, heard: set[str]) -> None:
    assert listeners(CALL, said)[-1] == heard
