"""An article: its text as given and what is known about it."""

import hashlib
from dataclasses import dataclass

from kg.model.day import Day
from kg.vocabulary import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """What reading a source gives: the text and what its front matter or flags said of it.

    `name` is for messages only (a path or "-"); it is never an address. `language` None means
    that extraction decides from the letters and words. `notes` are sentences for the user about how
    it was read.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its IRI. `text` is stored as given; `digest` is SHA-256 of its UTF-8, hex."""

    iri: str
    text: str
    title: str
    language: Language
    published: Day | None
    published_from: str | None
    publisher: str | None
    source: str | None
    digest: str


def text_digest(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
