"""The smallest things that reading Turkish names asks of a token: capitals, endings, word lists.

In:  a `Scan` and a position. Out: answers.
"""

from functools import cache

from kg.extract.mentions.scan import Scan
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import case_of

_OPENS = frozenset('"“”„‟«‘‚:.!?…–—(')


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of mentions_tr.toml, folded."""
    return frozenset(fold(word) for word in read_toml("mentions_tr.toml")[name])


@cache
def given_names() -> frozenset[str]:
    """Return the given names of persons, as Turkish and English write them, folded."""
    table = read_toml("given_names.toml")
    return frozenset(fold(name) for language in ("tr", "en") for name in table[language])


def is_capital(scan: Scan, position: int) -> bool:
    """True for a word that begins with a capital letter."""
    return scan.is_word(position) and scan.tokens[position].text[0].isupper()


def ending_of(scan: Scan, position: int) -> str:
    """Return what stands behind the apostrophe of a word: "'nin", "" for none.

    Short foreign names hold an apostrophe themselves: N'Djamena, Sana'a.
    """
    stem, mark, ending = scan.form(position).rpartition("'")
    known = mark and len(stem) > 1 and case_of(ending) != "nominative"
    return f"'{ending}" if known or ending in ("dir", "tir", "dur", "tur", "ler", "lar") else ""


def letters(scan: Scan, start: int, end: int) -> str:
    """Return the words from `start` up to `end` without the ending behind the apostrophe."""
    text = scan.text(start, end - 1)
    ending = ending_of(scan, end - 1)
    return text[: -len(ending)] if ending else text


def begins_sentence(scan: Scan, position: int) -> bool:
    """True for the first word of a sentence or of a quotation, or behind a colon."""
    before = position - 1
    while before >= 0 and not scan.is_word(before):
        if scan.tokens[before].text in _OPENS:
            return True
        if scan.tokens[before].text in ",;-)/":
            return False
        before -= 1
    return before < 0
