"""Tell Arabic surnames that look like other words: "تيفيتا", "سليم القاضي", "كلاوديا روسي".

In:  a `Scan` and a position behind a first name. Out: yes or no.
"""

from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import is_verb, words
from kg.extract.mentions.scan import Scan

_TANWIN = "\u064b"
_SHORTEST_STEM = 5


def looks_like_noun(scan: Scan, position: int) -> bool:
    """True for "تيفيتا", "غبريمدهن": a noun by its shape alone, with nothing written on."""
    token = scan.tokens[position]
    if scan.hits(position) or token.form in words("not_names") or token.form.endswith("ة"):
        return False
    if any(r.proclitics or r.definite or len(r.stem) < _SHORTEST_STEM for r in token.readings[1:]):
        return False
    return is_common_noun(token) and _TANWIN not in token.text


def is_office_or_nation(scan: Scan, position: int) -> bool:
    """True for "سليم القاضي", "كلاوديا روسي": families called by an office or a nation."""
    hits = [h for h in scan.hits(position) if not h.reading.proclitics and h.last == position]
    if len(hits) != len(scan.hits(position)) or is_verb(scan.tokens[position - 1]):
        return False  # "بارك البابا الاتفاق"
    if scan.form(position).startswith("ال"):
        tags = {h.sense.tag for h in hits}
        return "title" in tags and tags <= {"title", "role"}
    return all(h.sense.tag == "adjective" for h in hits)
