"""Read what a text says of itself in a block of `key: value` lines between two `---` lines.

In:  the whole text. Out: the facts and the rest of the text, exactly as given.
A block counts only when it opens the text, is closed, holds nothing but `key: value` lines, blank
lines and `#` comments, and has at least one key that Claimline knows; otherwise it is text. Other
keys are passed over. Raises ReadError naming the line of a value that cannot be right.
"""

import re
from dataclasses import dataclass
from typing import cast

from kg.errors import ReadError
from kg.model.day import Day
from kg.model.iri import is_iri
from kg.model.notes import NO_DAY_OF_CALENDAR
from kg.model.said import Said, excerpt
from kg.vocabulary import LANGUAGES, Language

_KEYS = frozenset({"title", "published", "publisher", "source", "lang", "id"})
_END = r"[ \t]*(?:\r\n|\n|\r"
_BLOCK = re.compile(rf"---{_END})(.*?)(?<=[\r\n])---{_END}|\Z)", re.S)
_LINE = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_TIME = re.compile(
    r"([^T ]+)(?:[T ]+\d{2}:\d{2}(?::\d{2}(?:[.]\d+)?)?[ ]*(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_FIRST_LINE = 2  # of the block, counted from 1; the line before is "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What front matter may say; None = not said."""

    title: str | None = None
    published: Day | None = None
    publisher: str | None = None
    source: str | None = None
    language: Language | None = None
    identifier: str | None = None


def read_front_matter(text: str, name: str) -> tuple[Facts, str]:
    """Return the facts and the text behind the block; no facts and the whole text without one."""
    block = _BLOCK.match(text)
    values = _values(block[1]) if block else None
    if block is None or values is None:
        return Facts(), text
    reader = _Reader(name, values)
    facts = Facts(
        title=reader.text("title"),
        published=reader.day("published"),
        publisher=reader.text("publisher"),
        source=reader.iri("source"),
        language=reader.language("lang"),
        identifier=reader.text("id"),
    )
    return facts, text[block.end() :]


def _values(block: str) -> dict[str, tuple[int, str]] | None:
    """Return (line, value) by key, None when the block is no front matter after all."""
    values: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(re.split(r"\r\n|\n|\r", block), start=_FIRST_LINE):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match:
            return None
        values[match[1].lower()] = (number, _unquoted((match[2] or "").strip()))
    return values if _KEYS & values.keys() else None


def _unquoted(value: str) -> str:
    for mark in "\"'":
        if len(value) > 1 and value.startswith(mark) and value.endswith(mark):
            return value[1:-1].strip()
    return value


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns values into facts; an empty value says nothing."""

    name: str
    values: dict[str, tuple[int, str]]

    def text(self, key: str) -> str | None:
        return self.values.get(key, (0, ""))[1] or None

    def day(self, key: str) -> Day | None:
        """Read a day, or the day of a time as it is written there, whatever its zone."""
        value = self.text(key)
        if value is None:
            return None
        match = _TIME.fullmatch(value)
        try:
            return Day.parse(match[1] if match else value)
        except ValueError as error:
            told = Said(NO_DAY_OF_CALENDAR, value=excerpt(value))
            raise self._error(key, told) from error

    def iri(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and not is_iri(value):
            raise self._error(
                key,
                Said(
                    "'%(value)s' is not an address: write it in full, as https://example.org/a/1, "
                    "without blanks or quotation marks.",
                    value=value,
                ),
            )
        return value

    def language(self, key: str) -> Language | None:
        value = self.text(key)
        if value is None:
            return None
        code = re.split("[-_]", value.lower())[0]
        if code not in LANGUAGES:
            raise self._error(
                key,
                Said(
                    "'%(value)s' is none of the languages read: %(known)s.",
                    value=value,
                    known=", ".join(LANGUAGES),
                ),
            )
        return cast("Language", code)

    def _error(self, key: str, reason: str) -> ReadError:
        line = self.values[key][0]
        said = Said(
            "%(name)s, line %(line)s, %(key)s: %(reason)s",
            name=self.name,
            line=line,
            key=key,
            reason=reason,
        )
        return ReadError(said, source=self.name)
