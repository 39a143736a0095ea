"""The SPARQL endpoint, asked as the protocol has it, and its page."""

import json

import pytest
from flask.testing import FlaskClient

from kg.query.run import named_queries
from kg.store.embedded import EmbeddedStore

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/claimline/ns#RedLine> }"
ASK = "ASK { ?s a <https://w3id.org/claimline/ns#Meeting> }"
CONSTRUCT = "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t }"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
JSON_RESULTS = "application/sparql-results+json"


def test_a_query_by_get_is_answered_as_json_results(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": SELECT})
    assert answer.mimetype == JSON_RESULTS
    assert len(json.loads(answer.data)["results"]["bindings"]) == 1


def test_a_query_by_form_is_decoded_once(client: FlaskClient) -> None:
    query = 'SELECT ("50%25 + 1" AS ?x) WHERE {}'
    answer = client.post("/sparql", data={"query": query})
    assert json.loads(answer.data)["results"]["bindings"][0]["x"]["value"] == "50%25 + 1"


def test_a_query_sent_directly_is_answered(client: FlaskClient) -> None:
    answer = client.post("/sparql", data=ASK, content_type="application/sparql-query")
    assert json.loads(answer.data)["boolean"] is True


@pytest.mark.parametrize(
    ("query", "accept", "mimetype"),
    [
        (SELECT, "application/json", JSON_RESULTS),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values"),
        (SELECT, "text/csv;q=0.3, application/sparql-results+xml;q=0.8",
         "application/sparql-results+xml"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        (CONSTRUCT, "text/turtle", "text/turtle"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        (CONSTRUCT, "*/*", "text/turtle"),
    ],
)  # fmt: skip
def test_the_answer_is_in_the_format_asked_for(
    client: FlaskClient, query: str, accept: str, mimetype: str
) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.mimetype == mimetype
    assert answer.data


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "text/html;q=0, text/turtle"])
def test_a_format_that_does_not_fit_is_answered_406(client: FlaskClient, accept: str) -> None:
    answer = client.get("/sparql", query_string={"query": SELECT}, headers={"Accept": accept})
    assert answer.status_code == 406
    assert "text/csv" in answer.get_json()["error"]["message"]


@pytest.mark.parametrize(("name", "status"), [("csv", 200), ("turtle", 406), ("word", 406)])
def test_format_in_the_address_wins_over_accept(
    client: FlaskClient, name: str, status: int
) -> None:
    answer = client.get("/sparql", query_string={"query": SELECT, "format": name}, headers=BROWSER)
    assert answer.status_code == status


def test_a_syntax_error_names_line_and_column(client: FlaskClient) -> None:
    answer = client.get(
        "/sparql",
        query_string={"query": "SELECT *\nWHERE { ?s ?p }"},
        headers={"Accept": "*/*;q=0.1, application/json"},
    )
    assert answer.status_code == 400
    error = answer.get_json()["error"]
    assert error["code"] == "query-syntax"
    assert error["details"]["line"] == 2
    assert error["details"]["column"] >= len("WHERE { ?s ?p }")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/> WHERE { ?s ?p ?o }",
        "SELECT * WHERE { sErViCe SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_what_would_leave_the_store_is_refused(client: FlaskClient, query: str) -> None:
    answer = client.post("/sparql", data={"query": query}, headers={"Accept": "application/json"})
    assert answer.status_code == 403
    assert answer.get_json()["error"]["code"] == "query-refused"


def test_words_that_only_look_like_service_are_answered(client: FlaskClient) -> None:
    query = 'SELECT ("SERVICE <http://127.0.0.1:9/>" AS ?service) WHERE {} # LOAD <x>'
    assert client.get("/sparql", query_string={"query": query}).status_code == 200


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"update": "CLEAR ALL"}, "application/x-www-form-urlencoded"),
        (b"LOAD <http://127.0.0.1:9/>", "application/sparql-update"),
    ],
)
def test_nobody_updates_a_server_that_does_not_write(
    client: FlaskClient, filled: EmbeddedStore, data: object, kind: str
) -> None:
    before = filled.revision
    answer = client.post(
        "/sparql", data=data, content_type=kind, headers={"Accept": "application/json"}
    )
    assert answer.status_code == 403
    assert "does not write over HTTP" in answer.get_json()["error"]["message"]
    assert filled.revision == before


