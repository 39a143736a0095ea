"""Serve the explorer over HTTP: for `serve` and `demo`.

Binding comes first, so that a port in use is known before anything is printed.
"""

import contextlib
import logging
import logging.handlers
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import click
from flask import Flask

from kg.errors import KgError, SurroundingsError
from kg.store import holding
from kg.store.base import GraphStore
from kg.store.folder import MARKER

BODY_LIMIT_MB = 10
_SHUTDOWN_LIMIT_S = 10.0
_SENDING_LIMIT_S = 2.0
# Four queries may run and two more wait for long; the rest is for pages.
_THREADS = 12
_CONNECTIONS = 1000
_FEWEST_CONNECTIONS = 50
_OTHER_FILES = 200  # of the engine, the index, the reader processes
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def bind(host: str, port: int, *, tries: int = 1) -> socket.socket:
    """Return a listening socket on `port` or one of the next `tries - 1`.

    Raises SurroundingsError when all are taken or the host is none of this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    reason = "it is in use"
    for candidate in range(port, port + tries):
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, candidate))
            bound.listen(128)
        except OSError as error:
            bound.close()
            reason = error.strerror or str(error)
            continue
        return bound
    raise SurroundingsError(
        f"Port {port} on {host} cannot be had ({reason}). "
        "Stop the program that uses it, or name another with --port."
    )


def address(bound: socket.socket) -> str:
    """Return the address to open, such as http://127.0.0.1:8000/ ."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def make_app(
    store: GraphStore,
    *,
    token: str | None,
    write: bool,
    hosts: tuple[str, ...],
    fetch: bool = False,
    origins: tuple[str, ...] = (),
    body_limit_mb: int = BODY_LIMIT_MB,
    access_log: Callable[[str], object] | None = None,
) -> Flask:
    """Return the Flask app over `store`. Raises SurroundingsError when `web` is not ours."""
    return our_pages().create_app(  # type: ignore[no-any-return]  # a module has no type
        store,
        token=token,
        sign_in=write,
        fetch=fetch,
        hosts=hosts,
        origins=origins,
        max_body_bytes=body_limit_mb * 1024 * 1024,
        access_log=access_log,
    )


@contextlib.contextmanager
def open_to_commands(app: Flask, store_path: str, bound: socket.socket) -> Iterator[None]:
    """Let commands that meet the folder go through this server, as long as it runs."""
    folder = Path(store_path)
    if not (folder / MARKER).exists():  # a store on another server: commands go there themselves
        yield
        return
    host, port = bound.getsockname()[:2]
    reached = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)  # noqa: S104 - read, not bound
    token = secrets.token_urlsafe(32)
    our_pages().writing.open_to_commands(app, token)
    said = holding.Holding(address=f"http://{reached}:{port}/", process=os.getpid(), token=token)
    with contextlib.suppress(OSError):  # a folder that is read only: commands are told so
        holding.announce(folder, said)
    try:
        yield
    finally:
        holding.forget(folder)


def our_pages() -> ModuleType:
    """Return the package `web`. Raises SurroundingsError when it is another distribution's."""
    import web

    if getattr(web, "PRODUCT", None) != "claimline":
        raise SurroundingsError(
            f"The package `web` at {web.__file__} is not Claimline's: another distribution of that "
            "name was installed over it. Install Claimline in a virtual environment of its own."
        )
    return web


@contextlib.contextmanager
def access_log_to(target: str | None) -> Iterator[Callable[[str], object] | None]:
    """Yield what writes a line to a file, or to standard output for "-"; None for no log.

    A file that was moved away (logrotate) is made anew. Raises SurroundingsError.
    """
    if target is None:
        yield None
        return
    if target == "-":
        yield click.echo
        return
    try:
        handler = logging.handlers.WatchedFileHandler(target, encoding="utf-8")
    except OSError as error:
        raise SurroundingsError(
            f"The access log {target} cannot be written: {error.strerror}. Name another file."
        ) from error
    try:
        yield lambda line: handler.emit(logging.makeLogRecord({"msg": line}))
    finally:
        handler.close()


def warn_if_open_to_others(host: str) -> None:
    """Say so when other machines can reach the server."""
    if host not in _LOOPBACK:
        click.echo(
            f"Warning: {host} can be reached from other machines. Reading is open to all of them.",
            err=True,
        )


def run_server(app: Flask, bound: socket.socket, *, send_seconds: float = 30.0) -> None:
    """Serve until interrupted or terminated; requests under way are finished.

    A client that does not read its answer holds a thread for `send_seconds` at most.
    """
    import waitress

    from kg.cli.channel import HIGH_WATER, channel_within
    from web.templating import compile_ahead

    connections = _most_connections()
    server = waitress.create_server(
        app,
        sockets=[bound],
        ident="claimline",
        threads=_THREADS,
        connection_limit=connections,
        asyncore_use_poll=True,  # select() knows no more than 1,024 open files
        outbuf_high_watermark=HIGH_WATER,
        # The app itself says no, in a sentence; this keeps what is far too large off the disk.
        max_request_body_size=2 * int(app.config["MAX_CONTENT_LENGTH"]),
    )
    server.channel_class = channel_within(send_seconds, connections)
    logging.getLogger("waitress").addFilter(in_one_line)
    compile_ahead(app)
    try:
        server.run()
        _send_the_rest(server)
    finally:
        server.close()
        _leave_within(_SHUTDOWN_LIMIT_S)


def in_one_line(record: logging.LogRecord) -> bool:
    """Tell of an answer that met a limit on its way without a traceback: it is no bug."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, KgError):
        record.msg, record.args, record.exc_info = f"{record.getMessage()}: {error}", (), None
    return True


def _most_connections() -> int:
    """Return how many connections may be open, by what the system lets this process open."""
    import resource

    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return _CONNECTIONS
    return max(_FEWEST_CONNECTIONS, min(_CONNECTIONS, files - _OTHER_FILES))


def _send_the_rest(server: Any) -> None:
    """Send what was answered when the end came: whoever wrote is to know that it is written."""
    until = time.monotonic() + _SENDING_LIMIT_S
    # The threads have ended, so nobody adds to what waits.
    while time.monotonic() < until and any(
        getattr(channel, "total_outbufs_len", 0) for channel in server._map.values()
    ):
        server.asyncore.loop(timeout=0.1, map=server._map, count=1)


def _leave_within(seconds: float) -> None:
    """End the process if it has not ended by then: the engine cannot cancel a running query."""
    timer = threading.Timer(seconds, os._exit, [0])
    timer.daemon = True
    timer.start()


@contextlib.contextmanager
def stop_on_terminate() -> Iterator[None]:
    """Let SIGTERM end the program as Ctrl+C does: stores closed, temporary folders removed."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
