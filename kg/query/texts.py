"""Articles with their texts, read from the store and kept for the next who asks.

In:  an article's IRI, the revision that the asker holds. Out: its extraction, the moments of its
claims. What a write changed is read again; the rest of what was read last stays.
"""

import threading
from collections import OrderedDict
from collections.abc import Collection, Mapping

from kg.errors import StoreMoved
from kg.model.extraction import Extraction
from kg.store.base import GraphStore

_MOST_KEPT = 256
Read = tuple[Extraction, Mapping[str, str]]


class Texts:
    """The articles that were asked for last. Safe among threads."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Read] = OrderedDict()
        self._revision = -1

    def read(self, article: str, revision: int) -> Read:
        """Return an article as it is at a revision. Raises NotFound.

        Raises StoreMoved when the store has gone on since.
        """
        with self._lock:
            if self._revision == revision and article in self._kept:
                self._kept.move_to_end(article)
                return self._kept[article]
        found = self._store.extraction(article), self._store.recorded(article)
        if self._store.revision != revision:
            raise StoreMoved("The store changed while it was read. Ask again in a moment.")
        with self._lock:
            if self._revision == revision:
                self._kept[article] = found
                while len(self._kept) > _MOST_KEPT:
                    self._kept.popitem(last=False)
        return found

    def begin(self, revision: int) -> None:
        """Keep what is read at this revision, where nothing else was kept."""
        if self._revision != revision:
            self.forget(None, revision)

    def forget(self, changed: Collection[str] | None, revision: int) -> None:
        """Forget what changed before this revision; None forgets all."""
        with self._lock:
            if changed is None:
                self._kept.clear()
            else:
                for article in changed:
                    self._kept.pop(article, None)
            self._revision = revision
