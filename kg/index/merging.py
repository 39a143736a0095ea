"""Many small segments made one, so that a long-lived index stays as quick as a new one.

In:  a connection within a transaction. Out: the segments behind the base, which was written when
the index was made, are one. Slots keep their numbers; `generation` says that rows have moved.
"""

import sqlite3
from itertools import groupby

from kg.index import bits

MOST_SEGMENTS = 64


def merge_segments(connection: sqlite3.Connection) -> None:
    """Merge when there are many. Columns and postings tell the same before and after."""
    state = dict(connection.execute("SELECT name, value FROM state"))
    base, last = state.get("base", 0), state.get("segment", 0)
    if last - max(base, state.get("merged", 0)) <= MOST_SEGMENTS:
        return
    _merge_postings(connection, base, last, state.get("size", 0))
    _merge_columns(connection, base, last)
    values = {"merged": last, "generation": state.get("generation", 0) + 1}
    connection.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values.items())


def _merge_postings(connection: sqlite3.Connection, base: int, last: int, size: int) -> None:
    rows = connection.execute(
        "SELECT key, start, bits FROM postings WHERE segment > ? ORDER BY key, segment", (base,)
    ).fetchall()
    connection.execute("DELETE FROM postings WHERE segment > ?", (base,))
    for key, some in groupby(rows, key=lambda row: row[0]):
        parts = [(start, data) for _, start, data in some]
        start = parts[0][0]
        data = bits.dump(list(bits.slots_of(bits.load(parts, size))), start)
        connection.execute("INSERT INTO postings VALUES (?, ?, ?, ?)", (key, last, start, data))


def _merge_columns(connection: sqlite3.Connection, base: int, last: int) -> None:
    rows = connection.execute(
        "SELECT name, code, data FROM columns WHERE segment > ? ORDER BY name, segment", (base,)
    ).fetchall()
    connection.execute("DELETE FROM columns WHERE segment > ?", (base,))
    for (name, code), some in groupby(rows, key=lambda row: row[:2]):
        data = b"".join(part for *_, part in some)
        connection.execute("INSERT INTO columns VALUES (?, ?, ?, ?)", (name, last, code, data))
