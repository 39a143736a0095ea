"""Fetch from one host after the other with pauses, as a guest does.

In:  a `Fetcher`, a clock and a way to wait. Out: what it fetches, not sooner after the last request
to the same host than the pause, or than robots.txt asks for (up to a minute).
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kg.read.fetch import Fetched, Fetcher

PAUSE_SECONDS = 2.0
_LONGEST_PAUSE = 60.0


@dataclass(slots=True, kw_only=True)
class PoliteFetcher:
    """Fetches with pauses. `clock` and `wait` are in seconds."""

    fetcher: Fetcher = field(default_factory=Fetcher)
    pause: float = PAUSE_SECONDS
    clock: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = field(default_factory=lambda: time.sleep)
    _last: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str, *, headers: Mapping[str, str] | None = None) -> Fetched:
        """Return what stands at an address, when its host's pause is over. Raises ReadError."""
        try:
            host = urlsplit(address).netloc.lower()
        except ValueError:
            host = ""  # fetching says what is wrong with it
        if host in self._last:
            pause = min(max(self.pause, self.fetcher.delay(address)), _LONGEST_PAUSE)
            left = self._last[host] + pause - self.clock()
            if left > 0:
                self.wait(left)
        try:
            return self.fetcher.fetch(address, headers=headers)
        finally:
            self._last[host] = self.clock()
