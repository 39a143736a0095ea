"""What is taken away is what is in view: files, feed, the menu that offers them."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from html import unescape

import feedparser
import icalendar
import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from tests.web.samples import AT, english
from web.feeds import Seen

ATOM = "{http://www.w3.org/2005/Atom}"


def links_of(client: FlaskClient, page: str) -> list[str]:
    """The addresses in the page's menu of exports."""
    text = client.get(page).get_data(as_text=True)
    menu = text[text.index("data-exports") : text.index("</details>", text.index("data-exports"))]
    return [unescape(href) for href in re.findall(r'<a href="([^"]*)"', menu)]


@pytest.mark.parametrize("page", ["/", "/?kind=meeting&q=Sael", "/?view=network", "/articles"])
def test_every_entry_of_the_menu_leads_to_a_file(client: FlaskClient, page: str) -> None:
    found = links_of(client, page)
    assert len(found) >= 10
    for address in found:
        answer = client.get(address)
        assert answer.status_code == 200, address
        answer.close()


def test_the_menu_takes_exactly_the_filters_in_view(client: FlaskClient) -> None:
    for address in links_of(client, "/?lang=ar&kind=meeting&event=x&window=2031-07-01/2031-07-09"):
        assert "lang=ar" in address
        assert "kind=meeting" in address
        assert not {"event=", "window="} & set(re.findall(r"\w+=", address))


def test_the_menu_says_how_many_claims_it_holds(client: FlaskClient) -> None:
    text = client.get("/?lang=ar").get_data(as_text=True)
    assert "<strong data-export-count>1 claim</strong>" in text
    assert client.get("/api/counts?lang=ar").json["words"] == "1 claim"


def test_every_page_names_its_feed(client: FlaskClient) -> None:
    text = client.get("/?kind=meeting&ui=ar").get_data(as_text=True)
    named = re.search(
        r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]*)"', text
    )
    assert named is not None
    assert unescape(named.group(1)) == "/feed.atom?kind=meeting&ui=ar"
    assert 'href="/feed.atom?ui=en"' in client.get("/articles?ui=en").get_data(as_text=True)


def test_the_calendar_holds_what_is_chosen(client: FlaskClient) -> None:
    answer = client.get("/export.ics?kind=meeting&ui=en")
    assert answer.mimetype == "text/calendar"
    calendar = icalendar.Calendar.from_ical(answer.data)
    (event,) = calendar.walk("VEVENT")
    assert str(event["URL"]).startswith("http://localhost/events/")
    assert "Kind: Meeting" in str(calendar["DESCRIPTION"])
    page = str(event["URL"]).removeprefix("http://localhost")
    assert client.get(page).status_code == 200


def test_the_calendar_speaks_the_language_of_the_interface(client: FlaskClient) -> None:
    calendar = icalendar.Calendar.from_ical(client.get("/export.ics?ui=ar").data)
    assert str(calendar["NAME"]) == "Claimline: الأحداث المؤرَّخة"
    assert calendar["NAME"].params["LANGUAGE"] == "ar"


def test_csv_has_a_mark_for_excel_only_when_asked(client: FlaskClient) -> None:
    assert client.get("/export.csv?bom=1").data.startswith(b"\xef\xbb\xbfclaim,")
    assert client.get("/export.csv").data.startswith(b"claim,")


def test_claim_sheets_hold_what_is_chosen(client: FlaskClient) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(client.get("/export/sheet.csv?lang=ar").data.decode("utf-8-sig"))
        )
    )
    assert [row["type"] for row in rows if not row["type"].startswith("#")] == [
        "article",
        "meeting",
    ]
    book = openpyxl.load_workbook(io.BytesIO(client.get("/export/sheet.xlsx?lang=ar").data))
    assert book.worksheets[0].max_row == len(rows) + 1


def test_the_feed_holds_what_is_chosen_and_its_links_lead_on(client: FlaskClient) -> None:
    answer = client.get("/feed.atom?lang=ar&ui=en")
    assert answer.mimetype == "application/atom+xml"
    feed = feedparser.parse(answer.data)
    (entry,) = feed.entries
    assert feed.feed.subtitle == "Language of the article: Arabic"
    for link in [*feed.feed.links, *(e for e in entry.links if e.rel == "alternate")]:
        assert link.href.startswith("http://localhost/")
        assert client.get(link.href.removeprefix("http://localhost")).status_code == 200


def test_the_feed_is_xml_in_every_language(client: FlaskClient) -> None:
    for language in ("en", "ar"):
        root = ET.fromstring(client.get(f"/feed.atom?ui={language}").data)
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert len(root.findall(f"{ATOM}entry")) == 5


def test_a_feed_that_did_not_change_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/feed.atom")
    for header, value in (
        ("If-None-Match", first.headers["ETag"]),
        ("If-Modified-Since", first.headers["Last-Modified"]),
    ):
        again = client.get("/feed.atom", headers={header: value})
        assert again.status_code == 304, header
        assert again.data == b""


def test_a_feed_is_sent_again_when_a_claim_is_gone(
    writable: Flask, own_store: EmbeddedStore
) -> None:
    client = writable.test_client()
    first = client.get("/feed.atom")
    own_store.withdraw(english().article.iri, at=AT)
    for header, value in (
        ("If-None-Match", first.headers["ETag"]),
        ("If-Modified-Since", first.headers["Last-Modified"]),
    ):
        again = client.get("/feed.atom", headers={header: value})
        assert again.status_code == 200, header
    assert len(feedparser.parse(again.data).entries) == 3


def test_no_two_revisions_were_seen_in_one_second() -> None:
    now = datetime(2031, 7, 20, 12, 0, 0, 900_000, tzinfo=UTC)
    seen = Seen()
    moments = [seen.at(revision, now) for revision in (1, 1, 2, 3)]
    assert [moment.second for moment in moments] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    "address", ["/feed.atom?after=x", "/feed.atom?kind=x", "/export.ics?from=x"]
)
def test_what_cannot_be_asked_is_said(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"]["message"]


@pytest.mark.parametrize(
    ("ending", "media_type", "sign"),
    [
        (".bib", "application/x-bibtex", "@misc{claimline-"),
        (".ris", "application/x-research-info-systems", "TY  - NEWS"),
        (".csl.json", "application/vnd.citationstyles.csl+json", '"article-newspaper"'),
    ],
)
def test_articles_are_taken_away_as_references(
    client: FlaskClient, ending: str, media_type: str, sign: str
) -> None:
    answer = client.get(f"/export{ending}")
    assert answer.mimetype == media_type
    assert f'filename="claimline{ending}"' in answer.headers["Content-Disposition"]
    whole = answer.get_data(as_text=True)
    arabic = client.get(f"/export{ending}?lang=ar").get_data(as_text=True)
    assert whole.count(sign) > arabic.count(sign) > 0
    article = client.get("/api/articles").json["articles"][0]["iri"].rsplit("/", 1)[1]
    assert client.get(f"/articles/{article}{ending}").get_data(as_text=True).count(sign) == 1
    assert client.get(f"/articles/nothing{ending}").status_code == 404