def test_an_update_sent_as_a_query_is_a_syntax_error(client: FlaskClient) -> None:
    answer = client.post("/sparql", data={"query": "CLEAR ALL"})
    assert answer.status_code == 400


def test_a_graph_that_is_named_in_the_address_is_the_one_asked(client: FlaskClient) -> None:
    query = {"query": ASK, "default-graph-uri": "urn:x"}
    assert client.get("/sparql", query_string=query).get_json(force=True)["boolean"] is False


def test_another_kind_of_body_is_answered_415(client: FlaskClient) -> None:
    assert client.post("/sparql", data=ASK, content_type="text/plain").status_code == 415
    assert client.post("/sparql", data={"q": ASK}).status_code == 400
    broken = client.post("/sparql", data=b"\xff", content_type="application/sparql-query")
    assert broken.status_code == 400


def test_a_browser_gets_the_page_with_the_answer(client: FlaskClient) -> None:
    page = client.get("/sparql", query_string={"query": SELECT}, headers=BROWSER)
    assert page.mimetype == "text/html"
    text = page.get_data(as_text=True)
    assert 'href="/events/' in text
    assert "format=csv" in text


def test_the_page_answers_yes_or_no_and_shows_a_graph(client: FlaskClient) -> None:
    verdict = client.get("/sparql", query_string={"query": ASK}, headers=BROWSER)
    assert '<p class="sparql__verdict">Yes.</p>' in verdict.get_data(as_text=True)
    graph = client.get("/sparql", query_string={"query": CONSTRUCT}, headers=BROWSER)
    text = graph.get_data(as_text=True)
    assert "clm:RedLine" in text
    assert "format=rdfxml" in text
    assert "format=csv" not in text


def test_the_page_shows_the_first_rows_and_counts_all(client: FlaskClient) -> None:
    values = [" ".join(map(str, range(n))) for n in (60, 30)]
    query = (
        f'SELECT ("a\\nb\\tc" AS ?x) {{ VALUES ?a {{ {values[0]} }} VALUES ?b {{ {values[1]} }} }}'
    )
    page = client.get("/sparql", query_string={"query": query}, headers=BROWSER)
    text = page.get_data(as_text=True)
    assert "1,800 rows" in text
    assert text.count("<tr><td") == 1000


def test_the_page_leaves_out_the_rest_of_a_long_graph(client: FlaskClient) -> None:
    values = [" ".join(map(str, range(n))) for n in (100, 60)]
    subjects = 'BIND(IRI(CONCAT("x:", STR(?i), "-", STR(?j))) AS ?s)'
    query = (
        f'CONSTRUCT {{ ?s <x:p> "{"x" * 100}" }} '
        f"{{ VALUES ?i {{ {values[0]} }} VALUES ?j {{ {values[1]} }} {subjects} }}"
    )
    page = client.get("/sparql", query_string={"query": query}, headers=BROWSER)
    assert "The rest is left out here" in page.get_data(as_text=True)


def test_the_page_shows_what_is_wrong_with_a_query(client: FlaskClient) -> None:
    page = client.get("/sparql", query_string={"query": "SELECT <b>"}, headers=BROWSER)
    assert page.status_code == 400
    assert "&lt;b&gt;" in page.get_data(as_text=True)


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_every_named_question_can_be_asked_on_the_page(client: FlaskClient, name: str) -> None:
    page = client.get("/sparql", query_string={"name": name}, headers=BROWSER)
    assert page.status_code == 200
    assert "sparql__answer" in page.get_data(as_text=True)


def test_an_unknown_question_is_answered_with_the_nearest(client: FlaskClient) -> None:
    answer = client.get("/sparql?name=who-mett", headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert "who-met" in answer.get_json()["error"]["message"]


def test_a_named_question_opens_as_a_drawing(client: FlaskClient) -> None:
    asked = {"name": "timeline", "as": "timeline"}
    page = client.get("/sparql", query_string=asked, headers=BROWSER)
    assert 'data-drawn="timeline"' in page.get_data(as_text=True)


def test_questions_and_terms_are_told_in_the_readers_language(client: FlaskClient) -> None:
    assert "Depoda hangi haberler var" in client.get("/sparql?ui=tr", headers=BROWSER).text
    terms = client.get("/ns?ui=he", headers=BROWSER).text
    assert "דבר שנעשה או מתרחש" in terms
    assert "neither a meeting nor a statement" not in terms
