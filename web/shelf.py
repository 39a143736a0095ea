"""Previews that wait for a yes: kept here, so that what is stored is what was seen.

A preview sent along in the page instead would send each text three times, and a sheet could not be
shown without reading it twice. So it is kept, and bounded: by number, by size and by time; the
oldest goes first. It belongs to the session that made it and dies with the server.
"""

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from werkzeug.exceptions import Gone

from kg.errors import KgError
from kg.model.sheet import Sheet
from kg.pipeline.preview import Foreseen
from kg.pipeline.reading import Found
from kg.store.base import PutReport

from .catalogue import mark

MOST = 60
MOST_CHARS = 12_000_000
SECONDS = 3600.0
_GONE = mark(
    "This preview is no longer kept: it was made long ago, in another session or before the server "
    "was started, or later ones took its place. Nothing was stored. Send the text again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An article of a preview: what was found, and what storing it would do."""

    found: Found
    foreseen: Foreseen


@dataclass(slots=True, kw_only=True)
class Entry:
    """A source of a preview: its articles (a sheet's may be many), or the error.

    `stored` are the reports of storing it, None before that; `failed` is why storing did not work.
    """

    name: str
    parts: tuple[Part, ...] = ()
    error: KgError | None = None
    sheet: Sheet | None = None
    stored: tuple[PutReport, ...] | None = None
    failed: KgError | None = None


@dataclass(slots=True, kw_only=True)
class Preview:
    """Sources that were sent together. `form` is what was said of them, `pasted` the text."""

    entries: list[Entry]
    form: dict[str, str]
    pasted: str | None = None
    token: str = ""
    owner: str = ""
    made: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def stored(self) -> bool:
        """True when everything that can be stored is."""
        return all(e.stored is not None or e.error is not None for e in self.entries)

    @property
    def chars(self) -> int:
        """About how much it holds."""
        texts = sum(len(p.found.source.text) for e in self.entries for p in e.parts)
        return 2 * texts + len(self.pasted or "")


class Shelf:
    """The previews of one app. Safe among threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, Preview] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, preview: Preview, owner: str) -> Preview:
        """Keep a preview for a session; give it its token."""
        preview.token, preview.owner = secrets.token_urlsafe(12), owner
        preview.made = self._clock()
        with self._lock:
            self._kept[preview.token] = preview
            self._drop()
        return preview

    def get(self, token: str, owner: str) -> Preview:
        """Return a session's preview. Raises Gone."""
        with self._lock:
            self._drop()
            found = self._kept.get(token)
        if found is None or found.owner != owner:
            raise Gone(_GONE)
        return found

    def _drop(self) -> None:
        """Let go of what is old, and of the oldest while there is too much; the newest stays."""
        kept = self._kept
        chars = sum(p.chars for p in kept.values())
        while len(kept) > 1 and (len(kept) > MOST or chars > MOST_CHARS):
            chars -= kept.popitem(last=False)[1].chars
        while kept and next(iter(kept.values())).made < self._clock() - SECONDS:
            kept.popitem(last=False)
