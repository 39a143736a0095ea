"""Answers in gzip, where that is safe and worth it.

Compressed are text answers that are whole before they are sent, of a kilobyte or more, for whoever
accepts gzip. Not compressed are:
* answers that go out while they are made: one that breaks in the middle must break the connection;
* pages of signed-in browsers: they hold the session's CSRF token beside words that an address may
  bring in, and the length of such a page, compressed, tells the token letter by letter (BREACH).
Static files are compressed once, as far as they go, and kept.
A compressed answer's ETag is weak: the bytes are others, the content is the same.
Source: RFC 9110, 8.4, 8.8.1 and 12.5.3; Gluck, Harris, Prado, "BREACH" (2013).
"""

import gzip
from functools import lru_cache

from flask import Flask, Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from .gate import csrf_token

_LEAST_BYTES = 1024
_LEVEL = 5  # of 9: a tenth larger than the best, in a third of the time
_BEST = 9
_TEXT = (
    "application/atom+xml",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/n-quads",
    "application/n-triples",
    "application/rdf+xml",
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "application/trig",
    "image/svg+xml",
)


def register(app: Flask) -> None:
    """Compress answers; what is registered first is run last, when all headers stand."""
    app.after_request(_compress)


def _compress(answer: Response) -> Response:
    if not _is_text(answer.mimetype):
        return answer
    answer.vary.add("Accept-Encoding")
    if not _may_be(answer):
        return answer
    answer.direct_passthrough = False
    body = answer.get_data()
    if len(body) < _LEAST_BYTES:
        return answer
    answer.set_data(_once(body) if _is_static() else gzip.compress(body, _LEVEL, mtime=0))
    answer.headers["Content-Encoding"] = "gzip"
    tag, _ = answer.get_etag()
    if tag is not None:
        answer.set_etag(tag, weak=True)
    return answer


def _may_be(answer: Response) -> bool:
    whole = answer.is_sequence or _is_static()
    return (
        whole
        and request.method != "HEAD"
        and answer.status_code not in (204, 206, 304)
        and "Content-Encoding" not in answer.headers
        and request.accept_encodings.quality("gzip") > 0
        and not (answer.mimetype == "text/html" and csrf_token())
    )


def packed(body: bytes, accept_encoding: str) -> bytes | None:
    """Return a whole text answer in gzip; None where that is not worth it or not accepted."""
    if len(body) < _LEAST_BYTES or not _takes_gzip(accept_encoding):
        return None
    return gzip.compress(body, _LEVEL, mtime=0)


@lru_cache(maxsize=64)
def _takes_gzip(accept_encoding: str) -> bool:
    return parse_accept_header(accept_encoding, Accept).quality("gzip") > 0


def _is_static() -> bool:
    return request.blueprint == "assets"


# All that is there is a few megabytes.
@lru_cache(maxsize=64)
def _once(body: bytes) -> bytes:
    return gzip.compress(body, _BEST, mtime=0)


def _is_text(mimetype: str | None) -> bool:
    return mimetype is not None and (mimetype.startswith("text/") or mimetype in _TEXT)
