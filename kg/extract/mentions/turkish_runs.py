"""Where a run of capitalised words ends in Turkish, and what its last word tells of the whole.

In:  a `Scan` and a position. Out: the position behind the run; "body", "media", "thing", "other".
An apostrophe ends a name. The last word tells bodies, media and things from persons ("… Partisi",
"… Boğazı").
"""

import re
from collections.abc import Sequence

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Scan
from kg.extract.mentions.turkish_letters import ending_of, given_names, is_capital, words
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of

_SURE = frozenset({"role", "institution", "adjective", "generic", "outlet"})
_BODIES = frozenset({"institution", "generic"})
_LONGEST, _TO_BODY = 7, 4
_NUMERAL = re.compile("[ivx]{1,5}|[1-9][0-9]?")  # of a king or pope
_DISTRICT = re.compile(r"\d{1,2}")
_SAINT = words_of("tr", "saint")
_TOO = frozenset({"de", "da"})


def name_run(scan: Scan, start: int, *, titled: bool = False) -> int:
    """Return the position behind a run of name words; an apostrophe ends it.

    `titled`: an office stands in front, so that any capitalised word may begin the name.
    """
    end = start
    while end < scan.end and end - start < _LONGEST:
        step = _word_end(scan, end, first=end == start, titled=titled)
        if step == end:
            break
        end = step
        if ("'" in scan.form(end - 1) and ending_of(scan, end - 1)) or ends_body(scan, end - 1):
            break
    return end if _counted(scan, start, end) else start


def past_district(scan: Scan, position: int) -> int:
    """Step over the number of "Prag 6 Belediye Başkanı": one part of the town."""
    if not _DISTRICT.fullmatch(scan.form(position)) or not is_capital(scan, position + 1):
        return position
    owned = any("possessed" in h.sense.flags for h in scan.hits(position + 1))
    return (
        position + 1
        if owned or ends_body(scan, position + 1) or _is_office(scan, position + 1)
        else position
    )


def _is_office(scan: Scan, position: int) -> bool:
    return scan.form(position) in words("office_endings")


def ends_body(scan: Scan, position: int) -> bool:
    return any(h.sense.tag in _BODIES for h in scan.hits(position))


def _word_end(scan: Scan, position: int, *, first: bool, titled: bool) -> int:
    if scan.form(position) == "-" and not first and scan.is_word(position + 1):
        before, mark = scan.tokens[position - 1], scan.tokens[position]
        glued = before.end == mark.start and mark.end == scan.tokens[position + 1].start
        return position + 2 if glued else position
    if _NUMERAL.fullmatch(scan.form(position)) and scan.form(position + 1) == ".":
        return position + 3 if is_capital(scan, position + 2) else position  # "II. Abdullah"
    if not scan.is_word(position):
        if scan.form(position) == "." and not first and len(scan.tokens[position - 1].text) == 1:
            return position + 1  # "J. D. Vance"
        if scan.form(position) == "." and scan.form(position - 1) in _SAINT:
            return position + 1  # "St. Vincent"
        return position
    form = scan.form(position)
    if form in words("particles"):
        step = position
        while scan.form(step) in words("particles"):  # "von der Leyen"
            step += 2 if scan.form(step + 1) == "-" else 1
        if (not first or scan.form(position + 1) == "-") and is_capital(scan, step):
            return step
    if not first and f"{form} {scan.form(position + 1)}" in words("named_particles"):
        return position + 2
    if not first and titled and _is_particle_too(scan, position):
        return position + 1
    return position + 1 if _is_name_word(scan, position, first=first, titled=titled) else position


def _is_particle_too(scan: Scan, position: int) -> bool:
    """True for the "de" of "Bakan Hugo de Zela", a given name and a surname around it."""
    if scan.form(position) not in _TOO or not is_capital(scan, position + 1):
        return False
    known = scan.hits(position + 1) or scan.form(position + 1).partition("'")[0] in given_names()
    return scan.form(position - 1) in given_names() and not known


