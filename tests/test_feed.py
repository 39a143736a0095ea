"""Feeds as they are read: entries, days, contents, and what hostile ones come to."""

import time

import pytest

from kg.config import MAX_FEED_ENTRIES
from kg.errors import ReadError
from kg.read.exchange import Fetched
from kg.read.feed import Feed, content_of_entry, is_feed, parse_feed
from tests.feed_site import WORDS, atom, item, rss

STORY = WORDS.format(place="Vienna", day=5)


def fetched(body: str | bytes, kind: str = "application/rss+xml") -> Fetched:
    return Fetched(
        address="https://news.example/feed",
        body=body.encode() if isinstance(body, str) else body,
        content_type=kind,
        charset=None,
        etag=None,
        last_modified=None,
    )


def parsed(body: str | bytes, kind: str = "application/rss+xml") -> Feed:
    return parse_feed(fetched(body, kind))


def test_an_entry_has_its_address_title_and_day_as_written() -> None:
    feed = parsed(rss(item("https://news.example/1", "A &amp; B <b>met</b>")))
    (entry,) = feed.entries
    assert (feed.title, entry.link, entry.title) == (
        "Harbour News",
        "https://news.example/1",
        "A & B met",
    )
    assert str(entry.published) == "2025-03-10"  # in UTC too, but not for the reader at +03:00


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Tue, 11 Mar 2025 00:30:00 +0300", "2025-03-11"),  # the tenth in UTC
        ("2025-03-11T00:30:00+03:00", "2025-03-11"),
        ("2025-03-11", "2025-03-11"),
        ("2025-02-31", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_day_is_the_one_that_is_written(said: str, day: str | None) -> None:
    (entry,) = parsed(rss(item("https://news.example/1", day=said))).entries
    assert (str(entry.published) if entry.published else None) == day


def test_an_atom_entry_in_arabic_is_an_article() -> None:
    body = "<p>قال الوزير إن المعبر سيفتح غدا.</p><script>alert(1)</script><p>ونفى ذلك آخرون.</p>"
    link = "https://news.example/1"
    feed = parsed(atom((link, "المعبر", "2025-03-09T10:00:00Z", body)), "application/atom+xml")
    source = content_of_entry(feed.entries[0], feed)
    assert source.text == "المعبر\n\nقال الوزير إن المعبر سيفتح غدا.\n\nونفى ذلك آخرون."
    assert (source.source, source.publisher) == (link, "صحيفة")
    assert (str(source.published), source.published_from) == ("2025-03-09", "feed")


def test_relative_links_are_completed() -> None:
    (entry,) = parsed(rss(item("/news/7"))).entries
    assert entry.link == "https://news.example/news/7"


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://",
        "http://[",
        "mailto:a@b",
    ],
)
def test_what_is_no_address_is_none(link: str) -> None:
    (entry,) = parsed(rss(item(link))).entries
    assert entry.link is None


def test_an_entry_without_a_link_is_known_by_its_feed_and_title() -> None:
    feed = parsed(rss(item(None, "One", content=STORY), item(None, "Two", content=STORY)))
    sources = [content_of_entry(entry, feed) for entry in feed.entries]
    assert len({s.identifier for s in sources}) == 2
    assert [s.source for s in sources] == [None, None]


def test_a_changed_entry_is_another_one() -> None:
    link = "https://news.example/1"
    keys = {
        parsed(atom((link, "Talks", f"2025-03-{day}T10:00:00Z", ""))).entries[0].key
        for day in ("09", "10")
    }
    assert len(keys) == 2


TEN = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{TEN}]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_refused_before_it_is_parsed(encoding: str) -> None:
    body = rss(item("https://news.example/1", "T").replace("T<", "&j;<"), head=BOMB)
    begun = time.monotonic()
    with pytest.raises(ReadError, match="declares entities of its own"):
        parsed(body.replace("UTF-8", encoding).encode(encoding))
    assert time.monotonic() - begun < 1


def test_the_first_of_a_hundred_thousand_entries_are_taken() -> None:
    body = rss(*(item(f"https://news.example/{n}", day=None) for n in range(100_000)))
    begun = time.monotonic()
    feed = parsed(body)
    assert time.monotonic() - begun < 10
    assert len(feed.entries) == MAX_FEED_ENTRIES
    assert feed.left_out == 100_000 - MAX_FEED_ENTRIES
    assert feed.entries[0].link == "https://news.example/0"


def test_a_feed_in_utf_16_is_read() -> None:
    body = rss(item("https://news.example/1", "محادثات")).replace("UTF-8", "UTF-16")
    assert parsed(body.encode("utf-16")).entries[0].title == "محادثات"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "is no feed"),
        ("<html><body>Hello</body></html>", "is no feed"),
        ("/etc/passwd", "is no feed"),
        ("https://news.example/other", "is no feed"),
        ('{"version": "https://jsonfeed.org/version/1"}', "is no feed"),
    ],
)
def test_what_is_no_feed_is_said(body: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        parsed(body)


def test_a_page_that_names_its_feed_is_said() -> None:
    body = '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>'
    with pytest.raises(ReadError, match=r"https://news\.example/rss"):
        parsed(body, "text/html")
    assert not is_feed(fetched(body, "text/html"))


def test_broken_markup_gives_what_stands_in_it() -> None:
    body = rss(item("https://news.example/1", "Fine"), "<item><title>Broken & <b>")
    assert parsed(body).entries[0].title == "Fine"


@pytest.mark.parametrize(
    ("body", "kind", "is_one"),
    [
        (rss(), "application/rss+xml", True),
        (rss(), "", True),
        (
            b"\xef\xbb\xbf\n<?xml version='1.0'?><!-- a --><!DOCTYPE rss [<!-- b -->]>" + b"<rss>",
            "",
            True,
        ),
        (atom(), "text/plain", True),
        (rss().encode("utf-16"), "", True),
        (rss(), "text/html", False),
        ("<html><p>Write &lt;rss> or <rss> at the top.</p></html>", "", False),
        ("An article about <rss> feeds.", "text/plain", False),
        (b"<?" * 2_000 + b"?>" * 40, "", False),
        (b"<!-- -->" * 500, "", False),
    ],
)
def test_a_feed_is_known_by_its_first_element(body: str | bytes, kind: str, is_one: bool) -> None:
    assert is_feed(fetched(body, kind)) is is_one


def test_deeply_nested_content_is_read() -> None:
    feed = parsed(rss(item(None, content="<div>" * 200 + STORY)))
    assert "ferries" in content_of_entry(feed.entries[0], feed).text
    feed = parsed(rss(item(None, content="<div>" * 50_000 + STORY)))
    with pytest.raises(ReadError, match="no text of its own"):  # nobody nests like that
        content_of_entry(feed.entries[0], feed)


def test_an_entry_that_only_leads_to_its_text_has_none() -> None:
    feed = parsed(rss(item("https://news.example/1")))
    with pytest.raises(ReadError, match="holds no text of its own"):
        content_of_entry(feed.entries[0], feed)
