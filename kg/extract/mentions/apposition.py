"""Join a name and the office beside it: "X, the Turkish foreign minister," is one person.

In:  the phrases of a sentence, in order. Out: the same with such pairs made one. In Arabic two
offices may be followed by their two holders: "وزيرا خارجية مصر والسودان فلان وفلان". Where a place
stands between, "its consul in Narva, Jane Roe,", office and name stay two that say one person.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from kg.extract.mentions.arabic_beside import with_names_beside
from kg.extract.mentions.arabic_chains import is_office, of_one
from kg.extract.mentions.arabic_each_named import with_each_named
from kg.extract.mentions.arabic_names import name_after
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.mentions.english_committees import with_committees
from kg.extract.mentions.english_owned import with_owners
from kg.extract.mentions.english_respectively import respectively
from kg.extract.mentions.english_two_offices import with_two_offices
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of
from kg.model.token import Reading

_POSSESSIVES = frozenset({"its", "his", "her", "their"})
_COMMAS = frozenset({",", "،", "-", "–", "—", "("})
_SECOND_OFFICE = 4  # words
_HAD = words_of("ar", "had_done")
_THAT = words_of("ar", "that_behind_a_name") | words_of("ar", "relatives_behind_a_name")
_LONGEST_TAIL = 8  # words
_AT_A_PLACE = words_of("en", "posted_at") | words_of("ar", "posted_at")
_RANKS = frozenset({"ambassador", "commander", "prince", "lawmaker", "officer", "participant"})
_CLOSING = frozenset({",", "،", ".", "-", "–", "—", ")", ";", "؛", ":", ""})


def join_appositions(scan: Scan, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases; a person and an office with only a comma between them become one."""
    waiting: Phrase | None = None
    if scan.language == "ar":
        beside = with_names_beside(scan, with_each_named(scan, list(phrases)))
        phrases = list(of_one(scan, _with_unknown(scan, list(_with_holders(beside)))))
        _name_tailed(scan, phrases)
    if scan.language == "en":
        phrases = with_committees(scan, with_two_offices(scan, with_owners(scan, phrases)))
        phrases = respectively(scan, phrases)
    if scan.language != "tr":
        phrases = _name_posted(scan, list(phrases))
    for phrase in phrases:
        if waiting is not None and _belong(scan, waiting, phrase):
            waiting = _joined(waiting, phrase)
            continue
        if waiting is not None:
            yield waiting
        waiting = phrase
    if waiting is not None:
        yield waiting


def _name_posted(scan: Scan, phrases: list[Phrase]) -> list[Phrase]:
    """Tell office and name of each other in "its envoy to Lima, Jane Roe,"."""
    for i in range(len(phrases) - 2):
        office, place, name = phrases[i : i + 3]
        if name.person is None or office.role is None or place.category == "adjective":
            continue
        led = place.first - office.last - 1
        fronted = all(scan.form(k) in _AT_A_PLACE for k in range(office.last + 1, place.first))
        if not fronted or led > 1 or not (led or place.reading.proclitics):
            continue
        near = name.first == place.last + 2 and scan.form(name.first - 1) in _COMMAS
        closed = scan.form(name.last + 1) in _CLOSING and not name.enclitic
        if near and closed and _is_name(name) and is_office(office):
            name.role, name.side = office.role, office.side
            office.person, office.kind, office.unnamed = name.person, "person", False
    return phrases


def _with_unknown(scan: Scan, phrases: list[Phrase]) -> list[Phrase]:
    """Give an office the name that no list knows in front of it: "قال فيدور ماليك، مستشار …،"."""
    if not any(p.role and p.first > 2 and scan.form(p.first - 1) in _COMMAS for p in phrases):
        return phrases
    taken = {i for p in phrases for i in range(p.first, p.last + 1)}
    for i, office in enumerate(phrases):
        comma = office.first - 1
        if not (is_office(office) and office.definite and comma > 1):
            continue
        if scan.form(comma) not in _COMMAS or office.enclitic or office.reading.proclitics:
            continue
        for first in (comma - 3, comma - 2):
            if first < 1 or not taken.isdisjoint(range(first, comma)):
                continue
            found = name_after(scan, first, titled=False)
            led = is_verb(scan.tokens[first - 1]) or scan.form(first - 1) in _HAD
            if found is not None and found[0] == comma and led:
                named = replace(office, first=first, reading=Reading((), False, ""), kind="person")
                named.person, named.unnamed = found[1], False
                phrases[i] = named
                break
    return phrases


