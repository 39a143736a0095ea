"""Is the program alive, and can it answer? For what watches over it.

/healthz says that the program runs; /readyz that the store answers and the index follows it, else
503: a balancer sends nobody here until it is 200.
"""

import http
import time

from flask import Blueprint, Response, jsonify

from kg.errors import KgError

from .state import state

bp = Blueprint("health", __name__)
_ASK = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"


@bp.get("/healthz")
def alive() -> Response:
    """Say that the program runs, and the store's revision, null while the store is away."""
    try:
        revision = state().store.revision
    except KgError:
        revision = None
    return jsonify({"status": "ok", "revision": revision})


@bp.get("/readyz")
def ready() -> Response:
    """Ask the store and the index something small."""
    start = time.monotonic()
    parts = {"store": _store(), "index": _index()}
    well = all(part == "ok" for part in parts.values())
    took = round((time.monotonic() - start) * 1000, 1)
    answer = jsonify({"status": "ready" if well else "not ready", **parts, "ms": took})
    if not well:
        answer.status_code = http.HTTPStatus.SERVICE_UNAVAILABLE
        answer.headers["Retry-After"] = "5"
    return answer


def _store() -> str:
    try:
        return "ok" if state().store.select(_ASK).rows else "empty"
    except KgError as error:
        return str(error)


def _index() -> str:
    try:
        state().indexed.catch_up()
    except KgError as error:
        return str(error)
    return "ok"
