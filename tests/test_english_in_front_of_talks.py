"""Towns and brokers in front of talks, people who meet in an aside, a third who joins two."""

import pytest

from tests.english_meetings import meetings
from tests.test_english_ways_of_meeting import Met, met

_TWO = ["William Ruto", "Yoweri Museveni"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Kampala meeting between William Ruto and Yoweri Museveni ended in acrimony.",
            ("held", _TWO, "Kampala", None),
        ),
        (
            "Kenyan President William Ruto, meeting Ugandan leader Yoweri Museveni in Kampala on "
            "Monday, promised help.",
            ("held", _TWO, "Kampala", "2024-05-13"),
        ),
        (
            "Meeting in Kampala on Monday, William Ruto and Yoweri Museveni agreed to reopen it.",
            ("held", _TWO, "Kampala", "2024-05-13"),
        ),
        (
            "William Ruto and Yoweri Museveni were joined by Tanzanian leader Samia Suluhu Hassan "
            "for talks in Kampala on Monday.",
            ("held", [*_TWO, "Samia Suluhu Hassan"], "Kampala", "2024-05-13"),
        ),
        (
            "William Ruto and Yoweri Museveni will hold UN-mediated talks in Geneva on May 20, an "
            "official said.",
            ("planned", _TWO, "Geneva", "2024-05-20"),
        ),
    ],
)
def test_what_stands_around_those_who_meet(text: str, found: Met) -> None:
    assert met(text) == [found]


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        (
            "Qatar-brokered talks between Kenya and Uganda resumed in Doha on Monday.",
            ("Qatar",),
        ),
        (
            "Kenya and Uganda held UN-mediated talks in Geneva on Monday.",
            ("United Nations",),
        ),
    ],
)
def test_who_brokers_talks_in_front_of_them_is_no_side(
    text: str, mediators: tuple[str, ...]
) -> None:
    (one,) = meetings(text)
    assert (one.participants, one.mediators) == (("Kenya", "Uganda"), mediators)


def test_two_capitals_in_front_of_talks_are_the_sides() -> None:
    assert met("The Kampala-Nairobi talks ended in acrimony.") == [
        ("held", ["Uganda", "Kenya"], None, None)
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "William Ruto met Yoweri Museveni in Kampala on Monday, months after Nairobi cut its "
            "ties with Taiwan.",
            "Kampala",
        ),
        (
            "William Ruto met Yoweri Museveni at the Great Hall of the People in Beijing on "
            "Monday.",
            "Beijing",
        ),
        ("William Ruto discussed ties with Yoweri Museveni in Kampala on Monday.", "Kampala"),
    ],
)
def test_ties_are_nobody_and_a_hall_is_in_its_town(text: str, place: str) -> None:
    assert met(text) == [("held", _TWO, place, "2024-05-13")]


@pytest.mark.parametrize(("state", "town"), [("U.S.", "Washington"), ("Kenyan", "Nairobi")])
def test_a_capital_is_told_by_its_state(state: str, town: str) -> None:
    text = f"William Ruto and Yoweri Museveni met in the {state} capital on Monday."
    assert met(text) == [("held", _TWO, town, "2024-05-13")]


def test_capital_of_another_sense_is_no_town() -> None:
    assert meetings("U.S. capital markets met with caution.") == []
