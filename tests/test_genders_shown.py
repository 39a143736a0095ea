"""A possessive tells whether who acts is a man or a woman, and so who "he" is."""

import pytest

from kg.model.mention import Mention
from tests.reading import read_lines


def last_speaker(text: str) -> str | None:
    speaker = read_lines(text, "en").statements[-1].speaker
    return (speaker.person or speaker.name) if isinstance(speaker, Mention) else None


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("He replied that talks could begin in April.", "Mohamed Abdirizak"),
        ("She said that talks could begin in April.", "Raychelle Omamo"),
    ],
)
def test_whose_counterpart_tells_a_woman(said: str, speaker: str) -> None:
    met = "Kenyan Foreign Minister Raychelle Omamo met her Somali counterpart, Mohamed Abdirizak.\n"
    told = "The minister told her host that Kenya wanted the border open.\n"
    assert last_speaker(f"{met}{told}{said}") == speaker


def test_who_answers_her_is_told_two_sentences_before() -> None:
    told = (
        "Danish Prime Minister Mette Frederiksen spoke by telephone with US President Roy Dunn.\n"
        "She described the conversation as constructive.\n"
    )
    assert last_speaker(f"{told}He said on Friday that the island was for sale.") == "Roy Dunn"


def test_a_possessive_behind_two_people_tells_nothing() -> None:
    told = "Foreign Minister Lou Banda and Foreign Minister Kim Morel praised her government.\n"
    found = read_lines(f"{told}Lou Banda said the road was open.", "en")
    assert {m.gender for read in found.sentences for m in read.actors} == {None}


@pytest.mark.parametrize(
    "told",
    [
        "Putin told the journalist that her country was weak.",
        "Fidan spoke with his wife about her host.",
        "Lavrov told a teacher and her colleague that it rained.",
    ],
)
def test_a_possessive_may_be_of_somebody_without_a_name(told: str) -> None:
    assert last_speaker(f"{told}\nHe added that it was late.") == told.split()[0]
