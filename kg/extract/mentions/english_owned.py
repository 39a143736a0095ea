"""Tell whose office or person an English name is by what stands right in front of it.

In:  the phrases of a sentence, in order. Out: the same, with sides.
    Chile's Jane Roe; the Sea Islands Front (SIF) chairman Jo Roe
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.extract.mentions.english_name_words import speech, verbs
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_SERVING = words_of("en", "serving_somebody")
_TELLING_THINGS = words_of("en", "telling_things")
_OPENERS = words_of("en", "opens_an_adjunct")
_OPENING_WITHIN = 6  # tokens of "In a letter to the"
_LETTERS_WITHIN = 4
_MATTER_WITHIN = 9  # tokens
_APOSTROPHES = frozenset({"'", "’", "-"})
_FIELD_OFFICES = (
    "minister",
    "high-commissioner",
    "secretary",
    "head",
    "director",
    "envoy",
    "president",
    "speaker",
)
_BODIES = ("organization", "armed-group", "ministry")


def with_owners(scan: Scan, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases; a person behind a state's genitive, or its body's letters, is its own."""
    fields = _with_fields(scan, _named_by_letters(scan, phrases))
    found = _with_matters(scan, list(_of_officers(fields)))
    for state, person in pairwise(found):
        owned = state.category == "either" and state.identity and state.last + 1 == person.first
        named = person.kind == "person" and person.person and not (person.role or person.side)
        if owned and named and scan.form(state.last).endswith("'s"):
            person.side = state.side or state.identity
    return found


def _with_matters(scan: Scan, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases; "the head of the electoral commission, Yaw Darko," is told as a whole.

    What the office is of holds words no list has; the name set off behind says where it ends.
    """
    found: list[Phrase] = []
    for phrase in phrases:
        office = next((p for p in reversed(found) if _is_vacant(p)), None)
        if office is not None and _is_set_off_behind(scan, office, phrase):
            while found[-1] is not office:
                inner = found.pop()
                office.nested.extend([inner] if inner.identity else [])
            office.last = phrase.first - 2
        found.append(phrase)
    return found


def _is_vacant(phrase: Phrase) -> bool:
    described = phrase.role is not None and phrase.kind == "official"
    return described and phrase.person is None and phrase.number == "singular"


def _is_set_off_behind(scan: Scan, office: Phrase, name: Phrase) -> bool:
    """True where only "of …" or "for …" and a comma stand between an office and a name."""
    first, comma = office.last + 1, name.first - 1
    if name.person is None or office.enclitic or scan.form(comma) != "," or comma == first:
        return False
    if scan.form(first) not in ("of", "for") or comma - first > _MATTER_WITHIN:
        return False
    if _is_of_another(scan, office, name) or _is_addressed_by(scan, office, name):
        return False
    if scan.form(name.last + 1) not in (",", ".", ";", ":", ")", "", "-", "–", "—"):
        return False
    unwanted = verbs() | {"who", "which", "that", "in"}
    return all(
        (scan.is_word(k) and scan.form(k) not in unwanted) or scan.form(k) in _APOSTROPHES
        for k in range(first, comma)
    )


def _is_of_another(scan: Scan, office: Phrase, name: Phrase) -> bool:
    """True for "the widow of the head of …", "an aide to the head of …": hers is the name."""
    led = office.first - 1 - (scan.form(office.first - 1) == "the")
    if scan.form(led) not in ("of", "to", "for"):
        return False
    before, behind = scan.form(led - 1), scan.form(name.last + 2)
    person = before in _SERVING or any(h.sense.tag == "role" for h in scan.hits(led - 1))
    return person or (behind in speech() and before not in _TELLING_THINGS)


def _is_addressed_by(scan: Scan, office: Phrase, name: Phrase) -> bool:
    """True for "Speaking to the head of …, Ann Darko, 54, said": she speaks to whoever that is."""
    opening = scan.form(0)
    led = office.first - 1 - (scan.form(office.first - 1) == "the")
    if led > _OPENING_WITHIN or not (opening.endswith("ing") or opening in _OPENERS):
        return False
    if led > 0 and scan.form(led) not in _OPENERS | {"of"}:
        return False
    after = name.last + 2
    while scan.form(after).isdecimal() or scan.form(after) == ",":
        after += 1
    return scan.form(after) in verbs()


def _of_officers(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases; "the Tajik president's chief of staff" is one office."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is not None and _is_held_under(waiting, phrase):
            phrase.first, phrase.side = waiting.first, phrase.side or waiting.side
            phrase.nested = [*waiting.nested, *phrase.nested]
            waiting = None
        if waiting is not None:
            yield waiting
        waiting = phrase
    if waiting is not None:
        yield waiting


def _is_held_under(owner: Phrase, office: Phrase) -> bool:
    """True for an office without a name in the genitive and the office right behind it."""
    held = owner.role is not None and owner.person is None and bool(owner.enclitic)
    beside = office.first == owner.last + 1 and office.role is not None
    return held and beside and owner.kind == office.kind == "official"


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
