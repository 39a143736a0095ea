"""Requests to a SPARQL server, through SPARQLWrapper: queries, updates, and what may go wrong.

* Everything goes by POST, so that no text stands in an address or a log.
* Redirects are not followed: credentials go to the address given and nowhere else.
* What may be sent twice (queries, and updates that check what they rely on) is tried again after a
  pause that doubles, with chance in it, when the server is away or busy; other updates never are.
In:  text and graphs. Out: a media type and bytes, or one sentence about what to do.
Source: SPARQL 1.1 Protocol; RFC 9110, 9.2.2 (idempotent methods).
"""

import contextlib
import http.client
import random
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from SPARQLWrapper import POST, POSTDIRECTLY, URLENCODED, SPARQLWrapper
from SPARQLWrapper.Wrapper import INSERT, SELECT

from kg.errors import QueryError, QueryTimeout, RemoteEndpointError
from kg.store.remote.adapters import UNKNOWN, Adapter, adapter_of
from kg.store.remote.address import Address

ROWS = "application/sparql-results+json"
T = TypeVar("T")
_BUSY = (429, 502, 503, 504)
_MOST_SAID = 300
_CHUNK = 64 * 1024


class Unreachable(RemoteEndpointError):
    """Whether the server did what it was asked is not known."""


class _Wrapper(SPARQLWrapper):
    """SPARQLWrapper with an opener of its own: no redirects, errors as urllib has them."""

    opener: urllib.request.OpenerDirector
    seconds: float

    def _query(self) -> tuple[Any, str]:
        response = self.opener.open(self._createRequest(), timeout=self.seconds)
        return response, self.returnFormat


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow none: credentials would go along."""


class Endpoint:
    """One server, once `connect` has found its addresses."""

    def __init__(
        self, address: Address, *, seconds: float = 60.0, tries: int = 5, pause: float = 0.2
    ) -> None:
        """Wait `seconds` for an answer; try `tries` times what may be sent again, after `pause`."""
        self.address = address
        self.adapter: Adapter = UNKNOWN
        self._seconds, self._tries, self._pause = seconds, tries, pause
        self._opener = urllib.request.build_opener(_NoRedirects)
        self._query_url = address.queries[0]
        self._update_url = address.update_for(self._query_url)

    @property
    def where(self) -> str:
        """The address that was given."""
        return self.address.given

    def connect(self) -> None:
        """Find which address answers queries. Raises RemoteEndpointError."""
        failures: list[RemoteEndpointError] = []
        for url in self.address.queries:
            self._query_url, self._update_url = url, self.address.update_for(url)
            try:
                self.query("ASK {}")
                return
            except Unreachable:
                raise
            except RemoteEndpointError as error:
                failures.append(error)
        raise failures[0]

    # Queries

    def query(
        self,
        text: str,
        accept: str = ROWS,
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> tuple[str, bytes]:
        """Return the media type and body of an answer that is read whole."""

        def ask() -> tuple[str, bytes]:
            with self._ask(text, accept, default_graphs, named_graphs) as response:
                return _media_type(response), response.read()

        media_type, body = self.again(ask)
        if accept == ROWS and media_type not in (ROWS, "application/json"):
            raise RemoteEndpointError(
                f"{self._query_url} answers with {media_type or 'no type'} where SPARQL results "
                "were asked for. Name the server's address for queries with --store."
            )
        return media_type, body

    def stream(
        self,
        text: str,
        accept: str,
        *,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
    ) -> tuple[str, Iterator[bytes], Callable[[], None]]:
        """Return the media type, the bytes as they come, and what lets go of the connection."""
        stack = contextlib.ExitStack()
        response = self.again(
            lambda: stack.enter_context(self._ask(text, accept, default_graphs, named_graphs))
        )
        return _media_type(response), self._chunks(response), stack.close

    def _chunks(self, response: Any) -> Iterator[bytes]:
        while True:
            try:
                chunk = response.read(_CHUNK)
            except (OSError, http.client.HTTPException) as error:
                raise QueryTimeout(f"The answer of {self.where} broke off.") from error
            if not chunk:
                return
            yield chunk

    @contextlib.contextmanager
    def _ask(
        self, text: str, accept: str, default_graphs: Sequence[str], named_graphs: Sequence[str]
    ) -> Iterator[Any]:
        wrapper = self._wrapper(accept)
        wrapper.setQuery(text)
        wrapper.queryType = SELECT
        wrapper.setRequestMethod(URLENCODED)
        wrapper.setOnlyConneg(True)
        for name, graphs in (
            ("default-graph-uri", default_graphs),
            ("named-graph-uri", named_graphs),
        ):
            for graph in graphs:
                wrapper.addParameter(name, graph)
        with self._translated(self._query_url, asking=True):
            response = wrapper.query().response
            self.adapter = adapter_of(response.headers.get("Server") or "")
            with contextlib.closing(response):
                yield response

    # Updates

    def update(self, text: str, *, using: Sequence[tuple[str, str]] = ()) -> None:
        """Send an update once. Raises Unreachable when it cannot be known whether it was done."""
        wrapper = self._wrapper("*/*")
        wrapper.setQuery(text)
        wrapper.queryType = INSERT
        wrapper.setRequestMethod(URLENCODED if self.adapter.update_form else POSTDIRECTLY)
        for name, graph in using:
            wrapper.addParameter(name, graph)
        with (
            self._translated(self._update_url, asking=False),
            contextlib.closing(wrapper.query().response) as response,
        ):
            response.read()

    def _wrapper(self, accept: str) -> _Wrapper:
        wrapper = _Wrapper(self._query_url, self._update_url)
        wrapper.opener = self._opener
        wrapper.seconds = self._seconds
        wrapper.setMethod(POST)
        wrapper.addCustomHttpHeader("Accept", accept)
        if self.address.user is not None:
            wrapper.setCredentials(self.address.user, self.address.password or "")
        return wrapper

    # Trying again, and what went wrong

    def again(self, run: Callable[[], T]) -> T:
        """Run what may be done twice; again after a pause while the server cannot be reached."""
        for attempt in range(self._tries - 1):
            try:
                return run()
            except Unreachable:
                self.rest(attempt)
        return run()

    def rest(self, attempt: int) -> None:
        """Wait before another attempt: longer each time, and not in step with others."""
        time.sleep(self._pause * min(2**attempt, 16) * random.uniform(0.5, 1.5))  # noqa: S311 - no secret

    @contextlib.contextmanager
    def _translated(self, url: str, *, asking: bool) -> Iterator[None]:
        try:
            yield
        except urllib.error.HTTPError as error:
            with contextlib.closing(error):
                raise self._refusal(error, url, asking=asking) from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", None) or error or type(error).__name__
            raise Unreachable(
                f"The server at {url} cannot be reached or broke off ({reason}). Look whether it "
                "runs and whether the address is right, then try again."
            ) from error

    def _refusal(self, error: urllib.error.HTTPError, url: str, *, asking: bool) -> Exception:
        code = error.code
        said = self._said(error)
        if code in _BUSY:
            return Unreachable(f"The server at {url} is busy or away ({code}). Try again later.")
        if 300 <= code < 400:
            return RemoteEndpointError(
                f"The server at {url} sends on to another address, which is not followed. Name "
                "the address itself with --store."
            )
        match code:
            case 401 if self.address.user is None:
                advice = "It wants a user: set CLAIMLINE_STORE_USER and CLAIMLINE_STORE_PASSWORD."
            case 401:
                advice = (
                    "It does not take this user and password: look at CLAIMLINE_STORE_USER and "
                    "CLAIMLINE_STORE_PASSWORD."
                )
            case 403:
                what = "ask" if asking else "write"
                advice = f"This user may not {what} here. Have the server's keeper allow it.{said}"
            case 404 | 405:
                advice = (
                    "There is no SPARQL at that address. Name the one for queries with --store"
                    f"{'' if asking else ', the one for updates with CLAIMLINE_STORE_UPDATE'}."
                )
            case 400 if asking:
                return QueryError(f"The server at {url} does not take the query.{said}")
            case _:
                advice = f"Its log may say more.{said}"
        return RemoteEndpointError(f"The server at {url} refused with {code}. {advice}")

    def _said(self, error: urllib.error.HTTPError) -> str:
        """Return the beginning of the server's own words, without our password."""
        try:
            text = error.read(4096).decode("utf-8", errors="replace")
        except (OSError, http.client.HTTPException):
            return ""
        for secret in self.address.secrets:
            text = text.replace(secret, "…")
        words = " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())
        return f" It says: {words[:_MOST_SAID]}" if words else ""


def _media_type(response: Any) -> str:
    return str(response.headers.get_content_type())
