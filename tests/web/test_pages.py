"""The pages: what they show, in both languages, of good and of hostile articles."""

import html
import json
import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.store.embedded import EmbeddedStore
from tests.web.conftest import meeting_of
from tests.web.samples import HOSTILE, arabic, english, hostile, undated
from web import create_app

PAGES = [
    "/",
    "/?view=network",
    "/?view=map",
    "/?view=list",
    "/articles",
    "/sparql",
    "/ns",
    "/terms/",
    "/about",
]


def name_of(iri: str) -> str:
    """Return the last part of an IRI."""
    return iri.rsplit("/", 1)[1]


def page(client: FlaskClient, path: str) -> str:
    """Return the page's text."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer.mimetype == "text/html"
    return answer.get_data(as_text=True)


def thing_pages() -> list[str]:
    """Return the pages of everything in the sample articles."""
    found: set[str] = set()
    for extraction in (english(), arabic(), undated(), hostile()):
        found.add(f"/articles/{name_of(extraction.article.iri)}")
        found |= {f"/actors/{name_of(a.iri)}" for a in extraction.actors}
        found |= {f"/places/{name_of(p.iri)}" for p in extraction.locations}
        found |= {f"/events/{name_of(c.event)}" for c in extraction.claims}
        found |= {f"/claims/{name_of(c.iri)}" for c in extraction.claims if c.under is None}
    return sorted(found)


class Tags(HTMLParser):
    """Collects what could run or lead outside, and checks that tags are closed in order."""

    VOID = frozenset({"meta", "link", "br", "input", "hr", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.links: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.wrong += [f"{tag} {name}" for name in known if name.startswith("on")]
        self.wrong += [f"{tag} style" for name in known if name == "style"]
        if tag == "script":
            self.scripts.append(known)
        self.links += [known[name] or "" for name in ("href", "src", "action") if name in known]
        if known.get("id"):
            self.ids.append(str(known["id"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """SVG closes its own."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


@pytest.mark.parametrize("ui", ["en", "ar"])
@pytest.mark.parametrize("path", [*PAGES, *thing_pages()])
def test_pages_are_sound_and_nothing_from_an_article_can_run(
    client: FlaskClient, path: str, ui: str
) -> None:
    text = page(client, f"{path}{'&' if '?' in path else '?'}ui={ui}")
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    assert tags.wrong == []
    assert HOSTILE not in text
    for script in tags.scripts:
        assert script.get("type") == "application/json" or str(script["src"]).startswith("/static/")
    assert not [link for link in tags.links if link.lower().startswith(("javascript:", "data:"))]
    assert len(tags.ids) == len(set(tags.ids))
    assert f'<html lang="{ui}" dir="{"rtl" if ui == "ar" else "ltr"}"' in text


@pytest.mark.parametrize("path", [*PAGES, *thing_pages()])
def test_every_link_of_a_page_leads_somewhere(client: FlaskClient, path: str) -> None:
    tags = Tags()
    tags.feed(page(client, path))
    for link in {html.unescape(link) for link in tags.links}:
        if link.startswith("/") and not link.startswith("//"):
            answer = client.get(link.partition("#")[0])
            assert answer.status_code in (200, 303), f"{path} -> {link}"


def test_outside_addresses_lead_away_only_over_http(client: FlaskClient) -> None:
    text = page(client, "/articles")
    assert 'href="https://straitwire.example.org/talks"' in text
    shown = page(client, f"/articles/{name_of(hostile().article.iri)}")
    assert "javascript:alert(document.domain)" in shown
    assert 'href="javascript:' not in shown


def test_the_explorer_opens_on_the_newest_red_line(client: FlaskClient) -> None:
    text = page(client, "/")
    line = next(english().redlines)
    assert f'data-event="/events/{name_of(line.event)}"' in text
    assert f'<mark class="evidence evidence--redline">{line.evidence[0].text}</mark>' in text
    assert "Harbour Radio" in text


def test_the_explorer_opens_on_the_event_of_its_address(client: FlaskClient) -> None:
    local = name_of(meeting_of(arabic()))
    canonical = name_of(meeting_of(english()))
    assert f'data-event="/events/{canonical}"' in page(client, f"/?event={local}")
    assert 'data-event="/events/' in page(client, "/?event=unknown")


def test_the_explorer_embeds_the_answer_it_draws(client: FlaskClient) -> None:
    text = page(client, "/")
    found = re.search(r"data-answer>(.*?)</script>", text, re.DOTALL)
    assert found
    embedded = json.loads(found[1])
    assert embedded["items"] == client.get("/api/timeline?limit=500").get_json()["items"]


def test_an_empty_store_says_how_to_begin() -> None:
    store = EmbeddedStore.in_memory()
    client = create_app(store).test_client()
    assert "claimline add" in page(client, "/")
    for path in (
        "/?view=network",
        "/articles",
        "/about",
        "/api/timeline",
        "/export.ttl",
        "/export.csv",
    ):
        assert client.get(path).status_code == 200
    store.close()


