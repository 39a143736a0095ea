"""From the SOURCE arguments of a command to texts, with what the user's flags say of them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

import click

from kg.errors import KgError, ReadError
from kg.model.article import SourceText
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.read.given import Given

if TYPE_CHECKING:
    from kg.pipeline.extractors import Choice
    from kg.read import Sources

__all__ = ["Given", "extract_sources", "list_sources", "read_sources"]


def list_sources(names: Iterable[str], given: Given) -> "Sources":
    """Return the single sources behind the names.

    Raises UsageError when --id or --title would be given to more than one article.
    """
    from kg.read import Sources

    sources = Sources(names)
    if sources.count > 1 and (given.identifier or given.title):
        raise click.UsageError("--id and --title belong to one article; several were given.")
    return sources


def read_sources(
    names: Iterable[str], given: Given, *, stdin: BinaryIO
) -> Iterator[SourceText | ReadError]:
    """Yield each text of the sources, or the error that kept it from being read."""
    from kg.read import read_one

    encoding, private = given.encoding, given.allow_private
    for one in list_sources(names, given):
        if isinstance(one, ReadError):
            yield one
            continue
        try:
            found = read_one(one, stdin=stdin, encoding=encoding, allow_private=private)
        except ReadError as error:
            yield error
        else:
            yield given.applied(found)


def extract_sources(
    names: Iterable[str],
    given: Given,
    *,
    base: str,
    stdin: BinaryIO,
    choice: "Choice | None" = None,
) -> Iterator[Extraction | KgError]:
    """Yield what is found in each source, or the error that kept it from being extracted."""
    from kg.pipeline import extract_article
    from kg.pipeline.extractors import make_extractor

    iris = Iris(base)
    extractor = make_extractor(choice) if choice is not None else None
    for outcome in read_sources(names, given, stdin=stdin):
        if isinstance(outcome, KgError):
            yield outcome
            continue
        try:
            yield extract_article(outcome, iris=iris, extractor=extractor)
        except KgError as error:
            yield error
