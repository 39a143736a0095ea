"""Every route of the app: its headers, its markup, and its forms without the session's token."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from kg.model.iri import local_name
from kg.query.dataset import Dataset
from kg.store.embedded import EmbeddedStore
from tests.web.conftest import fill
from web import create_app, sign_in_path
from web.security import CONTENT_POLICY

# A question is reading; what the command line asks of a server is not even there on this one.
_SELF_CHECKED = ("/hands/<call>", "/sparql")


def sample(store: EmbeddedStore) -> dict[str, list[str]]:
    """Return values for the parts of routes, by the first part of the path."""
    dataset = Dataset.read(store)
    return {
        "articles": [local_name(iri) for iri in dataset.articles],
        "claims": [local_name(t.record.iri) for t in dataset.claims.values() if not t.claim.under],
        "events": [local_name(event.iri) for event in dataset.events.values()],
        "actors": [local_name(iri) for iri in dataset.actor_tellings],
        "places": [local_name(iri) for iri in dataset.entities.places],
    }


def addresses(app: Flask, names: dict[str, list[str]], method: str) -> Iterator[tuple[Rule, str]]:
    """Yield each route of the method with an address of it; every kind of thing and ending."""
    for rule in app.url_map.iter_rules():
        if method not in (rule.methods or ()):
            continue
        room = rule.rule.split("/")[1]
        for name in names.get(room, ["x"]) if rule.arguments else [""]:
            values = {part: "event" if part == "kind" else name for part in rule.arguments}
            if "ending" not in rule.arguments:
                yield rule, str(rule.build(values, append_unknown=False)[1])
                continue
            for ending in ("", ".ttl", ".trig", ".nq", ".jsonld", ".csv", ".json"):
                yield rule, re.sub("<.*>", ending, rule.rule)


class Markup(HTMLParser):
    """Gathers what a strict page must not have, and the forms that send something."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.forms: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.faults += [f"{tag} {name}" for name in given if name.startswith("on")]
        self.faults += [f"{tag} style" for name in given if name == "style"]
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.faults.append("script within the page")
        if tag in ("style", "base", "iframe", "object", "embed"):
            self.faults.append(tag)
        for name in ("href", "src", "action", "formaction"):
            if re.match(r"\s*(javascript|data|vbscript|blob)\s*:", given.get(name, ""), re.I):
                self.faults.append(f"{tag} {name}={given[name]}")
        if tag == "form" and given.get("method", "get").lower() == "post":
            self.forms.append({"action": given.get("action", "")})
        if tag == "input" and self.forms and given.get("name") == "csrf_token":
            self.forms[-1]["csrf_token"] = given.get("value", "")


def read_markup(answer: TestResponse) -> Markup:
    """Return what stands in a page."""
    markup = Markup()
    markup.feed(answer.get_data(as_text=True))
    return markup


@pytest.fixture(scope="module")
def site() -> Iterator[tuple[Flask, FlaskClient, dict[str, list[str]]]]:
    """An app to write to, a browser that is signed in, and names of what the store holds."""
    store = EmbeddedStore.in_memory()
    fill(store)
    app = create_app(store, token="a-token-of-the-test", sign_in=True)
    client = app.test_client()
    client.get(sign_in_path(app))
    yield app, client, sample(store)
    store.close()


Site = tuple[Flask, FlaskClient, dict[str, list[str]]]


def is_strict(answer: TestResponse) -> bool:
    """True when the answer carries the whole policy and is taken for what it says it is."""
    return (
        answer.headers.getlist("Content-Security-Policy") == [CONTENT_POLICY]
        and answer.headers["X-Content-Type-Options"] == "nosniff"
        and answer.headers["Referrer-Policy"] == "no-referrer"
    )


def test_every_route_answers_with_the_policy(site: Site) -> None:
    app, client, names = site
    seen = 0
    for _, path in addresses(app, names, "GET"):
        for method in ("GET", "HEAD", "OPTIONS"):
            answer = client.open(path, method=method)
            assert is_strict(answer), (method, path)
            assert answer.status_code != 500, (method, path)
            seen += 1
    assert seen > 100


