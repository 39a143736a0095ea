"""What programs get: the interface, identities, downloads, paging, revisions."""

import csv
import io
import json

import pytest
import rdflib
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from tests.web.conftest import meeting_of
from tests.web.samples import AT, arabic, english, undated
from tests.web.test_pages import name_of, thing_pages

CLAIM = rdflib.URIRef("https://w3id.org/claimline/ns#Claim")
LINE = next(english().redlines)


def test_an_identity_leads_to_its_page_or_its_data(client: FlaskClient) -> None:
    name = name_of(LINE.event)
    for accept, ending in [
        ("text/html,*/*;q=0.8", ""),
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/json", ".json"),
        ("text/html;q=0.4, text/turtle;q=0.9", ".ttl"),
    ]:
        answer = client.get(f"/id/redline/{name}", headers={"Accept": accept})
        assert answer.status_code == 303
        assert answer.headers["Location"] == f"/events/{name}{ending}"
        assert "Accept" in answer.headers["Vary"]
    answer = client.get(f"/id/redline/{name}.jsonld")
    assert answer.headers["Location"] == f"/events/{name}.jsonld"


@pytest.mark.parametrize(
    ("kind", "room"),
    [
        ("article", "articles"),
        ("claim", "claims"),
        ("actor", "actors"),
        ("place", "places"),
        ("meeting", "events"),
        ("statement", "events"),
        ("action", "events"),
    ],
)
def test_each_kind_of_identity_has_its_room(client: FlaskClient, kind: str, room: str) -> None:
    answer = client.get(f"/id/{kind}/kestria.ministry-of-defence")
    assert answer.headers["Location"] == f"/{room}/kestria.ministry-of-defence"


