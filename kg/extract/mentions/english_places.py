"""Tell whether an unknown English name is a place's, by the words around it.

In:  a `Scan` and a run of capitalised words. Out: yes or no.
    in Paletwa, near Abala and Kibumba; the town of Merawi; Mount Kumgang; the Essequibo region
"""

from functools import cache

from kg.extract.mentions.english_name_words import speech
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold

_LIST_WORDS = 4
_LONGEST = 4
_INVITED = words_of("en", "inviting_somebody") | {"invitation"}
_INVITED_WITHIN = 16
_ASHORE = words_of("en", "coming_ashore")
_JOINING = words_of("en", "joining_two_places")
_SEATS = words_of("en", "seats_that_speak")
_REALMS = words_of("en", "realms")
_LANDFORMS = words_of("en", "ends_a_landform")
_BEFORE_SORTS = words_of("en", "before_a_sort_of_place")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(w) for w in read_toml("roles.toml")["english"][name])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(name) for name in read_toml("given_names.toml")["en"])


def is_place(scan: Scan, position: int, end: int) -> bool:
    """True when the words from `position` up to `end` name a place."""
    last = scan.form(end - 1)
    if last.endswith("'s"):
        return False
    if scan.sentence.kind == "dateline" and position == 0:
        writer = end > 1 and scan.form(0) in _given_names() and not scan.tokens[0].text.isupper()
        return not writer if end > 1 else not _is_short(scan.tokens[0].text)
    if scan.tokens[end - 1].text.isupper():
        return False
    if is_seat_speaking(scan, position, end):
        return False
    if end - position > 1 and last in _LANDFORMS and scan.sentence.kind != "dateline":
        return True
    if end - position > 1 and scan.form(position) in _words("place_openers"):
        return True
    if last in _words("body_endings") or last in _words("media_endings"):
        return False
    if _sort_end(scan, end) > end:
        return scan.form(position - 1) not in _words("titles")
    if end - position > 1 and scan.form(position) in _given_names():
        return False  # "reached John Smith by phone"
    return _stands_in(scan, position) or _goes_on_list(scan, position, end)


def is_seat_speaking(scan: Scan, position: int, end: int) -> bool:
    """True for "the Palace said": who sits there."""
    alone = end - position == 1 and scan.form(position - 1) == "the"
    return alone and scan.form(position) in _SEATS and scan.form(end) in speech()


def _is_short(text: str) -> bool:
    """True for the letters of an agency: "ANA - "."""
    return text.isupper() and len(text) <= _LONGEST


def named_end(scan: Scan, end: int) -> int:
    """Return the position behind the sort that belongs to the name: "… airport", "… naval base".

    `end` where none stands there, as of a region or town.
    """
    after = _sort_end(scan, end)
    return end if scan.form(after - 1) in _REALMS else after


def _sort_end(scan: Scan, end: int) -> int:
    """Return the position behind the sort that tells of a place, `end` where none stands there."""
    after = end + (scan.form(end) in _BEFORE_SORTS)
    if not scan.is_word(after) or not scan.tokens[after].text.islower():
        return end
    posted = after > end and scan.form(after) == "post"  # "border post", no newspaper
    return after + 1 if posted or scan.form(after) in _words("thing_endings") else end


def _stands_in(scan: Scan, position: int) -> bool:
    """True behind "in", "near" and the like, "the town of", "at", "the road to"."""
    before = position - 1
    while before > 0 and (scan.form(before) == "the" or scan.form(before) in _words("directions")):
        before -= 1
    if scan.form(before) == "of":
        return scan.form(before - 1) in _words("thing_endings")
    if scan.form(before) == "to":
        invited = _is_invited(scan, before) and scan.form(position + 1) == "for"
        led = scan.form(before - 1) in _words("ways") or invited
        return led and before == position - 1
    if scan.form(before) == "on":
        return before == position - 1 and scan.form(before - 1) in _ASHORE
    if scan.form(before) == "between":
        return before == position - 1 and scan.form(before - 1) in _words("ways") | _JOINING
    if scan.form(before) == "at":
        return before == position - 1 and scan.form(before - 1) not in _words("employed")
    return scan.form(before) in _words("in_words")


def _is_invited(scan: Scan, to: int) -> bool:
    """True for "invited the minister, Jane Roe, to Penang for talks": people are asked to come.

    What else they are invited to, a contest or a feast, has a name as well.
    """
    near = range(max(0, to - _INVITED_WITHIN), to)
    return any(scan.form(k) in _INVITED for k in near)


def _ends_in_and(scan: Scan, end: int) -> bool:
    """True where a list goes on to its "and": not for "in Oslo, Jan Berg, met"."""
    for _ in range(_LIST_WORDS):
        if scan.form(end) == "and" or scan.form(end + 1) == "and":
            return True
        if scan.form(end) != ",":
            return False
        end += 1
        while scan.is_word(end) and scan.tokens[end].text[0].isupper():
            end += 1
    return False


def _goes_on_list(scan: Scan, position: int, end: int) -> bool:
    """True for B and C of "in A, B and C"."""
    for _ in range(_LIST_WORDS):
        joint = scan.form(position - 1)
        if joint not in (",", "and") or end - position > 2:
            return False
        if joint == "," and not _ends_in_and(scan, end):
            return False
        end = position - 2 if scan.form(position - 2) == "," else position - 1
        start = end
        while start > 0 and end - start < _LONGEST and scan.tokens[start - 1].text[0].isupper():
            start -= 1
        if start in (end, 1):  # "In Paris, X and Y": another clause
            return False
        if _stands_in(scan, start):
            return True
        position = start
    return False
