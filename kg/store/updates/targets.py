"""Which graphs an update would write, and whether it may.

In:  operations of an outline, the names of a store's graphs. Out: nothing, or ManagedGraph.
IRIs are resolved by the engine itself, with the operation's own BASE and PREFIX: so what is checked
is what will be written.
"""

from collections.abc import Sequence

import pyoxigraph as ox

from kg.errors import ManagedGraph, QuerySyntaxError
from kg.store.graphs import Graphs
from kg.store.updates.outline import Operation

_HOW = "It changes through add, remove, merge and review; name a graph of your own instead."


def check_targets(
    operations: Sequence[Operation], graphs: Graphs, *, base_iri: str | None, holds_data: bool
) -> None:
    """Raise ManagedGraph, naming the graph, for an operation that may write a managed graph.

    `holds_data`: the managed graphs hold more than a fresh store's. While they do not, the default
    graph and all graphs at once may be written: nothing there could be harmed.
    """
    for operation in operations:
        _check(operation, graphs, base_iri, holds_data)


def check_graph(iri: str, graphs: Graphs) -> None:
    """Raise ManagedGraph for a graph that is not free."""
    if graphs.is_managed(ox.NamedNode(iri)):
        raise ManagedGraph(f"The graph <{iri}> is managed. {_HOW}")


def _check(operation: Operation, graphs: Graphs, base_iri: str | None, holds_data: bool) -> None:
    verb = operation.verb.upper()
    for target in operation.writes:
        if target.kind == "variable":
            raise ManagedGraph(
                f"GRAPH {target.text} may stand for a managed graph such as "
                f"<{graphs.merged.value}>. {_HOW}"
            )
        if target.kind == "default" and holds_data:
            raise ManagedGraph(
                f"{verb} would write the default graph, which here is <{graphs.merged.value}>. "
                f"{_HOW}"
            )
        if target.kind in ("named", "all") and holds_data:
            raise ManagedGraph(
                f"{verb} {target.kind.upper()} would reach managed graphs such as "
                f"<{graphs.merged.value}>. {_HOW}"
            )
    written = [target.text for target in operation.writes if target.kind == "iri"]
    for iri in _resolved(written, operation, base_iri):
        check_graph(iri, graphs)


def _resolved(names: Sequence[str], operation: Operation, base_iri: str | None) -> list[str]:
    """Return what IRIs and prefixed names stand for."""
    unique = list(dict.fromkeys(names))
    if not unique:
        return []
    query = f"{operation.prologue}\nSELECT ?g {{ VALUES ?g {{ {' '.join(unique)} }} }}"
    try:
        rows = ox.Store().query(query, base_iri=base_iri)
    except SyntaxError as error:
        raise QuerySyntaxError(
            f"A graph's name cannot be resolved ({', '.join(unique)}). Declare its prefix, and "
            "write its IRI in full."
        ) from error
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    found = [row["g"] for row in rows]
    return [term.value for term in found if isinstance(term, ox.NamedNode)]
