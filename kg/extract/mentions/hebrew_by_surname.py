"""Persons whom Hebrew news calls by their surname alone from the first: "נתניהו", "לוקשנקו".

In:  a `Scan` and a position at which nothing else was found. Out: the person's phrase, or nothing.
A word of names in front makes it another's: "יאיר נתניהו".
"""

from kg.extract.mentions.hebrew_everyday import is_everyday
from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import is_verb, words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_KNOWN = words_of("he", "known_by_surname")
_LETTERS = frozenset({"ו", "ל", "ב", "מ", "כ", "ש"})
_OF_A_NAME = ("given", "particle", "title")
_FOREIGN = 2.0


def find_by_surname(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whose surname stands here alone: "האשים את לוקשנקו"."""
    if not scan.is_word(position):
        return []
    reading = next(
        (
            r
            for r in scan.tokens[position].readings
            if r.stem in _KNOWN and _LETTERS.issuperset(r.proclitics)
        ),
        None,
    )
    if reading is None or _is_of_longer_name(scan, position, led=bool(reading.proclitics)):
        return []
    phrase = Phrase(position, position, reading, kind="person", definite=True, human=True)
    phrase.number = "singular"
    phrase.person = scan.text(position, position)[len("".join(reading.proclitics)) :]
    return [phrase]


def _is_of_longer_name(scan: Scan, position: int, *, led: bool) -> bool:
    """True behind a first name, in front of a hyphen or of what may be another's surname."""
    if "-" in (scan.form(position + 1), scan.form(position - 1)):
        return True
    if led or not position or not scan.is_word(position - 1):
        return False
    before, form = scan.tokens[position - 1], scan.form(position - 1)
    if any(h.sense.tag in _OF_A_NAME for h in scan.hits(position - 1)):
        return True
    plain = is_verb(before) or form in words("stops") or is_everyday(scan, position - 1, 0)
    return not plain and foreignness(form) >= _FOREIGN
