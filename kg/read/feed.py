"""Read a feed (RSS, Atom): its entries, and an article from each.

In:  the bytes of a feed as kg.read.fetch brings them, with its limits. Out: `Feed`; for an entry
the bytes of its page, or its own content, become a `SourceText`.
feedparser never fetches here. A feed that declares entities is refused before it is parsed; of a
feed with very many entries the first are taken, which are the newest.
Source: feedparser (BSD-2-Clause); RSS 2.0, RFC 4287 (Atom).
"""

import email.utils
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from lxml import html
from lxml.etree import ParserError

from kg.config import MAX_ARTICLE_CHARS, MAX_FEED_ENTRIES
from kg.errors import ReadError
from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.iri import is_iri
from kg.model.said import Said, excerpt
from kg.read.encoding import decode_bytes
from kg.read.exchange import shown
from kg.read.failing import failed
from kg.read.fetch import Fetched
from kg.read.text import too_long

FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml"}
    | {"application/xml", "text/xml", "application/feed+xml"}
)
PUBLISHED_FROM = "feed"
_ENTITY = re.compile(rb"<!ENTITY", re.I)
# The first element; what may stand before it is passed over without a way back (possessive).
_ROOT = re.compile(
    rb"""(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*+
    (?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*+(?:\[.*?\]\s*+)?>)\s*+)*+
    <((?:[\w.-]+:)?(rss|feed|RDF))[\s>]""",
    re.I | re.S | re.X,
)
_ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)[\s>]", re.I)
_CLOSING = {b"rss": b"</channel></%s>", b"feed": b"</%s>", b"rdf": b"</%s>"}
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD_BYTES = 4096
_ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")
_TITLE_CHARS = 500
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
    | {"tr", "table", "section", "article", "figure", "figcaption", "hr", "pre", "dd", "dt"}
)
_UNREAD = frozenset({"script", "style", "noscript", "template", "iframe", "svg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. `key` changes when the entry does; `link` is None when it has none of the web.

    `content` is the entry's full text, as markup or words; None where it has at most a summary.
    `other_link` is what stood in place of an address.
    """

    key: str
    identity: str
    title: str
    link: str | None
    other_link: str | None
    published: Day | None
    content: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; `entries` as they stand in it. `left_out` counts those beyond the limit."""

    address: str
    title: str | None
    entries: tuple[Entry, ...]
    left_out: int


def is_feed(fetched: Fetched) -> bool:
    """True for what says that it is a feed, or begins like one."""
    body = (fetched.body or b"")[:_HEAD_BYTES].replace(b"\0", b"")
    return fetched.content_type != "text/html" and _ROOT.match(body) is not None


def parse_feed(fetched: Fetched) -> Feed:
    """Return the feed. Raises ReadError for what is none, and for one that declares entities."""
    import feedparser  # a tenth of a second

    name, raw = shown(fetched.address), fetched.body or b""
    if _ENTITY.search(raw.replace(b"\0", b"")):
        raise failed(
            name,
            "%(name)s declares entities of its own. No feed needs them, and some make a few bytes "
            "fill a machine; it was not read.",
        )
    charset = fetched.charset
    if b"\0" in raw:  # UTF-16: in bytes that can be searched
        raw, charset = _in_utf8(raw, name, charset), "utf-8"
    raw, left_out = _cut(raw, name)
    headers = {
        "content-location": fetched.address,
        "content-type": _content_type(fetched.content_type, charset),
    }
    parsed: Any = feedparser.parse(io.BytesIO(raw), response_headers=headers, sanitize_html=False)
    if not parsed.get("version"):
        raise _no_feed(fetched, name)
    entries = {entry.key: entry for entry in map(_entry, parsed.entries)}
    title = _line(parsed.feed.get("title"))
    return Feed(
        address=fetched.address,
        title=title or None,
        entries=tuple(entries.values()),
        left_out=left_out,
    )


def page_of_entry(source: SourceText, entry: Entry, feed: Feed) -> SourceText:
    """Return the article of an entry's page with what the feed says of it.

    The feed's day of publication wins over the page's: pages are often stamped when they are shown.
    """
    if entry.published is not None:
        source = replace(source, published=entry.published, published_from=PUBLISHED_FROM)
    return replace(
        source, publisher=source.publisher or feed.title, title=source.title or entry.title
    )


def content_of_entry(entry: Entry, feed: Feed, *, note: str | None = None) -> SourceText:
    """Return the article that stands in the entry itself. Raises ReadError where none does."""
    name = entry.link or entry_name(entry, feed)
    body = _text(entry.content or "")
    if not body:
        raise failed(name, "%(name)s holds no text of its own, only what leads to it.")
    text = body if body.startswith(entry.title) else f"{entry.title}\n\n{body}"
    if len(text) > MAX_ARTICLE_CHARS:
        raise too_long(name, Said("%(count)s characters long", count=f"{len(text):,}"))
    return SourceText(
        name=name,
        text=text,
        title=entry.title or None,
        published=entry.published,
        published_from=PUBLISHED_FROM if entry.published else None,
        publisher=feed.title,
        source=entry.link,
        identifier=None if entry.link else f"{feed.address} {entry.identity}",
        notes=(note,) if note else (),
    )


def entry_name(entry: Entry, feed: Feed) -> str:
    """Return words for messages: the entry's title and its feed."""
    title = entry.title[:80] or entry.identity[:80] or "an entry"
    return f"“{title}” of {shown(feed.address)}"


def no_address(entry: Entry, feed: Feed) -> ReadError:
    """Return the error for an entry that leads nowhere and holds nothing."""
    name = entry_name(entry, feed)
    if not entry.other_link:
        return failed(name, "%(name)s has no address of the web and no text of its own.")
    return failed(
        name,
        "%(name)s has no address of the web (“%(link)s” stands there) and no text of its own.",
        link=excerpt(entry.other_link),
    )


def feeds_named(fetched: Fetched) -> tuple[str, ...]:
    """Return the addresses of the feeds that a web page names for itself."""
    try:
        page = html.document_fromstring(fetched.body or b"<p/>", base_url=fetched.address)
    except (ParserError, ValueError):
        return ()
    page.make_links_absolute(fetched.address, handle_failures="ignore")
    links = (
        str(node.get("href"))
        for node in page.iter("link")
        if node.get("type") in FEED_TYPES and "alternate" in (node.get("rel") or "")
    )
    return tuple(dict.fromkeys(link for link in links if _is_address(link)))


def _no_feed(fetched: Fetched, name: str) -> ReadError:
    named = feeds_named(fetched)
    if named:
        return failed(
            name,
            "%(name)s is a page, not a feed. It names these feeds: %(feeds)s.",
            feeds=", ".join(named[:5]),
        )
    return failed(
        name, "%(name)s is no feed: neither RSS nor Atom was found in it. Check the address."
    )


def _cut(raw: bytes, name: str) -> tuple[bytes, int]:
    """Return the feed with its first entries alone, closed again, and how many were left out."""
    starts = [match.start() for match in _ENTRY.finditer(raw)]
    if len(starts) <= MAX_FEED_ENTRIES:
        return raw, 0
    root = _ROOT.match(raw[:_HEAD_BYTES])
    if root is None:
        raise failed(
            name,
            "%(name)s holds more than %(most)s entries and is no RSS or Atom.",
            most=f"{MAX_FEED_ENTRIES:,}",
        )
    closing = _CLOSING[root[2].lower()] % root[1]
    return raw[: starts[MAX_FEED_ENTRIES]] + closing, len(starts) - MAX_FEED_ENTRIES


def _in_utf8(raw: bytes, name: str, charset: str | None) -> bytes:
    text = decode_bytes(raw, name, charset).text
    return _DECLARATION.sub("", text.removeprefix("\ufeff")).encode("utf-8", "replace")


def _content_type(kind: str, charset: str | None) -> str:
    kind = kind or "application/xml"
    return f"{kind}; charset={charset}" if charset else kind


def _entry(parsed: Any) -> Entry:
    link = str(parsed.get("link") or "").strip()
    identity = str(parsed.get("id") or link or parsed.get("title") or "")
    changed = str(_raw(parsed, "updated") or _raw(parsed, "published") or "")
    is_address = _is_address(link)
    return Entry(
        key=_digest(identity, changed),
        identity=identity,
        title=_line(parsed.get("title"))[:_TITLE_CHARS],
        link=link if is_address else None,
        other_link=None if is_address else link or None,
        published=_day(parsed),
        content=_content(parsed),
    )


def _raw(parsed: Any, key: str) -> Any:
    """Return a value of an entry; feedparser's own lookup takes one date for another."""
    return dict.get(parsed, key)


def _is_address(link: str) -> bool:
    if not link.lower().startswith(("http://", "https://")) or not is_iri(link):
        return False
    try:
        return bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:16]


def _line(markup: object) -> str:
    """Return a title as one line: titles may hold markup, and references to characters."""
    text = str(markup or "")
    return " ".join((_text(text) if "<" in text else text).split())


def _content(parsed: Any) -> str | None:
    values = [str(part.get("value") or "") for part in parsed.get("content") or ()]
    return max(values, key=len) if values else None


def _day(parsed: Any) -> Day | None:
    """Return the day as it is written there, whatever its zone; None for none that can be read."""
    said = str(_raw(parsed, "published") or _raw(parsed, "updated") or "")
    if match := _ISO_DAY.match(said):
        try:
            return Day.parse(match[1])
        except ValueError:
            return None
    try:
        moment = email.utils.parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError):
        read = _raw(parsed, "published_parsed") or _raw(parsed, "updated_parsed")
        return Day(read.tm_year, read.tm_mon, read.tm_mday) if read else None
    return Day(moment.year, moment.month, moment.day)


def _text(markup: str) -> str:
    """Return the words of markup, a line for each block."""
    if not markup.strip():
        return ""
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (ParserError, ValueError):
        return ""
    lines = (" ".join(line.split()) for line in "".join(_words(tree)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _words(node: html.HtmlElement) -> Iterator[str]:
    """Yield the text below a node without recursion: markup may be nested as deep as it likes."""
    waiting: list[html.HtmlElement | str] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
            continue
        if here.tail and here is not node:
            waiting.append(here.tail)
        if not isinstance(here.tag, str) or here.tag in _UNREAD:
            continue
        edge = "\n" if here.tag in _BLOCKS else ""
        inside: list[html.HtmlElement | str] = [edge, here.text or "", *here, edge]
        waiting += reversed(inside)
