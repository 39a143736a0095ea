"""What the form for adding says: of the texts, and of the article.

In:  the request's form and files. Out: `Given` values and `Job`s. Raises QueryError with a sentence
for what cannot be right; what a text says of itself counts where the form says nothing.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from werkzeug.datastructures import FileStorage

from kg.errors import QueryError
from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.iri import is_iri
from kg.pipeline.reading import Job
from kg.read.given import Given
from kg.read.source import is_address
from kg.vocabulary import LANGUAGES, Language

from .catalogue import mark

FIELDS = ("title", "published", "lang", "publisher", "source")
MOST_FILES = 50
_MOST = {"title": 500, "publisher": 200, "source": 2000, "address": 2000}
_MOST_NAME = 120
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")
_NO_DAY = mark("The day of publication is no day of the calendar. Write it as 2025-04-10.")
_NO_ADDRESS = mark(
    "The source address is none: write it in full, as https://example.org/a/1, without blanks."
)
_NO_LANGUAGE = mark("This language is not read. Choose one of the list.")
_TOO_LONG = mark("A title, publisher or address is far too long.")
_NOTHING = mark("There is nothing to read: paste a text, or choose files.")
_TOO_MANY = mark("That is more than 50 files at once. Send them in several goes.")
_ONE_EACH = mark(
    "A title and a source address belong to one article, and several were sent. "
    "Leave both empty; they can be set for each article afterwards."
)


def said(form: Mapping[str, str]) -> dict[str, str]:
    """Return the form's fields as somebody wrote them, without blanks around them."""
    fields = {name: " ".join(form.get(name, "").split()) for name in (*FIELDS, "address")}
    for name, most in _MOST.items():
        if len(fields[name]) > most:
            raise QueryError(_TOO_LONG)
    return fields


def given_of(fields: Mapping[str, str]) -> Given:
    """Return what the fields say; nothing where they are empty. Raises QueryError."""
    return Given(
        title=fields["title"] or None,
        published=_day(fields["published"]),
        language=_language(fields["lang"]),
        publisher=fields["publisher"] or None,
        source=_address(fields["source"]),
    )


def jobs_of(
    fields: Mapping[str, str], text: str, files: Iterable[FileStorage], *, fetch: bool
) -> list[Job]:
    """Return what there is to read: the pasted text, the address, each file. Raises QueryError."""
    given = given_of(fields)
    sent = [file for file in files if file.filename]
    if len(sent) > MOST_FILES:
        raise QueryError(_TOO_MANY)
    jobs = [Job(name=file_name(f.filename or ""), given=given, body=_bytes(f)) for f in sent]
    if text.strip():
        # A browser sends line ends as CRLF whatever was typed; a file keeps its own.
        body = text.replace("\r\n", "\n").encode("utf-8", "replace")
        jobs.insert(0, Job(name="The pasted text", given=given, body=body))
    if fetch and is_address(fields["address"]):
        jobs.append(Job(name=fields["address"], given=given))
    if not jobs:
        raise QueryError(_NOTHING)
    if len(jobs) > 1 and (given.title or given.source):
        raise QueryError(_ONE_EACH)
    return jobs


def corrected(source: SourceText, fields: Mapping[str, str]) -> SourceText:
    """Return a text that was read with what the fields now say of it; empty = not known."""
    given = given_of(fields)
    known_from = "user" if given.published else None
    if given.published == source.published:
        known_from = source.published_from
    return replace(
        source,
        title=given.title,
        published=given.published,
        published_from=known_from,
        language=given.language,
        publisher=given.publisher,
        source=given.source,
    )


def file_name(written: str) -> str:
    """Return a file's name for messages: no folders, nothing that cannot be seen."""
    name = PurePosixPath(_CONTROLS.sub(" ", written).replace("\\", "/")).name.strip()
    stem, dot, suffix = name.rpartition(".")
    if len(name) > _MOST_NAME and dot and len(suffix) < _MOST_NAME:
        return f"{stem[: _MOST_NAME - len(suffix)]}….{suffix}"
    return name[:_MOST_NAME] or "file"


def _bytes(file: FileStorage) -> bytes:
    with file.stream as stream:
        return stream.read()


def _day(text: str) -> Day | None:
    try:
        return Day.parse(text) if text else None
    except ValueError as error:
        raise QueryError(_NO_DAY) from error


def _language(text: str) -> Language | None:
    known = next((code for code in LANGUAGES if code == text), None)
    if text and known is None:
        raise QueryError(_NO_LANGUAGE)
    return known


def _address(text: str) -> str | None:
    if text and not (is_address(text) and is_iri(text)):
        raise QueryError(_NO_ADDRESS)
    return text or None
