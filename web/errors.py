"""Errors as answers: one JSON shape for programs, a page that says what to do for people.

{"error": {"code": "query-syntax", "message": "…", "details": {"line": 1, "column": 9}}}
"""

from flask import Flask, Response, jsonify, make_response, render_template, request
from kg.errors import KgError
from werkzeug.exceptions import HTTPException

from .i18n import gettext

_CODES = {
    400: "bad-request",
    401: "sign-in-needed",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    413: "too-large",
    415: "unsupported-media-type",
    500: "internal-error",
}
_ADVICE = {
    400: "Check what was sent and try again.",
    401: "Open the sign-in address that the server printed when it started.",
    403: "Reading is open; writing needs the right key.",
    404: "The address may be mistyped, or the article may have been erased.",
}


def register(app: Flask) -> None:
    """Turn every error of the app into an answer."""
    app.register_error_handler(KgError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _bug)


def wants_json() -> bool:
    """True when a program asks: an interface address, or an Accept header that leaves HTML out."""
    if request.path.startswith(("/api/", "/export", "/healthz")):
        return True
    if request.path == "/sparql" and "query" in request.values:
        return True
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) != "text/html"


def error_answer(
    status: int, code: str, message: str, details: dict[str, object] | None = None
) -> Response:
    """Return the error in the shape that whoever asked can read."""
    if wants_json():
        body = {"error": {"code": code, "message": message, "details": details or {}}}
        answer = jsonify(body)
    else:
        advice = gettext(_ADVICE[status]) if status in _ADVICE else ""
        page = render_template(
            "error.html", here="", status=status, message=gettext(message), advice=advice
        )
        answer = make_response(page)
    answer.status_code = status
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _known(error: KgError) -> Response:
    return error_answer(error.http_status, error.code, str(error), error.details)


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    code = _CODES.get(status, "error")
    answer = error_answer(status, code, error.description or error.name)
    for name, value in error.get_headers():
        if name in ("Allow", "WWW-Authenticate", "Retry-After"):
            answer.headers[name] = value
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _bug(error: Exception) -> Response:
    """A bug of ours: the traceback goes to the log, a general sentence to the reader."""
    from flask import current_app

    current_app.logger.exception("bug while answering %s", request.path, exc_info=error)
    return error_answer(500, _CODES[500], "Something broke inside Claimline; the log says where.")
