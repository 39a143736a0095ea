"""Which articles each write of this process touched: so that what follows reads only these again.

In:  revisions and what was touched, as it is written. Out: what changed since a revision.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.store.plan import Plan
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM

_BAND = Node(CLM.textBand)
_PROPOSES = Node(CLM.proposes)
_SAME_TEXT = Node(CLM.sameTextAs)

# A follower further behind than this compares everything.
_MOST_KEPT = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What may have changed: `events` in their proposals, `copies` in whose text they are."""

    articles: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()


class Changes:
    """Remembers the newest writes. Safe among threads."""

    def __init__(self) -> None:
        """Begin with no write known."""
        self._lock = threading.Lock()
        self._writes: dict[int, Changed] = {}

    def note(self, revision: int, changed: Changed | None = None) -> None:
        """Remember what the write that led to the revision changed; None for free graphs."""
        with self._lock:
            self._writes.setdefault(revision, changed or Changed())
            if len(self._writes) > _MOST_KEPT:
                del self._writes[min(self._writes)]

    def forget(self) -> None:
        """Know of no write any more: after a large load every article may have changed."""
        with self._lock:
            self._writes.clear()

    def since(self, revision: int, now: int) -> Changed | None:
        """Return what changed after `revision`; None when a write is not known."""
        with self._lock:
            writes = [self._writes.get(number) for number in range(revision + 1, now + 1)]
        known = list(dict.fromkeys(changed for changed in writes if changed is not None))
        if None in writes:
            return None
        return Changed(
            articles=frozenset().union(*(one.articles for one in known)),
            events=frozenset().union(*(one.events for one in known)),
            copies=frozenset().union(*(one.copies for one in known)),
        )


def changed_by(before: State, after: State, plan: Plan, proposals: Iterable[ox.Quad]) -> Changed:
    """Return what a write may change; `proposals` are the quads of that graph it moves."""
    ends: set[str] = set()
    copies: set[str] = set()
    moved: set[Node] = set()
    for quad in proposals:
        if not isinstance(quad.subject, Node) or quad.predicate == _BAND:
            continue
        if quad.predicate == _SAME_TEXT:
            copies.add(quad.subject.value)
            continue
        moved.add(quad.subject)
        if quad.predicate == _PROPOSES and isinstance(quad.object, Node):
            ends.add(quad.object.value)
    graph = before.graphs.proposals
    for one in moved:
        ends.update(event.value for event in before.view.values(one, _PROPOSES, graph))
    return Changed(
        articles=touched_articles(before, after, plan) | {one.ready.article for one in plan.ready},
        events=frozenset(ends),
        copies=frozenset(copies),
    )


def touched_articles(before: State, after: State, plan: Plan) -> frozenset[str]:
    """Return the articles whose own or whose claims' part in merged a write may change."""
    found = set()
    for graph in plan.touched:
        for state in (before, after):
            article = graph if state.graphs.is_article(graph) else state.article_of(graph)
            if article is not None:
                found.add(article.value)
    return frozenset(found)
