"""Arabic descriptions that share a word: each of them is an actor of its own.

In:  the description that has the word, and what it ends in. Out: the others.
    وزيرا الخارجية التركي والسوري؛ وزراء خارجية مصر والأردن
"""

from kg.extract.mentions.arabic_bodies import find_body
from kg.extract.mentions.arabic_parts import and_nationality, nested
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, another_of

# "قادة مصر والأردن": a crowd rather than one office in each.
_CROWDS = frozenset({"commander", "leader", "member", "lawmaker", "officer"})


def joined_nationalities(scan: Scan, phrase: Phrase, first: Hit, head: Hit) -> list[Phrase]:
    """Return those of other states: of an office in the dual each has one holder."""
    joined = and_nationality(scan, first.last + 1, first.sense.definite)
    if joined is None:
        return []
    shared = scan.text(phrase.first, first.first - 1)
    if head.sense.number == "dual" and first.sense.number == "singular":
        shared = _with_article(head)
        phrase.number = "singular"
        phrase.shown = f"{shared} {scan.text(first.first, first.last)}"
    found: list[Phrase] = []
    while joined is not None:
        adjective = scan.text(joined.first, joined.last).removeprefix("و")
        found.append(another_of(phrase, nested(joined), f"{shared} {adjective}"))
        joined = and_nationality(scan, joined.last + 1, first.sense.definite)
    return found


def joined_states(scan: Scan, phrase: Phrase, first: Phrase, head: Hit) -> list[Phrase]:
    """Return one office for each further state in the genitive."""
    if head.sense.number == "singular" or "source" in head.sense.flags:
        return []
    if head.sense.id in _CROWDS and head.sense.number != "dual":
        return []
    states: list[Phrase] = []
    position = first.last + 1
    while (state := find_body(scan, position, ("و",))) is not None and state.category == "either":
        states.append(state)
        position = state.last + 1
    if not states:
        return []
    *front, last = head.sense.base.split()
    office = " ".join([*front, last.removeprefix("ال")])
    phrase.number = "singular"
    phrase.shown = f"{office} {scan.text(first.first, first.last)}"
    return [
        another_of(phrase, s, f"{office} {scan.text(s.first, s.last).removeprefix('و')}")
        for s in states
    ]


def is_of_two(head: Hit) -> bool:
    """True for the dual of "رئيسا مصر والأردن", which only says so with two states behind it."""
    sense = head.sense
    return sense.number == "dual" and sense.construct and " " not in sense.base


def _with_article(head: Hit) -> str:
    """Return the role's singular: "وزير الخارجية", "المسؤول"."""
    base = head.sense.base
    if not head.sense.definite or base.split()[-1].startswith("ال"):
        return base
    return f"ال{base}"
