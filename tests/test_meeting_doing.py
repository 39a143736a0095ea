"""Whether a meeting was held that an English -ing form tells: "avoided meeting X"."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.day import Day
from kg.model.iri import Iris
from kg.pipeline import extract_article

PUBLISHED = Day(2025, 4, 10)


def meetings(text: str) -> list[Meeting]:
    source = SourceText(name="x", text=text, language="en", published=PUBLISHED)
    claims = extract_article(source, iris=Iris()).claims
    return [c for c in claims if isinstance(c, Meeting)]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President William Ruto avoided meeting Bola Tinubu in Lagos.",
        "Kenyan President William Ruto avoided talks with Bola Tinubu in Lagos.",
        "William Ruto was barred from meeting Bola Tinubu in Lagos.",
        "William Ruto flew home instead of meeting Bola Tinubu in Lagos.",
        "Rather than meeting Bola Tinubu, William Ruto went fishing.",
        "William Ruto was barred from holding talks with Bola Tinubu in Lagos.",
        "William Ruto flew home instead of holding talks with Bola Tinubu in Lagos.",
    ],
)
def test_what_was_avoided_was_not_held(text: str) -> None:
    (met,) = meetings(text)
    assert met.commitment == "denies"


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto considered meeting Bola Tinubu in Lagos.",
        "William Ruto thought of meeting Bola Tinubu in Lagos.",
        "William Ruto considered holding talks with Bola Tinubu in Lagos.",
        "Before meeting Bola Tinubu, William Ruto must ask parliament.",
        "William Ruto must ask parliament before meeting Bola Tinubu.",
    ],
)
def test_what_was_considered_or_lies_ahead_was_not_held(text: str) -> None:
    (met,) = meetings(text)
    assert met.commitment == "anticipates"


@pytest.mark.parametrize(
    "text",
    [
        "When receiving guests such as Bola Tinubu, William Ruto wears a scarf.",
        "William Ruto wears a scarf when meeting Bola Tinubu.",
        "William Ruto could anger Ghana by meeting Bola Tinubu in Lagos.",
        "William Ruto did not avoid meeting Bola Tinubu in Lagos.",
        "William Ruto did not avoid talks with Bola Tinubu in Lagos.",
        "A call by William Ruto on Bola Tinubu to free the sailors was ignored.",
        "An invitation by Kenya to Ghana to tender for ships was published.",
        "The court banned William Ruto from meeting Bola Tinubu in Lagos.",
    ],
)
def test_what_may_have_been_or_is_habit_is_no_meeting(text: str) -> None:
    assert not meetings(text)


@pytest.mark.parametrize(
    "text",
    [
        "After meeting Bola Tinubu on Monday, William Ruto will fly to Accra.",
        "When meeting Bola Tinubu on Monday, William Ruto praised him.",
        "William Ruto returned from meeting Bola Tinubu in Lagos.",
        "William Ruto consulted parliament before meeting Bola Tinubu.",
    ],
)
def test_what_was_done_is_held_by_both(text: str) -> None:
    (met,) = meetings(text)
    assert (met.commitment, met.status, len(met.participants)) == ("asserts", "held", 2)


def test_what_came_of_talks_was_not_in_them() -> None:
    (met,) = meetings("Gains were made during talks with Bola Tinubu in Lagos.")
    assert met.participants == ("Bola Tinubu",)


def test_what_talks_avoided_does_not_deny_them() -> None:
    (met,) = meetings("War was avoided at talks between Chad and Sudan in Lagos.")
    assert met.commitment == "asserts"
