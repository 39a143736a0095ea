"""What a named question may be asked with: names, types, and values read from text.

In:  the header of an .rq file; what a user typed for a parameter.
Out: `Parameter`s; RDF terms ready for `kg.query.bind`.
A parameter is declared on a line of its own, in one of three forms:

    ?place (iri): the place, such as place/syria
    ?from (day, optional): the first day
    ?language (language, default en): in which names are given
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model.day import Day
from kg.model.iri import is_iri
from kg.query.bind import Term
from kg.vocabulary import XSD

ParameterType = Literal["day", "dateTime", "iri", "integer", "language", "text"]

EXAMPLES: dict[ParameterType, str] = {
    "day": "2025-04-10",
    "dateTime": "2025-04-12T18:00:00Z",
    "iri": "place/syria",
    "integer": "20",
    "language": "en",
    "text": "red line",
}
_NAMES: dict[ParameterType, str] = {
    "day": "a day",
    "dateTime": "a moment with its time zone, or a day, which means its end in UTC",
    "iri": "an IRI, or what follows the data base in one",
    "integer": "a whole number",
    "language": "a language tag",
    "text": "text",
}
_DECLARED = re.compile(
    r"\?(?P<name>\w+) \((?P<type>\w+)(?:, (?:(?P<optional>optional)|default (?P<default>[^)]+)))?\)"
    r": (?P<meaning>.+)"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a question takes. Without it: `default` if there is one, open if `optional`."""

    name: str
    type: ParameterType
    optional: bool
    default: str | None
    meaning: str

    @property
    def example(self) -> str:
        """A value of the right form, as it is given on the command line."""
        return f"{self.name}={EXAMPLES[self.type]}"

    def describe(self) -> str:
        """Return what is expected, for messages: "place (an IRI …): the place"."""
        return f"{self.name} ({_NAMES[self.type]}): {self.meaning}"


def read_declaration(line: str) -> Parameter:
    """Read one declaration. Raises ValueError on any other form."""
    match = _DECLARED.fullmatch(line)
    kind = next((t for t in get_args(ParameterType) if match and match["type"] == t), None)
    if not match or kind is None:
        raise ValueError(f"not the declaration of a parameter: {line!r}")
    return Parameter(
        name=match["name"],
        type=kind,
        optional=match["optional"] is not None,
        default=match["default"],
        meaning=match["meaning"],
    )


def read_value(parameter: Parameter, text: str, *, base: str) -> Term:
    """Return what the user typed as a term. `base` completes an IRI given without a scheme.

    Raises QueryError, naming the parameter and giving an example, when the text is of another type.
    """
    try:
        return _READERS[parameter.type](text, base)
    except ValueError as error:
        raise QueryError(
            f"The value {text!r} does not fit the parameter {parameter.describe()}. "
            f"{str(error).rstrip('.')}. For example {parameter.example}"
        ) from error


def _day(text: str, base: str) -> Term:
    return _typed(str(Day.parse(text)), XSD.date)


def _moment(text: str, base: str) -> Term:
    if re.fullmatch(r"-?\d{4,9}-\d{2}-\d{2}", text.strip()):
        return _typed(f"{Day.parse(text)}T23:59:59.999999Z", XSD.dateTime)
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise ValueError("It is neither a moment of a day nor a day") from error
    if moment.tzinfo is None:
        raise ValueError("The time zone is missing: end it with Z or an offset such as +03:00")
    return _typed(moment.isoformat(), XSD.dateTime)


def _iri(text: str, base: str) -> Term:
    iri = text if ":" in text else base + text
    if not text or not is_iri(iri):
        raise ValueError("An IRI is not empty and has no blanks, quotes, brackets or backslashes")
    return ox.NamedNode(iri)


def _integer(text: str, base: str) -> Term:
    if not _INTEGER.fullmatch(text.strip()):
        raise ValueError("That is not a whole number of at most 18 digits")
    return _typed(str(int(text)), XSD.integer)


def _language(text: str, base: str) -> Term:
    if not _LANGUAGE.fullmatch(text.strip()):
        raise ValueError("A language tag has letters, digits and hyphens")
    return _text(text.strip().lower(), base)


def _text(text: str, base: str) -> Term:
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("It holds half a character, which no query can carry: give it in UTF-8")
    return ox.Literal(text)


def _typed(lexical: str, datatype: str) -> ox.Literal:
    return ox.Literal(lexical, datatype=ox.NamedNode(datatype))


_READERS = {
    "day": _day,
    "dateTime": _moment,
    "iri": _iri,
    "integer": _integer,
    "language": _language,
    "text": _text,
}
