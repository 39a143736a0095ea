"""Answers that break, clients that do not read, queries that run wild: over raw sockets."""

import json
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.conformance.cases import CSV, JSON, get
from tests.conformance.conftest import Served, serve

pytestmark = pytest.mark.slow
SECONDS = 3.0
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SOME_ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"
# Rows come at once and would come for minutes.
FLOOD = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose queries end after three seconds."""
    folder: Path = tmp_path_factory.mktemp("hasty") / "store"
    with serve(folder, "--query-seconds", str(SECONDS)) as served:
        served.ask("GET", get("ASK {}"))  # the first query starts a process
        yield served


def raw(served: Served, query: str, version: str, accept: str = CSV) -> socket.socket:
    """Send a query and return the socket, nothing read of it."""
    host, port = served.host.split(":")
    connection = socket.create_connection((host, int(port)), timeout=60)
    connection.sendall(
        f"GET /sparql?query={quote(query)} HTTP/{version}\r\nHost: {served.host}\r\n"
        f"Accept: {accept}\r\nConnection: close\r\n\r\n".encode()
    )
    return connection


def read_all(connection: socket.socket) -> bytes:
    """Read until the other side is done, however it is done."""
    received = bytearray()
    with connection:
        while True:
            try:
                part = connection.recv(1 << 20)
            except ConnectionResetError:
                break
            if not part:
                break
            received += part
    return bytes(received)


def test_an_endless_query_is_answered_503_with_when_to_come_back(hasty: Served) -> None:
    start = time.monotonic()
    answer = hasty.ask("GET", get(ENDLESS), {"Accept": JSON})
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) > 0
    assert json.loads(answer.body)["error"]["code"] == "query-timeout"
    assert time.monotonic() - start < SECONDS + 5


def test_an_answer_that_breaks_lacks_its_last_chunk(hasty: Served) -> None:
    received = read_all(raw(hasty, FLOOD, "1.1"))
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 ")
    assert b"Transfer-Encoding: chunked" in head
    assert len(body) > 1_000_000
    assert not body.endswith(b"0\r\n\r\n")


def test_over_http_1_0_a_broken_answer_is_an_error_from_the_start(hasty: Served) -> None:
    received = read_all(raw(hasty, FLOOD, "1.0"))
    assert received.split(b" ", 2)[1] == b"503"


def test_over_http_1_0_a_whole_answer_has_its_length(hasty: Served) -> None:
    head, _, body = read_all(raw(hasty, SOME_ROWS, "1.0")).partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}\r\n".encode() in head + b"\r\n"
    assert body.count(b"\n") == 20_001


def test_a_whole_answer_ends_with_its_last_chunk(hasty: Served) -> None:
    received = read_all(raw(hasty, SOME_ROWS, "1.1"))
    assert b"Transfer-Encoding: chunked" in received
    assert received.endswith(b"0\r\n\r\n")


def test_neighbours_are_answered_while_queries_run_wild(hasty: Served) -> None:
    wild = [threading.Thread(target=hasty.ask, args=("GET", get(ENDLESS))) for _ in range(2)]
    for thread in wild:
        thread.start()
    start = time.monotonic()
    while any(thread.is_alive() for thread in wild):
        assert hasty.ask("GET", get("ASK {}")).status == 200
        assert hasty.ask("GET", "/healthz").status == 200
        assert time.monotonic() - start < SECONDS + 20
    assert hasty.ask("GET", get("ASK {}")).status == 200


def test_clients_that_do_not_read_leave_the_server_to_others(hasty: Served) -> None:
    stalled = [raw(hasty, FLOOD, "1.1") for _ in range(4)]
    time.sleep(1)
    start = time.monotonic()
    assert hasty.ask("GET", "/healthz").status == 200
    answer = hasty.ask("GET", get("ASK {}"), {"Accept": JSON})
    while answer.status == 503 and time.monotonic() - start < 60:  # all turns are taken
        time.sleep(0.5)
        answer = hasty.ask("GET", get("ASK {}"), {"Accept": JSON})
    assert answer.status == 200
    for connection in stalled:
        assert not read_all(connection).endswith(b"0\r\n\r\n")


def test_a_client_that_leaves_ends_its_query(hasty: Served) -> None:
    for _ in range(6):  # more than may run at once
        raw(hasty, FLOOD, "1.1").close()
    start = time.monotonic()
    while hasty.ask("GET", get("ASK {}")).status != 200:
        assert time.monotonic() - start < 30
        time.sleep(0.2)


def test_a_query_whose_client_has_hung_up_does_not_run_to_its_limit(tmp_path: Path) -> None:
    with serve(tmp_path / "store", "--query-seconds", "120") as served:
        served.ask("GET", get("ASK {}"))
        waiting = [raw(served, ENDLESS, "1.1", JSON) for _ in range(4)]
        time.sleep(1)
        for connection in waiting:
            connection.close()
        start = time.monotonic()
        while served.ask("GET", get("ASK {}")).status != 200 or _working(served.process.pid):
            assert time.monotonic() - start < 30
            time.sleep(0.2)


def _working(server: int) -> bool:
    """Return whether a reader process of the server computes."""
    states = (Path(f"/proc/{pid}/stat").read_text() for pid in _readers(server))
    return any(state.rsplit(")", 1)[1].split()[0] == "R" for state in states)


def test_a_reader_that_is_killed_breaks_one_answer_only(hasty: Served) -> None:
    connection = raw(hasty, ENDLESS, "1.1", JSON)
    time.sleep(1)
    for pid in _readers(hasty.process.pid):
        os.kill(pid, signal.SIGKILL)
    with connection:
        assert connection.recv(1000).startswith(b"HTTP/1.1 503 ")
    assert hasty.ask("GET", get("ASK {}")).status == 200


def _readers(server: int) -> list[int]:
    """Return the server's reader processes."""
    children = Path(f"/proc/{server}/task").glob("*/children")
    return [int(pid) for found in children for pid in found.read_text().split()]


def test_an_answer_above_the_limit_of_its_size_breaks_off(tmp_path: Path) -> None:
    with serve(tmp_path / "store", "--query-seconds", "60") as served:
        query = f'SELECT ?x {{ BIND("{"x" * 50_000}" AS ?x) ?a ?b ?c . ?d ?e ?f }}'
        received = read_all(raw(served, query, "1.1"))
    assert len(received) < 300_000_000
    assert not received.endswith(b"0\r\n\r\n")


def test_pages_are_answered_while_many_ask_for_ever_and_hang_up(hasty: Served) -> None:
    for _ in range(30):
        raw(hasty, ENDLESS, "1.1").close()
    start = time.monotonic()
    assert hasty.ask("GET", "/healthz").status == 200
    # Each that waited its five seconds at eight threads would take more than half a minute.
    assert time.monotonic() - start < 12
    while hasty.ask("GET", get("ASK {}")).status != 200:
        assert time.monotonic() - start < 60
        time.sleep(0.2)
