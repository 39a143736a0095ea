"""The commands' way to a store that this server holds: `POST /hands/<call>`, JSON both ways.

Only who can read `serving.json` in the store's folder has the token; visitors and their token have
no part in this. What is sent is trusted as a command is: it goes through the store's own checks.
"""

import hmac
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pyoxigraph as ox
from flask import Blueprint, Response, current_app, jsonify, request
from werkzeug.exceptions import BadRequest, NotFound, Unauthorized

from kg.mapping.from_rdf import quads_to_extraction
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs
from kg.store.serialise import nquads

from .catalogue import mark
from .state import state

bp = Blueprint("writing", __name__)
_TOKEN = "TOKEN_OF_COMMANDS"  # noqa: S105 - the name of a setting, not a token
_WRONG_TOKEN = mark("This token does not open writing here.")
Given = dict[str, Any]


def open_to_commands(app: Any, token: str) -> None:
    """Let commands that hold the token read and write through this app."""
    app.config[_TOKEN] = token


@bp.post("/hands/<call>")
def hand(call: str) -> Response:
    """Do one thing for a command."""
    token = current_app.config.get(_TOKEN)
    store = state().store
    if token is None or call not in _CALLS or not isinstance(store, EmbeddedStore):
        raise NotFound
    scheme, _, offered = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(
        offered.strip().encode(errors="replace"), str(token).encode()
    ):
        raise Unauthorized(_WRONG_TOKEN)
    given = request.get_json()
    if not isinstance(given, dict):
        raise BadRequest("Send a JSON object.")
    try:
        found = _CALLS[call](store, given)
    except (KeyError, TypeError) as error:
        raise BadRequest(f"This call lacks {error}.") from error
    return found if isinstance(found, Response) else jsonify(found)


def _hello(store: EmbeddedStore, _: Given) -> Any:
    return {"base": store.base, "revision": store.revision}


def _put(store: EmbeddedStore, given: Given) -> Any:
    more = bool(given.get("more"))
    return asdict(store.put_article(_extraction(store, given), at=_moment(given), more=more))


def _published(store: EmbeddedStore, given: Given) -> Any:
    store.set_published(_extraction(store, given), at=_moment(given))
    return {}


def _withdraw(store: EmbeddedStore, given: Given) -> Any:
    return {"claims": store.withdraw(given["article"], at=_moment(given))}


def _purge(store: EmbeddedStore, given: Given) -> Any:
    return {"claims": store.purge(given["article"], at=_moment(given))}


def _decide(store: EmbeddedStore, given: Given) -> Any:
    made = store.decide(
        given["kind"], given["subject"], given["target"], by=given["by"], at=_moment(given)
    )
    return {"decision": made.iri}


def _repair(store: EmbeddedStore, _: Given) -> Any:
    store.repair()
    return {}


def _backup(store: EmbeddedStore, given: Given) -> Any:
    store.backup(Path(given["target"]))
    return {}


def _select(store: EmbeddedStore, given: Given) -> Any:
    answer = store.select(given["query"], default_graph=given["default_graph"])
    rows = [[None if term is None else str(term) for term in row] for row in answer.rows]
    return {"columns": answer.columns, "rows": rows}


def _query(store: EmbeddedStore, given: Given) -> Response:
    media_type, body = store.query(given["query"], given["media_type"])
    return Response(body, mimetype=media_type)


def _count(store: EmbeddedStore, _: Given) -> Any:
    return list(store.count())


def _graphs(store: EmbeddedStore, _: Given) -> Any:
    return [graph.value for graph in store.named_graphs()]


def _quads(store: EmbeddedStore, given: Given) -> Response:
    merged = Graphs(store.base).merged
    found: set[ox.Quad] = set()
    for pattern in given["patterns"]:
        subject, predicate, value, graph = (_term(text) for text in pattern)
        quads = store.quads(subject, predicate, value, graph)
        found |= {q for q in quads if graph is not None or q.graph_name != merged}
    return Response(b"".join(nquads(found)), mimetype="application/n-quads")


def _term(text: str | None) -> Any:
    if text is None:
        return None
    try:
        return next(iter(ox.parse(f"<x:s> <x:p> {text} .", ox.RdfFormat.N_TRIPLES))).object
    except SyntaxError as error:
        raise BadRequest(f"{text[:80]!r} is no term.") from error


def _extraction(store: EmbeddedStore, given: Given) -> Extraction:
    try:
        quads = list(ox.parse(given["quads"], ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise BadRequest(f"The article's quads cannot be read: {error.msg}.") from error
    return quads_to_extraction(
        quads, given["article"], iris=Iris(store.base), reviews=given["reviews"]
    )


def _moment(given: Given) -> datetime:
    try:
        at = datetime.fromisoformat(given["at"])
    except ValueError as error:
        raise BadRequest("`at` is no moment.") from error
    if at.tzinfo is None:
        raise BadRequest("`at` needs its time zone.")
    return at


_CALLS = cast(
    dict[str, Callable[[EmbeddedStore, Given], Any]],
    {
        "backup": _backup,
        "count": _count,
        "decide": _decide,
        "graphs": _graphs,
        "hello": _hello,
        "published": _published,
        "purge": _purge,
        "put": _put,
        "quads": _quads,
        "query": _query,
        "repair": _repair,
        "select": _select,
        "withdraw": _withdraw,
    },
)
