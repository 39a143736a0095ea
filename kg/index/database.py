"""The file of the index: opened, checked, made anew when it cannot be used; connections.

In:  a path, or None for an index that lives in memory as long as this value.
Out: `Database`: `reading()` and `writing()` are transactions. Readers never wait for the writer and
see the index as it was when they began; each thread has a connection of its own.
Source: SQLite documentation, "Write-Ahead Logging" and "Result Codes".
"""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from kg.errors import SurroundingsError
from kg.index.schema import FORMAT, TABLES

FILE = "index.sqlite"
_BUSY_MS = 30_000
_PAGES_KB = 64 * 1024


class Unusable(Exception):
    """The file is no index that can be used; caught here and in `kg.index.index`."""


class Database:
    """One index file. Safe among threads."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the file. Raises SurroundingsError where the disk refuses."""
        self.path = path
        self._write = threading.RLock()
        self._threads = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._shared = None if path else self._connect()
        if self._shared is not None:
            self._shared.executescript(TABLES)
            self._begin(self._shared)
        elif not self._is_usable():
            self.make_anew()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Hold one state of the index. Raises Unusable for a damaged file."""
        # Memory has one connection: its readers take turns with the writer.
        with self._write if self._shared else contextlib.nullcontext():
            connection = self._mine()
            outer = connection.in_transaction
            try:
                if not outer:
                    connection.execute("BEGIN")
                yield connection
            except sqlite3.DatabaseError as error:
                raise self._translated(error) from error
            finally:
                if not outer and connection.in_transaction:
                    connection.rollback()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Change the index: all of it or nothing. Raises Unusable, SurroundingsError."""
        with self._write:
            connection = self._mine()
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.commit()
            except sqlite3.DatabaseError as error:
                raise self._translated(error) from error
            finally:
                if connection.in_transaction:
                    connection.rollback()

    def make_anew(self) -> None:
        """Throw the file away and make an empty one."""
        with self._write:
            if self._shared is not None:
                self._close()
                self._shared = self._connect()
            else:
                self._close()
                self._remove()
            try:
                connection = self._mine()
                connection.executescript(TABLES)
                self._begin(connection)
            except sqlite3.DatabaseError as error:
                raise self._translated(error) from error

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        with self._write:
            self._close()

    def _begin(self, connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO state VALUES ('format', ?)", (FORMAT,))
        connection.commit()

    def _mine(self) -> sqlite3.Connection:
        if self._shared is not None:
            return self._shared
        found: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if found is None or found not in self._opened:
            found = self._threads.connection = self._connect()
        return found

    def _connect(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(
                # A private file of the system's, in memory while it is small.
                self.path or "",
                timeout=_BUSY_MS / 1000,
                isolation_level=None,
                check_same_thread=False,
            )
            connection.execute(f"PRAGMA cache_size = -{_PAGES_KB}")
            if self.path is not None:
                connection.execute("PRAGMA journal_mode = WAL")
                # What a power cut may cost here is caught up from the store.
                connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.DatabaseError as error:
            raise self._translated(error) from error
        self._opened.append(connection)
        return connection

    def _is_usable(self) -> bool:
        try:
            with self.reading() as connection:
                found = connection.execute("SELECT value FROM state WHERE name = 'format'")
                return list(found) == [(FORMAT,)]
        except (Unusable, sqlite3.OperationalError):  # damaged, or without our tables
            return False

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            try:
                Path(f"{self.path}{ending}").unlink(missing_ok=True)
            except OSError as error:
                raise SurroundingsError(
                    f"The index {self.path} cannot be made anew: {error.strerror}. Look at the "
                    "folder's permissions; the index may be deleted at any time."
                ) from error

    def _close(self) -> None:
        for connection in self._opened:
            connection.close()
        self._opened.clear()

    def _translated(self, error: sqlite3.DatabaseError) -> Exception:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return Unusable(f"{self.path}: {error}")
        if code == sqlite3.SQLITE_ERROR:  # SQL of ours that is wrong: no disk's fault
            return error
        return SurroundingsError(
            f"The index {self.path or 'in memory'} cannot be read or written: {error}. Look at "
            "the disk's space and the folder's permissions, then try again."
        )
