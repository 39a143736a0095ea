"""Errors as answers: one JSON shape for programs, a page that says what to do for people.

{"error": {"code": "query-syntax", "message": "…", "details": {"line": 1, "column": 9}}}
Source: RFC 9110, 15.5; RFC 6750, 3 (WWW-Authenticate).
"""

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from kg.errors import KgError
from kg.model.said import Said

from .catalogue import mark
from .i18n import gettext
from .retelling import retold

_CODES = {
    400: "bad-request",
    401: "sign-in-needed",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    409: "conflict",
    410: "gone",
    413: "too-large",
    415: "unsupported-media-type",
    500: "internal-error",
}
_ADVICE = {
    400: mark("Check what was sent and try again."),
    401: mark("Open the sign-in address that the server printed when it started."),
    403: mark("Reading is open; writing needs the right key."),
    404: mark("The address may be mistyped, or the article may have been withdrawn or erased."),
    405: mark("Go back and use the page's own links and forms."),
}
_MESSAGES = {
    404: mark("There is no such page."),
    405: mark("This address does not answer to that method."),
    413: mark("That is more than this server takes in one request."),
    500: mark("Something broke inside Claimline; the server's log says where."),
}
_KEPT_HEADERS = ("Allow", "WWW-Authenticate", "Retry-After")
_FOR_PROGRAMS = ("/api/", "/export", "/healthz", "/readyz", "/hands/")
_PROTOCOL = ("/sparql", "/graphs")
_DATA_ENDINGS = (".ttl", ".jsonld", ".json", ".atom")


def register(app: Flask) -> None:
    """Turn every error of the app into an answer."""
    app.register_error_handler(KgError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _bug)


def wants_json() -> bool:
    """True when a program asks: an interface address, or an Accept header that puts HTML last."""
    if request.path.startswith(_FOR_PROGRAMS) or request.path.endswith(_DATA_ENDINGS):
        return True
    accepted = request.accept_mimetypes
    if request.path.startswith(_PROTOCOL):  # a browser says that it wants a page
        return not any(kind == "text/html" and weight > 0 for kind, weight in accepted)
    if not accepted:
        return False
    page, data = accepted.quality("text/html"), accepted.quality("application/json")
    return page <= 0 or page < data


def error_answer(
    status: int, code: str, message: str, details: dict[str, object] | None = None
) -> Response:
    """Return the error in the shape that whoever asked can read."""
    if wants_json():
        body = {"error": {"code": code, "message": message, "details": details or {}}}
        answer = jsonify(body)
    else:
        translated = retold(message).text if isinstance(message, Said) else gettext(message)
        page = render_template(
            "error.html",
            status=status,
            message=translated,
            foreign=translated == message,
            advice=gettext(_ADVICE[status]) if status in _ADVICE else "",
        )
        answer = make_response(page)
    answer.status_code = status
    answer.headers["Cache-Control"] = "no-store"
    answer.vary.add("Accept")
    return answer


def _known(error: KgError) -> Response:
    said = error.args[0] if error.args and isinstance(error.args[0], Said) else str(error)
    answer = error_answer(error.http_status, error.code, said, error.details)
    if error.http_status == 503:
        answer.headers["Retry-After"] = "5"
    return answer


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return make_response(error.get_response())
    own_words = error.description != type(error).description
    message = error.description if own_words else _MESSAGES.get(status, error.description)
    answer = error_answer(status, _CODES.get(status, "error"), message or error.name)
    for name, value in error.get_headers():
        if name in _KEPT_HEADERS:
            answer.headers[name] = value
    if status == 401:
        answer.headers["WWW-Authenticate"] = 'Bearer realm="claimline"'
    return answer


def _bug(error: Exception) -> Response:
    """A bug of ours: the traceback goes to the log, a general sentence to the reader."""
    # The route, not the address: a sign-in address must not stand in a log.
    current_app.logger.error("bug while answering %s", request.endpoint, exc_info=error)
    return error_answer(500, _CODES[500], _MESSAGES[500])
