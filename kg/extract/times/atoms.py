"""Tokens as the time grammar reads them: folded words, Arabic prefixes and possessives taken off.

In:  a sentence's tokens and the set of words that time patterns know.
Out: atoms in order. A word is taken apart only when what is left is a time word and the whole is
not: "والخميس" is "و" and "الخميس", "للأسبوع" is "ل" and "الأسبوع", "Thursday's" is "thursday".
"""

from collections.abc import Sequence
from typing import NamedTuple

from kg.model.token import Reading, Token


class Atom(NamedTuple):
    """`start` and `end` are code points of the stored text; `owned` = an 's was taken off."""

    form: str
    text: str
    start: int
    end: int
    is_word: bool = True
    owned: bool = False

    @property
    def is_number(self) -> bool:
        return self.form.isdecimal()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def read_atoms(tokens: Sequence[Token], vocabulary: frozenset[str]) -> list[Atom]:
    """Return the atoms of a sentence."""
    atoms: list[Atom] = []
    for token in tokens:
        form = token.form
        if len(token.readings) == 1 or form in vocabulary:
            atoms.append(Atom(form, token.text, token.start, token.end, token.is_word))
        else:
            atoms += _take_apart(token, vocabulary)
    return atoms


def stands_behind(reading: Reading) -> str:
    """Return the word behind the prefixes with its article; "" when a pronoun is written on."""
    if reading.enclitic and reading.enclitic[0] != "'":
        return ""
    if not reading.definite:
        return reading.stem
    return (
        "ה" if reading.stem[0] >= "\u05d0" and reading.stem[0] <= "\u05ea" else "ال"
    ) + reading.stem


def _take_apart(token: Token, vocabulary: frozenset[str]) -> list[Atom]:
    for reading in token.readings[1:]:
        rest = stands_behind(reading)
        if rest not in vocabulary and not (reading.enclitic and rest.isdecimal()):
            continue
        if reading.enclitic:
            owned = reading.enclitic == "'s"
            return [Atom(rest, token.text, token.start, token.end, True, owned)]
        return _split(token, reading, rest)
    return [Atom(token.form, token.text, token.start, token.end, token.is_word)]


def _split(token: Token, reading: Reading, rest: str) -> list[Atom]:
    """Cut the raw word behind its prefixes; the lam that swallowed an article cannot be cut off."""
    atoms: list[Atom] = []
    position = token.start
    for proclitic in reading.proclitics:
        end = _behind(token, position, len(proclitic))
        text = token.text[position - token.start : end - token.start]
        atoms.append(Atom(proclitic, text, position, end))
        position = end
    merged = reading.definite and reading.proclitics and reading.proclitics[-1] == "ل"
    start = token.start if merged else position
    atoms.append(Atom(rest, token.text[start - token.start :], start, token.end))
    return atoms


def _behind(token: Token, position: int, letters: int) -> int:
    """Return the offset behind so many letters, their vowel signs and tatweel."""
    i = position - token.start
    while i < len(token.text) and (letters or not _is_letter(token.text[i])):
        letters -= _is_letter(token.text[i])
        i += 1
    return token.start + i


def _is_letter(character: str) -> bool:
    return character.isalnum() and character != "\u0640"
