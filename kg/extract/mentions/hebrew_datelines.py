"""From where a Hebrew report is filed, when no list has the town.

In:  a `Scan` of a dateline. Out: the town's phrase, nothing where an outlet or a word stands.
    וולאטה, 8 בינואר (קריביה) -      behind it a date, or in brackets who writes
    טולצ'ה –                         alone in front of the dash
"""

from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import is_verb, words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import words_of

_LONGEST, _SHORTEST = 3, 3
_DATED, _ALONE = 0.0, 4.0
_AFTER = frozenset({",", "(", "–", "—", "-", ".", ":"})
_LOANS = words_of("he", "loanwords")


def town_of_dateline(scan: Scan) -> list[Phrase]:
    """Return the town that opens a dateline, up to its comma, date, bracket or dash."""
    if scan.sentence.kind != "dateline" or not _may_open(scan):
        return []
    end = next((k for k in range(1, min(scan.end, _LONGEST + 1)) if _ends(scan, k)), 0)
    if not end or any(not scan.is_word(k) or scan.hits(k) for k in range(end)):
        return []
    dated = any(scan.form(k)[:1].isdecimal() for k in range(end, scan.end))
    least = _DATED if dated or scan.form(end) == "(" else _ALONE
    if any(foreignness(scan.form(k)) < least for k in range(end)):
        return []
    return [Phrase(0, end - 1, category="place", gender="feminine", definite=True)]


def _may_open(scan: Scan) -> bool:
    form = scan.form(0)
    if not scan.is_word(0) or len(form) < _SHORTEST or is_verb(scan.tokens[0]):
        return False
    return form not in everyday_words("he") | words("stops") | _LOANS


def _ends(scan: Scan, k: int) -> bool:
    return scan.form(k) in _AFTER or scan.form(k)[:1].isdecimal()
