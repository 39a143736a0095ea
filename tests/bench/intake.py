"""Intake: a folder of generated articles into a store, with one, two and dask's workers.

Each run is the command `claimline add` in a process of its own, into a fresh store; that the stores
hold the same is looked at (moments of recording apart). Then where time goes, stage by stage, in
one process, and a run that is killed without warning in its middle and begun again.
"""

import argparse
import hashlib
import os
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

from kg.extract.base import Extractor
from kg.extract.rules import RuleExtractor
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.pipeline.intake import MOST_TOGETHER
from kg.pipeline.known import is_stored
from kg.pipeline.reading import Head, Job
from kg.store.base import Putting
from kg.store.embedded import EmbeddedStore
from tests.bench.corpus import articles

_AT = datetime(2026, 3, 1, tzinfo=UTC)
_CLAIMLINE = [sys.executable, "-c", "from kg.cli import main; main()"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--staged", type=int, default=200, help="articles of the split by stage")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-dask", action="store_true", help="leave the cluster out")


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Run all of it; return rates, memory, the split, and what became of the killed run."""
    with tempfile.TemporaryDirectory(prefix="claimline-bench-") as name:
        top = Path(name)
        folder = top / "articles"
        write_articles(folder, given.articles, given.seed)
        results: dict[str, Any] = {"articles": given.articles, "load": os.getloadavg()[0]}
        runs = {"1": _added(folder, top / "one", "1"), "2": _added(folder, top / "two", "2")}
        if not given.no_dask:
            with _dask(2) as address:
                runs["dask (2 workers)"] = _added(folder, top / "dask", address)
        digests = {run.pop("digest") for run in runs.values()}
        results["workers"] = runs
        results["seconds_again"] = _again(folder, top / "two")
        results["killed"] = _killed(folder, top / "killed", runs["2"]["seconds"])
        digests.add(results["killed"].pop("digest"))
        results["same_dataset"] = len(digests) == 1
        results["stages_ms"] = _stages(folder, top / "staged", given.staged)
        return results


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


def _added(folder: Path, store: Path, workers: str) -> dict[str, Any]:
    start = time.perf_counter()
    process = _start(folder, store, workers)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    count, digest = _contents(store)
    return {
        "seconds": round(seconds, 1),
        "stored": count,
        "articles_per_second": round(count / seconds, 1),
        "largest_process_mb": round(used.ru_maxrss / 1000),
        "digest": digest,
    }


def _start(folder: Path, store: Path, workers: str) -> "subprocess.Popen[bytes]":
    command = [*_CLAIMLINE, "add", str(folder), "--store", str(store), "--workers", workers]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _again(folder: Path, store: Path) -> float:
    """Return the seconds of adding what is there already."""
    start = time.perf_counter()
    _start(folder, store, "2").wait()
    return round(time.perf_counter() - start, 1)


def _killed(folder: Path, store: Path, whole_seconds: float) -> dict[str, Any]:
    """Kill the command in its middle, look at the store, and run it to the end."""
    process = _start(folder, store, "2")
    time.sleep(whole_seconds / 2)
    process.send_signal(signal.SIGKILL)
    process.wait()
    landed, _ = _contents(store)
    opened = EmbeddedStore.open(store)
    findings = list(opened.validate())
    opened.close()
    rest = _added(folder, store, "2")
    return {
        "landed_before": landed,
        "findings": len(findings),
        "seconds_to_the_end": rest["seconds"],
        "stored": rest["stored"],
        "digest": rest["digest"],
    }


def _contents(folder: Path) -> tuple[int, str]:
    """Return how many articles a store holds, and a digest of all but when it was recorded."""
    store = EmbeddedStore.open(folder)
    digest = hashlib.sha256()
    try:
        lines = b"".join(store.dump("nquads", with_text=True)).splitlines(keepends=True)
        moments = (b"recordedAt>", b"#revision>")
        for line in lines:
            if not any(moment in line for moment in moments):
                digest.update(line)
        return len(store.articles()), digest.hexdigest()
    finally:
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
    taken = dict.fromkeys(("read", "known", "extract", "resolve", "map", "store"), 0.0)
    engine = _engine_clock(store)
    count = 0
    waiting: list[Putting] = []
    for path in sorted(folder.iterdir())[:most]:
        marks = [time.perf_counter()]
        source = Job(name=str(path)).read()
        marks.append(time.perf_counter())
        is_stored(store, Head.of(source, iris))
        marks.append(time.perf_counter())
        inside = timed.seconds
        extraction = extract_article(source, iris=iris, extractor=timed)
        marks.append(time.perf_counter())
        extraction_to_quads(extraction, iris=iris, recorded_at=_AT)
        marks.append(time.perf_counter())
        waiting.append(Putting(extraction=extraction, at=_AT))
        read, known, extract, mapped = (b - a for a, b in pairwise(marks))
        inside = timed.seconds - inside
        parts = (read, known, inside, extract - inside, mapped, _stored(store, waiting))
        for name, seconds in zip(taken, parts, strict=True):
            taken[name] += seconds
        taken["store"] -= mapped  # which storing does as well
        count += 1
    taken["store"] += _stored(store, waiting, last=True)
    store.close()
    result = {name: round(1000 * seconds / max(count, 1), 2) for name, seconds in taken.items()}
    return result | {"of_store_engine": round(1000 * engine[0] / max(count, 1), 2)}


def _stored(store: EmbeddedStore, waiting: list[Putting], *, last: bool = False) -> float:
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

        def _clock(self, name: str, given: Any) -> None:
            start = time.perf_counter()
            getattr(engine, name)(given)
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
