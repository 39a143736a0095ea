"""A dask cluster that extracts: this process reads, the cluster's workers extract, in order again.

In:  jobs; the address of a scheduler. Out: what each found, in the order of the jobs.
Texts go out and extractions come back as plain documents, so workers need no access to the files;
they need the same Claimline. dask gives the work of a worker that dies to another one, and gives up
after its own number of tries. Raises SurroundingsError for a cluster that is not there, has no
workers or another Claimline, or goes away.
Source: dask.distributed (BSD-3-Clause), the extra [dask].
"""

import asyncio
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg import __version__
from kg.errors import KgError, SurroundingsError
from kg.model.iri import Iris
from kg.model.plain import to_plain
from kg.pipeline.crew import AHEAD, Done, IsStored, Task, name_of
from kg.pipeline.extractors import JOB_SECONDS
from kg.pipeline.reading import (
    Found,
    Head,
    Job,
    extract_plain,
    extraction_from_plain,
    offer_from_frames,
)

if TYPE_CHECKING:
    from distributed import Client, Future

Answer = dict[str, Any] | tuple[bytes, bytes, bytes]

_CONNECT_SECONDS = 10
_WORKER_SECONDS = 30
_LOOK_AGAIN = 100  # jobs
_PATIENCE = 12 * JOB_SECONDS  # an article waits for others, and for workers that are replaced


class Cluster:
    """Does the jobs on a cluster. Use as a context manager."""

    def __init__(self, scheduler: str, base: str) -> None:
        """`scheduler` is written as dask writes it, such as tcp://127.0.0.1:8786."""
        self._scheduler, self._base = scheduler, base
        self._iris = Iris(base)
        self._client: Client | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Connect, and see that the workers can do the work."""
        try:
            from distributed import Client
        except ImportError as error:
            raise SurroundingsError(
                "A dask cluster needs dask: install it with `pip install 'claimline[dask]'`."
            ) from error
        try:
            self._client = self._open.enter_context(
                Client(self._scheduler, timeout=_CONNECT_SECONDS, set_as_default=False)
            )
        except (TimeoutError, OSError, ValueError) as error:
            raise SurroundingsError(
                f"No dask scheduler answers at {self._scheduler}. Start one with `dask scheduler`."
            ) from error
        try:
            self._look_at_workers(self._client)
        except BaseException:
            self._open.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the cluster; what it was still at is given up."""
        self._open.close()

    def run(self, jobs: Iterable[Task], is_stored: IsStored) -> Generator[Done, None, None]:
        """Yield what came of each job, in order."""
        waiting: deque[Done | tuple[Job, Found, Future]] = deque()
        most = 1
        for number, job in enumerate(jobs):
            if number % _LOOK_AGAIN == 0:
                most = self._most()  # workers come and go
            waiting.append(self._begun(job, is_stored))
            while len(waiting) >= most:
                yield self._ended(waiting.popleft())
        while waiting:
            yield self._ended(waiting.popleft())

    def _most(self) -> int:
        return AHEAD * max(1, len(self._connected.scheduler_info(n_workers=-1)["workers"]))

    @property
    def _connected(self) -> "Client":
        if self._client is None:
            raise SurroundingsError("The cluster is not connected yet.")
        return self._client

    def _look_at_workers(self, client: "Client") -> None:
        try:
            client.wait_for_workers(1, timeout=_WORKER_SECONDS)
        except (TimeoutError, OSError) as error:
            raise SurroundingsError(
                f"The dask scheduler at {self._scheduler} has no workers. Start one with "
                f"`dask worker {self._scheduler}`, where Claimline is installed."
            ) from error
        try:
            versions = set(client.run(version).values())
        except ImportError as error:
            raise SurroundingsError(
                f"Workers of {self._scheduler} have no Claimline. Install {__version__} there."
            ) from error
        if versions - {__version__}:
            others = ", ".join(sorted(versions - {__version__}))
            raise SurroundingsError(
                f"Workers of {self._scheduler} have Claimline {others}, this is {__version__}. "
                "Install the same there."
            )

    def _begun(self, job: Task, is_stored: IsStored) -> "Done | tuple[Job, Found, Future]":
        """Read a source and hand it out, unless the store has it."""
        if isinstance(job, KgError):
            return Done(name=name_of(job), found=job)
        try:
            source = job.read()
        except KgError as error:
            return Done(name=job.name, found=error)
        head = Head.of(source, self._iris)
        found = Found(source=source, iri=head.iri, extraction=None)
        if is_stored(head):
            return Done(name=job.name, found=found)
        document = to_plain(source)
        future = self._connected.submit(extract_plain, document, self._base, job.ready, pure=False)
        return job, found, future

    def _ended(self, begun: "Done | tuple[Job, Found, Future]") -> Done:
        if isinstance(begun, Done):
            return begun
        job, found, future = begun
        answer = self._result(job, future)
        if isinstance(answer, KgError):
            return Done(name=job.name, found=answer)
        if isinstance(answer, tuple):
            return Done(name=job.name, found=offer_from_frames(*answer))
        return Done(name=job.name, found=extraction_from_plain(answer, found))

    def _result(self, job: Job, future: "Future") -> Answer | KgError:
        """Return the workers' answer, or the error in which it ended."""
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        try:
            error = future.exception(timeout=_PATIENCE)
            if error is None:
                answer: Answer = future.result(timeout=_PATIENCE)
                return answer
        except (TimeoutError, OSError, asyncio.CancelledError, FutureCancelledError) as gone:
            raise SurroundingsError(
                f"The dask cluster at {self._scheduler} went away. What landed stays; the same "
                "command goes on from there."
            ) from gone
        if isinstance(error, KilledWorker):
            reason = "ended the cluster's workers again and again"
        else:  # a fault of ours; the article's words need not stand in it
            reason = f"could not be extracted ({type(error).__name__})"
        return KgError(
            f"{job.name} {reason} and was left out. Look at it alone with `claimline extract`."
        )


def version() -> str:
    """Return the version of Claimline where this runs."""
    return __version__
