"""Where the name of an Arabic body ends that no list has.

In:  a `Scan`, the noun of the body, the position behind its first words.
Out: the position behind all of its name.
    جبهة … لتحرير السودان، المجلس الوزاري للأمن الوطني     what it is for
    وزارة الموارد البشرية والتنمية الاجتماعية             a second field
    المكتب الإعلامي في الرئاسة، … لرئيس مجلس الوزراء      whose office it is
    الخارجية والهجرة وشؤون المصريين بالخارج               whom it cares for abroad
"""

from kg.extract.mentions.arabic_parts import is_verb, words
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of

_LONGEST = 3
_SHORTEST = 5
_FIELDS = words_of("ar", "fields_of_ministries")
_CIVIL = words_of("ar", "fields_of_their_own")
_OFFICES = words_of("ar", "offices_of_others")
_IN = words_of("ar", "inside")
_ABROAD = words_of("ar", "abroad")
_MOST_FIELDS = 10  # words
_OWNERS = ("institution", "generic", "role")
_SHORTEST_OFFICE = 2


def whole_end(scan: Scan, hit: Hit, position: int) -> int:
    """Return the position behind the whole name."""
    end = _purpose_end(scan, position)
    end = joined_fields(scan, end)
    if hit.sense.id in _OFFICES and end - hit.first >= _SHORTEST_OFFICE:
        end = _owner_end(scan, end)
    return end


def joined_fields(scan: Scan, position: int) -> int:
    """Return the position behind "والتنمية الاجتماعية", "وشؤون المغتربين": more of a ministry."""
    end = abroad_end(scan, position) or position
    while (
        scan.is_word(end)
        and any(r.proclitics == ("و",) and r.stem in _FIELDS for r in scan.tokens[end].readings)
        and scan.form(end + 1) not in _CIVIL  # "والدفاع المدني": a body of its own
    ):
        end = _attributes_end(scan, end + 1)
    return end


def abroad_end(scan: Scan, position: int) -> int:
    """Return the position behind "وشؤون المصريين بالخارج", 0 where nobody abroad is cared for."""
    for k in range(position, position + _MOST_FIELDS):
        if not scan.is_word(k):
            return 0
        if scan.form(k) in _ABROAD and k > position:
            return k + 1
        readings = scan.tokens[k].readings
        led = ((), ("و",)) if k > position else (("و",),)
        fields = any(r.proclitics in led and (r.definite or r.stem in _FIELDS) for r in readings)
        held = any(h.sense.tag in ("role", "title") for h in scan.hits(k))
        if held or not (fields or scan.form(k) in _IN) or is_verb(scan.tokens[k]):
            return 0
    return 0


def _purpose_end(scan: Scan, position: int) -> int:
    """Return the position behind "لتحرير السودان", "للأمن الوطني": what a body is for."""
    if not scan.is_word(position) or any(h.sense.tag != "given" for h in scan.hits(position)):
        return position
    readings = scan.tokens[position].readings
    if any(r.proclitics == ("ل",) and r.definite for r in readings):
        return _attributes_end(scan, position + 1)
    if not any(r.proclitics == ("ل",) and r.stem in words("purposes") for r in readings):
        return position
    end = position + 1
    name = scan.find(end, "name")
    if name is not None:
        return name.last + 1
    end = _attributes_end(scan, end)
    return end if end > position + 1 else position


def _owner_end(scan: Scan, position: int) -> int:
    """Return the position behind whose office it is: "في الرئاسة", "لرئيس مجلس الوزراء"."""
    inside = scan.form(position) in _IN
    for hit in scan.hits(position + inside):
        led = not hit.reading.proclitics if inside else hit.reading.proclitics == ("ل",)
        if hit.sense.tag in _OWNERS and led and not hit.enclitic:
            return _attributes_end(scan, hit.last + 1)
    return position


def _attributes_end(scan: Scan, position: int) -> int:
    end = position
    while end - position < _LONGEST and _is_attribute(scan, end):
        end += 1
    return end


def _is_attribute(scan: Scan, position: int) -> bool:
    """True for a definite word without anything written on that no list has."""
    form = scan.form(position)
    if not (scan.is_word(position) and form.startswith("ال") and len(form) >= _SHORTEST):
        return False
    if form in words("stops") or is_verb(scan.tokens[position]):
        return False
    return all(h.sense.tag in ("modifier", "given") for h in scan.hits(position))
