"""How many queries of visitors may run at once.

A query cannot be stopped once it runs, so some threads are kept from them: pages stay quick while
the longest questions are worked on.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kg.errors import SurroundingsError

# Half of the server's threads (kg.cli.serving).
QUERIES_AT_ONCE = 4
_WAIT_S = 2.0
_BUSY = "Too many queries are running. Try again in a moment, or ask for less."


class Turns:
    """A limited number of turns; whoever finds none free soon is told to come back."""

    def __init__(self, limit: int = QUERIES_AT_ONCE) -> None:
        self._free = threading.BoundedSemaphore(limit)

    @contextmanager
    def take(self) -> Iterator[None]:
        """Hold a turn. Raises SurroundingsError (503) when none is free within two seconds."""
        if not self._free.acquire(timeout=_WAIT_S):
            raise SurroundingsError(_BUSY)
        try:
            yield
        finally:
            self._free.release()
