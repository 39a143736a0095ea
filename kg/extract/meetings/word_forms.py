"""Forms of the words of meeting: how verbs are inflected and phrases written.

In:  a row of meetings.toml. Out: its forms, as a text may have them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.extract.inflect import (
    Inflection,
    inflect_arabic_past,
    inflect_arabic_present,
    inflect_english,
)
from kg.extract.inflect_hebrew import inflect_hebrew
from kg.lexicon.normalise import fold
from kg.vocabulary import Language


def written_out(phrases: Iterable[str], language: Language) -> Iterator[str]:
    """Yield the phrases; an English hyphen is a word of its own: "tete - a - tete"."""
    for phrase in phrases:
        yield re.sub(r"(?<=\w)-(?=\w)", " - ", phrase) if language == "en" else phrase


def written(word: str, language: Language) -> tuple[str, ...]:
    """Return a word's spellings: an indefinite Arabic noun takes an alef, اجتماعا."""
    if language != "ar" or word.endswith(("ة", "ا", "ات", "ء")):
        return (word,)
    return word, word + "ا"


def verb_forms(row: Mapping[str, Any], language: Language) -> Iterator[Inflection]:
    """Yield the forms of a row's verb."""
    if language == "ar":
        yield from inflect_arabic_past(row["past"])
        yield from inflect_arabic_present(row["present"])
        yield from participles(row)
    elif language == "he":
        yield from inflect_hebrew(row)
    elif "states" in row:  # "were face to face"
        states = written_out(row["states"], language)
        yield from (Inflection(text, "participle") for text in states)
    else:
        yield from inflect_english(row["base"], row.get("past"), row.get("participle"))


def participles(row: Mapping[str, Any]) -> Iterator[Inflection]:
    """Yield the participles behind another verb: "حذر من كذا، داعيا فلانا إلى لقاء"."""
    yield from (Inflection(text, "participle") for text in row.get("participles", ()))


def folded_words(row: Mapping[str, Any], name: str) -> frozenset[str]:
    """Return the words of a row's list, folded as those of a text are."""
    return frozenset(fold(word) for word in row.get(name, ()))
