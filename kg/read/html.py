"""Read a web page: its article's text, title, day of publication, outlet and address.

In:  the bytes of a page. Out: a `SourceText` whose text is the title and the paragraphs that
trafilatura takes for the article; every offset in Claimline counts in that text. What is furniture
within it is for segmentation to say. The day of publication: kg.read.page_dates.
Source: trafilatura (Apache-2.0) for the text; Open Graph and schema.org for the rest.
"""

import logging
import re
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from lxml import html
from lxml.etree import ParserError

from kg.config import MAX_ARTICLE_CHARS, MAX_PAGE_BYTES
from kg.errors import ReadError
from kg.model.article import SourceText
from kg.model.iri import is_iri
from kg.model.said import Said
from kg.read.encoding import Decoded, decode_bytes
from kg.read.page_dates import find_published
from kg.read.text import too_long
from kg.vocabulary import LANGUAGES, Language

_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_HEAD_BYTES = 4096
_LEAST_TEXT = 40  # characters besides the title: less is a menu or a caption
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SITE_NAMES = frozenset({"og:site_name", "application-name", "al:web:site_name"})

# What trafilatura says of pages it dislikes is told by us where it matters.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def html_to_source(
    raw: bytes, name: str, *, address: str | None = None, encoding: str | None = None
) -> SourceText:
    """Return the article of a page. `address` is where it was fetched from, `encoding` what the
    user or the server's answer says.

    Raises ReadError for a page that is too large, cannot be decoded, or holds no article.
    """
    if len(raw) > MAX_PAGE_BYTES:
        raise ReadError(
            Said(
                "%(name)s is a page of more than %(most)s MB; no article is. "
                "Save the article's text as a file.",
                name=name,
                most=MAX_PAGE_BYTES // 1_000_000,
            ),
            source=name,
        )
    decoded = _decode(raw, name, encoding)
    page = _parse(decoded.text, name)
    title, body = _article(page, decoded.text, name)
    text = body if _begins_with(body, title) else f"{title}\n\n{body}"
    if len(text) > MAX_ARTICLE_CHARS:
        raise too_long(name, Said("%(count)s characters long", count=f"{len(text):,}"))
    published = find_published(page, body, name)
    return SourceText(
        name=name,
        text=text,
        title=title or None,
        language=_language(page, text),
        published=published.day if published else None,
        published_from=published.place if published else None,
        publisher=_publisher(page),
        source=_address(page, address),
        notes=(published.note,) if published and published.note else (),
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
    )


def _decode(raw: bytes, name: str, encoding: str | None) -> Decoded:
    """Decode by what the user or server says, a mark, what the page declares, or by its words."""
    declared = _DECLARED.search(raw[:_HEAD_BYTES])
    if encoding is None and declared is not None and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return replace(decode_bytes(raw, name, declared[1].decode("ascii")), known_from="page")
        except ReadError:  # pages are often wrong about themselves
            return decode_bytes(raw, name)
    return decode_bytes(raw, name, encoding)


def _parse(text: str, name: str) -> html.HtmlElement:
    """Parse markup; entities that markup declares for itself are never followed."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        markup = _XML_DECLARATION.sub("", text).encode("utf-8", errors="replace")
        page: html.HtmlElement = html.document_fromstring(markup, parser=parser)
    except (ParserError, ValueError) as error:
        raise _no_article(name) from error
    return page


def _no_article(name: str) -> ReadError:
    return ReadError(
        Said(
            "No article was found in %(name)s: it may be a list of links, or need a browser to "
            "show its text. Save the text as a file, or give the page of one article.",
            name=name,
        ),
        source=name,
    )


def _article(page: html.HtmlElement, markup: str, name: str) -> tuple[str, str]:
    import trafilatura

    found = trafilatura.bare_extraction(
        markup, include_comments=False, include_tables=True, favor_precision=True
    ) or trafilatura.bare_extraction(markup, include_comments=False)
    body = (getattr(found, "text", None) or "").strip()
    title = _content(page, {"og:title"}) or _heading(page) or getattr(found, "title", None) or ""
    title = " ".join(title.split())
    if len(body.removeprefix(title)) < _LEAST_TEXT:
        raise _no_article(name)
    return title, body


def _heading(page: html.HtmlElement) -> str | None:
    headings = [" ".join(h.text_content().split()) for h in page.iter("h1")]
    return headings[0] if len(headings) == 1 else None


def _begins_with(body: str, title: str) -> bool:
    return not title or " ".join(body[: 2 * len(title) + 20].split()).startswith(title)


def _content(page: html.HtmlElement, names: set[str] | frozenset[str]) -> str | None:
    for node in page.iter("meta"):
        if str(node.get("property", node.get("name", ""))).lower() in names:
            content = " ".join(str(node.get("content", "")).split())
            if content:
                return content
    return None


def _publisher(page: html.HtmlElement) -> str | None:
    name = _content(page, _SITE_NAMES)
    return name if name and len(name) <= 200 else None


def _language(page: html.HtmlElement, text: str) -> Language | None:
    """Return what the page declares where the letters agree; None leaves it to extraction."""
    declared = re.split("[-_]", page.get("lang", "").strip().lower())[0]
    for language in LANGUAGES:
        if language == declared and language in ("en", "tr"):
            return language if re.search("[A-Za-z]", text) else None
    return None


def _address(page: html.HtmlElement, address: str | None) -> str | None:
    """Return the canonical address that the page gives itself on the same host, or its own."""
    for node in page.iter("link"):
        if node.get("rel", "").lower() == "canonical" and node.get("href"):
            canonical = urljoin(address or "", str(node.get("href")).strip())
            if _is_address(canonical) and (address is None or _host(canonical) == _host(address)):
                return canonical
    return address


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://")) and is_iri(text)


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
