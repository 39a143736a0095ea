"""The SPARQL endpoint: the protocol's query operation for programs, a page for people.

Source: SPARQL 1.1 Protocol (W3C), 2.1 query by GET, by form POST and by direct POST; 2.1.6 errors.
Updates are refused: managed graphs change only through add, remove, merge and review.
"""

from collections.abc import Iterable

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, NotAcceptable, UnsupportedMediaType

from kg.errors import QueryRefused

from .catalogue import mark
from .negotiate import CSV, HTML, JSON, JSONLD, TURTLE, choose
from .sparql_page import page
from .state import state

bp = Blueprint("sparql", __name__)
_RESULTS_JSON = "application/sparql-results+json"
_RESULTS_XML = "application/sparql-results+xml"
_TSV = "text/tab-separated-values"
_RDF_XML = "application/rdf+xml"
_NTRIPLES = "application/n-triples"
_ROWS = (_RESULTS_JSON, _RESULTS_XML, CSV, _TSV)
_GRAPHS = (TURTLE, _NTRIPLES, JSONLD, _RDF_XML)
# Types that clients ask for and that are answered with their precise name.
_ROW_ALIASES = {JSON: _RESULTS_JSON, "application/xml": _RESULTS_XML}
_GRAPH_ALIASES = {JSON: JSONLD, "application/xml": _RDF_XML}
FORMATS = {
    "json": _RESULTS_JSON,
    "xml": _RESULTS_XML,
    "csv": CSV,
    "tsv": _TSV,
    "turtle": TURTLE,
    "ntriples": _NTRIPLES,
    "jsonld": JSONLD,
    "rdfxml": _RDF_XML,
}
_NO_UPDATE = mark("Updates over HTTP are refused: claims change through add, remove and merge.")
_NO_DATASET = mark(
    "default-graph-uri and named-graph-uri are refused: the default graph is the merged one, and "
    "every other graph can be reached by GRAPH."
)


@bp.get("/sparql")
def by_get() -> Response:
    """Answer the query in the address; for a browser, or without a query, show the page."""
    _refuse(request.args)
    query = request.args.get("query")
    if query is None or _page_wanted():
        return page(query, request.args.get("name"))
    return _answer(query)


@bp.post("/sparql")
def by_post() -> Response:
    """Answer a query sent as a form field or as application/sparql-query."""
    kind = request.mimetype
    if kind == "application/sparql-update":
        raise QueryRefused(_NO_UPDATE)
    _refuse({*request.args, *request.form})
    if kind == "application/sparql-query":
        return _answer(_decoded(request.get_data()))
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise UnsupportedMediaType(
            "Send the query as the form field `query`, or as application/sparql-query."
        )
    query = request.form.get("query")
    if query is None:
        raise BadRequest("The form has no field `query`.")
    return page(query, None) if _page_wanted() else _answer(query)


def _answer(query: str) -> Response:
    store = state().store
    graph = store.query_form(query) == "graph"
    wanted = _media_type(graph=graph)
    with state().turns.take():
        media_type, body = store.query(query, wanted)
    return Response(body, mimetype=media_type)


def _media_type(*, graph: bool) -> str:
    offered, aliases = (_GRAPHS, _GRAPH_ALIASES) if graph else (_ROWS, _ROW_ALIASES)
    name = request.values.get("format")
    if name is None:
        chosen = choose((*offered, *aliases))
        return aliases.get(chosen, chosen)
    if FORMATS.get(name) not in offered:
        fitting = ", ".join(key for key, value in FORMATS.items() if value in offered)
        raise NotAcceptable(f"format={name} does not fit this query; these do: {fitting}.")
    return FORMATS[name]


def _page_wanted() -> bool:
    """True for a browser that opens or sends a query without naming a format."""
    if "format" in request.values or not request.accept_mimetypes:
        return False
    return choose((*_ROWS, *_GRAPHS, *_ROW_ALIASES, HTML)) == HTML


def _refuse(keys: Iterable[str]) -> None:
    given = set(keys)
    if "update" in given:
        raise QueryRefused(_NO_UPDATE)
    if given & {"default-graph-uri", "named-graph-uri"}:
        raise QueryRefused(_NO_DATASET)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(f"The query is not UTF-8 at byte {error.start}.") from error
