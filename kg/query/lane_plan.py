"""Which lanes a timeline has: of what kind, which sides are folded into one, how many at most.

In:  parameters of an address, a `Choice`. Out: `LanePlan`; what stands on the lanes, summed up.
A folded side is one lane, on which all stands that its bodies have to do with, each event once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import QueryError
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.facts import EventFacts
from kg.query.lane_sums import LaneSums
from kg.query.lanes import LANE_KINDS, LaneKind, Standing, each_once, order_lanes, standings
from kg.query.source import Choice, Source, Within

# More threads than this nobody can follow; the lanes with most events are kept.
MAX_LANES = 400
_MOST_NAMED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class LanePlan:
    """`folded` are sides; `only` the lanes asked for, None for all; `most` how many are told of.

    `bodies` leads whatever belongs to a folded side to it.
    """

    kind: LaneKind = "actor"
    folded: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None
    most: int = MAX_LANES
    bodies: Mapping[str, str] | None = None

    def lane_of(self, lane: str) -> str:
        """Return the lane on which it stands when sides are folded."""
        return self.bodies.get(lane, lane) if self.bodies else lane

    def standings(self, facts: EventFacts, dataset: Dataset) -> tuple[Standing, ...]:
        """Return where an event stands."""
        found = standings(facts, dataset, self.kind)
        if not self.bodies:
            return found
        return each_once(Standing(self.lane_of(s.id), s.role, s.denies) for s in found)

    def within(self) -> Within | None:
        """Return the lanes to which events are limited, the bodies of those folded among them."""
        if self.only is None:
            return None
        bodies = [body for body, lane in (self.bodies or {}).items() if lane in self.only]
        return self.kind, frozenset((*self.only, *bodies))

    def sums(self, choice: Choice, bucket: int | None = None) -> LaneSums:
        """Return the events lane by lane; with `bucket` of those in stretches of so many days."""
        return choice.lanes(self.kind, bucket, self.bodies)

    def kept(self, sums: LaneSums) -> list[str]:
        """Return the lanes to tell of: those asked for, else those with most events."""
        if self.only is not None:
            return [*sums.weights(self.only)]
        return sums.busiest(self.most)

    def order(self, sums: LaneSums, entities: Entities, lanes: Iterable[str]) -> list[str]:
        """Return lanes in the order in which they are drawn."""
        side_of = {lane: self.side_of(entities, lane) for lane in lanes}
        return order_lanes(side_of, sums.weights(side_of), *sums.pairs(side_of))

    def side_of(self, entities: Entities, lane: str) -> str:
        """Return the side beside whose lanes it stands; for what has none, itself."""
        return entities.side_of(lane) if self.kind == "actor" and lane else lane


def plan_lanes(
    source: Source,
    kind: str,
    *,
    fold: Iterable[str] = (),
    only: Iterable[str] = (),
    most: int = MAX_LANES,
) -> LanePlan:
    """Return the plan. `fold` and `only` are ids of lanes, actors and places also by their names.

    Raises QueryError for a kind, or a number of lanes, that does not fit.
    """
    lanes = _kind(kind)
    if not 1 <= most <= MAX_LANES:
        raise QueryError(f"most={most} is not a number of lanes from 1 to {MAX_LANES}.")
    wanted = tuple(_named(source, lanes, name) for name in _few("lane", only))
    sides = tuple(_named(source, lanes, name) for name in _few("fold", fold))
    folded = sides if lanes == "actor" else ()
    return LanePlan(
        kind=lanes,
        folded=folded,
        only=wanted or None,
        most=most,
        bodies={body: side for side in folded for body in (side, *source.bodies(side))},
    )


def _kind(given: str) -> LaneKind:
    for kind in LANE_KINDS:
        if kind == given:
            return kind
    raise QueryError(f"lanes={given[:80]!r} is not known: use {', '.join(LANE_KINDS)}.")


def _few(name: str, given: Iterable[str]) -> list[str]:
    found = list(dict.fromkeys(given))
    if len(found) > _MOST_NAMED:
        raise QueryError(f"{name} is given {len(found)} times: at most {_MOST_NAMED} are allowed.")
    return found


def _named(source: Source, kind: LaneKind, name: str) -> str:
    if kind in ("actor", "side"):
        return source.named("actor", name) or name
    return (source.named("place", name) or name) if kind == "place" else name
