"""Tell every mention of a person what the whole article tells of them: office, side, gender.

In:  drafts as they were read. Out: the same drafts, in which "Lavrov" holds the office, and is of
the state, that the article gives Sergei Lavrov elsewhere, before or behind.
Only what the article tells in one way: of two offices, two sides or two genders none is passed on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kg.model.draft import Drafts
from kg.model.mention import Gender, Mention
from kg.resolve.genders import genders_shown
from kg.resolve.identity import Persons, is_former
from kg.resolve.retelling import with_mentions

# What somebody is called beside an office, or for want of one.
_WEAK = frozenset({"counterpart", "participant", "official", "member", "officer", "office-holder"})
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
    shown = [pair for read in drafts.sentences for pair in genders_shown(read)]
    return with_mentions(drafts, _known(people, shown))


def _known(
    people: Iterable[Mention], shown: Iterable[tuple[Mention, Gender]]
) -> Mapping[Mention, Mention]:
    """Return those mentions of whom more is known, with it; `shown`: by a possessive."""
    people = list(dict.fromkeys(people))
    persons = Persons(people)
    profiles: dict[str, _Profile] = {}
    named = [(m, persons.find(m) or m.name) for m in people]
    for mention, name in named:
        profiles.setdefault(name, _Profile()).add(mention)
    for mention, gender in shown:
        profiles.setdefault(persons.find(mention) or mention.name, _Profile()).genders.add(gender)
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
