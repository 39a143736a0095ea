"""The parts of a dump worked out by several processes at a time, or here where there is one part.

In:  a dump and a folder to write into. Out: what came of each part, in the order in which they end.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from kg.errors import MappingError, SurroundingsError
from kg.store.loading.claims import Dump
from kg.store.loading.working import Worked, work_out

_MOST_HANDS = 4
_PROGRAM = ("-m", "kg.store.loading.process")


def worked_out(dump: Dump, folder: Path) -> Iterator[Worked]:
    """Yield what each part gives, once each. Raises MappingError, OSError, SurroundingsError."""
    count = dump.parts.count
    hands = min(_MOST_HANDS, _cores(), count)
    if hands == 1:
        for number in range(count):
            yield work_out(dump.parts, number, dump.shared, dump.graphs, folder)
        return
    shared = folder / "shared.nq"
    shared.write_text("".join(f"{quad} .\n" for quad in dump.managed), encoding="utf-8")
    with ExitStack() as stack:
        found: queue.Queue[str | int] = queue.Queue()
        for hand in range(hands):
            task = {
                "base": dump.graphs.base,
                "folder": str(folder),
                "parts": [str(path) for path in dump.parts.folders],
                "count": count,
                "numbers": list(range(hand, count, hands)),
                "shared": str(shared),
            }
            stack.callback(_Hand(task, found).end)
        working = hands
        while working:
            told = found.get()
            if isinstance(told, str):
                yield _read(told)
            elif told:
                raise SurroundingsError(
                    f"A process that helped loading ended early (status {told}), so nothing was "
                    "loaded. If memory is short, free some; then try again."
                )
            else:
                working -= 1


def _cores() -> int:
    """Return how many cores this program may use; 1 where the system does not say."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class _Hand:
    """One process; what it says is put into a queue: its lines, at last its exit status."""

    def __init__(self, task: dict[str, object], found: "queue.Queue[str | int]") -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own program, nothing of a visitor's
            [sys.executable, *_PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._found = found
        self._listener = threading.Thread(target=self._listen, args=(task,), daemon=True)
        self._listener.start()

    def _listen(self, task: dict[str, object]) -> None:
        if self._process.stdin is None or self._process.stdout is None:
            return
        try:
            self._process.stdin.write(json.dumps(task) + "\n")
            self._process.stdin.close()
        except OSError:
            pass  # it ended; its status tells
        for line in self._process.stdout:
            self._found.put(line)
        self._found.put(self._process.wait())

    def end(self) -> None:
        """End it, wherever it is."""
        self._process.kill()
        self._listener.join()
        if self._process.stdout is not None:
            self._process.stdout.close()


def _read(line: str) -> Worked:
    told = json.loads(line)
    if "refused" in told:
        raise MappingError(told["refused"])
    if "disk" in told:
        raise OSError(*told["disk"])
    return Worked.from_json(line)
