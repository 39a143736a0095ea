"""Writes that stay whole on servers whose requests are not.

What is to be written is first written down, as one literal beside the writer's number: the intent.
Then the quads go, a few hundred an operation, those of merged last; then the revision is raised
and the intent taken out, in one operation. Each operation may happen twice and checks that the turn
is still the writer's. A writer that died without an intent has written nothing; one that left an
intent is finished by whoever comes next, from the literal alone. Readers wait while one stands.
In:  quads out and in. Out: the texts of updates, in order.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.graphs import Graphs
from kg.store.plan import quad_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A write that ends at a revision: verbs with quads as text, those of merged last."""

    revision: int
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(
        cls, revision: int, out: Iterable[ox.Quad], into: Iterable[ox.Quad], graphs: Graphs
    ) -> "Intent":
        """Return the intent of a write. What goes and comes at once stays."""
        gone, come = set(out), set(into)
        parts = (
            (verb, tuple(quad_lines(q for q in quads if (q.graph_name == graphs.merged) is last)))
            for last in (False, True)
            for verb, quads in (("DELETE", gone - come), ("INSERT", come))
        )
        return cls(revision=revision, parts=tuple(part for part in parts if part[1]))

    def to_text(self) -> str:
        """Return it as letters, digits and + / = ."""
        said = json.dumps([self.revision, self.parts])
        return base64.b64encode(zlib.compress(said.encode(), 6)).decode()

    @classmethod
    def from_text(cls, text: str) -> "Intent":
        """Return what `to_text` wrote. Raises StoreError for anything else."""
        try:
            revision, parts = json.loads(zlib.decompress(base64.b64decode(text, validate=True)))
            return cls(
                revision=int(revision), parts=tuple((verb, tuple(rows)) for verb, rows in parts)
            )
        except (ValueError, TypeError, zlib.error) as error:
            raise StoreError(
                "A write was begun and cannot be read to be finished. Restore the store from a "
                "backup, or look at it with `claimline validate --deep`."
            ) from error

    def steps(self, fence: str, size: int) -> Iterator[str]:
        """Yield the operations, each harmless when it happens twice and void outside the turn."""
        for verb, lines in self.parts:
            ordered = sorted(lines) if verb == "DELETE" else lines
            for start in range(0, len(ordered), size):
                some = ordered[start : start + size]
                blocks = _by_graph(some) if verb == "DELETE" else ["\n".join(some)]
                yield " ;\n".join(f"{verb} {{\n{b}\n}} WHERE {{ {fence} }}" for b in blocks)


def _by_graph(lines: Sequence[str]) -> Iterator[str]:
    """Yield one block a graph.

    Of a template with several, Virtuoso 7.2.5 leaves the quads whose literals are not in ASCII.
    """
    for graph, some in groupby(lines, key=lambda line: line.partition(" { ")[0]):
        triples = (line.partition(" { ")[2].removesuffix(" }") for line in some)
        yield f"{graph} {{ {' . '.join(triples)} }}"
