"""An update as the engine gets it: the stranger's text, with what the store adds to it.

* `GRAPH <merged>` around a WHERE that names no dataset: it asks the merged graph, as queries do.
* `USING` from the protocol's parameters.
* What a fresh store holds, behind a CLEAR or DROP of everything (allowed only while it is fresh).
* The next revision: the same commit raises it.
* PREFIX behind a `;` moved to the front, for the engine reads it only there.
In:  an `UpdateRequest` with its outline, and the store as it is. Out: `Prepared`.
Source: SPARQL 1.1 Protocol, 2.2.3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError, QuerySyntaxError
from kg.store import meta
from kg.store.graphs import Graphs
from kg.store.merged import terms
from kg.store.plan import in_graph, update_text
from kg.store.sparql import POSITION
from kg.store.updates.outline import Operation, place
from kg.store.updates.request import UpdateRequest
from kg.store.updates.splice import Splice
from kg.store.updates.targets import check_targets


@dataclass(frozen=True, slots=True)
class Prepared:
    """The text for the engine, and the way back from it to the stranger's."""

    splice: Splice
    base_iri: str | None

    @property
    def text(self) -> str:
        """The whole text."""
        return self.splice.result()

    def syntax_error(self, error: SyntaxError) -> QuerySyntaxError:
        """Return the engine's error with the place in the stranger's own text."""
        message = str(error)
        found = POSITION.match(message)
        if found is None:
            return QuerySyntaxError(f"This is not a SPARQL update: {message}.")
        offset = _offset(self.text, int(found[1]), int(found[2]))
        line, column = place(self.splice.text, self.splice.original(offset))
        return QuerySyntaxError(
            f"This is not a SPARQL update from line {line}, column {column} on: "
            f"{message[found.end() :]}.",
            line=line,
            column=column,
        )


def prepare(
    request: UpdateRequest, operations: Sequence[Operation], engine: ox.Store, graphs: Graphs
) -> Prepared:
    """Return the update to run. Raises QuerySyntaxError, QueryError, ManagedGraph."""
    fresh = not holds_data(engine, graphs)
    check_targets(operations, graphs, base_iri=request.base_iri, holds_data=not fresh)
    splice = Splice(request.text)
    _gather_prefixes(splice, operations)
    _add_datasets(splice, operations, request, _asked_by_default(engine, graphs))
    for operation in operations:
        if any(target.kind in ("named", "all") for target in operation.writes):
            splice.insert(operation.end, f" ;\n{_beginning(engine, graphs)}")
    if operations:
        old, new = meta.next_revision(engine, graphs)
        splice.insert(operations[-1].end, f" ;\n{update_text([old], [new])}")
    return Prepared(splice, request.base_iri)


def prepare_text(
    request: UpdateRequest, operations: Sequence[Operation], graphs: Graphs, *, raising: str
) -> Prepared:
    """Return the update to send to a server; `raising` is the operation that raises the revision.

    Raises QueryError. The targets are checked by the caller.
    """
    splice = Splice(request.text)
    _gather_prefixes(splice, operations)
    _add_datasets(splice, operations, request, str(graphs.merged))
    if operations:
        splice.insert(operations[-1].end, f" ;\n{raising}")
    return Prepared(splice, request.base_iri)


def _gather_prefixes(splice: Splice, operations: Sequence[Operation]) -> None:
    known: dict[str, str] = {}
    for number, operation in enumerate(operations):
        for declared in operation.declared:
            if number and known.get(declared.name, declared.iri) != declared.iri:
                raise QueryError(
                    f"{declared.keyword} {declared.name} is declared twice, with different IRIs. "
                    "Declare it once for all operations, or give one of them another name."
                )
            if number and declared.keyword == "BASE" and "" not in known:
                raise QueryError("Declare BASE once, before the first operation.")
            if number:
                splice.blank(declared.start, declared.end)
                if declared.name not in known:
                    splice.insert(operations[0].start, f"PREFIX {declared.name} {declared.iri} ")
            known[declared.name] = declared.iri


def holds_data(engine: ox.Store, graphs: Graphs) -> bool:
    """True when the managed graphs hold more than a fresh store's."""
    own = (graphs.merged, graphs.meta)
    return any(
        isinstance(graph, ox.NamedNode) and graph not in own and graphs.is_managed(graph)
        for graph in engine.named_graphs()
    )


def holds_default(engine: ox.Store) -> bool:
    """True when somebody wrote into the engine's own default graph, while the store was fresh."""
    found = engine.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return next(iter(found), None) is not None


def _asked_by_default(engine: ox.Store, graphs: Graphs) -> str | None:
    return None if holds_default(engine) else str(graphs.merged)


def _beginning(engine: ox.Store, graphs: Graphs) -> str:
    """Return an update that writes what a fresh store holds."""
    quads = in_graph(terms(), graphs.merged)
    return update_text((), [*quads, *engine.quads_for_pattern(None, None, None, graphs.meta)])


def _add_datasets(
    splice: Splice, operations: Sequence[Operation], request: UpdateRequest, merged: str | None
) -> None:
    using = _using(request)
    if using and any(operation.names_dataset for operation in operations):
        raise QueryError(
            "using-graph-uri and using-named-graph-uri cannot be combined with USING or WITH in "
            "the update. Use one or the other."
        )
    for operation in operations:
        begin, end = operation.where
        if (begin, end) == (0, 0) or operation.names_dataset:
            continue
        if operation.shorthand is not None:
            if using:  # DELETE WHERE {…} becomes DELETE {…} USING … WHERE {…}
                pattern = splice.text[begin : end + 1]
                splice.insert(operation.shorthand, f" {pattern} {using}")
        elif using:
            splice.insert(_before_where(splice.text, begin), f" {using} ")
        elif merged:
            splice.insert(begin + 1, f" GRAPH {merged} {{")
            splice.insert(end, "}")


def _before_where(text: str, begin: int) -> int:
    """Return the offset of the WHERE whose braces open at `begin`."""
    return text.lower().rindex("where", 0, begin)


def _using(request: UpdateRequest) -> str:
    return " ".join(
        [
            *(f"USING {_node(iri)}" for iri in request.using_graphs or ()),
            *(f"USING NAMED {_node(iri)}" for iri in request.using_named_graphs or ()),
        ]
    )


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri[:200]!r} is no IRI of a graph.") from error


def insert_text(graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> str:
    """Return an update that makes a graph if need be and puts triples into it."""
    made = f"CREATE SILENT GRAPH {graph}"
    data = update_text((), in_graph(triples, graph))
    return f"{made} ;\n{data}" if data else made


def _offset(text: str, line: int, column: int) -> int:
    begin = 0
    for _ in range(line - 1):
        begin = text.find("\n", begin) + 1
    return begin + column - 1
