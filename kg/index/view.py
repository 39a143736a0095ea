"""The index at one revision: sets of slots by key, columns, rows.

In:  a connection within a transaction, a `Memory`. Out: whole numbers as sets (`kg.index.bits`).
What was read once is remembered among requests; after a write only the new segments are read.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.index import bits

# A forgotten set is read again, so this is no limit on what can be asked.
_MOST_BYTES = 256 * 1024 * 1024
_MOST_ANSWERS = 64
_MOST_TEXTS = 200_000
_NOTHING: NDArray[Any] = np.empty(0, np.uint32)
T = TypeVar("T")


@dataclass(slots=True)
class Memory:
    """What was read already, by key and column, each with the last segment that is in it.

    Of one generation: when segments are merged, rows move, and another memory takes its place.
    """

    sets: dict[int, tuple[int, int]] = field(default_factory=dict)
    columns: dict[str, tuple[int, NDArray[Any]]] = field(default_factory=dict)
    answers: dict[Any, Any] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)
    size: int = 0
    generation: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class View:
    """One state of the index; lives as long as a transaction."""

    def __init__(self, connection: sqlite3.Connection, memory_of: Callable[[int], Memory]) -> None:
        """Read the state's numbers."""
        self._connection = connection
        state = dict(connection.execute("SELECT name, value FROM state"))
        self._memory = memory_of(state.get("generation", 0))
        self.revision: int = state.get("revision", -1)
        self.segment: int = state.get("segment", 0)
        self.size: int = state.get("size", 0)
        self.tellings = int.from_bytes(state.get("tellings", b""), "little")
        self.events = int.from_bytes(state.get("events", b""), "little")

    def rows(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Run SQL."""
        return iter(self._connection.execute(query, values))

    def terms(self, texts: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those of these texts that are terms."""
        given = set(texts)
        # SQLite's JSON ends a text at a NUL, which a publisher's name may hold.
        odd = [text for text in given if "\0" in text]
        rows = [*self.among("SELECT id, text FROM terms WHERE text IN", given.difference(odd))]
        for text in odd:
            rows += self.rows("SELECT id, text FROM terms WHERE text = ?", (text,))
        return {text: number for number, text in rows}

    def terms_end(self) -> int:
        """Return a number that no term reaches."""
        ((last,),) = self.rows("SELECT max(id) FROM terms")
        return (last or 0) + 1

    def among(self, query: str, values: Collection[object]) -> Iterator[tuple[Any, ...]]:
        """Run SQL that ends in "IN" over many values; over none nothing is found."""
        if not values:
            return iter(())
        found = f"{query} (SELECT value FROM json_each(?))"  # noqa: S608 # of constants
        return self.rows(found, (json.dumps(list(values)),))

    def slots(self, query: str, values: Sequence[object]) -> int:
        """Return the slots that SQL gives as one text, with commas: a third of the work of rows."""
        ((found,),) = self.rows(query, values)
        if found is None:
            return 0
        return bits.from_array(np.fromstring(found, np.int64, sep=","), self.size)

    def keyed(self, dimension: str, value: str = "", *, named: bool = False) -> int:
        """Return the live slots with the value; `named`: also with those that end in "/value"."""
        found = 0
        for number in self._key_numbers(dimension, value, named=named):
            found |= self.posted(number)
        return found & (self.tellings | self.events)

    def values(self, dimension: str, value: str) -> list[str]:
        """Return the values of a dimension that are this one, or end in "/" and this one."""
        ending = f"/{value}"
        found = self.rows(
            "SELECT value FROM keys WHERE dimension = ? AND name = ?",
            (dimension, value.rsplit("/", 1)[-1]),
        )
        return [whole for (whole,) in found if whole == value or whole.endswith(ending)]

    def posted(self, key: int) -> int:
        """Return the slots of a key by its number, dead ones too."""
        known, found = self._memory.sets.get(key, (-1, 0))
        if known >= self.segment:
            return found
        rows = self.rows(
            "SELECT start, bits FROM postings WHERE key = ? AND segment > ?", (key, known)
        )
        found |= bits.load(rows, self.size)
        self._remember(key, found)
        return found

    def events_of(self, tellings: int) -> int:
        """Return the events of tellings.

        A telling's bit added to the ones of its event's run carries into the event's own bit.
        """
        return (tellings + self.tellings) & self.events

    def tellings_of(self, events: int) -> int:
        """Return all tellings of events."""
        # Taking one from an event's bit, at the first slot of its run, fills the run with ones.
        starts = 0
        for number, width in self.rows("SELECT id, value FROM keys WHERE dimension = 'width'"):
            starts |= (events & self.posted(number)) >> int(width)
        return events - starts

    def numbers(self, name: str) -> NDArray[Any]:
        """Return a column, appended segment by segment, as an array that cannot be written to."""
        with self._memory.lock:
            known, found = self._memory.columns.get(name, (-1, _NOTHING))
            if known >= self.segment:
                return found
            parts = [found] if len(found) else []
            for code, data in self.rows(
                "SELECT code, data FROM columns WHERE name = ? AND segment > ? ORDER BY segment",
                (name, known),
            ):
                parts.append(np.frombuffer(data, code))
            grown = np.concatenate(parts) if parts else _NOTHING
            grown.flags.writeable = False
            self._memory.columns[name] = (self.segment, grown)
            return grown

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the terms of these numbers."""
        wanted, known = list(numbers), self._memory.texts
        missing = [number for number in wanted if number not in known]
        if missing:
            found = dict(
                self.rows(
                    "SELECT id, text FROM terms WHERE id IN (SELECT value FROM json_each(?))",
                    (json.dumps(missing),),
                )
            )
            if len(known) + len(found) > _MOST_TEXTS:
                self._memory.texts = {}
                known = known | found
            else:
                known.update(found)  # a term never changes its number
        return {number: known[number] for number in wanted}

    def remembered(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return an answer that was worked out at this revision, or work it out."""
        whole = (self.revision, key)
        answers = self._memory.answers
        found: T | None = answers.get(whole)
        if found is None:
            found = work()
            if len(answers) >= _MOST_ANSWERS:
                answers.clear()
            answers[whole] = found
        return found

    def forget_answers(self) -> None:
        """Let answers be worked out anew; for those who measure."""
        self._memory.answers.clear()

    def _key_numbers(self, dimension: str, value: str, *, named: bool) -> list[int]:
        exact = self.rows(
            "SELECT id FROM keys WHERE dimension = ? AND value = ?", (dimension, value)
        )
        found = [number for (number,) in exact]
        if not named:
            return found
        name = value.rsplit("/", 1)[-1]
        ending = f"/{value}"
        ends = self.rows(
            "SELECT id, value FROM keys WHERE dimension = ? AND name = ?", (dimension, name)
        )
        return [*found, *(number for number, whole in ends if whole.endswith(ending))]

    def _remember(self, key: int, found: int) -> None:
        memory = self._memory
        with memory.lock:
            memory.size += found.bit_length() // 8
            if memory.size > _MOST_BYTES:
                memory.sets.clear()
                memory.size = 0
            memory.sets[key] = (self.segment, found)
