"""Plain SPARQL queries are answered early, and just as the app behind would answer them."""

import io
from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from kg.store.embedded import EmbeddedStore
from web import create_app
from web.quick import QuickQueries

JSON, XML, CSV = "application/sparql-results+json", "application/sparql-results+xml", "text/csv"
SMALL = "SELECT ?s { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 1"
LARGE = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 100"
LONG = "SELECT ?n { VALUES ?n { " + "1234567 " * 2_000 + "} VALUES ?m { 1 2 3 } }"  # over 256 kB
GRAPH = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
RELATIVE = "SELECT (IRI('x') AS ?iri) {}"
QUERIES = (SMALL, LARGE, LONG, GRAPH, RELATIVE, "ASK {}")
WRONG = (
    "SELECT",
    "",
    "DELETE WHERE { ?s ?p ?o }",
    "SELECT * { SERVICE <http://127.0.0.1:9/> {} }",
    "SELECT * {" + "{" * 200 + "}" * 200 + "}",
    "SELECT * FROM <urn:other> {}",
)
Told = tuple[str, list[tuple[str, str]], bytes]


@pytest.fixture(scope="module", params=[(), ("https://editor.example",)], ids=["own", "cors"])
def app(request: pytest.FixtureRequest) -> Flask:
    return create_app(EmbeddedStore.in_memory(), token="t", origins=request.param)


def quick(app: Flask) -> QuickQueries:
    found = app.wsgi_app
    assert isinstance(found, QuickQueries)
    return found


def ask(wsgi: Any, environ: dict[str, Any]) -> Told:
    parts, status, headers = run_wsgi_app(wsgi, environ, buffered=True)
    return status, sorted(headers), b"".join(parts)


def environ(method: str = "POST", protocol: str = "HTTP/1.1", **given: Any) -> dict[str, Any]:
    given.setdefault("path", "/sparql")
    made = EnvironBuilder(method=method, base_url="http://localhost:8000", **given).get_environ()
    return {**made, "SERVER_PROTOCOL": protocol}


def alike(app: Flask, **given: Any) -> Told:
    """Ask both ways; return what both said."""
    early = ask(quick(app), environ(**given))
    assert early == ask(quick(app)._behind, environ(**given))
    return early


def taken(app: Flask, **given: Any) -> bool:
    return quick(app)._question(environ(**given)) is not None


def ways(query: str) -> Iterable[dict[str, Any]]:
    yield {"method": "GET", "query_string": {"query": query}}
    yield {"method": "POST", "data": {"query": query}}
    yield {"method": "POST", "data": query.encode(), "content_type": "application/sparql-query"}


ACCEPTS = ("", "*/*", JSON, XML, CSV, "text/turtle", "text/turtle;q=0.3, text/csv;q=0.9")


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("accept", ACCEPTS)
def test_an_answer_is_the_same_both_ways(app: Flask, query: str, accept: str) -> None:
    for way, coding in product(ways(query), ("", "identity", "gzip, deflate", "gzip;q=0")):
        asked = {**way, "headers": {"Accept": accept, "Accept-Encoding": coding}}
        assert taken(app, **asked)
        alike(app, **asked)


@pytest.mark.parametrize("query", WRONG)
def test_an_error_is_the_same_both_ways(app: Flask, query: str) -> None:
    for way in ways(query):
        status, _, body = alike(app, **way, headers={"Accept": JSON})
        assert status[:4] in ("400 ", "403 ")
        assert b'"error"' in body


def test_a_graph_asked_as_rows_is_refused_both_ways(app: Flask) -> None:
    for accept in (CSV, "image/png", "application/n-triples"):
        for way in (*ways(SMALL), *ways(GRAPH)):
            alike(app, **way, headers={"Accept": accept})


def test_graphs_and_formats_of_the_address_count(app: Flask) -> None:
    merged = f"{app.extensions['claimline'].store.base}graph/merged"
    for more in (
        {"default-graph-uri": merged},
        {"named-graph-uri": [merged, "urn:x"]},
        {"default-graph-uri": "no IRI"},
        {"format": "csv"},
        {"format": "turtle"},
        {"format": "gif"},
    ):
        for query in (SMALL, GRAPH, f"SELECT * {{ GRAPH <{merged}> {{ ?s ?p ?o }} }} LIMIT 1"):
            alike(app, method="GET", query_string={"query": query, **more})
            alike(app, method="POST", data={"query": query, **more})


@pytest.mark.parametrize(
    "asked",
    [
        {"headers": {"Cookie": "ui=ar"}},
        {"headers": {"Accept": "text/html,*/*;q=0.8"}},
        {"headers": {"Accept-Language": "ar"}},
        {"headers": {"If-None-Match": "*"}},
        {"headers": {"Origin": "https://editor.example"}},
        {"headers": {"Origin": "https://other.example"}},
        {"headers": {"Sec-Fetch-Site": "cross-site"}},
        {"headers": {"Host": "evil.example"}},
        {"headers": {"X-Something": "new"}},
        {"protocol": "HTTP/1.0"},
        {"path": "/sparql/"},
        {"path": "/healthz"},
        {"method": "HEAD"},
        {"method": "OPTIONS"},
        {"method": "PUT"},
        {"query_string": {"query": SMALL, "ui": "ar"}},
        {"query_string": {"query": [SMALL, LARGE]}},
        {"query_string": "query=%ff"},
        {"query_string": {"update": "CLEAR ALL"}},
        {"query_string": ""},
        {"method": "POST", "query_string": "", "data": {"update": "DROP ALL"}},
        {"method": "POST", "data": {"query": SMALL}},
        {"method": "POST", "query_string": "", "data": b"\xff"},
        {
            "method": "POST",
            "query_string": "",
            "data": b"\xff",
            "content_type": "application/sparql-query",
        },
        {"method": "POST", "query_string": "", "data": SMALL, "content_type": "text/plain"},
        {"method": "POST", "query_string": "", "data": {"query": SMALL + "#" + "x" * 200_000}},
    ],
    ids=str,
)
def test_what_is_not_plain_goes_the_common_way(app: Flask, asked: dict[str, Any]) -> None:
    given = {"method": "GET", "query_string": {"query": SMALL}, **asked}
    assert not taken(app, **given) or given["path"] != "/sparql"
    alike(app, **given)


def test_below_a_prefix_the_common_way_knows_the_address(app: Flask) -> None:
    asked = {**environ("GET", query_string={"query": RELATIVE}), "SCRIPT_NAME": "/news"}
    assert quick(app)._question(asked) is None
    _, _, body = ask(quick(app), asked)
    assert b"http://localhost:8000/news/x" in body


def test_half_a_query_is_not_answered(app: Flask) -> None:
    whole = "ASK {} # and more"
    asked = environ(data=whole.encode(), content_type="application/sparql-query")
    asked["wsgi.input"] = io.BytesIO(whole[:6].encode())
    status, _, _ = ask(quick(app), asked)
    assert status.startswith("400 ")


def test_what_was_written_changes_the_tag(app: Flask) -> None:
    store = EmbeddedStore.in_memory()
    own = create_app(store)
    way = {"method": "GET", "query_string": {"query": SMALL}}
    tag = dict(alike(own, **way)[1])["ETag"]
    assert dict(alike(own, **way)[1])["ETag"] == tag
    store.add_to_graph(
        "https://me.example/g",
        list(store.parse_graph(b"<urn:s> <urn:p> 1 .", "text/turtle", "urn:g")),
    )
    assert dict(alike(own, **way)[1])["ETag"] != tag
