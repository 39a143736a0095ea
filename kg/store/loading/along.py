"""The articles of a file once more, in the order of the file, for an engine that reads along.

As long as nobody knows that the file is a dump, nothing is handed over.
In:  N-Quads, line by line. Out: files of some hundred thousand quads, each handed over when full.
"""

from collections.abc import Callable
from pathlib import Path

MOST_QUADS = 100_000  # what an engine takes in at a time, in some hundred megabytes of memory
_BUFFER = 256 * 1024


class Along:
    """Files in a folder, handed to `give` one after the other."""

    def __init__(self, folder: Path, give: Callable[[Path], None]) -> None:
        """Begin the first file; `folder` is there."""
        self._folder, self._give = folder, give
        self._waiting: list[Path] = []
        self._known = False
        self._begin(0)

    def write(self, line: str) -> None:
        """Take one quad."""
        self._file.write(line)
        self._lines += 1
        if self._lines == MOST_QUADS:
            self._end()
            self._begin(self._number + 1)

    def release(self) -> None:
        """Hand over what waits, and what comes: the file is a dump."""
        self._known = True
        for path in self._waiting:
            self._give(path)
        self._waiting.clear()

    def close(self) -> None:
        """End the last file, and hand it over where the file is a dump."""
        self._end()

    def _begin(self, number: int) -> None:
        self._number, self._lines = number, 0
        self._path = self._folder / f"along-{number}.nq"
        self._file = self._path.open("w", encoding="utf-8", buffering=_BUFFER, newline="\n")

    def _end(self) -> None:
        self._file.close()
        self._waiting.append(self._path)
        if self._known:
            self.release()
