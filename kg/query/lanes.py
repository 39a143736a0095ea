"""On which lanes an event stands, and in which order lanes keep shared meetings short.

In:  `EventFacts`, and what a lane is: an actor, a side, a place, a kind or an outlet.
Out: lane ids with roles; `order_lanes`: sides together, then greedy insertion, then swaps of
neighbours while they lower the sum of meetings x lane distance. The same data, the same order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """How many events each lane holds, how often each two (in order of id) share a meeting."""

    weight: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]


def tied_lanes(lanes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each two lanes that a meeting on these ties, in order of id."""
    known = list(dict.fromkeys(lanes))[:_MOST_TIED]
    for a, b in combinations(known, 2):
        yield (a, b) if a < b else (b, a)


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
    weight: Counter[str] = Counter()
    for group, members in groups.items():
        weight[group] = sum(ties.weight.get(lane, 0) for lane in members)
    within, between = _near(ties, side_of)
    ordered = []
    for group in _arrange(groups, weight, between):
        members = [lane for lane in groups[group] if lane != group]
        ordered += [group] if group in side_of else []
        ordered += _arrange(members, ties.weight, within)
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


_Near = Mapping[str, Mapping[str, int]]


def _near(ties: Ties, group_of: Mapping[str, str]) -> tuple[_Near, _Near]:
    """The neighbours, with how often, of each lane in its group, and of each group."""
    within: dict[str, dict[str, int]] = defaultdict(dict)
    between: dict[str, Counter[str]] = defaultdict(Counter)
    for (a, b), count in ties.pairs.items():
        one, other = group_of.get(a), group_of.get(b)
        if one is None or other is None:
            continue
        if one == other:
            within[a][b] = within[b][a] = count
        else:
            between[one][other] += count
            between[other][one] += count
    return within, between


def _arrange(lanes: Iterable[str], weight: Mapping[str, int], near: _Near) -> list[str]:
    busiest = sorted(lanes, key=lambda lane: (-weight.get(lane, 0), lane))
    order = _Order(near)
    for lane in busiest[:_MOST_ARRANGED]:
        order.insert(lane)
    order.swap()
    return [*order.lanes, *busiest[_MOST_ARRANGED:]]


class _Order:
    """Lanes in an order, and how each leans: meetings with lanes above less those with lanes below.

    Moving a lane past the next brings it nearer by one to all below, and further from all above.
    """

    def __init__(self, near: _Near) -> None:
        self.lanes: list[str] = []
        self._near = near
        self._lean: dict[str, int] = {}

    def insert(self, lane: str) -> None:
        """Put a lane where it adds least: it comes last, then passes the others one by one."""
        tied = self._near.get(lane, {})
        leaning = 0
        for other in self.lanes:
            count = tied.get(other, 0)
            leaning += count
            self._lean[other] -= count
        self.lanes.append(lane)
        self._lean[lane] = leaning
        change, least, best = 0, 0, len(self.lanes) - 1
        for i in range(len(self.lanes) - 2, -1, -1):
            change += self._change(i)
            self._exchange(i)
            if change < least:
                least, best = change, i
        for i in range(best):
            self._exchange(i)

    def swap(self) -> None:
        """Let neighbours change places while that lowers the sum of meetings x lane distance."""
        for _ in range(_MOST_ROUNDS):
            better = False
            for i in range(len(self.lanes) - 1):
                if self._change(i) < 0:
                    self._exchange(i)
                    better = True
            if not better:
                break

    def _change(self, i: int) -> int:
        """How the sum changes when lanes i and i + 1 change places."""
        upper, lower = self.lanes[i], self.lanes[i + 1]
        return self._lean[upper] - self._lean[lower] + 2 * self._tie(upper, lower)

    def _exchange(self, i: int) -> None:
        upper, lower = self.lanes[i], self.lanes[i + 1]
        self.lanes[i], self.lanes[i + 1] = lower, upper
        count = 2 * self._tie(upper, lower)
        self._lean[upper] += count
        self._lean[lower] -= count

    def _tie(self, one: str, other: str) -> int:
        return self._near.get(one, {}).get(other, 0)
