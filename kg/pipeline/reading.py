"""One source on its way from its bytes to what is found in it, in whichever process that happens.

A `Job` says what to read; `work` reads it, asks whether the article is stored already as it is, and
if not extracts it. What comes of it is a `Found`, or the error that stopped it. All three have a
plain form, in which they travel.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from kg.errors import (
    ExtractError,
    KgError,
    MappingError,
    ModelError,
    ModelSettingError,
    ReadError,
)
from kg.model.article import SourceText, text_digest
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.plain import from_plain, to_plain
from kg.model.said import said_from_plain, said_to_plain
from kg.pipeline.article import extract_article, identity_iri
from kg.pipeline.extractors import Choice, MadeBy, make_extractor
from kg.read import read_bytes, read_one
from kg.read.given import Given
from kg.store.make_ready import make_ready
from kg.store.ready import Ready

Json = dict[str, Any]
_KINDS = (ExtractError, MappingError, ModelError, ModelSettingError, KgError)
_ERRORS: dict[str, type[KgError]] = {kind.__name__: kind for kind in _KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something to read by name (see kg.read.source.Sources), or what was read of it already.

    `body` are the bytes of a file of that name that is not on this disk; `article_iri` is that of
    an article that has one already. `choice` says who finds the claims in it, `ready` whether what
    is found is made ready for a store.
    """

    name: str
    given: Given = field(default_factory=Given)
    source: SourceText | None = None
    body: bytes | None = None
    article_iri: str | None = None
    choice: Choice = field(default_factory=Choice)
    ready: bool = False

    def read(self, stdin: BinaryIO | None = None) -> SourceText:
        """Return the text with the user's flags over its own facts. Raises ReadError."""
        if self.source is not None:
            return self.source
        encoding, private = self.given.encoding, self.given.allow_private
        if self.body is not None:
            return self.given.applied(read_bytes(self.body, self.name, encoding=encoding))
        found = read_one(self.name, stdin=stdin, encoding=encoding, allow_private=private)
        return self.given.applied(found)

    def to_plain(self) -> Json:
        """Return the plain form."""
        flags = {name: getattr(self.given, name) for name in Given.__dataclass_fields__}
        flags["published"] = str(self.given.published) if self.given.published else None
        body = None if self.body is None else base64.b64encode(self.body).decode("ascii")
        return {
            "name": self.name,
            "given": flags,
            "source": to_plain(self.source),
            "body": body,
            "article_iri": self.article_iri,
            "choice": self.choice.to_plain(),
            "ready": self.ready,
        }

    @classmethod
    def from_plain(cls, document: Json) -> "Job":
        """Return the job of a plain form."""
        flags = document["given"]
        published = Day.parse(flags["published"]) if flags["published"] else None
        given = Given.of(flags | {"published": published})
        body = base64.b64decode(document["body"]) if document["body"] is not None else None
        source = from_plain(document["source"])
        return cls(
            name=document["name"],
            given=given,
            source=source,
            body=body,
            article_iri=document["article_iri"],
            choice=Choice.from_plain(document["choice"]),
            ready=document["ready"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a source says of its article, before anything is looked for in it; None = not said.

    `made_by` = the extractor and rule of which the store must have claims, see Choice.
    """

    iri: str
    digest: str
    title: str | None
    language: str | None
    published: str | None
    published_from: str | None
    publisher: str | None
    address: str | None
    made_by: MadeBy | None = None

    @classmethod
    def of(cls, source: SourceText, iris: Iris, choice: Choice | None = None) -> "Head":
        """Return the head of a source."""
        return cls(
            iri=identity_iri(source, iris),
            digest=text_digest(source.text),
            title=" ".join(source.title.split()) if source.title else None,
            language=source.language,
            published=str(source.published) if source.published else None,
            published_from=source.published_from,
            publisher=source.publisher,
            address=source.source,
            made_by=choice.made_by if choice is not None else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was read, and what was found in it; `extraction` None where the store has it already."""

    source: SourceText
    iri: str
    extraction: Extraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What was found in a source, made ready for a store; `open` gives it as it was found."""

    name: str
    warnings: tuple[str, ...]
    ready: Ready
    open: Callable[[], Found]


def offered(found: Found, iris: Iris) -> Found | Offer:
    """Return what was found, made ready where that can be. Raises MappingError."""
    ready = make_ready(found.extraction, iris) if found.extraction is not None else None
    if found.extraction is None or ready is None:
        return found
    return Offer(
        name=found.source.name,
        warnings=found.extraction.warnings,
        ready=ready,
        open=lambda: found,
    )


def work(job: Job, iris: Iris, is_stored: Callable[[Head], bool]) -> Found | Offer:
    """Read and extract one source. Raises ReadError and ExtractError."""
    source = job.read()
    head = Head.of(source, iris, job.choice)
    iri = job.article_iri or head.iri
    if job.article_iri is None and is_stored(head):
        return Found(source=source, iri=iri, extraction=None)
    extraction = extract_article(
        source,
        iris=iris,
        extractor=make_extractor(job.choice),
        article_iri=job.article_iri,
    )
    found = Found(source=source, iri=iri, extraction=extraction)
    return offered(found, iris) if job.ready else found


def pack(document: Any) -> bytes:
    """Return a plain document as bytes. Names of files may hold bytes that are no UTF-8."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpack(payload: bytes) -> Any:
    """Return the document of what `pack` wrote."""
    return json.loads(payload.decode("utf-8", "surrogatepass"))


def offer_to_frames(offer: Offer) -> tuple[bytes, bytes, bytes]:
    """Return the plain form in three parts, of which the last stays unread until it is needed."""
    head = {"name": offer.name, "warnings": offer.warnings, "ready": offer.ready.to_plain()}
    return pack(head), offer.ready.quads, pack(found_to_plain(offer.open()))


def offer_from_frames(head: bytes, quads: bytes, found: bytes) -> Offer:
    """Return what `offer_to_frames` wrote."""

    def opened() -> Found:
        answer = found_from_plain(unpack(found))
        if isinstance(answer, KgError):
            raise answer
        return answer

    told = unpack(head)
    return Offer(
        name=told["name"],
        warnings=tuple(told["warnings"]),
        ready=Ready.from_plain(told["ready"], quads),
        open=opened,
    )


def found_to_plain(found: Found | KgError) -> Json:
    """Return the plain form. The text stands in it once."""
    if isinstance(found, KgError):
        return _error_to_plain(found)
    return {
        "source": to_plain(found.source),
        "iri": found.iri,
        "extraction": to_plain(_with_text(found.extraction, "")),
    }


def found_from_plain(document: Json) -> Found | KgError:
    """Return what `found_to_plain` wrote."""
    if "error" in document:
        return _error_from_plain(document)
    source = from_plain(document["source"])
    return extraction_from_plain(
        document, Found(source=source, iri=document["iri"], extraction=None)
    )


def extract_plain(source: Any, base: str, ready: bool) -> Json | tuple[bytes, bytes, bytes]:
    """Extract a source given in its plain form; return what was found in its own, without text.

    Made ready where that is asked for and can be. This is what runs on other machines.
    """
    iris, read = Iris(base), from_plain(source)
    try:
        extraction = extract_article(read, iris=iris)
        found = Found(source=read, iri=extraction.article.iri, extraction=extraction)
        answer = offered(found, iris) if ready else found
    except KgError as error:
        return _error_to_plain(error)
    if isinstance(answer, Offer):
        return offer_to_frames(answer)
    return {"extraction": to_plain(_with_text(extraction, ""))}


def extraction_from_plain(document: Json, found: Found) -> Found | KgError:
    """Return `found` with the extraction of a plain form, or the error that stands there."""
    if "error" in document:
        return _error_from_plain(document)
    extraction = _with_text(from_plain(document["extraction"]), found.source.text)
    return replace(found, extraction=extraction)


def _error_to_plain(error: KgError) -> Json:
    kind = next(k.__name__ for k in type(error).__mro__ if k.__name__ in _ERRORS)
    source = error.source if isinstance(error, ReadError) else None
    said = error.args[0] if error.args else str(error)
    return {"error": kind, "says": said_to_plain(said), "of": source}


def _error_from_plain(document: Json) -> KgError:
    says = said_from_plain(document["says"])
    if document["of"] is not None:
        return ReadError(says, source=document["of"])
    return _ERRORS[document["error"]](says)


def _with_text(extraction: Extraction | None, text: str) -> Extraction | None:
    if extraction is None:
        return None
    return replace(extraction, article=replace(extraction.article, text=text))
