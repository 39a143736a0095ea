"""A file of what a writer remembers, so that this takes no more memory with more articles.

It is a temporary one of SQLite's, in the folder that TMPDIR names or in the system's own; it is
nobody else's, made when it is first written to, and goes with this value, however the process ends.
In:  statements of SQL. Out: rows.
"""

import sqlite3
import weakref
from collections.abc import Iterable
from typing import Any

from kg.errors import SurroundingsError

_OPENING = """
PRAGMA temp_store = FILE;
PRAGMA journal_mode = OFF;
PRAGMA cache_size = -8192;
{schema}
BEGIN;
"""  # one transaction without end: to close one after each statement took twice as long

Row = tuple[Any, ...]


class Scratch:
    """The file. Methods raise SurroundingsError where it cannot be written; then leave it."""

    def __init__(self, schema: str) -> None:
        """`schema` are the statements that make its tables."""
        self._schema = schema
        self._db: sqlite3.Connection | None = None

    def put(self, statement: str, rows: Iterable[Row]) -> None:
        """Run a statement for each row."""
        try:
            self._opened().executemany(statement, rows)
        except sqlite3.Error as error:
            raise _unwritable(error) from error

    def ask(self, statement: str, values: Row) -> list[Row]:
        """Return the rows that a statement gives, or do what it says; none before the first put."""
        if self._db is None:
            return []
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise _unwritable(error) from error

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            # Asked under the store's write lock, by whichever thread holds it.
            db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            weakref.finalize(self, db.close)
            db.executescript(_OPENING.format(schema=self._schema))
            self._db = db
        return self._db


def _unwritable(error: sqlite3.Error) -> SurroundingsError:
    return SurroundingsError(
        f"What is remembered of the store's articles cannot be kept in a temporary file: {error}. "
        "Make room there, or name another folder in TMPDIR, then do it again."
    )
