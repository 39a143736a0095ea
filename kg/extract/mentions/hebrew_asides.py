"""Tell what stands between commas behind a Hebrew office from the name of its holder.

In:  a `Scan`, where the words begin, and where the comma stands that closes them. Out: True where
they tell how somebody is, or go on with a list, and nobody is named.
    המנכ״לית, גאה ונרגשת, …; המפקד, פצוע קשה, …        how somebody is
    שר החוץ של שוודיה, נורווגיה ודנמרק, …              more states
    הדובר, תת אלוף במיל׳, …                            his rank
"""

from kg.extract.mentions.hebrew_parts import words
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of

_DESCRIBES = words_of("he", "describes_somebody")
_HOW = words_of("he", "how_somebody_is")
_NO_SURNAME = words_of("he", "no_surname")
_AND = ("ו",)
_PARTICIPLES = ("מ", "נ")
_WHOLE = 4


def names_nobody(scan: Scan, first: int, end: int) -> bool:
    """True for words from `first` up to `end` that are no holder's name."""
    forms = [scan.form(k) for k in range(first, end)]
    if forms[0] in _DESCRIBES | _HOW or not _NO_SURNAME.isdisjoint(forms):
        return True
    ranks = (h for k in range(first, end) for h in scan.hits(k))
    if any(h.sense.tag == "title" and not h.reading.proclitics for h in ranks):
        return True
    last = forms[-1]
    if not last.startswith("ו") or last.startswith("וו"):
        return False
    return _is_state(scan, first) or _is_state(scan, end - 1) or _is_mood(forms[0], last[1:])


def _is_state(scan: Scan, k: int) -> bool:
    hits = (h for h in scan.hits(k) if h.sense.tag == "name")
    return any(h.reading.proclitics in ((), _AND) for h in hits)


def _is_mood(first: str, other: str) -> bool:
    """True for "proud and moved": a participle, or words that tell how somebody is."""
    if "'" in first + other:
        return False  # "מרצ'ין וילצ'ק"
    if first in _HOW or other in _HOW | words("modifiers"):
        return True
    return other.startswith(_PARTICIPLES) and len(other) >= _WHOLE
