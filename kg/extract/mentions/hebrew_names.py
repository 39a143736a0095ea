"""Personal names in Hebrew, which has no capitals to tell them by.

In:  a `Scan` and a position. Out: where the name ends, or the person's phrase.
A name begins with a known given name; behind an office also with words that no list knows, as long
as they look like none of the words that follow a subject. Behind an office and a comma a few such
words up to the next comma are its holder's name. Hyphens join the parts of a name: בו-צעב.
"""

import re
from functools import cache

from kg.extract.mentions.hebrew_asides import names_nobody
from kg.extract.mentions.hebrew_everyday import is_everyday
from kg.extract.mentions.hebrew_initialled import follows_initial, is_cut, is_initial
from kg.extract.mentions.hebrew_parts import describe, frames, infinitives, is_verb, nested, words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import endings_of, words_of
from kg.model.token import Reading, Token

_LONGEST = 4
_COMMAS = frozenset({",", "–", "—"})
_CLOSING = frozenset({",", ".", "–", "—", ")", ";", ":", "", "?", "!", '"'})
_NOT_ENDINGS = endings_of("he", "no_name_ends")
_INFINITIVE = re.compile("ל(?:.ו.|..+ות)")  # לטוס, להיות
_FRONTS = frozenset("בהלמשכ")
_JOINTS = words_of("he", "name_joints")
_SURNAME = 3
_FREE = ((), ("ו",))
_FATHERS = words_of("he", "name_fathers")
_NOT_GIVEN = words_of("he", "not_given")
_HYPHENED = words_of("he", "name_articles")


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
    if _parts(scan, position, end) < 2 or _are_two(scan, position, end):
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
    strong = any(h.sense.tag in ("given", "particle") for h in scan.hits(start))
    end = run(scan, start, known=strong)
    if end == start:
        return None
    lone = _parts(scan, start, end) == 1
    strong = strong or (not lone and _is_foreign(scan, start, end))
    if lone and start == position and not (titled and (strong or _closes(scan, end))):
        return None
    if not strong and _parts(scan, start, end) > 1 and not titled and start == position:
        return None
    return end, scan.text(start, end - 1)


def _is_foreign(scan: Scan, start: int, end: int) -> bool:
    """True for words with a letter of other languages, as foreign names have: ג'ו ליג'יאן."""
    return any("'" in scan.form(i)[1:-1] for i in range(start, end))


def _closes(scan: Scan, position: int) -> bool:
    """True when a mark, a verb or a common little word follows: what stands before is a name."""
    if not scan.is_word(position):
        return True
    return scan.form(position) in words("stops") or is_verb(scan.tokens[position])


