"""Read the foreign names of two words one of which is a small Hebrew word too.

In:  a `Scan` and where a name may begin, behind an office. Out: where it ends, 0 for no such name.
    (דובר משרד החוץ הסיני) לו קאנג אמר          the word beside it has foreign letters
    (שרת המסחר,) ג'ואן או,
    (השגריר) ראובן עזר אמר                       a surname like a verb, in front of the verb
"""

from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import is_verb, words
from kg.extract.mentions.scan import Scan
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import words_of

_SMALL = words_of("he", "small_words_in_names")
_FOREIGN = 2.0
_CLOSING = frozenset({",", "–", "—", ")", ":"})


def with_small_word(scan: Scan, start: int) -> int:
    """Return the position behind "לו קאנג", "ג'ואן או" in front of a verb or mark; 0 without."""
    if not scan.is_word(start) or not scan.is_word(start + 1):
        return 0
    first, second, end = scan.form(start), scan.form(start + 1), start + 2
    pair = (first in _SMALL and _is_foreign(scan, start + 1)) or (
        second in _SMALL and _is_foreign(scan, start)
    )
    if not pair:
        return 0
    verbal = scan.is_word(end) and is_verb(scan.tokens[end])
    return end if verbal or scan.form(end) in _CLOSING else 0


def _is_foreign(scan: Scan, position: int) -> bool:
    """True for a word of no list with the letters of foreign names."""
    form = scan.form(position)
    if is_verb(scan.tokens[position]) or form in everyday_words("he") or form in words("stops"):
        return False
    known = {h.sense.tag for h in scan.hits(position) if not h.reading.proclitics}
    return not known - {"given", "particle"} and foreignness(form) >= _FOREIGN
