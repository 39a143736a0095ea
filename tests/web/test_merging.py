"""Accepting that two events are one, and taking it back, in a browser."""

import re

from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from tests.proposed import article, event, meeting
from tests.strategies import AT
from web import create_app, sign_in_path

PAGE = f"/events/{event('a').rsplit('/', 1)[1]}"


def browser() -> tuple[FlaskClient, EmbeddedStore]:
    """Return a signed-in browser over a store with two articles on one meeting."""
    store = EmbeddedStore.in_memory()
    for name in ("a", "b"):
        store.put_article(article(name, meeting(name)), at=AT)
    app = create_app(store, sign_in=True, clock=lambda: AT)
    client = app.test_client()
    client.get(sign_in_path(app))
    return client, store


def form_of(page: str, action: str) -> dict[str, str]:
    """Return the hidden fields of the form with this action."""
    form = re.search(rf'action="{action}">(.*?)</form>', page, re.DOTALL)
    assert form, f"no form for {action}"
    return dict(re.findall(r'name="(\w+)" value="([^"]+)"', form[1]))


def test_a_page_tells_what_speaks_for_a_suggestion_and_offers_to_accept_it() -> None:
    client, store = browser()
    page = client.get(PAGE).get_data(as_text=True)
    assert "For it: the same parties · the same day" in page
    answer = client.post(f"{PAGE}/merge", data=form_of(page, f"{PAGE}/merge"))
    assert answer.status_code == 303
    assert store.canonical() == {event("b"): event("a")}
    assert [d.by for d in store.decisions()] == ["web"]

    merged = client.get(PAGE).get_data(as_text=True)
    assert "For it:" not in merged
    client.post(f"{PAGE}/unmerge", data=form_of(merged, f"{PAGE}/unmerge"))
    assert store.canonical() == {}
    assert store.proposals() == []


def test_a_form_without_its_token_merges_nothing() -> None:
    client, store = browser()
    answer = client.post(f"{PAGE}/merge", data={"event": event("b")})
    assert answer.status_code == 403
    assert store.canonical() == {}


def test_a_reader_sees_the_suggestion_without_a_button() -> None:
    store = browser()[1]
    page = create_app(store).test_client().get(PAGE).get_data(as_text=True)
    assert "For it:" in page
    assert f"{PAGE}/merge" not in page


def test_the_data_of_an_event_gives_reasons_as_terms() -> None:
    client, _ = browser()
    data = client.get(f"{PAGE}.json").get_json()
    assert data["texts"] == 1
    assert data["maybe_same"] == [
        {
            "event": event("b"),
            "score": 0.75,
            "reasons": ["same-parties", "same-day"],
            "objections": [],
        }
    ]
