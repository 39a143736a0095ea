"""Make the mention that other words stand for: a speaker's own side, somebody's counterpart.

In:  mentions. Out: mentions that no one place of the text spells out; their span is that of the
words they were read from.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.gazetteer import load_gazetteer
from kg.model.draft import Party, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import identity
from kg.resolve.bodies import as_body


def side_of(speaker: Mention) -> Mention | None:
    """Return the state or body for which somebody speaks; None where it is not known."""
    if speaker.kind == "state" or speaker.category == "adjective":
        return speaker
    if speaker.kind in ("media", None):
        return None
    gazetteer = load_gazetteer()
    identity, seen = speaker.side, set[str]()
    while identity and identity not in seen:
        seen.add(identity)
        entry = gazetteer.entry(identity)
        if entry is None:
            return None
        if entry.kind == "state" or entry.side is None:
            return as_body(speaker, entry)
        identity = entry.side
    return speaker if speaker.gazetteer_id else None


def without_hosts(met: list[Mention], hosts: Sequence[Party]) -> list[Mention]:
    """ "X rang both sides and offered to host them": the two of three who met, without X."""
    own = {identity(m) for m in mentions_of(tuple(hosts))}
    others = [m for m in met if identity(m) not in own]
    return others if len(met) == len(others) + 1 and len(others) > 1 else met


def both_sides(met: list[Mention]) -> list[Mention]:
    """Return the states for which two people met, where words say that the two states do."""
    sides = [side for m in met if m.person or m.role if (side := side_of(m)) is not None]
    if len(sides) != len(met) or len({s.gazetteer_id for s in sides}) < len(met):
        return met
    return sides


def represented(party: Mention) -> Mention:
    """Return the side for which people without names meet: "Turkish officials", "a delegation"."""
    crowd = party.unnamed and party.number in ("plural", "dual")
    if not (crowd or party.role == "delegation") or not party.side:
        return party
    entry = load_gazetteer().entry(party.side)
    if entry is None:
        return party
    return as_body(party, entry)


def counterpart_of(hint: Mention, other: Mention | None, words: str | None) -> Mention:
    """Return the holder of the other's office on the side that `hint` names, else that side.

    The name is the words used. The side alone when the other party is no person.
    """
    side = hint.gazetteer_id or hint.side
    known = other is not None and (other.role is not None or (other.person is not None and words))
    if other is None or side is None or not known:
        return hint
    return replace(
        hint,
        category="actor",
        name=words or hint.name,
        kind="official",
        gazetteer_id=None,
        side=side,
        role=other.role,
        person=None,
        human=True,
        number="singular",
        proclitics=(),
    )
