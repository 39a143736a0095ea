"""The rdflib views: what library users see, and that they cannot write."""

from collections.abc import Callable

import pytest
from rdflib import RDF, Dataset, Graph, Literal, URIRef
from rdflib.plugins.sparql import prepareQuery

from kg.errors import ManagedGraph, QueryError, QueryRefused, QuerySyntaxError, StoreError
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import CLM
from tests.harbour import ARTICLE, STATEMENT, TALKS, WARNING, harbour
from tests.strategies import AT, IRIS

# rdflib warns of a property that it uses itself whenever a Dataset is asked
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

MEETING = URIRef(CLM.Meeting)
TRIPLE = (URIRef("x:s"), URIRef("x:p"), URIRef("x:o"))


@pytest.fixture
def store() -> EmbeddedStore:
    store = EmbeddedStore.in_memory()
    store.put_article(harbour(), at=AT)
    return store


def test_the_graph_is_merged(store: EmbeddedStore) -> None:
    assert isinstance(store.graph, Graph)
    assert len(store.graph) == store.count()[1]
    assert len(list(store.graph.subjects(RDF.type, MEETING))) == 2


def test_the_graph_follows_the_store(store: EmbeddedStore) -> None:
    graph = store.graph
    store.decide("reject", TALKS, by="a reviewer", at=AT)
    assert len(list(graph.subjects(RDF.type, MEETING))) == 1


def test_the_dataset_holds_every_graph(store: EmbeddedStore) -> None:
    assert isinstance(store.dataset, Dataset)
    names = {str(g.identifier) for g in store.dataset.graphs()}
    assert {ARTICLE, WARNING, TALKS, IRIS.graph("merged"), IRIS.graph("meta")} <= names
    graph = store.dataset.graph(URIRef(WARNING))
    assert (URIRef(STATEMENT), URIRef(CLM.content), None) in graph


def test_plain_strings_equal_plain_literals(store: EmbeddedStore) -> None:
    assert (URIRef(TALKS), URIRef(CLM.rule), Literal("en.meet")) in store.graph
    assert store.graph.value(URIRef(TALKS), URIRef(CLM.rule)) == Literal("en.meet")
    (row,) = store.graph.query("SELECT ?r WHERE { ?c clm:rule ?r FILTER(?r = 'en.meet') }")
    assert row[0] == Literal("en.meet")


def test_queries_know_the_prefixes_and_take_bindings(store: EmbeddedStore) -> None:
    query = "SELECT ?m ?class WHERE { ?m a ?class }"
    rows = list(store.graph.query(query, initBindings={"class": MEETING}))
    assert len(rows) == 2
    assert store.graph.query("ASK { ?m a clm:Meeting }").askAnswer


def test_the_datasets_queries_ask_merged_and_reach_named_graphs(store: EmbeddedStore) -> None:
    query = """SELECT ?c WHERE { ?c a clm:Claim . GRAPH ?c { ?m a clm:Meeting } } ORDER BY ?c"""
    found = {str(row[0]) for row in store.dataset.query(query)}
    assert found == {WARNING, TALKS}


def test_a_construct_is_a_graph_of_its_own(store: EmbeddedStore) -> None:
    result = store.graph.query("CONSTRUCT { ?m a clm:Meeting } WHERE { ?m a clm:Meeting }")
    assert result.graph is not None
    result.graph.add(TRIPLE)
    assert len(result.graph) == 3


WRITES: dict[str, Callable[[EmbeddedStore], object]] = {
    "add": lambda s: s.graph.add(TRIPLE),
    "add many": lambda s: s.graph.addN([(*TRIPLE, s.graph)]),
    "remove": lambda s: s.graph.remove((None, None, None)),
    "update": lambda s: s.graph.update("DELETE WHERE { ?s ?p ?o }"),
    "parse": lambda s: s.graph.parse(data="<x:s> <x:p> <x:o> .", format="turtle"),
    "parse natively": lambda s: s.graph.parse(data="<x:s> <x:p> <x:o> .", format="ox-turtle"),
    "dataset add": lambda s: s.dataset.add(TRIPLE),
    "dataset remove graph": lambda s: s.dataset.remove_graph(URIRef(TALKS)),
    "dataset update": lambda s: s.dataset.update("INSERT DATA { <x:s> <x:p> <x:o> }"),
    "the store behind": lambda s: s.graph.store.remove((None, None, None), s.graph),
}


@pytest.mark.parametrize("write", WRITES)
def test_no_view_can_be_written_to(store: EmbeddedStore, write: str) -> None:
    before = list(store.dump("nquads", with_text=True))
    with pytest.raises(ManagedGraph, match="read-only"):
        WRITES[write](store)
    assert list(store.dump("nquads", with_text=True)) == before


def test_a_query_cannot_leave_through_a_view(store: EmbeddedStore) -> None:
    for view in (store.graph, store.dataset):
        with pytest.raises(QueryRefused, match="SERVICE"):
            view.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


def test_a_prepared_query_is_refused_rather_than_run_slowly(store: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match="Pass the query's text"):
        store.graph.query(prepareQuery("SELECT * { ?s ?p ?o }"))


def test_a_syntax_error_is_ours(store: EmbeddedStore) -> None:
    with pytest.raises(QuerySyntaxError):
        store.graph.query("SELECT * {")


def test_a_view_of_a_closed_store_says_so(store: EmbeddedStore) -> None:
    graph = store.graph
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        list(graph)
