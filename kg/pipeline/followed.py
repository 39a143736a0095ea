"""What is remembered of the feeds that are followed, in one small file, replaced at one moment.

In/Out: a JSON file <-> `Followed`. For each feed: what the server gave to tell whether it changed,
the entries that were seen, those that failed and when to try them again, and when the feed itself
may be asked again. Times are seconds since 1970.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kg.errors import ReadError, SurroundingsError

_FORMAT = 1
_MOST_SEEN = 5_000  # entries of a feed: more than any feed shows at once


@dataclass(slots=True, kw_only=True)
class Waiting:
    """An entry that failed: how often, and when to try again."""

    tries: int
    next: float


@dataclass(slots=True, kw_only=True)
class FeedMemory:
    """One feed. `failures` in a row; `seen` holds keys of entries, oldest first."""

    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    next: float = 0.0
    seen: dict[str, None] = field(default_factory=dict)
    waiting: dict[str, Waiting] = field(default_factory=dict)

    def see(self, key: str) -> None:
        """Remember an entry as done with."""
        self.waiting.pop(key, None)
        self.seen.pop(key, None)
        self.seen[key] = None
        while len(self.seen) > _MOST_SEEN:
            del self.seen[next(iter(self.seen))]

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask for the feed only if it changed; none while entries wait."""
        if self.waiting:
            return {}
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


class Followed:
    """The memory of all feeds, kept in a file."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one. Raises ReadError for one that is something else."""
        self._path = path
        self._feeds: dict[str, FeedMemory] = {}
        try:
            document = json.loads(path.read_text(encoding="utf-8"))
            if document["format"] != _FORMAT:
                raise ValueError("another format")
            self._feeds = {address: _read(one) for address, one in document["feeds"].items()}
        except FileNotFoundError:
            return
        except OSError as error:
            raise SurroundingsError(f"{path} cannot be read: {error.strerror}.") from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ReadError(
                f"{path} does not hold what is remembered of feeds. Name another file with "
                "--state, or take it away to begin anew.",
                source=str(path),
            ) from error

    def feed(self, address: str) -> FeedMemory:
        """Return what is remembered of a feed, empty at first. Change it, then `save`."""
        return self._feeds.setdefault(address, FeedMemory())

    def save(self) -> None:
        """Write the file, whole or not at all. Raises SurroundingsError."""
        feeds = {a: asdict(m) | {"seen": list(m.seen)} for a, m in self._feeds.items()}
        beside = self._path.with_name(self._path.name + ".new")
        try:
            beside.write_text(
                json.dumps({"format": _FORMAT, "feeds": feeds}, ensure_ascii=False, indent=1),
                encoding="utf-8",
            )
            beside.replace(self._path)
        except OSError as error:
            raise SurroundingsError(
                f"{self._path} cannot be written: {error.strerror}. Name another file with --state."
            ) from error


def _read(document: dict[str, object]) -> FeedMemory:
    given = dict(document)
    seen, waiting = given.pop("seen"), given.pop("waiting")
    if not isinstance(seen, list) or not isinstance(waiting, dict):
        raise TypeError("not a list of keys")
    memory = FeedMemory(**given)  # type: ignore[arg-type] # a wrong type fails where it is used
    memory.seen = dict.fromkeys(map(str, seen))
    memory.waiting = {
        key: Waiting(tries=int(one["tries"]), next=float(one["next"]))
        for key, one in waiting.items()
    }
    return memory