def test_a_panel_is_the_body_alone(client: FlaskClient) -> None:
    for path in thing_pages():
        if path.startswith(("/events/", "/claims/")):
            text = page(client, f"{path}?panel=1")
            assert text.lstrip().startswith('<article class="panel"')
            assert "<html" not in text


def test_the_quotation_gives_the_words_at_its_offsets(client: FlaskClient) -> None:
    for extraction in (english(), arabic(), undated(), hostile()):
        for claim in extraction.claims:
            text = page(client, f"/claims/{name_of(claim.under or claim.iri)}?panel=1")
            start, end = claim.evidence[0].start, claim.evidence[0].end
            block = text[text.index(f'data-start="{start}" data-end="{end}"') :]
            marked = re.search(r"<mark[^>]*>(.*?)</mark>", block, re.DOTALL)
            assert marked
            assert html.unescape(marked[1]) == extraction.article.text[start:end]


def test_an_event_shows_where_articles_differ(client: FlaskClient) -> None:
    text = page(client, f"/events/{name_of(meeting_of(english()))}")
    assert "Articles differ" in text
    assert "Sael" in text
    assert "Port Vey" in text


def test_what_an_article_leaves_out_is_said_to_be_not_stated(client: FlaskClient) -> None:
    text = page(client, f"/events/{name_of(next(undated().statements).event)}")
    assert "not stated" in text
    assert "1 day before publication" in text


def test_an_article_is_shown_whole_with_its_evidence_marked(client: FlaskClient) -> None:
    for extraction in (english(), arabic(), undated(), hostile()):
        text = page(client, f"/articles/{name_of(extraction.article.iri)}")
        lines = re.findall(r'class="reading__line">(.*?)</(?:p|h1|h2)>', text, re.DOTALL)
        words = html.unescape(re.sub(r"<[^>]+>", "", " ".join(lines)))
        assert words.split() == extraction.article.text.split()
        for claim in extraction.claims:
            local = name_of(claim.iri).replace("#", "-")
            assert text.count(f'id="at-{local}"') == 1
            assert text.count(f'id="claim-{local}"') == 1
            assert f'href="#claim-{local}"' in text


def test_an_article_says_what_its_text_hides(client: FlaskClient) -> None:
    assert "turn the direction of the text: 2" in page(
        client, f"/articles/{name_of(hostile().article.iri)}"
    )
    assert "turn the direction" not in page(client, f"/articles/{name_of(english().article.iri)}")


def test_filters_of_the_address_narrow_the_page_and_are_shown(client: FlaskClient) -> None:
    text = page(client, "/?kind=meeting&actor=kestria&ui=ar").partition("data-answer")[0]
    assert "stationing patrol ships" not in text
    assert "الجهة الفاعلة: <bdi>كستريا</bdi>" in text
    assert 'class="chip" href="/?kind=meeting&amp;ui=ar"' in text
    assert "notes__note" in page(client, "/?view=network&kind=meeting")
    assert "notes__note" not in page(client, "/")


def test_the_network_table_names_both_ends_of_every_tie(client: FlaskClient) -> None:
    table = page(client, "/?view=network").partition("<tbody>")[2].partition("</tbody>")[0]
    rows = re.sub(r"<[^>]+>", " ", table)
    assert re.search(r"Kestria\s+met\s+Meridia\s+1", rows)
    assert re.search(r"Kestrian official\s+warned\s+Meridia\s+1", rows)
    assert "<bdi></bdi>" not in table


def test_arabic_pages_count_in_arabic(client: FlaskClient) -> None:
    text = page(client, "/?ui=ar")
    assert "4 مقالات" in text
    assert "خط أحمر واحد" in text


def test_the_language_is_kept_in_a_cookie_and_the_address_wins(client: FlaskClient) -> None:
    assert 'lang="en"' in page(client, "/about")
    client.get("/about?ui=ar")
    assert '<html lang="ar"' in page(client, "/about")
    assert '<html lang="en"' in page(client, "/about?ui=en")
    assert '<html lang="en"' in page(client, "/about?ui=xx")


def test_months_are_named_as_the_reader_chose(client: FlaskClient) -> None:
    assert "15 تموز 2031" in page(client, "/articles?ui=ar")
    assert 'data-locale="ar-SY"' in page(client, "/?ui=ar")
    client.get("/about?ui=ar&months=ar")
    assert "15 يوليو 2031" in page(client, "/articles")
    assert 'data-locale="ar"' in page(client, "/")
    assert 'data-locale="en-GB"' in page(client, "/?ui=en")


def test_the_browsers_language_is_followed(app: Flask) -> None:
    client = app.test_client()
    answer = client.get("/about", headers={"Accept-Language": "fr, ar-LB;q=0.8, en;q=0.5"})
    assert '<html lang="ar"' in answer.get_data(as_text=True)
