"""What sort a party of a Turkish meeting is: a person, somebody who travels, a body alone.

In:  a party. Out: answers.
"""

from collections.abc import Container
from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.meetings.turkish_words import MeetingHit
from kg.extract.view import View
from kg.lexicon.grammar import endings_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_NEAR = 2
_GROUP_WITHIN = 5
_PRIVATE = endings_of("tr", "goes_for_nobody")
_WITH = endings_of("tr", "with_something")
_STOPPED = endings_of("tr", "befalls_a_ship")
_FLEEING = endings_of("tr", "fleeing")


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


def sends_group(view: View, groups: Container[str], party: Party) -> bool:
    """True for the state of "Katar heyeti", "Pakistan'dan üst düzey bir heyet"."""
    if not isinstance(party, Mention) or party.kind not in ("state", "ministry", "organization"):
        return False
    for i in range(party.last, min(view.size, party.last + 1 + _GROUP_WITHIN)):
        if view.form(i) in groups:
            return True
        if i > party.last and view.form(i).endswith(_WITH):
            return False  # "Japonya'dan gelen yardım gemisiyle bir heyet"
        if i > party.last and (view.mention_at[i] is not None or not view.is_word(i)):
            return False
    return False


def goes_privately(view: View, party: Party, end: int) -> bool:
    """True for "sürgündeki yazar X", "sığındığı yerden ayrılan X", a ship: nobody's envoy."""
    if not isinstance(party, Mention):
        return False
    if _is_under_way(view, party.last + 1):
        return True
    around = range(max(0, party.first - _NEAR), party.last + 1)
    if any(view.form(i).startswith(_PRIVATE) for i in around if view.quotation_at[i] is None):
        return True
    return any(view.form(i).startswith(_FLEEING) for i in range(party.first, end))


def _is_under_way(view: View, first: int) -> bool:
    """True in front of "(X'e giden Y) durduruldu", "battı": a ship, whom nobody received."""
    for i in range(first, view.size):
        if view.tokens[i].text in ";:" or view.quotation_at[i] is not None:
            return False
        if view.mention_at[i] is None and view.form(i).startswith(_STOPPED):
            return True
    return False


def is_person(party: Party) -> bool:
    """True for somebody with a name or an office, and for who is pointed at."""
    if isinstance(party, Pointer):
        return True
    return party.kind in ("official", "person") or party.role is not None


def office_by(view: View, start: int, end: int, persons: tuple[str, ...]) -> list[Party]:
    """Return "Başbakan" of "Başbakan tarafından kabul edildi": an office alone."""
    for i in range(start + 1, end):
        office = view.form(i - 1).startswith(persons) and view.mention_at[i - 1] is None
        if view.form(i) == "tarafindan" and office:
            holder = unlinked_mention(view, i - 1, i - 1)
            return [replace(holder, human=True)] if holder is not None else []
    return []


def is_impersonal(hit: MeetingHit) -> bool:
    if hit.inflection is None or hit.inflection.voice != "passive":
        return False
    return hit.inflection.form in ("prospective", "future")
