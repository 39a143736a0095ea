"""What a user says of articles beside their texts; it wins over what the texts say themselves.

In/Out: `Given` <-> plain values, which travel to other processes.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from kg.model.article import SourceText
from kg.model.day import Day
from kg.vocabulary import Language

_OF_READING = ("encoding", "allow_private")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the flags say of an article; a flag wins over the article's own front matter.

    `source` is the article's address. `encoding` and `allow_private` are for reading it, see
    kg.read.source.
    """

    published: Day | None = None
    language: Language | None = None
    publisher: str | None = None
    title: str | None = None
    source: str | None = None
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
