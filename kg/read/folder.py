"""List the articles in a folder, however many there are.

In:  a folder. Out: the text and web page files below it, sorted, one after the other; how many
there are and how many other files were passed over; the folders in it that cannot be listed.
Names are kept in a temporary database that goes to the disk when it grows, so that a million of
them take no memory. Hidden files and folders are left out. Links to folders are not followed, so
that none can lead in a circle; links to files are.
"""

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_READ = TEXT_SUFFIXES | PAGE_SUFFIXES


class Listing:
    """Text and page files in the order of their paths, part by part.

    `count` of them, `skipped` files of other kinds; `unlisted` are folders below that the system
    does not let us list, with its reason.
    """

    def __init__(self, folder: Path) -> None:
        """Walk the folder. Raises OSError when it cannot be listed itself."""
        self.skipped = 0
        self.unlisted: list[OSError] = []
        # Temporary: in memory while small, then a nameless file. Read by one thread at a time.
        self._names = sqlite3.connect("", check_same_thread=False)
        self._names.execute("CREATE TABLE names (parts BLOB PRIMARY KEY) WITHOUT ROWID")
        with self._names:
            self._names.executemany("INSERT OR IGNORE INTO names VALUES (?)", self._walk(folder))
        self.count: int = self._names.execute("SELECT count(*) FROM names").fetchone()[0]

    def __iter__(self) -> Iterator[Path]:
        """Yield the files. May be done more than once."""
        for (parts,) in self._names.execute("SELECT parts FROM names ORDER BY parts"):
            yield Path(os.fsdecode(parts.replace(b"\0", b"/")))

    def close(self) -> None:
        """Let go of the names."""
        self._names.close()

    def _walk(self, folder: Path) -> Iterator[tuple[bytes]]:
        waiting = [str(folder)]
        while waiting:
            here = waiting.pop()
            try:
                with os.scandir(here) as entries:
                    yield from self._files(entries, waiting)
            except OSError as error:
                if here == str(folder):
                    raise
                self.unlisted.append(error)

    def _files(
        self, entries: Iterable["os.DirEntry[str]"], waiting: list[str]
    ) -> Iterator[tuple[bytes]]:
        """Yield the files that are read as sorting keys; put the folders among those waiting."""
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            elif Path(entry.name).suffix.lower() in _READ and _may_hold_text(entry):
                # Sorted part by part, as paths are: "a/b" before "a.b/c".
                yield (os.fsencode(str(Path(entry.path))).replace(b"/", b"\0"),)
            else:
                self.skipped += 1


def _may_hold_text(entry: "os.DirEntry[str]") -> bool:
    """True for files and for links, of which reading says what is wrong; not for pipes."""
    return entry.is_symlink() or stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
