"""The explorer and the SPARQL service over every store, as browsers and programs use them."""

import pytest
from flask.testing import FlaskClient

from kg.errors import RemoteEndpointError
from kg.store.base import GraphStore
from kg.store.remote import RemoteStore, address_of
from tests.harbour import ARTICLE, LINE, TALKS
from tests.stores.servers import Server
from tests.strategies import AT
from web import create_app

TOKEN = {"Authorization": "Bearer a-token-of-some-length"}
_NAMES = [iri.rpartition("/")[2] for iri in (ARTICLE, TALKS, LINE)]
PAGES = [
    "/",
    "/?view=network",
    "/?view=map",
    "/?view=list",
    "/articles",
    f"/articles/{_NAMES[0]}",
    f"/claims/{_NAMES[1]}",
    f"/events/{_NAMES[2]}",
    "/api/timeline",
    "/api/network",
    "/api/facets",
    "/api/places",
    "/api/articles",
    "/api/search?q=patrol",
    f"/api/claims/{_NAMES[1]}",
    "/export.ttl",
    "/export.trig",
    "/export.nq",
    "/export.jsonld",
    "/export.csv",
    "/export.json",
    "/sparql",
    "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D",
    "/graphs?default",
    "/healthz",
    "/readyz",
]


def served(store: GraphStore) -> FlaskClient:
    app = create_app(store, token="a-token-of-some-length", clock=lambda: AT)
    return app.test_client()


def test_every_page_and_download_answers(filled: GraphStore) -> None:
    client = served(filled)
    answers = {page: client.get(page).status_code for page in PAGES}
    assert set(answers.values()) == {200}, answers


def test_what_is_written_elsewhere_is_on_the_next_page(filled: GraphStore) -> None:
    client = served(filled)
    assert "officers" in client.get(f"/articles/{_NAMES[0]}").text.lower()
    filled.withdraw(ARTICLE, at=AT)
    assert client.get("/api/timeline").json["items"] == []
    assert client.get("/api/articles").json["articles"] == []


def test_free_graphs_are_written_with_the_token_alone(filled: GraphStore) -> None:
    client = served(filled)
    update = {"update": "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }"}
    assert client.post("/sparql", data=update).status_code == 401
    assert client.post("/sparql", data=update, headers=TOKEN).status_code == 204
    copied = "INSERT { GRAPH <x:h> { ?s ?p ?o } } WHERE { GRAPH <x:g> { ?s ?p ?o } }"
    assert client.post("/sparql", data={"update": copied}, headers=TOKEN).status_code == 204
    assert "<x:p> 1" in client.get("/graphs?graph=x:h").text
    put = client.put("/graphs?graph=x:h", data="<x:a> <x:b> 2 .", headers=TOKEN | TURTLE)
    assert put.status_code == 204
    assert "<x:p> 1" not in client.get("/graphs?graph=x:h").text
    assert client.delete("/graphs?graph=x:h", headers=TOKEN).status_code == 204
    assert client.get("/graphs?graph=x:h").status_code == 404
    managed = "DELETE WHERE { GRAPH <https://w3id.org/claimline/id/graph/meta> { ?s ?p ?o } }"
    assert client.post("/sparql", data={"update": managed}, headers=TOKEN).status_code == 409


TURTLE = {"Content-Type": "text/turtle"}


def test_a_server_that_is_away_is_told_and_the_program_stays_alive(
    served_once: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = RemoteStore.open(address_of(served_once.query))
    client = served(store)

    def away(*_: object) -> object:
        raise RemoteEndpointError("The server cannot be reached.")

    monkeypatch.setattr("kg.store.remote.protocol.Endpoint.again", away)
    assert client.get("/api/timeline").status_code == 502
    assert client.get("/api/timeline").json["error"]["code"] == "remote-endpoint"
    assert client.get("/").status_code == 502
    assert client.get("/healthz").json == {"status": "ok", "revision": None}
    assert client.get("/readyz").status_code == 503
