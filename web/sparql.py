"""The SPARQL endpoint: the protocol's query and update operations for programs, a page for people.

Queries run in reader processes under the store's limits; updates write free graphs and need a
writer's credentials. Without a query the endpoint describes itself.
Source: SPARQL 1.1 Protocol (W3C), 2.1 query, 2.2 update, 2.1.4 and 2.2.3 datasets, 2.1.6 errors;
SPARQL 1.1 Service Description, 2.
"""

from collections.abc import Callable

from flask import Blueprint, Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, NotAcceptable, UnsupportedMediaType

from kg.store.readers.request import ReadRequest
from kg.store.updates import UpdateRequest

from .gate import require_writer
from .negotiate import CSV, HTML, JSONLD, TURTLE, accepted
from .protocol import (
    GRAPH_ALIASES,
    GRAPHS,
    NTRIPLES,
    RDF_XML,
    RESULTS_JSON,
    RESULTS_XML,
    ROW_ALIASES,
    ROWS,
    TSV,
    address,
    best,
    form,
    hung_up,
    only_one,
    several,
    streamed,
    text_body,
)
from .service_description import description
from .sparql_page import page
from .state import state

bp = Blueprint("sparql", __name__)
_FORM = ("application/x-www-form-urlencoded", "multipart/form-data")
_ROW_NAMES = {"json": RESULTS_JSON, "xml": RESULTS_XML, "csv": CSV, "tsv": TSV}
_GRAPH_NAMES = {"turtle": TURTLE, "ntriples": NTRIPLES, "jsonld": JSONLD, "rdfxml": RDF_XML}
# SPARQLWrapper names what it wants with every query, `xml` unless told, in words of its own.
_OTHER_GRAPH_NAMES = {
    "json": JSONLD,
    "json-ld": JSONLD,
    "n3": TURTLE,
    "rdf": RDF_XML,
    "rdf+xml": RDF_XML,
    "xml": RDF_XML,
}


@bp.get("/sparql")
def by_get() -> Response:
    """Answer the query in the address; for a browser, or without a query, show or describe."""
    if "update" in request.args:
        raise BadRequest("An update is sent by POST.")
    if "query" not in request.args:
        wanted = accepted((HTML, *GRAPHS))
        if wanted in GRAPHS:
            return Response(description(wanted, request.base_url), mimetype=wanted)
        return page(None, request.args.get("name"), request.args.get("as"))
    values = address()
    query = only_one(values, "query")
    if _page_wanted(values):
        return page(query, None, values.get("as"))
    return _answer(query, values)


@bp.post("/sparql")
def by_post() -> Response:
    """Answer a query, or run an update, sent as a form or directly."""
    kind = request.mimetype
    if kind == "application/sparql-query":
        return _answer(text_body(), address())
    if kind == "application/sparql-update":
        return _update(text_body, address())
    if kind not in _FORM:
        raise UnsupportedMediaType(
            "Send a form with the field `query` or `update`, or the text itself as "
            "application/sparql-query or application/sparql-update."
        )
    values = form()
    if "update" in values:
        if "query" in values:
            raise BadRequest("Send `query` or `update`, not both.")
        return _update(lambda: only_one(values, "update"), values)
    query = only_one(values, "query")
    if _page_wanted(values):
        return page(query, None, values.get("as"))
    return _answer(query, values)


def _answer(query: str, values: MultiDict[str, str]) -> Response:
    accept = request.headers.get("Accept", "")
    gone = hung_up(request.environ)
    asked = question(query, values, accept, request.base_url, gone)
    return streamed(state().store.stream(asked))


def question(
    query: str,
    values: MultiDict[str, str],
    accept: str,
    base_url: str,
    gone: Callable[[], bool] | None,
) -> ReadRequest:
    """Return what the store is asked; `base_url` is the endpoint's. Raises NotAcceptable."""
    rows, graph = _media_types(values.get("format"), accept)
    return ReadRequest(
        query=query,
        media_type=rows,
        graph_type=graph,
        base_iri=base_url,
        gone=gone,
        default_graphs=several(values, "default-graph-uri"),
        named_graphs=several(values, "named-graph-uri"),
    )


def _update(text: Callable[[], str], values: MultiDict[str, str]) -> Response:
    require_writer(state().gate)
    state().store.update(
        UpdateRequest(
            text=text(),
            base_iri=request.base_url,
            using_graphs=several(values, "using-graph-uri"),
            using_named_graphs=several(values, "using-named-graph-uri"),
        )
    )
    return Response(status=204)


def _media_types(name: str | None, accept: str) -> tuple[str, str]:
    """Return the formats of rows and of a graph, "" for none. Raises NotAcceptable for neither."""
    if name is None:
        rows, graph = best(ROWS, ROW_ALIASES, accept), best(GRAPHS, GRAPH_ALIASES, accept)
        if not rows and not graph:
            raise NotAcceptable(f"This address answers with {', '.join((*ROWS, *GRAPHS))}.")
        return rows, graph
    rows, graph = _ROW_NAMES.get(name, ""), (_GRAPH_NAMES | _OTHER_GRAPH_NAMES).get(name, "")
    if not rows and not graph:
        known = ", ".join((*_ROW_NAMES, *_GRAPH_NAMES))
        raise NotAcceptable(f"format={name} is not known; these are: {known}.")
    return rows, graph


def _page_wanted(values: MultiDict[str, str]) -> bool:
    """True for a browser that opens or sends a query without naming a format."""
    if "format" in values or "text/html" not in request.headers.get("Accept", ""):
        return False
    return accepted((*ROWS, *GRAPHS, *ROW_ALIASES, HTML)) == HTML
