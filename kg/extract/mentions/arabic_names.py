"""Personal names in Arabic, which has no capitals to tell them by.

In:  a `Scan` and a position. Out: where the name ends, or the person's phrase.
A name begins with a known given name or a particle ("أبو"); behind an office also with a word
that no list knows, as long as it looks like none of the words that follow a subject.
"""

from kg.extract.mentions.arabic_parts import closes, is_verb, words
from kg.extract.mentions.scan import Phrase, Scan

_LONGEST = 4
_TANWIN = "\u064b"
_NOT_ENDINGS = ("ات", "اته", "اتها", "يين", "ية")
_SHORTEST = 3


def find_person(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whose given name stands here, if at least one more name follows it."""
    if any(hit.sense.tag not in ("given", "particle") for hit in scan.hits(position)):
        return []
    hit = scan.hits(position)[0]
    if hit.enclitic or hit.reading.definite or scan.form(position) in words("stops"):
        return []
    end = _run(scan, position)
    if end - position < 2 or (hit.sense.tag == "particle" and end - position < 3):
        return []
    phrase = Phrase(
        position, end - 1, hit.reading, kind="person", definite=True, human=True, number="singular"
    )
    phrase.person = _letters(scan, position, end, len("".join(hit.reading.proclitics)))
    return [phrase]


def find_titled(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whose title stands here: "الشيخ …", "اللواء …"."""
    title = scan.find(position, "title", bare=False)
    found = name_after(scan, title.last + 1, titled=True) if title else None
    if title is None or found is None:
        return []
    end, name = found
    phrase = Phrase(
        position, end - 1, title.reading, kind="person", definite=True, human=True, person=name
    )
    phrase.number = "singular"
    return [phrase]


def name_after(scan: Scan, position: int, *, titled: bool) -> tuple[int, str] | None:
    """Return the position behind a name that begins here, and the name; titles stand before it.

    `titled` = the office is one after which a surname alone is usual ("الرئيس …").
    """
    start = position
    while (title := scan.find(start, "title")) is not None:
        start = title.last + 1
    end = _run(scan, start)
    if end == start:
        return None
    strong = any(h.sense.tag in ("given", "particle") for h in scan.hits(start))
    lone = end - start == 1
    if lone and not (titled and closes(scan, end)) and not (start > position):
        return None
    if not strong and not lone and scan.form(start + 1).startswith("ال"):
        return None  # "إصلاح الدستور": a noun and its genitive
    return end, _letters(scan, start, end, 0)


def _run(scan: Scan, position: int) -> int:
    """Return the position behind the words that may be one name."""
    end = position
    for _ in range(_LONGEST):
        if scan.find(end, "particle") and _follows_particle(scan, end + 1):
            end += 2  # "بن حمد", "آل ثاني", "عبد الله" count as one
        elif _is_name_word(scan, end, first=end == position):
            end += 1
        else:
            break
    return end


def _follows_particle(scan: Scan, position: int) -> bool:
    """True for any word but those that end a name: "ثاني" is a name behind "آل"."""
    return scan.is_word(position) and scan.form(position) not in words("stops")


def _is_name_word(scan: Scan, position: int, *, first: bool) -> bool:
    if not scan.is_word(position):
        return False
    token = scan.tokens[position]
    form = token.form
    if form in words("stops") and not token.text.endswith("ي"):  # "على" is no "علي"
        return False
    if any(
        h.sense.tag in ("given", "particle") and not h.reading.proclitics
        for h in scan.hits(position)
    ):
        return True
    if any(h.sense.tag not in ("given", "particle", "modifier") for h in scan.hits(position)):
        return False
    if form in words("not_names") or is_verb(token):
        return False
    if len(form) < _SHORTEST or not "\u0621" <= form[0] <= "\u064a" or _TANWIN in token.text:
        return False
    if form.startswith("ال") and len(form) > 4:
        return not first
    if any(r.proclitics and (r.stem in words("stops") or r.definite) for r in token.readings):
        return False
    return not (form.endswith(_NOT_ENDINGS) or (form.endswith("ة") and first))


def _letters(scan: Scan, start: int, end: int, skip: int) -> str:
    text = scan.sentence.text
    begin, stop = scan.tokens[start].start + skip, scan.tokens[end - 1].end
    return " ".join(text[begin - scan.sentence.start : stop - scan.sentence.start].split())
