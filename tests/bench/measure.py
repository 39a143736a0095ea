"""What benches measure with: rounds in turns, medians, this process's memory."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path


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


def percentile_ms(times: list[float], percent: float) -> float:
    """Return the percentile of seconds in milliseconds (nearest rank)."""
    ordered = sorted(times)
    place = min(len(ordered) - 1, max(0, round(percent / 100 * len(ordered)) - 1))
    return round(ordered[place] * 1000, 3)


def resident_mb() -> float | None:
    """Return this process's resident memory in megabytes; None where /proc is missing."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return round(pages * 4096 / 1e6, 1)
