"""Let one person hold two English offices joined by "and".

In:  the phrases of a sentence, in order. Out: the same; a person begins at the first office.
    State Councilor and Foreign Minister Wang Yi; Deputy Prime Minister and Minister of Mines Jo Roe
Two hold them with an article in front, or where one alone cannot: "the president and Foreign
Minister Jo Roe", "Kenya's President and Foreign Minister Jo Roe".
"""

from collections.abc import Iterable

from kg.extract.mentions.english_name_words import words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_LAST_WORDS = words_of("en", "last_words_of_an_office")
_BESIDE_OTHERS = words_of("en", "held_beside_others")
_MINISTERS = frozenset({"minister", "defence-minister", "foreign-minister", "interior-minister"})
_FEWEST, _MOST = 2, 4  # words of an office that no list has


def with_two_offices(scan: Scan, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases, each office in front of "and" taken into that of its holder."""
    found: list[Phrase] = []
    for phrase in phrases:
        before = phrase.first - 2
        if phrase.person and phrase.role and scan.form(before + 1) == "and":
            first = found[-1] if found and found[-1].last == before else None
            if (
                first is not None
                and _is_held_too(scan, first)
                and _go_together(scan, first, phrase)
            ):
                found.pop()
                phrase.nested = [*first.nested, *phrase.nested]
                phrase.first, phrase.side = first.first, phrase.side or first.side
            elif first is None:
                phrase.first = _unknown_office(scan, before, phrase.first)
        elif found and phrase.person and phrase.role and _is_rank_of(scan, found[-1], phrase):
            office = found.pop()
            phrase.nested = [*office.nested, *phrase.nested]
            phrase.first, phrase.side = office.first, phrase.side or office.side
            phrase.role = office.role
        found.append(phrase)
    return found


def _is_held_too(scan: Scan, office: Phrase) -> bool:
    """True for an office with capitals and no article, which nobody is named for."""
    alone = office.person is None and office.role is not None and office.number == "singular"
    named = scan.is_word(office.last) and scan.tokens[office.last].text[0].isupper()
    return alone and named and not office.enclitic and scan.tokens[office.first].text[0].isupper()


def _go_together(scan: Scan, office: Phrase, holder: Phrase) -> bool:
    """True for "Prime Minister and Foreign Minister Jo Roe"; a president is no minister as well.

    Two ministries are one's only where no state owns the first: "Kenya's Defence Minister and …".
    """
    if office.role == "prime-minister" and holder.role != "president":
        return True
    if any(_is_held_beside(scan, phrase) for phrase in (office, holder)):
        return True
    owned = office.side is not None or scan.is_word(office.first - 1)
    return not owned and {office.role, holder.role} <= _MINISTERS


def _is_held_beside(scan: Scan, phrase: Phrase) -> bool:
    """True for "Deputy Prime Minister", "Crown Prince"."""
    return any(scan.form(i) in _BESIDE_OTHERS for i in range(phrase.first, phrase.last + 1))


def _is_rank_of(scan: Scan, office: Phrase, holder: Phrase) -> bool:
    """True for "Police chief Inspector General Ana Roe": a rank right behind the office."""
    alone = office.person is None and office.role is not None and office.number == "singular"
    beside = office.last + 1 == holder.first and not office.enclitic and not office.unnamed
    return alone and beside and scan.tokens[holder.first].text[0].isupper()


def _unknown_office(scan: Scan, last: int, otherwise: int) -> int:
    """Return where "State Councilor" begins that ends at token `last`."""
    first = last
    while first > 0 and last - first < _MOST and _is_of_office(scan, first - 1):
        first -= 1
    known = scan.form(last) in _LAST_WORDS and _is_capital(scan, last)
    led = scan.form(first - 1) in ("the", "a", "an")
    return first if known and last - first + 1 >= _FEWEST and not led else otherwise


def _is_of_office(scan: Scan, i: int) -> bool:
    """True for a capital that no day has: "on Monday State Councilor and Foreign Minister …"."""
    return _is_capital(scan, i) and scan.form(i) not in words("calendar")


def _is_capital(scan: Scan, i: int) -> bool:
    return scan.is_word(i) and scan.tokens[i].text[0].isupper()
