"""How many chosen events lie in each stretch of days, lane by lane, and what ties lanes together.

In:  a `View`, `Criteria`, the kind of lanes, the length of a stretch in days. Out: counts.
An event of some unknown day between two counts once, in the middle; one that lasts counts in every
stretch it touches within the days asked for.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress, islice, pairwise, repeat
from operator import add, floordiv, mul

from kg.index import bits
from kg.index.counts import select
from kg.index.criteria import Criteria
from kg.index.picking import picker
from kg.index.rows import Axis, LaneKind
from kg.index.view import View
from kg.index.writer import NO_DAY

# What lasts longer than so many stretches is cut off.
MOST_STRETCHES = 5_000
# A lane and a stretch in one number; stretches may be before 1970.
_LANE = 1 << 33
_ZERO = 1 << 32


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneCounts:
    """By lane: events, and events of each stretch; pairs of lanes: meetings that they share."""

    axis: Axis
    weight: dict[str, int]
    pairs: dict[tuple[str, str], int]
    stretches: dict[str, dict[int, int]]


def density(view: View, criteria: Criteria, kind: LaneKind, bucket: int) -> LaneCounts:
    """Count the chosen events that have a date, by lane and stretch."""
    key = ("density", criteria, kind, bucket)
    return view.remembered(key, lambda: _density(view, criteria, kind, bucket))


def lanes(view: View, criteria: Criteria, kind: LaneKind) -> LaneCounts:
    """Count all chosen events, by lane; `stretches` are empty."""

    def work() -> LaneCounts:
        chosen, axis = select(view, criteria)
        return _named(view, axis, _weights(view, chosen.events, kind), {}, chosen.events, kind)

    return view.remembered(("lanes", criteria, kind), work)


def ends(view: View, criteria: Criteria, kind: LaneKind) -> dict[str, tuple[int, int]]:
    """Return the first and last day on each lane of the chosen events that have a date."""
    return view.remembered(("ends", criteria, kind), lambda: _ends(view, criteria, kind))


def _ends(view: View, criteria: Criteria, kind: LaneKind) -> dict[str, tuple[int, int]]:
    chosen, axis = select(view, criteria)
    pick = picker(view, chosen.events & view.keyed("known", axis), f"lane-slots.{kind}")
    slots = array("I", pick(view.column(f"lane-slots.{kind}")))
    lanes = array("I", pick(view.column(f"lanes.{kind}")))
    first, last = dict[int, int](), dict[int, int]()
    begins = map(view.column(f"first.{axis}").__getitem__, slots)
    stops = map(view.column(f"last.{axis}").__getitem__, slots)
    for lane, begin, stop in zip(lanes, begins, stops, strict=True):
        if begin != NO_DAY:
            if lane not in first:
                first[lane], last[lane] = begin, stop
            else:
                if begin < first[lane]:
                    first[lane] = begin
                if stop > last[lane]:
                    last[lane] = stop
    names = view.texts(list(first))
    return {names[lane]: (begin, last[lane]) for lane, begin in first.items()}


def on_lanes(view: View, kind: LaneKind, lanes: Iterable[str]) -> int:
    """Return the events that stand on one of these lanes."""
    rows = view.rows(
        "SELECT id FROM terms WHERE text IN (SELECT value FROM json_each(?))",
        (json.dumps(list(lanes)),),
    )
    wanted = frozenset(number for (number,) in rows)
    held = map(wanted.__contains__, view.column(f"lanes.{kind}"))
    return bits.of(compress(view.column(f"lane-slots.{kind}"), held)) & view.events


def _density(view: View, criteria: Criteria, kind: LaneKind, bucket: int) -> LaneCounts:
    chosen, axis = select(view, criteria)
    known = chosen.events & view.keyed("known", axis)
    lasting = known & view.keyed("throughout")
    spans = _spans(view, lasting, criteria, axis, bucket)
    counted = _in_middle(view, known & ~lasting, axis, kind, bucket)
    weights = {lane: sum(stretches.values()) for lane, stretches in counted.items()}
    laid: dict[int, list[range]] = defaultdict(list)
    for slot, lane in _standing(view, bits.of(spans), kind):
        laid[lane].append(spans[slot])
    for lane, there in laid.items():
        weights[lane] = weights.get(lane, 0) + len(there)
        _lay(counted[lane], there)
    drawn = (known & ~lasting) | bits.of(spans)
    return _named(view, axis, weights, counted, drawn, kind)


def _lay(counts: dict[int, int], spans: Iterable[range]) -> None:
    """Add one in each stretch of each span, in as few steps as ends meet, however long it is."""
    steps: Counter[int] = Counter()
    for span in spans:
        steps[span.start] += 1
        steps[span.stop] -= 1
    held = 0
    for begin, end in pairwise(sorted(steps)):
        held += steps[begin]
        for stretch in range(begin, end) if held else ():
            counts[stretch] = counts.get(stretch, 0) + held


def _in_middle(
    view: View, events: int, axis: Axis, kind: LaneKind, bucket: int
) -> dict[int, dict[int, int]]:
    pick = picker(view, events, f"lane-slots.{kind}")
    found = Counter(pick(_lane_stretches(view, axis, kind, bucket)))
    counted: dict[int, dict[int, int]] = defaultdict(dict)
    for number, events_there in found.items():
        lane, stretch = divmod(number, _LANE)
        counted[lane][stretch - _ZERO] = events_there
    return counted


def _lane_stretches(view: View, axis: Axis, kind: LaneKind, bucket: int) -> "array[int]":
    """A column made of others: lane and stretch of each standing, in one number."""

    def more(start: int) -> Iterable[int]:
        slots = islice(view.column(f"lane-slots.{kind}"), start, None)
        days = map(view.column(f"day.{axis}").__getitem__, slots)
        stretches = map(add, map(floordiv, days, repeat(bucket)), repeat(_ZERO))
        lanes = map(mul, islice(view.column(f"lanes.{kind}"), start, None), repeat(_LANE))
        return map(add, lanes, stretches)

    return view.made((axis, kind, bucket), more)


def _spans(
    view: View, lasting: int, criteria: Criteria, axis: Axis, bucket: int
) -> dict[int, range]:
    """The stretches of each event that lasts, those without any left out."""
    found: dict[int, range] = {}
    pick = picker(view, lasting, f"lasting-slots.{axis}")
    columns = (view.column(f"lasting-{name}.{axis}") for name in ("slots", "first", "last"))
    for slot, first, last in zip(*map(pick, columns), strict=True):
        low = first if criteria.first is None else max(first, criteria.first)
        high = last if criteria.last is None else min(last, criteria.last)
        begin = low // bucket
        stretches = range(begin, min(high // bucket, begin + MOST_STRETCHES) + 1)
        if stretches:
            found[slot] = stretches
    return found


def _standing(view: View, events: int, kind: LaneKind) -> Iterable[tuple[int, int]]:
    if not events:
        return ()
    pick = picker(view, events, f"lane-slots.{kind}")
    slots, numbers = view.column(f"lane-slots.{kind}"), view.column(f"lanes.{kind}")
    return zip(pick(slots), pick(numbers), strict=True)


def _weights(view: View, events: int, kind: LaneKind) -> dict[int, int]:
    return Counter(picker(view, events, f"lane-slots.{kind}")(view.column(f"lanes.{kind}")))


def _named(
    view: View,
    axis: Axis,
    weights: dict[int, int],
    counted: dict[int, dict[int, int]],
    events: int,
    kind: LaneKind,
) -> LaneCounts:
    pick = picker(view, events, f"tie-slots.{kind}")
    ties = Counter(
        zip(pick(view.column(f"ties.{kind}")), pick(view.column(f"tied.{kind}")), strict=True)
    )
    names = view.texts(list(weights))
    pairs: dict[tuple[str, str], int] = {}
    for (one, other), number in ties.items():
        first, second = names[one], names[other]
        pairs[(first, second) if first < second else (second, first)] = number
    return LaneCounts(
        axis=axis,
        weight={names[lane]: number for lane, number in weights.items()},
        pairs=pairs,
        stretches={names[lane]: counts for lane, counts in counted.items()},
    )
