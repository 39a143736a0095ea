"""English descriptions that share a word: each of them is an actor of its own.

In:  the description that has the word. Out: the others.
    Turkish and Israeli officials; the foreign ministers of Azerbaijan and Turkey
"""

from kg.extract.mentions.english_bodies import Front
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, another_of, name_phrase, side_of
from kg.lexicon.gazetteer import load_gazetteer


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
    phrase.shown = _office_of(scan, head, first)
    return [another_of(phrase, s, _office_of(scan, head, s)) for s in states]


def _office_of(scan: Scan, head: Hit, state: Phrase) -> str:
    """Return "Turkish foreign minister", "foreign minister of X" for what has no adjective."""
    adjective = load_gazetteer().adjective_of(side_of(state) or "", "en")
    if adjective is not None:
        return f"{adjective} {head.sense.base}"
    return f"{head.sense.base} of {scan.text(state.first, state.last)}"


def _listed_states(scan: Scan, position: int) -> list[Phrase]:
    """Return the states in ", Jordan and Turkey", which "and" has to end."""
    found: list[Phrase] = []
    while scan.form(position) in (",", "and"):
        ends = scan.form(position) == "and" or scan.form(position + 1) == "and"
        start = position + 2 if scan.form(position + 1) == "and" else position + 1
        start += scan.form(start) == "the"
        hit = scan.find(start, "name")
        state = name_phrase(hit) if hit else None
        if state is None or state.category != "either":
            return []
        found.append(state)
        if ends:
            return found
        position = state.last + 1
    return []
