"""Tell whose office or person an English name is by what stands right in front of it.

In:  the phrases of a sentence, in order. Out: the same, with sides.
    Chile's Jane Roe; the Sea Islands Front (SIF) chairman Jo Roe
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.extract.mentions.scan import Phrase, Scan

_LETTERS_WITHIN = 4
_FIELD_OFFICES = ("minister", "high-commissioner", "secretary", "head", "director", "envoy")
_BODIES = ("organization", "armed-group", "ministry")


def with_owners(scan: Scan, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases; a person behind a state's genitive, or its body's letters, is its own."""
    found = list(_with_fields(scan, _named_by_letters(scan, phrases)))
    for state, person in pairwise(found):
        owned = state.category == "either" and state.identity and state.last + 1 == person.first
        named = person.kind == "person" and person.person and not (person.role or person.side)
        if owned and named and scan.form(state.last).endswith("'s"):
            person.side = state.side or state.identity
    return found


def _named_by_letters(scan: Scan, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases; body, letters in parentheses and office with its holder become one."""
    waiting: list[Phrase] = []  # a body, and its letters
    for phrase in phrases:
        if waiting and _is_of_letters(scan, waiting[0], phrase):
            body = waiting[0]
            phrase.first, phrase.side = body.first, body.identity or body.side
            phrase.nested = [*(w for w in waiting[:1] if w.identity), *phrase.nested]
            waiting = []
        elif waiting and scan.form(phrase.first - 1) == "(" and phrase.first == waiting[0].last + 2:
            waiting.append(phrase)
            continue
        yield from waiting
        waiting = [phrase]
    yield from waiting


def _is_of_letters(scan: Scan, body: Phrase, office: Phrase) -> bool:
    if body.kind not in _BODIES or body.person or office.role is None or office.person is None:
        return False
    opened = scan.form(body.last) == ")" or scan.form(body.last + 1) == "("
    closed = scan.form(office.first - 1) == ")"
    return opened and closed and office.first - body.last <= _LETTERS_WITHIN


def _with_fields(scan: Scan, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases; "EU Enlargement Commissioner Jo Roe" is one, its field no actor."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is not None and _is_field(scan, waiting, phrase):
            phrase.first = waiting.first
            phrase.side = phrase.side or _owner_of(scan, waiting)
            waiting = None
        if waiting is not None:
            yield waiting
        waiting = phrase
    if waiting is not None:
        yield waiting


def _is_field(scan: Scan, field: Phrase, office: Phrase) -> bool:
    known = field.identity or field.role or field.side or field.enclitic
    held = office.person is not None and office.role in _FIELD_OFFICES
    beside = office.first == field.last + 1 and scan.tokens[office.first].text[0].isupper()
    return held and beside and not known and field.category == "actor"


def _owner_of(scan: Scan, field: Phrase) -> str | None:
    """Return the body or state that "EU Enlargement" begins with."""
    hit = scan.find(field.first, "name")
    return hit.sense.id if hit is not None and hit.last < field.last else None
