"""Join a name and the office beside it: "X, the Turkish foreign minister," is one person.

In:  the phrases of a sentence, in order. Out: the same with such pairs made one.
"""

from collections.abc import Iterable, Iterator

from kg.extract.mentions.scan import Phrase, Scan

_COMMAS = frozenset({",", "،", "-", "–", "—", "("})
_CLOSING = frozenset({",", "،", ".", "-", "–", "—", ")", ";", "؛", ":", ""})


def join_appositions(scan: Scan, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases; a person and an office with only a comma between them become one."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is not None and _belong(scan, waiting, phrase):
            waiting = _joined(waiting, phrase)
            continue
        if waiting is not None:
            yield waiting
        waiting = phrase
    if waiting is not None:
        yield waiting


def _belong(scan: Scan, first: Phrase, second: Phrase) -> bool:
    if second.first != first.last + 2 or scan.form(first.last + 1) not in _COMMAS:
        return False
    if first.enclitic or second.reading.proclitics or scan.form(second.last + 1) not in _CLOSING:
        return False
    pair = (first, second) if first.person else (second, first)
    return _is_name(pair[0]) and _is_office(pair[1])


def _is_name(phrase: Phrase) -> bool:
    return phrase.person is not None and phrase.role is None and phrase.kind == "person"


def _is_office(phrase: Phrase) -> bool:
    described = phrase.role is not None and phrase.kind == "official"
    return described and phrase.person is None and phrase.number == "singular"


def _joined(first: Phrase, second: Phrase) -> Phrase:
    name, office = (first, second) if first.person else (second, first)
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