def name_set_off(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return the end and the name of ", סרגיי לברוב," behind an office; the comma is given."""
    if scan.form(position) not in _COMMAS:
        return None
    start = position + 1
    while (title := scan.find(start, "title")) is not None:
        start = title.last + 1
    strong = any(h.sense.tag in ("given", "particle") for h in scan.hits(start))
    strong = strong or start > position + 1 or _is_given_second(scan, start)  # ", הקולונל X"
    end = run(scan, start, known=strong)
    if strong and scan.form(end) not in _CLOSING:
        foreign = _closed(scan, start, ".")
        foreign = foreign if scan.form(foreign - 1) == "'" else 0  # "… זהרה בלוץ׳."
        end = _closed(scan, start, scan.form(position)) or foreign or end
    parts = _parts(scan, start, end)
    if parts < (1 if strong else 2) or scan.form(end) not in _CLOSING:
        return None
    if parts == 1 and scan.form(end) != scan.form(position):
        return None
    listed = not strong and (_lists_on(scan, start, end) or names_nobody(scan, start, end))
    return None if listed else (end, scan.text(start, end - 1))


def _is_given_second(scan: Scan, position: int) -> bool:
    """True for "מומתאז זהרה בלוץ׳": a word of no list, and a given name behind it."""
    if not scan.is_word(position) or scan.hits(position) or is_verb(scan.tokens[position]):
        return False
    behind = scan.hits(position + 1)
    given = any(h.sense.tag == "given" and not h.reading.proclitics for h in behind)
    return given and _may_be_name(scan, position, parts=0, known=False)


def name_between(scan: Scan, position: int, *, least: int = 2) -> tuple[int, str] | None:
    """Return the end and the name of ", הנה לוי,": whatever two or three words commas close."""
    if scan.form(position) not in _COMMAS:
        return None
    end = _closed(scan, position + 1, scan.form(position), least)
    if not end or names_nobody(scan, position + 1, end):
        return None
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
    told = later.startswith("ה") and "'" not in form
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


def run(scan: Scan, start: int, *, known: bool, taken: int = 0) -> int:
    """Return the position behind the words from `start` on that may be one name.

    `taken` parts of it stand in front of `start` already.
    """
    end = start
    while end < scan.end and (parts := taken + _parts(scan, start, end)) < _LONGEST:
        if not _may_be_name(scan, end, parts=parts, known=known):
            break
        end += 1
        while scan.form(end) in ("'", ".") and is_cut(scan, end):
            end += 1  # ברקוביץ׳, ד׳, ס.
        while scan.form(end) == "-" and _is_tight(scan, end) and scan.is_word(end + 1):
            end += 2
            if scan.form(end) == "'" and scan.tokens[end].start == scan.tokens[end - 1].end:
                end += 1  # גרבר-קיטרוביץ׳
    return end


def _parts(scan: Scan, start: int, end: int) -> int:
    return sum(scan.is_word(i) and scan.form(i - 1) != "-" for i in range(start, end))


def _is_tight(scan: Scan, i: int) -> bool:
    tokens = scan.tokens
    return 0 < i < scan.end - 1 and tokens[i - 1].end == tokens[i].start == tokens[i + 1].start - 1


def _may_be_name(scan: Scan, position: int, *, parts: int, known: bool) -> bool:
    if not scan.is_word(position):
        return False
    token = scan.tokens[position]
    if parts and scan.form(position - 1) in _FATHERS and not is_verb(token):
        return True  # מאיר בן שבת
    if parts > 1 and _is_next_person(scan, position):
        return False  # "לורן פביוס וויליאם הייג"
    if parts > 1 and token.form[0] == "ו" and not token.form.startswith("וו"):
        return False  # "שינסוקה סוגיאמה ולים סונג-נם"
    if parts > 1 and follows_initial(scan, position) and not _closes(scan, position):
        return True
    if token.form in _HYPHENED and scan.form(position + 1) == "-":
        return _is_tight(scan, position + 1)
    if any(
        h.sense.tag in ("given", "particle") and not h.reading.proclitics
        for h in scan.hits(position)
    ):
        return not is_verb(token) or scan.form(position + 1) in _HYPHENED
    if not "\u05d0" <= token.form[0] <= "\u05ea" or is_everyday(scan, position, parts):
        return False
    if len(token.form) == 1 and is_initial(scan, position):
        return True
    if parts and _is_inside(scan, position):
        return True
    if parts and _is_surname(scan, position):
        return True
    if token.form[0] == "ה" and _is_he_name(scan, position, parts):
        return True
    if _ends(scan, position, token):
        return False
    if parts == 0 and not known and token.form[0] == "ה" and "'" not in token.form:
        return False
    if parts == 0 and _is_told_to(scan, position):
        return False
    if parts and _INFINITIVE.fullmatch(token.form):
        return False
    led = scan.find(position - 1, "particle") is not None  # "פון דר ליין"
    fronted = token.form[0] in _FRONTS and len(token.form) > 3
    if parts > 1 and not led and fronted and not _ends_set_off(scan, position, token):
        return False  # "מישל עאון בארמון"
    tags = {h.sense.tag for h in scan.hits(position) if not h.reading.proclitics}
    if parts == 1 and known and tags == {"name"} and _is_state(scan, position):
        return True  # דייוויד קמרון
    if tags & {"role", "institution", "adjective", "modifier", "name", "generic", "outlet"}:
        return False
    return len(token.form) > 1


def _is_inside(scan: Scan, position: int) -> bool:
    """True for what joins a given name to a surname: "ברונו לה מר", "מייקל ד׳ היגינס"."""
    form, before = scan.form(position), scan.hits(position - 1)
    given = any(h.sense.tag == "given" for h in before) or scan.form(position - 1) in ("'", ".")
    if not given or scan.form(position - 1) in words("stops"):
        return False
    initial = len(form) == 1 and scan.form(position + 1) in ("'", ".")
    joins = form in _JOINTS and scan.is_word(position + 1)
    return initial or (joins and not _closes(scan, position + 1))


def _is_surname(scan: Scan, position: int) -> bool:
    """True for any word between a given name and a verb or mark: "ג׳וזף מוסקט הכחיש"."""
    token = scan.tokens[position]
    fronts = {h.reading.proclitics for h in scan.hits(position - 1) if h.sense.tag == "given"}
    given = bool(fronts & {*_FREE})
    if not given or is_verb(token) or token.form in words("stops") or len(token.form) < _SURNAME:
        return False
    behind = position + 1
    stop = scan.form(position - 2) in _COMMAS or ("ו",) in fronts  # ", פרדריק סולהיים."
    closes = (
        (stop and scan.form(behind) == ".")
        or scan.form(behind) in _COMMAS
        or (scan.is_word(behind) and is_verb(scan.tokens[behind]))
    )
    led = any(r.proclitics and r.stem in words("stops") for r in token.readings if len(r.stem) > 2)
    if not closes or token.form in infinitives() or led:
        return False  # "חסינה מאדמת הודו"
    known = {h.sense.tag for h in scan.hits(position)} - {"name", "given", "particle", "adjective"}
    places = [h for h in scan.hits(position) if h.sense.tag == "name"]
    return not known and not any(h.reading.proclitics and len(h.reading.stem) > 2 for h in places)


def _is_next_person(scan: Scan, position: int) -> bool:
    """True for a given name that "and" is written onto: another person begins."""
    return any(
        h.sense.tag == "given" and h.reading.proclitics == ("ו",) for h in scan.hits(position)
    )


def _is_he_name(scan: Scan, position: int, parts: int) -> bool:
    """True for a name in ה, which is oftener the article: מהדי הונרדוסט, הוואנג קיו-אן."""
    token = scan.tokens[position]
    if is_verb(token) or scan.hits(position):
        return False
    if parts == 0:
        return (
            "וו" in token.form and scan.form(position + 2) == "-" and _is_tight(scan, position + 2)
        )
    given = any(h.sense.tag == "given" for h in scan.hits(position - 1))
    return parts == 1 and given and scan.form(position + 1) in _CLOSING


def _is_told_to(scan: Scan, position: int) -> bool:
    """True for "(said) to Bin X": a letter in front of what begins a name."""
    return any(
        h.sense.tag == "particle" and h.reading.proclitics == ("ל",) for h in scan.hits(position)
    )


def _ends_set_off(scan: Scan, position: int, token: Token) -> bool:
    """True for a last name in front of a comma that is hardly "from …" or "like …": מוריו."""
    return token.form[0] in "מכ" and scan.form(position + 1) in (",", "–", "—", ")")


def _is_state(scan: Scan, position: int) -> bool:
    """True for one word that is a state's name, behind a given name a surname."""
    given = any(h.sense.tag == "given" for h in scan.hits(position - 1))
    hits = [h for h in scan.hits(position) if h.sense.tag == "name"]
    return given and all(h.first == h.last and h.sense.kind == "state" for h in hits)


def _ends(scan: Scan, position: int, token: Token) -> bool:
    """True for a word that goes on with the sentence: a stop, a verb, a name behind a letter."""
    form = token.form
    hyphened = scan.form(position + 1) == "-" and _is_tight(scan, position + 1)
    if hyphened and form not in infinitives():
        return False
    arabic = scan.form(position + 1) in _HYPHENED and scan.form(position + 2) == "-"
    if form in words("stops") or form.endswith(_NOT_ENDINGS):
        return True
    if is_verb(token) and not arabic:  # נאסר אל-ע'נום
        return True
    if form in infinitives():
        return True
    ends = _enders()
    if any(r.stem in ends and _is_joined(r) for r in token.readings):
        return True
    known = [h for h in scan.hits(position) if h.reading.proclitics and h.sense.tag != "particle"]
    if any(len(h.reading.stem) > 2 for h in known):
        return True
    if any(h.sense.tag == "role" and h.reading.proclitics == ("ו",) for h in known):
        return True
    if known and any(h.sense.tag == "role" for h in known) and _is_definite(scan, position + 1):
        return True  # "(דרש א ב) משר החוץ"
    # A letter written onto a definite noun: ובמשרד, שהגיע; a definite noun: המשלחת.
    return any(r.proclitics and r.definite and len(r.stem) > 2 for r in token.readings) or (
        form[0] == "ה" and len(form) > 5 and "'" not in form
    )


def _is_definite(scan: Scan, position: int) -> bool:
    return scan.form(position).startswith("ה") and scan.is_word(position)


@cache
def _enders() -> frozenset[str]:
    return words("stops") | frames()


def _is_joined(reading: Reading) -> bool:
    """True for ועם, מאצל; not for מאו, where too little is left to tell."""
    return bool(reading.proclitics) and (
        len(reading.stem) > 2 or reading.proclitics[0] in ("ו", "ש")
    )


def _person(scan: Scan, first: int, end: int, letters: int) -> str:
    return scan.text(first, end - 1)[letters:]
