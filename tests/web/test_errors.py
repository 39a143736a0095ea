"""Every route's errors have one shape for programs and a page for people."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import AnyConverter, Rule

from kg.errors import ModelError
from tests.llm_stub import model_server, refuse
from tests.test_llm_server import reader
from web.errors import _CODES
from web.retelling import retold_error

JSON = {"Accept": "application/json"}
PAGE = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
PROGRAMS = ("/api/", "/export", "/healthz", "/readyz", "/hands/")
WRITTEN_TO = ("/published", "/merge", "/unmerge", "/facts", "/remove", "/return", "/review")
UNKNOWN = {
    "call": "none",
    "name": "0123456789abcdef-0123456789abcdef",
    "kind": "meeting",
    "ending": ".ttl",
    "digest": "000000000000",
    "path": "css/none.css",
    "secret": "none",
    "names": "none",
    "token": "none",
}


def every_path(app: Flask) -> Iterator[tuple[str, str]]:
    """Yield each route's pattern with an address of its kind that leads to nothing."""
    with app.test_request_context():
        adapter = app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            values = {name: value_for(rule, name) for name in rule.arguments}
            yield rule.rule, adapter.build(rule.endpoint, values)


def value_for(rule: Rule, name: str) -> str:
    """Return what leads to nothing; of a few that are allowed, one of them."""
    converter = rule._converters.get(name)
    allowed = converter.items if isinstance(converter, AnyConverter) else ()
    return UNKNOWN[name] if not allowed or UNKNOWN[name] in allowed else min(allowed)


def assert_shape(body: object) -> None:
    """Check the one shape of an error."""
    assert isinstance(body, dict)
    assert list(body) == ["error"]
    assert sorted(body["error"]) == ["code", "details", "message"]
    assert body["error"]["code"]
    assert body["error"]["message"]
    assert isinstance(body["error"]["details"], dict)


def test_a_wrong_method_is_told_in_one_shape_by_every_route(app: Flask) -> None:
    client = app.test_client()
    for rule, path in every_path(app):
        answer = client.open(path, method="PATCH", headers=JSON)
        assert answer.status_code == 405, rule
        assert "Allow" in answer.headers
        assert_shape(answer.get_json())
        page = client.open(path, method="PATCH", headers=PAGE)
        assert (page.status_code, rule) == (405, rule)
        if not path.startswith(PROGRAMS) and not path.endswith((".ttl", ".atom")):
            assert page.mimetype == "text/html", rule
            assert "<h1" in page.get_data(as_text=True)


def test_every_route_with_a_name_answers_404_for_an_unknown_one(app: Flask) -> None:
    client = app.test_client()
    asked = 0
    for rule, path in every_path(app):
        if "<name>" not in rule and "<secret>" not in rule and "<digest>" not in rule:
            continue
        if rule.startswith("/id/") or rule.endswith(WRITTEN_TO):
            continue  # answered by a redirect, or for those who write
        asked += 1
        answer = client.get(path, headers=JSON)
        assert (answer.status_code, rule) == (404, rule)
        assert_shape(answer.get_json())
    assert asked >= 8


@pytest.mark.parametrize(
    "path", ["/", "/?view=network", "/api/timeline", "/api/network", "/api/places", "/export.csv"]
)
@pytest.mark.parametrize(
    "query", ["from=2031-02-31", "to=yesterday", "kind=x", "act=x", "lang=xx", "certainty=9"]
)
def test_every_filter_says_what_is_wrong_with_it(
    client: FlaskClient, path: str, query: str
) -> None:
    joint = "&" if "?" in path else "?"
    answer = client.get(f"{path}{joint}{query}", headers=JSON)
    assert answer.status_code == 400
    assert_shape(answer.get_json())
    assert query.split("=")[0] in answer.get_json()["error"]["message"]


@pytest.mark.parametrize("path", ["/api/timeline", "/api/articles", "/api/places", "/articles"])
@pytest.mark.parametrize("query", ["limit=0", "limit=501", "limit=-1", "limit=x", "after=nowhere"])
def test_a_page_that_cannot_be_is_refused(client: FlaskClient, path: str, query: str) -> None:
    answer = client.get(f"{path}?{query}", headers=JSON)
    assert answer.status_code == 400
    assert_shape(answer.get_json())


def test_a_program_that_asks_for_turtle_gets_the_error_as_json(client: FlaskClient) -> None:
    answer = client.get("/events/none.ttl", headers={"Accept": "text/turtle"})
    assert answer.status_code == 404
    assert_shape(answer.get_json())


def test_an_error_page_is_in_the_readers_language(client: FlaskClient) -> None:
    page = client.get("/no/such/page?ui=ar", headers=PAGE)
    assert page.status_code == 404
    assert 'lang="ar" dir="rtl"' in page.get_data(as_text=True)
    assert "لا توجد صفحة كهذه" in page.get_data(as_text=True)


def test_a_hostile_address_is_shown_as_text(client: FlaskClient) -> None:
    page = client.get("/events/%3Cscript%3Ealert(1)%3C%2Fscript%3E", headers=PAGE)
    assert page.status_code == 404
    assert "<script>alert" not in page.get_data(as_text=True)


def test_a_bug_is_a_general_sentence_and_a_log_entry(
    app: Flask,
    client: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("a secret inside")

    monkeypatch.setitem(app.view_functions, "pages.about", broken)
    answer = client.get("/about", headers=JSON)
    assert answer.status_code == 500
    assert_shape(answer.get_json())
    assert "secret" not in answer.get_data(as_text=True)
    assert "pages.about" in caplog.text


def test_every_code_is_a_word_of_its_own() -> None:
    assert len(set(_CODES.values())) == len(_CODES)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, r"model sunucusu anahtarı kabul etmiyor \(401\)\. .*CLAIMLINE_LLM_KEY"),
        (503, r"yanıtı: 503\u2068: overloaded\u2069\. Daha sonra yeniden deneyin\."),
    ],
)
def test_a_models_server_is_complained_of_in_the_readers_language(
    app: Flask, status: int, said: str
) -> None:
    with model_server(refuse(status, "overloaded")) as stub, pytest.raises(ModelError) as failed:
        reader(stub).read("A text.")
    with app.test_request_context("/?ui=tr"):
        app.preprocess_request()
        (told,) = retold_error(failed.value)
    assert told.language == "tr"
    assert re.search(said, told.text), told.text
