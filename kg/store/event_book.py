"""What a writer remembers of the events in its store: by day, kind and side, and their facts.

Two events can only be one when they are of one kind, about the same days, and a party of one may be
a party of the other, for which both must belong to one outermost body (kg.resolve.propose). So they
lie in one drawer of this book, and only those are read and compared.
A day's drawers are filled when they are first asked for, or, where the book was there before the
first article, by what is written. What an article tells is noted anew when it changes. In memory is
what was of use of late, the rest in a file (kg.store.drawers).
In:  `EventFacts`. Out: IRIs of events that may be one with an event.
"""

from collections.abc import Callable, Iterable, Iterator

from kg.errors import SurroundingsError
from kg.model.iri import owner
from kg.resolve.near import sides
from kg.resolve.propose import MOST_DAYS, EventFacts
from kg.store.drawers import Drawers
from kg.store.plan import Plan
from kg.store.texts import Texts
from kg.store.view import Node

# So many events are at hand at most, of about 800 bytes each.
_MOST_AT_HAND = 10_000
_MOST_ENTRIES = 20_000


class EventBook:
    """Remembers events that have days. `complete`: of every day, for nothing was written before."""

    def __init__(self, *, complete: bool = False) -> None:
        self._complete = complete
        self._days: set[int] = set()  # those that were asked for
        self._drawers = Drawers()
        self._facts: dict[str, dict[str, EventFacts]] = {}  # by owner, the latest at the end
        self._at_hand = 0
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
        first, latest = facts.first - MOST_DAYS, facts.last + 1
        for day in range(first, latest + 1):
            if not self._knows(day):
                self._days.add(day)
                for found in fill(day):
                    self.note(found)
        bodies = sides(facts)
        for event in self._drawers.within(facts.kind, bodies, first, latest, facts.first - 1):
            if event not in self._facts.get(owner(event), {}):
                filed = self._drawers.find(event)
                if filed is not None:
                    self.keep(filed)
            yield event

    def _knows(self, day: int) -> bool:
        return self._complete or day in self._days

    def note(self, facts: EventFacts) -> None:
        """Take an event in; one of a day that nobody asked for yet is only kept at hand."""
        self.keep(facts)
        if facts.first is not None and facts.last is not None and self._knows(facts.first):
            self._drawers.put(facts, sides(facts))

    def know(self, entity: str, lines: bytes) -> None:
        """Remember that the registry describes an entity in these lines."""
        if len(self.entries) >= _MOST_ENTRIES:
            del self.entries[next(iter(self.entries))]
        self.entries[entity] = lines

    def recall(self, event: str) -> EventFacts | None:
        """Return an event's facts where they are remembered."""
        found = self._facts.get(owner(event), {}).get(event)
        return self._drawers.find(event) if found is None else found

    def keep(self, facts: EventFacts) -> None:
        """Have an event's facts at hand for some time."""
        of = owner(facts.iri)
        told = self._facts.pop(of, {})
        self._facts[of] = told
        self._at_hand += facts.iri not in told
        told[facts.iri] = facts
        while self._at_hand > _MOST_AT_HAND:
            self._at_hand -= len(self._facts.pop(next(iter(self._facts))))

    def turn(self, plan: Plan) -> bool:
        """Follow the write that was planned last; False where it cannot be followed."""
        if self.next is None:
            return False
        for quad in plan.out | plan.into:
            if isinstance(quad.subject, Node):
                self.entries.pop(quad.subject.value, None)
        (gone, told), self.next = self.next, None
        try:
            self._renew(gone, told, plan)
        except SurroundingsError:  # the write is done; what is forgotten is read from the store
            return False
        return True

    def _renew(self, gone: Iterable[str], told: Iterable[EventFacts], plan: Plan) -> None:
        self.texts.forget(gone)
        for arriving in plan.ready:
            self.texts.keep(arriving.ready.article, arriving.ready.text)
        for one in gone:
            self._at_hand -= len(self._facts.pop(one, ()))
            self._drawers.drop(one)
        for facts in told:
            self.note(facts)
