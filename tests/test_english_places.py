"""Countries, capitals and unknown names that an English text speaks of as places."""

import pytest

from tests.reading import read_lines


def _places(text: str) -> list[str]:
    drafts = read_lines(text, "en")
    return [m.name for s in drafts.sentences for m in s.places]


def _actors(text: str) -> list[str]:
    drafts = read_lines(text, "en")
    return [m.name for s in drafts.sentences for m in s.actors]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The minister flew out of Lima on Friday.", "Lima"),
        ("Nigerian leaders left Peru without a deal.", "Peru"),
        ("The envoy left Peru.", "Peru"),
        ("The consul was barred from leaving Lima, she said.", "Lima"),
        ("The consul left for Peru on the orders of the king.", "Peru"),
        ("The premier invited Jane Roe to Lima before Christmas.", "Lima"),
        ("Nigeria sent its foreign minister to Lima.", "Lima"),
        ("The mediator warned from Lima that time was short.", "Lima"),
        ("The delegations were kept in a Lima hotel.", "Lima"),
        ("Crowds filled the streets of Lima.", "Lima"),
        ("The capital, Lima, was calm.", "Lima"),
        ("It will close its border with Peru.", "Peru"),
        ("Exports of 47 goods to Peru will need approval.", "Peru"),
        ("He visited Peru last year.", "Peru"),
    ],
)
def test_words_of_motion_and_of_what_stands_there_make_a_place(text: str, place: str) -> None:
    assert place in _places(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister told Peru that time was short.",
        "The collapse left Peru with no choice.",
        "Nigeria sent a letter to Lima.",
        "He assured Peru of his support.",
        "Nigeria demanded an apology from Lima.",
        "It signed a pact with Peru.",
    ],
)
def test_whom_something_is_told_sent_or_asked_is_a_government(text: str) -> None:
    assert not _places(text)
    assert any(name in ("Peru", "Lima") for name in _actors(text))
