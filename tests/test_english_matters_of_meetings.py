"""What English meetings are about, or beside, lends them no place, day or party."""

import pytest

from tests.test_english_ways_of_meeting import Met, met

_TWO = ["William Ruto", "Yoweri Museveni"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "William Ruto did not ask for a truce in Chad during his call with Yoweri Museveni.",
            ("held", _TWO, None, None),
        ),
        (
            "William Ruto and Yoweri Museveni will meet on June 29 on the sidelines of the NATO "
            "summit in Vilnius.",
            ("planned", _TWO, "Vilnius", "2024-06-29"),
        ),
        (
            "EU leaders issued the warning after an emergency meeting in Brussels on Monday.",
            ("held", ["EU leaders"], "Brussels", "2024-05-13"),
        ),
        (
            "The defence ministers of Chile and Peru discussed at their talks on Monday the "
            "settlement of the row.",
            ("held", ["Chilean defence minister", "Peruvian defence minister"], None, "2024-05-13"),
        ),
        (
            "William Ruto and Yoweri Museveni discussed the dam at talks in Kampala on Monday.",
            ("held", _TWO, "Kampala", "2024-05-13"),
        ),
    ],
)
def test_what_a_meeting_is_about_is_no_part_of_it(text: str, found: Met) -> None:
    assert met(text) == [found]


def test_the_next_meeting_is_not_where_the_one_before_was() -> None:
    text = (
        "William Ruto met Yoweri Museveni in Kampala, followed by a meeting between Ana Ruiz and "
        "Paul Kagame."
    )
    assert [(m[1], m[2]) for m in met(text)] == [
        (_TWO, "Kampala"),
        (["Ana Ruiz", "Paul Kagame"], None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire must go into effect before negotiations could start.",
        "The boycott must go into force before talks can resume.",
        "EU leaders were praised after an emergency landing in Brussels on Monday.",
    ],
)
def test_what_comes_before_talks_meets_nobody(text: str) -> None:
    assert met(text) == []
