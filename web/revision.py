"""Answers that change only with the store carry its revision, so that asking again is cheap.

ETag = the store's revision when the request came + interface language + a digest of what else the
answer depends on: Accept, the digits, the session, and this start of the server (another store, or
another version of the program, may have the same revision).
Source: RFC 9110, 8.8.3 and 13.1.2.
"""

import hashlib

from flask import Flask, Response, g, request

from .gate import csrf_token
from .i18n import digits, locale
from .state import State, state

_OUTSIDE = ("/static/", "/add", "/sign-in/", "/healthz", "/readyz")


def register(app: Flask) -> None:
    """Answer 304 to whoever holds the present revision; mark the others."""
    app.before_request(_unchanged)
    app.after_request(_mark)


def etag() -> str:
    """Return the entity tag of this request's answer.

    It is fixed when the request comes: an answer may be newer than its tag says, never older.
    """
    if "etag" not in g:
        accept = request.headers.get("Accept", "")
        g.etag = tag(state(), accept, locale(), digits(), csrf_token())
    return str(g.etag)


def tag(state: State, accept: str, locale: str, digits: str, session: str) -> str:
    """Return the entity tag of an answer to whoever has these wishes, now."""
    asked = "\x1f".join((accept, digits, session, state.start)).encode()
    return f"{state.store.revision}-{locale}-{hashlib.sha256(asked).hexdigest()[:12]}"


def _revisioned() -> bool:
    return request.method in ("GET", "HEAD") and not request.path.startswith(_OUTSIDE)


def _unchanged() -> Response | None:
    if not _revisioned() or request.routing_exception is not None:
        return None
    asked = request.if_none_match
    held = not asked.star_tag and asked.contains_weak(etag())
    return Response(status=304) if held else None


def _mark(answer: Response) -> Response:
    if not _revisioned() or answer.status_code not in (200, 304):
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer
    answer.set_etag(etag())
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.vary.update(("Accept", "Accept-Language", "Cookie"))
    return answer
