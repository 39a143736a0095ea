"""Quads -> JSON-LD 1.1, the same bytes for the same quads, read back exactly.

The document carries the ontology's context with it, so that reading it fetches nothing; a value
that does not fit what the context says of its property is written under the property's full name.
Where an IRI begins with a word that the context reads as a prefix (`clm:`, `id:`), as only foreign
data can, the whole document is written without a context.
In:  quads or triples. Out: UTF-8 in pieces, one node a line.
Source: JSON-LD 1.1, 4.2.3 (type coercion) and 4.6.2 (language maps).
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

import ontology
from kg.store.serialise import by_graph
from kg.vocabulary import RDF, XSD

Json = dict[str, Any]


@lru_cache(maxsize=1)
def _context() -> Json:
    context: Json = ontology.context_json()["@context"]
    return context


def jsonld(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """Yield a document with one entry a named graph."""
    graphs = by_graph(quads)
    names = [ox.NamedNode(name[1:-1]) for name, _ in graphs if name[0] == "<"]
    context = _context_for((t for _, triples in graphs for t in triples), names)
    compact = Compact(context)
    yield _opening(context)
    separator = "\n"
    for graph, triples in graphs:
        nodes = ",\n  ".join(_dumps(node) for node in compact.nodes(triples))
        name = f'"{compact.id}":{_dumps(graph[1:-1])},' if graph[0] == "<" else ""
        yield f'{separator} {{{name}"@graph":[\n  {nodes}]}}'.encode()
        separator = ",\n"
    yield b"\n]}\n"


def jsonld_graph(triples: Iterable[ox.Triple]) -> bytes:
    """Return a document of one unnamed graph."""
    found = set(triples)
    context = _context_for(found, ())
    nodes = ",\n ".join(_dumps(node) for node in Compact(context).nodes(found))
    return _opening(context) + f"\n {nodes}\n]}}\n".encode()


def _opening(context: Json) -> bytes:
    return f'{{"@context":{_dumps(context)},\n"@graph":['.encode()


def _context_for(triples: Iterable[ox.Triple], names: Iterable[object]) -> Json:
    """Return the ontology's context, or an empty one where it would change an IRI."""
    context = _context()
    if any(_misread(name, context) for name in names):
        return {}
    for triple in triples:
        if any(_misread(t, context) for t in (triple.subject, triple.predicate, triple.object)):
            return {}
    return context


def _misread(term: object, context: Json) -> bool:
    """True for an IRI whose scheme the context would read as a prefix."""
    named = term.datatype if isinstance(term, ox.Literal) else term
    if not isinstance(named, ox.NamedNode) or named.value.startswith(("https:", "http:")):
        return False
    return named.value.partition(":")[0] in context


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Compact:
    """Writes nodes in the words of a context."""

    def __init__(self, context: Json) -> None:
        self.id = "id" if "id" in context else "@id"
        self._type = "type" if "type" in context else "@type"
        self._prefixes = {n: v for n, v in context.items() if isinstance(v, str) and v[-1] in "/#"}
        self._names: dict[str, str] = {}
        self._rules: dict[str, Json] = {}
        for name, value in context.items():
            rule = value if isinstance(value, dict) else {"@id": value}
            if name[0] != "@" and isinstance(rule["@id"], str) and name not in self._prefixes:
                iri = self._expand(rule["@id"])
                self._names[iri] = name
                self._rules[iri] = rule

    def _expand(self, compact: str) -> str:
        prefix, _, local = compact.partition(":")
        return self._prefixes[prefix] + local if prefix in self._prefixes else compact

    def nodes(self, triples: Iterable[ox.Triple]) -> Iterator[Json]:
        """Yield one node object a subject, in order."""
        subjects: dict[str, dict[str, list[Any]]] = {}
        for triple in triples:
            about = subjects.setdefault(str(triple.subject), {})
            about.setdefault(triple.predicate.value, []).append(triple.object)
        for subject, about in sorted(subjects.items(), key=lambda item: item[0].strip("<>")):
            node: Json = {self.id: subject[1:-1] if subject[0] == "<" else subject}
            for predicate in sorted(about, key=lambda iri: (iri != RDF.type, iri)):
                self._add(node, predicate, sorted(about[predicate], key=str))
            yield node

    def _add(self, node: Json, predicate: str, values: list[Any]) -> None:
        if predicate == RDF.type and all(isinstance(v, ox.NamedNode) for v in values):
            node[self._type] = _one(
                [self._names.get(v.value) or self._short(v.value) for v in values]
            )
            return
        rule = self._rules.get(predicate, {})
        fitting = [v for v in values if predicate in self._names and _fits(rule, v)]
        if fitting:
            node[self._names[predicate]] = self._coerced(rule, fitting)
        if others := [v for v in values if v not in fitting]:
            node[self._short(predicate)] = _one([self._full(v) for v in others])

    def _coerced(self, rule: Json, values: list[Any]) -> object:
        if rule.get("@container") == "@language":
            words: dict[str, list[str]] = {}
            for value in values:
                words.setdefault(value.language, []).append(value.value)
            return {language: _one(texts) for language, texts in words.items()}
        if rule.get("@type") == "@id":
            return _one([self._reference(value) for value in values])
        return _one([value.value for value in values])

    def _reference(self, value: Any) -> str:
        return str(value) if isinstance(value, ox.BlankNode) else self._short(value.value)

    def _full(self, value: Any) -> object:
        if not isinstance(value, ox.Literal):
            return {self.id: self._reference(value)}
        if value.language:
            return {"@value": value.value, "@language": value.language}
        if value.datatype.value == XSD.string:
            return {"@value": value.value}
        return {"@value": value.value, "@type": self._short(value.datatype.value)}

    def _short(self, iri: str) -> str:
        for prefix, namespace in self._prefixes.items():
            local = iri.removeprefix(namespace)
            if local != iri and not local.startswith("//"):
                return f"{prefix}:{local}"
        return iri


def _fits(rule: Json, value: object) -> bool:
    """True when the context's rule gives this value back from its short form."""
    if rule.get("@container") == "@language":
        return isinstance(value, ox.Literal) and bool(value.language)
    if rule.get("@type") == "@id":
        return not isinstance(value, ox.Literal)
    if not isinstance(value, ox.Literal) or value.language or "@type" not in rule:
        return False
    datatype: str = rule["@type"]
    return value.datatype.value == XSD[datatype.removeprefix("xsd:")]


def _one(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values
