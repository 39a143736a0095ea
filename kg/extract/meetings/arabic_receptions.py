"""Read who received whom in Arabic: "كان في استقبال A لدى وصوله إلى المطار B".

In:  a view, the words of meeting, the noun of receiving behind "was at". Out: guests and hosts.
    وكان في استقباله B، على رأس مستقبليه B       whoever receives stands behind
    B كان في استقبالهما، B الذي كان في استقباله     or in front
"""

from dataclasses import dataclass, field

from kg.extract.meetings.told import Parts
from kg.extract.meetings.words import NounHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer, PointerKind
from kg.model.mention import Gender, Mention, Number

_WAS = words_of("ar", "was_to_receive")
_WILL = words_of("ar", "will_be_to_receive")
_AT = words_of("ar", "at_a_reception")
_BEFORE = words_of("ar", "beside_was_receiving")
_SITES = words_of("ar", "sites_with_a_name")
_BESIDE = words_of("ar", "beside_the_host")
_WHO = words_of("ar", "relatives_behind_a_name")
_WITHIN = 5
_LONGEST = 16
_SIDES: dict[str, tuple[Gender | None, Number | None]] = {
    "ه": ("masculine", "singular"),
    "ها": ("feminine", "singular"),
    "هما": (None, "dual"),
    "هم": (None, "plural"),
}


@dataclass(slots=True)
class Reception:
    """Who was received and by whom, with what else the words tell."""

    guests: list[Party]
    hosts: list[Party]
    planned: bool
    first: int  # the token of "was"
    parts: Parts = field(default_factory=Parts)


def read_reception(view: View, hit: NounHit, limit: int) -> Reception | None:
    """Return the reception told by "was at his reception"; None where nobody receives."""
    was = _was_at(view, hit.first)
    if was is None:
        return None
    parts = Parts(last=hit.last)
    guests = _guests(view, hit, parts)
    if not guests:
        return None
    hosts: list[Party] = [*_hosts_behind(view, parts, limit)] or [*_host_ahead(view, was)]
    if not hosts or any(h in guests for h in hosts):
        return None
    planned = view.form(was) in _WILL
    return Reception(guests=guests, hosts=hosts, planned=planned, first=was, parts=parts)


def _was_at(view: View, noun: int) -> int | None:
    """Return the token of "was" in "was (also) at the head of" in front of the noun."""
    if view.form(noun - 1) not in _AT:
        return None
    for k in range(noun - 2, max(-1, noun - 2 - _WITHIN), -1):
        if view.form(k) in _WAS or view.form(k) in _WILL:
            return k
        if view.form(k) not in _BEFORE:
            return None
    return None


def _guests(view: View, hit: NounHit, parts: Parts) -> list[Party]:
    if hit.enclitic in _SIDES:
        gender, number = _SIDES[hit.enclitic]
        place = view.tokens[hit.first].start
        kind: PointerKind = "pair" if number == "dual" else "pronoun"
        return [Pointer(kind=kind, place=place, gender=gender, number=number, human=True)]
    found: list[Party] = []
    one = view.mention_from(hit.last + 1)
    while one is not None and _receives(one) and one.proclitics in ((), ("و",)):
        found.append(one)
        parts.last = one.last
        one = view.mention_from(one.last + 1)
        one = one if one is not None and one.proclitics == ("و",) else None
    return found


def _receives(mention: Mention) -> bool:
    return mention.category == "actor" and bool(mention.person or mention.role)


def _hosts_behind(view: View, parts: Parts, limit: int) -> list[Mention]:
    """Return who stands behind the guest, past where and when he came, and those joined."""
    start = parts.last + 1
    for k in range(start, min(limit + 1, start + _LONGEST, view.size)):
        if view.is_stop(k) or k in view.cue_at or view.quotation_at[k] is not None:
            return []
        parts.time = parts.time or view.time_at[k]
        one = view.mention_from(k)
        if one is None or view.form(k - 1) in _SITES:
            continue
        if one.category == "place" and (parts.place is None or parts.place.first != one.first):
            parts.place = parts.place or one
        if _receives(one) and one.proclitics == () and view.form(k - 1) not in _AT:
            parts.last = one.last
            return [one, *_joined(view, one, parts)]
    return []


def _joined(view: View, host: Mention, parts: Parts) -> list[Mention]:
    """Return those who receive beside the host: "وB", "، وB", "إلى جانب B"."""
    found: list[Mention] = []
    k = host.last + 1
    while k < view.size:
        k += view.is_comma(k)
        beside = view.form(k) in _BESIDE and view.form(k + 1) in _BESIDE
        one = view.mention_from(k + 2 * beside)
        if one is None or not _receives(one) or one.proclitics != (() if beside else ("و",)):
            return found
        if (one.last + 1) in view.cue_at:
            return found  # "… and the minister said"
        found.append(one)
        parts.last, k = one.last, one.last + 1
    return found


def _host_ahead(view: View, was: int) -> list[Mention]:
    """Return B of "B كان في استقباله", "B الذي كان في استقباله"."""
    before = was - 1 - (view.form(was - 1) in _WHO)
    one = view.mention_to(before)
    return [one] if one is not None and _receives(one) else []
