"""Decode a source's bytes and take its front matter off.

In:  bytes and a name for messages. Out: a `SourceText` whose text is the bytes' own characters,
line ends included, from behind the front matter on; every offset in Claimline counts from there.
How bytes become characters: kg.read.encoding.
Raises ReadError with the byte offset where reading failed.
"""

import re

from kg.config import MAX_ARTICLE_CHARS
from kg.errors import ReadError
from kg.model.article import SourceText
from kg.model.said import Said
from kg.read.encoding import decode_bytes
from kg.read.front_matter import read_front_matter

# No UTF-8 character is longer: what has more bytes has too many characters as well.
MAX_BYTES = 4 * MAX_ARTICLE_CHARS + 3

_TITLE = re.compile(r"\s*#[ \t]+(\S.*?)[ \t]*#*[ \t]*(?:[\r\n]|\Z)")
# Direction marks and zero-width characters alone make no text.
_VISIBLE = re.compile(r"[^\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def to_source(raw: bytes, name: str, encoding: str | None = None) -> SourceText:
    """Return the text and what its front matter says of it; `encoding` as in kg.read.encoding."""
    if len(raw) > MAX_BYTES:
        raise too_long(name, Said("more than %(count)s bytes long", count=f"{MAX_BYTES:,}"))
    decoded = decode_bytes(raw, name, encoding)
    facts, text = read_front_matter(decoded.text, name)
    if not _VISIBLE.search(text):
        raise ReadError(
            Said("%(name)s is empty: there is no text in it to read.", name=name), source=name
        )
    if len(text) > MAX_ARTICLE_CHARS:
        raise too_long(name, Said("%(count)s characters long", count=f"{len(text):,}"))
    return SourceText(
        name=name,
        text=text,
        title=facts.title or _markdown_title(text),
        language=facts.language,
        published=facts.published,
        published_from="front-matter" if facts.published else None,
        publisher=facts.publisher,
        source=facts.source,
        identifier=facts.identifier,
        encoding=decoded.encoding,
        encoding_from=decoded.known_from,
    )


def too_long(name: str, size: str) -> ReadError:
    """Return the error for a text that no article comes near."""
    return ReadError(
        Said(
            "%(name)s is %(size)s; an article may have %(most)s characters. "
            "Split it into its articles.",
            name=name,
            size=size,
            most=f"{MAX_ARTICLE_CHARS:,}",
        ),
        source=name,
    )


def _markdown_title(text: str) -> str | None:
    match = _TITLE.match(text)
    return match[1] if match else None
