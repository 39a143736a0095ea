"""English people without a name: where their words end, and whether anybody was met at all."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.day import Day
from kg.model.iri import Iris
from kg.pipeline import extract_article
from tests.reading import name, read, words

PUBLISHED = Day(2025, 4, 10)


def stances(text: str) -> list[str]:
    source = SourceText(name="x", text=text, language="en", published=PUBLISHED)
    claims = extract_article(source, iris=Iris()).claims
    return [c.commitment for c in claims if isinstance(c, Meeting)]


@pytest.mark.parametrize(
    ("text", "told", "said"),
    [
        (
            "William Ruto told families of the hostages that the road was open.",
            "families of the hostages",
            "the road was open",
        ),
        (
            "William Ruto told members of the panel from Kisumu that he was ready.",
            "members of the panel from Kisumu",
            "he was ready",
        ),
        (
            "William Ruto told relatives of the drowned he was sorry.",
            "relatives of the drowned",
            "he was sorry",
        ),
    ],
)
def test_what_is_said_is_no_part_of_who_is_told(text: str, told: str, said: str) -> None:
    (statement,) = read(text, "en").statements
    assert [name(a) for a in statement.addressees] == [told]
    assert words(text, statement.content) == said


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto met no officials in Arusha.",
        "William Ruto met neither leaders nor members of the union in Arusha.",
        "William Ruto met nobody in Arusha.",
        "William Ruto held talks with no ministers in Arusha.",
    ],
)
def test_who_met_nobody_met_not(text: str) -> None:
    assert stances(text) == ["denies"]


def test_no_fewer_than_ten_were_met() -> None:
    assert stances("William Ruto met no fewer than ten ministers in Arusha.") == ["asserts"]


def test_several_of_them_are_told_by_all_their_words() -> None:
    (met,) = read("William Ruto met several of his old teachers in Arusha.", "en").meetings
    assert [name(p) for p in met.participants] == ["William Ruto", "several of his old teachers"]


def test_half_of_two_sides_met_nobody() -> None:
    assert stances("Talks between workers and the airline failed on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya holds no direct talks with the separatists.",
        "There were no talks with families on Monday, William Ruto said.",
    ],
)
def test_a_denial_by_somebody_named_is_kept(text: str) -> None:
    assert stances(text) == ["denies"]
