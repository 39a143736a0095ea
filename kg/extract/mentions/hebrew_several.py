"""The same office of other states, which "and" adds to one in Hebrew.

In:  a `Scan`, the office as far as it has been read. Out: a phrase for each further state.
    שרי החוץ של רוסיה ואיראן; שרי החוץ של פורטוגל ושל ספרד; שר החוץ הרוסי והטורקי
"""

from typing import Protocol

from kg.extract.mentions.hebrew_bodies import OF, find_body
from kg.extract.mentions.hebrew_parts import AND, and_nationality, nested
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, another_of

_DEPUTY = "סגן"


class Described(Protocol):
    """What has been read behind the office."""

    end: int
    nationality: Hit | None
    body: Phrase | None
    person: str | None


def others_of(
    scan: Scan, phrase: Phrase, rest: Described, head: Hit, deputy: Hit | None = None
) -> list[Phrase]:
    """Return the same of other states, which "and" adds: שרי החוץ של רוסיה ואיראן."""
    if rest.person:
        return []
    if rest.nationality is not None and rest.nationality.last == rest.end - 1:
        return _joined_nationalities(scan, phrase, rest.nationality, head)
    plural = head.sense.number == "plural" and "source" not in head.sense.flags
    if plural and rest.body is not None and rest.body.category == "either":
        return _joined_states(scan, phrase, rest.body, _one_holder(head, deputy), head.last)
    return []


def _joined_nationalities(scan: Scan, phrase: Phrase, first: Hit, head: Hit) -> list[Phrase]:
    joined = and_nationality(scan, first.last + 1)
    if joined is None:
        return []
    office = "source" not in head.sense.flags
    shared = _one_holder(head) if office else scan.text(phrase.first, first.first - 1)
    if office:
        phrase.number, phrase.unnamed, phrase.definite = "singular", False, True
        phrase.shown = f"{shared} {scan.text(first.first, first.last)}"
    found: list[Phrase] = []
    while joined is not None:
        adjective = scan.text(joined.first, joined.last).removeprefix("ו")
        found.append(another_of(phrase, nested(joined), f"{shared} {adjective}"))
        joined = and_nationality(scan, joined.last + 1)
    return found


def _joined_states(
    scan: Scan, phrase: Phrase, first: Phrase, office: str, last: int
) -> list[Phrase]:
    states: list[Phrase] = []
    position = first.last + 1
    while (state := _next_state(scan, position)) is not None:
        states.append(state)
        position = state.last + 1
    if not states:
        return []
    if first.first > last + 1:  # "שרי הדיג של צ׳ילה ופרו"
        office = f"{office} {scan.text(last + 1, first.first - 1)}"
    phrase.number, phrase.unnamed, phrase.definite = "singular", False, True
    phrase.shown = f"{office} {scan.text(first.first, first.last)}"
    return [
        another_of(phrase, s, f"{office} {_without_of(scan.text(s.first, s.last))}") for s in states
    ]


def _next_state(scan: Scan, position: int) -> Phrase | None:
    """Return the next state of "רוסיה, איראן וטורקיה"."""
    state = find_body(scan, position, AND)
    if state is None and scan.form(position) == ",":
        state = find_body(scan, position + 1)
    if state is None and scan.form(position) == f"ו{OF}":
        state = _and_of(scan, position)
    return state if state is not None and state.category == "either" else None


def _without_of(text: str) -> str:
    return text.removeprefix("ו").removeprefix(f"{OF} ")


def _and_of(scan: Scan, position: int) -> Phrase | None:
    """Return the state of "ושל גינאה", from the "and" on."""
    state = find_body(scan, position + 1)
    reading = next((r for r in scan.tokens[position].readings if r.proclitics == AND), None)
    if state is None or reading is None:
        return None
    state.first, state.reading = position, reading
    return state


def _one_holder(head: Hit, deputy: Hit | None = None) -> str:
    """Return "שר החוץ" of "שרי החוץ", "סגן שר החוץ" of "סגני שרי החוץ"."""
    front = f"{_DEPUTY} " if deputy is not None else ""
    return front + head.sense.base
