"""Who reads and extracts: this process, or several others, whose work comes back in order.

In:  jobs, one after the other. Out: what each found, or the error that stopped it, in the order of
the jobs, so that what is stored does not depend on how many work. As many jobs are under way as a
small multiple of the workers, and no more are taken while the first of them is not done.
A worker that dies is replaced and its job done once more; if that ends the same way, the job is
reported and left. So is one that takes too long.
"""

import contextlib
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from kg.errors import KgError, SurroundingsError
from kg.model.iri import Iris
from kg.pipeline.extractors import JOB_SECONDS
from kg.pipeline.reading import (
    Found,
    Head,
    Job,
    Offer,
    found_from_plain,
    offer_from_frames,
    pack,
    unpack,
    work,
)
from kg.pipeline.worker import FOUND, HEAD, JOB, KNOWN, OFFER, QUADS
from kg.store.readers.frames import read_frame, write_frame

Task = Job | KgError  # an error in place of a job is handed on in its turn
IsStored = Callable[[Head], bool]

AHEAD = 24  # jobs under way for each worker: the writer stores many at once, and they wait for it
_TRIES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a job."""

    name: str
    found: Found | Offer | KgError


class Crew(Protocol):
    """Does jobs. `is_stored` is asked by one thread at a time."""

    def run(self, jobs: Iterable[Task], is_stored: IsStored) -> Generator[Done, None, None]:
        """Yield what came of each job, in order."""
        ...


class Alone:
    """Does the jobs here, one after the other."""

    def __init__(self, base: str) -> None:
        """`base` is the store's."""
        self._iris = Iris(base)

    def run(self, jobs: Iterable[Task], is_stored: IsStored) -> Generator[Done, None, None]:
        """Yield what came of each job, in order."""
        for job in jobs:
            yield self._done(job, is_stored)

    def _done(self, job: Task, is_stored: IsStored) -> Done:
        if isinstance(job, KgError):
            return Done(name=name_of(job), found=job)
        try:
            return Done(name=job.name, found=work(job, self._iris, is_stored))
        except KgError as error:
            return Done(name=job.name, found=error)


class Processes:
    """Does the jobs in processes of their own. Use as a context manager."""

    def __init__(self, base: str, count: int, *, job_seconds: float = JOB_SECONDS) -> None:
        """Nothing is started yet."""
        self._base, self._count, self._seconds = base, count, job_seconds
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        """Start the processes."""
        self._workers = [_Worker(self._base, self._seconds) for _ in range(self._count)]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the processes, whatever they are at."""
        for worker in self._workers:
            worker.end()

    @property
    def process_ids(self) -> list[int]:
        """The workers' process ids."""
        return [worker.process_id for worker in self._workers]

    def do(self, job: Job) -> Found | KgError:
        """Return what came of one job, stored already or not; the first process does it.

        For threads that live on: on Linux a process ends with the thread that started it.
        """
        found = self._workers[0].do(job, lambda _: False)
        return found.open() if isinstance(found, Offer) else found

    def run(self, jobs: Iterable[Task], is_stored: IsStored) -> Generator[Done, None, None]:
        """Yield what came of each job, in order."""
        desk = _Desk(jobs, AHEAD * self._count)
        asking = threading.Lock()

        def asked(head: Head) -> bool:
            with asking:
                return is_stored(head)

        threads = [
            threading.Thread(target=_attend, args=(worker, desk, asked), daemon=True)
            for worker in self._workers
        ]
        for thread in threads:
            thread.start()
        try:
            yield from desk.in_order()
        finally:
            desk.close()


def name_of(error: KgError) -> str:
    """Return the source that an error speaks of."""
    return str(error.details.get("source") or "")


def _attend(worker: "_Worker", desk: "_Desk", is_stored: IsStored) -> None:
    """Give one worker its jobs until there are none."""
    try:
        while (taken := desk.take()) is not None:
            number, job = taken
            done = job if isinstance(job, KgError) else worker.do(job, is_stored)
            name = name_of(job) if isinstance(job, KgError) else job.name
            desk.put(number, Done(name=name, found=done))
    except BaseException as error:  # noqa: BLE001 - told where the work is waited for
        desk.fail(error)


