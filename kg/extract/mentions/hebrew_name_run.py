"""Tell how far a Hebrew name runs, word by word.

In:  a `Scan` and a position. Out: where the name ends; whether one word may belong to it.
A word of no list does as long as it looks like none of the words that follow a subject. Hyphens
join the parts of a name: בו-צעב.
"""

import re
from functools import cache

from kg.extract.mentions.hebrew_everyday import is_everyday
from kg.extract.mentions.hebrew_initialled import follows_initial, is_cut, is_initial
from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import frames, infinitives, is_verb, words
from kg.extract.mentions.scan import Scan
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
_LED = frozenset("לבמ")
_FREE = ((), ("ו",))
_FATHERS = words_of("he", "name_fathers")
_HYPHENED = words_of("he", "name_articles")
_GIVEN_NOUNS = words_of("he", "given_names_that_are_nouns")
_FUTURE = frozenset("ית")
_WAS = words_of("he", "was_or_is")
_SURNAMES = words_of("he", "surnames_that_are_words")
_KNOWN = words_of("he", "known_by_surname")
_STATES = words_of("he", "given_names_that_are_states")
_SON, _OBJECT = "בין", "את"
_OFFICES = frozenset({"role", "institution"})
_HEBREW, _PLAIN = -1.0, -2.0


def run(scan: Scan, start: int, *, known: bool, taken: int = 0) -> int:
    """Return the position behind the words from `start` on that may be one name.

    `taken` parts of it stand in front of `start` already.
    """
    end = start
    while end < scan.end and (parts := taken + parts_of(scan, start, end)) < _LONGEST + (
        start < end and any(scan.form(k) in _FATHERS for k in range(start, end))
    ):  # "מוחמד בן עבד אל-רחמן אל-תאני"
        if not may_be_name(scan, end, parts=parts, known=known):
            break
        end += 1
        if scan.form(end - 1) in _KNOWN and scan.form(end) != "-":
            break  # "לנשיא זלנסקי שיבוא"
        while scan.form(end) in ("'", ".") and is_cut(scan, end):
            end += 1  # ברקוביץ׳, ד׳, ס.
        while scan.form(end) == "-" and _is_tight(scan, end) and scan.is_word(end + 1):
            end += 2
            if scan.form(end) == "'" and scan.tokens[end].start == scan.tokens[end - 1].end:
                end += 1  # גרבר-קיטרוביץ׳
    return end


def parts_of(scan: Scan, start: int, end: int) -> int:
    """Count the words of a name, those that hyphens join as one."""
    return sum(scan.is_word(i) and scan.form(i - 1) != "-" for i in range(start, end))


def _is_tight(scan: Scan, i: int) -> bool:
    tokens = scan.tokens
    return 0 < i < scan.end - 1 and tokens[i - 1].end == tokens[i].start == tokens[i + 1].start - 1


def is_given_state(scan: Scan, position: int) -> bool:
    """True for "ישראל" of "שר החוץ ישראל כץ": a definite office in front, a surname behind."""
    if scan.form(position) not in _STATES or not position:
        return False
    before, behind = scan.form(position - 1), position + 1
    office = before.startswith("ה") and scan.is_word(position - 1)
    if not office or not scan.is_word(behind) or is_verb(scan.tokens[behind]):
        return False
    if scan.form(behind) in _SURNAMES:
        return True
    future = scan.form(behind)[0] in _FUTURE and scan.form(behind + 1) in words("stops")
    return not future and _leads_surname(scan, position)


def may_be_name(scan: Scan, position: int, *, parts: int, known: bool) -> bool:
    """True for a word that may be part of a name, `parts` of which stand in front of it."""
    if not scan.is_word(position):
        return False
    if parts == 0 and is_given_state(scan, position):
        return True
    token = scan.tokens[position]
    noun = parts and scan.form(position - 1) in _GIVEN_NOUNS
    if noun and token.form[0] == "ה" and foreignness(token.form) < _PLAIN:
        return False  # "שלום העם" is the peace of the people
    if parts and scan.form(position - 1) in _FATHERS and not is_verb(token):
        return True  # מאיר בן שבת
    if parts > 1 and _is_next_person(scan, position):
        return False  # "לורן פביוס וויליאם הייג"
    if parts > 1 and token.form[0] == "ו" and not token.form.startswith("וו"):
        return False  # "שינסוקה סוגיאמה ולים סונג-נם"
    if parts > 1 and follows_initial(scan, position) and not closes(scan, position):
        return True
    if token.form in _HYPHENED and scan.form(position + 1) == "-":
        return _is_tight(scan, position + 1)
    if parts and _is_led_article(scan, position):
        return False  # "הגנרל סאלח אל-מונזיר לאל-ג'זירה"
    if any(
        h.sense.tag in ("given", "particle") and not h.reading.proclitics
        for h in scan.hits(position)
    ):
        if not is_verb(token) or scan.form(position + 1) in _HYPHENED:
            return True
        return parts == 0 and _leads_surname(scan, position)
    if parts and token.form == _SON and _leads_surname(scan, position):
        return True  # "קיקאיה בין קרובי"
    if parts == 1 and _is_verbal_surname(scan, position):
        return True
    if not "\u05d0" <= token.form[0] <= "\u05ea" or is_everyday(scan, position, parts):
        return False
    if len(token.form) == 1 and is_initial(scan, position):
        return True
    if parts and _is_inside(scan, position):
        return True
    if parts and (_is_surname(scan, position) or _is_holders(scan, position)):
        return True
    if token.form[0] == "ה" and _is_he_name(scan, position, parts):
        return True
    return not _ends(scan, position, token) and _is_of_no_list(scan, position, parts, known=known)


