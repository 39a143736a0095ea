"""The ontology's terms as rows of a page, in the interface's language."""

from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from kg.vocabulary import RDF, RDFS, SKOS

_LABELS = (RDFS.label, SKOS.prefLabel)
_TEXTS = (RDFS.comment, SKOS.definition, SKOS.example)


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term: its local name, what kind of term it is, labels by language, English comment."""

    name: str
    kind: str
    labels: dict[str, str]
    comment: str


@cache
def term_rows(turtle: str, namespace: str) -> tuple[TermRow, ...]:
    """Return the namespace's terms, sorted by kind and name."""
    found: dict[str, TermRow] = {}
    for quad in ox.parse(turtle.encode(), ox.RdfFormat.TURTLE):
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(namespace):
            continue
        name = subject.value.removeprefix(namespace)
        row = found.get(name) or TermRow(name, "", {}, "")
        found[name] = _with(row, predicate, value)
    return tuple(sorted((r for r in found.values() if r.name), key=lambda r: (r.kind, r.name)))


def _with(row: TermRow, predicate: str, value: object) -> TermRow:
    if predicate == RDF.type and isinstance(value, ox.NamedNode):
        kind = value.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
        return TermRow(row.name, row.kind or kind, row.labels, row.comment)
    if predicate in _LABELS and isinstance(value, ox.Literal) and value.language:
        return TermRow(row.name, row.kind, row.labels | {value.language: value.value}, row.comment)
    if predicate in _TEXTS and isinstance(value, ox.Literal) and not row.comment:
        return TermRow(row.name, row.kind, row.labels, value.value)
    return row