class _Desk:
    """Where jobs are taken and laid down again: bounded, and read in order. Safe among threads."""

    def __init__(self, jobs: Iterable[Task], most: int) -> None:
        self._jobs = enumerate(jobs)
        self._most = most
        self._changed = threading.Condition()
        self._done: dict[int, Done] = {}
        self._next = 0
        self._taken = 0
        self._all_taken = False
        self._closed = False
        self._error: BaseException | None = None

    def take(self) -> tuple[int, Task] | None:
        """Return the next job; wait while too many are under way; None when there are no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._taken - self._next < self._most)
            if self._closed or self._all_taken:
                return None
            taken = next(self._jobs, None)
            if taken is None:
                self._all_taken = True
                self._changed.notify_all()
            else:
                self._taken += 1
            return taken

    def put(self, number: int, done: Done) -> None:
        """Lay down what came of a job."""
        with self._changed:
            self._done[number] = done
            self._changed.notify_all()

    def fail(self, error: BaseException) -> None:
        """Raise this where the work is waited for."""
        with self._changed:
            self._error = self._error or error
            self._changed.notify_all()

    def close(self) -> None:
        """Give out no more jobs."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def in_order(self) -> Iterator[Done]:
        """Yield what came of each job, in order, as soon as it is there."""
        while True:
            with self._changed:
                while not self._ready():
                    self._changed.wait(1.0)  # wakes up for Ctrl+C on every system
                if self._error is not None:
                    raise self._error
                if self._next not in self._done:
                    return
                done = self._done.pop(self._next)
                self._next += 1
                self._changed.notify_all()
            yield done

    def _ready(self) -> bool:
        finished = self._all_taken and self._next == self._taken
        return finished or self._error is not None or self._next in self._done


class _Worker:
    """One process, replaced when it dies."""

    def __init__(self, base: str, seconds: float) -> None:
        self._base, self._seconds = base, seconds
        self._process = self._started()
        # Of a run that was left early a job may still be under way when the next run begins.
        self._busy = threading.Lock()

    @property
    def process_id(self) -> int:
        return self._process.pid

    def do(self, job: Job, is_stored: IsStored) -> Found | Offer | KgError:
        """Return what came of a job, after a second try where the process died."""
        with self._busy:
            return self._tried(job, is_stored)

    def _tried(self, job: Job, is_stored: IsStored) -> Found | Offer | KgError:
        how = ""
        for _ in range(_TRIES):
            late = threading.Event()
            alarm = threading.Timer(self._seconds, self._kill_late, [self._process, late])
            alarm.daemon = True
            alarm.start()
            try:
                found = self._asked(job, is_stored)
            finally:
                alarm.cancel()
            if found is not None:
                return found
            self.end()
            how = _ending(self._process.returncode)
            self._process = self._started()
            if late.is_set():
                return _given_up(job, f"took longer than {self._seconds:g} seconds to read")
        return _given_up(job, f"ended its reader twice ({how})")

    def end(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):  # a job half written
                    stream.close()

    def _asked(self, job: Job, is_stored: IsStored) -> Found | Offer | KgError | None:
        """Return what the process says of a job; None when it dies over it."""
        out, back = self._process.stdin, self._process.stdout
        if out is None or back is None:
            return None
        try:
            write_frame(out, JOB, pack(job.to_plain()))
            before: dict[bytes, bytes] = {}
            while (frame := read_frame(back)) is not None:
                kind, payload = frame
                if kind in (OFFER, QUADS):
                    before[kind] = payload
                if kind == FOUND and before:
                    return offer_from_frames(before[OFFER], before[QUADS], payload)
                if kind == FOUND:
                    return found_from_plain(unpack(payload))
                if kind == HEAD:
                    known = is_stored(Head(**unpack(payload)))
                    write_frame(out, KNOWN, b"1" if known else b"0")
        except (BrokenPipeError, ValueError):  # ValueError: the stream was closed at the end
            return None
        return None

    def _started(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "kg.pipeline.worker", self._base]
        try:
            return subprocess.Popen(  # noqa: S603 - our own module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
        except OSError as error:
            raise SurroundingsError(
                f"No process to read with can be started: {error.strerror}. Try fewer --workers."
            ) from error

    @staticmethod
    def _kill_late(process: "subprocess.Popen[bytes]", late: threading.Event) -> None:
        late.set()
        process.kill()


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"killed by {signal.Signals(-code).name}, perhaps for want of memory"
    except ValueError:
        return f"killed by signal {-code}"


def _given_up(job: Job, reason: str) -> KgError:
    return KgError(
        f"{job.name} {reason} and was left out. Look at it alone with `claimline extract`."
    )
