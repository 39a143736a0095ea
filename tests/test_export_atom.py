"""The feed, read back by a parser of feeds and by a parser of XML, neither of them ours."""

import re
import xml.etree.ElementTree as ET

import feedparser
import pytest

from kg.errors import QueryError
from kg.export import atom
from kg.export.atom import feed_chunks
from kg.export.site import Site
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.wording import ENGLISH
from tests.web.samples import Teller, arabic, english, hostile, undated

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Site(address="https://claims.test", here="https://claims.test/feed.atom?kind=meeting")
BASE = "https://data.test/id/"


def recorded(*told: Extraction) -> Dataset:
    """The later an article is given, the later its claims were recorded."""
    moments = {
        e.article.iri: {c.iri: f"2031-07-{day:02d}T12:00:00Z" for c in e.claims if c.under is None}
        for day, e in enumerate(told, start=1)
    }
    return Dataset(told, recorded=moments)


def written(*told: Extraction, chosen: Filter | None = None, **more: object) -> bytes:
    given = {"base": BASE, "site": SITE} | more
    return b"".join(feed_chunks(recorded(*told), chosen or Filter(), ENGLISH, **given))  # type: ignore[arg-type] # tests give what fits


def test_entries_are_the_claims_of_record_those_recorded_last_first() -> None:
    told = [english(), arabic(), undated()]
    feed = feedparser.parse(written(*told))
    assert not feed.bozo
    claims = [c.iri for e in reversed(told) for c in e.claims if c.under is None]
    assert [entry.id for entry in feed.entries] == claims
    assert feed.feed.updated == feed.entries[0].updated == "2031-07-03T12:00:00Z"


def test_an_entry_has_its_outlet_its_links_and_its_language() -> None:
    (entry,) = feedparser.parse(written(arabic())).entries
    assert entry.author == "صحيفة الميناء"
    links = {(link.rel, link.type): link.href for link in entry.links}
    name = entry.id.rsplit("/", 1)[1]
    assert links["alternate", "text/html"] == f"https://claims.test/claims/{name}?ui=en"
    assert links["alternate", "text/turtle"] == f"https://claims.test/claims/{name}.ttl"
    assert any(rel == "via" and "mina.example.org" in href for (rel, _), href in links.items())
    content = entry.content[0].value
    assert '<blockquote dir="rtl" lang="ar"' in content
    assert "التقى ضباط من ميريديا" in content


def test_the_content_has_the_quotation_and_the_whole_chain() -> None:
    feed = feedparser.parse(written(english()))
    (entry,) = (e for e in feed.entries if "warns" in e.title)
    content = re.sub("<[^>]*>", "", entry.content[0].value)
    chain = ["Strait Wire", "Harbour Radio", "Kestrian official"]
    assert "a Kestrian official had warned Meridia at the meeting" in content
    told = content[content.index("article:") :]
    assert [told.index(name) for name in chain] == sorted(told.index(name) for name in chain)
    assert "declares a red line to Meridia" in content


def test_hostile_words_stay_words() -> None:
    root = ET.fromstring(written(hostile()))  # our own text
    assert not {e.tag for e in root.iter()} & {
        f"{{http://www.w3.org/1999/xhtml}}{t}" for t in ("script", "img", "b")
    }
    assert "<script>alert(1)</script> warns" in (root.findtext(f"{ATOM}entry/{ATOM}title") or "")


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0b", "\x1f", "\ufffe", "\uffff", "]]>"])
def test_what_xml_cannot_hold_does_not_break_the_feed(sign: str) -> None:
    teller = Teller(
        f"They said{sign}so & more.", language="en", title=f"A{sign}B", published=Day(2031, 7, 1)
    )
    teller.statement(f"They said{sign}so & more.", "asserts", "said")
    root = ET.fromstring(written(teller.told()))  # our own text
    shown = "]]>" if sign == "]]>" else "\N{REPLACEMENT CHARACTER}"
    assert f"They said{shown}so & more." in "".join(root.itertext())


def test_addresses_that_run_never_become_links() -> None:
    teller = Teller("They said so.", language="en", title="A", source="javascript:alert(1)")
    teller.statement("They said so.", "asserts", "said")
    assert b'href="javascript' not in written(teller.told())


def test_a_page_leads_to_the_next_and_nothing_is_told_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(atom, "FEED_SIZE", 2)
    told = [english(), arabic(), undated(), hostile()]
    seen: list[str] = []
    after: str | None = None
    while True:
        feed = feedparser.parse(written(*told, after=after))
        links = {link.rel: link.href for link in feed.feed.links}
        seen += [entry.id for entry in feed.entries]
        assert links["first"] == SITE.here
        if "next" not in links:
            break
        after = re.sub(".*after=", "", links["next"]).replace("%7E", "~")
        after = after.replace("%3A", ":").replace("%2F", "/")
    assert seen == [e.id for e in feedparser.parse(written(*told, whole=True)).entries]
    assert len(seen) == len(set(seen)) == 5


def test_a_whole_feed_says_that_it_is() -> None:
    root = ET.fromstring(written(english(), whole=True, site=None))  # our own text
    assert root.find("{http://purl.org/syndication/history/1.0}complete") is not None
    assert root.findall(f"{ATOM}link") == []


def test_a_feed_of_nothing_is_a_feed() -> None:
    feed = feedparser.parse(written(english(), chosen=Filter(q="nowhere")))
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.id == f"{BASE}feed?q=nowhere"


@pytest.mark.parametrize("token", ["x", "2031~x~y", "~~", "2031~99999999999999999~a"])
def test_a_wrong_token_is_named(token: str) -> None:
    with pytest.raises(QueryError, match="begin again"):
        written(english(), after=token)
