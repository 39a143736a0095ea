"""kill -9 at random moments: nothing acknowledged is lost, nothing is partial, merged is right.

Ten rounds run with the slow tests, a hundred by hand: `pytest -m nightly tests/durability`; they
print how many works of each kind were done, and how many were cut off.
"""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.errors import NotFound
from kg.model.iri import Iris
from kg.store.backup import restore
from kg.store.embedded import EmbeddedStore
from kg.store.loading.reading import digest_of
from tests.durability.worker import FREE
from tests.proposed import article, meeting
from tests.strategies import AT

ROOT = Path(__file__).parent.parent.parent
LONGEST_S = 4.0


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump of articles whose meetings are proposed to be one."""
    store = EmbeddedStore.in_memory()
    for number in range(20):
        name = f"d{number}"
        store.put_article(article(name, meeting(name, 1), meeting(name, 2)), at=AT)
    path = tmp_path / "dump.nq"
    path.write_bytes(b"".join(store.dump("nquads", with_text=True)))
    return path


def killed(folder: Path, seed: int, dump: Path, seconds: float) -> list[dict[str, Any]]:
    """Run a worker, kill it so many seconds after it is ready, return the lines it printed."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.durability.worker", str(folder), str(seed), str(dump)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert worker.stdout is not None
    first = worker.stdout.readline()
    assert json.loads(first)["kind"] == "ready"
    timer = threading.Timer(seconds, os.kill, (worker.pid, signal.SIGKILL))
    timer.start()
    lines = worker.stdout.readlines()
    assert worker.wait() == -signal.SIGKILL, "the worker ended by itself"
    timer.join()
    return [json.loads(line) for line in lines if line.endswith("\n")]


class Ledger:
    """What must be there, what may be, by what workers said over all rounds."""

    def __init__(self) -> None:
        self.articles: dict[str, str] = {}
        self.merges: dict[str, str] = {}
        self.prefixes: set[str] = set()
        self.graphs: set[str] = set()
        self.files: dict[str, int] = {}
        self.backups: list[str] = []
        self.done: Counter[str] = Counter()
        self.cut: Counter[str] = Counter()
        self.bulk = False

    def take(self, lines: list[dict[str, Any]]) -> dict[str, Any] | None:
        """Note what was done; return what was begun and not acknowledged."""
        begun = None
        for line in lines:
            if line["kind"] == "begin":
                begun = line
                continue
            begun = None
            self.done[line["work"]] += 1
            self.note(line)
        if begun is not None:
            self.cut[begun["work"]] += 1
        return begun

    def note(self, line: dict[str, Any]) -> None:
        match line["work"]:
            case "bulk":
                self.bulk = True
            case "add" | "withdraw" | "purge":
                self.articles[line["article"]] = line["work"]
            case "several":
                self.articles |= dict.fromkeys(line["articles"], "add")
            case "merge":
                self.merges[line["one"]] = line["other"]
            case "update":
                self.prefixes.add(line["prefix"])
            case "graph":
                self.graphs.add(line["graph"])
            case "load":
                self.files[line["file"]] = line["count"]
            case "backup":
                self.backups.append(line["target"])

    def check(self, store: EmbeddedStore, begun: dict[str, Any] | None) -> None:
        """Compare a store with what was acknowledged; what was begun is there whole or not."""
        assert [f.message for f in store.validate(deep=True) if not f.warning] == []
        known = {a.iri: a for a in store.articles(include_withdrawn=True)}
        if self.bulk:
            purged = sum(work == "purge" for work in self.articles.values())
            purged += begun is not None and begun["work"] == "purge"
            assert len(known) >= 20 - purged
        for iri, work in self.articles.items():
            if begun is not None and begun.get("article") == iri:
                continue
            state = "none" if iri not in known else "gone" if known[iri].withdrawn else "live"
            assert state == {"add": "live", "withdraw": "gone", "purge": "none"}[work]
        if begun is not None and begun["work"] == "several":
            landed = [iri in known for iri in begun["articles"]]
            assert all(landed) or not any(landed)
        for article_iri in known:
            try:
                store.extraction(article_iri)
            except NotFound as error:  # a listed article can be read
                raise AssertionError(article_iri) from error
        if not (begun and begun["work"] == "purge"):
            assert self.merges.items() <= {d.subject: d.target for d in store.decisions()}.items()
        self.check_free(store, begun)

    def check_free(self, store: EmbeddedStore, begun: dict[str, Any] | None) -> None:
        rows = store.select(f"SELECT ?s {{ GRAPH <{FREE}> {{ ?s <urn:p> <urn:o> }} }}").rows
        found = Counter(row[0].value.rpartition(":")[0] + ":" for row in rows if row[0])
        assert set(found.values()) <= {200}
        assert found.keys() >= self.prefixes
        expected = dict.fromkeys(self.graphs, 500)
        expected |= {_graph(store, path): count for path, count in self.files.items()}
        for graph, count in expected.items():
            assert self.size(store, graph) == count
        if begun and begun["work"] in ("graph", "load"):
            name = begun.get("graph") or _graph(store, begun["file"])
            assert self.size(store, name) in (0, begun.get("count", 500))

    @staticmethod
    def size(store: EmbeddedStore, graph: str) -> int:
        query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        value = store.select(query).rows[0][0]
        return int(value.value) if value else -1


