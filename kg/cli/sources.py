"""From the SOURCE arguments of a command to texts, with what the user's flags say of them."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import click

from kg.errors import KgError, ReadError
from kg.model.article import SourceText
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.read.given import Given

__all__ = ["Given", "extract_sources", "read_sources"]


def read_sources(
    names: Iterable[str], given: Given, *, stdin: BinaryIO
) -> Iterator[SourceText | ReadError]:
    """Yield each text of the sources, or the error that kept it from being read.

    Raises UsageError when --id or --title would be given to more than one article.
    """
    from kg.read import read_source

    alone: SourceText | ReadError | None = None
    outcomes = (
        o
        for name in names
        for o in read_source(
            name, stdin=stdin, encoding=given.encoding, allow_private=given.allow_private
        )
    )
    for number, outcome in enumerate(outcomes):
        if number == 1 and (given.identifier or given.title):
            raise click.UsageError("--id and --title belong to one article; several were given.")
        if number == 0 and (given.identifier or given.title):
            alone = outcome
            continue
        yield given.applied(outcome) if isinstance(outcome, SourceText) else outcome
    if alone is not None:
        yield given.applied(alone) if isinstance(alone, SourceText) else alone


def extract_sources(
    names: Iterable[str], given: Given, *, base: str, stdin: BinaryIO
) -> Iterator[Extraction | KgError]:
    """Yield what is found in each source, or the error that kept it from being extracted."""
    from kg.pipeline import extract_article

    iris = Iris(base)
    for outcome in read_sources(names, given, stdin=stdin):
        if isinstance(outcome, KgError):
            yield outcome
            continue
        try:
            yield extract_article(outcome, iris=iris)
        except KgError as error:
            yield error
