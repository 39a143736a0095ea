"""Listing and querying, on every store."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, QuerySyntaxError
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.store.base import GraphStore
from kg.vocabulary import CLM
from tests.harbour import ARTICLE, OFFICERS, STATEMENT, TALKS, WARNING, harbour
from tests.strategies import AT, IRIS

# Listing


def test_articles_are_listed_newest_first_and_undated_last(store: GraphStore) -> None:
    if getattr(store, "kind", "") == "Virtuoso":
        pytest.xfail("Virtuoso 7 gives the year -0044 back as -044")
    days = {"a": Day(2031, 7, 15), "b": None, "c": Day(-44, 3, 15), "d": Day(12031, 1, 1)}
    for name, day in days.items():
        article = replace(harbour().article, iri=IRIS.article(name), published=day)
        store.put_article(
            Extraction(article=replace(article, published_from=None, title=name)), at=AT
        )
    assert [a.title for a in store.articles()] == ["d", "a", "c", "b"]
    assert [a.claims for a in store.articles()] == [0, 0, 0, 0]


def test_the_list_counts_live_claims_without_parts(filled: GraphStore) -> None:
    assert [a.claims for a in filled.articles()] == [2]
    filled.decide("reject", TALKS, by="a reviewer", at=AT)
    assert [a.claims for a in filled.articles()] == [1]


# Queries


def test_a_select_sees_merged_and_reaches_named_graphs(filled: GraphStore) -> None:
    query = f"""SELECT ?claim WHERE {{ ?s a <{CLM.Statement}> ; <{CLM.speaker}> ?who .
        ?claim a <{CLM.Claim}> . GRAPH ?claim {{ ?s <{CLM.content}> ?words }} }}"""
    answer = filled.select(query)
    assert answer.columns == ("claim",)
    assert answer.rows == ((ox.NamedNode(WARNING),),)


def test_another_default_graph_can_be_named(filled: GraphStore) -> None:
    query = f"SELECT ?s WHERE {{ ?s a <{CLM.Meeting}> }}"
    assert len(filled.select(query, default_graph=TALKS).rows) == 1
    assert len(filled.select(query).rows) == 2


def test_from_names_a_graph_of_the_store(filled: GraphStore) -> None:
    query = f"SELECT ?s FROM <{TALKS}> WHERE {{ ?s a <{CLM.Meeting}> }}"
    assert filled.select(query).rows == ((ox.NamedNode(OFFICERS),),)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * {}", "select"),
        ("# ASK\nPREFIX a: <b:c> ASK {}", "ask"),
        ("CONSTRUCT WHERE {}", "graph"),
        ("DESCRIBE <a:b>", "graph"),
    ],
)
def test_the_form_of_a_query_is_told(store: GraphStore, query: str, form: str) -> None:
    assert store.query_form(query) == form


def test_a_syntax_error_tells_line_and_column(store: GraphStore) -> None:
    for ask in (store.select, store.query_form, lambda q: store.query(q, "text/csv")):
        with pytest.raises(QuerySyntaxError, match="line 2, column 9") as caught:
            ask("SELECT * {\n ?s ?p }")
        assert caught.value.details == {"line": 2, "column": 9}


@pytest.mark.parametrize(
    "media_type",
    ["application/sparql-results+json", "application/sparql-results+xml", "text/csv"],
)
def test_rows_are_serialised_as_asked(filled: GraphStore, media_type: str) -> None:
    query = f"SELECT ?s WHERE {{ ?s a <{CLM.RedLine}> }}"
    given_type, body = filled.query(query, media_type)
    assert given_type == media_type
    assert b"redline/" in body


@pytest.mark.parametrize(
    ("media_type", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_graphs_are_serialised_alike_each_time(
    filled: GraphStore, media_type: str, form: ox.RdfFormat
) -> None:
    query = f"CONSTRUCT WHERE {{ <{STATEMENT}> ?p ?o }}"
    _, body = filled.query(query, media_type)
    assert filled.query(query, media_type)[1] == body
    written = {q.triple for q in ox.parse(body, format=form)}
    assert len(written) == len({t for t in written if t.subject == ox.NamedNode(STATEMENT)}) > 5


def test_rows_are_no_turtle_and_graphs_no_csv(store: GraphStore) -> None:
    with pytest.raises(
        QueryError, match=r"text/turtle; it can as application/sparql-results\+json"
    ):
        store.query("SELECT * {}", "text/turtle")
    with pytest.raises(QueryError, match="text/csv; it can as text/turtle"):
        store.query("CONSTRUCT WHERE {}", "text/csv")
    with pytest.raises(QueryError, match="A SELECT is asked for"):
        store.select("ASK {}")


@pytest.mark.parametrize("media_type", ["application/sparql-results+xml", "application/rdf+xml"])
def test_xml_that_nobody_could_read_is_refused(store: GraphStore, media_type: str) -> None:
    titled = replace(harbour().article, title="a\x0bb")
    store.put_article(replace(harbour(), article=titled), at=AT)
    form = "SELECT ?o" if "results" in media_type else "CONSTRUCT { ?s ?p ?o }"
    query = f"{form} WHERE {{ ?s ?p ?o FILTER(?s = <{ARTICLE}>) }}"
    with pytest.raises(QueryError, match="XML cannot carry"):
        store.query(query, media_type)
