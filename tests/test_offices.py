"""Offices of several sides: "the two foreign ministers", and who "the two" are."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language


def meetings(text: str, language: Language = "en") -> list[list[str]]:
    source = SourceText(
        name="test", text=text, language=language, published=Day.parse("2025-05-07")
    )
    return [list(m.participants) for m in extract_article(source, iris=Iris()).meetings]


def test_ministers_without_names_are_the_offices_of_the_two_sides() -> None:
    text = "Peru and Ecuador traded fire on Monday. The two defence ministers will meet on Friday."
    assert meetings(text) == [["Peruvian defence minister", "Ecuadorian defence minister"]]


def test_ministers_named_before_are_meant_by_their_office() -> None:
    text = (
        "Kenyan Foreign Minister Musalia Mudavadi wrote to Somali Foreign Minister Ahmed Fiqi. "
        "The two foreign ministers will meet in Kampala on Friday."
    )
    assert meetings(text) == [["Musalia Mudavadi", "Ahmed Fiqi"]]


def test_bodies_of_the_two_sides_are_linked() -> None:
    text = "Norway and Iceland agree on cod. The two foreign ministries held talks in Oslo."
    assert meetings(text) == [
        ["Norwegian Ministry of Foreign Affairs", "Icelandic Ministry of Foreign Affairs"]
    ]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The ministers of the two countries met in Oslo on Friday.", ["Norway", "Iceland"]),
        ("The two sides met in Oslo on Friday.", ["Norway", "Iceland"]),
    ],
)
def test_the_two_countries_are_those_spoken_of_most(text: str, parties: list[str]) -> None:
    assert meetings(f"Norway and Iceland agree on cod. {text}") == [parties]


def test_arabic_ministers_of_the_two_countries_are_two_offices() -> None:
    text = (
        "اتفقت مصر والسودان على إعادة فتح المعبر. وعُقدت محادثات بين وزيري خارجية البلدين في نيروبي."
    )
    assert meetings(text, "ar") == [["Egyptian foreign minister", "Sudanese foreign minister"]]
