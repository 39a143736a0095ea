"""Events in drawers: the latest in memory, those before in a file beside it (kg.store.scratch).

A drawer holds the events of one kind that have a party of one outermost body, by their first day.
Most stores never fill the memory: only what it does not hold is written as JSON, many at once.
In:  `EventFacts` that have days. Out: which lie in some drawers on some days, and single ones.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model.iri import owner
from kg.resolve.propose import EventFacts, EventKind
from kg.store.scratch import Row, Scratch
from kg.store.told_plain import facts_from_plain, facts_to_plain

_SCHEMA = """
CREATE TABLE drawers (
    drawer INTEGER, first INTEGER, event TEXT, last INTEGER, owner TEXT, article TEXT, told TEXT,
    PRIMARY KEY (drawer, first, event)
) WITHOUT ROWID;
CREATE INDEX of_owner ON drawers (owner, event);
"""
_PUT = "INSERT OR REPLACE INTO drawers VALUES (?, ?, ?, ?, ?, ?, ?)"
_WITHIN = "SELECT event FROM drawers WHERE drawer = ? AND first BETWEEN ? AND ? AND last >= ?"
_ONE = "SELECT event, article, told FROM drawers WHERE owner = ? AND event = ? LIMIT 1"
_IN_MEMORY = 10_000  # events, of about 800 bytes each


@dataclass(frozen=True, slots=True)
class _Laid:
    facts: EventFacts
    drawers: tuple[int, ...]


class Drawers:
    """Keeps events, of an article about 19 kB. Raises SurroundingsError, see kg.store.scratch."""

    def __init__(self) -> None:
        """Begin with none."""
        self._laid: dict[str, dict[str, _Laid]] = {}  # by owner, the latest at the end
        self._count = 0
        self._open: dict[tuple[int, int], dict[str, EventFacts]] = {}  # by drawer and first day
        self._file = Scratch(_SCHEMA)

    def put(self, facts: EventFacts, bodies: Iterable[str]) -> None:
        """Lay an event, which has days, into the drawer of each body."""
        laid = _Laid(facts, tuple(_drawer(facts.kind, body) for body in bodies))
        of = self._laid.setdefault(owner(facts.iri), {})
        if (before := of.pop(facts.iri, None)) is not None:
            self._take_out(before)
        of[facts.iri] = laid
        self._count += 1
        for place in _places(laid):
            self._open.setdefault(place, {})[facts.iri] = facts
        if self._count > _IN_MEMORY:
            self._move_out()

    def within(
        self, kind: EventKind, bodies: Iterable[str], first: int, latest: int, last: int
    ) -> Iterator[str]:
        """Yield what begins from day `first` to day `latest` and does not end before `last`.

        An event of several bodies may come more than once.
        """
        for drawer in [_drawer(kind, body) for body in bodies]:
            for day in range(first, latest + 1):
                for facts in list(self._open.get((drawer, day), {}).values()):
                    if facts.last is not None and facts.last >= last:
                        yield facts.iri
            for found in self._file.ask(_WITHIN, (drawer, first, latest, last)):
                yield found[0]

    def find(self, event: str) -> EventFacts | None:
        """Return an event's facts, None for one that lies in no drawer."""
        laid = self._laid.get(owner(event), {}).get(event)
        if laid is not None:
            return laid.facts
        found = self._file.ask(_ONE, (owner(event), event))
        return _unfolded(*found[0]) if found else None

    def drop(self, of: str) -> None:
        """Take out what an article tells, given by its owner."""
        for laid in self._laid.pop(of, {}).values():
            self._take_out(laid)
        self._file.ask("DELETE FROM drawers WHERE owner = ?", (of,))

    def _take_out(self, laid: _Laid) -> None:
        self._count -= 1
        for place in _places(laid):
            there = self._open[place]
            there.pop(laid.facts.iri, None)
            if not there:
                del self._open[place]

    def _move_out(self) -> None:
        """Write the older half into the file."""
        rows: list[Row] = []
        for of in list(self._laid):
            if self._count <= _IN_MEMORY // 2:
                break
            for laid in self._laid.pop(of).values():
                rows += _rows(of, laid)
                self._take_out(laid)
        self._file.put(_PUT, rows)


def _places(laid: _Laid) -> list[tuple[int, int]]:
    day = laid.facts.first
    return [(drawer, day) for drawer in laid.drawers] if day is not None else []


def _rows(of: str, laid: _Laid) -> list[Row]:
    facts = laid.facts
    told = json.dumps(facts_to_plain(facts)[1:], ensure_ascii=False)
    rest = (facts.iri, facts.last, of, facts.article, told)
    return [(drawer, facts.first, *rest) for drawer in laid.drawers]


def _unfolded(event: str, article: str, told: str) -> EventFacts:
    return facts_from_plain([event, *json.loads(told)], article)


def _drawer(kind: EventKind, body: str) -> int:
    """Return a drawer's number in this process. Two that share one only hold more to compare."""
    return hash((kind, body))
