"""The tails of Arabic offices: "لشؤون الشرق الأوسط", "لعمليات السلام", "إلى سوريا".

In:  a `Scan` and the position behind the office. Out: the position behind the tail, 0 for none.
"""

from kg.extract.mentions.arabic_parts import verbs, words
from kg.extract.mentions.scan import Scan, name_phrase
from kg.lexicon.grammar import words_of

_CAME = words_of("ar", "came_to_meet") | words_of("ar", "is_to_come")
_COMING = _CAME | {f"و{word}" for word in _CAME}
_LONGEST_FIELD = 4
_LONGEST_AREA = 3


def tail_end(scan: Scan, position: int) -> int:
    if not scan.is_word(position):
        return 0
    readings = scan.tokens[position].readings
    if not any(r.proclitics == ("ل",) and r.stem in words("tails") for r in readings):
        return 0
    end = position + 1
    while end < scan.end and end - position <= _LONGEST_FIELD:
        name = scan.find(end, "name")
        if name is not None:
            end = name.last + 1
        elif scan.form(end).startswith(("ال", "وال")) and scan.form(end) not in verbs():
            end += 1
        else:
            break
    return end


def area_end(scan: Scan, position: int, leads: str) -> int:
    """Return the position behind "إلى المنطقة", "عن المنطقة الجنوبية", where a name follows."""
    if scan.form(position) not in words(leads):
        return 0
    end = _place_behind(scan, position + 1)
    while end - position <= _LONGEST_AREA and scan.form(end).startswith("ال"):
        taken = any(h.sense.tag in ("role", "title") for h in scan.hits(end))
        if taken or scan.form(end) in verbs():
            return 0
        end += 1
    named = scan.find(end, "given") is not None or scan.find(end, "particle") is not None
    return end if end > position + 1 and named else 0


def _place_behind(scan: Scan, position: int) -> int:
    """Return the position behind "محافظة نينوى", "كشمير", `position` where no place stands."""
    behind = position + any(h.sense.tag == "area" for h in scan.hits(position))
    place = scan.find(behind, "name")
    return place.last + 1 if place is not None else position


def posted_end(scan: Scan, office: int, position: int) -> int:
    """Return the position behind the envoy's "إلى سوريا"; where he comes to one, it is not his."""
    end = place_end(scan, position) or area_end(scan, position, "posted_to")
    comes = scan.form(office - 1) in _COMING and scan.find(end, "given") is None
    return 0 if comes else end


def place_end(scan: Scan, position: int) -> int:
    if scan.form(position) in words("field"):
        place = scan.find(position + 1, "name")
        if place is None or (
            name_phrase(place).category == "actor" and scan.form(position) != "لدي"
        ):
            return 0
        return place.last + 1
    for place in scan.all(position, "name", bare=False):
        if place.reading.proclitics == ("ل",) and name_phrase(place).category != "actor":
            return place.last + 1
    return 0
