"""Intake: a folder of generated articles into a store, with one, two and dask's workers.

Each run is the command `claimline add` in a process of its own, into a fresh store; that the stores
hold the same is looked at (moments of recording apart). Then a run that is killed without warning
in its middle and begun again, and where time goes, stage by stage, in one process.
`--settings` runs some of it: 1 2 dask kill stages. Progress goes to standard error; a store is
removed as soon as it has been looked at.
"""

import argparse
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.extract.base import Extractor
from kg.extract.rules import RuleExtractor
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.pipeline.intake import MOST_TOGETHER
from kg.pipeline.known import is_stored
from kg.pipeline.reading import Head, Job
from kg.store.base import Offering, Putting
from kg.store.embedded import EmbeddedStore
from kg.store.make_ready import make_ready
from tests.bench.corpus import articles
from tests.bench.measure import resident_mb

_AT = datetime(2026, 3, 1, tzinfo=UTC)
# The command, which says beside all else when a source has landed.
_PROGRAM = """
from kg.cli import main, progress
note = progress.Progress.note
def noted(self, landed):
    note(self, landed)
    print("landed", flush=True)
progress.Progress.note = noted
main()
"""
_CLAIMLINE = [sys.executable, "-c", _PROGRAM]
_SETTINGS = ("1", "2", "dask", "kill", "stages")
_BLOCK = 1 << 22
_MOMENTS = re.compile(rb"(?m)^[^\n]*(?:#recordedAt>|#revision>)[^\n]*\n")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--staged", type=int, default=320, help="articles of the split by stage")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--settings", default=",".join(_SETTINGS), help="what to run, such as 1,2,dask,kill,stages"
    )


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Run what is asked for; return rates, memory, the split, and what became of the killed run."""
    asked = [one.strip() for one in given.settings.split(",")]
    unknown = set(asked) - set(_SETTINGS)
    if unknown:
        raise SystemExit(f"--settings knows {', '.join(_SETTINGS)}, not {', '.join(unknown)}.")
    with tempfile.TemporaryDirectory(prefix="claimline-bench-") as name:
        top = Path(name)
        folder = top / "articles"
        _say(f"writing {given.articles} articles")
        write_articles(folder, given.articles, given.seed)
        results: dict[str, Any] = {"articles": given.articles, "load": os.getloadavg()[0]}
        runs: dict[str, dict[str, Any]] = {}
        for one in asked:
            if one == "dask":
                with _dask(2) as address:
                    runs["dask (2 workers)"] = _added(folder, top / one, address)
            elif one in ("1", "2"):
                runs[one] = _added(folder, top / one, one, again=one == "2")
            elif one == "kill":
                results["killed"] = _killed(folder, top / one, given.articles)
            elif one == "stages":
                _say("stage by stage, in one process")
                results["stages_ms"] = _stages(folder, top / "staged", given.staged)
            shutil.rmtree(top / one, ignore_errors=True)
        digests = [r["digest"] for r in (*runs.values(), results.get("killed")) if r]
        if runs:
            results["workers"] = runs
        if len(digests) > 1:
            results["same_dataset"] = len(set(digests)) == 1
        if {"1", "2"} <= runs.keys():
            one, two = (runs[w]["articles_per_second"] for w in ("1", "2"))
            results["two_over_one"] = round(two / one, 2)
        return results


def _say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def write_articles(folder: Path, count: int, seed: int) -> None:
    """Write generated articles as files with front matter."""
    folder.mkdir(parents=True)
    for number, source in enumerate(articles(count, seed=seed)):
        head = (
            f"---\ntitle: {source.title}\npublished: {source.published}\n"
            f"publisher: {source.publisher}\nsource: {source.source}\n"
            f"lang: {source.language}\n---\n"
        )
        path = folder / f"{number:06}.txt"
        path.write_text(head + source.text, encoding="utf-8")


def _added(folder: Path, store: Path, workers: str, *, again: bool = False) -> dict[str, Any]:
    start = time.perf_counter()
    process = _start(folder, store, workers)
    sizes = _watched(process, f"--workers {workers}")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    more = {"seconds_again": _again(folder, store)} if again else {}
    count, digest = _contents(store)
    return {
        "seconds": round(seconds, 1),
        "stored": count,
        "articles_per_second": round(count / seconds, 1),
        "processor_ms_an_article": round(1000 * (used.ru_utime + used.ru_stime) / max(count, 1), 1),
        "writer_mb_on_the_way": sizes,
        "largest_process_mb": round(used.ru_maxrss / 1000),
        **more,
        "digest": digest,
    }


def _start(folder: Path, store: Path, workers: str) -> "subprocess.Popen[bytes]":
    command = [*_CLAIMLINE, "add", str(folder), "--store", str(store), "--workers", workers]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _watched(
    process: "subprocess.Popen[bytes]", name: str, *, kill_after: int | None = None
) -> list[float | None]:
    """Follow a run by what it prints; return its memory in MB every thousand articles."""
    start = time.perf_counter()
    sizes: list[float | None] = []
    if process.stdout is None:
        return sizes
    landed = (line for line in process.stdout if line == b"landed\n")
    for number, _ in enumerate(landed, start=1):
        if number % 1000 == 0:
            sizes.append(resident_mb(process.pid))
            rate = number / (time.perf_counter() - start)
            _say(f"{name}: {number} articles, {rate:.1f} a second, {sizes[-1]} MB")
        if number == kill_after:
            process.send_signal(signal.SIGKILL)
            break
    process.stdout.close()
    return sizes


def _again(folder: Path, store: Path) -> float:
    """Return the seconds of adding what is there already."""
    start = time.perf_counter()
    process = _start(folder, store, "2")
    _watched(process, "again")
    process.wait()
    return round(time.perf_counter() - start, 1)


def _killed(folder: Path, store: Path, count: int) -> dict[str, Any]:
    """Kill the command in its middle, look at the store, and run it to the end."""
    process = _start(folder, store, "2")
    _watched(process, "killed in its middle", kill_after=count // 2)
    process.wait()
    landed, _ = _contents(store)
    _say(f"looking at the store that was left, of {landed} articles")
    opened = EmbeddedStore.open(store)
    findings = sum(1 for _ in opened.validate())
    opened.close()
    rest = _added(folder, store, "2")
    return {
        "landed_before": landed,
        "findings": findings,
        "seconds_to_the_end": rest["seconds"],
        "stored": rest["stored"],
        "digest": rest["digest"],
    }


class _Digest:
    """A file to write to: a digest of lines of quads, all but when they were recorded."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()
        self._left = b""

    def write(self, data: bytes) -> int:
        """Take whole lines; keep what is left of the last."""
        lines, _, self._left = (self._left + data).rpartition(b"\n")
        self.digest.update(_MOMENTS.sub(b"", lines + b"\n") if lines else b"")
        return len(data)

    def flush(self) -> None:
        """Do nothing."""


