"""How many events lie in each stretch of days, lane by lane: what a drawing shows from far away.

In:  a `Choice`, the length of a stretch in days. Out: plain values for JSON. An event of some
unknown day between two counts once, in the middle; one that lasts counts in every stretch.
"""

from typing import Any

from kg.errors import QueryError
from kg.query.lane_plan import LanePlan
from kg.query.lanewords import lane_entry
from kg.query.source import Choice, Source
from kg.query.when import day_word
from kg.query.wording import Words

MAX_BUCKET_DAYS = 36_600


def density(
    source: Source,
    choice: Choice,
    words: Words,
    plan: LanePlan,
    bucket: int,
    disputed: Choice | None = None,
) -> dict[str, Any]:
    """Return {"mode", "axis", "from", "to", "bucket", "max", "lanes", "more_lanes", …}.

    `counts` of a lane are [stretch, n] pairs, stretch 0 beginning on "from"; stretches are aligned
    to 1970-01-01, so that neighbouring windows share them; `max` is the largest count of all lanes,
    `more_lanes` how many there are besides those told of. `disputed`: which of them articles differ
    on; a lane's `disputed` are pairs of the same kind. Raises QueryError for a stretch that is
    too short or too long.
    """
    if not 1 <= bucket <= MAX_BUCKET_DAYS:
        raise QueryError(f"bucket={bucket} is not a number of days from 1 to {MAX_BUCKET_DAYS}.")
    sums, relative = plan.sums(choice, bucket), choice.relative
    extent = sums.extent()
    first, last, most = extent or (0, 0, 0)
    kept = plan.kept(sums)
    counted, entities = sums.counted(kept), source.entities(kept)
    weights, undated = sums.weights(kept), sums.undated(kept)
    differing = _counted(plan, disputed, bucket, kept) if _same_axis(choice, disputed) else {}
    return {
        "mode": "density",
        "axis": {"kind": "relative" if relative else "absolute"},
        "from": day_word(first * bucket, relative=relative) if extent else None,
        "to": day_word((last + 1) * bucket - 1, relative=relative) if extent else None,
        "bucket": bucket,
        "max": most,
        "lanes": [
            lane_entry(entities, words, plan.kind, lane)
            | {"counts": [[s - first, n] for s, n in counted[lane]]}
            | {"disputed": [[s - first, n] for s, n in differing.get(lane, ())]}
            | {"events": weights[lane], "undated": undated.get(lane, 0)}
            | {"folded": lane in plan.folded}
            for lane in plan.order(sums, entities, kept)
        ],
        "more_lanes": sums.total - len(kept),
        "undated": choice.undated,
        "counts": choice.counts(),
    }


def _same_axis(choice: Choice, disputed: Choice | None) -> bool:
    return disputed is not None and disputed.total > 0 and disputed.relative == choice.relative


def _counted(
    plan: LanePlan, choice: Choice | None, bucket: int, lanes: list[str]
) -> dict[str, list[tuple[int, int]]]:
    return {} if choice is None else plan.sums(choice, bucket).counted(lanes)
