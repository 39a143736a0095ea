"""SIGTERM ends a server that is being written: what it acknowledged is there, and it ends well."""

import http.client
import signal
import threading
from pathlib import Path

import pytest

from kg.store.embedded import EmbeddedStore
from tests.conformance.conftest import Served, serve


@pytest.mark.slow
def test_a_server_that_is_stopped_finishes_its_writes(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    lock = threading.Lock()
    with serve(tmp_path / "store", "--access-log", str(tmp_path / "log.jsonl")) as served:
        threads = [
            threading.Thread(target=write, args=(served, number, acknowledged, lock))
            for number in range(4)
        ]
        for thread in threads:
            thread.start()
        while len(acknowledged) < 40:
            threads[0].join(0.01)
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(timeout=20) == 0
        for thread in threads:
            thread.join()
    store = EmbeddedStore.open(tmp_path / "store")
    rows = store.select("SELECT ?s { GRAPH <https://me.example/g> { ?s ?p ?o } }").rows
    there = {row[0].value for row in rows if row[0]}
    assert set(acknowledged) <= there
    # A write may have been finished whose answer found nobody: one a connection at most.
    assert len(there) - len(acknowledged) <= 4
    assert [f.message for f in store.validate(deep=True) if not f.warning] == []
    store.close()
    log = (tmp_path / "log.jsonl").read_text().splitlines()
    assert sum('"status": 204' in line for line in log) >= len(acknowledged)
    assert not any("a-token-of-the-tests" in line for line in log)


def write(served: Served, number: int, acknowledged: list[str], lock: threading.Lock) -> None:
    """Send updates until the server is gone; note those that were answered."""
    for count in range(10_000):
        mark = f"urn:{number}:{count}"
        try:
            served.update(
                f"INSERT DATA {{ GRAPH <https://me.example/g> {{ <{mark}> <urn:p> 1 }} }}"
            )
        except (OSError, http.client.HTTPException):
            return
        with lock:
            acknowledged.append(mark)
