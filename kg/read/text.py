"""Decode a source's bytes and take its front matter off.

In:  bytes and a name for messages. Out: a `SourceText` whose text is the bytes' own characters,
line ends included, from behind the front matter on; every offset in Claimline counts from there.
UTF-8 with or without its mark (BOM), nothing else: a guessed encoding would change names silently.
Raises ReadError with the byte offset where reading failed.
"""

import re

from kg.config import MAX_ARTICLE_CHARS
from kg.errors import ReadError
from kg.model.article import SourceText
from kg.read.front_matter import read_front_matter

# No UTF-8 character is longer: what has more bytes has too many characters as well.
MAX_BYTES = 4 * MAX_ARTICLE_CHARS + 3

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_TITLE = re.compile(r"\s*#[ \t]+(\S.*?)[ \t]*#*[ \t]*(?:[\r\n]|\Z)")
# Direction marks and zero-width characters alone make no text.
_VISIBLE = re.compile(r"[^\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def to_source(raw: bytes, name: str) -> SourceText:
    """Return the text and what its front matter says of it."""
    content = decode(raw, name)
    facts, text = read_front_matter(content, name)
    if not _VISIBLE.search(text):
        raise ReadError(f"{name} is empty: there is no text in it to read.", source=name)
    if len(text) > MAX_ARTICLE_CHARS:
        raise too_long(name, f"{len(text):,} characters long")
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
    )


def decode(raw: bytes, name: str) -> str:
    """Return the characters of UTF-8 bytes."""
    if len(raw) > MAX_BYTES:
        raise too_long(name, f"more than {MAX_BYTES:,} bytes long")
    if raw.startswith(_UTF16_BOMS):
        raise _not_utf8(name, 0, "It looks like UTF-16.")
    zero = raw.find(b"\0")
    if zero >= 0:
        raise ReadError(
            f"{name} looks like a binary file: there is a zero byte at offset {zero}. "
            "Give a text file in UTF-8.",
            source=name,
            offset=zero,
        )
    mark = len(_BOM) if raw.startswith(_BOM) else 0
    try:
        return raw[mark:].decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(name, mark + error.start) from error


def too_long(name: str, size: str) -> ReadError:
    """Return the error for a text that no article comes near."""
    return ReadError(
        f"{name} is {size}; an article may have {MAX_ARTICLE_CHARS:,} characters. "
        "Split it into its articles.",
        source=name,
    )


def _not_utf8(name: str, offset: int, hint: str = "") -> ReadError:
    return ReadError(
        f"{name} is not UTF-8: the byte at offset {offset} cannot be read. "
        f"{hint + ' ' if hint else ''}Save it as UTF-8; other encodings cannot be read yet "
        "(a flag --encoding is to come).",
        source=name,
        offset=offset,
    )


def _markdown_title(text: str) -> str | None:
    match = _TITLE.match(text)
    return match[1] if match else None
