"""Red lines of which a sentence says but "this is one": what they are about stands before."""

import pytest

from tests.reading import read_article


def lines(text: str) -> list[tuple[str | None, str | None]]:
    """Return who draws the red lines of an article, and at what."""
    claims = read_article(text)
    return [(line.declared_by, line.trigger_text) for line in claims.redlines]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            'Oman will never leave, Ana Ruiz said. "This is a red line for us," she added.',
            ("Ana Ruiz", "Oman will never leave"),
        ),
        (
            'Chad plans a base on the isle. "That is a red line," the king of Jordan said.',
            ("king of Jordan", "Chad plans a base on the isle"),
        ),
        (
            'The quota comes first, Ana Ruiz said. "We will not budge on this," she added.',
            ("Ana Ruiz", "The quota comes first"),
        ),
    ],
)
def test_this_points_back(text: str, found: tuple[str, str]) -> None:
    assert lines(text)[-1] == found


@pytest.mark.parametrize(
    "text",
    [
        'Chad will leave, Ana Ruiz said. "That is not a red line," she added.',
        'Chad will leave, Ana Ruiz said. "This is a road for us," she added.',
        'Tourists danced on the quay. "This is a red line," the king of Jordan said of the tax.',
    ],
)
def test_what_is_no_line_points_at_nothing(text: str) -> None:
    assert lines(text) == []


def test_a_line_is_drawn_in_the_passive() -> None:
    text = "Ana Ruiz said a red line had been drawn at the oil fields."
    assert lines(text) == [("Ana Ruiz", "the oil fields")]
