"""Facets, search and the list, as pages and programs get them."""

import html
import re
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg import demo
from kg.store.embedded import EmbeddedStore
from tests.web.samples import AT
from web import create_app, sign_in_path


def facet(answer: dict, name: str) -> dict[str, int]:
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


def rows_of(text: str) -> list[str]:
    """Return the events of a list's rows, in order."""
    return re.findall(r'<a href="(/events/[^"]+)" data-row', text)


def test_the_facets_of_a_page_lead_to_what_they_count(client: FlaskClient) -> None:
    text = client.get("/?view=list&facets=open&ui=en").get_data(as_text=True)
    value = re.compile(
        r'class="facet__value" href="([^"]+)".*?<span class="facet__count">(\d+)</span>', re.S
    )
    found = value.findall(text)
    assert len(found) > 20
    for address, count in found:
        page = client.get(html.unescape(address)).get_data(as_text=True)
        assert len(rows_of(page)) == int(count), address
        assert 'class="chip"' in page


def test_a_chosen_facet_leads_back_without_it(client: FlaskClient) -> None:
    text = client.get("/facets?kind=meeting&facets=open&ui=en").get_data(as_text=True)
    (address,) = re.findall(r'class="facet__value" href="([^"]+)" aria-current="true"', text)
    assert "kind" not in address
    assert "<html" not in text


def test_a_facet_takes_several_values_and_gives_each_back(client: FlaskClient) -> None:
    text = client.get("/facets?kind=meeting&facets=open&ui=en").get_data(as_text=True)
    kinds = re.search(r'data-facet="kind".*?</details>', text, re.S)
    assert kinds
    addresses = re.findall(r'class="facet__value" href="([^"]+)"(?! aria)', kinds[0])
    assert all("kind=meeting&amp;kind=" in address for address in addresses)
    whole = facet(client.get("/api/facets").json, "kind")
    either = client.get("/api/facets?kind=meeting&kind=redline").json
    assert either["events"] == whole["meeting"] + whole["redline"]
    assert facet(either, "kind") == whole
    text = client.get("/facets?kind=meeting&kind=redline&ui=en").get_data(as_text=True)
    left = re.findall(r'class="facet__value" href="([^"]+)" aria-current="true"', text)
    assert sorted(re.findall("kind=[a-z]+", "".join(left))) == ["kind=meeting", "kind=redline"]


def test_each_value_of_a_filter_has_its_own_chip(client: FlaskClient) -> None:
    text = client.get("/?kind=meeting&kind=redline&view=list&ui=en").get_data(as_text=True)
    chips = re.findall(
        r'class="notes__note"><a class="chip" href="([^"]+)"[^>]*><span>(.*?)</span>', text
    )
    assert [(re.findall("kind=[a-z]+", address), words) for address, words in chips] == [
        (["kind=redline"], "Kind: <bdi>Meeting</bdi>"),
        (["kind=meeting"], "or <bdi>Red line</bdi>"),
    ]


def test_a_filter_with_several_values_is_dropped_as_a_whole(client: FlaskClient) -> None:
    text = client.get("/?kind=meeting&kind=redline&q=nowhere&ui=en").get_data(as_text=True)
    assert "Without Kind: Meeting or Red line<" in re.sub("[\u2068\u2069]", "", text)


def test_days_up_to_the_newest_article_are_offered(client: FlaskClient) -> None:
    text = client.get("/facets?ui=en").get_data(as_text=True)
    assert re.search(r'href="/\?ui=en&amp;from=2031-\d\d-\d\d&amp;facets=open">Newest week', text)


def test_what_to_drop_says_how_much_each_filter_hides(client: FlaskClient) -> None:
    text = client.get("/?kind=meeting&act=warns&q=nowhere&ui=en").get_data(as_text=True)
    assert "Nothing fits all of these filters." in text
    assert text.count('<span class="nothing__events">0 events</span>') == 3
    text = client.get("/?kind=meeting&act=warns&ui=en").get_data(as_text=True)
    kinds = facet(client.get("/api/facets").json, "kind")
    assert f'<span class="nothing__events">{kinds["meeting"]} event' in text


