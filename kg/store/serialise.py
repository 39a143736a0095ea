"""Quads -> text, the same bytes for the same quads: Turtle, TriG and N-Quads.

Quads are sorted, the prefixes are ours and stand in one order, and every literal is written by the
engine, so no label or quotation can break out of its quotes. (The engine's own Turtle puts prefixes
in random order; rdflib's changes numbers and drops what it cannot hold.)
In:  quads and the data base. Out: UTF-8 in pieces. JSON-LD is kg.store.jsonld.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from kg.vocabulary import CLM, CLT, DCT, OA, PROV, RDF, RDFS, SCHEMA, SKOS, WGS, XSD

_DATA = ("action", "actor", "article", "claim", "decision", "graph", "meeting", "passage", "place")
_MORE_DATA = ("redline", "statement")
_VOCABULARIES = {
    "clm": CLM,
    "clt": CLT,
    "dct": DCT,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "wgs": WGS,
    "xsd": XSD,
}
# A local name that needs no escape but that of "#", which parts, selectors and time spans have.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_#-]|\.(?=[A-Za-z0-9_-]))*")
_BARE = {XSD.integer: re.compile(r"[+-]?[0-9]+"), XSD.boolean: re.compile(r"true|false")}


def prefixes(base: str) -> dict[str, str]:
    """Return the prefixes of every output, by name in order."""
    data = {kind: f"{base}{kind}/" for kind in (*_DATA, *_MORE_DATA)}
    return dict(sorted((data | {name: str(ns) for name, ns in _VOCABULARIES.items()}).items()))


class Names:
    """Writes terms as Turtle does, with our prefixes."""

    def __init__(self, base: str) -> None:
        self.prefixes = prefixes(base)
        by_length = sorted(self.prefixes.items(), key=lambda item: -len(item[1]))
        self._namespaces = [(iri, name) for name, iri in by_length]
        self._known: dict[str, str] = {}

    def term(self, term: object) -> str:
        """Return a term; numbers and booleans bare, IRIs short where a prefix fits."""
        if isinstance(term, ox.NamedNode):
            return self.iri(term.value)
        if isinstance(term, ox.Literal) and not term.language:
            return self._literal(term)
        return str(term)

    def iri(self, iri: str) -> str:
        """Return prefix:local, else <iri>."""
        if iri not in self._known:
            self._known[iri] = self._short(iri)
        return self._known[iri]

    def _short(self, iri: str) -> str:
        for namespace, name in self._namespaces:
            if iri.startswith(namespace):
                local = iri[len(namespace) :]
                if _LOCAL.fullmatch(local):
                    return f"{name}:{local.replace('#', chr(92) + '#')}"
        return f"<{iri}>"

    def _literal(self, literal: ox.Literal) -> str:
        datatype = literal.datatype.value
        bare = _BARE.get(datatype)
        if bare and bare.fullmatch(literal.value):
            return literal.value
        if datatype == XSD.string:
            return str(literal)
        return f"{ox.Literal(literal.value)}^^{self.iri(datatype)}"


def turtle(triples: Iterable[ox.Triple], base: str) -> Iterator[bytes]:
    """Yield Turtle, one subject after another."""
    names = Names(base)
    yield _header(names)
    for block in _subjects(triples, names, indent=""):
        yield b"\n" + block


def trig(quads: Iterable[ox.Quad], base: str) -> Iterator[bytes]:
    """Yield TriG, one graph after another."""
    names = Names(base)
    yield _header(names)
    for graph, found in groupby(sorted(quads, key=_graph_key), key=_graph_key):
        opening = names.term(ox.NamedNode(graph[1:-1])) + " {" if graph.startswith("<") else "{"
        yield f"\n{opening}\n".encode()
        yield from _subjects((q.triple for q in found), names, indent="  ")
        yield b"}\n"


def nquads(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    """Yield sorted N-Quads, in pieces of about a thousand lines."""
    lines = sorted(_line(quad) for quad in quads)
    for start in range(0, len(lines), 1000):
        yield "".join(lines[start : start + 1000]).encode()


def ntriples(triples: Iterable[ox.Triple]) -> bytes:
    """Return sorted N-Triples."""
    lines = sorted(f"{t.subject} {t.predicate} {t.object} .\n" for t in triples)
    return "".join(lines).encode()


def _header(names: Names) -> bytes:
    return "".join(f"@prefix {n}: <{iri}> .\n" for n, iri in names.prefixes.items()).encode()


def _graph_key(quad: ox.Quad) -> str:
    return str(quad.graph_name)


def _line(quad: ox.Quad) -> str:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else f" {quad.graph_name}"
    return f"{quad.subject} {quad.predicate} {quad.object}{graph} .\n"


def sorted_triples(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return the triples by subject, predicate (the type first) and object."""
    return sorted(triples, key=_triple_key)


def _triple_key(triple: ox.Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return str(triple.subject), predicate != RDF.type, predicate, str(triple.object)


def _subjects(triples: Iterable[ox.Triple], names: Names, *, indent: str) -> Iterator[bytes]:
    for subject, about in groupby(sorted_triples(triples), key=lambda t: str(t.subject)):
        lines = []
        for predicate, found in groupby(about, key=lambda t: t.predicate.value):
            verb = "a" if predicate == RDF.type else names.iri(predicate)
            lines.append(f"{verb} {' , '.join(names.term(t.object) for t in found)}")
        opening = names.iri(subject[1:-1]) if subject.startswith("<") else subject
        yield f"{indent}{opening} {f' ;{chr(10)}{indent}  '.join(lines)} .\n".encode()
