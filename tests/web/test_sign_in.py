"""Who may write: the one-time address, the session it opens, the token, the CSRF token."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from tests.web.samples import undated
from web import create_app, sign_in_path

ARTICLE = undated().article.iri.rsplit("/", 1)[1]
FORM = f"/articles/{ARTICLE}/published"
BEARER = {"Authorization": "Bearer a-token-of-the-test"}


def csrf_of(client: FlaskClient) -> str:
    """Return the token that the article's form carries."""
    page = client.get(f"/articles/{ARTICLE}").get_data(as_text=True)
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, "the page has no form"
    return found[1]


def test_the_sign_in_address_works_once(writable: Flask) -> None:
    path = sign_in_path(writable)
    first = writable.test_client().get(path)
    assert first.status_code == 303
    assert first.headers["Location"] == "/"
    again = writable.test_client().get(path)
    assert again.status_code == 404
    assert "Set-Cookie" not in again.headers
    with pytest.raises(LookupError, match="used already"):
        sign_in_path(writable)


def test_the_session_cookie_is_strict_and_out_of_reach_of_scripts(writable: Flask) -> None:
    cookie = writable.test_client().get(sign_in_path(writable)).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_a_look_at_the_address_does_not_use_it_up(writable: Flask) -> None:
    path = sign_in_path(writable)
    assert "Set-Cookie" not in writable.test_client().head(path).headers
    assert writable.test_client().get(path).status_code == 303


def test_a_wrong_secret_signs_nobody_in(writable: Flask) -> None:
    path = sign_in_path(writable)
    assert writable.test_client().get("/sign-in/é").status_code == 404
    assert writable.test_client().get("/sign-in/wrong").status_code == 404
    assert sign_in_path(writable) == path


def test_signing_out_ends_the_session(signed_in: FlaskClient) -> None:
    token = csrf_of(signed_in)
    assert signed_in.post("/sign-out").status_code == 403
    assert signed_in.post("/sign-out", data={"csrf_token": token}).status_code == 303
    answer = signed_in.post(FORM, data={"published": "2031-07-17", "csrf_token": token})
    assert answer.status_code == 401


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(writable: Flask) -> None:
    browser, thief = writable.test_client(), writable.test_client()
    cookie = browser.get(sign_in_path(writable)).headers["Set-Cookie"]
    name, _, value = cookie.partition(";")[0].partition("=")
    thief.set_cookie(name, value)
    token = csrf_of(browser)
    browser.post("/sign-out", data={"csrf_token": token})
    form = {"csrf_token": token, "published": "2025-04-10"}
    assert thief.post(FORM, data=form).status_code == 401


def test_without_token_and_sign_in_nobody_writes(own_store: EmbeddedStore) -> None:
    client = create_app(own_store).test_client()
    answer = client.post(FORM, data={"published": "2031-07-17"}, headers=BEARER)
    assert answer.status_code == 403
    assert "does not write over HTTP" in answer.get_data(as_text=True)


def test_writing_without_credentials_is_answered_401(writable: Flask) -> None:
    answer = writable.test_client().post(FORM, data={"published": "2031-07-17"})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("token", ["wrong", "", "é", "a-token-of-the-tes"])
def test_a_wrong_token_is_answered_401(writable: Flask, token: str) -> None:
    answer = writable.test_client().post(
        FORM, data={"published": "2031-07-17"}, headers={"Authorization": f"Bearer {token}"}
    )
    assert answer.status_code == 401


def test_a_program_writes_with_the_token(writable: Flask, own_store: EmbeddedStore) -> None:
    answer = writable.test_client().post(FORM, data={"published": "2031-07-17"}, headers=BEARER)
    assert answer.status_code == 303
    assert str(own_store.extraction(undated().article.iri).article.published) == "2031-07-17"


def test_the_form_needs_its_csrf_token(signed_in: FlaskClient, own_store: EmbeddedStore) -> None:
    before = own_store.revision
    for data in ({}, {"csrf_token": ""}, {"csrf_token": "wrong"}):
        answer = signed_in.post(FORM, data={"published": "2031-07-17", **data})
        assert answer.status_code == 403
    assert own_store.revision == before


def test_other_browsers_do_not_get_the_session(writable: Flask, signed_in: FlaskClient) -> None:
    page = writable.test_client().get(f"/articles/{ARTICLE}").get_data(as_text=True)
    assert "csrf_token" not in page
