"""Take English offices that are told of a name for what its bearer is, not for somebody else.

In:  the phrases of a sentence, who holds an office told by `kg.extract.mentions.english_held`.
Out: the same without such offices; the states inside them stay.
    Jane Roe, who is Chad's president, …; Jane Roe is the UN envoy; as foreign minister, Jane Roe
    Jane Roe, acting head of the third brigade, …; was named ambassador to Niger
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.mentions.english_name_words import speech
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_BEING = words_of("en", "being_an_officer")
_BETWEEN = words_of("en", "between_a_name_and_its_office")
_MADE = words_of("en", "made_an_officer")
_WHAT_FOR = words_of("en", "behind_an_office")
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 6  # tokens between a name and what its bearer is


def without_predicates(scan: Scan, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases but for offices of a name told beside it."""
    name: Phrase | None = None
    found = list(phrases)
    for i, phrase in enumerate(found):
        if phrase.person is not None:
            name = phrase
        elif _is_apposed(scan, phrase, name) or _is_in_front(scan, phrase, found[i + 1 :]):
            yield from _inside(phrase)
            continue
        elif _is_office(phrase) and _is_predicate(scan, phrase, name):
            if name is not None and name.role is None and name.last < phrase.first:
                name.role, name.side = phrase.role, name.side or phrase.side
            yield from _inside(phrase)
            continue
        yield phrase


def _inside(office: Phrase) -> Iterator[Phrase]:
    """Yield the bodies of an office as they are, its states as what they say of it."""
    for inner in office.nested:
        whole = inner.kind in ("ministry", "organization", "armed-group")
        yield inner if whole else replace(inner, category="adjective")


def _is_office(phrase: Phrase) -> bool:
    described = phrase.role is not None and phrase.kind == "official"
    return described and phrase.number == "singular" and not phrase.enclitic


def _is_apposed(scan: Scan, office: Phrase, name: Phrase | None) -> bool:
    """True for ", the deputy minister" behind a name where "for water" goes on with it."""
    if name is None or name.enclitic or scan.form(name.last + 1) != ",":
        return False
    if office.role in (None, "official") or office.kind != "official":
        return False
    if office.number != "singular" or scan.form(office.first) == "one":
        return False  # "…, one envoy in Oslo said"
    near = [scan.form(k) for k in range(name.last + 2, office.first)]
    goes_on = bool(office.enclitic) or scan.form(office.last + 1) in _WHAT_FOR
    return goes_on and len(near) <= 1 and set(near) <= _ARTICLES


def _is_in_front(scan: Scan, office: Phrase, after: list[Phrase]) -> bool:
    """True for "The head of the mission | in Mali, Jane Roe, …": hers."""
    if not _is_office(office):
        return False
    name = next((p for p in after if p.person is not None), None)
    if name is None or name.role != "office-holder" or scan.form(name.first - 1) != ",":
        return False
    between, ends = range(office.last + 1, name.first - 1), speech() | {"and"}
    return 0 < len(between) <= _LONGEST and all(
        (scan.is_word(k) or scan.form(k) == "-") and scan.form(k) not in ends for k in between
    )


def _is_predicate(scan: Scan, office: Phrase, name: Phrase | None) -> bool:
    """True for "Jane Roe, who is | the envoy", "was named | envoy", "as | foreign minister"."""
    first = office.first
    if scan.form(first) in _MADE and first < office.last:
        return True  # "was appointed foreign minister": read as a word of the office
    led = scan.form(first) in _ARTICLES
    if scan.form(first - 1) in _MADE and not led:
        return True
    if scan.form(first - 1) == "as" and not led and scan.form(office.last + 1) not in speech():
        return True
    if name is None or name.enclitic or not 0 < first - name.last <= _LONGEST:
        return False
    between = [scan.form(k) for k in range(name.last + 1, first)]
    return not _BEING.isdisjoint(between) and (_BEING | _BETWEEN).issuperset(between)
