"""What benches measure with: rounds in turns, medians, this process's memory."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

# What an answer over HTTP may take: so much, and so many times what the engine itself does.
_ENDPOINT_MS, _ENDPOINT_TIMES = 1.5, 1.3


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call took, in seconds of wall clock."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turns(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Time several works one after the other, `rounds` times, so that load falls on all alike."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(seconds(work))
    return taken


def median_ms(times: list[float]) -> float:
    """Return the median of seconds in milliseconds, to the microsecond."""
    return round(statistics.median(times) * 1000, 3)


def above(raw_ms: float, ours_ms: float) -> dict[str, Any]:
    """Return what an answer over HTTP takes above the raw engine, and whether that is the goal."""
    goal = _ENDPOINT_MS + _ENDPOINT_TIMES * raw_ms
    return {
        "over_raw_ms": round(ours_ms - raw_ms, 3),
        "goal_ms": round(goal, 3),
        "within": ours_ms <= goal,
    }


def percentile_ms(times: list[float], percent: float) -> float:
    """Return the percentile of seconds in milliseconds (nearest rank)."""
    ordered = sorted(times)
    place = min(len(ordered) - 1, max(0, round(percent / 100 * len(ordered)) - 1))
    return round(ordered[place] * 1000, 3)


def resident_mb(process_id: int | None = None) -> float | None:
    """Return a process's resident memory, this one's by default, in megabytes.

    None where /proc is missing or the process is gone.
    """
    try:
        statm = Path(f"/proc/{process_id or 'self'}/statm")
        pages = int(statm.read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return round(pages * 4096 / 1e6, 1)
