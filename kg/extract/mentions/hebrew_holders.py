"""Names that stand apart from the office they belong to, in Hebrew.

In:  a `Scan`, and where the office has been read to. Out: where the name ends, and the name.
    ראש הטקס האיראני, מהדי כהן, …              words no lexicon knows, a comma, the name
    מנכ״לית "גשרים" דנה לוי …                   a quoted body, then the name
    מנהיג המורדים טום הלר                      words no lexicon knows, then a given name
    דנה לוינסקי, יו״ר ועדת החוץ, הזהירה          the name of no list in front, where a clause opens
    שרי ההגנה של צ׳ילה ופרו, א ב וג ד, …         two offices, then their two holders
"""

from kg.extract.mentions.hebrew_name_run import run
from kg.extract.mentions.hebrew_names import holder_between, name_set_off
from kg.extract.mentions.hebrew_parts import frames, infinitives, is_verb, words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_FARTHEST = 7
_LONGEST_TITLE = 4
_LONGEST_UNKNOWN = 3
_WITHIN = frozenset({"של", "על", "-"})
_MARKS = frozenset("\"״“”„'׳‘’")
_OPENS = frozenset({":", ";", "–", "—", '"'})
_CLOSING = frozenset({",", ".", "–", "—", ")", ";", ":", ""})
_NAME_PARTS = (2, 3)
_WHOLE = 5
_OFFICES = frozenset({"role", "deputy"})
_LEADS = words_of("he", "leads_to_somebody")
_NEAR = frozenset({"מקורב", "מקורבת", "מקורבים"})
_ADVISING = frozenset({"יועץ", "יועצת", "עוזר", "עוזרת"})
_TO = ("ל",)
_AT = (("ב",), ("מ",))
_ON_BEHALF = "מטעם"
_HOLDING = words_of("he", "holding_office")


