"""Intake over a dask cluster of two worker processes on this machine, one of which is killed."""

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.cli import run
from kg.errors import KgError, SurroundingsError
from kg.pipeline import cluster, reading
from kg.pipeline.cluster import Cluster
from kg.pipeline.crew import Alone, Task
from kg.pipeline.intake import take_in
from kg.pipeline.reading import Job
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import DEFAULT_BASE
from tests.test_workers import AT, digest, jobs, landed, write

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def here() -> Iterator[Any]:
    """A cluster of two worker processes with a nanny each."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as found:
        yield found


def process_ids(address: str) -> list[int]:
    with distributed.Client(address, set_as_default=False) as client:
        return list(client.run(os.getpid).values())


def test_a_killed_worker_loses_and_doubles_nothing(tmp_path: Path, here: Any) -> None:
    write(tmp_path, [f"{number:02}.txt" for number in range(60)])
    store, expected = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    landed(tmp_path, expected, Alone(DEFAULT_BASE))
    with Cluster(here.scheduler_address, DEFAULT_BASE) as crew:
        results = take_in(jobs(tmp_path), store, crew, now=lambda: AT)
        first = list(itertools.islice(results, 5))
        os.kill(process_ids(here.scheduler_address)[0], signal.SIGKILL)
        rest = list(results)
    assert [one.error for one in first + rest] == [None] * 60
    assert [Path(one.name).name for one in first + rest] == [f"{n:02}.txt" for n in range(60)]
    assert digest(store) == digest(expected)
    assert store.revision == expected.revision


def test_the_command_adds_over_a_cluster(
    tmp_path: Path, here: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "news", ["a.txt", "b.txt"])
    (tmp_path / "news" / "c.txt").write_text(" ", encoding="utf-8")
    address = here.scheduler_address.replace("tcp://", "dask://")
    arguments = ["add", str(tmp_path / "news"), "--store", str(tmp_path / "s"), "--workers"]
    assert run([*arguments, address]) == 2
    assert "2 added; 1 failed." in capsys.readouterr().err
    assert run([*arguments, address]) == 2
    assert "2 unchanged; 1 failed." in capsys.readouterr().err


def test_a_text_whose_language_cannot_be_told_is_reported(tmp_path: Path, here: Any) -> None:
    (tmp_path / "numbers.txt").write_text("1 2 3 4", encoding="utf-8")
    with Cluster(here.scheduler_address, DEFAULT_BASE) as crew:
        (done,) = crew.run(jobs(tmp_path), lambda head: False)
    assert "language" in str(done.found)


def test_a_fault_on_a_worker_leaves_the_rest(
    tmp_path: Path, here: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, ["a.txt", "b.txt"])
    whole = cluster.to_plain

    def spoiled(source: Any) -> Any:
        return whole(source) if source.name.endswith("b.txt") else {"Nothing": []}

    monkeypatch.setattr(cluster, "to_plain", spoiled)
    with Cluster(here.scheduler_address, DEFAULT_BASE) as crew:
        done = list(crew.run(jobs(tmp_path), lambda head: False))
    assert "could not be extracted (ValueError)" in str(done[0].found)
    assert isinstance(done[1].found, reading.Found)


def test_another_claimline_on_the_workers_is_refused(
    here: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "99")
    with (
        pytest.raises(SurroundingsError, match="this is 99"),
        Cluster(here.scheduler_address, DEFAULT_BASE),
    ):
        pass


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def test_nobody_at_the_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_CONNECT_SECONDS", 1)
    with (
        pytest.raises(SurroundingsError, match="No dask scheduler answers"),
        Cluster(f"tcp://127.0.0.1:{free_port()}", DEFAULT_BASE),
    ):
        pass


@contextlib.contextmanager
def scheduler(workers: int) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler in a process of its own, which can be killed, and workers of it."""
    address = f"tcp://127.0.0.1:{free_port()}"
    dask = [sys.executable, "-m", "dask"]
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = ["scheduler", "--host", address, "--no-dashboard"]
    found = [subprocess.Popen([*dask, *command], **quiet)]
    found += [
        subprocess.Popen([*dask, "worker", address, "--nthreads", "1", "--no-dashboard"], **quiet)
        for _ in range(workers)
    ]
    try:
        yield address, found[0]
    finally:
        for process in found:
            process.terminate()
        for process in found:
            process.wait(timeout=30)


def test_a_cluster_without_workers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "_WORKER_SECONDS", 1)
    with (
        scheduler(0) as (address, _),
        pytest.raises(SurroundingsError, match="has no workers"),
        Cluster(address, DEFAULT_BASE),
    ):
        pass


def test_a_cluster_that_goes_away_is_said_and_what_landed_stays(tmp_path: Path) -> None:
    write(tmp_path, [f"{number:03}.txt" for number in range(200)])
    store = EmbeddedStore.in_memory()
    with scheduler(1) as (address, process), Cluster(address, DEFAULT_BASE) as crew:
        results = take_in(jobs(tmp_path), store, crew, now=lambda: AT)
        next(results)
        process.kill()
        begun = time.monotonic()
        with pytest.raises(SurroundingsError, match="went away"):
            list(results)
    assert time.monotonic() - begun < 60
    assert store.articles()


def test_errors_in_place_of_jobs_are_handed_on(here: Any) -> None:
    def broken() -> Iterator[Task]:
        yield KgError("not there")
        yield Job(name="/nowhere/x.txt")

    with Cluster(here.scheduler_address, DEFAULT_BASE) as crew:
        done = list(crew.run(broken(), lambda head: False))
    assert [str(one.found)[:20] for one in done] == ["not there", "/nowhere/x.txt does "]
