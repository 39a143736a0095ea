"""Name each of several who hold one Arabic office, their states between their names.

In:  a `Scan` and its phrases, in order. Out: the phrases, the office given way to its holders.
    السفيرين التركي زيد عمرو والغاني، كوفي مينسا        adjectives of the states
    وزراء خارجية توغو زيد عمرو، وغانا كوفي مينسا        the states themselves
"""

from dataclasses import replace

from kg.extract.mentions.arabic_names import name_after
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.model.token import Reading

_COMMAS = ("،", ",")
_AND = ("و",)
_LEAST = 2


def with_each_named(scan: Scan, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with the holders of each office in place of it, if all are named."""
    holders = [h for p in phrases if _is_of_several(p) for h in _holders(scan, p)]
    if not holders:
        return phrases
    taken = {k for h in holders for k in range(h.first, h.last + 1)}
    kept = [p for p in phrases if taken.isdisjoint(range(p.first, p.last + 1))]
    return sorted([*kept, *holders], key=lambda p: (p.first, -p.last))


def _is_of_several(phrase: Phrase) -> bool:
    """True for an office of two or more that says of one of them whose he is."""
    several = phrase.role is not None and phrase.number in ("dual", "plural")
    return several and phrase.side is not None and phrase.person is None and not phrase.unnamed


def _holders(scan: Scan, office: Phrase) -> list[Phrase]:
    """Return the phrases of the holders, none where fewer than two are named."""
    named = _name_at(scan, office.last + 1)
    if named is None:
        return []
    end, person = named
    found = [_holder(office, office.first, end, office.reading, office.side, person)]
    while (joined := _state_at(scan, end)) is not None:
        state, reading, position = joined
        named = _name_at(scan, position)
        if named is None:
            break
        first = end + (scan.form(end) in _COMMAS)
        end, person = named
        found.append(_holder(office, first, end, reading, state, person))
    return found if len(found) >= _LEAST else []


def _name_at(scan: Scan, position: int) -> tuple[int, str] | None:
    """Return the name that begins here or behind a comma here, if it has two words at least."""
    start = position + (scan.form(position) in _COMMAS)
    found = name_after(scan, start, titled=False)
    return found if found is not None and found[0] - start > 1 else None


def _state_at(scan: Scan, position: int) -> tuple[str, Reading, int] | None:
    """Return the state of "والغاني", "، وغانا", its word's reading, and the position behind it."""
    start = position + (scan.form(position) in _COMMAS)
    for hit in scan.all(start, "adjective", bare=False):
        if hit.reading.proclitics == _AND and hit.sense.definite:
            return hit.sense.id, hit.reading, hit.last + 1
    for hit in scan.all(start, "name", bare=False):
        if hit.reading.proclitics == _AND and hit.sense.kind == "state":
            return name_phrase(hit).identity or "", hit.reading, hit.last + 1
    return None


def _holder(
    office: Phrase, first: int, end: int, reading: Reading, side: str | None, person: str
) -> Phrase:
    return replace(
        office,
        first=first,
        last=end - 1,
        reading=reading,
        side=side,
        person=person,
        kind="person",
        number="singular",
        definite=True,
        nested=[],
    )
