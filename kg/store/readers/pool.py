"""A pool of reader processes over the checkpoints of one store.

In:  `ReadRequest`s. Out: `Stream`s. A reader that meets its time limit is killed, wherever it is:
planning, evaluating, or waiting for a client that does not read. A reader that dies takes nobody
with it. Readers that are free stay and open the next checkpoint themselves (11 ms).
"""

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg import errors
from kg.errors import (
    GraphSyntaxError,
    KgError,
    QueryBusy,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
)
from kg.store.readers.checkpoints import Checkpoint, Checkpoints
from kg.store.readers.frames import DATA, END, ERROR, REQUEST, read_frame, write_frame
from kg.store.readers.limits import Limits
from kg.store.readers.request import ReadRequest
from kg.store.readers.stream import Stream

_LOOK_EVERY_S = 0.02
_LOOKS_WITHOUT_WORK = 50  # before the thread ends: to start one for each query would cost more
_TELLABLE = ("QueryError", "QueryRefused", "QueryTooLarge", "UnfitFormat")


class Reader:
    """One process. Used by one thread at a time; killed by any."""

    def __init__(self, base: str, limits: Limits, services: frozenset[str]) -> None:
        given = [base, str(limits.memory_mb), str(limits.result_mb), *sorted(services)]
        self._process = subprocess.Popen(  # noqa: S603 - our own program, nothing of a visitor's
            [sys.executable, "-m", "kg.store.readers.process", *given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._opened: Path | None = None
        self.deadline: float | None = None
        self.timed_out = False

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """True until the process has ended."""
        return self._process.poll() is None

    def open(self, path: Path | None) -> None:
        """Open a checkpoint if it is another than the last. Raises OSError when the reader died."""
        if path is None:
            self._opened = None
        elif path != self._opened:
            self.send(json.dumps({"open": str(path)}).encode())
            if (frame := self.receive()) is None or frame[0] != END:
                raise BrokenPipeError("the reader could not open the checkpoint")
            self._opened = path

    def send(self, payload: bytes) -> None:
        """Send a request. Raises OSError when the reader died."""
        if self._process.stdin is None:
            raise BrokenPipeError("the reader has no input")
        write_frame(self._process.stdin, REQUEST, payload)

    def receive(self) -> tuple[bytes, bytes] | None:
        """Return the next frame; None when the reader died."""
        if self._process.stdout is None:
            return None
        return read_frame(self._process.stdout)

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self) -> None:
        """Kill the process and let go of its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


class ReaderPool:
    """Readers of one store, started when they are needed."""

    def __init__(
        self,
        checkpoints: Checkpoints,
        base: str,
        limits: Limits | None = None,
        services: frozenset[str] = frozenset(),
    ) -> None:
        """`services` are the hosts that SERVICE may reach; none unless the operator says so."""
        self.limits = limits or Limits()
        self._checkpoints = checkpoints
        self._base = base
        self._services = services
        self._turns = threading.BoundedSemaphore(self.limits.at_once)
        self._lock = threading.Lock()
        self._free: list[Reader] = []
        self._busy: set[Reader] = set()
        # A process asked to end with its owner ends with the *thread* that started it.
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="claimline-readers")
        self._closed = threading.Event()
        self._watch: threading.Thread | None = None

    def ask(self, request: ReadRequest) -> Stream:
        """Return the answer as a stream, once it has begun.

        Raises QueryBusy, QueryTimeout, QueryTooLarge, and what the engine finds wrong.
        """
        deadline = time.monotonic() + self.limits.seconds
        self._take_turn()
        try:
            checkpoint = self._checkpoints.take()
        except BaseException:
            self._turns.release()
            raise
        turn = _Turn(self, checkpoint)
        try:
            return turn.answer(request, deadline)
        except BaseException:
            turn.finish()
            raise

    def attempt(self, update: str, base_iri: str | None) -> None:
        """Run an update on a copy of the store, within the limits; nothing of it stays.

        Raises SyntaxError as the engine does, QueryBusy, QueryTimeout, QueryTooLarge, QueryError.
        """
        with self._turn(), self._checkpoints.private() as folder:
            told = {"update": update, "base_iri": base_iri, "folder": str(folder)}
            self._whole_answer(json.dumps(told).encode())

    def parse(self, body: bytes, media_type: str, base_iri: str) -> bytes:
        """Return a graph's N-Triples, within the limits: nesting can end the process that parses.

        Raises GraphSyntaxError, QueryRefused, QueryBusy, QueryTimeout, QueryTooLarge.
        """
        with self._turn():
            told = {"parse": media_type, "base_iri": base_iri}
            return self._whole_answer(json.dumps(told).encode(), body)

    def _whole_answer(self, *payloads: bytes) -> bytes:
        """Send frames to a reader that has nothing open; return all data of its answer."""
        reader = self.reader(None, time.monotonic() + self.limits.seconds)
        whole = False
        data = bytearray()
        try:
            with contextlib.suppress(OSError):  # then there is no frame either
                for payload in payloads:
                    reader.send(payload)
            while (frame := reader.receive()) is not None and frame[0] == DATA:
                data += frame[1]
            if frame is None:
                raise self.died(reader)
            whole = True
        finally:
            self.give_back(reader, whole=whole)
        if frame[0] == ERROR:
            fields = json.loads(frame[1])
            if "cause" in fields:
                raise SyntaxError(fields["cause"])
            raise _told(fields)
        return bytes(data)

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        self._take_turn()
        try:
            yield
        finally:
            self._turns.release()

    def _take_turn(self) -> None:
        if not self._turns.acquire(timeout=self.limits.wait_seconds):
            raise QueryBusy("Too many queries are running. Try again in a moment.")

    def close(self) -> None:
        """End every reader and remove the checkpoints."""
        self._closed.set()
        with self._lock:
            readers = [*self._free, *self._busy]
            self._free.clear()
        for reader in readers:
            reader.end()
        self._starter.shutdown(wait=False)
        self._checkpoints.close()

    def reader(self, path: Path | None, deadline: float) -> Reader:
        """Return a reader with the checkpoint open, or with none, watched until the deadline."""
        while True:
            with self._lock:
                found = self._free.pop() if self._free else None
            if found is not None and not found.running:  # it died while nobody asked
                found.end()
                continue
            fresh = found is None
            reader = found or self._starter.submit(self._start).result()
            with self._lock:
                reader.deadline, reader.timed_out = deadline, False
                self._busy.add(reader)
                self._look_out()
            try:
                reader.open(path)
            except OSError:
                self.give_back(reader, whole=False)
                if fresh or reader.timed_out:
                    raise self.died(reader) from None
                continue
            return reader

    def give_back(self, reader: Reader, *, whole: bool) -> None:
        """Take a reader back; one that did not finish its answer is ended."""
        with self._lock:
            self._busy.discard(reader)
            reader.deadline = None
            if whole and not self._closed.is_set() and not reader.timed_out:
                self._free.append(reader)
                return
        reader.end()

    def leave(self, checkpoint: Checkpoint) -> None:
        """Give a checkpoint and a turn back."""
        self._checkpoints.release(checkpoint)
        self._turns.release()

    def died(self, reader: Reader) -> KgError:
        """Return what to tell of a reader that ended before its answer did."""
        if reader.timed_out:
            return QueryTimeout(
                f"The query was ended after {self.limits.seconds:g} seconds. Ask for less, "
                "with narrower patterns or a LIMIT."
            )
        return QueryTooLarge(
            f"The query needed more than this server gives it ({self.limits.memory_mb} MB of "
            "memory, or its nesting). Ask for less, with narrower patterns or a LIMIT."
        )

    def _start(self) -> Reader:
        return Reader(self._base, self.limits, self._services)

    def _look_out(self) -> None:
        """Start the thread that ends readers at their deadline; the lock is held."""
        if self._watch is None or not self._watch.is_alive():
            self._watch = threading.Thread(
                target=self._end_late, name="claimline-deadlines", daemon=True
            )
            self._watch.start()

    def _end_late(self) -> None:
        idle = 0
        while not self._closed.wait(_LOOK_EVERY_S):
            now = time.monotonic()
            with self._lock:
                idle = 0 if self._busy else idle + 1
                if idle > _LOOKS_WITHOUT_WORK:
                    self._watch = None
                    return
                for reader in self._busy:
                    if reader.deadline is not None and reader.deadline < now:
                        reader.timed_out = True
                        reader.kill()


class _Turn:
    """One question: its checkpoint, its reader, and giving both back exactly once."""

    def __init__(self, pool: ReaderPool, checkpoint: Checkpoint) -> None:
        self._pool = pool
        self._checkpoint = checkpoint
        self._reader: Reader | None = None
        self._whole = False
        self._finished = False

    def answer(self, request: ReadRequest, deadline: float) -> Stream:
        """Ask, wait for the first frame, and return the stream of the rest."""
        reader = self._reader = self._pool.reader(self._checkpoint.path, deadline)
        with contextlib.suppress(OSError):  # then there is no frame either
            reader.send(request.to_json())
        kind, payload = self._frame(reader)
        return Stream(payload.decode(), self._chunks(reader, kind), self.finish)

    def finish(self) -> None:
        """Give back what was taken."""
        if self._finished:
            return
        self._finished = True
        if self._reader is not None:
            self._pool.give_back(self._reader, whole=self._whole)
        self._pool.leave(self._checkpoint)

    def _chunks(self, reader: Reader, kind: bytes) -> Iterator[bytes]:
        while kind != END:
            kind, payload = self._frame(reader)
            if kind == DATA:
                yield payload
        self._whole = True

    def _frame(self, reader: Reader) -> tuple[bytes, bytes]:
        frame = reader.receive()
        if frame is None:
            raise self._pool.died(reader)
        if frame[0] == ERROR:
            self._whole = True
            raise _told(json.loads(frame[1]))
        return frame


def _told(fields: dict[str, object]) -> KgError:
    """Return the error that a reader told of."""
    name, message = str(fields["error"]), str(fields["message"])
    if name in ("QuerySyntaxError", "GraphSyntaxError"):
        line, column = (n if isinstance(n := fields[k], int) else None for k in ("line", "column"))
        placed = GraphSyntaxError if name == "GraphSyntaxError" else QuerySyntaxError
        return placed(message, line=line, column=column)
    kind: type[KgError] = getattr(errors, name if name in _TELLABLE else "QueryError")
    return kind(message)