def _graph(store: EmbeddedStore, path: str) -> str:
    return Iris(store.base).graph(f"import/{digest_of(Path(path))}")


def run_rounds(rounds: int, folder: Path, dump: Path) -> Ledger:
    """Kill a worker on the same store again and again; look at the store after each."""
    chance = random.Random(time.time_ns())
    ledger = Ledger()
    for number in range(rounds):
        lines = killed(folder, number, dump, chance.uniform(0.0, LONGEST_S))
        begun = ledger.take(lines)
        store = EmbeddedStore.open(folder)
        try:
            ledger.check(store, begun)
            if begun and begun["work"] == "bulk":
                assert len(store.articles()) in (0, 20)
                ledger.bulk = ledger.bulk or bool(store.articles())
        finally:
            store.close()
        leftovers = {p.name.partition("-")[0] for p in folder.iterdir()} - {"claimline.json"}
        assert leftovers <= {"quads", "index.sqlite"}
        if begun and begun["work"] == "backup":
            assert not Path(begun["target"]).exists() or _restorable(begun["target"], folder)
    for target in ledger.backups[-3:]:
        assert _restorable(target, folder)
    print(json.dumps({"rounds": rounds, "done": ledger.done, "cut off": ledger.cut}))
    return ledger


def _restorable(target: str, folder: Path) -> bool:
    again = folder.parent / f"again-{time.time_ns()}"
    restore(Path(target), again)
    store = EmbeddedStore.open(again)
    sound = [f.message for f in store.validate(deep=True) if not f.warning] == []
    store.close()
    return sound


@pytest.mark.slow
def test_ten_kills_lose_nothing_and_leave_nothing_partial(tmp_path: Path, dump: Path) -> None:
    ledger = run_rounds(10, tmp_path / "store", dump)
    assert sum(ledger.done.values()) > 10


@pytest.mark.nightly
def test_a_hundred_kills_lose_nothing_and_leave_nothing_partial(tmp_path: Path, dump: Path) -> None:
    for number in range(5):  # five stores, so that the first load is killed too
        run_rounds(20, tmp_path / f"{number}" / "store", dump)


@pytest.mark.slow
def test_a_bulk_load_that_is_killed_leaves_the_store_empty_or_whole(
    tmp_path: Path, dump: Path
) -> None:
    outcomes = Counter[int]()
    for number in range(6):
        folder = tmp_path / f"{number}"
        killed(folder, number, dump, 0.03 * number)
        store = EmbeddedStore.open(folder)
        outcomes[len(store.articles(include_withdrawn=True)) >= 19] += 1
        assert [f.message for f in store.validate(deep=True) if not f.warning] == []
        store.close()
    assert outcomes[False]
