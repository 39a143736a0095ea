"""Who is welcomed as a guest, and what is welcomed in words; who belongs to a group that met."""

import pytest

from kg.model.mention import Mention
from tests.english_meetings import meetings
from tests.reading import read
from tests.test_english_ways_of_meeting import Met, met

_AMINA = "Kenyan Foreign Minister Amina Mohamed"


@pytest.mark.parametrize(
    "guest",
    [
        "welcomed her Chinese counterpart Wang Yi to Nairobi on Tuesday.",
        "welcomed Chinese Foreign Minister Wang Yi to Nairobi on Tuesday.",
        "welcomed Wang Yi, the Chinese foreign minister, in Nairobi on Tuesday.",
    ],
)
def test_a_guest_who_is_welcomed_is_met_and_nothing_is_said(guest: str) -> None:
    assert met(f"{_AMINA} {guest}") == [
        ("held", ["Amina Mohamed", "Wang Yi"], "Nairobi", "2024-05-14")
    ]
    assert not read(f"{_AMINA} {guest}", "en").statements


@pytest.mark.parametrize(
    "thing",
    [
        "welcomed her Chinese counterpart's remarks in Nairobi on Tuesday.",
        "welcomed Wang Yi's pledge on Tuesday.",
        "welcomed Chinese support on Tuesday.",
    ],
)
def test_what_is_welcomed_is_said_and_nobody_is_met(thing: str) -> None:
    assert meetings(f"{_AMINA} {thing}") == []
    told = read(f"{_AMINA} {thing}", "en").statements
    assert [s.speaker.name for s in told if isinstance(s.speaker, Mention)] == ["Amina Mohamed"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Togo's neighbours - Ghana, Benin and Chad - met in Cairo on Monday.",
            ("held", ["Ghana", "Benin", "Chad"], "Cairo", "2024-05-13"),
        ),
        (
            "The three countries (Ghana, Benin and Chad) held talks in Cairo on Monday.",
            ("held", ["Ghana", "Benin", "Chad"], "Cairo", "2024-05-13"),
        ),
        (
            "Three countries, Ghana, Benin and Chad, held talks in Cairo on Monday.",
            ("held", ["Ghana", "Benin", "Chad"], "Cairo", "2024-05-13"),
        ),
        (
            "The E3 - Britain, France and Germany - will meet Iranian envoy Majid Ravanchi in "
            "Istanbul on May 25.",
            (
                "planned",
                ["United Kingdom", "France", "Germany", "Majid Ravanchi"],
                "Istanbul",
                "2024-05-25",
            ),
        ),
    ],
)
def test_members_set_off_behind_their_group_are_those_who_met(text: str, found: Met) -> None:
    assert met(text) == [found]


def test_a_sentence_set_off_is_no_list_of_members() -> None:
    text = "The president met in Lome on Monday - Ghana and Togo are at odds - and Benin voted."
    assert meetings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Uganda called for calm after talks in Jakarta on Friday.",
        "Kenya and Uganda urged Sudan to halt the war after a meeting in Jakarta on Friday.",
        "Kenya and Uganda demanded a truce following two days of talks in Jakarta on Friday.",
    ],
)
def test_those_who_say_it_together_after_talks_held_them(text: str) -> None:
    assert met(text) == [("held", ["Kenya", "Uganda"], "Jakarta", "2024-05-10")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya accused Sudan of arming rebels after a meeting in Jakarta on Friday.",
        "Kenya and Uganda accused Sudan of walking out after the talks in Jakarta on Friday.",
        "Kenyan President William Ruto and Ugandan President Yoweri Museveni called for calm.",
    ],
)
def test_one_who_says_it_after_talks_need_not_have_held_them(text: str) -> None:
    assert meetings(text) == []
