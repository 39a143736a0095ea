"""Answers that change only with the store carry its revision, so that asking again is cheap.

ETag = revision + interface language + what was asked for (format, session, program's files).
Source: RFC 9110, 8.8.3 and 13.1.2.
"""

import hashlib

from flask import Flask, Response, request, session

from .i18n import language
from .state import state

_ALWAYS_FRESH = ("/static/", "/sign-in/", "/sign-out", "/healthz")


def register(app: Flask) -> None:
    """Answer 304 to whoever holds the present revision; mark the others."""
    app.before_request(_unchanged)
    app.after_request(_mark)


def etag() -> str:
    """Return the entity tag of this request's answer as it would be now."""
    parts = (request.headers.get("Accept", ""), str(session.get("csrf", "")), state().assets.digest)
    asked = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
    return f"{state().store.revision}-{language()}-{asked}"


def _revisioned() -> bool:
    return request.method in ("GET", "HEAD") and not request.path.startswith(_ALWAYS_FRESH)


def _unchanged() -> Response | None:
    if _revisioned() and request.if_none_match.contains(etag()):
        return Response(status=304)
    return None


def _mark(answer: Response) -> Response:
    if not _revisioned() or answer.status_code not in (200, 304):
        return answer
    answer.set_etag(etag())
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.vary.update(("Accept", "Accept-Language", "Cookie"))
    return answer