def _is_name_word(scan: Scan, position: int, *, first: bool, titled: bool) -> bool:
    if not is_capital(scan, position):
        return False
    form = scan.form(position)
    month = form in words("calendar") and first and titled and is_capital(scan, position + 1)
    if _is_model(scan, position) or (form.partition("'")[0] in words("calendar") and not month):
        return False
    surname = form in words("surnames_too") and is_capital(scan, position + 1)  # "Kim Yo-jong"
    if first and not titled and form in words("not_names") and not surname:
        return is_capital(scan, position + 1) and ends_body(scan, position + 1)  # "Ulusal Konsey"
    if not first and form in words("also_names") and is_capital(scan, position + 1):
        return True
    if first and form.partition("'")[0] in words("networks"):
        return False
    hits = scan.hits(position)
    if not (first and titled) and _is_of_members(scan, position, hits):
        return True
    if not first and any(h.sense.tag in _BODIES and "possessed" in h.sense.flags for h in hits):
        return True
    if not first and any(h.sense.tag == "generic" and h.last == position for h in hits):
        return True  # "Sol Blok", "Ulusal Konsey"
    for hit in hits:
        foreign = hit.sense.tag == "adjective"
        given = titled and is_capital(scan, position + 1) and not scan.hits(position + 1)
        if hit.sense.tag in _SURE and not (foreign and (given or not first)):
            return False  # "Başbakan İrakli Garibaşvili" is no Iraqi
        if first and titled and _is_given_to_official(scan, hit):
            continue
        if hit.sense.tag == "name" and (hit.last > hit.first or hit.sense.kind):
            return False
        if hit.sense.tag == "name" and hit.enclitic and not first:
            return False
        if hit.sense.tag == "name" and first and not _may_be_given(scan, hit, titled=titled):
            return False
    return True


def _is_of_members(scan: Scan, position: int, hits: Sequence[Hit]) -> bool:
    """True for the officers of "Genç Subaylar Hareketi": of whom a body is."""
    many = any(h.sense.tag == "role" and h.sense.number == "plural" for h in hits)
    if not many or ending_of(scan, position):
        return False
    for end in range(position + 1, min(scan.end, position + _TO_BODY)):
        if not is_capital(scan, end):
            return False
        if kind_of_run(scan, position, end + 1) == "body" or ends_body(scan, end):
            return True
    return False


def _is_model(scan: Scan, position: int) -> bool:
    """True for "S-400", "F-16": letters with a number behind."""
    token = scan.tokens[position]
    if any(c.isdigit() for c in token.text):
        return True
    return scan.form(position + 1) == "-" and scan.form(position + 2)[:1].isdigit()


def _may_be_given(scan: Scan, hit: Hit, *, titled: bool) -> bool:
    """True for a town's name in front of a surname: "Vladimir Putin"."""
    entry = load_gazetteer().entry(hit.sense.id)
    if hit.enclitic or entry is None or entry.category != "place":
        return False
    after = hit.last + 1
    if is_capital(scan, after) and kind_of(scan.form(after).partition("'")[0], alone=False):
        return True
    return is_capital(scan, after) and (titled or not scan.hits(after))


def _is_given_to_official(scan: Scan, hit: Hit) -> bool:
    """True for a country's or capital's name behind an office: "Bakan Santiago Cafiero"."""
    entry = load_gazetteer().entry(hit.sense.id)
    after = hit.last + 1
    if hit.enclitic or hit.last > hit.first or entry is None or entry.category != "either":
        return False
    surname = is_capital(scan, after) and not scan.hits(after) and not _is_model(scan, after)
    return surname and not kind_of(last_word(scan, after + 1), alone=False)


def _counted(scan: Scan, start: int, end: int) -> bool:
    return any(len(t.text) > 1 and t.is_word for t in scan.tokens[start:end])


def kind_of_run(scan: Scan, start: int, end: int) -> str:
    """Return what the last word of a run tells; "Enerji Ajansı" is a body, no medium."""
    kind = kind_of(last_word(scan, end), alone=end - start == 1)
    if kind == "other" and scan.form(end - 2) in words("conference_members"):
        return "body"  # "Piskoposlar Konferansı"
    agency = kind == "media" and scan.form(end - 1).startswith("ajans") and end - start > 1
    return "body" if agency and scan.form(end - 2) in words("agency_fields") else kind


def last_word(scan: Scan, end: int) -> str:
    return scan.form(end - 1).removesuffix(ending_of(scan, end - 1))


def kind_of(last: str, *, alone: bool) -> str:
    """Return what the last word of a name tells, with its endings as common nouns have them."""
    for name, kind in (
        ("media_endings", "media"),
        ("body_endings", "body"),
        ("thing_endings", "thing"),
        ("other_endings", "other"),
    ):
        known = words(name)
        if last in known or any(last[:-cut] in known for cut in (1, 2, 3, 4, 5) if len(last) > 5):
            return kind if not alone or kind == "media" else "other"
    return ""
