"""What is said of red lines being crossed, in four languages: the examples of the lexicon."""

from collections.abc import Iterator

import pytest

from kg.lexicon.crossings import claims_crossing
from kg.lexicon.loader import read_toml
from kg.vocabulary import LANGUAGES, Language

_SAID = {"true": True, "false": False, "none": None}


def examples() -> Iterator[tuple[Language, str, str]]:
    """Yield language, what is said, words."""
    for language in LANGUAGES:
        for table in read_toml("crossings.toml")[language]["examples"]:
            for said, texts in table.items():
                yield from ((language, said, text) for text in texts)


@pytest.mark.parametrize(("language", "said", "words"), list(examples()))
def test_each_example_says_what_it_says(language: Language, said: str, words: str) -> None:
    if said == "accuses":
        assert claims_crossing(words, language, "accuses") is True
        assert claims_crossing(words, language, "warns") is None
    else:
        assert claims_crossing(words, language, "asserts") is _SAID[said]


def test_who_denies_a_crossing_says_that_there_was_none() -> None:
    assert claims_crossing("its planes had crossed a red line", "en", "denies") is False
    assert claims_crossing("the plan for a new road", "en", "denies") is None


def test_a_verb_of_another_sentence_says_nothing_of_the_line() -> None:
    words = "The convoy crossed the border. Red lines are for others."
    assert claims_crossing(words, "en", "asserts") is None
