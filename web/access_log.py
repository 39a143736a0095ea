"""One line of JSON for each request that was answered.

{"at", "client", "method", "path", "status", "bytes", "ms"}: nothing that opens a door or tells what
somebody asked. The address stands without its parameters (queries, words looked for), a sign-in
address without its secret; no header is written. `bytes` are those of the body as sent; an answer
that broke has `"broken": true`.
In:  a WSGI app and a stream. Out: the same app, logged.
"""

import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

Environ = dict[str, Any]
_SIGN_IN = "/sign-in/"
_LONGEST = 500


class AccessLog:
    """Logs what an app answers. `write` takes one line and may be called by any thread."""

    def __init__(self, app: Callable[..., Iterable[bytes]], write: Callable[[str], object]) -> None:
        self._app = app
        self._write = write
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        seen = _Seen(environ)

        def start(status: str, headers: Any, exc_info: Any = None) -> Any:
            seen.status = int(status.split(" ", 1)[0])
            return start_response(status, headers, exc_info)

        return _Logged(self._app(environ, start), seen, self._say)

    def _say(self, seen: "_Seen") -> None:
        line = json.dumps(seen.fields(), ensure_ascii=True)
        with self._lock:
            self._write(line)


class _Seen:
    """What is known of one request."""

    def __init__(self, environ: Environ) -> None:
        self.start = time.monotonic()
        self.client = environ.get("REMOTE_ADDR", "")
        self.method = environ.get("REQUEST_METHOD", "")
        path = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
        self.path = f"{_SIGN_IN}…" if path.startswith(_SIGN_IN) else path[:_LONGEST]
        self.status = 500
        self.bytes = 0
        self.whole = False

    def fields(self) -> dict[str, object]:
        found: dict[str, object] = {
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "client": self.client,
            "method": self.method[:20],
            "path": self.path,
            "status": self.status,
            "bytes": self.bytes,
            "ms": round((time.monotonic() - self.start) * 1000, 1),
        }
        return found if self.whole else {**found, "broken": True}


class _Logged:
    """An answer that tells when it was sent."""

    def __init__(self, parts: Iterable[bytes], seen: _Seen, say: Callable[[_Seen], None]) -> None:
        self._parts = parts
        self._seen = seen
        self._say = say

    def __iter__(self) -> Iterator[bytes]:
        for part in self._parts:
            self._seen.bytes += len(part)
            yield part
        self._seen.whole = True

    def close(self) -> None:
        """Pass the end on, and log it."""
        try:
            close = getattr(self._parts, "close", None)
            if close is not None:
                close()
        finally:
            self._say(self._seen)
