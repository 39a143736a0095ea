"""Where each actor of a graph stands: the same at every visit.

In:  an `ActorGraph`. Out: whole coordinates.
The busiest actors of everything are placed by their ties (kg.query.layout) and never move; whoever
else is wanted takes, in order of claims, the free spot nearest to whom it is tied to. So showing
more actors moves nobody, and a narrower window or one actor's surroundings leaves the busiest where
they were.
"""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from kg.query.graph import ActorGraph
from kg.query.layout import LEAST_X, LEAST_Y, place_nodes

# As many are placed together; the cost grows with the square.
_TOGETHER = 60
_OUTWARD = 170.0
_TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: a spiral that leaves no direction out

Spots = dict[str, tuple[int, int]]


def spots_of(whole: ActorGraph, wanted: Iterable[str]) -> Spots:
    """Return where each of these stands; `whole` is the graph at all times."""
    needed = list(wanted)
    head = frozenset(whole.busiest(_TOGETHER))
    others = set(needed) - head
    claims = whole.claims_of(others)
    late = sorted(others, key=lambda i: (-claims.get(i, 0), i))
    pairs = _pairs(whole, head.union(needed))
    inner = {pair: n for pair, n in pairs.items() if head.issuperset(pair)}
    together = _together(tuple(sorted(head)), tuple(sorted(inner.items())))
    # Those of the busiest that are not drawn hold no spot: their neighbours may come closer.
    spots = {iri: spot for iri, spot in together.items() if iri in set(needed)}
    _add(spots, late, pairs)
    return {iri: spots[iri] for iri in needed}


def _pairs(whole: ActorGraph, among: Collection[str]) -> dict[tuple[str, str], float]:
    """How often each two of these are tied, in whatever way; the two in order of IRI."""
    found: Counter[tuple[str, str]] = Counter()
    for (one, other, _), count in whole.among(among).items():
        found[(one, other) if one < other else (other, one)] += count
    return {pair: float(count) for pair, count in found.items()}


@lru_cache(maxsize=32)
def _together(
    ids: tuple[str, ...], pairs: tuple[tuple[tuple[str, str], float], ...]
) -> Mapping[str, tuple[int, int]]:
    return place_nodes(ids, dict(pairs))


def _add(spots: Spots, later: Sequence[str], pairs: Mapping[tuple[str, str], float]) -> None:
    if not later:
        return
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in pairs:
        near[one].append(other)
        near[other].append(one)
    taken: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for spot in spots.values():
        taken[_cell(*spot)].append(spot)
    for iri in later:
        spots[iri] = _free(_wish(iri, [spots[o] for o in near[iri] if o in spots]), taken)
        taken[_cell(*spots[iri])].append(spots[iri])


def _wish(iri: str, near: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """A little further out than the middle of whom it is tied to, in a direction of its own."""
    digest = hashlib.sha256(iri.encode("utf-8", "surrogatepass")).digest()
    turn = int.from_bytes(digest[:4], "big") / 2**32 * 2 * math.pi
    x = sum(x for x, _ in near) / len(near) if near else 0.0
    y = sum(y for _, y in near) / len(near) if near else 0.0
    out = math.hypot(x, y)
    if len(near) == 1 and out > 1:
        turn = math.atan2(y, x) + (turn - math.pi) / 4
    return x + _OUTWARD * math.cos(turn), y + _OUTWARD * math.sin(turn)


def _free(
    wish: tuple[float, float], taken: Mapping[tuple[int, int], Sequence[tuple[int, int]]]
) -> tuple[int, int]:
    step = 0
    while True:
        reach = LEAST_Y * 0.6 * math.sqrt(step)
        x = round(wish[0] + reach * math.cos(step * _TURN) * LEAST_X / LEAST_Y)
        y = round(wish[1] + reach * math.sin(step * _TURN))
        if not _is_taken(x, y, taken):
            return x, y
        step += 1


def _is_taken(x: int, y: int, taken: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> bool:
    column, row = _cell(x, y)
    return any(
        abs(x - other_x) < LEAST_X and abs(y - other_y) < LEAST_Y
        for c in (column - 1, column, column + 1)
        for r in (row - 1, row, row + 1)
        for other_x, other_y in taken.get((c, r), ())
    )


def _cell(x: int, y: int) -> tuple[int, int]:
    return math.floor(x / LEAST_X), math.floor(y / LEAST_Y)
