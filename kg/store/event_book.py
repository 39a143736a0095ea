"""What a writer remembers of the events in its store: by day, kind and side, and their facts.

Two events can only be one when they are of one kind, about the same days, and a party of one may be
a party of the other, for which both must belong to one outermost body (kg.resolve.propose). So they
lie in one drawer of this book, and only those are read and compared.
A day's drawers are filled when they are first asked for, or, where the book was there before the
first article, by what is written. What an article tells is noted anew when it changes.
In:  `EventFacts`. Out: IRIs of events that may be one with an event.
"""

from collections.abc import Callable, Iterable, Iterator

from kg.model.iri import owner
from kg.resolve.propose import MOST_DAYS, EventFacts, EventKind

# Beyond so many events in drawers the book begins anew: about 80 MB.
_MOST_NOTED = 300_000
_MOST_AT_HAND = 1_000  # articles

Drawer = tuple[int, EventKind, str]  # the first day, what it is, an outermost body


def sides(facts: EventFacts) -> frozenset[str]:
    """Return the outermost bodies of the parties."""
    return frozenset(line[-1] for line in facts.parties)


class EventBook:
    """Remembers events that have days. `complete`: of every day, for nothing was written before."""

    def __init__(self, *, complete: bool = False) -> None:
        self._complete = complete
        self._days: set[int] = set()
        self._drawers: dict[Drawer, dict[str, int]] = {}  # event -> its last day
        self._places: dict[str, list[tuple[Drawer, str]]] = {}  # by owner
        self._facts: dict[str, dict[str, EventFacts]] = {}  # by owner
        self._noted = 0
        # What a write that is planned will have changed: owners, and what they tell then.
        self.next: tuple[frozenset[str], list[EventFacts]] | None = None

    def near(self, facts: EventFacts, fill: Callable[[int], Iterable[EventFacts]]) -> Iterator[str]:
        """Yield the events that may be one with this one; perhaps twice.

        `fill` reads the events whose first day is one of which the book knows nothing yet.
        """
        if facts.first is None or facts.last is None:
            return
        for day in range(facts.first - MOST_DAYS, facts.last + 2):
            if not self._complete and day not in self._days:
                self._days.add(day)
                for found in fill(day):
                    self.note(found)
            for side in sides(facts):
                for event, last in self._drawers.get((day, facts.kind, side), {}).items():
                    if last >= facts.first - 1:
                        yield event

    def note(self, facts: EventFacts) -> None:
        """Take an event in; one of a day that nobody asked for yet is only kept at hand."""
        self.keep(facts)
        day, last = facts.first, facts.last
        if day is None or last is None or not (self._complete or day in self._days):
            return
        places = self._places.setdefault(owner(facts.iri), [])
        for side in sides(facts):
            drawer = self._drawers.setdefault((day, facts.kind, side), {})
            if facts.iri not in drawer:
                self._noted += 1
                places.append(((day, facts.kind, side), facts.iri))
            drawer[facts.iri] = last

    def recall(self, event: str) -> EventFacts | None:
        """Return an event's facts where they are at hand."""
        return self._facts.get(owner(event), {}).get(event)

    def keep(self, facts: EventFacts) -> None:
        """Have an event's facts at hand for some time."""
        if len(self._facts) >= _MOST_AT_HAND:
            for one in list(self._facts)[: _MOST_AT_HAND // 4]:
                del self._facts[one]
        self._facts.setdefault(owner(facts.iri), {})[facts.iri] = facts

    def turn(self) -> bool:
        """Follow the write that was planned last; False where it reached too far to be followed."""
        if self.next is None:
            return False
        (gone, told), self.next = self.next, None
        for one in gone:
            self._facts.pop(one, None)
            for drawer, event in self._places.pop(one, ()):
                self._noted -= 1
                self._drawers[drawer].pop(event, None)
        for facts in told:
            self.note(facts)
        return True

    @property
    def full(self) -> bool:
        """True when it is better to begin anew."""
        return self._noted > _MOST_NOTED
