"""English descriptions that share a word: each of them is an actor of its own.

In:  the description that has the word. Out: the others.
    Turkish and Israeli officials; the foreign ministers of Azerbaijan and Turkey
"""

from kg.extract.mentions.english_bodies import Front
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, another_of, name_phrase


def sharing_head(scan: Scan, front: Front, phrase: Phrase, head: Hit) -> list[Phrase]:
    """Return those of the other states that share the head; of an office each has one holder."""
    if len(front.owners) < 2:
        return []
    shared = scan.text(front.owners[-1].last + 1, head.last)
    if "source" not in head.sense.flags and head.sense.number == "plural":
        shared = shared[: -len(scan.text(head.first, head.last))] + head.sense.base
        phrase.number = "singular"
        phrase.shown = f"{scan.text(front.owners[-1].first, front.owners[-1].last)} {shared}"
    return [
        another_of(phrase, owner, f"{scan.text(owner.first, owner.last)} {shared}")
        for owner in front.owners[:-1]
    ]


def joined_states(scan: Scan, phrase: Phrase, head: Hit) -> list[Phrase]:
    """Return those of "the foreign ministers of Azerbaijan and Turkey": one for each state."""
    if head.sense.number != "plural" or "source" in head.sense.flags or not phrase.nested:
        return []
    first = phrase.nested[-1]
    states = _listed_states(scan, phrase.last + 1)
    if first.category != "either" or first.last != phrase.last or not states:
        return []
    phrase.number, phrase.unnamed, phrase.definite = "singular", False, True
    phrase.shown = f"{head.sense.base} of {scan.text(first.first, first.last)}"
    return [
        another_of(phrase, s, f"{head.sense.base} of {scan.text(s.first, s.last)}") for s in states
    ]


def _listed_states(scan: Scan, position: int) -> list[Phrase]:
    """Return the states in ", Jordan and Turkey", which "and" has to end."""
    found: list[Phrase] = []
    while scan.form(position) in (",", "and"):
        ends = scan.form(position) == "and" or scan.form(position + 1) == "and"
        start = position + 2 if scan.form(position + 1) == "and" else position + 1
        hit = scan.find(start, "name")
        state = name_phrase(hit) if hit else None
        if state is None or state.category != "either":
            return []
        found.append(state)
        if ends:
            return found
        position = state.last + 1
    return []