def far_name(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return end and name of "(ראש) הטקס האיראני, מהדי כהן,": what precedes is the office."""
    last = min(scan.end, position + _FARTHEST)
    for k in range(position, last):
        if scan.form(k) == ",":
            return (name_set_off(scan, k) or holder_between(scan, k)) if k > position else None
        if not _describes(scan, k) or _leads_to_office(scan, position - 1, k):
            return None
    return None


def _leads_to_office(scan: Scan, head: int, k: int) -> bool:
    """True for "(זומן השגריר) לסגן השר": another's office, but for advisers and aides."""
    advises = scan.form(head).removeprefix("ה") in _ADVISING
    return not advises and any(
        h.sense.tag in _OFFICES and h.reading.proclitics == _TO for h in scan.hits(k)
    )


def name_behind_unknown(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return end and name of "(מנהיג) המורדים טום הלר": a given name behind words of no list."""
    k = position
    while k < min(scan.end, position + _LONGEST_UNKNOWN) and scan.form(k).startswith("ה"):
        if not _describes(scan, k) or _is_given(scan, k):
            break
        k += 1
    if k == position or not _is_given(scan, k):
        return None
    end = run(scan, k, known=True)
    parts = sum(scan.is_word(i) and scan.form(i - 1) != "-" for i in range(k, end))
    return (end, scan.text(k, end - 1)) if parts in _NAME_PARTS else None


def _is_given(scan: Scan, k: int) -> bool:
    return any(h.sense.tag == "given" and not h.reading.proclitics for h in scan.hits(k))


def is_named_so(scan: Scan, position: int) -> bool:
    """True for "דני דיין": a given name written like an adjective, in front of a surname."""
    end = run(scan, position, known=True) if _is_given(scan, position) else position
    closes = not scan.is_word(end) or scan.form(end) in words("stops") or is_verb(scan.tokens[end])
    return end > position + 1 and closes


def close_to(scan: Scan, position: int) -> int:
    """Return the last of the words that tell an unnamed one: "מקור המעורה בפרטיה", "יועץ לנשיא".

    `position` - 1 where none do.
    """
    form = scan.form(position)
    if not scan.is_word(position) or is_verb(scan.tokens[position]) or form in frames():
        return position - 1
    if form.startswith("המ") and len(form) > _NAME_PARTS[1]:
        last = position
        while last + 1 < scan.end and last - position < _LONGEST_UNKNOWN:
            if not _describes(scan, last + 1):
                break
            last += 1
        return last
    of_office = any(
        h.sense.tag == "role" and h.reading.proclitics == ("ל",) for h in scan.hits(position)
    )
    within = any(
        r.proclitics == ("ב",) and len(r.stem) > 2 and r.stem not in frames()
        for r in scan.tokens[position].readings
    )
    ends = not scan.is_word(position + 1) or is_verb(scan.tokens[position + 1])
    ends = ends or scan.form(position + 1) in words("stops")
    known = any(h.sense.tag == "name" for h in scan.hits(position))
    return position if (of_office or (within and not known)) and ends else position - 1


def whose_end(scan: Scan, head: int, position: int) -> int:
    """Return the last word of "(מקורב) לנשיא פוטין", "(יועץ) לראש הממשלה דנה לוי"; 0 for none."""
    near = scan.form(head).removeprefix("ו") in _NEAR
    if not near and scan.form(head).removeprefix("ו") not in _ADVISING:
        return 0
    hits = [h for h in scan.hits(position) if h.reading.proclitics == _TO]
    office = next((h for h in hits if h.sense.tag == "role"), None)
    if office is None and (not near or not scan.form(position).startswith("ל")):
        return 0
    last = office.last if office is not None else position
    if office is not None and scan.form(last + 1) and (state := scan.find(last + 1, "name")):
        last = state.last
    end = run(scan, last + 1, known=True) if office is not None else last + 1
    if office is None and scan.is_word(end) and not is_verb(scan.tokens[end]):
        end = run(scan, end, known=True, taken=1)
    ends = not scan.is_word(end) or is_verb(scan.tokens[end]) or scan.form(end) in words("stops")
    return end - 1 if ends else 0


def body_of(scan: Scan, position: int) -> int:
    """Return the last word of "(גורם) בוועדת החקירה", "(דובר) מטעם סונאק"; 0 where none follows."""
    if scan.form(position) == _ON_BEHALF and scan.is_word(position + 1):
        known = scan.find(position + 1, "name")
        return known.last if known is not None else position + 1
    heads = words("body_heads")
    if not scan.is_word(position) or not any(
        r.proclitics in _AT and r.stem.replace("וו", "ו", 1) in heads
        for r in scan.tokens[position].readings
    ):
        return 0
    named = scan.find(position + 1, "name")
    if named is not None:
        return named.last
    last = position
    while last - position < _NAME_PARTS[0] and scan.form(last + 1).startswith("ה"):
        if not _describes(scan, last + 1):
            break
        last += 1
    return last if last > position else 0


def _describes(scan: Scan, k: int) -> bool:
    form = scan.form(k)
    if form in _WITHIN:
        return True
    if not scan.is_word(k) or form in words("stops") or form in infinitives():
        return False
    if is_verb(scan.tokens[k]):
        return False
    ends = words("stops") | frames()
    return not any(
        r.proclitics and r.stem in ends and len(r.stem) > 2 for r in scan.tokens[k].readings
    )


def quoted_body(scan: Scan, position: int) -> int:
    """Return the position behind a quoted body's name that begins here, `position` for none."""
    if scan.form(position) not in _MARKS:
        return position
    for k in range(position + 2, min(scan.end, position + 2 + _LONGEST_TITLE)):
        if scan.form(k) in _MARKS:
            return k + 1
        if not scan.is_word(k):
            break
    return position


def find_opening_person(scan: Scan, position: int) -> list[Phrase]:
    """Return whom no list knows by name, where an office follows a comma.

    So it is where a clause opens, and behind what leads to somebody: "(met) with".
    """
    if position and scan.form(position - 1) not in _OPENS | _LEADS:
        return []
    end = run(scan, position, known=False)
    parts = sum(scan.is_word(k) and scan.form(k - 1) != "-" for k in range(position, end))
    if parts not in _NAME_PARTS or scan.form(end) != ",":
        return []
    if scan.form(position)[0] in "בלהשמ" and not _is_whole(scan, position):
        return []
    holds = any(h.sense.tag in _OFFICES and not h.reading.proclitics for h in scan.hits(end + 1))
    if not holds and scan.form(end + 1) not in _HOLDING:
        return []
    phrase = Phrase(position, end - 1, kind="person", definite=True, human=True)
    phrase.number, phrase.person = "singular", scan.text(position, end - 1)
    return [phrase]


def _is_whole(scan: Scan, position: int) -> bool:
    """True for a name like "ברנדון אוקיף": no letter in front of a word that any list has."""
    form = scan.form(position)
    if len(form) < _WHOLE or form.startswith("ה") or scan.form(position + 1).startswith("ה"):
        return False
    known = frames() | words("stops") | infinitives() | words("body_heads")
    stems = {r.stem for r in scan.tokens[position].readings if r.proclitics}
    return not stems & known and not any(h.reading.proclitics for h in scan.hits(position))


def give_holders(scan: Scan, offices: list[Phrase]) -> list[Phrase]:
    """Return two offices with the two people named behind their comma, or as they were."""
    last = offices[-1].last
    if len(offices) != 2 or scan.form(last + 1) != ",":
        return offices
    start = last + 2
    end = run(scan, start, known=True)
    split = _joint(scan, start, end) or end
    second = split if split < scan.end and scan.form(split).startswith("ו") else 0
    if split <= start or not second:
        return offices
    tail = run(scan, second + 1, known=True, taken=1)
    if scan.form(tail) not in _CLOSING or tail == second + 1:
        return offices
    first, other = offices
    held = [*first.nested, *(other.nested or [])]
    first.last, first.person, first.kind = split - 1, scan.text(start, split - 1), "person"
    first.shown, first.nested, first.unnamed = None, held, False
    name = scan.text(second, tail - 1)[1:]
    reading = next((r for r in scan.tokens[second].readings if r.proclitics == ("ו",)), None)
    if reading is None:
        return offices
    then = Phrase(second, tail - 1, reading, kind="person", role=other.role, side=other.side)
    then.person, then.definite, then.human, then.number = name, True, True, "singular"
    return [first, then]


def give_shared(scan: Scan, office: Phrase) -> list[Phrase]:
    """Return the two who hold "סגני שרי החוץ של שתי המדינות, א ב וג ד,", or the office alone."""
    last = office.last
    if office.number != "plural" or office.person or scan.form(last + 1) != ",":
        return [office]
    start = last + 2
    first = run(scan, start, known=_is_given(scan, start))
    second = first if first < scan.end and scan.form(first).startswith("ו") else 0
    if first - start not in _NAME_PARTS or not second:
        return [office]
    end = run(scan, second + 1, known=True, taken=1)
    if scan.form(end) not in _CLOSING or end == second + 1:
        return [office]
    reading = next((r for r in scan.tokens[second].readings if r.proclitics == ("ו",)), None)
    if reading is None:
        return [office]
    holder = _held(office, office.first, first - 1, scan.text(start, first - 1))
    holder.reading, holder.nested = office.reading, office.nested
    other = _held(office, second, end - 1, scan.text(second, end - 1)[1:])
    other.reading = reading
    return [holder, other]


def _held(office: Phrase, first: int, last: int, name: str) -> Phrase:
    held = Phrase(first, last, kind="person", role=office.role, side=office.side, person=name)
    held.definite, held.human, held.number = True, True, "singular"
    return held


def _joint(scan: Scan, start: int, end: int) -> int:
    """Return where "and B" begins inside a run of words that read like one name; 0 for nowhere."""
    joined = [
        k
        for k in range(start + 1, end + 1)
        if scan.form(k).startswith("ו") and not scan.form(k).startswith("וו")
    ]
    given = [
        k
        for k in range(start + 1, end + 1)
        if any(h.sense.tag == "given" and h.reading.proclitics == ("ו",) for h in scan.hits(k))
    ]
    return given[0] if given else joined[-1] if joined else 0