def _contents(folder: Path) -> tuple[int, str]:
    """Return how many articles a store holds, and a digest of its quads as the engine has them.

    Its order follows from the quads alone, so nothing need be sorted or kept in memory.
    """
    _say("looking at what it holds")
    store, digest = EmbeddedStore.open(folder), _Digest()
    lines = folder.with_suffix(".nq")  # written to Python line by line it takes ten minutes
    try:
        store._engine.dump(lines, format=ox.RdfFormat.N_QUADS)
        with lines.open("rb") as dumped:
            while block := dumped.read(_BLOCK):
                digest.write(block)
        return len(store.articles()), digest.digest.hexdigest()[:16]
    finally:
        lines.unlink(missing_ok=True)
        store.close()


class _Timed:
    """An extractor that counts its own time."""

    def __init__(self) -> None:
        self._extractor: Extractor = RuleExtractor()
        self.name, self.version = self._extractor.name, self._extractor.version
        self.seconds = 0.0

    def extract(self, *given: Any) -> Any:
        """Extract; see kg.extract.base."""
        start = time.perf_counter()
        drafts = self._extractor.extract(*given)
        self.seconds += time.perf_counter() - start
        return drafts


def _stages(folder: Path, store_folder: Path, most: int) -> dict[str, float]:
    """Return milliseconds an article, by stage, over the first articles of the folder."""
    store, timed, iris = EmbeddedStore.open(store_folder), _Timed(), Iris()
    taken = dict.fromkeys(("read", "known", "extract", "resolve", "ready", "store"), 0.0)
    engine = _engine_clock(store)
    count = 0
    waiting: list[Putting | Offering] = []
    for path in sorted(folder.iterdir())[:most]:
        marks = [time.perf_counter()]
        source = Job(name=str(path)).read()
        marks.append(time.perf_counter())
        is_stored(store, Head.of(source, iris))
        marks.append(time.perf_counter())
        inside = timed.seconds
        extraction = extract_article(source, iris=iris, extractor=timed)
        marks.append(time.perf_counter())
        waiting.append(_offering(Putting(extraction=extraction, at=_AT), iris))
        marks.append(time.perf_counter())
        read, known, extract, readied = (b - a for a, b in pairwise(marks))
        inside = timed.seconds - inside
        parts = (read, known, inside, extract - inside, readied, _stored(store, waiting))
        for name, seconds in zip(taken, parts, strict=True):
            taken[name] += seconds
        count += 1
    taken["store"] += _stored(store, waiting, last=True)
    store.close()
    result = {name: round(1000 * seconds / max(count, 1), 2) for name, seconds in taken.items()}
    return result | {"of_store_engine": round(1000 * engine[0] / max(count, 1), 2)}


def _offering(putting: Putting, iris: Iris) -> Putting | Offering:
    ready = make_ready(putting.extraction, iris)
    return putting if ready is None else Offering(ready=ready, at=_AT, open=lambda: putting)


def _stored(
    store: EmbeddedStore, waiting: list[Putting | Offering], *, last: bool = False
) -> float:
    """Store what waits once it is as much as an intake stores together; return the seconds."""
    if not waiting or (len(waiting) < MOST_TOGETHER and not last):
        return 0.0
    start = time.perf_counter()
    store.put_articles(waiting)
    waiting.clear()
    return time.perf_counter() - start


def _engine_clock(store: EmbeddedStore) -> list[float]:
    """Return a list whose number grows by the seconds that the engine's updates take."""
    seconds = [0.0]
    engine = store._quads

    class Clocked:
        def __getattr__(self, name: str) -> Any:
            return getattr(engine, name)

        def __len__(self) -> int:
            return len(engine) if engine is not None else 0

        def __contains__(self, quad: Any) -> bool:
            return engine is not None and quad in engine

        def update(self, text: str) -> None:
            self._clock("update", text)

        def bulk_extend(self, quads: Any) -> None:
            self._clock("bulk_extend", quads)

        def bulk_load(self, data: bytes, **form: Any) -> None:
            self._clock("bulk_load", data, **form)

        def flush(self) -> None:
            self._clock("flush")

        def _clock(self, name: str, *given: Any, **form: Any) -> None:
            start = time.perf_counter()
            getattr(engine, name)(*given, **form)
            seconds[0] += time.perf_counter() - start

    store._quads = Clocked()  # type: ignore[assignment] # stands in for the engine
    return seconds


@contextmanager
def _dask(workers: int) -> Iterator[str]:
    """Start a cluster on this machine; yield its address as the command takes it."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")
