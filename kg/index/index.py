"""The index of one store: opened beside it, written by one, read by many.

In:  the store's folder, or None. Out: `Index.view()` for questions, `Index.writing()` for what
changed. A damaged file is thrown away: the index is then empty, of revision -1, to be filled again.
"""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from kg.errors import SurroundingsError
from kg.index.database import FILE, Database, Unusable
from kg.index.view import Memory, View
from kg.index.writer import Segment

EMPTY = -1


class Index:
    """A derived index; safe among threads. Raises SurroundingsError where the disk refuses."""

    def __init__(self, folder: Path | None) -> None:
        """Open the index in the folder, or an empty one in memory."""
        self._database = Database(folder / FILE if folder else None)
        self._memory = Memory()
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def view(self) -> Iterator[View]:
        """Hold the index at one revision."""
        try:
            with self._database.reading() as connection:
                yield View(connection, self._memory_of)
        except Unusable as error:
            self.clear()
            raise SurroundingsError(
                "The index of the store was damaged and is made anew. Ask again in a moment."
            ) from error

    @contextlib.contextmanager
    def writing(self) -> Iterator[Segment]:
        """Add a segment: the caller ends with `finish`, else nothing has happened."""
        try:
            with self._database.writing() as connection:
                yield Segment(connection)
        except Unusable as error:
            self.clear()
            raise SurroundingsError(
                "The index of the store was damaged and is made anew. Ask again in a moment."
            ) from error

    def clear(self) -> None:
        """Empty the index. What was remembered of the old one is forgotten with it."""
        self._database.make_anew()
        with self._lock:
            self._memory = Memory()

    def _memory_of(self, generation: int) -> Memory:
        """The memory of a generation; one that is gone, or of another file, is not kept."""
        with self._lock:
            if generation > self._memory.generation:
                self._memory = Memory(generation=generation)
            if generation == self._memory.generation:
                return self._memory
        return Memory(generation=generation)

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        self._database.close()
