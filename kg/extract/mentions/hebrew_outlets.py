"""Hebrew outlets told only by their name in quotation marks and by what is said of it.

In:  a `Scan` and the position in front of the opening mark. Out: the phrase of the name.
    ב"א-שרק אל-אווסט" נכתב, ב"דיילי מוניטור" דווח; פרשן "דיילי מוניטור"
"""

from kg.extract.mentions.hebrew_parts import is_verb, words
from kg.extract.mentions.scan import Phrase, Scan

_MARKS = frozenset('"״“”„')
_LONGEST = 8  # tokens
_MOST_WORDS = 4


def find_quoted_outlet(scan: Scan, position: int) -> list[Phrase]:
    """Return the outlet whose name is quoted behind this word."""
    form = scan.form(position)
    if scan.form(position + 1) not in _MARKS:
        return []
    writes = form in words("outlet_writers")
    if form != "ב" and not writes:
        return []
    last = _closing(scan, position + 2)
    if last is None or not _is_title(scan, position + 2, last - 1):
        return []
    behind = {scan.form(i) for i in range(last + 1, last + 3)}
    if not writes and behind.isdisjoint(words("outlet_words")):
        return []
    phrase = Phrase(position + 2, last - 1, kind="media", definite=True, human=False)
    phrase.number, phrase.shown = "singular", scan.text(position + 2, last - 1)
    return [phrase]


def _closing(scan: Scan, start: int) -> int | None:
    near = range(start + 1, min(scan.end, start + _LONGEST))
    return next((i for i in near if scan.form(i) in _MARKS), None)


def _is_title(scan: Scan, first: int, last: int) -> bool:
    """True for a few words with no verb among them and none that a list knows."""
    inside = [i for i in range(first, last + 1) if scan.is_word(i)]
    if not 0 < len(inside) <= _MOST_WORDS or any(is_verb(scan.tokens[i]) for i in inside):
        return False
    return not any(h.sense.kind == "media" for h in scan.hits(first))
