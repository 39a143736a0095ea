"""Facets and search, as programs get them."""

from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from tests.web.samples import AT


def facet(answer: dict, name: str) -> dict[str, int]:  # type: ignore[type-arg]
    """Return the events left by each value of a facet."""
    (found,) = (f for f in answer["facets"] if f["name"] == name)
    return {value["value"]: value["events"] for value in found["values"]}


def test_a_facets_count_is_what_choosing_the_value_gives(client: FlaskClient) -> None:
    answer = client.get("/api/facets?limit=200").json
    for found in answer["facets"]:
        for value in found["values"]:
            asked = f"{found['filter']}={quote(value['value'])}"
            items = client.get(f"/api/timeline?{asked}&limit=500").json["items"]
            assert len(items) == value["events"], asked


def test_a_facet_respects_the_other_filters_and_not_its_own(client: FlaskClient) -> None:
    whole = client.get("/api/facets").json
    arabic = client.get("/api/facets?lang=ar").json
    assert facet(arabic, "lang") == facet(whole, "lang")
    assert sum(facet(arabic, "kind").values()) < sum(facet(whole, "kind").values())
    (lang,) = (f for f in arabic["facets"] if f["name"] == "lang")
    assert [v["value"] for v in lang["values"] if v["chosen"]] == ["ar"]


def test_an_actors_roles_are_those_of_that_actor(client: FlaskClient) -> None:
    roles = facet(client.get("/api/facets?actor=meridia").json, "role")
    for role, events in roles.items():
        items = client.get(f"/api/timeline?actor=meridia&role={role}&limit=500").json["items"]
        assert len(items) == events


@pytest.mark.parametrize("limit", ["0", "201", "x"])
def test_a_wrong_limit_of_facets_is_said(client: FlaskClient, limit: str) -> None:
    answer = client.get(f"/api/facets?limit={limit}")
    assert answer.status_code == 400
    assert "limit" in answer.json["error"]["message"]


def test_search_finds_words_and_marks_them(client: FlaskClient) -> None:
    answer = client.get("/api/search?q=STRAIT").json
    assert answer["events"] >= len(answer["results"]) > 0
    for result in answer["results"]:
        marked = [piece["text"].lower() for piece in result["snippet"] if piece["marked"]]
        assert any("strait" in text for text in marked)
        assert client.get(result["event_href"]).status_code == 200


def test_search_keeps_to_the_other_filters(client: FlaskClient) -> None:
    every = client.get("/api/search?q=strait").json["events"]
    meetings = client.get("/api/search?q=strait&kind=meeting").json
    assert 0 < meetings["events"] < every
    assert {result["kind"] for result in meetings["results"]} == {"meeting"}


@pytest.mark.parametrize("typed", ["كستريا", "لكستريا", "وكستريا", "كستر", "KESTR", "késtria"])
def test_a_name_is_suggested_in_any_script_case_and_with_what_is_written_to_it(
    client: FlaskClient, typed: str
) -> None:
    suggested = client.get(f"/api/search?q={typed}").json["suggestions"]
    assert "kestria" in [s["value"] for s in suggested if s["filter"] == "actor"]


def test_search_goes_on_page_by_page(client: FlaskClient) -> None:
    whole = [r["event"] for r in client.get("/api/search?q=strait").json["results"]]
    seen, address = [], "/api/search?q=strait&limit=1"
    while address:
        answer = client.get(address)
        seen += [r["event"] for r in answer.json["results"]]
        address = answer.json["next"]
        assert ("Link" in answer.headers) == bool(address)
    assert seen == whole
    assert len(seen) == len(set(seen)) > 1


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "a OR b", "NEAR(", "%00", "' --", "<b>"])
def test_signs_of_other_languages_are_only_letters(client: FlaskClient, typed: str) -> None:
    assert client.get(f"/api/search?q={quote(typed)}").status_code == 200
    assert client.get(f"/api/facets?q={quote(typed)}").status_code == 200


def test_what_was_withdrawn_is_found_no_more(writable: Flask, own_store: EmbeddedStore) -> None:
    client = writable.test_client()
    before = client.get("/api/search?q=strait").json
    own_store.withdraw(before["results"][0]["article"]["iri"], at=AT)
    after = client.get("/api/search?q=strait").json
    assert after["revision"] == before["revision"] + 1
    assert before["results"][0]["iri"] not in [r["iri"] for r in after["results"]]
