"""On which lanes an event stands, and in which order lanes keep shared meetings short.

In:  `EventFacts`, and what a lane is: an actor, a side, a place, a kind or an outlet.
Out: lane ids with roles; `order_lanes`: sides together, then greedy insertion, then swaps of
neighbours while they lower the sum of meetings x lane distance. The same data, the same order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from kg.query.dataset import Dataset
from kg.query.facts import UNRESOLVED, EventFacts
from kg.query.filters import source_name

LaneKind = Literal["actor", "side", "place", "kind", "source"]
LANE_KINDS: tuple[LaneKind, ...] = get_args(LaneKind)

# Two lanes in order of id -> how often.
Pairs = Mapping[tuple[str, str], int]
_Near = Mapping[str, Mapping[str, int]]

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


def order_lanes(
    side_of: Mapping[str, str], weights: Mapping[str, int], within: Pairs, between: Pairs
) -> list[str]:
    """Return the lanes in order; "" (nobody's) is last.

    `side_of` gives the group of each lane; the lane of the side itself leads its group. `weights`
    are the events of each lane, `within` how often two lanes of one group share a meeting,
    `between` how often those of two groups do.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for lane in sorted(side_of):
        if lane != UNRESOLVED:
            groups[side_of[lane]].append(lane)
    heavy = {group: sum(weights.get(i, 0) for i in groups[group]) for group in groups}
    near = _near(within)
    ordered = []
    for group in _arrange(groups, heavy, _near(between)):
        members = [lane for lane in groups[group] if lane != group]
        ordered += [group] if group in side_of else []
        ordered += _arrange(members, weights, near)
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


def _near(pairs: Pairs) -> _Near:
    """The neighbours of each lane, with how often."""
    near: dict[str, dict[str, int]] = defaultdict(dict)
    for (a, b), count in pairs.items():
        near[a][b] = near[b][a] = count
    return near


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
