"""The next meeting, the one before, the one agreed on, and the one that nobody plans."""

import pytest

from tests.english_meetings import meetings
from tests.test_english_ways_of_meeting import met

_TALKS = "Togo and Ghana held talks in Lima last month. "


@pytest.mark.parametrize(
    ("text", "status", "place", "day"),
    [
        ("The next round will be held in Oslo in July.", "planned", "Oslo", "2024-07-01"),
        ("The next round is due on July 3.", "planned", None, "2024-07-03"),
        ("The next meeting is due in Oslo on July 3.", "planned", "Oslo", "2024-07-03"),
        ("The next round of talks is set for July 3 in Oslo.", "planned", "Oslo", "2024-07-03"),
        ("The previous round, in Oslo, broke up without a deal.", "held", "Oslo", None),
        ("The first was held in Oslo in December.", "held", "Oslo", "2023-12-01"),
        ("Previous talks in Oslo in December ended in acrimony.", "held", "Oslo", "2023-12-01"),
    ],
)
def test_the_next_and_the_previous_meeting_are_others(
    text: str, status: str, place: str | None, day: str | None
) -> None:
    told = met(_TALKS + text)
    assert told == [
        ("held", ["Togo", "Ghana"], "Lima", "2024-04-01"),
        (status, ["Togo", "Ghana"], place, day),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The next election is due in Oslo on July 3.",
        "The meeting in Lima lasted three hours.",
        "The next round looks uncertain.",
    ],
)
def test_the_next_of_something_else_is_no_meeting(text: str) -> None:
    assert len(met(_TALKS + text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Togo and Ghana agreed last week to hold talks in Lima.",
        "Togo and Ghana agreed on Monday to open formal talks in Lima.",
        "Togo and Ghana decided late on Monday to resume negotiations in Lima.",
        "Togo and Ghana agreed Monday to meet again in Lima.",
    ],
)
def test_a_meeting_agreed_on_a_day_is_to_come(text: str) -> None:
    assert met(text) == [("planned", ["Togo", "Ghana"], "Lima", None)]


def test_a_meeting_held_after_an_agreement_has_its_day() -> None:
    text = "Togo and Ghana held talks on Monday in Lima to agree on a border."
    assert met(text) == [("held", ["Togo", "Ghana"], "Lima", "2024-05-13")]


@pytest.mark.parametrize(
    "text",
    [
        "Togo has no intention of meeting Ghana's delegation in Accra.",
        "President Ruto said he was in no hurry to meet Ugandan leader Yoweri Museveni.",
        "President Ruto has no plans to visit Ghana.",
        "There are no plans for a meeting between President Ruto and Yoweri Museveni.",
        "Togo said it saw no point in talks with Ghana.",
        "President Ruto does not intend to meet Ugandan leader Yoweri Museveni.",
    ],
)
def test_a_meeting_that_nobody_plans_is_none(text: str) -> None:
    assert meetings(text) == []


def test_a_plan_to_meet_is_still_one() -> None:
    assert [m.status for m in meetings("President Ruto plans to meet Yoweri Museveni.")] == [
        "planned"
    ]
