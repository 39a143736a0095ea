"""Small words and endings that a language's grammar turns on, from grammar_<language>.toml.

In:  a language and the name of a list. Out: its entries, folded as the words of a text are.
Only what a rule asks for by its meaning stands here ("nouns of worry"); names, verbs of saying,
words of meeting and of red lines have lexicons of their own.
"""

from functools import cache

from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.vocabulary import LANGUAGES, Language


@cache
def words_of(language: Language, name: str) -> frozenset[str]:
    """Return the words of a list. Raises KeyError for a list that the file does not have."""
    return frozenset(_entries(language, name, "words"))


@cache
def words_by_language(name: str) -> dict[str, frozenset[str]]:
    """Return a list that every language has. Raises KeyError as `words_of`."""
    return {language: words_of(language, name) for language in LANGUAGES}


@cache
def endings_of(language: Language, name: str) -> tuple[str, ...]:
    """Return the endings (or beginnings) of a list, in its order. Raises KeyError as `words_of`."""
    return _entries(language, name, "endings")


def _entries(language: Language, name: str, key: str) -> tuple[str, ...]:
    return tuple(map(fold, read_toml(f"grammar_{language}.toml")[name][key]))
