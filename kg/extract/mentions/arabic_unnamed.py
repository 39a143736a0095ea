"""What tells who somebody without a name is: "مصدر في القصر", "مقرب من …", "دبلوماسيون في …".

In:  a `Scan`, the noun ("source", "official") and what is read of the description so far.
Out: the same `Rest`, read farther.
"""

from dataclasses import dataclass

from kg.extract.mentions.arabic_parts import verbs, words
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of

_LONGEST = 4
_OPENING = ("«", '"', "“")
_IN = words_of("ar", "inside")
_ABOUT = words_of("ar", "familiar_with")
_TOLD_BY = words_of("ar", "told_by")


@dataclass(slots=True)
class Rest:
    """What follows the head of an office, as far as it is read."""

    end: int
    definite: bool
    nationality: Hit | None = None
    body: Phrase | None = None
    field: bool = False
    person: str | None = None
    inner: bool = False
    seat: Phrase | None = None
    role: str | None = None


def read_attribute(scan: Scan, head: Hit, rest: Rest) -> None:
    """Read "في القصر الجمهوري", "مقرب من …", "له": what else tells who the unnamed one is."""
    end = rest.end
    if rest.body is not None or rest.definite:
        return
    if scan.form(end) in words("theirs"):
        rest.end = end + 1
        return
    near = scan.form(end) in words("near_to")
    end += near
    if scan.form(end) not in words("inside") and not (near and scan.form(end) in _ABOUT):
        return
    last = end + 1
    quoted = last < scan.end and scan.tokens[last].text in _OPENING
    last += quoted
    name = scan.find(last, "name")
    if name is not None and quoted and name.sense.kind in ("organization", "armed-group"):
        closed = name.last + 1 < scan.end and not scan.is_word(name.last + 1)
        rest.end, rest.field = name.last + 1 + closed, True  # "مصدر في «إيكواس»"
        return
    if quoted:
        return
    if name is not None:
        if end == rest.end and not _tells_from_there(scan, head):
            return  # "officials met in Cairo": where, not what
        if end == rest.end:
            rest.seat = name_phrase(name)
        rest.end, rest.field = name.last + 1, True
        return
    while last - end <= _LONGEST and _is_attribute(scan, last, first=last == end + 1):
        last += 1
    if last > end + 1 and scan.form(end + 1) not in words("no_attribute"):
        rest.end, rest.field = last, True


def _tells_from_there(scan: Scan, head: Hit) -> bool:
    """True for "مصدر في القاهرة", "بحسب دبلوماسيين في القاهرة": who talks is called by the town."""
    before = scan.form(head.first - 1)
    told = head.reading.proclitics == ("ل",) or before in _TOLD_BY
    return head.sense.id == "source" or (told and scan.form(head.last + 1) in _IN)


def _is_attribute(scan: Scan, position: int, *, first: bool) -> bool:
    """True for a definite word, and for the owned or construct noun that leads it."""
    if not scan.is_word(position) or scan.form(position) in (*words("stops"), *verbs()):
        return False
    readings = scan.tokens[position].readings
    if any(r.proclitics and r.definite for r in readings):
        return False
    if scan.form(position).startswith("ال"):
        return True
    owned = any(r.enclitic in ("ها", "ه", "هم") for r in readings)
    return first and (owned or scan.form(position + 1).startswith("ال"))


def is_town(seat: Phrase) -> bool:
    """True for a town or capital; a state that somebody is sent to is no place of anything."""
    entry = load_gazetteer().entry(seat.identity or "")
    return entry is not None and entry.kind is None
