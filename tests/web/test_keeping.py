"""Removing articles and bringing them back, correcting them, reviewing claims, in a browser."""

import re
from html import unescape

from flask.testing import FlaskClient

from tests.web.adding import TEXT, add, browser, page, token_of


def article_of(client: FlaskClient, path: str) -> str:
    """Return the address of the one article that a preview stored."""
    found = re.search(r'href="(/articles/[0-9a-f]{16})"', page(client, path))
    assert found
    return found[1]


def test_an_article_is_removed_after_a_question_and_comes_back() -> None:
    client, store = browser()
    address = article_of(client, add(client, TEXT, published="2025-04-10", title="The talks"))
    (before,) = store.articles()
    claims = store.extraction(before.iri).claims
    data = {"csrf_token": token_of(client)}
    assert f'href="{address}/remove"' in page(client, address)
    assert "Remove this article?" in page(client, f"{address}/remove")
    assert store.articles() == [before]

    assert client.post(f"{address}/remove", data=data).status_code == 303
    assert store.articles() == []
    assert client.get(address).status_code == 404
    removed = page(client, "/articles/removed?done=1")
    assert "The talks" in removed
    assert f'action="{address}/return"' in removed

    revision = store.revision
    client.post(f"{address}/remove", data=data)
    assert store.revision == revision

    assert client.post(f"{address}/return", data=data).headers["Location"] == address
    assert store.articles() == [before]
    assert [c.iri for c in store.extraction(before.iri).claims] == [c.iri for c in claims]
    assert "No article was removed." in page(client, "/articles/removed")


def test_an_article_with_an_address_comes_back_as_itself() -> None:
    client, store = browser()
    address = article_of(client, add(client, TEXT, source="https://example.org/1"))
    before = store.articles()
    data = {"csrf_token": token_of(client)}
    client.post(f"{address}/facts", data={**data, "title": "Renamed", "publisher": "A paper"})
    client.post(f"{address}/remove", data=data)
    client.post(f"{address}/return", data=data)
    (after,) = store.articles()
    assert after.iri == before[0].iri
    assert (after.title, after.publisher) == ("Renamed", "A paper")


def test_a_title_needs_a_word() -> None:
    client, _ = browser()
    address = article_of(client, add(client, TEXT))
    data = {"csrf_token": token_of(client), "title": "  ", "publisher": ""}
    assert client.post(f"{address}/facts", data=data).status_code == 400


def test_a_claim_is_rejected_and_restored() -> None:
    client, store = browser()
    address = article_of(client, add(client, TEXT))
    (summary,) = store.articles()
    claim = next(c for c in store.extraction(summary.iri).claims if c.under is None)
    claim_page = f"/claims/{claim.iri.rsplit('/', 1)[1]}"
    data = {"csrf_token": token_of(client)}
    assert f'action="{claim_page}/review"' in page(client, claim_page)

    rejected = client.post(f"{claim_page}/review", data={**data, "verdict": "reject"})
    assert rejected.headers["Location"] == f"{address}#rejected"
    assert client.get(claim_page).status_code == 404
    shown = unescape(page(client, address))
    assert "Rejected claims" in shown
    assert claim.evidence[0].text[:40] in shown
    assert [d.by for d in store.decisions()] == ["web"]

    restored = client.post(f"{claim_page}/review", data={**data, "verdict": "accept"})
    assert restored.status_code == 303
    assert "Somebody accepted this claim." in page(client, claim_page)
    assert "Rejected claims" not in page(client, address)


def test_a_verdict_is_one_of_two() -> None:
    client, _ = browser()
    data = {"csrf_token": token_of(client), "verdict": "burn"}
    assert client.post("/claims/ab-cd/review", data=data).status_code == 400


def test_readers_see_no_forms_and_change_nothing() -> None:
    client, store = browser()
    address = article_of(client, add(client, TEXT))
    reader = client.application.test_client()
    shown = page(reader, address)
    assert "/remove" not in shown
    assert "/facts" not in shown
    for path in (f"{address}/remove", f"{address}/return", f"{address}/facts"):
        assert reader.post(path).status_code == 401
        assert client.post(path, data={"csrf_token": "wrong"}).status_code == 403
    assert len(store.articles()) == 1
