"""Inflect Arabic nationality adjectives and form them from names.

In:  a name ("تركيا") or a masculine singular adjective ("تركي", "كوري شمالي").
Out: written forms with gender, number and definiteness.
Source: the nisba rule of any Arabic grammar; what does not follow it stands in countries.toml.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.mention import Gender, Number

_ARTICLE = "ال"
# ending, gender, number; the first two of "singular masculine" are nominative and accusative
_ENDINGS: tuple[tuple[str, Gender, Number], ...] = (
    ("", "masculine", "singular"),
    ("ا", "masculine", "singular"),
    ("ة", "feminine", "singular"),
    ("ان", "masculine", "dual"),
    ("ين", "masculine", "plural"),
    ("تان", "feminine", "dual"),
    ("تين", "feminine", "dual"),
    ("ون", "masculine", "plural"),
    ("ات", "feminine", "plural"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflected:
    """One written form."""

    text: str
    gender: Gender
    number: Number
    definite: bool


def form_nisba(name: str) -> str:
    """Return the masculine singular adjective of a one-word name, by rule."""
    word = name.removeprefix(_ARTICLE)
    for ending in ("يا", "ية", "ا", "ة", "و"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word + "ي"


def inflect_adjective(adjective: str) -> Iterator[Inflected]:
    """Yield the forms of an adjective of one or more words.

    Every word that ends in ya is inflected; the others ("جنوب" in "جنوب أفريقي") stay as they are.
    """
    words = adjective.split()
    for ending, gender, number in _ENDINGS:
        bare = [word + ending if word.endswith("ي") else word for word in words]
        yield Inflected(text=" ".join(bare), gender=gender, number=number, definite=False)
        if ending == "ا":  # the accusative alef marks what is indefinite
            continue
        for text in _definite(bare, words):
            yield Inflected(text=text, gender=gender, number=number, definite=True)


def inflect_plural(plural: str) -> Iterator[Inflected]:
    """Yield the two forms of a broken plural ("أتراك")."""
    for text, definite in ((plural, False), (_ARTICLE + plural, True)):
        yield Inflected(text=text, gender="masculine", number="plural", definite=definite)


def _definite(bare: list[str], words: list[str]) -> Iterator[str]:
    inflected = [w.endswith("ي") for w in words]
    if all(inflected):
        yield " ".join(_ARTICLE + form for form in bare)
        return
    yield " ".join([_ARTICLE + bare[0], *bare[1:]])
    yield " ".join(_ARTICLE + f if i else f for f, i in zip(bare, inflected, strict=True))
    yield " ".join(_ARTICLE + form for form in bare)


def definite_form(adjective: str, gender: Gender) -> str:
    """Return the definite singular of an adjective: ("تركي", "feminine") -> "التركية"."""
    wanted = [f for f in inflect_adjective(adjective) if f.definite and f.number == "singular"]
    return [f.text for f in wanted if f.gender == gender][-1]
