"""The matters that Hebrew offices deal with, which no lexicon lists.

In:  a `Scan` and the position behind the office. Out: the position behind the matter.
    שר הדיג והמים; היועץ לענייני ביטחון; הנציב להרחבה
"""

from kg.extract.mentions.hebrew_parts import is_verb, words
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of

_IN_CHARGE_OF = words_of("he", "in_charge_of")
_ALONE = words_of("he", "in_charge_alone")
_LONGEST_FIELD = 4
_LONGEST_MATTER = 2
_SHORTEST = 4


def charge_end(scan: Scan, position: int) -> int | None:
    """Return the position behind "לענייני ביטחון", "להרחבה"; None where neither stands."""
    if scan.form(position) not in _IN_CHARGE_OF:
        return None
    if scan.form(position) in _ALONE:
        return position + 1
    end = position + 1
    while end < scan.end and end - position < _LONGEST_FIELD and scan.form(end)[:1] == "ה":
        end += 1
    return min(max(end, position + 2), scan.end)  # a text may be cut off behind "לענייני"


def matter_end(scan: Scan, position: int) -> int:
    """Return the position behind "הדיג והמים" of a minister; `position` where none stands."""
    end = position
    while end - position < _LONGEST_MATTER and _names_matter(scan, end):
        end += 1
    return end


def _names_matter(scan: Scan, position: int) -> bool:
    """True for a definite noun of no list that is no verb: "הדיג", "והמים"."""
    form = scan.form(position).removeprefix("ו")
    plain = scan.is_word(position) and not scan.hits(position) and len(form) >= _SHORTEST
    if not plain or not form.startswith("ה") or form in words("stops"):
        return False
    return not is_verb(scan.tokens[position])
