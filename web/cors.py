"""Pages of other sites that may ask: only the origins that the operator named.

They get what anybody gets who reads, and write with the token, never with a browser's session: no
cookies are asked for. Everybody else's pages get no header, so their scripts cannot read a thing.
Source: Fetch Standard, 3.2 (CORS protocol).
"""

from collections.abc import Iterable

from flask import Flask, Response, current_app, request

_PATHS = ("/sparql", "/graphs", "/api/", "/export")
_METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS"
_HEADERS = "Accept, Authorization, Content-Type, If-None-Match"
_EXPOSED = "ETag, Link, Location, Retry-After"


def register(app: Flask, origins: Iterable[str]) -> None:
    """Answer preflights of these origins, and let their pages read the answers."""
    known = frozenset(origin.rstrip("/") for origin in origins)
    app.extensions["claimline-cors"] = known
    if not known:
        return
    app.before_request(_preflight)
    app.after_request(_allow)


def is_allowed_origin(app: Flask) -> bool:
    """True when this request comes from a page of a named origin, to an address that is for it."""
    known: frozenset[str] = app.extensions.get("claimline-cors", frozenset())
    return request.headers.get("Origin") in known and request.path.startswith(_PATHS)


def _preflight() -> Response | None:
    asked = "Access-Control-Request-Method" in request.headers
    if request.method != "OPTIONS" or not asked or not is_allowed_origin(current_app):
        return None
    answer = Response(status=204)
    answer.headers["Access-Control-Allow-Methods"] = _METHODS
    answer.headers["Access-Control-Allow-Headers"] = _HEADERS
    answer.headers["Access-Control-Max-Age"] = "600"
    return answer


def _allow(answer: Response) -> Response:
    if request.path.startswith(_PATHS):
        answer.vary.add("Origin")
    if is_allowed_origin(current_app):
        answer.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
        answer.headers["Access-Control-Expose-Headers"] = _EXPOSED
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
