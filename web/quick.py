"""SPARQL queries of programs, answered before the machinery that pages need.

Contexts, sessions, routes and hooks take longer than the engine takes for a small query. One that
comes as programs send it needs none of them: a query by GET or POST over HTTP/1.1, with no other
headers and parameters than those named here. It is answered at once; everything else, and every
error, goes the common way. Both ways answer alike, header by header: the tests compare them.
In:  a WSGI request. Out: the answer, or that of the app behind.
"""

import io
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.utils import get_content_type
from werkzeug.wsgi import get_current_url

from kg.errors import KgError
from kg.store.readers import Stream
from kg.store.readers.request import ReadRequest

from .compress import packed
from .i18n import LOCALES
from .negotiate import HTML
from .protocol import begun, hung_up, only_one, pairs
from .revision import tag
from .security import HEADERS, host_name
from .sparql import question
from .state import State

Environ = dict[str, Any]
Start = Callable[..., Any]
_PATH = "/sparql"
# An answer depends on no header of a program but these; who sends others goes the common way.
_HEADERS = frozenset(
    {
        "HTTP_ACCEPT",
        "HTTP_ACCEPT_CHARSET",
        "HTTP_ACCEPT_ENCODING",
        "HTTP_AUTHORIZATION",
        "HTTP_CACHE_CONTROL",
        "HTTP_CONNECTION",
        "HTTP_HOST",
        "HTTP_PRAGMA",
        "HTTP_USER_AGENT",
    }
)
_PARAMETERS = frozenset({"query", "default-graph-uri", "named-graph-uri", "format"})
_FORM, _DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
_MOST_BYTES = 128 * 1024
# The wishes of who names none: English, its way to write days, Latin digits, no session.
_NO_WISHES = (LOCALES["en"][0], "latn", "")


class QuickQueries:
    """Answers plain queries; hands the rest on."""

    def __init__(
        self, app: Flask, state: State, hosts: frozenset[str], *, other_origins: bool
    ) -> None:
        """`hosts` are answered to; with `other_origins` answers differ by Origin."""
        self._app = app
        self._behind: Callable[[Environ, Start], Iterable[bytes]] = app.wsgi_app
        self._state = state
        self._hosts = hosts
        self._most = min(_MOST_BYTES, int(app.config["MAX_CONTENT_LENGTH"]))
        differs = ["Origin"] * other_origins + ["Accept-Encoding"]
        self._vary = {
            "POST": ", ".join(differs),
            "GET": ", ".join(("Accept", "Accept-Language", "Cookie", *differs)),
        }

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Answer a request."""
        asked = self._question(environ) if environ["PATH_INFO"] == _PATH else None
        if asked is None:
            return self._behind(environ, start_response)
        try:
            headers = self._headers(environ)
            stream = self._state.store.stream(asked)
            parts = iter(stream)
            first, whole = begun(parts)
        except KgError as error:
            return self._told(error, environ, start_response)
        headers["Content-Type"] = _content_type(stream.media_type)
        if not whole:
            start_response("200 OK", list(headers.items()))
            return _Rest(chain(first, parts), stream)
        body = b"".join(first)
        small = packed(body, environ.get("HTTP_ACCEPT_ENCODING", ""))
        if small is not None:
            body = small
            headers["Content-Encoding"] = "gzip"
            if "ETag" in headers:
                headers["ETag"] = f"W/{headers['ETag']}"
        headers["Content-Length"] = str(len(body))
        start_response("200 OK", list(headers.items()))
        return [body]

    def _question(self, environ: Environ) -> ReadRequest | None:
        """Return what is asked, if it is asked plainly."""
        accept = environ.get("HTTP_ACCEPT", "")
        if (
            environ.get("SERVER_PROTOCOL") != "HTTP/1.1"
            or environ.get("SCRIPT_NAME")  # below a prefix the endpoint has another address
            or any(name.startswith("HTTP_") and name not in _HEADERS for name in environ)
            or host_name(environ.get("HTTP_HOST", "")) not in self._hosts
            or HTML in accept
        ):
            return None
        try:
            values = self._values(environ)
            if values is None or not values.keys() <= _PARAMETERS:
                return None
            address = _address(environ["wsgi.url_scheme"], environ["HTTP_HOST"])
            return question(only_one(values, "query"), values, accept, address, hung_up(environ))
        except HTTPException:  # the common way says what is wrong
            return None

    def _values(self, environ: Environ) -> MultiDict[str, str] | None:
        """Return the parameters of a plain query; None for what is none. Raises BadRequest."""
        length = environ.get("CONTENT_LENGTH") or "0"
        address = environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] == "GET" and length == "0":
            return pairs(address.encode("latin-1"))
        kind = environ.get("CONTENT_TYPE")
        if environ["REQUEST_METHOD"] != "POST" or address or kind not in (_FORM, _DIRECT):
            return None
        if not length.isascii() or not length.isdigit() or int(length) > self._most:
            return None
        body = environ["wsgi.input"].read(int(length))
        environ["wsgi.input"] = io.BytesIO(body)  # for who answers if we do not
        if len(body) < int(length):
            return None  # broken off: half a query may be another one
        return pairs(body) if kind == _FORM else _direct(body)

    def _headers(self, environ: Environ) -> dict[str, str]:
        """Return what can be said before the answer is there."""
        headers = {**HEADERS, "Vary": self._vary[environ["REQUEST_METHOD"]]}
        if environ["REQUEST_METHOD"] == "POST":
            headers["Cache-Control"] = "no-store"
        else:
            headers["Cache-Control"] = "private, no-cache"
            accept = environ.get("HTTP_ACCEPT", "")
            headers["ETag"] = f'"{tag(self._state, accept, *_NO_WISHES)}"'
        return headers

    def _told(self, error: KgError, environ: Environ, start_response: Start) -> Iterable[bytes]:
        """Return an error in the app's words."""
        with self._app.request_context(environ):
            early = self._app.preprocess_request()
            told = early if early is not None else self._app.handle_user_exception(error)
            answer = self._app.process_response(self._app.make_response(told))
        return answer(environ, start_response)


class _Rest:
    """A long answer on its way; whoever sends it closes it."""

    def __init__(self, parts: Iterator[bytes], stream: Stream) -> None:
        self._parts = parts
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        return self._parts

    def close(self) -> None:
        """Let go of what answers."""
        self._stream.close()


def _direct(body: bytes) -> MultiDict[str, str]:
    try:
        return MultiDict({"query": body.decode("utf-8")})
    except UnicodeDecodeError as error:
        raise BadRequest from error


@lru_cache(maxsize=64)
def _address(scheme: str, host: str) -> str:
    """Return the endpoint's address as requests name it."""
    environ = {"wsgi.url_scheme": scheme, "HTTP_HOST": host, "PATH_INFO": _PATH}
    return get_current_url(environ, strip_querystring=True)


@lru_cache(maxsize=64)
def _content_type(media_type: str) -> str:
    return get_content_type(media_type, "utf-8")
