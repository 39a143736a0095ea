"""On which lanes an event stands, and in which order lanes keep shared meetings short.

In:  `EventFacts`, and what a lane is: an actor, a side, a place, a kind or an outlet.
Out: lane ids with roles; `order_lanes`: sides together, then greedy insertion, then swaps of
neighbours while they lower the sum of meetings x lane distance. The same data, the same order.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal, get_args

from kg.query.dataset import Dataset
from kg.query.facts import UNRESOLVED, EventFacts
from kg.query.filters import source_name

LaneKind = Literal["actor", "side", "place", "kind", "source"]
LANE_KINDS: tuple[LaneKind, ...] = get_args(LaneKind)

# Insertion costs the cube of the number of lanes: the busiest are arranged, the rest follow.
_MOST_ARRANGED = 40
_MOST_ROUNDS = 20
# A conference of fifty would tie everybody to everybody.
_MOST_TIED = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """An event on a lane. `denies`: this party denies it."""

    id: str
    role: str
    denies: bool = False


@dataclass(slots=True)
class Ties:
    """How often each two lanes share a meeting, how many events each holds."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    weight: Counter[str] = field(default_factory=Counter)

    def add(self, lanes: Sequence[str], *, meeting: bool) -> None:
        """Count one event that stands on these lanes."""
        known = list(dict.fromkeys(lanes))
        self.weight.update(known)
        if meeting:
            self.pairs.update(_pair(a, b) for a, b in combinations(known[:_MOST_TIED], 2))

    def busiest(self, most: int) -> list[str]:
        """Return the lanes with most events, at most so many; equals by their ids."""
        return heapq.nsmallest(most, self.weight, key=lambda lane: (-self.weight[lane], lane))

    def grouped(self, group_of: Mapping[str, str]) -> "Ties":
        """Return the same with each lane counted for its group; those without one left out."""
        found = Ties()
        for lane, group in group_of.items():
            found.weight[group] += self.weight[lane]
        for (a, b), count in self.pairs.items():
            one, other = group_of.get(a), group_of.get(b)
            if one is not None and other is not None and one != other:
                found.pairs[_pair(one, other)] += count
        return found


def standings(facts: EventFacts, dataset: Dataset, lanes: LaneKind) -> tuple[Standing, ...]:
    """Return where the event stands. "" is the lane of what is not stated or not resolved."""
    match lanes:
        case "actor":
            return _actors(facts)
        case "side":
            folded = (
                Standing(dataset.entities.side_of(s.id) if s.id else s.id, s.role, s.denies)
                for s in _actors(facts)
            )
            return each_once(folded)
        case "place":
            places = [t.place or UNRESOLVED for t in facts.event.tellings]
            named = [p for p in places if p] or places[:1]
            return each_once(Standing(p, "place") for p in named)
        case "kind":
            return (Standing(facts.event.kind, "kind"),)
        case "source":
            names = (source_name(t.article) or UNRESOLVED for t in facts.event.tellings)
            return each_once(Standing(name, "source") for name in names)


def order_lanes(side_of: Mapping[str, str], ties: Ties) -> list[str]:
    """Return the lanes in order; "" (nobody's) is last.

    `side_of` gives the group of each lane; the lane of the side itself leads its group.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for lane in sorted(side_of):
        if lane != UNRESOLVED:
            groups[side_of[lane]].append(lane)
    ordered = []
    near = _near(ties, side_of)
    sides = ties.grouped(side_of)
    for group in _arrange(groups, sides, _near(sides, groups)):
        members = [lane for lane in groups[group] if lane != group]
        ordered += [group] if group in side_of else []
        ordered += _arrange(members, ties, near)
    return ordered + ([UNRESOLVED] if UNRESOLVED in side_of else [])


def _actors(facts: EventFacts) -> tuple[Standing, ...]:
    denies = facts.deniers
    found = [Standing(iri, "participant", iri in denies) for iri in facts.participants]
    found += [Standing(iri, "mediator", iri in denies) for iri in facts.mediators]
    if facts.speaker is not None:
        role = "declarer" if facts.event.kind == "redline" else "speaker"
        found.append(Standing(facts.speaker, role))
    found += [Standing(iri, "addressee", iri in denies) for iri in facts.addressees]
    return each_once(found)


def each_once(found: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return the first standing on each lane."""
    first: dict[str, Standing] = {}
    for standing in found:
        first.setdefault(standing.id, standing)
    return tuple(first.values())


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


_Near = Mapping[str, Sequence[tuple[str, int]]]


def _near(ties: Ties, lanes: Container[str]) -> _Near:
    """The neighbours of each of these lanes, with how often."""
    near: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (a, b), count in ties.pairs.items():
        if a in lanes and b in lanes:
            near[a].append((b, count))
            near[b].append((a, count))
    return near


def _arrange(lanes: Iterable[str], ties: Ties, near: _Near) -> list[str]:
    busiest = sorted(lanes, key=lambda lane: (-ties.weight[lane], lane))
    head, rest = busiest[:_MOST_ARRANGED], busiest[_MOST_ARRANGED:]
    inside = set(head)
    close = {lane: [pair for pair in near.get(lane, ()) if pair[0] in inside] for lane in head}
    return [*_swap(_insert(head, close), close), *rest]


def _insert(lanes: list[str], near: _Near) -> list[str]:
    """Put each lane where it adds least: it comes last, then passes the others one by one."""
    order: list[str] = []
    place: dict[str, int] = {}
    for lane in lanes:
        order.append(lane)
        place[lane] = len(order) - 1
        change, least, best = 0, 0, len(order) - 1
        for i in range(len(order) - 2, -1, -1):
            change += _change(order, place, i, near)
            _exchange(order, place, i)
            if change < least:
                least, best = change, i
        for i in range(best):
            _exchange(order, place, i)
    return order


def _swap(order: list[str], near: _Near) -> list[str]:
    place = {lane: i for i, lane in enumerate(order)}
    for _ in range(_MOST_ROUNDS):
        better = False
        for i in range(len(order) - 1):
            if _change(order, place, i, near) < 0:
                _exchange(order, place, i)
                better = True
        if not better:
            break
    return order


def _exchange(order: list[str], place: dict[str, int], i: int) -> None:
    order[i], order[i + 1] = order[i + 1], order[i]
    place[order[i]], place[order[i + 1]] = i, i + 1


def _change(order: Sequence[str], place: Mapping[str, int], i: int, near: _Near) -> int:
    """How the sum of meetings x lane distance changes when lanes i and i + 1 change places.

    Each of the two comes nearer to all on its new side, save the other, by one.
    """
    upper, lower = order[i], order[i + 1]
    change = 0
    for other, count in near.get(upper, ()):
        at = place.get(other)
        if at is not None and other != lower:
            change += count if at < i else -count
    for other, count in near.get(lower, ()):
        at = place.get(other)
        if at is not None and other != upper:
            change += count if at > i else -count
    return change
