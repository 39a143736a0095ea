"""Network and map over HTTP: addresses that choose, the file to take away, kinds of places."""

import json
import re

import pytest
from flask.testing import FlaskClient

from tests.web.samples import HOSTILE, HOSTILE_NAME


def test_each_tie_leads_to_as_many_events_as_it_counts(client: FlaskClient) -> None:
    edges = client.get("/api/network").get_json()["edges"]
    counted = [edge for edge in edges if edge["pair"]]
    assert counted
    for edge in counted:
        answer = client.get("/api/timeline", query_string={"pair": edge["pair"]}).get_json()
        assert len(answer["items"]) == edge["count"]


def test_a_focus_leaves_those_around_it(client: FlaskClient) -> None:
    whole = client.get("/api/network").get_json()
    around = client.get("/api/network?focus=meridia").get_json()
    assert around["focus"].endswith("/meridia")
    assert 1 < len(around["nodes"]) < len(whole["nodes"])
    where = {n["id"]: (n["x"], n["y"]) for n in whole["nodes"]}
    assert all(where[n["id"]] == (n["x"], n["y"]) for n in around["nodes"])


def test_the_selected_events_ties_are_named(client: FlaskClient) -> None:
    items = client.get("/api/timeline?kind=meeting").get_json()["items"]
    event = items[0]["href"].rsplit("/", 1)[1].partition("?")[0]
    selected = client.get(f"/api/network?event={event}").get_json()["selected"]
    assert [kind for _, _, kind in selected] == ["met"]


@pytest.mark.parametrize("address", ["nodes=0", "nodes=x", "pair=meridia", "pair=a,b,likes"])
def test_what_does_not_fit_is_said(client: FlaskClient, address: str) -> None:
    for path in ("/api/network", "/export/network.html", "/?view=network&"):
        answer = client.get(f"{path}{'' if '?' in path else '?'}{address}")
        assert answer.status_code == 400


def test_the_table_leads_from_each_tie_to_its_claims(client: FlaskClient) -> None:
    page = client.get("/?view=network&lang=en").get_data(as_text=True)
    links = re.findall(r'href="(/\?[^"]*pair=[^"]*)"', page)
    assert links
    for link in links:
        assert "view=list" in link
        assert "lang=en" in link
        assert client.get(link.replace("&amp;", "&")).status_code == 200


def test_the_file_is_sent_as_one_and_holds_hostile_names_as_words(client: FlaskClient) -> None:
    answer = client.get("/export/network.html")
    assert answer.mimetype == "text/html"
    assert "claimline-network.html" in answer.headers["Content-Disposition"]
    text = answer.get_data(as_text=True)
    assert HOSTILE not in text
    found = re.search(r"data-answer>(.*?)</script>", text)
    assert found
    labels = {node["label"] for node in json.loads(found.group(1))["nodes"]}
    assert HOSTILE_NAME in labels


def test_the_file_is_in_the_readers_language_and_names_the_filters(client: FlaskClient) -> None:
    text = client.get("/export/network.html?ui=ar&lang=ar").get_data(as_text=True)
    assert '<html lang="ar" dir="rtl">' in text
    assert 'class="network__chosen"' in text


def test_places_say_whether_they_are_areas(client: FlaskClient) -> None:
    places = client.get("/api/places").get_json()["places"]
    assert places
    assert {(place["kind"], place["code"]) for place in places} == {(None, None)}


def test_the_map_says_whose_lines_it_draws(client: FlaskClient) -> None:
    assert "Natural Earth" in client.get("/?view=map").get_data(as_text=True)
