"""Events in drawers, in a file beside the memory (kg.store.scratch).

A drawer holds the events of one kind that have a party of one outermost body, by their first day.
In:  `EventFacts` that have days. Out: those of some drawers and days, and single ones.
"""

import json
from collections.abc import Iterable, Iterator

from kg.model.iri import owner
from kg.resolve.propose import EventFacts, EventKind
from kg.store.scratch import Scratch
from kg.store.told_plain import facts_from_plain, facts_to_plain

_SCHEMA = """
CREATE TABLE drawers (
    drawer INTEGER, first INTEGER, event TEXT, last INTEGER, owner TEXT, article TEXT, told TEXT,
    PRIMARY KEY (drawer, first, event)
) WITHOUT ROWID;
CREATE INDEX of_owner ON drawers (owner, event);
"""
_PUT = "INSERT OR REPLACE INTO drawers VALUES (?, ?, ?, ?, ?, ?, ?)"
_WITHIN = (
    "SELECT event, article, told FROM drawers "
    "WHERE drawer = ? AND first BETWEEN ? AND ? AND last >= ?"
)
_ONE = "SELECT event, article, told FROM drawers WHERE owner = ? AND event = ? LIMIT 1"

Folded = tuple[str, str, str]  # an event, its article, what is told of it


class Drawers:
    """Keeps events, of an article about 19 kB. Raises SurroundingsError, see kg.store.scratch."""

    def __init__(self) -> None:
        """Begin with none."""
        self._file = Scratch(_SCHEMA)

    def put(self, facts: EventFacts, bodies: Iterable[str]) -> None:
        """Lay an event, which has days, into the drawer of each body."""
        told = json.dumps(facts_to_plain(facts)[1:], ensure_ascii=False)
        rest = (facts.iri, facts.last, owner(facts.iri), facts.article, told)
        self._file.put(_PUT, [(_drawer(facts.kind, b), facts.first, *rest) for b in bodies])

    def within(
        self, kind: EventKind, bodies: Iterable[str], first: int, latest: int, last: int
    ) -> Iterator[Folded]:
        """Yield what begins from day `first` to day `latest` and does not end before `last`.

        An event of several bodies may come more than once.
        """
        for body in bodies:
            for found in self._file.ask(_WITHIN, (_drawer(kind, body), first, latest, last)):
                yield found[0], found[1], found[2]

    def find(self, event: str) -> EventFacts | None:
        """Return an event's facts, None for one that lies in no drawer."""
        found = self._file.ask(_ONE, (owner(event), event))
        return unfolded(found[0]) if found else None

    def drop(self, of: str) -> None:
        """Take out what an article tells, given by its owner."""
        self._file.ask("DELETE FROM drawers WHERE owner = ?", (of,))


def unfolded(folded: Iterable[str]) -> EventFacts:
    """Return the facts that lie in a drawer."""
    event, article, told = folded
    return facts_from_plain([event, *json.loads(told)], article)


def _drawer(kind: EventKind, body: str) -> int:
    """Return a drawer's number in this process. Two that share one only hold more to compare."""
    return hash((kind, body))
