"""Whose "his ministry" and "his spokesman" are."""

import pytest

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article


def speakers(text: str) -> list[str]:
    source = SourceText(name="x", text=text, language="en", published=None)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [str(c["speaker"]) for c in claims if c["type"] == "statement"]


def test_a_ministers_own_ministry_is_that_of_the_state() -> None:
    text = "Kenyan Foreign Minister Ruth Banda will visit Rome, her ministry said."
    assert speakers(text) == ["Kenyan Ministry of Foreign Affairs"]


def test_a_spokesman_of_another_state_is_not_his() -> None:
    text = (
        "Kenyan President Tom Okello arrived. His spokesman denied the report.\n\n"
        "Ugandan government spokesman John Musa said the road was open."
    )
    assert speakers(text) == ["his spokesman", "John Musa"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan Foreign Minister Tom Okello rang Ugandan Foreign Minister John Musa on Monday. "
        "His ministry denied the report.",
        "The road was open, his ministry said.",
        "Former Kenyan foreign minister Tom Okello met reporters. His ministry denied the report.",
    ],
)
def test_of_two_or_none_the_words_stay(text: str) -> None:
    assert [name.lower() for name in speakers(text)] == ["his ministry"]
