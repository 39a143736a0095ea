"""A proxy between a store and its server that breaks what it is told to break.

It forwards requests and notes them. `plan(number, path)` says what becomes of each update or query:
"pass", "drop" (nothing is forwarded), "lose" (forwarded, and the answer dropped), a status, or a
redirect (an address).
"""

import http.client
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

Plan = Callable[[int, str], str | int]


class Proxy:
    """Listens on a port of its own; use as a context."""

    def __init__(self, upstream: str, *, server: str | None = None) -> None:
        """`server` takes the place of the upstream's Server header."""
        self.plan: Plan = lambda number, path: "pass"
        self.updates = 0
        self.queries = 0
        self.lines: list[str] = []
        self.credentials: list[str | None] = []
        proxy, target = self, urlsplit(upstream)

        class Handler(BaseHTTPRequestHandler):
            def version_string(self) -> str:
                return server or "Oxigraph/0.5"

            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                proxy.lines.append(self.requestline)
                proxy.credentials.append(self.headers.get("Authorization"))
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                updating = self.path.startswith("/update")
                proxy.updates += updating
                proxy.queries += not updating
                number = proxy.updates if updating else proxy.queries
                what = proxy.plan(number, "update" if updating else "query")
                if what == "drop":
                    self.connection.close()
                    return
                if isinstance(what, int) or what.startswith("http"):
                    self._refuse(what)
                    return
                ahead = http.client.HTTPConnection(target.hostname or "", target.port)
                kept = ("content-type", "accept")
                headers = {k: v for k, v in self.headers.items() if k.lower() in kept}
                ahead.request("POST", self.path, body, headers)
                answer = ahead.getresponse()
                data = answer.read()
                ahead.close()
                if what == "lose":
                    self.connection.close()
                    return
                self.send_response(answer.status)
                kind = answer.headers.get("Content-Type")
                if kind:
                    self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def _refuse(self, what: str | int) -> None:
                said = (self.headers.get("Authorization") or "no credentials").encode()
                self.send_response(what if isinstance(what, int) else 307)
                if isinstance(what, str):
                    self.send_header("Location", what)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)  # as a careless server would

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def address(self) -> str:
        """Where queries go."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/query"

    def __enter__(self) -> "Proxy":
        """Begin to listen."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