@pytest.mark.parametrize("path", ["/id/graph/merged", "/id/meeting/a%20b", "/id/meeting/%22%3E"])
def test_what_is_no_identity_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_identity_in_no_acceptable_form_is_answered_406(client: FlaskClient) -> None:
    assert client.get("/id/actor/x", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("path", thing_pages())
def test_every_page_has_its_data_in_three_formats(client: FlaskClient, path: str) -> None:
    turtle = client.get(f"{path}.ttl")
    assert turtle.mimetype == "text/turtle"
    assert len(rdflib.Graph().parse(data=turtle.data, format="turtle")) > 0
    jsonld = client.get(f"{path}.jsonld")
    assert jsonld.mimetype == "application/ld+json"
    assert json.loads(jsonld.data)
    assert client.get(f"{path}.json").get_json()


def test_a_claims_data_are_that_claims_alone(client: FlaskClient) -> None:
    iri = next(english().statements).iri
    graph = rdflib.Graph().parse(data=client.get(f"/claims/{name_of(iri)}.ttl").data)
    assert {str(s) for s in graph.subjects(rdflib.RDF.type, CLAIM)} == {iri}
    document = client.get(f"/api/claims/{name_of(iri)}").get_json()
    assert {c["under"] or c["iri"] for c in document["claims"] if "under" in c} == {iri}
    assert document["article"]["iri"] == english().article.iri


def test_an_events_data_hold_every_articles_telling(client: FlaskClient) -> None:
    document = client.get(f"/events/{name_of(meeting_of(english()))}.json").get_json()
    assert {a["article"]["iri"] for a in document["articles"]} == {
        english().article.iri,
        arabic().article.iri,
    }
    assert document["differences"] == ["place"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("ending", ["ttl", "trig", "nq", "jsonld", "csv", "json"])
def test_exports_are_attachments_that_parse(client: FlaskClient, ending: str) -> None:
    answer = client.get(f"/export.{ending}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f'attachment; filename="claimline.{ending}"'
    data = answer.data
    if ending in ("ttl", "trig", "nq"):
        form = {"ttl": "turtle", "trig": "trig", "nq": "nquads"}[ending]
        assert len(rdflib.Dataset().parse(data=data, format=form)) > 0
    elif ending == "csv":
        rows = list(csv.DictReader(io.StringIO(data.decode())))
        assert len(rows) == 7
    else:
        assert json.loads(data)


def test_an_export_honours_the_filters(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/export.csv?lang=ar").data.decode())))
    assert [row["article"] for row in rows] == [arabic().article.iri]
    graph = rdflib.Graph().parse(data=client.get("/export.ttl?lang=ar").data)
    claims = [str(s) for s in graph.subjects(rdflib.RDF.type, CLAIM)]
    assert len(claims) == 1
    assert client.get("/export.trig?lang=he").status_code == 200


def test_the_texts_leave_only_when_asked_for(client: FlaskClient) -> None:
    words = b"Both sides called it technical"
    assert words not in client.get("/export.trig").data
    assert words in client.get("/export.trig?with-text=1").data


def test_the_timeline_comes_in_pages(client: FlaskClient) -> None:
    seen, path = [], "/api/timeline?limit=2"
    while path:
        answer = client.get(path)
        seen += [item["iri"] for item in answer.get_json()["items"]]
        link = answer.headers.get("Link", "")
        path = link[1:].partition(">")[0]
        assert (len(seen) == 6) is (link == "")
        assert link.endswith('; rel="next"') is bool(link)
    assert len(seen) == len(set(seen)) == 6


@pytest.mark.parametrize(
    ("path", "key"), [("/api/articles", "articles"), ("/api/places", "places")]
)
def test_other_lists_come_in_pages_too(client: FlaskClient, path: str, key: str) -> None:
    whole = client.get(path).get_json()[key]
    first = client.get(f"{path}?limit=1")
    second = client.get(first.headers["Link"][1:].partition(">")[0])
    assert first.get_json()[key] + second.get_json()[key] == whole[:2]
    assert len(whole) >= 2


def test_the_timeline_counts_when_buckets_are_asked_for(client: FlaskClient) -> None:
    answer = client.get("/api/timeline?bucket=7&lanes=side").get_json()
    assert answer["mode"] == "density"
    assert client.get("/api/timeline?bucket=x").status_code == 400
    assert client.get("/api/timeline?lanes=x").status_code == 400


def test_places_have_names_in_the_language_asked_for(client: FlaskClient) -> None:
    found = client.get("/api/places?ui=ar").get_json()["places"]
    assert {place["label"] for place in found} == {"سايل", "بورت فاي"}


@pytest.mark.parametrize(
    "path", ["/", "/api/timeline", "/export.ttl", "/articles", "/ns", "/sparql?query=ASK{}"]
)
def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    assert first.headers["Cache-Control"] == "private, no-cache"
    tag = first.headers["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["ETag"] == tag
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_the_tag_tells_languages_and_formats_apart(client: FlaskClient) -> None:
    tags = {
        client.get("/about?ui=en").headers["ETag"],
        client.get("/about?ui=ar").headers["ETag"],
        client.get("/about?ui=ar&digits=arab").headers["ETag"],
        client.get("/about?ui=en", headers={"Accept": "text/html"}).headers["ETag"],
    }
    assert len(tags) == 4


def test_a_write_makes_a_new_tag(writable: Flask, own_store: EmbeddedStore) -> None:
    client = writable.test_client()
    tag = client.get("/").headers["ETag"]
    own_store.withdraw(undated().article.iri, at=AT)
    answer = client.get("/", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag


def test_signing_in_makes_a_new_tag(writable: Flask, signed_in: FlaskClient) -> None:
    anonymous = writable.test_client().get("/articles").headers["ETag"]
    assert signed_in.get("/articles", headers={"If-None-Match": anonymous}).status_code == 200


def test_errors_are_never_kept(client: FlaskClient) -> None:
    answer = client.get("/no/such/page", headers={"If-None-Match": "*"})
    assert answer.status_code == 404
    assert answer.headers["Cache-Control"] == "no-store"


def test_static_files_are_kept_for_ever_under_their_digest(client: FlaskClient) -> None:
    text = client.get("/about").get_data(as_text=True)
    start = text.index("/static/")
    path = text[start : text.index('"', start)]
    answer = client.get(path)
    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    answer.close()
    stale = path.replace(path.split("/")[2], "0" * 12)
    assert client.get(stale).status_code == 404
    digest = path.split("/")[2]
    for outside in ("../__init__.py", "..%2f__init__.py", "/etc/passwd"):
        assert client.get(f"/static/{digest}/{outside}").status_code in (308, 404)


def test_the_ontology_is_served_as_page_and_data(client: FlaskClient) -> None:
    assert 'id="RedLine"' in client.get("/ns").get_data(as_text=True)
    for path in ("/ns", "/terms/", "/terms/warns"):
        turtle = client.get(path, headers={"Accept": "text/turtle"})
        assert len(rdflib.Graph().parse(data=turtle.data, format="turtle")) > 100
    assert client.get("/ns.jsonld").mimetype == "application/ld+json"
    assert client.get("/terms/.ttl").mimetype == "text/turtle"
    term = client.get("/terms/warns", headers={"Accept": "text/html"})
    assert (term.status_code, term.headers["Location"]) == (303, "/terms/#warns")
    assert client.get("/terms/nonesuch").status_code == 404


def test_setting_the_day_places_yesterday_and_keeps_the_claim(
    signed_in: FlaskClient, own_store: EmbeddedStore
) -> None:
    from tests.web.test_sign_in import csrf_of

    path = f"/articles/{name_of(undated().article.iri)}"
    before = own_store.recorded(undated().article.iri)
    form = {"published": "2031-07-18", "csrf_token": csrf_of(signed_in)}
    answer = signed_in.post(f"{path}/published", data=form)
    assert (answer.status_code, answer.headers["Location"]) == (303, path)
    event = next(undated().statements).event
    page = signed_in.get(f"/events/{name_of(event)}").get_data(as_text=True)
    assert "17 July 2031" in page
    assert own_store.recorded(undated().article.iri) == before
    signed_in.post(f"{path}/published", data=form | {"published": ""})
    page = signed_in.get(f"/events/{name_of(event)}").get_data(as_text=True)
    assert "1 day before publication" in page


@pytest.mark.parametrize("day", ["2031-02-31", "yesterday", "31/12/2031", "2031"])
def test_a_day_that_is_none_is_refused(
    signed_in: FlaskClient, own_store: EmbeddedStore, day: str
) -> None:
    from tests.web.test_sign_in import csrf_of

    path = f"/articles/{name_of(undated().article.iri)}/published"
    before = own_store.revision
    form = {"published": day, "csrf_token": csrf_of(signed_in)}
    answer = signed_in.post(path, data=form, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert day in answer.get_json()["error"]["message"]
    assert own_store.revision == before


def test_an_unknown_article_cannot_be_dated(writable: Flask) -> None:
    answer = writable.test_client().post(
        "/articles/none/published",
        data={"published": "2031-07-18"},
        headers={"Authorization": "Bearer a-token-of-the-test"},
    )
    assert answer.status_code == 404