def _is_led_article(scan: Scan, position: int) -> bool:
    """True for "לאל-ג'זירה", "באל-ערביה": a letter in front of an article of Arabic names."""
    form = scan.form(position)
    led = form[0] in _LED and form[1:] in _HYPHENED and scan.form(position + 1) == "-"
    return led and _is_tight(scan, position + 1)


def _is_of_no_list(scan: Scan, position: int, parts: int, *, known: bool) -> bool:
    """True for a word of no list that neither a letter nor an ending tells to be none of a name."""
    token = scan.tokens[position]
    article = token.form[0] == "ה" and "'" not in token.form and token.form not in _KNOWN
    if parts == 0 and not known and article:
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


def _leads_surname(scan: Scan, position: int) -> bool:
    """True for "פטר" of "פטר לינדמאן", "בין" of "קרובי בין סעלאן": what follows is a name alone."""
    behind = position + 1
    form = scan.form(behind)
    if not scan.is_word(behind) or is_verb(scan.tokens[behind]) or form in _enders():
        return False
    if is_everyday(scan, behind, 1) or foreignness(form) < _HEBREW:
        return False
    return not any(h.sense.tag not in ("given", "particle") for h in scan.hits(behind))


def _is_holders(scan: Scan, position: int) -> bool:
    """True for "לאמות" of "ראש הממשלה לורן לאמות ושר …", written like an infinitive of no list."""
    form = scan.form(position)
    if form in infinitives() or not _INFINITIVE.fullmatch(form) or position < 2:
        return False
    given = any(h.sense.tag == "given" for h in scan.hits(position - 1))
    office = any(h.sense.tag in _OFFICES for h in scan.hits(position - 2))
    office = office or any(h.last == position - 2 for h in scan.hits(position - 3))
    behind = position + 1
    joined = any(h.sense.tag == "role" for h in scan.hits(behind))
    verbal = scan.is_word(behind) and is_verb(scan.tokens[behind])
    return given and office and (scan.form(behind) in _COMMAS or joined or verbal)


def _is_verbal_surname(scan: Scan, position: int) -> bool:
    """True for "עזר" of "ראובן עזר אמר": like a verb, with the verb itself right behind it."""
    behind = position + 1
    if not is_verb(scan.tokens[position]) or not scan.is_word(behind):
        return False
    if scan.form(position) in _WAS:
        return False  # "ראסול היה אמור"
    given = any(h.sense.tag == "given" for h in scan.hits(position - 1))
    form = scan.form(behind)
    told = is_verb(scan.tokens[behind]) and form[0] not in "ושכלבמ" and form not in infinitives()
    short = len(scan.form(position)) <= _SURNAME and scan.form(position) not in infinitives()
    return given and told and short


def _is_inside(scan: Scan, position: int) -> bool:
    """True for what joins a given name to a surname: "ברונו לה מר", "מייקל ד׳ היגינס"."""
    form, before = scan.form(position), scan.hits(position - 1)
    if scan.form(position - 2) == "-":
        before = scan.hits(position - 3)  # "ז'אן-איב לה דריאן"
    given = any(h.sense.tag == "given" for h in before) or scan.form(position - 1) in ("'", ".")
    if not given or scan.form(position - 1) in words("stops"):
        return False
    initial = len(form) == 1 and scan.form(position + 1) in ("'", ".")
    joins = form in _JOINTS and scan.is_word(position + 1)
    return initial or (joins and not closes(scan, position + 1))


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
        or scan.form(behind) == _OBJECT
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


def closes(scan: Scan, position: int) -> bool:
    """True when a mark, a verb, a little word or "that" follows: what stands before is a name."""
    if not scan.is_word(position):
        return True
    if scan.form(position) in words("stops") or is_verb(scan.tokens[position]):
        return True
    return any("ש" in h.reading.proclitics for h in scan.hits(position))  # "שפולין"
