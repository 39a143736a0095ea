"""Read an article from its address.

In:  an address and a `Fetcher`. Out: a `SourceText` whose source is the page's address.
"""

from dataclasses import replace

from kg.errors import ReadError
from kg.model.article import SourceText
from kg.model.iri import is_iri
from kg.model.said import Said
from kg.read.feed import is_feed
from kg.read.fetch import Fetched, Fetcher
from kg.read.html import html_to_source
from kg.read.text import to_source

_PAGES = ("text/html", "application/xhtml+xml", "")
_TEXTS = ("text/plain", "text/markdown")


def url_to_source(address: str, fetcher: Fetcher, *, encoding: str | None = None) -> SourceText:
    """Fetch and read one article. Raises ReadError."""
    return fetched_to_source(fetcher.fetch(address), encoding=encoding)


def fetched_to_source(fetched: Fetched, *, encoding: str | None = None) -> SourceText:
    """Read what was fetched as an article. Raises ReadError for what is neither page nor text."""
    address, body = fetched.address, fetched.body or b""
    if fetched.content_type in _PAGES:
        return html_to_source(body, address, address=address, encoding=encoding or fetched.charset)
    if fetched.content_type in _TEXTS:
        source = to_source(body, address, encoding or fetched.charset)
        return replace(source, source=source.source or (address if is_iri(address) else None))
    if is_feed(fetched):
        raise ReadError(
            Said(
                "%(name)s is a feed, not an article. Add its articles with `claimline add`, or "
                "follow it with `claimline follow`.",
                name=address,
            ),
            source=address,
        )
    raise ReadError(
        Said(
            "%(name)s is %(kind)s, neither a web page nor text. Save its text as a file.",
            name=address,
            kind=fetched.content_type,
        ),
        source=address,
    )
