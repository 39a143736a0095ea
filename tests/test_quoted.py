"""Quotations that nobody is heard to say: whose they are, and which are no statements."""

import pytest

from kg.vocabulary import Language
from tests.reading import name, read, words


@pytest.mark.parametrize(
    ("language", "text", "speaker", "said"),
    [
        (
            "en",
            "At the gate stood one Kenyan officer, and “do not count on us now” hung over it.",
            "officer",
            "do not count on us now",
        ),
        (
            "en",
            "The Peruvian minister Rosa Quispe sees in the deal “a step towards the abyss”.",
            "Rosa Quispe",
            "a step towards the abyss",
        ),
        (
            "en",
            "“Not one farmer will be left behind”: thus the pamphlet of Piet Haas.",
            "Piet Haas",
            "Not one farmer will be left behind",
        ),
    ],
)
def test_words_in_quotation_marks_belong_to_whoever_is_near(
    language: Language, text: str, speaker: str, said: str
) -> None:
    (statement,) = read(text, language).statements
    assert words(text, statement.quote) == said
    assert speaker in (name(statement.speaker) or "")
    assert statement.score < 0.6


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian minister opened the “House of the Common Good” in Lima.",
        "Kenya built on behind the “nine-dash line”.",
        "Someone had painted “nobody here is afraid any more” on the wall.",
    ],
)
def test_titles_terms_and_words_of_nobody_are_no_statements(text: str) -> None:
    assert not read(text, "en").statements
