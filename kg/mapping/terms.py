"""RDF terms from plain values and back, in the one spelling the engine itself would choose.

In:  strings, numbers, days, moments.
Out: pyoxigraph terms. Numbers and moments are written canonically (0.8, never 0.80; UTC with "Z"),
     because the engine stores them so: a quad planned here equals the quad that is read back.
Source: XSD 1.1 part 2, canonical mappings; behaviour of Oxigraph 0.5 (1.50 comes back as 1.5).
"""

import math
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

from kg.errors import MappingError
from kg.model.day import Day
from kg.model.iri import is_iri
from kg.vocabulary import RDF, XSD

_BOOLEAN = ox.NamedNode(XSD.boolean)
_DATE = ox.NamedNode(XSD.date)
_DATE_TIME = ox.NamedNode(XSD.dateTime)
_DECIMAL = ox.NamedNode(XSD.decimal)
_INTEGER = ox.NamedNode(XSD.integer)
TRUE = ox.Literal("true", datatype=_BOOLEAN)
FALSE = ox.Literal("false", datatype=_BOOLEAN)


@lru_cache(maxsize=512)
def term(iri: str) -> ox.NamedNode:
    """Return a vocabulary term's node; for the few hundred names that come back in every claim."""
    return ox.NamedNode(iri)


TYPE = term(RDF.type)


@lru_cache(maxsize=4096)
def node(iri: str) -> ox.NamedNode:
    """Return the node of a data IRI. Raises MappingError for what no RDF syntax can carry."""
    try:
        if is_iri(iri):
            return ox.NamedNode(iri)
    except ValueError:  # the engine is stricter still: two "#", a broken port or percent code
        pass
    raise MappingError(
        f"{iri!r} is not an IRI that can be stored: it needs a scheme such as https: and no "
        "blanks, quotes, angle brackets, control characters or second #. Correct it in the source."
    )


def words(text: str, language: str) -> ox.Literal:
    """Return words in a language, every character kept. Raises MappingError, see `storable`."""
    return ox.Literal(storable(text), language=language)


def plain(text: str) -> ox.Literal:
    """Return a string without a language. Raises MappingError, see `storable`."""
    return ox.Literal(storable(text))


def storable(text: str) -> str:
    """Return the text unchanged.

    Control characters, U+0000 and direction marks are stored as they are. Raises MappingError for a
    lone surrogate, which no UTF-8 file can hold.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise MappingError(
            f"The text holds half a character (U+{ord(text[error.start]):04X}) at code point "
            f"{error.start}, which no file can store. Read the source again in its right encoding."
        ) from error
    return text


def integer(number: int) -> ox.Literal:
    """Return an xsd:integer."""
    return ox.Literal(str(number), datatype=_INTEGER)


def decimal(number: float) -> ox.Literal:
    """Return an xsd:decimal in canonical spelling. Raises MappingError for what is not finite."""
    if not math.isfinite(number):
        raise MappingError(f"{number} is not a number that can be stored.")
    text = format(Decimal(repr(float(number))), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ox.Literal("0" if text == "-0" else text, datatype=_DECIMAL)


def date(day: Day) -> ox.Literal:
    """Return an xsd:date; any year, before year 1 too."""
    return ox.Literal(str(day), datatype=_DATE)


def moment(at: datetime) -> ox.Literal:
    """Return an xsd:dateTime in UTC. Raises MappingError for a time without a timezone."""
    if at.tzinfo is None:
        raise MappingError(f"{at} has no timezone, so nobody can tell when it was.")
    text = at.astimezone(UTC).replace(tzinfo=None).isoformat()
    if "." in text:
        text = text.rstrip("0")
    return ox.Literal(f"{text}Z", datatype=_DATE_TIME)


def read_day(literal: str) -> Day:
    """Read an xsd:date's text. Raises MappingError for a day no calendar has."""
    try:
        return Day.parse(literal)
    except ValueError as error:
        raise MappingError(f"The graph holds a date that cannot be read: {error}.") from error


def read_moment(literal: str) -> datetime:
    """Read an xsd:dateTime's text, timezone-aware. Raises MappingError when it is not one."""
    try:
        return datetime.fromisoformat(literal)
    except ValueError as error:
        raise MappingError(f"The graph holds a moment that cannot be read: {literal!r}.") from error
