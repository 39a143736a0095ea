"""Who may update over HTTP besides programs with the token: a signed-in browser with its form."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore

UPDATE = "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }"
JSON = {"Accept": "application/json"}
BEARER = {"Authorization": "Bearer a-token-of-the-test"}
TURTLE = {"Content-Type": "text/turtle"}


def csrf_token(client: FlaskClient) -> str:
    """Return the token of this browser's session."""
    with client.session_transaction() as session:
        return str(session["csrf"])


def test_a_signed_in_browser_updates_with_its_form(
    signed_in: FlaskClient, own_store: EmbeddedStore
) -> None:
    form = {"update": UPDATE, "csrf_token": csrf_token(signed_in)}
    assert signed_in.post("/sparql", data=form).status_code == 204
    assert own_store.has_graph("x:g")


@pytest.mark.parametrize("token", [{}, {"csrf_token": "guessed"}])
def test_another_sites_form_does_not_update(
    signed_in: FlaskClient, own_store: EmbeddedStore, token: dict[str, str]
) -> None:
    answer = signed_in.post("/sparql", data={"update": UPDATE, **token}, headers=JSON)
    assert answer.status_code == 403
    assert not own_store.has_graph("x:g")


def test_a_browsers_session_alone_sends_no_graph(
    signed_in: FlaskClient, own_store: EmbeddedStore
) -> None:
    answer = signed_in.put("/graphs?graph=x:g", data=b"<x:s> <x:p> 1 .", headers=TURTLE)
    assert answer.status_code == 403
    assert not own_store.has_graph("x:g")


def test_a_write_changes_the_etag_of_every_answer(writable: Flask) -> None:
    client = writable.test_client()
    before = client.get("/sparql?query=ASK{}").headers["ETag"]
    answer = client.put("/graphs?graph=x:g", data=b"<x:s> <x:p> 1 .", headers={**TURTLE, **BEARER})
    assert answer.status_code == 201
    after = client.get("/sparql?query=ASK{}", headers={"If-None-Match": before})
    assert after.status_code == 200
    assert after.headers["ETag"] != before


def test_a_new_graph_is_told_where_it_is(writable: Flask) -> None:
    client = writable.test_client()
    answer = client.post("/graphs", data=b"<> <x:p> 1 .", headers={**TURTLE, **BEARER})
    place = answer.headers["Location"]
    assert re.fullmatch(r"http://localhost/graphs/[0-9a-f]{16}", place)
    assert f"<{place}>" in client.get(place).get_data(as_text=True)
