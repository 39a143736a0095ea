"""Who can be a party of a meeting told by a verb: people, those who speak for a body, states.

In:  parties as they were read. Out: plain answers.
"""

from collections.abc import Sequence

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
    return all(map(is_leader, parties))


def are_people(parties: Sequence[Party], *, parted: bool = False) -> bool:
    """ "Qatar hosted the World Cup" is no meeting: the one received must be people or a state."""
    last = parties[-1]
    if isinstance(last, Mention) and last.kind in (None, "organization") and last.role is None:
        return parted
    return all(isinstance(p, Pointer) or can_act(p) for p in parties)
