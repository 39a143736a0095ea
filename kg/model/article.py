"""An article: its text as given and what is known about it."""

import hashlib
from dataclasses import dataclass

from kg.model.day import Day
from kg.model.notes import EncodingFrom
from kg.vocabulary import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """What reading a source gives: the text and what its front matter or flags said of it.

    `name` is for messages only (a path or "-"); it is never an address. `language` None means
    that extraction decides from the letters and words. `notes` are sentences about how it was read,
    to be kept with the article. `encoding` is that of its bytes, None where it came as characters.
    """

    name: str
    text: str
    title: str | None = None
    language: Language | None = None
    published: Day | None = None
    published_from: str | None = None
    publisher: str | None = None
    source: str | None = None
    identifier: str | None = None
    notes: tuple[str, ...] = ()
    encoding: str | None = None
    encoding_from: EncodingFrom | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its IRI. `text` is stored as given; `digest` is SHA-256 of its UTF-8, hex.

    How it was read: the encoding of its bytes and where that is known from, how many sentences of
    the text were `furniture` and not searched for claims, `warnings` in the order of their letters.
    None of it is known of an article that was stored before this was kept.
    """

    iri: str
    text: str
    title: str
    language: Language
    published: Day | None
    published_from: str | None
    publisher: str | None
    source: str | None
    digest: str
    encoding: str | None = None
    encoding_from: EncodingFrom | None = None
    furniture: int | None = None
    warnings: tuple[str, ...] = ()


def text_digest(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