def _with_holders(phrases: list[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases; two offices give way to the two names right behind them."""
    i = 0
    while i < len(phrases):
        office = phrases[i]
        count = 1 if office.number == "dual" else 2
        names = phrases[i + count : i + count + 2]
        offices = phrases[i : i + count]
        if _is_vacant(offices) and _are_holders(offices[-1], names):
            for name, held in zip(names, (offices * 2)[:2], strict=True):
                name.role, name.side = held.role, held.side if count > 1 else None
                yield name
            i += count + 2
            continue
        yield office
        i += 1


def _is_vacant(offices: list[Phrase]) -> bool:
    """True for offices without a name that are joined: "the foreign ministers of A and B"."""
    if any(p.role is None or p.person is not None or p.kind != "official" for p in offices):
        return False
    joined = all(b.first <= a.last + 1 for a, b in pairwise(offices))
    return joined and len({p.role for p in offices}) == 1


def _are_holders(office: Phrase, names: list[Phrase]) -> bool:
    """True for "A B and C D" right behind the last office."""
    if len(names) < 2 or any(p.person is None or p.role is not None for p in names):
        return False
    first, second = names
    beside = first.first == office.last + 1 and not first.reading.proclitics
    return beside and second.first == first.last + 1 and second.reading.proclitics == ("و",)


def _belong(scan: Scan, first: Phrase, second: Phrase) -> bool:
    beside = second.first == first.last + 2 and scan.form(first.last + 1) in _COMMAS
    if not (beside or _holds_two(scan, first, second)):
        return False
    if first.enclitic or second.reading.proclitics:
        return False
    closed = scan.form(second.last + 1) in _CLOSING or _goes_on(scan, second)
    if not closed and not _is_told_of(scan, second):
        return False
    if scan.language == "ar" and _holds_another(first, second):
        return True
    pair = (first, second) if first.person else (second, first)
    owned = scan.language == "en" and scan.form(first.first) in _POSSESSIVES
    owned = owned or scan.form(first.first - 1) in _POSSESSIVES
    if is_office(first) and _is_titled(second) and scan.language == "en" and beside:
        return second.side is None  # "a spokesman for the army, Colonel Jane Roe,"
    if is_office(first) and first.definite and (_is_titled(second) or (owned and second.person)):
        return scan.language == "en" and second.side is None
    return _is_name(pair[0]) and is_office(pair[1])


def _is_told_of(scan: Scan, office: Phrase) -> bool:
    """True for "the charge d'affaires who drove him" behind a name."""
    who = scan.language == "en" and scan.form(office.last + 1) == "who"
    return who and scan.form(office.first) == "the" and is_office(office)


def _goes_on(scan: Scan, office: Phrase) -> bool:
    """True for "نائب وزير العدل السابق | المطلوب للقضاء": more of whoever holds the office."""
    after = office.last + 1
    if scan.language != "ar" or not scan.is_word(after) or scan.hits(after):
        return False
    plain = any(r.definite and not r.proclitics for r in scan.tokens[after].readings)
    return plain and not is_common_noun(scan.tokens[after])


def _name_tailed(scan: Scan, phrases: list[Phrase]) -> None:
    """Tell office and name of each other in "زيد عمرو، رئيس المجلس في السودان، …"."""
    for name, office in pairwise(phrases):
        beside = office.first == name.last + 2 and scan.form(name.last + 1) in _COMMAS
        if not beside or not (_is_name(name) and is_office(office) and office.definite):
            continue
        led = office.reading.proclitics or name.enclitic
        if not led and _tail_closes(scan, office.last + 1):
            name.role, name.side = office.role, office.side
            office.person, office.kind, office.unnamed = name.person, "person", False


def _tail_closes(scan: Scan, position: int) -> bool:
    """True for "، رئيس المجلس | في السودان،": what else tells of the office, up to a comma."""
    for k in range(position, position + _LONGEST_TAIL):
        if scan.form(k) in _COMMAS:
            return k > position
        if not scan.is_word(k) or is_verb(scan.tokens[k]) or scan.form(k) in _THAT:
            return False
    return False


def _holds_another(name: Phrase, office: Phrase) -> bool:
    """True for "the deputy X, a former minister,": another office of somebody named with one."""
    if name.person is None or name.role is None or name.number != "singular":
        return False
    return is_office(office) and office.definite and not office.unnamed


def _holds_two(scan: Scan, office: Phrase, name: Phrase) -> bool:
    """True for "the prime minister and foreign minister, Kamal Thapa": two offices of one."""
    start, comma = office.last + 2, name.first - 1
    if scan.language != "en" or scan.form(start - 1) != "and" or scan.form(comma) != ",":
        return False
    if not 0 < comma - start <= _SECOND_OFFICE or not is_office(office):
        return False
    heads = (scan.find(i, "role") for i in range(start, comma))
    return any(h is not None and h.last == comma - 1 and not h.enclitic for h in heads)


def _is_name(phrase: Phrase) -> bool:
    return phrase.person is not None and phrase.role is None and phrase.kind == "person"


def _is_titled(phrase: Phrase) -> bool:
    """True for "the foreign minister, Ambassador Jane Roe,": a rank, no office of its own."""
    return phrase.person is not None and phrase.role in _RANKS and phrase.side is None


def _joined(first: Phrase, second: Phrase) -> Phrase:
    name, office = (first, second) if first.person else (second, first)
    if name.role is not None:
        office = name  # the office that stands in front
    return Phrase(
        first.first,
        second.last,
        first.reading,
        second.enclitic,
        kind="person",
        role=office.role,
        side=office.side,
        person=name.person,
        definite=True,
        gender=office.gender,
        number="singular",
        human=True,
        nested=office.nested,
    )
