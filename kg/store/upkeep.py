"""What an embedded store offers for its upkeep: loading, validating, repairing, backing up.

In:  the store's engine and the ways it is written. Out: see kg.store.base.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.backup import back_up
from kg.store.beside import replaced
from kg.store.graphs import Graphs
from kg.store.loading.files import Writer, load_files
from kg.store.loading.report import LoadReport
from kg.store.plan import Plan
from kg.store.sound import Finding
from kg.store.state import State
from kg.store.validate import sound_quads, validate


class Upkeep:
    """Large changes to one store, and looks at all of it; under the write lock."""

    def __init__(
        self,
        graphs: Graphs,
        lock: threading.RLock,
        folder: Path | None,
        *,
        engine: Callable[[], ox.Store],
        exchange: Callable[[ox.Store], None],
        state: Callable[[], State],
        commit: Callable[[State, Plan], None],
        update: Callable[[str], None],
    ) -> None:
        """`exchange` takes another engine in the place of the store's; `folder` None: memory."""
        self._graphs = graphs
        self._lock = lock
        self._folder = folder
        self._engine = engine
        self._exchange = exchange
        self._writer = Writer(
            graphs=graphs,
            engine=engine,
            state=state,
            commit=commit,
            update=update,
            replace=self._replace,
        )

    def load(self, paths: Sequence[Path]) -> LoadReport:
        """Load files, all of them or none."""
        with self._lock:
            return load_files(self._writer, paths)

    def validate(self, *, deep: bool) -> Iterator[Finding]:
        """Yield what is wrong; no write comes between."""
        with self._lock:
            yield from validate(self._engine(), self._graphs, deep=deep)

    def repair(self) -> None:
        """Make the merged graph and the proposals anew."""
        with self._lock:
            engine, graphs = self._engine(), self._graphs
            self._replace(lambda new: new.bulk_extend(sound_quads(engine, graphs)), False)

    def backup(self, target: Path) -> None:
        """Write a backup; writers wait for the milliseconds that the checkpoint takes."""
        if self._folder is None:
            raise StoreError("A store in memory has no folder to back up; export it instead.")
        back_up(self._engine(), self._graphs, target, self._lock)

    def _replace(self, change: Callable[[ox.Store], None], copy: bool) -> None:
        """Put a changed engine in the place of the present one, at one moment."""
        if self._folder is not None:
            self._exchange(replaced(self._folder, self._engine(), change, copy=copy))
            return
        new = ox.Store()
        if copy:
            new.extend(self._engine())
        change(new)
        self._exchange(new)
