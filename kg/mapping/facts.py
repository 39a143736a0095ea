"""Quads, looked up by graph, subject and predicate.

In:  any quads. Out: values with the type that the reader expects, or a MappingError that names the
subject and what is missing. A value read from one graph is never mixed with another graph's.
"""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import MappingError
from kg.vocabulary import CLT

Value = ox.NamedNode | ox.Literal


class Facts:
    """The values of one graph, or of several taken together, by subject and predicate."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._values: dict[tuple[str, str], list[Value]] = {}
        for quad in dict.fromkeys(quads):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, Value):
                key = (quad.subject.value, quad.predicate.value)
                self._values.setdefault(key, []).append(quad.object)

    def values(self, subject: str, predicate: str) -> list[Value]:
        """Return all values, in no order; empty for none."""
        return self._values.get((subject, predicate), [])

    def nodes(self, subject: str, predicate: str) -> list[str]:
        """Return the IRIs among the values, sorted."""
        values = self.values(subject, predicate)
        return sorted(v.value for v in values if isinstance(v, ox.NamedNode))

    def subjects(self, predicate: str) -> list[str]:
        """Return what has a value for the predicate, sorted."""
        return sorted(subject for subject, known in self._values if known == predicate)

    def subjects_of(self, predicate: str, value: str) -> list[str]:
        """Return what has this IRI as a value of the predicate, sorted."""
        return sorted(
            subject
            for (subject, known), values in self._values.items()
            if known == predicate and any(v.value == value for v in values)
        )

    def one(self, subject: str, predicate: str) -> str | None:
        """Return the text or IRI of the only value, None for none. MappingError for several."""
        values = self.values(subject, predicate)
        if len(values) > 1:
            raise MappingError(f"<{subject}> has {len(values)} values for <{predicate}>, not one.")
        return values[0].value if values else None

    def need(self, subject: str, predicate: str) -> str:
        """Return the only value. MappingError for none or several."""
        value = self.one(subject, predicate)
        if value is None:
            raise MappingError(
                f"<{subject}> has no <{predicate}>, so it cannot be read as a claim."
            )
        return value

    def texts(self, subject: str, predicate: str) -> list[str]:
        """Return the texts among the values, sorted."""
        values = self.values(subject, predicate)
        return sorted(v.value for v in values if isinstance(v, ox.Literal))

    def true(self, subject: str, predicate: str) -> bool:
        """True when the value says so; a missing value is False."""
        return self.one(subject, predicate) == "true"

    def code(self, subject: str, predicate: str) -> str | None:
        """Return the local name of a clt: term. MappingError for a value that is none."""
        value = self.one(subject, predicate)
        if value is not None and not value.startswith(str(CLT)):
            raise MappingError(f"<{value}> is no term that <{predicate}> can have.")
        return value.removeprefix(str(CLT)) if value else None

    def labels(self, subject: str, predicate: str) -> dict[str, str]:
        """Return the words of each language."""
        return {
            v.language: v.value
            for v in self.values(subject, predicate)
            if isinstance(v, ox.Literal) and v.language
        }

    def has(self, subject: str, predicate: str, value: str) -> bool:
        """True when the graph says so of an IRI value."""
        return any(v.value == value for v in self.values(subject, predicate))


def by_graph(quads: Iterable[ox.Quad]) -> dict[str, list[ox.Quad]]:
    """Sort quads by the IRI of their graph; those of the default graph are left out."""
    graphs: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode):
            graphs.setdefault(quad.graph_name.value, []).append(quad)
    return graphs
