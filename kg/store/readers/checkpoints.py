"""Checkpoints of a store for its readers: at most one a revision, made on demand, shared.

In:  an open engine with its folder. Out: `Checkpoint`s, each a folder of hard links that stays as
long as somebody reads it. Nothing of another run is left: orphans go when the store is opened.
"""

import contextlib
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryBusy
from kg.store.folder import CHECKPOINTS, translated

# Checkpoints hold the disk space of what was written since (200 alive held 2.2 GB).
MOST_ALIVE = 4


@dataclass(eq=False, slots=True)
class Checkpoint:
    """A folder with the store as it was at one revision. `users` read it now."""

    revision: int
    path: Path
    users: int = 0


class Checkpoints:
    """The checkpoints of one open store."""

    def __init__(
        self,
        folder: Path,
        engine: Callable[[], ox.Store],
        revision: Callable[[], int],
        write_lock: threading.RLock,
    ) -> None:
        """`folder` is the store's; `write_lock` keeps a write out while one is made."""
        self._folder = folder / CHECKPOINTS
        self._engine = engine
        self._revision = revision
        self._write_lock = write_lock
        self._lock = threading.Lock()
        self._alive: list[Checkpoint] = []
        self._made = 0

    @property
    def alive(self) -> int:
        """How many checkpoints exist now."""
        return len(self._alive)

    @property
    def made(self) -> int:
        """How many were made since the store was opened."""
        return self._made

    def take(self) -> Checkpoint:
        """Return the checkpoint of the present revision; give it back with `release`.

        Raises QueryBusy while as many as may live are being read, SurroundingsError where the disk
        refuses.
        """
        with self._lock:
            newest = self._alive[-1] if self._alive else None
            if newest is None or newest.revision != self._revision():
                newest = self._make()
            newest.users += 1
            return newest

    def release(self, checkpoint: Checkpoint) -> None:
        """Say that one reader needs it no more; an old one that nobody needs goes."""
        with self._lock:
            checkpoint.users -= 1
            self._drop_unused()

    @contextlib.contextmanager
    def private(self) -> Iterator[Path]:
        """Make a copy for one use that may write to it, and remove it. SurroundingsError."""
        with self._lock:
            path, _ = self._back_up()
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Remove them all."""
        with self._lock:
            self._alive.clear()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self) -> Checkpoint:
        self._drop_unused(keep_newest=False)
        if len(self._alive) >= MOST_ALIVE:
            raise QueryBusy(
                "Long queries still read older states of the store. Try again in a moment."
            )
        path, revision = self._back_up()
        checkpoint = Checkpoint(revision, path)
        self._alive.append(checkpoint)
        return checkpoint

    def _back_up(self) -> tuple[Path, int]:
        """Make hard links of the store as it is; return where, and its revision."""
        self._folder.mkdir(exist_ok=True)
        self._made += 1
        path = self._folder / f"{self._made}"
        try:
            with self._write_lock:
                revision = self._revision()
                self._engine().backup(str(path))
        except OSError as error:
            shutil.rmtree(path, ignore_errors=True)
            raise translated(error, str(self._folder.parent)) from error
        return path, revision

    def _drop_unused(self, *, keep_newest: bool = True) -> None:
        newest = self._alive[-1] if self._alive and keep_newest else None
        for checkpoint in [c for c in self._alive if not c.users and c is not newest]:
            self._alive.remove(checkpoint)
            shutil.rmtree(checkpoint.path, ignore_errors=True)
