"""What surrounds the pages: gzip, the body's limit, the access log, health, the other server."""

import gzip
import json
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from web import create_app, from_environment, sign_in_path

GZIP = {"Accept-Encoding": "gzip, deflate"}


def test_text_is_sent_in_gzip_to_whoever_accepts_it(client: FlaskClient) -> None:
    plain, packed = client.get("/api/timeline"), client.get("/api/timeline", headers=GZIP)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert "Content-Encoding" not in plain.headers
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["Vary"]
    assert int(packed.headers["Content-Length"]) == len(packed.data) < len(plain.data)
    refused = client.get("/api/timeline", headers={"Accept-Encoding": "gzip;q=0"})
    assert "Content-Encoding" not in refused.headers


def test_the_compressed_answer_has_a_weak_tag_that_is_known_again(client: FlaskClient) -> None:
    tag = client.get("/api/timeline", headers=GZIP).headers["ETag"]
    assert tag.startswith("W/")
    assert client.get("/api/timeline", headers={**GZIP, "If-None-Match": tag}).status_code == 304


def test_pages_and_styles_are_compressed_and_small_answers_are_not(client: FlaskClient) -> None:
    page = client.get("/articles", headers=GZIP)
    assert page.headers["Content-Encoding"] == "gzip"
    style = gzip.decompress(page.data).decode().split('rel="stylesheet" href="')[1].split('"')[0]
    assert client.get(style, headers=GZIP).headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get("/healthz", headers=GZIP).headers
    assert client.head("/articles", headers=GZIP).data == b""


def test_a_page_with_a_form_secret_is_never_compressed(writable: Flask) -> None:
    client = writable.test_client()
    client.get(sign_in_path(writable))
    page = client.get("/articles", headers=GZIP)
    assert page.status_code == 200
    assert "Content-Encoding" not in page.headers


def test_an_export_that_goes_out_while_it_is_made_is_not_compressed(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/export.nq", headers=GZIP).headers


@pytest.mark.parametrize("path", ["/sparql", "/graphs?graph=urn:x"])
def test_a_body_over_the_limit_is_refused_in_a_sentence(
    own_store: EmbeddedStore, path: str
) -> None:
    client = create_app(own_store, token="t", max_body_bytes=1000).test_client()
    answer = client.post(
        path,
        data=b"x" * 1001,
        content_type="application/sparql-update" if path == "/sparql" else "text/turtle",
        headers={"Authorization": "Bearer t", "Accept": "application/json"},
    )
    assert answer.status_code == 413
    assert answer.get_json()["error"] == {
        "code": "too-large",
        "message": "That is more than this server takes in one request.",
        "details": {},
    }


def test_readiness_asks_the_store_and_the_index(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.get_json().items() >= {"status": "ready", "store": "ok", "index": "ok"}.items()


def test_a_store_that_is_closed_is_not_ready() -> None:
    store = EmbeddedStore.in_memory()
    client = create_app(store).test_client()
    store.close()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "closed" in answer.get_json()["store"]


def test_the_access_log_tells_who_asked_what_and_no_secret(own_store: EmbeddedStore) -> None:
    lines: list[str] = []
    app = create_app(own_store, token="secret-token", sign_in=True, access_log=lines.append)
    client = app.test_client()
    secret = sign_in_path(app).rpartition("/")[2]
    bearer = {"Authorization": "Bearer secret-token"}
    client.get(f"/sign-in/{secret}", buffered=True)
    client.get("/sign-in/another-secret/and-more", buffered=True)
    client.get("/articles?q=secret-question", headers=bearer, buffered=True)
    client.post("/sparql", data={"query": "SELECT ?secret {}"}, buffered=True)
    client.get("/no%0D%0Asuch%E2%80%A8page", buffered=True)
    entries = [json.loads(line) for line in lines]
    paths = [e["path"] for e in entries]
    assert paths == ["/sign-in/…", "/sign-in/…", "/articles", "/sparql", "/no\r\nsuch\u2028page"]
    assert [e["status"] for e in entries[2:]] == [200, 200, 404]
    assert entries[2].keys() == {"at", "client", "method", "path", "status", "bytes", "ms"}
    assert entries[2]["bytes"] > 1000
    text = "".join(lines)
    assert "secret" not in text
    assert secret not in text
    assert all("\n" not in line for line in lines)


def test_the_app_of_another_server_takes_its_settings_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMLINE_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CLAIMLINE_TOKEN", "t")
    monkeypatch.setenv("CLAIMLINE_HOSTS", "news.example, other.example")
    client = from_environment().test_client()
    for host, status in (("news.example", 200), ("other.example:8000", 200), ("evil.example", 400)):
        assert client.get("/healthz", headers={"Host": host}).status_code == status
    answer = client.post("/sparql", data={"update": "CLEAR GRAPH <urn:x>"})
    assert answer.status_code == 401
