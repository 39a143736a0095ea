"""Long queries take turns, so that pages are answered while they run."""

from contextlib import ExitStack

from flask import Flask
from flask.testing import FlaskClient

from web.state import State
from web.turns import QUERIES_AT_ONCE

ASK = "/sparql?query=ASK%7B%7D"


def test_a_query_beyond_the_limit_is_told_to_come_back(app: Flask, client: FlaskClient) -> None:
    state: State = app.extensions["claimline"]
    with ExitStack() as others:
        for _ in range(QUERIES_AT_ONCE):
            others.enter_context(state.turns.take())
        answer = client.get(ASK, headers={"Accept": "application/sparql-results+json"})
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "5"
        assert answer.get_json()["error"]["code"] == "surroundings"
        assert client.get("/articles").status_code == 200
    assert client.get(ASK).status_code == 200
