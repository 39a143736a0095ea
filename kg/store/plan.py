"""A planned write: quads out, quads in, the graphs it touches, and its text as one SPARQL update.

In:  what a write wants to change. Out: one update that either happens whole or not at all.
Source: Oxigraph applies one update transactionally; its Python interface has no other way to take
quads out and put others in at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.store.ready import Arriving
from kg.store.view import Node, View


@dataclass(slots=True, kw_only=True)
class Plan:
    """What a write changes outside merged; grows while the write is planned.

    `touched` are the claims' and articles' graphs whose part in merged may change, even where no
    quad of theirs does (a claim that is rejected, an event that is merged). `ready` are articles
    that come whole, their part in merged included; they are not among the touched.
    """

    out: set[ox.Quad] = field(default_factory=set)
    into: set[ox.Quad] = field(default_factory=set)
    touched: set[Node] = field(default_factory=set)
    ready: list[Arriving] = field(default_factory=list)

    def replace(self, old: Iterable[ox.Quad], new: Iterable[ox.Quad]) -> None:
        """Turn `old` into `new`: only what differs is written."""
        before, after = set(old), set(new)
        self.out |= before - after
        self.into |= after - before

    @property
    def empty(self) -> bool:
        """True when the write would change nothing."""
        return not self.out and not self.into and not self.ready


def in_graph(triples: Iterable[ox.Triple], graph: Node) -> list[ox.Quad]:
    """Return the triples as quads of one graph."""
    return [ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples]


def update_text(
    out: Iterable[ox.Quad], into: Iterable[ox.Quad], emptied: Iterable[Node] = ()
) -> str:
    """Return one SPARQL update. Terms are written by the engine, so nothing in them is syntax.

    Of `emptied` graphs not even the names stay, which engines may keep of graphs without quads.
    """
    data = [
        f"{verb} DATA {{\n{body}\n}}"
        for verb, quads in (("DELETE", out), ("INSERT", into))
        if (body := "\n".join(quad_lines(quads)))
    ]
    return ";\n".join([*data, *(f"DROP SILENT GRAPH {graph}" for graph in emptied)])


def emptied(view: View, out: Iterable[ox.Quad], into: Iterable[ox.Quad]) -> list[Node]:
    """Return the graphs that hold nothing once `out` is out and `into` is in."""
    gone = set(out)
    filled = {q.graph_name for q in into}
    graphs = {q.graph_name for q in gone if isinstance(q.graph_name, Node)} - filled
    left = (g for g in graphs if all(q in gone for q in view.quads(None, None, None, g)))
    return sorted(left, key=lambda graph: graph.value)


def quad_lines(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """Yield each quad as it stands in an update."""
    return map(_line, quads)


def _line(quad: ox.Quad) -> str:
    return f"GRAPH {quad.graph_name} {{ {quad.subject} {quad.predicate} {quad.object} }}"
