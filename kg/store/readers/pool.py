"""A pool of reader processes over the checkpoints of one store.

In:  `ReadRequest`s. Out: `Stream`s. A reader that meets its time limit is killed, wherever it is:
planning, evaluating, or waiting for a client that does not read. A reader that dies takes nobody
with it. Readers that are free stay and open the next checkpoint themselves (11 ms); one is started
ahead of its question, as long as more may run at once: a process takes a while to be there, seconds
where the machine is busy.
"""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg.errors import KgError, QueryAbandoned, QueryBusy, QueryTimeout, QueryTooLarge
from kg.store.readers.checkpoints import Checkpoint, Checkpoints
from kg.store.readers.deadlines import Deadlines
from kg.store.readers.frames import ANSWER, DATA, END, ERROR, PARSE, QUERY, UPDATE
from kg.store.readers.limits import Limits
from kg.store.readers.reader import Reader, told
from kg.store.readers.request import ReadRequest
from kg.store.readers.stream import Stream


class ReaderPool:
    """Readers of one store, started when they are needed."""

    def __init__(
        self,
        checkpoints: Checkpoints,
        base: str,
        limits: Limits | None = None,
    ) -> None:
        """`base` is the store's. Nothing is started yet."""
        self.limits = limits or Limits()
        self._checkpoints = checkpoints
        self._base = base
        self._turns = threading.BoundedSemaphore(self.limits.at_once)
        self._last_moved = time.monotonic()
        self._patience = threading.BoundedSemaphore(self.limits.patient)
        self._lock = threading.Lock()
        self._free: list[Reader] = []
        self._busy: set[Reader] = set()
        self._opening = 0
        # A process asked to end with its owner ends with the *thread* that started it.
        self._starter = ThreadPoolExecutor(1, thread_name_prefix="claimline-readers")
        self._deadlines = Deadlines(self.limits.seconds)
        self._closed = False

    def ask(self, request: ReadRequest, *, has_from: bool) -> Stream:
        """Return the answer as a stream, once it has begun.

        The query has passed kg.store.guard, which told whether it names its dataset with FROM.
        Raises QueryBusy, QueryTimeout, QueryTooLarge, QueryAbandoned, and what the engine finds
        wrong.
        """
        deadline = time.monotonic() + self.limits.seconds
        self._take_turn()
        try:
            checkpoint = self._checkpoints.take()
        except BaseException:
            self._release_turn()
            raise
        turn = _Turn(self, checkpoint)
        try:
            return turn.answer(request, deadline, has_from=has_from)
        except BaseException:
            turn.finish()
            raise

    def attempt(self, update: str, base_iri: str | None) -> None:
        """Run an update on a copy of the store, within the limits; nothing of it stays.

        Raises SyntaxError as the engine does, QueryBusy, QueryTimeout, QueryTooLarge, QueryError.
        """
        with self._turn(), self._checkpoints.private() as folder:
            given = {"update": update, "base_iri": base_iri, "folder": str(folder)}
            self._whole_answer((UPDATE, json.dumps(given).encode()))

    def parse(self, body: bytes, media_type: str, base_iri: str) -> bytes:
        """Return a graph's N-Triples, within the limits: nesting can end the process that parses.

        Raises GraphSyntaxError, QueryRefused, QueryBusy, QueryTimeout, QueryTooLarge.
        """
        with self._turn():
            given = {"media_type": media_type, "base_iri": base_iri}
            return self._whole_answer((PARSE, json.dumps(given).encode()), (DATA, body))

    def _whole_answer(self, *frames: tuple[bytes, bytes]) -> bytes:
        """Send frames to a reader that has nothing open; return all data of its answer."""
        reader = self.reader(None, time.monotonic() + self.limits.seconds)
        whole = False
        data = bytearray()
        try:
            with contextlib.suppress(OSError):  # then there is no frame either
                for kind, payload in frames:
                    reader.send(kind, payload)
            while (frame := reader.receive()) is not None and frame[0] == DATA:
                data += frame[1]
            if frame is None:
                raise self.died(reader)
            whole = True
        finally:
            self.give_back(reader, whole=whole)
        if frame[0] == ERROR:
            raise told(frame[1])
        return bytes(data)

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        self._take_turn()
        try:
            yield
        finally:
            self._release_turn()

    def _take_turn(self) -> None:
        if not self._turns.acquire(blocking=False) and not self._wait_for_turn():
            raise QueryBusy("Too many queries are running. Try again in a moment.")

    def _wait_for_turn(self) -> bool:
        if not self._patience.acquire(blocking=False):
            return self._wait_while_turns_pass()
        try:
            return self._turns.acquire(timeout=self.limits.wait_seconds)
        finally:
            self._patience.release()

    def _wait_while_turns_pass(self) -> bool:
        hasty = self.limits.hasty_seconds
        until = time.monotonic() + self.limits.wait_seconds
        while not self._turns.acquire(timeout=hasty):
            now = time.monotonic()
            stuck = now - self._last_moved > hasty and not self._opening
            if now > until or stuck:
                return False
        return True

    def _release_turn(self) -> None:
        self._last_moved = time.monotonic()
        self._turns.release()

    def close(self) -> None:
        """End every reader and remove the checkpoints."""
        self._deadlines.close()
        with self._lock:
            self._closed = True
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
            self._last_moved = time.monotonic()
            with self._lock:
                self._busy.add(reader)
                self._opening += 1
            self._start_ahead()
            self._deadlines.put(reader, deadline)
            try:
                reader.open(path)
            except OSError:
                self.give_back(reader, whole=False)
                if fresh or reader.late:
                    raise self.died(reader) from None
                continue
            finally:
                with self._lock:
                    self._opening -= 1
                    self._last_moved = time.monotonic()
            return reader

    def give_back(self, reader: Reader, *, whole: bool) -> None:
        """Take a reader back; one that did not finish its answer is ended."""
        self._deadlines.take(reader)
        with self._lock:
            self._busy.discard(reader)
            if whole and not self._closed and not reader.late:
                self._free.append(reader)
                return
        reader.end()

    def leave(self, checkpoint: Checkpoint) -> None:
        """Give a checkpoint and a turn back."""
        self._checkpoints.release(checkpoint)
        self._release_turn()

    def died(self, reader: Reader) -> KgError:
        """Return what to tell of a reader that ended before its answer did."""
        if reader.late:
            return QueryTimeout(
                f"The query was ended after {self.limits.seconds:g} seconds. Ask for less, "
                "with narrower patterns or a LIMIT."
            )
        return QueryTooLarge(
            f"The query needed more than this server gives it ({self.limits.memory_mb} MB of "
            "memory, or its nesting). Ask for less, with narrower patterns or a LIMIT."
        )

    def _start(self) -> Reader:
        return Reader(self._base, self.limits)

    def _start_ahead(self) -> None:
        """See that one reader is free, as far as more may run at once."""
        with self._lock:
            wanted = not self._free and len(self._busy) < self.limits.at_once and not self._closed
        if wanted:
            with contextlib.suppress(RuntimeError):  # closed meanwhile
                self._starter.submit(self._add_free)

    def _add_free(self) -> None:
        with self._lock:
            if self._free or len(self._busy) >= self.limits.at_once or self._closed:
                return
        reader = self._start()
        with self._lock:
            if not self._closed:
                self._free.append(reader)
                return
        reader.end()


class _Turn:
    """One question: its checkpoint, its reader, and giving both back exactly once."""

    def __init__(self, pool: ReaderPool, checkpoint: Checkpoint) -> None:
        self._pool = pool
        self._checkpoint = checkpoint
        self._reader: Reader | None = None
        self._whole = False
        self._finished = False

    def answer(self, request: ReadRequest, deadline: float, *, has_from: bool) -> Stream:
        """Ask, wait for the first frame, and return the stream of the rest."""
        reader = self._reader = self._pool.reader(self._checkpoint.path, deadline)
        with contextlib.suppress(OSError):  # then there is no frame either
            reader.send(QUERY, request.to_json(has_from=has_from))
        if request.gone is not None and not reader.wait_unless(request.gone):
            raise QueryAbandoned("The query was ended: whoever asked has hung up.")
        kind, payload = self._frame(reader)
        if kind == ANSWER:
            self._whole = True
            self.finish()
            media_type, _, data = payload.partition(b"\n")
            return Stream(media_type.decode(), iter((data,)))
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
            raise told(frame[1])
        return frame
