"""Personal names in Hebrew, which has no capitals to tell them by.

In:  a `Scan` and a position. Out: where the name ends, or the person's phrase.
A name begins with a known given name; behind an office also with words that no list knows, as long
as they look like none of the words that follow a subject. Behind an office and a comma a few such
words up to the next comma are its holder's name. Hyphens join the parts of a name: בו-צעב.
"""

from kg.extract.mentions.hebrew_asides import names_nobody
from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_name_run import closes, is_given_state, may_be_name, parts_of, run
from kg.extract.mentions.hebrew_parts import describe, frames, infinitives, is_verb, nested, words
from kg.extract.mentions.hebrew_small_names import with_small_word
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import words_of

_LONGEST = 4
_LEADING, _LONG, _HEBREW = frozenset("בלמכש"), 5, -1.0
_COMMAS = frozenset({",", "–", "—"})
_CLOSING = frozenset({",", ".", "–", "—", ")", ";", ":", "", "?", "!", '"'})
_FRONTS = frozenset("בהלמשכ")
_NOT_GIVEN = words_of("he", "not_given")
_KNOWN = words_of("he", "known_by_surname")
_WAS = words_of("he", "was_or_is")
_STAYS = words_of("he", "stays_there")


def find_person(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whose given name stands here, if at least one more name follows it."""
    given = next((h for h in scan.hits(position) if h.sense.tag == "given"), None)
    if given is None or any(h.sense.tag in ("role", "institution") for h in scan.hits(position)):
        return []
    if scan.form(position) in _NOT_GIVEN:
        return []
    if not set(given.reading.proclitics) <= {"ו", "ל", "ב", "מ", "כ", "ש"}:
        return []
    if given.reading.proclitics and (
        len(given.reading.stem) < 3 or "כ" in given.reading.proclitics
    ):
        return []  # כלי שיט
    end = run(scan, position + 1, known=True, taken=1) if given.reading.proclitics else 0
    end = end or run(scan, position, known=True)
    if parts_of(scan, position, end) < 2 or _are_two(scan, position, end):
        return []
    phrase = Phrase(position, end - 1, given.reading, kind="person", definite=True, human=True)
    phrase.number = "singular"
    phrase.person = _person(scan, position, end, len("".join(given.reading.proclitics)))
    return [phrase]


def _are_two(scan: Scan, position: int, end: int) -> bool:
    """True for the surnames of "קאנג וקונו נפגשו": two, as the verb behind them tells."""
    joined = scan.form(position + 1)
    if end != position + 2 or not joined.startswith("ו") or joined.startswith("וו"):
        return False
    return end < scan.end and scan.form(end).endswith("ו") and is_verb(scan.tokens[end])


def find_titled(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whose title stands here: ד״ר …, האלוף …."""
    title = scan.find(position, "title", bare=False)
    start, whose = describe(scan, title.last + 1) if title else (position, None)  # "הגנרל הפקיסטני"
    found = name_after(scan, start, titled=True) if title else None
    if title is None or found is None:
        return []
    end, name = found
    if " " not in name and title.reading.stem in words("regal"):
        name = scan.text(position, end - 1)[len("".join(title.reading.proclitics)) :]
    phrase = Phrase(position, end - 1, title.reading, kind="person", definite=True, human=True)
    phrase.number, phrase.person = "singular", name
    if whose is not None:
        phrase.side = whose.sense.id
        phrase.nested.append(nested(whose))
    return [phrase]


def name_after(scan: Scan, position: int, *, titled: bool) -> tuple[int, str] | None:
    """Return the position behind a name that begins here, and the name; titles stand before it.

    `titled` = the office is one behind which a surname alone is usual: הנשיא ….
    """
    start = position
    while (title := scan.find(start, "title")) is not None:
        start = title.last + 1
    if scan.form(start) in words("body_heads"):
        return None  # "נשיא מועצת המחוז"
    strong = any(h.sense.tag in ("given", "particle") for h in scan.hits(start))
    strong = strong or is_given_state(scan, start) or _leads_known(scan, start)
    if titled and (small := with_small_word(scan, start)):
        return small, scan.text(start, small - 1)
    end = run(scan, start, known=strong)
    if end == start:
        return None
    lone = parts_of(scan, start, end) == 1
    strong = strong or (not lone and _is_foreign(scan, start, end))
    if lone and not strong and _is_led_word(scan, start):
        return None
    if lone and start == position and not (titled and (strong or closes(scan, end))):
        return None
    if not strong and parts_of(scan, start, end) > 1 and not titled and start == position:
        return None
    return end, scan.text(start, end - 1)


def _leads_known(scan: Scan, position: int) -> bool:
    """True for "בני" of "חבר הכנסת בני גנץ": nothing leads it, a known surname follows."""
    return scan.form(position + 1) in _KNOWN and not _is_led_word(scan, position)


def _is_led_word(scan: Scan, position: int) -> bool:
    """True for "בארגון", "למפגינים": a letter in front of a word, as its letters tell or a list."""
    form = scan.form(position)
    if form in _KNOWN:
        return False
    if form[0] in _LEADING and len(form) >= _LONG and foreignness(form) < _HEBREW:
        return True
    known = everyday_words("he") | words("body_heads")
    stems = {r.stem for r in scan.tokens[position].readings if r.proclitics and len(r.stem) > 2}
    return any(stem in known or f"ה{stem}" in known for stem in stems)


def _is_foreign(scan: Scan, start: int, end: int) -> bool:
    """True for words with a letter of other languages, as foreign names have: ג'ו ליג'יאן."""
    return any("'" in scan.form(i)[1:-1] for i in range(start, end))


def name_set_off(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return the end and the name of ", סרגיי לברוב," behind an office; the comma is given."""
    if scan.form(position) not in _COMMAS:
        return None
    start = position + 1
    while (title := scan.find(start, "title")) is not None:
        start = title.last + 1
    strong = any(h.sense.tag in ("given", "particle") for h in scan.hits(start))
    strong = strong or start > position + 1 or _is_given_second(scan, start)  # ", הקולונל X"
    strong = strong or _leads_known(scan, start)
    if (small := with_small_word(scan, start)) and scan.form(small) == scan.form(position):
        return small, scan.text(start, small - 1)
    end = run(scan, start, known=strong)
    if strong and parts_of(scan, start, end) > 1 and _opens_relative(scan, end):
        return end, scan.text(start, end - 1)  # ", אנואר אברהים שהיה"
    if strong and scan.form(end) not in _CLOSING:
        foreign = _closed(scan, start, ".")
        foreign = foreign if scan.form(foreign - 1) == "'" else 0  # "… זהרה בלוץ׳."
        end = _closed(scan, start, scan.form(position)) or foreign or end
    parts = parts_of(scan, start, end)
    if parts < (1 if strong else 2) or scan.form(end) not in _CLOSING:
        return None
    if parts == 1 and scan.form(end) != scan.form(position):
        return None
    listed = not strong and (_lists_on(scan, start, end) or names_nobody(scan, start, end))
    return None if listed else (end, scan.text(start, end - 1))


def name_before_verb(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return end and name of ", דני לוי הודיע" behind the office that opens a sentence."""
    start = position + 1
    given = any(h.sense.tag == "given" and not h.reading.proclitics for h in scan.hits(start))
    if scan.form(position) != "," or not given:
        return None
    end = run(scan, start, known=True)
    verb = scan.is_word(end) and is_verb(scan.tokens[end]) and scan.form(end)[0] not in "וש"
    return (end, scan.text(start, end - 1)) if verb and parts_of(scan, start, end) == 2 else None


def _opens_relative(scan: Scan, position: int) -> bool:
    """True for "שהיה": a clause that tells more of the one named."""
    if not scan.is_word(position) or not scan.form(position).startswith("ש"):
        return False
    readings = scan.tokens[position].readings
    verbal = is_verb(scan.tokens[position]) or scan.form(position)[1:] in _WAS
    return verbal and any(r.proclitics == ("ש",) and len(r.stem) > 1 for r in readings)


def _is_given_second(scan: Scan, position: int) -> bool:
    """True for "מומתאז זהרה בלוץ׳": a word of no list, and a given name behind it."""
    if not scan.is_word(position) or scan.hits(position) or is_verb(scan.tokens[position]):
        return False
    behind = scan.hits(position + 1)
    given = any(h.sense.tag == "given" and not h.reading.proclitics for h in behind)
    return given and may_be_name(scan, position, parts=0, known=False)


def name_between(scan: Scan, position: int, *, least: int = 2) -> tuple[int, str] | None:
    """Return the end and the name of ", הנה לוי,": whatever two or three words commas close."""
    if scan.form(position) not in _COMMAS:
        return None
    end = _closed(scan, position + 1, scan.form(position), least)
    if not end or names_nobody(scan, position + 1, end) or scan.form(position + 1) in _STAYS:
        return None  # "the minister, who stays in Lima,"
    verbal = any(is_verb(scan.tokens[k]) for k in range(position + 1, end))
    return None if verbal else (end, scan.text(position + 1, end - 1))


def holder_between(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return the end and the name of whoever holds the office in front of the comma."""
    return name_between(scan, position) if _may_be_holder(scan, position + 1) else None


def _may_be_holder(scan: Scan, position: int) -> bool:
    """True where words of no list begin a name: no office, no time, nothing that a letter leads."""
    if not scan.is_word(position):
        return False
    form = scan.form(position)
    later = scan.form(position + 1)
    known = {h.sense.tag for h in scan.hits(position) if not h.reading.proclitics}
    known |= {h.sense.tag for h in scan.hits(position + 1) if not h.reading.proclitics}
    foreign = "'" in later[1:-1] and known == {"modifier"}  # ", ימי אוסינבאג'ו,"
    plain = not known & {"role", "institution", "adjective", "modifier", "generic", "outlet"}
    plain = plain or foreign
    if not plain or form in infinitives() or later in infinitives() or form.isdecimal():
        return False
    lettered = any(
        r.proclitics and len(r.stem) > 1 and r.stem in frames() | words("stops")
        for r in scan.tokens[position].readings
    )
    told = later.startswith("ה") and "'" not in form + later
    return not (lettered or told) and form[0] not in _FRONTS - {"ה", "מ"}


def _closed(scan: Scan, start: int, mark: str, least: int = 2) -> int:
    """Return where the mark stands that closes up to three words; 0 where none does."""
    for k in range(start, min(scan.end, start + _LONGEST + 2)):
        if scan.form(k) == mark:
            return k if k - start >= least else 0
        if scan.form(k) in ("-", "'") and k > start:
            continue
        if not scan.is_word(k) or scan.form(k) in words("stops"):
            return 0
    return 0


def _lists_on(scan: Scan, first: int, end: int) -> bool:
    """True for "(trade), industry and crafts": a list goes on, nobody is named."""
    if end == first + 2 and scan.form(end) in _COMMAS:
        return scan.form(first).startswith("ה")  # else ", גרייס ואירימו,": the vav is the name's
    later = (scan.form(k) for k in range(first + 1, end))
    return any(form.startswith("ו") and not form.startswith("וו") for form in later)


def _person(scan: Scan, first: int, end: int, letters: int) -> str:
    return scan.text(first, end - 1)[letters:]
