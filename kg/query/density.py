"""How many events lie in each stretch of days, lane by lane: what a drawing shows from far away.

In:  a `Choice`, the length of a stretch in days. Out: plain values for JSON. An event of some
unknown day between two counts once, in the middle; one that lasts counts in every stretch.
"""

from typing import Any

from kg.errors import QueryError
from kg.query.lanes import LaneKind, lane_side, order_lanes
from kg.query.lanewords import lane_entry
from kg.query.source import Choice, Source, Stretches
from kg.query.when import day_word
from kg.query.wording import Words

MAX_BUCKET_DAYS = 36_600
_MOST_LANES = 400


def density(
    source: Source, choice: Choice, words: Words, kind: LaneKind, bucket: int
) -> dict[str, Any]:
    """Return {"mode", "axis", "from", "to", "bucket", "max", "lanes", "undated", "counts"}.

    `counts` of a lane are [stretch, n] pairs, stretch 0 beginning on "from"; stretches are aligned
    to 1970-01-01, so that neighbouring windows share them. Raises QueryError for a stretch that is
    too short or too long.
    """
    if not 1 <= bucket <= MAX_BUCKET_DAYS:
        raise QueryError(f"bucket={bucket} is not a number of days from 1 to {MAX_BUCKET_DAYS}.")
    return _answer(source, choice, words, kind, bucket, choice.stretches(kind, bucket))


def _answer(
    source: Source,
    choice: Choice,
    words: Words,
    kind: LaneKind,
    bucket: int,
    found: Stretches,
) -> dict[str, Any]:
    counted, ties, relative = found.counted, found.ties, choice.relative
    used = sorted({s for counts in counted.values() for s in counts})
    first, last = (used[0], used[-1]) if used else (0, -1)
    kept = ties.busiest(_MOST_LANES)
    entities = source.entities(kept)
    order = order_lanes({lane: lane_side(entities, kind, lane) for lane in kept}, ties)
    return {
        "mode": "density",
        "axis": {"kind": "relative" if relative else "absolute"},
        "from": day_word(first * bucket, relative=relative) if used else None,
        "to": day_word((last + 1) * bucket - 1, relative=relative) if used else None,
        "bucket": bucket,
        "max": max((n for counts in counted.values() for n in counts.values()), default=0),
        "lanes": [
            lane_entry(entities, words, kind, lane)
            | {"counts": [[s - first, n] for s, n in sorted(counted[lane].items())]}
            for lane in order
        ],
        "undated": choice.undated,
        "counts": choice.counts(),
    }
