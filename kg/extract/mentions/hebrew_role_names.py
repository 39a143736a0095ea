"""Who holds a Hebrew office that has been read.

In:  a `Scan`, the head, and what has been read behind it. Out: the name, noted with the rest.
    שר החוץ הרוסי, סרגיי לברוב; ראש הטקס האיראני, מהדי כהן; לנשיא לולה
"""

from dataclasses import dataclass

from kg.extract.mentions.hebrew_bodies import name_of
from kg.extract.mentions.hebrew_holders import far_name, name_behind_unknown, quoted_body
from kg.extract.mentions.hebrew_names import (
    holder_between,
    name_after,
    name_before_verb,
    name_between,
    name_set_off,
)
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan

OF_BODIES = frozenset(
    {
        "head",
        "director",
        "member",
        "spokesperson",
        "commander",
        "secretary-general",
        "leader",
        "president",
        "secretary",
    }
)
_BY_ONE_NAME = frozenset({"cleric", "monarch", "pope", "emir"})


@dataclass(slots=True)
class Rest:
    """What follows the head, as far as it is read."""

    end: int
    definite: bool
    nationality: Hit | None = None
    body: Phrase | None = None
    field: bool = False
    definite_by_own: bool = False
    person: str | None = None
    place: Phrase | None = None
    seat: Phrase | None = None


def read_name(scan: Scan, head: Hit, rest: Rest) -> None:
    """Note the name behind the office, as far as one is told."""
    titled = "title" in head.sense.flags or rest.body is not None or rest.nationality is not None
    titled = titled and "source" not in head.sense.flags
    if rest.field and scan.form(rest.end) == "," and scan.form(rest.end + 2).startswith("ו"):
        return  # "(the adviser on) trade, industry and crafts,"
    found = name_after(scan, rest.end, titled=titled) or name_set_off(scan, rest.end)
    if found is None and rest.body is None:
        start = quoted_body(scan, rest.end) if head.sense.id in OF_BODIES else rest.end
        found = name_after(scan, start, titled=True) if start > rest.end else None
    if found is None and "source" not in head.sense.flags:
        found = name_behind_unknown(scan, rest.end) or far_name(scan, rest.end)
        _read_between(scan, rest, found[0] if found is not None else 0)
    if found is None and head.sense.id in _BY_ONE_NAME:
        found = name_between(scan, rest.end, least=1)
    told = rest.end > head.last + 1 or (head.sense.definite and head.last > head.first)
    if found is None and titled and told:
        found = holder_between(scan, rest.end)
    if found is None and told and head.first == 0:
        found = name_before_verb(scan, rest.end)
    if found is not None and not _is_loose_word(scan, head, rest, found[1]):
        rest.end, rest.person = found
        rest.definite = True


def _is_loose_word(scan: Scan, head: Hit, rest: Rest, name: str) -> bool:
    """True for "משרת עלוב": nothing but an indefinite noun, and behind it one word of no list."""
    if head.sense.definite or rest.body or rest.nationality or " " in name:
        return False
    if head.reading.proclitics[-1:] in (("ב",), ("ל",), ("כ",)):
        return False  # "לנשיא לולה": the letter has taken the article's place
    return not any(h.sense.tag == "given" for h in scan.hits(rest.end))


def _read_between(scan: Scan, rest: Rest, end: int) -> None:
    """Note whose office it is, and where: "ראש הטקס האיראני בטוקיו, …"."""
    for k in range(rest.end, end):
        rest.nationality = rest.nationality or scan.find(k, "adjective")
        for hit in scan.all(k, "name", bare=False):
            if hit.reading.proclitics == ("ב",):
                rest.place = name_of(hit)
                rest.place.category = "place"
                return
