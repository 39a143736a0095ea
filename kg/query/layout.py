"""Places for the nodes of a small graph, the same at every visit.

In:  node ids, weighted ties. Out: whole coordinates around (0, 0), x to the right, y down.
A spring embedder whose start is worked out from the ids alone: the same graph has the same places,
and a graph with one node more looks much the same.
Source: T. Fruchterman, E. Reingold, "Graph Drawing by Force-Directed Placement", 1991.
"""

import hashlib
import math
from collections.abc import Mapping, Sequence

_ROUNDS = 150
_LENGTH = 160.0  # wished length of a tie
# Names stand under nodes: no two nodes are nearer than this in both directions.
LEAST_X, LEAST_Y = 150.0, 84.0
_WIDER = 1.35  # screens are wider than high
_GRAVITY = 1.3  # holds a graph of n nodes in a circle of about _LENGTH x sqrt(n)
_UNTANGLINGS = 60


def place_nodes(
    ids: Sequence[str], ties: Mapping[tuple[str, str], float]
) -> dict[str, tuple[int, int]]:
    """Return x and y of each id. Ties are pairs of ids with a weight of at least 1."""
    xs, ys = _start(ids)
    index = {node: i for i, node in enumerate(ids)}
    springs = [(index[a], index[b], 1 + math.log(w)) for (a, b), w in sorted(ties.items())]
    for turn in range(_ROUNDS):
        _move(xs, ys, springs, heat=_LENGTH * (1 - turn / _ROUNDS) ** 1.5)
    xs = [x * _WIDER for x in xs]
    _untangle(xs, ys)
    return _centred(ids, xs, ys)


def _start(ids: Sequence[str]) -> tuple[list[float], list[float]]:
    radius = _LENGTH * math.sqrt(max(1, len(ids)))
    xs, ys = [], []
    for node in ids:
        digest = hashlib.sha256(node.encode("utf-8", "surrogatepass")).digest()
        angle = int.from_bytes(digest[:4], "big") / 2**32 * 2 * math.pi
        distance = radius * math.sqrt(int.from_bytes(digest[4:8], "big") / 2**32)
        xs.append(distance * math.cos(angle))
        ys.append(distance * math.sin(angle))
    return xs, ys


def _move(
    xs: list[float], ys: list[float], springs: list[tuple[int, int, float]], *, heat: float
) -> None:
    """One round: all push one another away, ties pull, nothing goes further than `heat`."""
    count = len(xs)
    fx, fy = [-x * _GRAVITY for x in xs], [-y * _GRAVITY for y in ys]
    push = _LENGTH * _LENGTH
    for i in range(count):
        xi, yi = xs[i], ys[i]
        for j in range(i + 1, count):
            dx, dy = xi - xs[j], yi - ys[j]
            force = push / (dx * dx + dy * dy + 1.0)
            fx[i] += dx * force
            fy[i] += dy * force
            fx[j] -= dx * force
            fy[j] -= dy * force
    for i, j, weight in springs:
        dx, dy = xs[i] - xs[j], ys[i] - ys[j]
        force = weight * math.hypot(dx, dy) / _LENGTH
        fx[i] -= dx * force
        fy[i] -= dy * force
        fx[j] += dx * force
        fy[j] += dy * force
    for i in range(count):
        length = math.hypot(fx[i], fy[i]) or 1.0
        step = min(length, heat) / length
        xs[i] += fx[i] * step
        ys[i] += fy[i] * step


def _untangle(xs: list[float], ys: list[float]) -> None:
    """Move apart what still stands too close, in the direction that takes the smaller step."""
    for _ in range(_UNTANGLINGS):
        moved = False
        for i in range(len(xs)):
            for j in range(i + 1, len(xs)):
                dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                miss_x, miss_y = LEAST_X - abs(dx), LEAST_Y - abs(dy)
                if miss_x <= 0 or miss_y <= 0:
                    continue
                moved = True
                if miss_x < miss_y:
                    half = math.copysign(miss_x / 2 + 0.5, dx)
                    xs[i], xs[j] = xs[i] - half, xs[j] + half
                else:
                    half = math.copysign(miss_y / 2 + 0.5, dy)
                    ys[i], ys[j] = ys[i] - half, ys[j] + half
        if not moved:
            return


def _centred(
    ids: Sequence[str], xs: Sequence[float], ys: Sequence[float]
) -> dict[str, tuple[int, int]]:
    if not ids:
        return {}
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {
        node: (round(x - middle_x), round(y - middle_y))
        for node, x, y in zip(ids, xs, ys, strict=True)
    }
