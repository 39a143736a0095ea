"""Turkish endings: the written forms of nouns with case, possessive and plural, and of verbs.

In:  a noun, or a verb's stem ("söyle", "dile getir"). Out: written forms with what they show.
Source: any Turkish grammar: vowel harmony, the change of p, ç, t, k before a vowel, d after a
voiceless consonant. The folding of `kg.lexicon.normalise` makes ı and i one letter, so that forms
which differ in nothing else come out once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon.normalise import fold
from kg.model.mention import Case

_VOWELS = "aeıioöuüâîû"
_VOICELESS = "fstkçşhp"
_FOURFOLD = {
    "a": "ı",
    "ı": "ı",
    "â": "i",
    "e": "i",
    "i": "i",
    "î": "i",
    "o": "u",
    "u": "u",
    "û": "u",
}
_FOURFOLD |= {"ö": "ü", "ü": "ü"}
_TWOFOLD = {"a": "a", "ı": "a", "o": "a", "u": "a", "â": "e"}
_FRONTED = ("general", "amiral", "mareşal")
_SOFT = {"k": "ğ", "ç": "c", "p": "b", "t": "d"}

# What stands behind an apostrophe, folded, by the case it shows. "'na", "'ne" and their like follow
# a name that ends in a possessive. "-li" makes an adjective: ABD'li.
_ENDINGS: dict[Case, tuple[str, ...]] = {
    "genitive": ("nin", "nun", "nün", "in", "un", "ün", "lerin", "larin"),
    "dative": ("ye", "ya", "e", "a", "ne", "na", "lere", "lara"),
    "accusative": ("yi", "yu", "yü", "i", "u", "ü", "ni", "nu", "nü", "leri", "lari"),
    "locative": ("de", "da", "te", "ta", "nde", "nda", "lerde", "larda"),
    "ablative": ("den", "dan", "ten", "tan", "nden", "ndan", "lerden", "lardan"),
    "instrumental": ("le", "la", "yle", "yla"),
    "attributive": ("deki", "daki", "teki", "taki", "ndeki", "ndaki", "ki"),
    "adjective": ("li", "lu", "lü", "liler", "lular", "lüler"),
    "agentive": ("ce", "ca", "çe", "ça", "nce", "nca"),
}
_CASE_OF = {ending: case for case, endings in _ENDINGS.items() for ending in endings}


@dataclass(frozen=True, slots=True)
class NounForm:
    """A written form. `cut` letters are to be taken off its end to have the noun back."""

    text: str
    case: Case
    cut: int


@cache
def case_of(enclitic: str) -> Case:
    """Return the case that an ending behind an apostrophe shows: "'nin" -> genitive."""
    return _CASE_OF.get(fold(enclitic).strip("'"), "nominative") if enclitic else "nominative"


def last_vowel(word: str) -> str:
    """Return the last vowel of a word, "e" where there is none (as abbreviations are read).

    Some borrowed words take the endings of front vowels: generaller, amirali.
    """
    if word.lower().endswith(_FRONTED):
        return "e"
    return next((c for c in reversed(word.lower()) if c in _VOWELS), "e")


def four(word: str) -> str:
    """Return the vowel of an ending with ı, i, u, ü that harmonises with a word."""
    return _FOURFOLD.get(last_vowel(word), "i")


def two(word: str) -> str:
    """Return the vowel of an ending with a, e."""
    return _TWOFOLD.get(last_vowel(word), "e")


def ends_in_vowel(word: str) -> bool:
    """True when a buffer letter stands between the word and an ending that begins with a vowel."""
    return word[-1].lower() in _VOWELS


def soften(word: str) -> str:
    """Return a word of more than one syllable as it stands before a vowel: kaynak -> kaynağ."""
    syllables = sum(c.lower() in _VOWELS for c in word)
    last = word[-1]
    if syllables < 2 or last not in "kçp":
        return word
    return word[:-1] + ("g" if word.endswith("nk") else _SOFT[last])


def plural(word: str) -> str:
    """Return the plural: yetkili -> yetkililer."""
    return word + ("lar" if two(word) == "a" else "ler")


def possessed(word: str) -> str:
    """Return the form with the possessive of the third person: sözcü -> sözcüsü."""
    if word.endswith(("lar", "ler")) or not ends_in_vowel(word):
        return soften(word) + four(word)
    return word + "s" + four(word)


def decline(word: str, *, possessive: bool) -> Iterator[NounForm]:
    """Yield a noun in every case; behind a possessive an n stands before the ending."""
    yield NounForm(word, "nominative", 0)
    i, a = four(word), two(word)
    if possessive:
        endings: tuple[tuple[str, Case], ...] = (
            (f"n{i}n", "genitive"), (f"n{i}", "accusative"), (f"n{a}", "dative"),
            (f"nd{a}", "locative"), (f"nd{a}n", "ablative"), (f"yl{a}", "instrumental"),
            (f"nd{a}ki", "attributive"), (f"nc{a}", "agentive"),
        )  # fmt: skip
        for ending, case in endings:
            yield NounForm(word + ending, case, len(ending))
        return
    vowel = ends_in_vowel(word)
    d = "t" if word[-1] in _VOICELESS else "d"
    soft = word if vowel else soften(word)
    buffered: tuple[tuple[str, str, Case], ...] = (
        ("n" if vowel else "", f"{i}n", "genitive"),
        ("y" if vowel else "", i, "accusative"),
        ("y" if vowel else "", a, "dative"),
    )
    for buffer, ending, case in buffered:
        yield NounForm(soft + buffer + ending, case, len(buffer + ending))
    yield NounForm(word + d + a, "locative", 2)
    yield NounForm(word + d + a + "n", "ablative", 3)
    yield NounForm(word + ("y" if vowel else "") + "l" + a, "instrumental", 2 + vowel)
    yield NounForm(word + d + a + "ki", "attributive", 4)
    if word.endswith(("lar", "ler", "lık", "lik", "luk", "lük")):  # "Türkçe" is no agent
        yield NounForm(word + ("ç" if d == "t" else "c") + a, "agentive", 2)


def nationality(name: str) -> str:
    """Return the adjective that any country's name makes: Kenya -> Kenyalı."""
    return name + "l" + four(name)
