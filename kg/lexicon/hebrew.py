"""Hebrew adjectives and nouns in every form that news writes.

In:  an adjective in the masculine singular (רוסי, בכיר), a phrase. Out: written forms.
Source: the noun tables of any Hebrew grammar; definite forms take ה on their first word, in a
construct phrase on its last word instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.mention import Gender, Number

_ARTICLE = "ה"


@dataclass(frozen=True, slots=True)
class Form:
    """A written form with what it shows."""

    text: str
    gender: Gender
    number: Number
    definite: bool


def inflect_adjective(adjective: str) -> Iterator[Form]:
    """Yield רוסי, רוסית, רוסים, רוסיים, רוסיות, each also with the article.

    Of several words ("דרום קוריאני") the last one is inflected; a hyphen may join them, and the
    article stands in front of the first, or of the last.
    """
    front, _, last = adjective.rpartition(" ")
    for text, gender, number in _endings(last):
        for whole in _joined(front, text):
            yield Form(whole, gender, number, definite=False)
            yield Form(_ARTICLE + whole, gender, number, definite=True)
        if front:
            yield Form(f"{front} {_ARTICLE}{text}", gender, number, definite=True)


def _joined(front: str, last: str) -> tuple[str, ...]:
    return (f"{front} {last}", f"{front}-{last}") if front else (last,)


def _endings(word: str) -> Iterator[tuple[str, Gender, Number]]:
    yield word, "masculine", "singular"
    if word.endswith("י"):
        yield word + "ת", "feminine", "singular"
        yield word[:-1] + "ים", "masculine", "plural"
        yield word + "ים", "masculine", "plural"
        yield word + "ות", "feminine", "plural"
        return
    stem = word[:-1] if word.endswith("ה") else word
    stem = stem[:-1] + {"ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ך": "כ"}.get(stem[-1], stem[-1])
    if not word.endswith("ה"):
        yield stem + "ה", "feminine", "singular"
        yield stem + "ת", "feminine", "singular"
    yield stem + "ים", "masculine", "plural"
    yield stem + "ות", "feminine", "plural"


def is_definite(phrase: str) -> bool:
    """True for הצבא and for a construct with a definite end: שר החוץ, ראש הממשלה."""
    return any(word.startswith(_ARTICLE) for word in phrase.split())


def with_article(phrase: str) -> str | None:
    """Return the phrase with the article on its first word; None where it is definite already."""
    return None if is_definite(phrase) else _ARTICLE + phrase
