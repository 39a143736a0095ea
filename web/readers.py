"""Reading and extracting for the pages, in processes of their own.

A text may take seconds: in a process beside the server it holds up nobody who reads. There are two,
started when the first text comes; what waits behind them is bounded, and what takes too long is
ended.
In:  a `Job`. Out: what was found, or the error that stopped it.
"""

import atexit
import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from kg.errors import KgError, SurroundingsError
from kg.pipeline.crew import Processes
from kg.pipeline.reading import Found, Job

from .catalogue import mark

# The longest article that is taken needs about twenty seconds.
JOB_SECONDS = 60.0
_PROCESSES = 2
# At work and waiting. Each holds one of the server's eight threads, and readers need some.
_MOST_UNDER_WAY = 4
_BUSY = mark("Other texts are being read just now. Send it again in a moment.")


class Readers:
    """Processes that read, each led by a thread that lives as long as it does."""

    def __init__(
        self, base: str, *, seconds: float = JOB_SECONDS, under_way: int = _MOST_UNDER_WAY
    ) -> None:
        """`base` is the store's. Nothing is started yet."""
        self._base, self._seconds = base, seconds
        self._places = threading.BoundedSemaphore(under_way)
        # A process ends with the thread that started it (kg.pipeline.worker): never a request's.
        self._leaders = ThreadPoolExecutor(_PROCESSES, thread_name_prefix="claimline-reader")
        self._own = threading.local()
        self._started = contextlib.ExitStack()
        atexit.register(self.close)

    def read(self, job: Job) -> Found | KgError:
        """Return what is in a source. Raises SurroundingsError when too many texts wait."""
        if not self._places.acquire(blocking=False):
            raise SurroundingsError(_BUSY)
        try:
            return self._leaders.submit(self._read, job).result()
        finally:
            self._places.release()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._leaders.shutdown(wait=False, cancel_futures=True)
        self._started.close()

    def _read(self, job: Job) -> Found | KgError:
        crew: Processes | None = getattr(self._own, "crew", None)
        if crew is None:
            crew = Processes(self._base, 1, job_seconds=self._seconds)
            self._own.crew = self._started.enter_context(crew)
        return crew.do(job)


@cache
def readers_for(base: str) -> Readers:
    """Return the readers of this process for stores with that base."""
    return Readers(base)
