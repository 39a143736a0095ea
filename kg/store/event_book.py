"""What a writer remembers of the events in its store: by day, kind and side, and their facts.

Two events can only be one when they are of one kind, about the same days, and a party of one may be
a party of the other, for which both must belong to one outermost body (kg.resolve.propose). So they
lie in one drawer of this book, and only those are read and compared.
A day's drawers are filled when they are first asked for, or, where the book was there before the
first article, by what is written. What an article tells is noted anew when it changes. Where it
grows too large, the days that nobody asked for of late are forgotten.
In:  `EventFacts`. Out: IRIs of events that may be one with an event.
"""

from collections.abc import Callable, Iterable, Iterator

from kg.model.iri import owner
from kg.resolve.propose import MOST_DAYS, EventFacts, EventKind
from kg.store.plan import Plan
from kg.store.texts import Texts
from kg.store.view import Node

# So many events are remembered at most: about 120 MB.
_MOST_NOTED = 250_000
_MOST_ENTRIES = 20_000

Drawer = tuple[int, EventKind, str]  # the first day, what it is, an outermost body


def sides(facts: EventFacts) -> frozenset[str]:
    """Return the outermost bodies of the parties."""
    return frozenset(line[-1] for line in facts.parties)


class EventBook:
    """Remembers events that have days. `complete`: of every day, for nothing was written before."""

    def __init__(self, *, complete: bool = False) -> None:
        self._complete = complete
        self._days: dict[int, None] = {}  # known ones that were asked for, the latest at the end
        self._forgotten: set[int] = set()
        self._drawers: dict[int, dict[Drawer, dict[str, int]]] = {}  # by day; event -> its last day
        self._places: dict[str, list[tuple[Drawer, str]]] = {}  # by owner
        self._facts: dict[str, dict[str, EventFacts]] = {}  # by owner
        self._kept = 0
        self.texts = Texts()
        self.entries: dict[str, bytes] = {}  # of the registry, as they are known to be stored
        # What a write that is planned will have changed: owners, and what they tell then.
        self.next: tuple[frozenset[str], list[EventFacts]] | None = None

    def near(self, facts: EventFacts, fill: Callable[[int], Iterable[EventFacts]]) -> Iterator[str]:
        """Yield the events that may be one with this one; perhaps twice.

        `fill` reads the events whose first day is one of which the book knows nothing yet.
        """
        if facts.first is None or facts.last is None:
            return
        for day in range(facts.first - MOST_DAYS, facts.last + 2):
            self._ask(day, fill)
            drawers = self._drawers.get(day)
            if drawers is None:
                continue
            for side in sides(facts):
                for event, last in drawers.get((day, facts.kind, side), {}).items():
                    if last >= facts.first - 1:
                        yield event

    def _ask(self, day: int, fill: Callable[[int], Iterable[EventFacts]]) -> None:
        known = self._knows(day)
        self._days.pop(day, None)
        self._days[day] = None
        if not known:
            self._forgotten.discard(day)
            for found in fill(day):
                self.note(found)

    def _knows(self, day: int) -> bool:
        return day in self._days or (self._complete and day not in self._forgotten)

    def note(self, facts: EventFacts) -> None:
        """Take an event in; one of a day that nobody asked for yet is only kept at hand."""
        self.keep(facts)
        day, last = facts.first, facts.last
        if day is None or last is None or not self._knows(day):
            return
        places = self._places.setdefault(owner(facts.iri), [])
        for side in sides(facts):
            key = (day, facts.kind, side)
            drawer = self._drawers.setdefault(day, {}).setdefault(key, {})
            if facts.iri not in drawer:
                places.append((key, facts.iri))
            drawer[facts.iri] = last

    def know(self, entity: str, lines: bytes) -> None:
        """Remember that the registry describes an entity in these lines."""
        if len(self.entries) >= _MOST_ENTRIES:
            del self.entries[next(iter(self.entries))]
        self.entries[entity] = lines

    def recall(self, event: str) -> EventFacts | None:
        """Return an event's facts where they are at hand."""
        return self._facts.get(owner(event), {}).get(event)

    def keep(self, facts: EventFacts) -> None:
        """Have an event's facts at hand for some time."""
        told = self._facts.setdefault(owner(facts.iri), {})
        if facts.iri not in told:
            self._kept += 1
        told[facts.iri] = facts

    def turn(self, plan: Plan) -> bool:
        """Follow the write that was planned last; False where it reached too far to be followed."""
        if self.next is None:
            return False
        for quad in plan.out | plan.into:
            if isinstance(quad.subject, Node):
                self.entries.pop(quad.subject.value, None)
        (gone, told), self.next = self.next, None
        self.texts.forget(gone)
        for arriving in plan.ready:
            self.texts.keep(arriving.ready.article, arriving.ready.text)
        for one in gone:
            self._kept -= len(self._facts.pop(one, ()))
            for drawer, event in self._places.pop(one, ()):
                self._drawers.get(drawer[0], {}).get(drawer, {}).pop(event, None)
        for facts in told:
            self.note(facts)
        if self._kept > _MOST_NOTED:
            self._shed()
        return True

    def _shed(self) -> None:
        """Forget half: what lies in no drawer, then the days not asked for of late."""
        order = [day for day in self._drawers if day not in self._days] + list(self._days)
        noted = {event for days in self._drawers.values() for d in days.values() for event in d}
        for told in self._facts.values():
            for event in [event for event in told if event not in noted]:
                del told[event]
                self._kept -= 1
        for day in order:
            if self._kept <= _MOST_NOTED // 2:
                break
            self._days.pop(day, None)
            self._forgotten.add(day)
            for drawer in self._drawers.pop(day, {}).values():
                for event in drawer:
                    told = self._facts.get(owner(event), {})
                    self._kept -= told.pop(event, None) is not None
        self._facts = {one: told for one, told in self._facts.items() if told}
        self._places = {one: self._places[one] for one in self._facts if one in self._places}
