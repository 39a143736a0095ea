"""Quads -> text, the same bytes for the same quads: Turtle, TriG and N-Quads.

Quads are sorted, the prefixes are ours and stand in one order, and every literal is written by the
engine, so no label or quotation can break out of its quotes. (The engine's own Turtle puts prefixes
in random order; rdflib's changes numbers and drops what it cannot hold.)
In:  quads and the data base. Out: UTF-8 in pieces. JSON-LD is kg.store.jsonld.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

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
_BARE = {
    str(XSD.integer): re.compile(r'"[+-]?[0-9]+"'),
    str(XSD.boolean): re.compile(r'"(?:true|false)"'),
}
_TYPE = f"<{RDF.type}>"
_DEFAULT_GRAPH = str(ox.DefaultGraph())
# Subject, whether the predicate is another than the type, predicate, object: as N-Triples text.
Row = tuple[str, bool, str, str]


def prefixes(base: str) -> dict[str, str]:
    """Return the prefixes of every output, by name in order."""
    data = {kind: f"{base}{kind}/" for kind in (*_DATA, *_MORE_DATA)}
    return dict(sorted((data | {name: str(ns) for name, ns in _VOCABULARIES.items()}).items()))


class Names:
    """Shortens terms from N-Triples text, which the engine writes, to Turtle with our prefixes."""

    def __init__(self, base: str) -> None:
        self.prefixes = prefixes(base)
        by_length = sorted(self.prefixes.items(), key=lambda item: -len(item[1]))
        self._namespaces = [(iri, name) for name, iri in by_length]
        self._known: dict[str, str] = {}

    def term(self, text: str) -> str:
        """Return a term; integers and booleans bare, IRIs short where a prefix fits."""
        if text[0] == "<":
            return self.iri(text)
        if text[0] == '"' and text[-1] == ">":
            quoted, _, datatype = text.rpartition("^^")
            bare = _BARE.get(datatype[1:-1])
            if bare and bare.fullmatch(quoted):
                return quoted[1:-1]
            return f"{quoted}^^{self.iri(datatype)}"
        return text

    def verb(self, text: str) -> str:
        """Return a predicate; `a` for the type."""
        return "a" if text == _TYPE else self.iri(text)

    def iri(self, text: str) -> str:
        """Return prefix:local for <iri> where a prefix fits, else the same."""
        if text not in self._known:
            self._known[text] = self._short(text)
        return self._known[text]

    def _short(self, text: str) -> str:
        for namespace, name in self._namespaces:
            if text.startswith(namespace, 1):
                local = text[len(namespace) + 1 : -1]
                if _LOCAL.fullmatch(local):
                    return f"{name}:{local.replace('#', chr(92) + '#')}"
        return text


def turtle(triples: Iterable[ox.Triple], base: str) -> Iterator[bytes]:
    """Yield Turtle, one subject after another."""
    names = Names(base)
    yield _header(names)
    for block in _subjects(rows(triples), names, indent=""):
        yield b"\n" + block


def trig(quads: Iterable[ox.Quad], base: str) -> Iterator[bytes]:
    """Yield TriG, one graph after another."""
    names = Names(base)
    yield _header(names)
    for graph, triples in by_graph(quads):
        opening = f"{names.term(graph)} {{" if graph != _DEFAULT_GRAPH else "{"
        yield f"\n{opening}\n".encode()
        yield from _subjects(rows(triples), names, indent="  ")
        yield b"}\n"


def by_graph(quads: Iterable[ox.Quad]) -> list[tuple[str, list[ox.Triple]]]:
    """Return the triples of each graph, by the graph's name in N-Triples text."""
    graphs: dict[str, list[ox.Triple]] = {}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name), []).append(quad.triple)
    return sorted(graphs.items())


def rows(triples: Iterable[ox.Triple]) -> list[Row]:
    """Return the triples as text, by subject, predicate (the type first) and object."""
    texts = ((str(t.subject), str(t.predicate), str(t.object)) for t in triples)
    found = ((s, p != _TYPE, p, o) for s, p, o in texts)
    return sorted(found, key=lambda row: (row[0].strip("<>"), row[1:]))


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


def _line(quad: ox.Quad) -> str:
    graph = str(quad.graph_name)
    named = "" if graph == _DEFAULT_GRAPH else f" {graph}"
    return f"{quad.subject} {quad.predicate} {quad.object}{named} .\n"


def _subjects(sorted_rows: Iterable[Row], names: Names, *, indent: str) -> Iterator[bytes]:
    separator = f" ;\n{indent}  "
    for subject, about in groupby(sorted_rows, key=itemgetter(0)):
        lines = [
            f"{names.verb(predicate)} {' , '.join(names.term(row[3]) for row in found)}"
            for predicate, found in groupby(about, key=itemgetter(2))
        ]
        yield f"{indent}{names.term(subject)} {separator.join(lines)} .\n".encode()
