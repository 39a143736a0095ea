"""Sentences made by pattern: the form of the files, how they are filled, and what stays read."""

import pytest

from kg.vocabulary import Language
from tests.eval.grid import LANGUAGES, made_sentences, read_grid
from tests.eval.grid.floors import below, read_floors


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_pattern_has_a_name_of_its_own_and_slots_that_lists_fill(language: Language) -> None:
    lists, patterns = read_grid(language)
    names = [(pattern.kind, pattern.name) for pattern in patterns]
    assert len(names) == len(set(names)) >= 100
    assert all(words for words in lists.values())
    for pattern in patterns:
        for named in (*pattern.parties, *pattern.mediators, pattern.place, pattern.speaker):
            assert not named or f"{{{named}" in pattern.text or named in pattern.text, pattern.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_patterns_claim_nothing(language: Language) -> None:
    _, patterns = read_grid(language)
    assert sum(pattern.kind is None for pattern in patterns) >= 15


def test_each_word_of_a_list_has_its_turn_and_the_sentences_are_the_same_in_every_run() -> None:
    first = [made.text for made in made_sentences("en", 1)]
    assert first == [made.text for made in made_sentences("en", 1)]
    assert first != [made.text for made in made_sentences("en", 1, seed=2)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_read_of_the_patterns_stays_read(language: Language) -> None:
    assert list(below(language)) == []
    assert read_floors()[language]
