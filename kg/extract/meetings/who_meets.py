"""Who can be a party of a meeting told by a verb: people, those who speak for a body, states.

In:  parties as they were read. Out: plain answers.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.meetings.base import count_parties, is_adjective
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention


def is_leader(party: Party) -> bool:
    """True for who speaks for a state or body: "spoke to reporters" is no meeting."""
    if isinstance(party, Pointer):
        return True
    return party.kind in ("official", "person") and bool(party.person or party.role)


def is_guest(party: Party) -> bool:
    """True for whoever may be welcomed as a guest: people, told by name, office or number."""
    if isinstance(party, Pointer):
        return True
    return bool(party.person or party.role) or party.number == "plural"


def without_adjectives(parties: list[Party]) -> list[Party]:
    """Leave out nationalities where two are known otherwise; they belong to unknown titles."""
    others = [p for p in parties if not is_adjective(p)]
    return others if count_parties(others) > 1 else parties


def are_leaders(parties: Sequence[Party]) -> bool:
    """True where each of them is a leader."""
    return all(map(is_leader, parties))


def are_people(parties: Sequence[Party], *, parted: bool = False) -> bool:
    """ "Qatar hosted the World Cup" is no meeting: the one received must be people or a state."""
    last = parties[-1]
    if isinstance(last, Mention) and last.kind in (None, "organization") and last.role is None:
        return parted
    return all(isinstance(p, Pointer) or can_act(p) for p in parties)


def may_meet(party: Party) -> bool:
    """True for whoever can be a party at all, media left out."""
    return isinstance(party, Pointer) or (can_act(party) and party.kind != "media")


def is_envoy(parties: Sequence[Party]) -> bool:
    """True for one ambassador alone, whom only a ministry summons."""
    only = parties[0] if len(parties) == 1 else None
    return isinstance(only, Mention) and only.role in ("ambassador", "envoy", "charge-d-affaires")


def as_people(party: Party) -> Party:
    """Return the party as people: those who ring somebody or have somebody to dinner are."""
    if isinstance(party, Pointer) and party.kind == "pair" and party.human is not False:
        return replace(party, human=True)
    return party
