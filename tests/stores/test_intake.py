"""Intake by several processes, on every store."""

from pathlib import Path

from kg.pipeline.crew import Processes
from kg.pipeline.intake import take_in
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from tests.test_workers import AT, jobs, write


def test_two_processes_fill_every_store_alike(store: GraphStore, tmp_path: Path) -> None:
    write(tmp_path / "news", [f"{number}.txt" for number in range(9)])
    here = EmbeddedStore.in_memory()
    with Processes(store.base, 2) as crew:
        for one in (store, here):
            landed = list(take_in(jobs(tmp_path / "news"), one, crew, now=lambda: AT))
            assert [x.put.outcome for x in landed if x.put] == ["added"] * 9
            again = list(take_in(jobs(tmp_path / "news"), one, crew, now=lambda: AT))
            assert [x.put.outcome for x in again if x.put] == ["unchanged"] * 9
            assert [x.put.kept for x in again if x.put] == [x.put.added for x in landed if x.put]
    assert b"".join(store.dump("nquads")) == b"".join(here.dump("nquads"))
    assert store.revision == here.revision
