"""RDF that is no dump of Claimline: into a graph of its own, named by the file's content.

Blank nodes become IRIs below that graph's, the same for the same file, so that loading it again
changes nothing. A dataset's named graphs become graphs beside it. What the file says of claims is
held against the shapes and told in their words; it is loaded all the same, for such a graph never
enters merged.
In:  a file. Out: its quads as they will be stored, and what there is to say about them.
"""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

import ontology
from kg.errors import QueryRefused
from kg.model.iri import Iris, short_hash
from kg.store.loading.reading import digest_of, format_of, opened, quads_of
from kg.store.view import Node
from kg.vocabulary import CLM, DCT

# Above, pyshacl would take a minute and a gigabyte.
MOST_SHOWN_TO_SHACL = 50_000
_MOST_REMARKS = 20
_SOURCE = Node(DCT.source)


class Foreign:
    """A file of other people's RDF."""

    def __init__(self, path: Path, base: str) -> None:
        """Read it once, to know that it can be read. Raises ReadError, GraphSyntaxError."""
        self.path = path
        self.graph = Node(Iris(base).graph(f"import/{digest_of(path)}"))
        self.count = 0
        self.uses_our_words = False
        self._plain = True
        self._look()

    def _look(self) -> None:
        """Count the quads, note what has to be renamed; no quad is made anew for it."""
        count, plain, here = 0, True, ox.DefaultGraph()
        for quad in quads_of(self.path, self.graph.value):
            count += 1
            value = quad.object
            if type(value) is ox.Triple:
                raise QueryRefused(
                    f"{self.path} holds triple terms (RDF 1.2), which are not stored. Say it with "
                    "a node of its own. Nothing was loaded."
                )
            if plain:
                blank = type(value) is ox.BlankNode or type(quad.subject) is ox.BlankNode
                plain = not blank and quad.graph_name == here
            if count <= MOST_SHOWN_TO_SHACL and not self.uses_our_words:
                self.uses_our_words = _is_ours(quad.predicate) or _is_ours(value)
        self.count, self._plain = count, plain

    def load_into(self, engine: ox.Store) -> None:
        """Write the quads in bulk: by the engine alone, where nothing has to be renamed."""
        if self._plain:
            form, base = format_of(self.path), self.graph.value
            with opened(self.path) as file:
                engine.bulk_load(file, form, base_iri=base, to_graph=self.graph)
        else:
            engine.bulk_extend(self.quads())

    def quads(self) -> Iterator[ox.Quad]:
        """Yield the quads as they will be stored."""
        names: dict[object, Node] = {}
        homes: dict[object, Node] = {ox.DefaultGraph(): self.graph}
        blank, quad_of = ox.BlankNode, ox.Quad
        for quad in quads_of(self.path, self.graph.value):
            subject, value, graph = quad.subject, quad.object, quad.graph_name
            home = homes.get(graph)
            if home is None:
                home = homes[graph] = self._home(graph, names)
                yield quad_of(home, _SOURCE, self._named(graph, names), self.graph)
            if type(subject) is blank:
                subject = self._named(subject, names)
            if type(value) is blank:
                value = self._named(value, names)
            yield quad_of(subject, quad.predicate, value, home)

    def _home(self, name: object, names: dict[object, Node]) -> Node:
        return Node(f"{self.graph.value}/{short_hash(self._named(name, names).value)}")

    def _named(self, term: object, names: dict[object, Node]) -> Node:
        """Return a term, a blank node by its number in the file."""
        if not isinstance(term, ox.BlankNode):
            return term  # type: ignore[return-value]  # literals stay literals
        if term not in names:
            names[term] = Node(f"{self.graph.value}#b{len(names) + 1}")
        return names[term]

    def remarks(self) -> tuple[str, ...] | None:
        """Return where claims in it do not hold, in words; None when nobody looked."""
        if not self.uses_our_words or self.count > MOST_SHOWN_TO_SHACL:
            return None
        return tuple(_broken({quad.triple for quad in self.quads()}))


def _is_ours(term: object) -> bool:
    return isinstance(term, Node) and term.value.startswith(str(CLM))


def _broken(triples: set[ox.Triple]) -> list[str]:
    """Return what pyshacl says of triples, by node."""
    import pyshacl
    from rdflib import SH, Graph, URIRef

    lines = "".join(f"{triple} .\n" for triple in triples)
    data = Graph().parse(data=lines, format="nt")
    data.parse(data=ontology.terms_ttl(), format="turtle")
    shapes = Graph().parse(data=ontology.shapes_ttl(), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    if not isinstance(report, Graph):
        return [str(report)]
    found = set()
    for result in report.objects(None, SH.result):
        shape = report.value(result, SH.sourceShape)
        english = (
            str(m)
            for m in shapes.objects(shape, SH.message)
            if getattr(m, "language", None) == "en"
        )
        focus = report.value(result, SH.focusNode)
        shown = f"<{focus}>" if isinstance(focus, URIRef) else str(focus)
        found.add(f"{shown}: {next(english, str(report.value(result, SH.resultMessage)))}")
    kept = sorted(found)[:_MOST_REMARKS]
    more = len(found) - len(kept)
    return [*kept, f"… and {more} more."] if more else kept
