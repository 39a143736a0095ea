"""The index of one store: opened beside it, written by one, read by many.

In:  the store's folder, or None. Out: `Index.view()` for questions, `Index.writing()` for what
changed. A damaged file is thrown away: the index is then empty, of revision -1, to be filled again.
"""

import contextlib
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

    @contextlib.contextmanager
    def view(self) -> Iterator[View]:
        """Hold the index at one revision."""
        memory = self._memory
        try:
            with self._database.reading() as connection:
                yield View(connection, memory)
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
        self._memory = Memory()

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        self._database.close()
