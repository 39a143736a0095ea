"""Hebrew towns of no list that nothing but "in" leads to, told by letters no Hebrew word has.

In:  a `Scan` and the position of a word with ב written on. Out: the place's phrase, mostly nothing.
    נעצר בבית המעצר בדנדונג, …          five consonants and none of the endings of Hebrew nouns
    התקיימה אמש בצ'ילאו, …              a letter of other languages
    הסבב הקודם, במנהסט שליד ניו יורק    what lies beside a place is one
    שגרירת צ'ילה בסקופייה, …             an envoy serves in a town
    נאם לפני דייגים בסולינה              its letters are those of foreign names
"""

from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import frames, infinitives, is_verb, words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import endings_of, words_of
from kg.model.token import Reading

_IN = (("ב",), ("ו", "ב"))
_MATRES = frozenset("אהוי'׳-")
_NATIVE = endings_of("he", "native_endings")
_FRONTS = endings_of("he", "native_beginnings")
_LOANS = words_of("he", "loanwords")
_HELD = words_of("he", "held_there")
_BESIDE = words_of("he", "which_is_beside")
_DONE = words_of("he", "done_to_somebody")
_TO, _GONE = ("ל",), 4
_GOING = words_of("he", "going") | words_of("he", "gone_there")
_NEXT_TO = words_of("he", "next_to_a_town")
_MANY, _SOME, _SHORT, _SHORTEST = 5, 4, 3, 4
_NEAR = 6
_GERESH = "'"
_LEADS = words_of("he", "leads_to_somebody")
_FOREIGN, _FOREIGN_TOO, _FOREIGN_HELD = 6.0, 5.0, 4.5
_OWN = ("ו", "ה", "ם", "ן", "י", "נו")


def find_town(scan: Scan, position: int) -> list[Phrase]:
    """Return the town that "in" at `position` leads to, where the word can be nothing else."""
    if scan.hits(position) or not scan.is_word(position):
        return []
    if not scan.form(position).lstrip("ו").startswith("ב"):
        return _beside_or_gone_to(scan, position)
    reading = next((r for r in scan.tokens[position].readings if r.proclitics in _IN), None)
    if reading is None or not _may_be_town(reading):
        return []
    if position and scan.form(position - 1) in _LEADS:
        return []  # "(נפגש) עם בורדוגן": the first letter is the name's
    if _is_foreign_here(scan, position, reading.stem):
        last = position + _has_second_word(scan, position + 1)
        return [Phrase(position, last, reading, category="place", definite=True)]
    if _is_beside_place(scan, position) or _is_strange_here(scan, position, reading.stem):
        return [Phrase(position, position, reading, category="place", definite=True)]
    return []


def _beside_or_gone_to(scan: Scan, position: int) -> list[Phrase]:
    """Return the town of "ליד סברדלובקה", "תושבי חורלובקה", "הגיעה לצ'רנוגורסק"."""
    token = scan.tokens[position]
    if is_verb(token) or token.form in everyday_words("he") or not position:
        return []
    reading = next((r for r in token.readings if r.proclitics == _TO), None)
    near = range(max(0, position - _GONE), position)
    gone = any(r.stem in _GOING for k in near for r in scan.tokens[k].readings)
    if reading is None or not gone or _goes_on_name(scan, position - 1):
        beside = any(r.stem in _NEXT_TO for r in scan.tokens[position - 1].readings)
        reading = token.readings[0] if beside else None
    if reading is None or foreignness(reading.stem) < _FOREIGN or _is_owned_word(reading.stem):
        return []
    if reading.stem in everyday_words("he") | frames() | words("stops") | _LOANS:
        return []
    return [Phrase(position, position, reading, category="place", definite=True)]


def _may_be_town(reading: Reading) -> bool:
    stem = reading.stem
    known = frames() | words("stops") | infinitives() | _LOANS
    return len(stem) >= _SHORTEST and stem not in known and not stem.endswith(_NATIVE)


def _is_foreign_here(scan: Scan, position: int, stem: str) -> bool:
    """True for a word with the letters of foreign names where nobody's name may stand.

    "(נאם לפני דייגים) בסולינה"; in "אמר בורהאן", "פגש את בורהאן" it may be somebody's.
    """
    near = range(max(0, position - _GONE), position)
    held = any(r.stem in _HELD for k in near for r in scan.tokens[k].readings)
    if foreignness(stem) < (_FOREIGN_HELD if held else _FOREIGN) or _is_owned_word(stem):
        return False
    before = position - 1
    if before < 0 or not scan.is_word(before):
        return False
    token = scan.tokens[before]
    if is_verb(token):
        return any(r.stem in _HELD for r in token.readings)
    return not any(h.sense.tag in ("given", "title", "particle") for h in scan.hits(before))


def _is_owned_word(stem: str) -> bool:
    """True for "גורלו": a word of news with its owner written on, or in the plural."""
    words_known = everyday_words("he")
    return any(stem.endswith(e) and stem.removesuffix(e) in words_known for e in _OWN)


def _has_second_word(scan: Scan, position: int) -> bool:
    """True for "קאנה" of "בפונטה קאנה": one more word of foreign letters, of no list."""
    form = scan.form(position)
    if not scan.is_word(position) or scan.hits(position) or is_verb(scan.tokens[position]):
        return False
    return form not in everyday_words("he") and foreignness(form) >= _FOREIGN_TOO


def _is_beside_place(scan: Scan, position: int) -> bool:
    """True for "(in) Manhasset, which is beside New York"."""
    if scan.form(position + 1) not in _BESIDE:
        return False
    return any(h.sense.tag in ("name", "adjective") for h in scan.hits(position + 2))


def _is_strange_here(scan: Scan, position: int, stem: str) -> bool:
    """True for a word of foreign letters behind which the clause closes."""
    if not _closes(scan, position + 1) or _goes_on_name(scan, position - 1):
        return False
    if position and any(r.stem in _DONE for r in scan.tokens[position - 1].readings):
        return False
    consonants = sum(letter not in _MATRES for letter in stem)
    foreign = _GERESH in stem[:-1]
    if consonants >= _MANY or (foreign and consonants >= _SHORT):
        return True
    near = range(max(0, position - _NEAR), position)
    held = any(r.stem in _HELD for k in near for r in scan.tokens[k].readings)
    return held and (foreign or (consonants == _SOME and not stem.startswith(_FRONTS)))


def _closes(scan: Scan, position: int) -> bool:
    """True at a mark, a verb or a little word: nothing hangs on what stands before."""
    if not scan.is_word(position):
        return scan.form(position) not in ("-", _GERESH)
    return scan.form(position) in words("stops") or is_verb(scan.tokens[position])


def _goes_on_name(scan: Scan, position: int) -> bool:
    """True where the word may be a surname: behind a given name, or a word of no list."""
    if position < 0 or not scan.is_word(position):
        return False
    token = scan.tokens[position]
    form = token.form
    if form in words("stops") or form in frames() or is_verb(token) or form.isdecimal():
        return False
    hits = scan.hits(position)
    if any(h.sense.tag in ("given", "title", "particle") for h in hits):
        return True
    return not hits and not form.startswith("ה") and not form.endswith(("ת", "ם", "ו"))
