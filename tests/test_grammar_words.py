"""The lists of small words that the grammar asks for by name."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.loader import read_toml

KG = Path(__file__).parents[1] / "kg"
LANGUAGES = [path.stem[-2:] for path in sorted((KG / "lexicon").glob("grammar_*.toml"))]
ASKED_OF_ALL = re.compile(r'\bwords_by_language\(\s*"(\w+)"')
ASKED = re.compile(r'\b(words|endings)_of\(\s*"(\w\w)",\s*"(\w+)"')


def lists() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for language in LANGUAGES:
        for name, row in read_toml(f"grammar_{language}.toml").items():
            yield language, name, row


@pytest.mark.parametrize(("language", "name", "row"), list(lists()))
def test_a_list_says_what_it_decides_and_holds_each_entry_once(
    language: str, name: str, row: dict[str, Any]
) -> None:
    assert set(row) in ({"what", "words"}, {"what", "endings"})
    assert len(row["what"].split()) > 3
    entries = row.get("words") or row["endings"]
    assert len(entries) == len(set(entries)) > 0, name
    assert "endings" in row or not any(" " in entry for entry in entries), (
        "two words never meet one"
    )


def test_every_list_is_asked_for_and_every_one_asked_for_is_there() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(KG.rglob("*.py")))
    asked = {(language, name, kind) for kind, language, name in ASKED.findall(code)}
    asked |= {(lang, name, "words") for name in ASKED_OF_ALL.findall(code) for lang in LANGUAGES}
    held = {(lang, name, "words" if "words" in row else "endings") for lang, name, row in lists()}
    assert asked == held


def test_entries_meet_the_words_of_a_text_however_they_are_written() -> None:
    assert "yakin" in words_of("tr", "close")
    assert "اطلاقا" in words_of("ar", "never")
    assert "الي" in words_of("ar", "onward")
    assert 'יו"ר' in words_of("he", "held_by_either")


def test_a_list_that_is_not_there_is_no_empty_list() -> None:
    with pytest.raises(KeyError):
        endings_of("tr", "close")
