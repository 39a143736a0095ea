"""Where English meetings are held that a journey, an invitation or "where" leads to."""

import pytest

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.day import Day
from kg.model.iri import Iris
from kg.pipeline import extract_article

PUBLISHED = Day(2025, 4, 10)


def places(text: str) -> list[str | None]:
    source = SourceText(name="x", text=text, language="en", published=PUBLISHED)
    claims = extract_article(source, iris=Iris()).claims
    return [c.place for c in claims if isinstance(c, Meeting)]


@pytest.mark.parametrize(
    "text",
    [
        "A visit to Oslo cost William Ruto votes; on Monday he met Bola Tinubu.",
        "A visit to Oslo cost William Ruto votes, and on Monday he met Bola Tinubu.",
        "While visiting Oslo in 2019, William Ruto fell ill; on Monday he met Bola Tinubu.",
        "While visiting Oslo in 2019, William Ruto fell ill, and on Monday he met Bola Tinubu.",
        "After a trip to Oslo last year, William Ruto lost, and on Monday he met Bola Tinubu.",
        "Before leaving for Oslo, William Ruto met Bola Tinubu on Monday.",
    ],
)
def test_a_town_of_another_time_is_not_where_they_met(text: str) -> None:
    assert places(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto flew to Oslo this week, and on Monday he met Bola Tinubu.",
        "In 2019 William Ruto flew to Oslo and met Bola Tinubu.",
        "While visiting Oslo on Monday, William Ruto met Bola Tinubu.",
        "Jane Roe was born in Oslo, Norway, where William Ruto met Bola Tinubu.",
    ],
)
def test_who_had_come_to_a_town_met_there(text: str) -> None:
    assert places(text) == ["Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "William Ruto invited Bola Tinubu to Eurovision.",
        "The band was invited by the mines minister, Jane Roe, to Burning Man.",
        "Kenyan and Malian ministers invited fans to Fashion Week.",
        "William Ruto accepted an invitation to Orthodox Easter from Bola Tinubu.",
    ],
)
def test_not_all_that_people_are_invited_to_is_a_town(text: str) -> None:
    assert all(place is None for place in places(text))


def test_an_unknown_town_is_invited_to_for_talks() -> None:
    assert places("The king invited the minister, Jane Roe, to Penang for talks.") == ["Penang"]
