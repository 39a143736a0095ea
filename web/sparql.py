"""The SPARQL endpoint: a page for people, the protocol's query operation for programs.

Source: SPARQL 1.1 Protocol (W3C), 2.1 query by GET, by form POST and by direct POST; 2.1.6 errors.
Updates are refused: managed graphs change only through add, remove, merge and review.
"""

from collections.abc import Iterable

from flask import Blueprint, Response, render_template, request
from kg.errors import QueryError, QueryRefused
from kg.query.run import named_queries
from werkzeug.exceptions import BadRequest, NotAcceptable, UnsupportedMediaType

from .negotiate import CSV, HTML, choose
from .state import state

bp = Blueprint("sparql", __name__)
RESULTS_JSON = "application/sparql-results+json"
ROWS = (RESULTS_JSON, "application/sparql-results+xml", CSV, "text/tab-separated-values")
GRAPHS = ("text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml")
_ALIASES = {"application/json": RESULTS_JSON, "application/xml": "application/sparql-results+xml"}
_FORMATS = {
    "json": RESULTS_JSON,
    "xml": "application/sparql-results+xml",
    "csv": CSV,
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
}


@bp.get("/sparql")
def by_get() -> Response:
    """Answer the query in the address; without one, show the page."""
    _no_update(request.args)
    query = request.args.get("query")
    if query is None or _page_wanted():
        return _page(query or "")
    return _answer(query)


@bp.post("/sparql")
def by_post() -> Response:
    """Answer a query sent as a form or as application/sparql-query."""
    kind = request.mimetype
    _no_update({*request.args, *request.form})
    if kind == "application/sparql-query":
        return _answer(_decoded(request.get_data()))
    if kind == "application/sparql-update":
        _no_update(("update",))
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise UnsupportedMediaType(
            "Send the query as a form field `query` or as application/sparql-query."
        )
    query = request.form.get("query")
    if query is None:
        raise BadRequest("The form has no field `query`.")
    return _answer(query)


def _answer(query: str) -> Response:
    if "default-graph-uri" in request.values or "named-graph-uri" in request.values:
        raise QueryError(
            "default-graph-uri and named-graph-uri are not answered yet: the default graph is the "
            "merged one, and every graph can be reached by GRAPH."
        )
    store = state().store
    offered = GRAPHS if store.query_form(query) == "graph" else ROWS
    media_type, body = store.query(query, _media_type(offered))
    return Response(body, mimetype=media_type)


def _media_type(offered: tuple[str, ...]) -> str:
    name = request.values.get("format")
    if name is not None:
        wanted = _FORMATS.get(name)
        if wanted not in offered:
            fitting = ", ".join(k for k, v in _FORMATS.items() if v in offered)
            raise NotAcceptable(f"format={name} does not fit this query; these do: {fitting}.")
        return str(wanted)
    extra = tuple(alias for alias, real in _ALIASES.items() if real in offered)
    chosen = choose((*offered, *extra))
    return _ALIASES.get(chosen, chosen)


def _page_wanted() -> bool:
    """True for a browser that opens a query's address without naming a format."""
    if "format" in request.args:
        return False
    offered = [*ROWS, *GRAPHS, *_ALIASES, HTML]
    accepts = request.accept_mimetypes
    return bool(accepts) and accepts.best_match(offered) == HTML


def _page(query: str) -> Response:
    answer, error = None, None
    form = ""
    if query:
        try:
            form = state().store.query_form(query)
            answer = state().store.select(query) if form == "select" else None
            if form != "select":
                kind = "text/turtle" if form == "graph" else RESULTS_JSON
                form = state().store.query(query, kind)[1].decode("utf-8")
        except QueryError as failure:
            error = failure
    page = render_template(
        "sparql.html",
        here="sparql",
        query=query,
        answer=answer,
        text=None if answer or error else form,
        error=error,
        named=named_queries(),
    )
    return Response(page, status=error.http_status if error else 200)


def _no_update(keys: Iterable[str]) -> None:
    if "update" in keys:
        raise QueryRefused(
            "Updates over HTTP are not answered: claims change through add, remove and merge."
        )


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(f"The query is not UTF-8 at byte {error.start}.") from error
