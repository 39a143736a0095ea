"""Which events stand near enough to be compared: of one kind, of one side, about the same days.

Two events can only be one when a party of one may be a party of the other, for which both must
belong to one outermost body (kg.resolve.propose).
In:  all events, each as one article tells it. Out: pairs of them, each once.
"""

from collections.abc import Iterable, Iterator

from kg.resolve.propose import DAYS_APART, EventFacts, EventKind


def sides(facts: EventFacts) -> frozenset[str]:
    """Return the outermost bodies of the parties."""
    return frozenset(line[-1] for line in facts.parties)


def near_pairs(events: Iterable[EventFacts]) -> Iterator[tuple[EventFacts, EventFacts]]:
    """Yield each pair of events of different articles that may be one.

    One sweep over the days: what ended too long ago is forgotten. Events of no day have no pairs.
    """
    open_: dict[tuple[EventKind, str], list[tuple[int, EventFacts]]] = {}
    for first, last, facts in _by_day(events):
        met: set[str] = set()
        for body in sides(facts):
            there = open_.setdefault((facts.kind, body), [])
            there[:] = [one for one in there if one[0] >= first - DAYS_APART]
            for _, other in there:
                if other.iri not in met and other.article != facts.article:
                    met.add(other.iri)
                    yield other, facts
            there.append((last, facts))


def _by_day(events: Iterable[EventFacts]) -> list[tuple[int, int, EventFacts]]:
    dated = [
        (facts.first, facts.last, facts)
        for facts in events
        if facts.first is not None and facts.last is not None
    ]
    return sorted(dated, key=lambda one: one[0])
