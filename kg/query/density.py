"""How many events lie in each stretch of days, lane by lane: what a drawing shows from far away.

In:  a `Selection`, the length of a stretch in days. Out: plain values for JSON. An event of some
unknown day between two counts once, in the middle; one that lasts counts in every stretch.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from kg.errors import QueryError
from kg.query.dataset import Dataset
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.lanes import LaneKind, Ties, order_lanes, standings
from kg.query.lanewords import lane_entry
from kg.query.selection import Selection
from kg.query.when import day_word
from kg.query.wording import Words

MAX_BUCKET_DAYS = 36_600
_MOST_STRETCHES = 5_000
_MOST_LANES = 400


def density(
    dataset: Dataset,
    selection: Selection,
    chosen: Filter,
    words: Words,
    kind: LaneKind,
    bucket: int,
) -> dict[str, Any]:
    """Return {"mode", "axis", "from", "to", "bucket", "max", "lanes", "undated", "counts"}.

    `counts` of a lane are [stretch, n] pairs, stretch 0 beginning on "from"; stretches are aligned
    to 1970-01-01, so that neighbouring windows share them. Raises QueryError for a stretch that is
    too short or too long.
    """
    if not 1 <= bucket <= MAX_BUCKET_DAYS:
        raise QueryError(f"bucket={bucket} is not a number of days from 1 to {MAX_BUCKET_DAYS}.")
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    ties = Ties()
    for facts in selection.events:
        ids = [s.id for s in standings(facts, dataset, kind)]
        stretches = list(_stretches(facts, chosen, selection, bucket))
        for lane in ids:
            counted[lane].update(stretches)
        if stretches:
            ties.add(ids, meeting=facts.event.kind == "meeting")
    return _answer(dataset, selection, words, kind, bucket, counted, ties)


def _answer(
    dataset: Dataset,
    selection: Selection,
    words: Words,
    kind: LaneKind,
    bucket: int,
    counted: dict[str, Counter[int]],
    ties: Ties,
) -> dict[str, Any]:
    used = sorted({s for counts in counted.values() for s in counts})
    first, last = (used[0], used[-1]) if used else (0, -1)
    kept = [lane for lane, _ in ties.weight.most_common(_MOST_LANES)]
    order = order_lanes({lane: _side(dataset, kind, lane) for lane in kept}, ties)
    relative = selection.relative
    return {
        "mode": "density",
        "axis": {"kind": "relative" if relative else "absolute"},
        "from": day_word(first * bucket, relative=relative) if used else None,
        "to": day_word((last + 1) * bucket - 1, relative=relative) if used else None,
        "bucket": bucket,
        "max": max((n for counts in counted.values() for n in counts.values()), default=0),
        "lanes": [
            lane_entry(dataset, words, kind, lane)
            | {"counts": [[s - first, n] for s, n in sorted(counted[lane].items())]}
            for lane in order
        ],
        "undated": selection.undated,
        "counts": selection.counts(),
    }


def _side(dataset: Dataset, kind: LaneKind, lane: str) -> str:
    return dataset.entities.side_of(lane) if kind == "actor" and lane else lane


def _stretches(
    facts: EventFacts, chosen: Filter, selection: Selection, bucket: int
) -> Iterator[int]:
    when = facts.when
    if when is None or not when.known(relative=selection.relative):
        return
    first, last = when.bounds(relative=selection.relative)
    known = first if first is not None else last
    if known is None:
        return
    first, last = (known if first is None else first), (known if last is None else last)
    if when.extent == "within":
        yield (first + last) // 2 // bucket
        return
    low = max(first, chosen.first.ordinal) if chosen.first else first
    high = min(last, chosen.last.ordinal) if chosen.last else last
    yield from range(low // bucket, min(high // bucket, low // bucket + _MOST_STRETCHES) + 1)
