"""Values as plain documents that lose nothing: for other processes and machines.

In/Out: the frozen dataclasses of kg.model <-> lists, strings, numbers and one-key objects of the
kind {"Span": [3, 9]}, ready for `json.dumps`. Only the classes named here are ever made, whatever
a document says. For people and programs there is kg.model.document.
"""

from dataclasses import fields
from functools import cache
from typing import Any

from kg.model.article import Article, SourceText
from kg.model.claim import About, Conveyed, Meeting, RedLine, Statement
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan

_CLASSES: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        *(About, Actor, Article, Conveyed, Day, Extraction, Location, Meeting, Passage),
        *(RedLine, SourceText, Span, Statement, TimeSpan),
    )
}


def to_plain(value: Any) -> Any:
    """Return the value as a plain document. Raises ValueError for what has no such form."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    name = type(value).__name__
    if _CLASSES.get(name) is not type(value):
        raise ValueError(f"{name} has no plain form")
    return {name: [to_plain(getattr(value, field)) for field in _names(name)]}


def from_plain(document: Any) -> Any:
    """Return the value of a plain document. Raises ValueError for what `to_plain` never writes."""
    if isinstance(document, list):
        return tuple(from_plain(one) for one in document)
    if not isinstance(document, dict):
        return document
    ((name, values),) = document.items()
    if name not in _CLASSES:
        raise ValueError(f"{name!r} is no kind of value")
    given = dict(zip(_names(name), values, strict=True))
    return _CLASSES[name](**{field: from_plain(value) for field, value in given.items()})


@cache
def _names(name: str) -> tuple[str, ...]:
    return tuple(field.name for field in fields(_CLASSES[name]))
