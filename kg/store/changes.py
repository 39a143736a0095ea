"""Which articles each write of this process touched: so that what follows reads only these again.

In:  revisions and articles, as they are written. Out: the articles changed since a revision.
"""

import threading
from collections.abc import Iterable

from kg.store.plan import Plan
from kg.store.state import State

# A follower further behind than this compares everything.
_MOST_KEPT = 10_000


class Changes:
    """Remembers the newest writes. Safe among threads."""

    def __init__(self) -> None:
        """Begin with no write known."""
        self._lock = threading.Lock()
        self._articles: dict[int, frozenset[str]] = {}

    def note(self, revision: int, articles: Iterable[str] = ()) -> None:
        """Remember the articles of the write that led to the revision; none for free graphs."""
        with self._lock:
            self._articles.setdefault(revision, frozenset(articles))
            if len(self._articles) > _MOST_KEPT:
                del self._articles[min(self._articles)]

    def forget(self) -> None:
        """Know of no write any more: after a large load every article may have changed."""
        with self._lock:
            self._articles.clear()

    def since(self, revision: int, now: int) -> frozenset[str] | None:
        """Return the articles that changed after `revision`; None when a write is not known."""
        with self._lock:
            writes = [self._articles.get(number) for number in range(revision + 1, now + 1)]
        known = [articles for articles in writes if articles is not None]
        return frozenset().union(*known) if len(known) == len(writes) else None


def touched_articles(before: State, after: State, plan: Plan) -> frozenset[str]:
    """Return the articles whose own or whose claims' part in merged a write may change."""
    found = set()
    for graph in plan.touched:
        for state in (before, after):
            article = graph if state.graphs.is_article(graph) else state.article_of(graph)
            if article is not None:
                found.add(article.value)
    return frozenset(found)
