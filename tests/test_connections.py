"""Connections of the server: many idle ones, and answers in one piece."""

import io
import logging
import socket
import threading
from collections.abc import Iterator

import pytest
import waitress

from kg.cli.channel import channel_within
from kg.cli.serving import in_one_line
from kg.errors import QueryTimeout

MOST = 40


@pytest.fixture
def port() -> Iterator[int]:
    """A server that takes forty connections and echoes the path."""

    def app(environ, start_response):
        body = environ["PATH_INFO"].encode() * 3
        start_response("200 OK", [("Content-Type", "text/plain")])
        return iter([body[:4], body[4:]]) if "long" in environ["PATH_INFO"] else [body]

    server = waitress.create_server(
        app, host="127.0.0.1", port=0, threads=2, connection_limit=MOST, asyncore_use_poll=True
    )
    server.channel_class = channel_within(5.0, MOST)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server.effective_port
    server.close()
    thread.join(10)


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=5)


def ask(connection: socket.socket, path: str = "/x") -> bytes:
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return connection.recv(10_000)


def test_idle_connections_make_room_for_who_asks(port: int) -> None:
    idle = [connect(port) for _ in range(3 * MOST)]
    for _ in range(3):
        with connect(port) as connection:
            assert ask(connection).startswith(b"HTTP/1.1 200 ")
    for connection in idle:
        connection.close()


def test_half_sent_requests_make_room_for_who_asks(port: int) -> None:
    idle = [connect(port) for _ in range(3 * MOST)]
    for connection in idle:
        connection.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
    with connect(port) as connection:
        assert ask(connection).startswith(b"HTTP/1.1 200 ")
    for connection in idle:
        connection.close()


def test_the_longest_idle_goes_first(port: int) -> None:
    used = connect(port)
    assert ask(used)
    idle = [connect(port) for _ in range(MOST - 10)]
    assert ask(idle[-1])  # they are taken in turn: now all of them are known
    assert ask(used)  # now it is the one that was used last
    idle += [connect(port) for _ in range(MOST // 2)]
    assert ask(used)
    for connection in (used, *idle):
        connection.close()


def test_head_and_body_come_in_one_piece(port: int) -> None:
    with connect(port) as connection:
        whole = ask(connection, "/abc")
        assert whole.startswith(b"HTTP/1.1 200 OK\r\n")
        assert whole.endswith(b"\r\n\r\n/abc/abc/abc")


def test_a_chunked_answer_ends_with_its_last_chunk(port: int) -> None:
    with connect(port) as connection:
        got = ask(connection, "/long")
        while part := connection.recv(10_000):
            got += part
    assert b"Transfer-Encoding: chunked" in got
    assert got.endswith(b"0\r\n\r\n")


@pytest.mark.parametrize(
    ("error", "lines"), [(QueryTimeout("Ended."), 1), (ValueError("A bug."), 5)]
)
def test_a_limit_met_on_the_way_is_one_line_of_the_log(error: Exception, lines: int) -> None:
    kept = io.StringIO()
    log = logging.Logger("kept")
    log.addHandler(logging.StreamHandler(kept))
    log.addFilter(in_one_line)
    try:
        raise error
    except (QueryTimeout, ValueError):
        log.exception("Exception while serving /sparql")
    told = kept.getvalue().splitlines()
    assert len(told) >= lines
    assert (told == ["Exception while serving /sparql: Ended."]) is (lines == 1)
