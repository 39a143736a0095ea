"""Hosts, headers, foreign pages, limits: what is refused before any page is made."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from web import create_app
from web.security import CONTENT_POLICY, MAX_BODY_BYTES


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]", "[::1]:8000"]
)
def test_loopback_hosts_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "[::2]",
        "localhost@x",
        "localhost:80@x",
        "localhost:abc",
        "localhost:99999",
        "localhost x",
    ],
)
@pytest.mark.parametrize("path", ["/", "/healthz", "/sparql?query=ASK{}", "/no/such/page"])
def test_a_foreign_host_is_refused_whatever_it_asks(
    client: FlaskClient, host: str, path: str
) -> None:
    answer = client.get(path, headers={"Host": host, "Accept": "application/json"})
    assert answer.status_code == 400
    assert "--trust-host" in answer.get_json()["error"]["message"]


def test_a_named_host_is_answered_on_any_port(filled: EmbeddedStore) -> None:
    client = create_app(filled, hosts=("news.example:8000", "fd00::7", "[fd00::8]")).test_client()
    for host in ("news.example:80", "News.Example", "[fd00::7]:8000", "[fd00::8]"):
        assert client.get("/healthz", headers={"Host": host}).status_code == 200
    assert client.get("/healthz", headers={"Host": "other.example"}).status_code == 400


@pytest.mark.parametrize(
    "path", ["/", "/articles", "/sparql", "/ns.ttl", "/export.csv", "/api/timeline", "/nothing"]
)
def test_every_answer_carries_the_strict_policy_and_no_cors(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://evil.example"})
    assert answer.headers["Content-Security-Policy"] == CONTENT_POLICY
    assert "unsafe" not in CONTENT_POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_script_of_another_site_is_refused_and_its_link_is_followed(
    client: FlaskClient, site: str
) -> None:
    by_script = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors"}
    by_link = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate"}
    assert client.get("/sparql?query=ASK{}", headers=by_script).status_code == 403
    assert client.get("/articles", headers=by_link).status_code == 200
    assert client.post("/sparql", data={"query": "ASK{}"}, headers=by_link).status_code == 403


def test_a_body_beyond_the_limit_is_refused(app: Flask, client: FlaskClient) -> None:
    body = b"x" * (MAX_BODY_BYTES + 1)
    answer = client.post(
        "/sparql",
        data=body,
        content_type="application/sparql-query",
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 413
    assert answer.get_json()["error"]["code"] == "too-large"
