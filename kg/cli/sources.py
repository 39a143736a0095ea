"""From the SOURCE arguments of a command to texts, with what the user's flags say of them."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

import click

from kg.errors import KgError, ReadError
from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.vocabulary import Language

_OF_READING = ("encoding", "allow_private")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the flags say of an article; a flag wins over the article's own front matter.

    `encoding` and `allow_private` are for reading it, see kg.read.source.
    """

    published: Day | None = None
    language: Language | None = None
    publisher: str | None = None
    title: str | None = None
    identifier: str | None = None
    encoding: str | None = None
    allow_private: bool = False

    @classmethod
    def of(cls, flags: Mapping[str, object]) -> "Given":
        """Take the flags of `article_options`."""
        return cls(**cast("dict[str, Any]", dict(flags)))

    def applied(self, source: SourceText) -> SourceText:
        """Return the source with the flags' values in place of its own."""
        facts = (f.name for f in dataclasses.fields(self) if f.name not in _OF_READING)
        given = {name: getattr(self, name) for name in facts}
        changes: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
        if self.published is not None:
            changes["published_from"] = "user"
        return dataclasses.replace(source, **changes)


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
