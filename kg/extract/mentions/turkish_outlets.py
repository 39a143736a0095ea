"""Tell an outlet by what is said to it in Turkish: "Polsat'a verdiği mülakatta", "Onde'ye konuşan".

In:  a `Scan`, the token behind a name in the dative. Out: True where the name is an outlet's.
"""

from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import endings_of, words_of

_GIVING = words_of("tr", "giving_an_interview")
_GIVEN = endings_of("tr", "given_to_an_outlet")
_TALKS = endings_of("tr", "talking_to_an_outlet")
_AND = ("ve", ",", "ile")
_DATIVES = ("a", "e", "ya", "ye")
_GIVES = endings_of("tr", "gives_to_an_outlet")


def is_told(scan: Scan, end: int) -> bool:
    """True in front of "verdiği demeçte", "bilgi veren", "konuşan"."""
    first, second = scan.form(end), scan.form(end + 1)
    alone = first == "," and not _is_listed(scan, end)
    if first.startswith(_TALKS) or (alone and _is_acronym(scan, end - 1)):
        return True
    if first in _GIVING:
        return second.startswith(_GIVEN)
    return first.startswith(_GIVEN) and second.startswith(_GIVES)


def _is_listed(scan: Scan, end: int) -> bool:
    """True for "TMMOB'a, KESK'e ve DİSK'e": several who get something, none of them told."""
    front = end - 3 if scan.form(end - 2) in _AND else -1
    return _is_given(scan, end + 1) or _is_given(scan, front)


def _is_given(scan: Scan, i: int) -> bool:
    """True for "KESK'e"."""
    if not 0 <= i < len(scan.tokens):
        return False
    return scan.tokens[i].text.replace("’", "'").partition("'")[2] in _DATIVES


def _is_acronym(scan: Scan, position: int) -> bool:
    """True for "MAH'a," that no lexicon has: who is told in front of the words."""
    short = scan.tokens[position].text.replace("’", "'").partition("'")[0]
    return len(short) > 1 and short.isalpha() and short.isupper() and not scan.hits(position)
