"""What sort a party of a Turkish meeting is: a person, somebody who travels, a body alone.

In:  a party. Out: answers.
"""

from kg.model.draft import Party, Pointer
from kg.model.mention import Mention


def is_inside(party: Party, head: Mention) -> bool:
    """True for what stands within the words of another mention."""
    return isinstance(party, Mention) and head.first <= party.first <= party.last <= head.last


def is_body(parties: list[Party]) -> bool:
    """True for a body alone: "Güvenlik Konseyi konuyu salı günü görüşecek"."""
    body = parties[0] if len(parties) == 1 else None
    parliament = isinstance(body, Mention) and (
        body.role == "parliament" or (body.gazetteer_id or "").endswith(".parliament")
    )  # debates bills every day
    return isinstance(body, Mention) and body.kind == "organization" and not parliament


def travels(party: Party) -> bool:
    """True for one person or a group with a name: not for "diplomatlar"."""
    if isinstance(party, Pointer):
        return party.kind != "pair"
    if party.number == "plural" and not party.unnamed:
        return False
    return bool(party.person or party.role or party.human)


def is_person(party: Party) -> bool:
    """True for somebody with a name or an office, and for who is pointed at."""
    if isinstance(party, Pointer):
        return True
    return party.kind in ("official", "person") or party.role is not None
