"""Arabic names that no list knows, told by the name or office beside them.

In:  a `Scan` and its phrases, in order. Out: the phrases with such names among them.
    وأندريه سيبيها، وعبد اللطيف الزياني behind a name       one joined to it
    تيني واتارا behind a verb, in front of وقاسم كوليبالي   the one it is joined to
    رئيس الوفد، خطري أدوه، and معين عبد الملك               set off behind an office; a known half
    نظيره أوليفيي ندوهونغيري                                behind "his counterpart"
"""

from collections.abc import Iterator, Sequence

from kg.extract.mentions.arabic_name_words import is_open
from kg.extract.mentions.arabic_names import name_after, name_end
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import is_verb, words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of
from kg.model.token import Reading

_COMMAS = ("،", ",")
_AND = ("و",)
_MOST, _LEAST = 3, 2
_SHORTEST = 3
_HALVES = words_of("ar", "name_halves")
_LEADS_NAME = words_of("ar", "leads_to_a_name")
_TANWIN = "\u064b"


def with_names_beside(scan: Scan, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases with the names that stand beside them, in order of the tokens."""
    taken = {i for p in phrases for i in range(p.first, p.last + 1)}
    added: list[Phrase] = []
    for phrase in phrases:
        for found in (*_around(scan, phrase, taken), *_set_off(scan, phrase, taken)):
            taken.update(range(found.first, found.last + 1))
            added.append(found)
    for position in range(1, scan.end - 1):
        half = _half_known(scan, position, taken) if scan.form(position) in _HALVES else None
        if half is not None:
            taken.update(range(half.first, half.last + 1))
            added.append(half)
    for position in range(scan.end - 1):
        named = _counterpart(scan, position + 1, taken) if _heads(scan, position) else None
        if named is not None:
            taken.update(range(named.first, named.last + 1))
            added.append(named)
    if not added:
        return list(phrases)
    kept = [p for p in phrases if not any(a.first <= p.first and p.last <= a.last for a in added)]
    return sorted([*kept, *added], key=lambda p: (p.first, -p.last))


def _around(scan: Scan, phrase: Phrase, taken: set[int]) -> Iterator[Phrase]:
    if phrase.person is None or phrase.enclitic or " " not in phrase.person:
        return
    behind = _joined(scan, phrase.last + 1, taken)
    if behind is not None:
        yield behind
    if phrase.reading.proclitics == _AND and phrase.role is None:
        ahead = _ahead(scan, phrase.first, taken)
        if ahead is not None:
            yield ahead


def _joined(scan: Scan, position: int, taken: set[int]) -> Phrase | None:
    """Return the name that "and" joins: "وأندريه سيبيها", where nothing else can be meant."""
    reading = _and_reading(scan, position)
    if reading is None or position in taken or len(reading.stem) < _SHORTEST:
        return None
    token = scan.tokens[position]
    if is_verb(token) or is_common_noun(token) or reading.stem in words("stops"):
        return None
    if any(h.sense.tag not in ("given", "particle") for h in scan.hits(position)):
        return None
    if reading.stem.endswith(("ة", "ات", "ين", "ون")) or _TANWIN in token.text:
        return None
    end = name_end(scan, position)
    if end - position < _LEAST or not taken.isdisjoint(range(position, end)):
        return None
    named = any(h.sense.tag in ("given", "particle") for h in scan.hits(position))
    if not named and any(map(_is_plain, (scan.form(i) for i in range(position + 1, end)))):
        return None
    return _person(scan, position, end, reading)


def _and_reading(scan: Scan, position: int) -> Reading | None:
    if not scan.is_word(position):
        return None
    found = (r for r in scan.tokens[position].readings if r.proclitics == _AND)
    return next((r for r in found if not r.enclitic and not r.definite), None)


def _is_plain(form: str) -> bool:
    """True for a word that is more likely a noun's genitive or adjective than a surname."""
    return form.startswith("ال") or form.endswith(("ة", "ات", "ية"))


def _ahead(scan: Scan, first: int, taken: set[int]) -> Phrase | None:
    """Return the name in front of "وقاسم كوليبالي", right behind a verb or "between"."""
    for start in range(first - _MOST, first - _LEAST + 1):
        if start < 1 or not taken.isdisjoint(range(start, first)):
            continue
        if not all(is_open(scan, i) and not _is_other(scan, i) for i in range(start, first)):
            continue
        if is_verb(scan.tokens[start - 1]) or scan.form(start - 1) in _LEADS_NAME:
            return _person(scan, start, first, Reading((), False, ""))
    return None


def _is_other(scan: Scan, position: int) -> bool:
    token = scan.tokens[position]
    form = token.form
    return is_common_noun(token) or is_verb(token) or _is_plain(form) or len(form) < _SHORTEST


def _set_off(scan: Scan, phrase: Phrase, taken: set[int]) -> Iterator[Phrase]:
    """Yield the name between commas behind an office: "رئيس الوفد، خطري أدوه، "."""
    start = phrase.last + 2
    if phrase.role is None or phrase.person or phrase.enclitic or phrase.number == "plural":
        return
    if phrase.unnamed or scan.form(phrase.last + 1) not in _COMMAS:
        return
    end = start
    while _may_be_name(scan, end) and (end > start or end not in taken):
        end += 1
    closed = scan.form(end) in _COMMAS and _LEAST <= end - start <= _MOST
    if closed and not any("\u064b" in scan.tokens[i].text for i in range(start, end)):
        last = scan.form(end - 1)
        if not (scan.form(start).endswith("ا") or last.startswith("ال")):
            yield _person(scan, start, end, Reading((), False, ""))


def _may_be_name(scan: Scan, position: int) -> bool:
    """True for an open word, also one that is a small place's name too: "خطري أدوه"."""
    if not scan.is_word(position) or _is_other(scan, position):
        return False
    placed = (h.sense.tag == "name" and h.sense.kind is None for h in scan.hits(position))
    return is_open(scan, position) or any(placed)


def _half_known(scan: Scan, position: int, taken: set[int]) -> Phrase | None:
    """Return "معين عبد الملك", "هيثم بن طارق": no list has the first name, but the second half."""
    start, end = position - 1, position + 2
    if start in taken or not is_open(scan, start) or _is_other(scan, start):
        return None
    if not scan.is_word(position + 1) or scan.form(start) in words("stops"):
        return None
    if scan.form(start - 1) not in _LEADS_NAME and not (
        start and (is_verb(scan.tokens[start - 1]) or start - 1 in taken)
    ):
        return None
    while scan.form(end) in _HALVES and scan.is_word(end + 1):
        end += 2
    return _person(scan, start, end, Reading((), False, ""))


def _heads(scan: Scan, position: int) -> bool:
    """True for "his counterpart", نظيره."""
    readings = scan.tokens[position].readings if scan.is_word(position) else ()
    return any(r.enclitic and r.stem in words("counterparts") for r in readings)


def _counterpart(scan: Scan, position: int, taken: set[int]) -> Phrase | None:
    """Return the name right behind "his counterpart", whose state goes without saying."""
    if position in taken or not is_open(scan, position) or _is_other(scan, position):
        return None
    found = name_after(scan, position, titled=True)
    if found is None or found[0] - position < _LEAST:
        return None
    return _person(scan, position, found[0], Reading((), False, ""))


def _person(scan: Scan, first: int, end: int, reading: Reading) -> Phrase:
    cut = len("".join(reading.proclitics))
    phrase = Phrase(first, end - 1, reading, kind="person", definite=True, human=True)
    phrase.number = "singular"
    phrase.person = scan.text(first, end - 1)[cut:]
    return phrase
