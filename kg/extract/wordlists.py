"""The word lists of text_<language>.toml, folded, in the shape in which extraction asks them.

Out: sets of folded words and phrases (tuples of folded words). Phrases are cut by the same
tokenizer as the texts they are looked for in.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from kg.extract.tokens import tokenize
from kg.lexicon.loader import read_toml
from kg.vocabulary import Language

Phrase = tuple[str, ...]


def to_phrase(words: str, language: Language) -> Phrase:
    """Return the folded words of a lexicon entry, punctuation left out."""
    return tuple(t.form for t in tokenize(words, 0, language) if t.is_word)


def read_table(language: Language, table: str) -> dict[str, Any]:
    """Return one table of the language's text file; empty where it has none."""
    content: dict[str, Any] = read_toml(f"text_{language}.toml").get(table, {})
    return content


@cache
def read_phrases(language: Language, table: str, key: str) -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases of a list by their first word."""
    return by_first_word(to_phrase(v, language) for v in read_table(language, table).get(key, ()))


@cache
def read_words(language: Language, table: str, key: str) -> frozenset[str]:
    """Return the single words of a list."""
    return frozenset(
        form
        for value in read_table(language, table).get(key, ())
        for form in to_phrase(value, language)
    )


def by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Group phrases by their first word, longest first."""
    grouped: dict[str, list[Phrase]] = {}
    for phrase in sorted(set(phrases), key=lambda p: (-len(p), p)):
        grouped.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in grouped.items()}
