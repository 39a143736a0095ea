"""The ontology's and the code lists' terms as groups of rows for a page.

In:  Turtle of the package `ontology` and the namespace of its terms.
Out: `TermGroup`s: classes and properties by their type, code lists by their scheme.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from kg.vocabulary import RDF, RDFS, SKOS

from .catalogue import mark

_LABELS = (RDFS.label, SKOS.prefLabel)
_COMMENTS = (RDFS.comment, SKOS.definition)
_WORD = re.compile(r"(?<!\S)\"?[^\W\d_]{2,}")
_TYPES = {
    "Class": mark("Classes"),
    "ObjectProperty": mark("Properties that lead to a thing"),
    "DatatypeProperty": mark("Properties that hold a value"),
}


@dataclass(slots=True)
class TermRow:
    """One term: local name, type, scheme, labels by language, comment and example in English.

    Comments and examples are keys of the translations.
    """

    name: str
    type: str = ""
    scheme: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    comment: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms of one kind: `key` for addresses, labels by language, or one to be translated."""

    key: str
    label: str
    labels: dict[str, str]
    rows: tuple[TermRow, ...]


@cache
def term_names(turtle: str, namespace: str) -> frozenset[str]:
    """Return the local names of every term of the namespace."""
    return frozenset(_rows(turtle, namespace))


@cache
def term_groups(turtle: str, namespace: str) -> tuple[TermGroup, ...]:
    """Return the terms in groups; groups and terms in a fixed order."""
    rows = _rows(turtle, namespace)
    by_type = [
        TermGroup(key, label, {}, _sorted(r for r in rows.values() if r.type == key))
        for key, label in _TYPES.items()
    ]
    schemes = [r for r in rows.values() if r.type == "ConceptScheme"]
    by_scheme = [
        TermGroup(s.name, s.name, s.labels, _sorted(r for r in rows.values() if r.scheme == s.name))
        for s in _sorted(schemes)
    ]
    return tuple(group for group in (*by_type, *by_scheme) if group.rows)


def comments(turtle: str) -> list[str]:
    """Return what is said of the terms, in English: the keys of the translations, each once."""
    return _texts(turtle, _COMMENTS)


def examples(turtle: str) -> list[str]:
    """Return the examples of the terms, in English, but for numbers and the like, each once."""
    return [text for text in _texts(turtle, (SKOS.example,)) if _WORD.search(text)]


def _texts(turtle: str, predicates: Container[str]) -> list[str]:
    quads = ox.parse(turtle.encode(), ox.RdfFormat.TURTLE)
    found = (q.object.value for q in quads if q.predicate.value in predicates)
    return list(dict.fromkeys(text for text in found if text))


def _rows(turtle: str, namespace: str) -> dict[str, TermRow]:
    rows: dict[str, TermRow] = {}
    for quad in ox.parse(turtle.encode(), ox.RdfFormat.TURTLE):
        subject = quad.subject
        if isinstance(subject, ox.NamedNode) and subject.value.startswith(namespace):
            name = subject.value.removeprefix(namespace)
            _add(rows.setdefault(name, TermRow(name)), quad.predicate.value, quad.object, namespace)
    return rows


def _add(row: TermRow, predicate: str, value: object, namespace: str) -> None:
    if isinstance(value, ox.NamedNode):
        if predicate == RDF.type:
            row.type = row.type or value.value.rsplit("#", 1)[-1]
        elif predicate == SKOS.inScheme:
            row.scheme = value.value.removeprefix(namespace)
    elif isinstance(value, ox.Literal):
        if predicate in _LABELS and value.language:
            row.labels[value.language] = value.value
        elif predicate in _COMMENTS:
            row.comment = value.value
        elif predicate == SKOS.example:
            row.example = value.value


def _sorted(rows: Iterable[TermRow]) -> tuple[TermRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.name))
