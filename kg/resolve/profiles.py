"""Tell every mention of a person what the whole article tells of them: office, side, gender.

In:  drafts as they were read. Out: the same drafts, in which "Lavrov" holds the office, and is of
the state, that the article gives Sergei Lavrov elsewhere, before or behind.
Only what the article tells in one way: of two offices, two sides or two genders none is passed on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.model.draft import (
    DraftMeeting,
    Drafts,
    DraftStatement,
    Party,
    ReadSentence,
)
from kg.model.mention import Gender, Mention
from kg.resolve.identity import Persons, is_former

# What somebody is called beside an office, or for want of one.
_WEAK = frozenset({"counterpart", "participant", "official", "member", "officer"})
_Known = Callable[[Mention], Mention]
_T = TypeVar("_T")


@dataclass(slots=True)
class _Profile:
    """What is told of one person."""

    roles: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    genders: set[Gender] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        if mention.role and mention.role not in _WEAK and not is_former(mention):
            self.roles.add(mention.role)
        if mention.side:
            self.sides.add(mention.side)
        if mention.gender:
            self.genders.add(mention.gender)


def with_profiles(drafts: Drafts) -> Drafts:
    """Return the drafts with persons of whom each mention tells what any does."""
    people = [m for read in drafts.sentences for m in read.actors if m.person]
    if not people:
        return drafts
    known = _known(people)
    if not known:
        return drafts

    def told(mention: Mention) -> Mention:
        return known.get(mention, mention)

    return replace(
        drafts,
        sentences=tuple(
            _sentence(r, told) if any(m in known for m in r.actors) else r for r in drafts.sentences
        ),
        statements=tuple(_statement(one, told) for one in drafts.statements),
        meetings=tuple(_meeting(one, told) for one in drafts.meetings),
    )


def _known(people: Iterable[Mention]) -> Mapping[Mention, Mention]:
    """Return those mentions of whom more is known, with it."""
    people = list(dict.fromkeys(people))
    persons = Persons(people)
    profiles: dict[str, _Profile] = {}
    named = [(m, persons.find(m) or m.name) for m in people]
    for mention, name in named:
        profiles.setdefault(name, _Profile()).add(mention)
    found = ((m, _completed(m, profiles[name])) for m, name in named)
    return {m: full for m, full in found if full is not m}


def _completed(mention: Mention, profile: _Profile) -> Mention:
    role = mention.role or _only(profile.roles)
    side = mention.side or _only(profile.sides)
    gender = mention.gender or _only(profile.genders)
    if (role, side, gender) == (mention.role, mention.side, mention.gender):
        return mention
    return replace(mention, role=role, side=side, gender=gender)


def _only(told: set[_T]) -> _T | None:
    return next(iter(told)) if len(told) == 1 else None


def _sentence(read: ReadSentence, told: _Known) -> ReadSentence:
    return replace(
        read,
        actors=tuple(map(told, read.actors)),
        spoken=tuple(map(told, read.spoken)),
        states=tuple(map(told, read.states)),
        subject=told(read.subject) if read.subject is not None else None,
    )


def _party(party: Party, told: _Known) -> Party:
    if isinstance(party, Mention):
        return told(party)
    if party.avoid is None or told(party.avoid) is party.avoid:
        return party
    return replace(party, avoid=told(party.avoid))


def _statement(one: DraftStatement, told: _Known) -> DraftStatement:
    speaker = _party(one.speaker, told) if one.speaker is not None else None
    via, addressees = _parties(one.via, told), _parties(one.addressees, told)
    about = one.about
    if any(told(a.mention) is not a.mention for a in about):
        about = tuple(replace(a, mention=told(a.mention)) for a in about)
    if (speaker, via, addressees, about) == (one.speaker, one.via, one.addressees, one.about):
        return one
    return replace(one, speaker=speaker, via=via, addressees=addressees, about=about)


def _meeting(one: DraftMeeting, told: _Known) -> DraftMeeting:
    undone = told(one.undone_by) if one.undone_by is not None else None
    parties, mediators = _parties(one.participants, told), _parties(one.mediators, told)
    if (parties, mediators, undone) == (one.participants, one.mediators, one.undone_by):
        return one
    return replace(one, participants=parties, mediators=mediators, undone_by=undone)


def _parties(parties: tuple[Party, ...], told: _Known) -> tuple[Party, ...]:
    return tuple(_party(p, told) for p in parties) if parties else parties
