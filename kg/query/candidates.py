"""Meetings of different articles that may be one and the same: suggested, never merged.

In:  a `Dataset`. Out: for a meeting, others between the same parties, at about the same time, in
places that do not exclude one another.
Meetings are looked up by their parties' sides and by day, so the cost grows with their number and
not with its square.
"""

from collections import defaultdict
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.facts import EventFacts

# "Yesterday" and "Wednesday" of two reports often miss each other by a day.
_DAYS_APART = 1
# Without a day of its own, a meeting was held not long before its article.
_DAYS_BEFORE_PUBLICATION = 2
# A time of many days places a meeting nowhere in particular.
_MOST_DAYS = 10
_MOST_IN_A_BUCKET = 50
_MOST_SUGGESTED = 5

_Bucket = tuple[frozenset[str], int | None]


class Candidates:
    """Suggestions for the meetings of one snapshot."""

    def __init__(self, dataset: Dataset) -> None:
        self._entities = dataset.entities
        self._facts = dataset.facts
        self._buckets: dict[_Bucket, list[str]] = defaultdict(list)
        for iri, facts in dataset.facts.items():
            for bucket in self._places(facts):
                self._buckets[bucket].append(iri)

    def of(self, facts: EventFacts) -> tuple[str, ...]:
        """Return IRIs of meetings that may be the same as this one, nearest IRI first, few."""
        found: set[str] = set()
        for bucket in self._places(facts):
            near = self._buckets[bucket]
            if len(near) <= _MOST_IN_A_BUCKET:
                found.update(i for i in near if _may_be_same(facts, self._facts[i], self._entities))
        return tuple(sorted(found)[:_MOST_SUGGESTED])

    def _places(self, facts: EventFacts) -> Iterator[_Bucket]:
        if facts.event.kind != "meeting" or len(facts.participants) < 2:
            return
        sides = frozenset(self._entities.side_of(iri) for iri in facts.participants)
        for day in _days(facts):
            yield (sides, day)


_KEPT: WeakKeyDictionary[Dataset, Candidates] = WeakKeyDictionary()


def candidates_of(dataset: Dataset) -> Candidates:
    """Return the snapshot's suggestions, made once."""
    found = _KEPT.get(dataset)
    if found is None:
        found = _KEPT[dataset] = Candidates(dataset)
    return found


def _days(facts: EventFacts) -> Iterator[int | None]:
    """The days on which it may have been; None stands for no day at all."""
    when = facts.when
    first, last = when.bounds(relative=False) if when else (None, None)
    if when is not None and when.dated and first is not None and last is not None:
        if last - first < _MOST_DAYS:
            yield from range(first - _DAYS_APART, last + _DAYS_APART + 1)
    elif facts.commitment != "denied" and (when is None or when.basis != "inferred"):
        return  # planned, or in words that no day can be read from
    elif facts.heard is not None:
        yield from range(facts.heard - _DAYS_BEFORE_PUBLICATION, facts.heard + 1)
    else:
        yield None


def _may_be_same(one: EventFacts, other: EventFacts, entities: Entities) -> bool:
    if one.event.iri == other.event.iri or one.articles & other.articles:
        return False
    if len(one.participants) != len(other.participants):
        return False
    matched = all(
        any(entities.same_actor(a, b) for b in other.participants) for a in one.participants
    )
    return matched and _places_meet(one, other, entities)


def _places_meet(one: EventFacts, other: EventFacts, entities: Entities) -> bool:
    """Known places must fit; where nothing tells the day either, both must be known."""
    first, second = _place(one), _place(other)
    if first is None or second is None:
        return one.heard is not None and other.heard is not None
    return entities.same_place(first, second)


def _place(facts: EventFacts) -> str | None:
    return next((t.place for t in facts.event.tellings if t.place is not None), None)