def test_no_page_has_handlers_styles_or_scripts_within(site: Site) -> None:
    app, client, names = site
    views = [f"/?view={view}" for view in ("timeline", "network", "map", "list")]
    views += ["/?facets=open", "/?q=line", "/?from=never", "/sparql?query=ASK{}", "/no/page"]
    for path in [*(path for _, path in addresses(app, names, "GET")), *views]:
        answer = client.get(path, headers={"Accept": "text/html"})
        if answer.mimetype == "text/html" and "Content-Disposition" not in answer.headers:
            assert read_markup(answer).faults == [], path


def test_the_network_to_take_away_has_a_policy_of_its_own(client: FlaskClient) -> None:
    answer = client.get("/export/network.html")
    assert is_strict(answer)
    own = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', answer.text)
    assert own is not None
    policy = unescape(own[1])
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("token", [None, "", "another", "x" * 10_000])
def test_a_signed_in_browser_writes_nothing_without_the_forms_token(
    site: Site, method: str, token: str | None
) -> None:
    app, client, names = site
    before = app.extensions["claimline"].store.revision
    walked = 0
    for rule, path in addresses(app, names, method):
        if rule.rule in _SELF_CHECKED:
            continue
        fields = {} if token is None else {"csrf_token": token}
        answer = client.open(path, method=method, data=fields)
        assert answer.status_code == 403, (method, path, answer.text[:200])
        assert is_strict(answer), path
        walked += 1
    assert walked
    answer = client.post("/sparql", data={"update": "CLEAR ALL", "csrf_token": token or ""})
    assert answer.status_code == 403
    assert client.post("/hands/put", data={"csrf_token": token or ""}).status_code == 404
    assert app.extensions["claimline"].store.revision == before


def test_a_stranger_writes_nothing_even_with_a_token_he_made_up(site: Site) -> None:
    app, _, names = site
    for method in ("POST", "PUT", "DELETE"):
        for _, path in addresses(app, names, method):
            fields = {"csrf_token": "", "update": "CLEAR ALL"}
            answer = app.test_client().open(path, method=method, data=fields)
            allowed = (404,) if path.startswith("/hands/") else (401, 403)
            assert answer.status_code in allowed, (method, path)


def test_every_form_that_sends_carries_the_sessions_token(site: Site) -> None:
    app, client, names = site
    with client.session_transaction() as session:
        token = session["csrf"]
    met: set[str] = set()
    paths = [path for _, path in addresses(app, names, "GET")] + ["/?view=list", "/add"]
    for path in paths:
        answer = client.get(path, headers={"Accept": "text/html"})
        if answer.mimetype != "text/html":
            continue
        for form in read_markup(answer).forms:
            assert form.get("csrf_token") == token, (path, form)
            met.add(form["action"].rsplit("/", 1)[-1])
    assert {"sign-out", "published", "remove", "unmerge"} <= met


def test_no_token_stands_on_a_page_for_a_stranger(site: Site) -> None:
    app, client, names = site
    with client.session_transaction() as session:
        token = session["csrf"]
    for _, path in addresses(app, names, "GET"):
        answer = app.test_client().get(path)
        assert token not in answer.text, path
        if answer.mimetype == "text/html":
            assert read_markup(answer).forms == [], path


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/no/such/page", 404),
        ("GET", "/?from=yesterday", 400),
        ("PATCH", "/articles", 405),
        ("POST", "/sign-out", 403),
        ("GET", "/sparql?query=SELECT", 400),
        ("GET", "/static/old/js/main.js", 404),
        ("GET", "/static/old/../../etc/passwd", 404),
        ("POST", "/graphs", 401),
    ],
)
@pytest.mark.parametrize("accept", ["text/html", "application/json", "*/*"])
def test_a_refusal_is_as_strict_as_a_page(
    client: FlaskClient, method: str, path: str, status: int, accept: str
) -> None:
    answer = client.open(path, method=method, headers={"Accept": accept})
    assert is_strict(answer)
    assert answer.status_code == status or (status == 401 and answer.status_code == 403)


def test_a_fault_of_ours_is_as_strict_as_a_page() -> None:
    app = create_app(EmbeddedStore.in_memory())

    @app.get("/fault")
    def fault() -> str:
        raise ZeroDivisionError("a bug")

    app.logger.disabled = True
    answer = app.test_client().get("/fault")
    assert answer.status_code == 500
    assert is_strict(answer)
    assert "ZeroDivisionError" not in answer.text
