"""Hebrew places that no list has, told by the noun in front of their name.

In:  a `Scan` and the position of the noun (kg/lexicon/heads_he.toml).
Out: a phrase without an identity: "דרנה" in "העיירה דרנה", "נמל ברברה".
Hebrew has no capitals: what may as well be another noun, an adjective or a verb is left out.
"""

from functools import cache

from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import frames, infinitives, is_verb, words
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.everyday import everyday_words
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.token import Reading

_PLAIN = Reading((), False, "")
_FRONTS = frozenset("בלשכו")
_VERBAL = frozenset("נית")  # letters that begin verbs: "the town was taken"
_TO, _BEYOND = "ל", "מעבר"
_ARTICLES = frozenset({"לה", "לאס", "לוס"})
_NOT_ENDINGS = ("ים", "ות", "ית", "יות")
_SHORTEST, _SHORTEST_LOOSE, _LONG = 3, 4, 5
_FOREIGN = 5.0
_KNOWN = frozenset(
    {"name", "role", "institution", "modifier", "adjective", "generic", "outlet", "before", "area"}
)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in read_toml("heads_he.toml")["not"][name])


def find_unknown_place(scan: Scan, position: int) -> list[Phrase]:
    """Return the place whose noun stands here, nothing where none is named."""
    for hit in scan.hits(position):
        if hit.sense.tag not in ("area", "site") or hit.enclitic:
            continue
        start = hit.last + 1
        end = _name_end(scan, start, hit)
        if end == start:
            continue
        if hit.sense.tag == "area":
            return [Phrase(start, end - 1, _PLAIN, category="place", definite=True)]
        return [Phrase(hit.first, end - 1, hit.reading, category="place", definite=True)]
    return []


def _name_end(scan: Scan, start: int, hit: Hit) -> int:
    """Return the position behind the name that begins at `start`, `start` itself for none."""
    if not _may_begin(scan, start, hit):
        return start + 2 if _is_foreign_article(scan, start, hit) else start
    end = start + 1
    while scan.form(end) == "-" and _is_tight(scan, end) and scan.is_word(end + 1):
        end += 2
    if end == start + 1 and scan.form(end) == "'" and _touches(scan, end):
        end += 1
    opened = scan.form(start) in _list("openers") and end == start + 1
    behind = _is_free(scan, end) or scan.form(end) in _list("closers")
    if opened and behind and not scan.form(end).startswith("ה"):
        return _name_end(scan, end, hit) if scan.form(end + 1) == "-" else end + 1
    return end if len(scan.form(start)) >= _SHORTEST or end > start + 1 else start


def _is_foreign_article(scan: Scan, position: int, hit: Hit) -> bool:
    """True for "לה מונדה" behind "ארמון": elsewhere the first word is "to her"."""
    named = scan.form(position) in _ARTICLES and _is_free(scan, position + 1)
    long = len(scan.form(position + 1)) >= _LONG and scan.form(position + 1)[0] not in _FRONTS
    closes = not scan.is_word(position + 2) or _turns(scan, position + 2)
    return named and long and closes and not scan.form(hit.last).startswith("ה")


def _may_begin(scan: Scan, position: int, hit: Hit) -> bool:
    if not _is_free(scan, position):
        return False
    form = scan.form(position)
    if foreignness(form) >= _FOREIGN and form not in everyday_words("he"):
        return True
    if "loose" in hit.sense.flags:
        return _may_be_loose(scan, position)
    definite = scan.form(hit.last).startswith("ה") or hit.sense.definite
    return not (definite and form[0] in _FRONTS | _VERBAL and len(form) >= _LONG)


def _may_be_loose(scan: Scan, position: int) -> bool:
    """True for a word that is hardly a common noun: no plural, and nothing goes on behind it."""
    form = scan.form(position)
    if len(form) < _SHORTEST_LOOSE or form.endswith(_NOT_ENDINGS):
        return False
    if form.startswith(_TO) and scan.form(position - 1).endswith(_BEYOND):
        return False  # "מעבר לגבול": beyond the border
    after = position + 1
    return not scan.is_word(after) or scan.form(after) in words("stops") or _turns(scan, after)


def _turns(scan: Scan, position: int) -> bool:
    """True for a verb or a word that a letter leads: "… בדרום לוב", "… שבצפון"."""
    token = scan.tokens[position]
    return is_verb(token) or (token.form[0] in _FRONTS and len(token.form) >= _SHORTEST)


def _is_free(scan: Scan, position: int) -> bool:
    """True for a word that nothing else is known of."""
    if not scan.is_word(position):
        return False
    token = scan.tokens[position]
    form = token.form
    if not "\u05d0" <= form[0] <= "\u05ea" or form in words("stops") or form in _list("words"):
        return False
    hyphened = scan.form(position + 1) == "-" and _is_tight(scan, position + 1)
    if hyphened:
        return True
    if form[0] == "ה" and len(form) > _SHORTEST:
        return False
    if is_verb(token) or form in infinitives() or form in frames():
        return False
    ends = words("stops") | frames()
    if any(r.proclitics and r.stem in ends for r in token.readings):
        return False
    return not any(
        h.sense.tag in _KNOWN and (not h.reading.proclitics or len(h.reading.stem) > 2)
        for h in scan.hits(position)
    )


def _is_tight(scan: Scan, i: int) -> bool:
    tokens = scan.tokens
    return 0 < i < scan.end - 1 and tokens[i - 1].end == tokens[i].start == tokens[i + 1].start - 1


def _touches(scan: Scan, i: int) -> bool:
    return scan.tokens[i].start == scan.tokens[i - 1].end


def find_opened_place(scan: Scan, position: int) -> list[Phrase]:
    """Return a place told by "in" and the first word of its name: "בעין א-תינה", "בהר דב"."""
    if not scan.form(position).startswith("ב"):
        return []
    reading = next(
        (
            r
            for r in scan.tokens[position].readings
            if r.proclitics == ("ב",) and r.stem in _list("place_openers")
        ),
        None,
    )
    if reading is None:
        return _find_within(scan, position)
    end = position + 1
    article = scan.form(end) in ("א", "אל") and scan.form(end + 1) == "-"
    if article and scan.is_word(end + 2):
        end += 3
    elif _is_free(scan, end) and not scan.form(end).startswith("ה") and not _is_sort(scan, end):
        end += 1
    else:
        return []
    return [Phrase(position, end - 1, reading, category="place", definite=True)]


def _is_sort(scan: Scan, position: int) -> bool:
    """True for "מלון" of "בית מלון", a noun of sort itself."""
    return any(h.sense.tag == "site" for h in scan.hits(position))


def _find_within(scan: Scan, position: int) -> list[Phrase]:
    """Return the town of "בבאלץ שבמולדובה": whatever is "in" and lies "in" a state."""
    within = any(
        h.sense.tag == "name" and h.reading.proclitics == ("ש", "ב")
        for h in scan.hits(position + 1)
    )
    token = scan.tokens[position]
    reading = next((r for r in token.readings if r.proclitics == ("ב",)), None)
    if not within or reading is None or len(reading.stem) < _SHORTEST:
        return []
    if reading.stem in frames() | words("stops") | _list("words"):
        return []
    return [Phrase(position, position, reading, category="place", definite=True)]
