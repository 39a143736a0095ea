"""Who holds a store's folder, and how to reach the server that does.

`claimline serve` writes `serving.json` into the folder while it runs: its address, its process, and
a token that is made anew each time and that only the owner of the folder can read. A command that
finds the folder held goes through that server. Of any other holder Linux tells the process.
In:  a folder. Out: a `Holding`, or words for a message.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.store.folder import MARKER, QUADS, read_marker

FILE = "serving.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A server that serves the folder. `token` never shows in this value's text or a message."""

    address: str
    process: int
    token: str

    def __repr__(self) -> str:
        """Return it without the token."""
        return f"Holding(address={self.address!r}, process={self.process})"


def announce(folder: Path, holding: Holding) -> None:
    """Say in the folder where it is served; readable by its owner alone. Raises OSError."""
    written = folder / f"{FILE}.{os.getpid()}"
    handle = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - a number, not a path
        file.write(json.dumps(asdict(holding)) + "\n")
    written.replace(folder / FILE)


def find_holding(folder: Path) -> Holding | None:
    """Return what the folder says of its server, alive or not."""
    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
        address, token, process = said["address"], said["token"], said["process"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    fits = isinstance(address, str) and isinstance(token, str) and isinstance(process, int)
    return Holding(address=address, token=token, process=process) if fits else None


def forget(folder: Path) -> None:
    """Remove what a server said; called by whoever holds the folder. Never fails."""
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError:
        return


def is_alive(process: int) -> bool:
    """True for a process that runs, whosever it is."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def holder_words(folder: Path) -> str:
    """Return which process holds the folder's lock, such as "process 4711 (claimline)"."""
    process = _locking(folder)
    if process is None:
        return "another process"
    try:
        name = Path(f"/proc/{process}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return f"process {process}"
    return f"process {process} ({name})"


def _locking(folder: Path) -> int | None:
    """Return the process that holds the engine's lock, where the system tells."""
    try:
        marker = read_marker(folder) if (folder / MARKER).exists() else None
        engine = marker.quads if marker else QUADS
        inode = (folder / engine / "LOCK").stat().st_ino
        lines = Path("/proc/locks").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    for line in lines:
        words = line.split()
        if len(words) > 5 and words[5].rpartition(":")[2] == str(inode) and words[4].isdigit():
            return int(words[4])
    return None
