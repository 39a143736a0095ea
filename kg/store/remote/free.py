"""Free graphs on a server: SPARQL updates, and whole graphs in and out.

What an update may write is checked here, before it is sent (kg.store.updates); it runs within the
server's own limits. The revision is raised in the same request, as the last operation.
In:  requests, or triples for a graph. Out: the server's free graphs changed.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

import pyoxigraph as ox

from kg.errors import NotFound, QueryError
from kg.store.graphs import Graphs
from kg.store.guard import inspect_update
from kg.store.plan import in_graph, update_text
from kg.store.remote.protocol import Endpoint
from kg.store.remote.quads import RemoteQuads, rows_of
from kg.store.remote.turns import Turn
from kg.store.updates.outline import read_outline
from kg.store.updates.prepare import prepare_text
from kg.store.updates.request import UpdateRequest
from kg.store.updates.targets import check_graph, check_targets
from kg.vocabulary import CLM, XSD


class RemoteGraphs:
    """Writes into free graphs, in the writer's turn."""

    def __init__(
        self,
        endpoint: Endpoint,
        source: RemoteQuads,
        graphs: Graphs,
        turn: Callable[[], AbstractContextManager[Turn]],
    ) -> None:
        self._endpoint, self._source, self._graphs, self._turn = endpoint, source, graphs, turn

    def update(self, request: UpdateRequest) -> None:
        """Run an update; see GraphStore.update."""
        operations = read_outline(request.text, inspect_update(request.text))
        check_targets(operations, self._graphs, base_iri=request.base_iri, holds_data=True)
        prepared = prepare_text(request, operations, self._graphs, raising=self._raising())
        try:
            ox.Store().update(prepared.text, base_iri=request.base_iri)  # does it parse?
        except SyntaxError as error:
            raise prepared.syntax_error(error) from error
        base = "" if request.base_iri is None else f"BASE {ox.NamedNode(request.base_iri)}\n"
        with self._turn():
            self._endpoint.update(base + prepared.text)

    def has(self, iri: str) -> bool:
        """Return whether there is a graph of this name that holds something."""
        _, rows = rows_of(
            self._endpoint, f"SELECT ?s WHERE {{ GRAPH {_graph(iri)} {{ ?s ?p ?o }} }} LIMIT 1"
        )
        return bool(rows)

    def put(self, iri: str, triples: Iterable[ox.Triple], *, replacing: bool) -> bool:
        """Put triples into a graph; return whether it is new."""
        graph = _graph(iri)
        check_graph(iri, self._graphs)
        data = update_text((), in_graph(triples, graph))
        emptied = f"DELETE WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}" if replacing else ""
        with self._turn():
            new = not self.has(iri)
            self._endpoint.update(" ;\n".join(t for t in (emptied, data, self._raising()) if t))
        return new

    def drop(self, iri: str) -> None:
        """Remove a graph. Raises NotFound, ManagedGraph."""
        graph = _graph(iri)
        check_graph(iri, self._graphs)
        with self._turn():
            if not self.has(iri):
                raise NotFound(f"There is no graph <{iri}> in this store.")
            emptied = f"DELETE WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
            self._endpoint.update(f"{emptied} ;\n{self._raising()}")

    def _raising(self) -> str:
        """Return an operation that raises the revision."""
        meta = self._graphs.meta
        row = f"GRAPH {meta} {{ {meta} <{CLM.revision}>"
        return (
            f"DELETE {{ {row} ?claimlineOld }} }} INSERT {{ {row} ?claimlineNew }} }} WHERE {{ "
            f"{row} ?claimlineOld }} BIND (<{XSD.integer}>(?claimlineOld + 1) AS ?claimlineNew) }}"
        )


def _graph(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri[:200]!r} is no IRI of a graph.") from error
