"""One reader process, as its owner holds it.

In:  frames to send. Out: frames it answered, and the errors it told of.
"""

import contextlib
import json
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kg import errors
from kg.errors import GraphSyntaxError, KgError, QuerySyntaxError
from kg.store.readers.frames import END, OPEN, read_frame, write_frame
from kg.store.readers.limits import Limits

# How often it is looked whether somebody still waits for an answer.
_LOOK_MS = 500
_TELLABLE = ("QueryError", "QueryRefused", "QueryTooLarge", "UnfitFormat")


class Reader:
    """One process. Used by one thread at a time; ended late by any."""

    def __init__(self, base: str, limits: Limits) -> None:
        """Start the process."""
        given = [base, str(limits.memory_mb), str(limits.result_mb)]
        self._process = subprocess.Popen(  # noqa: S603 - our own program, nothing of a visitor's
            [sys.executable, "-m", "kg.store.readers.process", *given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._opened: Path | None = None
        self.late = False

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """True until the process has ended."""
        return self._process.poll() is None

    def open(self, path: Path | None) -> None:
        """Open a checkpoint if it is another than the last. Raises OSError when the reader died.

        None is for what needs none: the reader closes its own then.
        """
        if path is None:
            self._opened = None
        elif path != self._opened:
            self.send(OPEN, str(path).encode())
            if (frame := self.receive()) is None or frame[0] != END:
                raise BrokenPipeError("the reader could not open the checkpoint")
            self._opened = path

    def send(self, kind: bytes, payload: bytes) -> None:
        """Send a frame. Raises OSError when the reader died."""
        if self._process.stdin is None:
            raise BrokenPipeError("the reader has no input")
        write_frame(self._process.stdin, kind, payload)

    def receive(self) -> tuple[bytes, bytes] | None:
        """Return the next frame; None when the reader died."""
        if self._process.stdout is None:
            return None
        return read_frame(self._process.stdout)

    def wait_unless(self, gone: Callable[[], bool]) -> bool:
        """Wait for an answer to begin; return False when it is `gone` who asked.

        Only where nothing of the answer has been read yet: what is read already is not looked at.
        """
        if self._process.stdout is None:
            return True
        begins = select.poll()
        begins.register(self._process.stdout, select.POLLIN)
        while not begins.poll(_LOOK_MS):
            if gone():
                return False
        return True

    def end_late(self) -> None:
        """End the process because its time is over."""
        self.late = True
        self._process.kill()

    def end(self) -> None:
        """Kill the process and let go of its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def told(payload: bytes) -> KgError | SyntaxError:
    """Return the error that a reader told of; an update's own is the engine's SyntaxError."""
    fields = json.loads(payload)
    if "cause" in fields:
        return SyntaxError(fields["cause"])
    name, message = str(fields["error"]), str(fields["message"])
    if name in ("QuerySyntaxError", "GraphSyntaxError"):
        line, column = (n if isinstance(n := fields[k], int) else None for k in ("line", "column"))
        placed = GraphSyntaxError if name == "GraphSyntaxError" else QuerySyntaxError
        return placed(message, line=line, column=column)
    kind: type[KgError] = getattr(errors, name if name in _TELLABLE else "QueryError")
    return kind(message)
