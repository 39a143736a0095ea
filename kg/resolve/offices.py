"""Find who holds the offices of several sides: "the two foreign ministers", "both presidents".

In:  the office, the persons and sides that an article has named. Out: one mention for each side:
the holder whom the article names, else the office itself, by its English name.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.gazetteer import load_gazetteer
from kg.model.mention import Mention
from kg.resolve.agreement import identity
from kg.resolve.counterparts import represented, side_of
from kg.resolve.identity import is_former

_HELD_BY_ONE = ("minister", "chief-of-staff")
_NAMED_ONLY = frozenset({"president", "ambassador"})  # not every side has one there

_SENT = frozenset({"ambassador", "envoy", "high-commissioner"})  # who an ambassador is called


def holders(role: str, named: Sequence[Mention], count: int) -> list[Mention]:
    """Return the last `count` persons named who hold this office, each for another side."""
    found: dict[str, Mention] = {}
    for mention in reversed(named):
        same = mention.role == role or {mention.role, role} <= _SENT
        if mention.person and same and not is_former(mention):
            found.setdefault(mention.person.rpartition(" ")[2], mention)
    last = list(found.values())[:count]
    sides = {m.side or identity(m) for m in last}
    return list(reversed(last)) if len(last) == count == len(sides) else []


def offices_of(role: str, sides: Sequence[Mention], named: Sequence[Mention]) -> list[Mention]:
    """Return the office of each side; nothing where it is not known that each has one."""
    if role in _NAMED_ONLY:
        return []
    states = {_country(s): s for m in sides if (s := side_of(m)) is not None}
    if len(states) < 2 or None in states:
        return []
    return [_office(role, side, state, named) for side, state in states.items() if side]


def office_of(party: Mention, named: Sequence[Mention]) -> Mention | None:
    """Return A's of "A and B's foreign ministers": its holder by name, else the office."""
    crowd = party.unnamed and party.number in ("plural", "dual") and party.person is None
    held = party.role is not None and party.role.endswith(_HELD_BY_ONE)
    if not (crowd and held and party.side and party.role):
        return None
    side = represented(party)
    return _office(party.role, party.side, side, named) if side.kind == "state" else None


def _country(state: Mention) -> str | None:
    """Return whose government a state or a capital stands for."""
    entry = load_gazetteer().entry(state.gazetteer_id) if state.gazetteer_id else None
    if entry is None:
        return state.side
    return entry.side if entry.category == "either" and entry.side else entry.id


def _office(role: str, side: str, state: Mention, named: Sequence[Mention]) -> Mention:
    for mention in reversed(named):
        if mention.person and mention.role == role and mention.side == side:
            return mention
    gazetteer = load_gazetteer()
    body = gazetteer.entry(f"{side}.{role}")
    if body is not None:
        return replace(
            state,
            category="actor",
            name=body.label,
            kind=body.kind,
            gazetteer_id=body.id,
            side=side,
            role=role,
        )
    owner = gazetteer.adjective_of(side, "en") or state.name
    return replace(
        state,
        category="actor",
        name=f"{owner} {role.replace('-', ' ')}",
        kind="official",
        gazetteer_id=None,
        side=side,
        role=role,
        person=None,
        human=True,
        number="singular",
        proclitics=(),
    )
