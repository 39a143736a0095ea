"""Other people's clients: SPARQLWrapper, rdflib's SPARQLStore and SPARQLUpdateStore, curl."""

import json
import shutil
import subprocess

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import JSON, JSONLD, N3, POST, RDFXML, TURTLE, XML, SPARQLWrapper

from tests.conformance.conftest import TOKEN, Served

STATEMENTS = "SELECT ?s { ?s a <https://w3id.org/claimline/ns#Statement> }"
FREE = "https://user.example/notes"


@pytest.fixture
def wrapper(filled: Served) -> SPARQLWrapper:
    return SPARQLWrapper(f"{filled.address}/sparql")


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_reads_rows(wrapper: SPARQLWrapper, method: str) -> None:
    wrapper.setMethod(method)
    wrapper.setQuery(STATEMENTS)
    wrapper.setReturnFormat(JSON)
    found = wrapper.queryAndConvert()
    assert len(found["results"]["bindings"]) > 0


def test_sparqlwrapper_reads_a_graph(wrapper: SPARQLWrapper) -> None:
    wrapper.setQuery("CONSTRUCT WHERE { ?s a <https://w3id.org/claimline/ns#Statement> }")
    wrapper.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=wrapper.query().convert(), format="turtle")) > 0


@pytest.mark.parametrize("form", [None, XML, JSON, JSONLD, N3, RDFXML])
@pytest.mark.parametrize("query", ["DESCRIBE ?s { ?s a ?t }", "CONSTRUCT WHERE { ?s a ?t }"])
def test_sparqlwrapper_reads_a_graph_in_what_it_calls(
    wrapper: SPARQLWrapper, query: str, form: str | None
) -> None:
    wrapper.setQuery(query)
    if form is not None:
        wrapper.setReturnFormat(form)
    answer = wrapper.query()
    kind = answer.info()["content-type"].partition(";")[0]
    assert len(Graph().parse(data=answer.response.read(), format=kind)) > 0


def test_sparqlwrapper_updates_with_the_token(wrapper: SPARQLWrapper) -> None:
    wrapper.addCustomHttpHeader("Authorization", f"Bearer {TOKEN}")
    wrapper.setMethod(POST)
    wrapper.setQuery(f"INSERT DATA {{ GRAPH <{FREE}> {{ <x:s> <x:p> 1 }} }}")
    wrapper.query()
    wrapper.clearParameter("query")
    wrapper.setMethod("GET")
    wrapper.setQuery(f"ASK {{ GRAPH <{FREE}> {{ <x:s> <x:p> 1 }} }}")
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["boolean"] is True


def test_rdflib_reads_the_merged_graph(filled: Served) -> None:
    graph = Graph(SPARQLStore(f"{filled.address}/sparql"))
    assert len(list(graph.query(STATEMENTS))) > 0
    kinds = set(graph.objects(None, URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")))
    assert URIRef("https://w3id.org/claimline/ns#Statement") in kinds


def test_rdflib_writes_a_free_graph(filled: Served) -> None:
    endpoint = f"{filled.address}/sparql"
    store = SPARQLUpdateStore(endpoint, endpoint, headers={"Authorization": f"Bearer {TOKEN}"})
    graph = Graph(store, identifier=URIRef(f"{FREE}/rdflib"))
    triple = (URIRef("x:s"), URIRef("x:p"), Literal("ما قيل"))
    graph.add(triple)
    assert triple in graph
    graph.update("PREFIX e: <x:> INSERT { e:t e:p ?o } WHERE { e:s e:p ?o }")
    assert len(graph) == 2
    graph.remove(triple)
    assert len(graph) == 1


def curl(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run curl; without one, say so."""
    if shutil.which("curl") is None:
        pytest.skip("not run: no curl")
    return subprocess.run(["curl", "-sS", *arguments], capture_output=True, text=True, check=True)


def test_curl_asks_updates_and_sends_a_graph(filled: Served) -> None:
    endpoint, token = f"{filled.address}/sparql", f"Authorization: Bearer {TOKEN}"
    rows = curl(endpoint, "--data-urlencode", f"query={STATEMENTS}", "-H", "Accept: text/csv")
    assert rows.stdout.startswith("s\n")
    update = f"INSERT DATA {{ GRAPH <{FREE}/curl> {{ <x:s> <x:p> 1 }} }}"
    status = ("-o", "/dev/null", "-w", "%{http_code}")
    done = curl(*status, endpoint, "-H", token, "--data-urlencode", f"update={update}")
    assert done.stdout == "204"
    graph = f"{filled.address}/graphs?graph={FREE}/curl"
    turtle = ("-H", "Content-Type: text/turtle", "--data-binary", "<x:a> <x:b> <x:c> .")
    assert curl(*status, "-X", "PUT", "-H", token, *turtle, graph).stdout == "204"
    assert "<x:a>" in curl(graph).stdout
    assert curl(*status, "-X", "DELETE", "-H", token, graph).stdout == "204"
    assert json.loads(curl(graph).stdout)["error"]["code"] == "not-found"
