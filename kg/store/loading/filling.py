"""What goes into a fresh engine, one after the other, in a thread of its own.

The engine reads files without Python: meanwhile others sort, check and work out what else there is.
In:  an engine; files that we wrote, term by term. Out: the engine filled.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox

from kg.store.view import Node


class Filling:
    """An engine on its way."""

    def __init__(self, engine: ox.Store) -> None:
        """Begin with nothing to do."""
        self.engine = engine
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="claimline-load")
        self._tasks: list[Future[None]] = []

    def then(self, task: Callable[[], None]) -> None:
        """Do it when all before it is done."""
        self._tasks.append(self._thread.submit(task))

    def file(self, path: Path, graph: Node | None = None) -> None:
        """Load a file that we wrote, N-Triples into `graph` or N-Quads; it is removed then."""
        form = ox.RdfFormat.N_TRIPLES if graph is not None else ox.RdfFormat.N_QUADS

        def load() -> None:
            # Written by us, term by term: it needs no second look at its IRIs.
            self.engine.bulk_load(path=str(path), format=form, to_graph=graph, lenient=True)
            path.unlink()

        self.then(load)

    def finish(self) -> None:
        """Wait for all of it. Raises what a task raised."""
        for task in self._tasks:
            task.result()

    def stop(self) -> None:
        """Leave out what has not begun; wait for what has."""
        self._thread.shutdown(cancel_futures=True)
