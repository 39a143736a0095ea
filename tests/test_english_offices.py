"""Offices and bodies of several words in English: whole, of one person, or told of somebody."""

import pytest

from kg.extract.mentions import find_mentions
from tests.reading import read_article, sentence


def actors(text: str) -> list[str]:
    """Return the names of the actors of a sentence."""
    mentions = find_mentions(sentence(text, "en"), "en")
    return [m.name for m in mentions if m.category == "actor"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pope Francis wept. Then Francis said that the war had to end.", {"Pope Francis"}),
        ("Sheikh Hasina left. Then Hasina said that it was over.", {"Sheikh Hasina"}),
        ("Lord Frost left. David Frost said that it was over.", {"David Frost"}),
        ("King Felipe left. General Nkunda said that it was over.", {"Nkunda"}),
    ],
)
def test_a_style_belongs_to_a_name_that_stands_alone(text: str, names: set[str]) -> None:
    claims = read_article(text)
    assert {c.speaker for c in claims.statements} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He said Vice-President Ana Roe had left.", ["Ana Roe"]),
        ("They met Vice-Minister Wang Shouwen.", ["Wang Shouwen"]),
        ("US Under Secretary of State Jane Roe left.", ["Jane Roe"]),
        ("State Councilor and Foreign Minister Wang Yi left.", ["Wang Yi"]),
        ("Deputy Prime Minister and Minister of Defence Jo Roe left.", ["Jo Roe"]),
        ("Police chief Inspector General Ana Roe left.", ["Ana Roe"]),
        ("The junta's spokesman, Colonel Jo Roe, left.", ["Jo Roe"]),
        ("They met Green leader Ana Roe and Mana MP Jo Roe.", ["Ana Roe", "Jo Roe"]),
        ("They met Kisumu Central MP Jo Roe.", ["Jo Roe"]),
        ("Indian Home Minister Amit Shah left.", ["Amit Shah"]),
        ("Undersecretary for Migrant Affairs Zaro Velde left.", ["Zaro Velde"]),
        ("Its top official, Secretary General Jo Roe, left.", ["Jo Roe"]),
        (
            "She told the Senate's foreign affairs committee so.",
            ["Senate foreign affairs committee"],
        ),
        ("Ana Roe, who heads Fisheries Iceland, left.", ["Ana Roe", "Fisheries Iceland"]),
        ("The president and Foreign Minister Jo Roe left.", ["president", "Jo Roe"]),
        ("Kenya's President and Foreign Minister Jo Roe left.", ["Kenya's President", "Jo Roe"]),
        (
            "Kenya's Defence Minister and Army Chief Jo Roe left.",
            ["Kenya's Defence Minister", "Jo Roe"],
        ),
        ("Kenya's Prime Minister and Foreign Minister Jo Roe left.", ["Jo Roe"]),
        ("On Monday State Councilor and Foreign Minister Jo Roe left.", ["Jo Roe"]),
        ("President Ana Doe and Foreign Minister Jo Roe left.", ["Ana Doe", "Jo Roe"]),
        ("The Minister of Economy, Frank De Lima, left.", ["Frank De Lima"]),
        ("Ana Doe, the charge d'affaires who drove him, left.", ["Ana Doe"]),
        ("Jane Doe became the first Kenyan head of state to land there.", ["Jane Doe"]),
        ("She met the first president of Kenya.", ["first president of Kenya"]),
        (
            "The Joint Defence and Security Commission met.",
            ["Joint Defence and Security Commission"],
        ),
    ],
)
def test_offices_and_bodies_are_read_whole(text: str, names: list[str]) -> None:
    assert actors(text) == names
