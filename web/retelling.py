"""Sentences of reading and extraction in the reader's language.

In:  a `Said`, or the sentence of one that travelled or was stored as English text. Out: its words,
translated where the sentence is known, and their language.
"""

from dataclasses import dataclass

from kg.errors import KgError, SheetError
from kg.model.notes import NOTES
from kg.model.said import Said, read_said
from kg.query.words import isolate

from .i18n import gettext, language


@dataclass(frozen=True, slots=True)
class Retold:
    """Words and their language."""

    text: str
    language: str


def retold(sentence: str) -> Retold:
    """Return the sentence for this reader; one that is not known stays as it is, in English."""
    said = sentence if isinstance(sentence, Said) else read_said(sentence, NOTES)
    return Retold(sentence, "en") if said is None else Retold(_translated(said), language())


def _translated(said: Said) -> str:
    return gettext(said.text, **{name: _value(value) for name, value in said.values.items()})


def _value(value: object) -> object:
    if isinstance(value, Said):
        return _translated(value)
    return isolate(value) if value and isinstance(value, str) else value


def retold_error(error: KgError) -> list[Retold]:
    """Return what an error says, line by line: a sheet with mistakes has one each."""
    if isinstance(error, SheetError):
        return [retold(line) for line in error.lines]
    said = error.args[0] if error.args else ""
    if isinstance(said, Said):
        return [retold(said)]
    return [retold(line) for line in str(error).splitlines()]