@pytest.mark.parametrize("sort", ["time", "actor", "kind", "articles", "certainty", "published"])
def test_a_sorted_list_in_pages_is_the_whole_selection_once(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, sort: str
) -> None:
    whole = [i["href"] for i in client.get("/api/timeline?limit=500").json["items"]]
    falling = rows_of(client.get(f"/rows?sort=-{sort}").get_data(as_text=True))
    monkeypatch.setattr("web.listing.LIST_SIZE", 3)
    found: list[str] = []
    address: str | None = f"/rows?sort={sort}"
    while address:
        text = client.get(address).get_data(as_text=True)
        found += rows_of(text)
        following = re.search(r'<a href="([^"]+)" rel="next"', text)
        address = html.unescape(following[1]) if following else None
    assert sorted(found) == sorted(whole) == sorted(falling)
    if sort != "certainty":
        assert found != falling


def test_a_list_is_sorted_by_what_its_column_shows(client: FlaskClient) -> None:
    def column(sort: str, name: str) -> list[str]:
        text = client.get(f"/rows?sort={sort}&ui=en").get_data(as_text=True)
        cells = re.findall(rf'<td class="{name}[^"]*">(.*?)</td>', text, re.S)
        return [" ".join(html.unescape(re.sub("<[^>]+>", " ", cell)).split()) for cell in cells]

    sure = ["certain", "probable", "possible"]
    told = [sure.index(word) for word in column("-certainty", "rows__certainty")]
    assert told == sorted(told)
    numbers = [int(words.split()[0]) for words in column("-articles", "rows__number")]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] > 1
    assert column("published", "rows__published")[-1] == "not stated"
    assert column("-published", "rows__published")[-1] == "not stated"
    whos = [who.split(" to ")[0].casefold() for who in column("actor", "rows__who")]
    known = [who for who in whos if who not in ("not stated", "speaker not stated")]
    assert known == sorted(known)


def test_what_is_searched_for_is_marked_in_the_list(client: FlaskClient) -> None:
    text = client.get("/?view=list&q=strait&ui=en").get_data(as_text=True)
    marked = re.findall(r"<mark>(.*?)</mark>", text.partition("<tbody>")[2])
    assert marked
    assert all("strait" in words.lower() for words in marked)


@pytest.mark.parametrize("query", ["sort=size", "sort=actor&after=x", "sort=kind&after=1~2"])
def test_a_wrong_order_of_the_list_is_said(client: FlaskClient, query: str) -> None:
    for path in ("/rows", "/"):
        answer = client.get(f"{path}?view=list&{query}", headers={"Accept": "application/json"})
        assert answer.status_code == 400
        assert query.split("=")[0] in answer.json["error"]["message"] or "after" in query


def test_the_sample_articles_are_loaded_by_who_may_write() -> None:
    store = EmbeddedStore.in_memory()
    app = create_app(store, sign_in=True, clock=lambda: AT)
    client = app.test_client()
    assert "/demo" not in client.get("/").get_data(as_text=True)
    assert client.post("/demo").status_code == 401
    client.get(sign_in_path(app))
    page = client.get("/").get_data(as_text=True)
    (token,) = set(re.findall(r'name="csrf_token" value="([^"]+)"', page))
    assert client.post("/demo").status_code == 403
    answer = client.post("/demo", data={"csrf_token": token})
    assert (answer.status_code, answer.location) == (303, "/")
    assert len(store.articles()) == len(demo.sources())
    assert client.post("/demo", data={"csrf_token": token}).status_code == 409
    store.close()


def test_a_large_selection_begins_with_what_its_newest_days_hold(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.pages.MOST_DRAWN", 2)
    text = client.get("/?view=list&ui=en").get_data(as_text=True)
    assert "What the newest days hold" in text
    pairs = re.findall(r'<a href="(/\?[^"]*pair=[^"]+)">.*?pairs__count">(\d+)<', text)
    assert pairs
    for address, count in pairs:
        assert len(rows_of(client.get(html.unescape(address)).get_data(as_text=True))) >= 1, count
    chosen = client.get("/?view=list&ui=en&event=" + rows_of(text)[0].rsplit("/", 1)[1])
    assert "What the newest days hold" not in chosen.get_data(as_text=True)
