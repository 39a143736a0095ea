"""One write into the index: events that changed die, and come anew as a segment at the end.

In:  a connection within a transaction, `EventRow`s, `EntityRow`s, `ArticleRow`s. Out: rows.
"""

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.index import bits
from kg.index.criteria import day_keys
from kg.index.merging import merge_segments
from kg.index.numbers import EDGE_KIND, HALF
from kg.index.rows import (
    AXES,
    EDGE_KINDS,
    ROLES,
    ArticleRow,
    Axis,
    EntityRow,
    EventRow,
    PairRow,
    TellingRow,
)

# As many other lanes as an event may tie a lane to: a conference ties nobody.
MOST_TIED = 12
# In a column of days: none known.
NO_DAY = -(1 << 31)
# In the column of those to whom actors belong: to none.
NOBODY = 0
# In the order of articles: behind all that have a day of publication.
UNPUBLISHED = 1 << 40
# Dimensions of so many values that a telling's own are kept with it.
MANY = frozenset(("actor", "place", "outlet", *(f"role:{role}" for role in ROLES)))


class Segment:
    """Adds rows after the slots that are taken; `finish` writes what was gathered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin after the last slot."""
        self._db = connection
        state = dict(connection.execute("SELECT name, value FROM state"))
        self.number: int = state.get("segment", 0) + 1
        self._start: int = state.get("size", 0)
        self._next = self._start
        self._tellings = int.from_bytes(state.get("tellings", b""), "little")
        self._events = int.from_bytes(state.get("events", b""), "little")
        self._live_tellings: list[int] = []
        self._live_events: list[int] = []
        self._posted: dict[int, list[int]] = defaultdict(list)
        self._keys: dict[tuple[str, str], int] = {}
        self._columns: dict[str, array[int]] = {}
        self._terms: dict[str, int] = {}

    # Taking out

    def remove_events(self, iris: Iterable[str]) -> None:
        """Let events die by their IRIs; those that are not there are none."""
        dead: list[int] = []
        for iri in iris:
            for slot, width in self._db.execute(
                "SELECT slot, width FROM events WHERE iri = ?", (iri,)
            ).fetchall():
                dead += range(slot - width, slot + 1)
                self._forget(iri, slot, width)
        gone = ~bits.of(dead)
        self._tellings &= gone
        self._events &= gone

    def _forget(self, iri: str, slot: int, width: int) -> None:
        run = (slot - width, slot)
        self._db.execute("DELETE FROM events WHERE slot = ?", (slot,))
        self._db.execute("DELETE FROM tellings WHERE slot >= ? AND slot < ?", run)
        self._db.execute("DELETE FROM words WHERE rowid >= ? AND rowid < ?", run)
        self._db.execute("DELETE FROM event_names WHERE event = ?", (iri,))
        self._db.execute("DELETE FROM reaches WHERE event = ?", (iri,))

    def remove_articles(self, iris: Iterable[str]) -> None:
        """Forget articles and their claims, not their events."""
        for iri in iris:
            self._db.execute("DELETE FROM articles WHERE iri = ?", (iri,))
            self._db.execute("DELETE FROM claims WHERE article = ?", (iri,))
            self._db.execute("DELETE FROM mentioned WHERE article = ?", (iri,))

    # Putting in

    def add_articles(self, rows: Iterable[ArticleRow]) -> None:
        """Add articles that are not there."""
        for r in rows:
            place = UNPUBLISHED if r.published is None else -r.published
            self._db.execute(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)",
                (r.iri, r.title, r.published, r.stamp, place, r.records, r.value),
            )
            self._db.executemany(
                "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?)",
                ((c.iri, r.iri, place, c.value) for place, c in enumerate(r.claims)),
            )
            self._db.executemany(
                "INSERT INTO mentioned VALUES (?, ?)", ((iri, r.iri) for iri in r.mentioned)
            )

    def set_pairs(self, gone: Iterable[tuple[str, str]], rows: Iterable[PairRow]) -> None:
        """Take out pairs that are proposed no more, put in those that are new or changed."""
        self._db.executemany("DELETE FROM pairs WHERE one = ? AND other = ?", gone)
        self._db.executemany(
            "INSERT OR REPLACE INTO pairs VALUES (?, ?, ?, ?)",
            ((r.one, r.other, r.rank, r.value) for r in rows),
        )

    def set_copies(self, gone: Iterable[str], first_of: Mapping[str, str]) -> None:
        """Take out articles that are copies no more, put in those that are."""
        self._db.executemany("DELETE FROM copies WHERE article = ?", ((iri,) for iri in gone))
        self._db.executemany("INSERT OR REPLACE INTO copies VALUES (?, ?)", first_of.items())

    def add_entities(self, rows: Iterable[EntityRow]) -> None:
        """Add actors and places, or put them in the place of those of the same IRI."""
        for row in rows:
            if row.kind == "actor":
                self._add_holder(row)
            self._db.execute(
                "INSERT OR REPLACE INTO entities VALUES (?, ?, ?, ?, ?)",
                (row.iri, row.kind, row.linked, row.within, row.value),
            )
            self._db.execute("DELETE FROM names WHERE iri = ?", (row.iri,))
            self._db.executemany(
                "INSERT OR IGNORE INTO names VALUES (?, ?)", ((n, row.iri) for n in row.names)
            )

    def _add_holder(self, row: EntityRow) -> None:
        """Note to whom an actor belongs where that is new; what is noted last holds."""
        known = self._db.execute("SELECT within FROM entities WHERE iri = ?", (row.iri,))
        if next(known, (None,)) != (row.within,):
            self._append("actor-terms", self._term(row.iri))
            self._append("actor-holders", self._term(row.within) if row.within else NOBODY)

    def add_events(self, rows: Iterable[EventRow]) -> None:
        """Add events that are not there."""
        for row in rows:
            self._add_event(row)

    def finish(self, revision: int, *, whole: bool = False) -> None:
        """Write the segment; the index is at this revision then.

        `whole`: it is part of making the index, not of keeping up.
        """
        self._write_postings()
        self._write_columns()
        self._tellings |= bits.of(self._live_tellings)
        self._events |= bits.of(self._live_events)
        values = {
            "revision": revision,
            "segment": self.number,
            "size": self._next,
            "tellings": _bytes(self._tellings),
            "events": _bytes(self._events),
        }
        if whole:
            values["base"] = self.number
        self._db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", values.items())
        merge_segments(self._db)

    def _add_event(self, row: EventRow) -> None:
        first = self._next
        slot = first + len(row.tellings)
        self._next = slot + 1
        for place, telling in enumerate(row.tellings):
            self._add_telling(telling, first + place, slot)
        self._live_events.append(slot)
        known = [axis for axis in AXES if axis in row.when]
        for key in (
            *row.keys,
            ("event-kind", row.kind),
            ("width", str(len(row.tellings))),
            *(("known", axis) for axis in known),
            *([("throughout", "")] if row.throughout and known else []),
        ):
            self._posted[self._key(*key)].append(slot)
        self._add_event_columns(row, slot)
        self._add_event_rows(row, slot)

    def _add_event_rows(self, row: EventRow, slot: int) -> None:
        bounds = [day for axis in AXES for day in row.when.get(axis, (None, None))]
        self._db.execute(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                slot,
                row.iri,
                row.kind,
                len(row.tellings),
                row.heard,
                *(row.position[axis] for axis in AXES),
                *bounds,
                json.dumps(row.claims),
                row.who,
                _articles(row),
                row.spoken,
            ),
        )
        self._db.executemany(
            "INSERT OR REPLACE INTO event_names VALUES (?, ?, ?)",
            ((iri, iri.rsplit("/", 1)[-1], row.iri) for iri in {*row.names, row.iri}),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO reaches VALUES (?, ?)", ((a, row.iri) for a in row.reached)
        )

    def _add_event_columns(self, row: EventRow, slot: int) -> None:
        for kind, lanes in row.lanes.items():
            numbers = [self._term(lane) for lane in lanes]
            for number in numbers:
                self._append(f"lane-slots.{kind}", slot)
                self._append(f"lanes.{kind}", number)
            tied = sorted(numbers[:MOST_TIED]) if row.kind == "meeting" else []
            for at, one in enumerate(tied):
                for other in tied[at + 1 :]:
                    self._append(f"tie-slots.{kind}", slot)
                    self._append(f"ties.{kind}", one)
                    self._append(f"tied.{kind}", other)
        self._append("event-slots", slot)
        self._append("event-articles", _articles(row))
        self._append("who", 0 if row.who is None else self._term(row.who))
        for name, day in (("heard", row.heard), ("spoken", row.spoken)):
            self._append(name, NO_DAY if day is None else day, "i")
        for edge in row.edges:
            self._append("edge-slots", slot)
            source, target, sort = edge
            ends = self._term(source) << HALF | self._term(target)
            self._append("edges", EDGE_KINDS.index(sort) << EDGE_KIND | ends, "Q")
        for axis in AXES:
            self._append_lasting(row, slot, axis)
            days = {"day": _middle(row, axis)} | _ends(row, axis)
            for name, day in days.items():
                for _ in row.tellings:
                    self._append(f"{name}.{axis}", NO_DAY, "i")
                self._append(f"{name}.{axis}", day, "i")

    def _append_lasting(self, row: EventRow, slot: int, axis: Axis) -> None:
        first, last = row.when.get(axis, (None, None))
        known = last if first is None else first
        if row.throughout and known is not None:
            self._append(f"lasting-slots.{axis}", slot)
            self._append(f"lasting-first.{axis}", known, "i")
            self._append(f"lasting-last.{axis}", known if last is None else last, "i")

    def _add_telling(self, row: TellingRow, slot: int, event: int) -> None:
        self._live_tellings.append(slot)
        for key in (*dict.fromkeys(row.keys), *_time_keys(row)):
            self._posted[self._key(*key)].append(slot)
        many = array("I", (self._key(*key) for key in dict.fromkeys(row.keys) if key[0] in MANY))
        self._db.execute(
            "INSERT INTO tellings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                slot,
                row.claim,
                row.record,
                row.article,
                event,
                row.label,
                row.passage,
                row.language,
                many.tobytes(),
            ),
        )
        self._db.execute(
            "INSERT INTO words (rowid, said, names, around) VALUES (?, ?, ?, ?)",
            (slot, row.said, row.names, row.around),
        )
        record = self._term(row.record)
        self._append("telling-slots", slot)
        self._append("records", record)
        self._append("articles", self._term(row.article))
        self._append("published", NO_DAY if row.published is None else row.published, "i")
        for actor in row.actors:
            self._append("actor-slots", slot)
            self._append("actor-records", self._term(actor) << HALF | record, "Q")
        for place in row.places:
            self._append("place-slots", slot)
            self._append("place-events", self._term(place) << HALF | event, "Q")

    def _append(self, name: str, number: int, code: str = "I") -> None:
        if name not in self._columns:
            self._columns[name] = array(code)
        self._columns[name].append(number)

    def _term(self, text: str) -> int:
        found = self._terms.get(text)
        if found is None:
            row = self._db.execute("SELECT id FROM terms WHERE text = ?", (text,)).fetchone()
            if row is None:
                row = self._db.execute(
                    "INSERT INTO terms (text) VALUES (?) RETURNING id", (text,)
                ).fetchone()
            found = self._terms[text] = row[0]
        return found

    def _key(self, dimension: str, value: str) -> int:
        found = self._keys.get((dimension, value))
        if found is None:
            name = value.rsplit("/", 1)[-1]
            # An update that changes nothing gives back the number of a key that is there.
            found = self._db.execute(
                "INSERT INTO keys (dimension, value, name, total) VALUES (?, ?, ?, 0) "
                "ON CONFLICT (dimension, value) DO UPDATE SET total = total RETURNING id",
                (dimension, value, name),
            ).fetchone()[0]
            self._keys[(dimension, value)] = found
        return int(found)

    def _write_postings(self) -> None:
        for key, slots in self._posted.items():
            slots.sort()
            self._db.execute("UPDATE keys SET total = total + ? WHERE id = ?", (len(slots), key))
            self._db.execute(
                "INSERT INTO postings VALUES (?, ?, ?, ?)",
                (key, self.number, self._start, bits.dump(slots, self._start)),
            )

    def _write_columns(self) -> None:
        self._db.executemany(
            "INSERT INTO columns VALUES (?, ?, ?, ?)",
            (
                (name, self.number, column.typecode, column.tobytes())
                for name, column in self._columns.items()
            ),
        )


def _time_keys(row: TellingRow) -> Iterator[tuple[str, str]]:
    if row.timed:
        yield ("timed", "")
        for name, day in (("start", row.start), ("end", row.end)):
            if day is not None:
                yield from day_keys(name, day)


def _articles(row: EventRow) -> int:
    return len({telling.article for telling in row.tellings}) + len(row.reached)


def _middle(row: EventRow, axis: Axis) -> int:
    first, last = row.when.get(axis, (None, None))
    known = first if first is not None else last
    if known is None:
        return NO_DAY
    return int(((known if first is None else first) + (known if last is None else last)) // 2)


def _ends(row: EventRow, axis: Axis) -> dict[str, int]:
    known = [day for day in row.when.get(axis, (None, None)) if day is not None]
    return {"first": min(known, default=NO_DAY), "last": max(known, default=NO_DAY)}


def _bytes(held: int) -> bytes:
    return held.to_bytes((held.bit_length() + 7) // 8, "little")
