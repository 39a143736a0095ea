"""Ends what is late: one thread that sleeps until the earliest deadline.

In:  things, each with a moment. Out: `end_late()` is called on those that are still there when it
comes.
A thread that looked every few milliseconds would take the interpreter from whoever answers; one
started for each question would cost more than the question. With nothing under way it sleeps for as
long as a question may take: whatever is asked meanwhile ends later than that, so a question wakes
it only if it has less time than the rule.
"""

import threading
import time
from typing import Protocol


class Endable(Protocol):
    """What ends at once when it is told that its time is over."""

    def end_late(self) -> None:
        """End, and remember why."""


class Deadlines:
    """Moments (of `time.monotonic`) by which things have to be done."""

    def __init__(self, rule_seconds: float) -> None:
        """`rule_seconds` is how far away most deadlines are when they are set."""
        self._rule = rule_seconds
        self._due: dict[Endable, float] = {}
        self._moved = threading.Condition()
        self._wakes = 0.0
        self._thread: threading.Thread | None = None
        self._closed = False

    def put(self, thing: Endable, deadline: float) -> None:
        """End a thing at its deadline, unless it is taken back before."""
        with self._moved:
            self._due[thing] = deadline
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(
                    target=self._run, name="claimline-deadlines", daemon=True
                )
                self._thread.start()
            elif deadline < self._wakes:
                self._moved.notify()

    def take(self, thing: Endable) -> None:
        """Take a thing back; from then on it is not ended any more."""
        with self._moved:
            self._due.pop(thing, None)

    def close(self) -> None:
        """Let the thread end; nothing is ended any more."""
        with self._moved:
            self._closed = True
            self._moved.notify()

    def _run(self) -> None:
        with self._moved:
            while not self._closed:
                now = time.monotonic()
                for thing in [t for t, deadline in self._due.items() if deadline <= now]:
                    del self._due[thing]
                    thing.end_late()
                self._wakes = min(self._due.values(), default=now + self._rule)
                self._moved.wait(self._wakes - now)
