"""What a store offers for its free graphs: SPARQL updates, and whole graphs in and out.

In:  requests, or triples for a graph. Out: the store changed in one commit, its revision raised.
An update with a WHERE is tried first in a process that is killed at the limits of queries, on a
copy of the store made of hard links: the engine cannot be stopped once it runs here. It runs here
only at the revision at which it was tried, over the same data, so that it takes what it took there.
"""

import threading
from collections.abc import Callable, Iterable

import pyoxigraph as ox

from kg.errors import NotFound, QueryError
from kg.store import meta
from kg.store.changes import Changes
from kg.store.folder import translated
from kg.store.graphs import Graphs
from kg.store.guard import inspect_update
from kg.store.payload import FORMATS, parse_graph
from kg.store.plan import update_text
from kg.store.readers import ReaderPool
from kg.store.updates.outline import read_outline
from kg.store.updates.prepare import Prepared, insert_text, prepare
from kg.store.updates.request import UpdateRequest
from kg.store.updates.targets import check_graph

_TRIALS_BESIDE_WRITERS = 2


class FreeGraphs:
    """Writes into free graphs, planned and committed under the store's write lock."""

    def __init__(
        self,
        engine: Callable[[], ox.Store],
        graphs: Graphs,
        lock: threading.RLock,
        where: str,
        *,
        pool: ReaderPool | None = None,
        services: frozenset[str] = frozenset(),
        changes: Changes | None = None,
    ) -> None:
        """`pool` tries updates first; without one (stores in memory) they run at once."""
        self._engine = engine
        self._graphs = graphs
        self._lock = lock
        self._where = where
        self._pool = pool
        self._services = services
        self._changes = changes or Changes()

    def update(self, request: UpdateRequest) -> None:
        """Run an update; see GraphStore.update."""
        found = inspect_update(request.text, self._services)
        operations = read_outline(request.text, found)

        def prepared() -> Prepared:
            return prepare(request, operations, self._engine(), self._graphs)

        if self._pool is None or all(operation.where == (0, 0) for operation in operations):
            with self._lock:
                self._run(prepared())
            return
        for _ in range(_TRIALS_BESIDE_WRITERS):
            tried = self._revision()
            self._attempt(self._pool, prepared())
            with self._lock:
                if self._revision() == tried:
                    self._run(prepared())
                    return
        with self._lock:  # others keep writing: they wait, at most for the limit of a query
            self._attempt(self._pool, prepared())
            self._run(prepared())

    def has(self, iri: str) -> bool:
        """Return whether there is a graph of this name, perhaps an empty one."""
        return self._engine().contains_named_graph(_graph(iri))

    def parse(self, body: bytes, media_type: str, base_iri: str) -> list[ox.Triple]:
        """Return the triples of a graph that a stranger sent; see GraphStore.parse_graph."""
        if self._pool is not None and media_type in FORMATS:
            body = self._pool.parse(body, media_type, base_iri)
            media_type = "application/n-triples"
        return parse_graph(body, media_type, base_iri)

    def replace(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Make the graph hold these triples and no others; return whether it is new."""
        return self._put(iri, triples, replacing=True)

    def add(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Add the triples to the graph; return whether it is new."""
        return self._put(iri, triples, replacing=False)

    def drop(self, iri: str) -> None:
        """Remove the graph. Raises NotFound, ManagedGraph."""
        graph = _graph(iri)
        check_graph(iri, self._graphs)
        with self._lock:
            if not self._engine().contains_named_graph(graph):
                raise NotFound(f"There is no graph <{iri}> in this store.")
            self._commit(f"DROP GRAPH {graph}")

    def _put(self, iri: str, triples: Iterable[ox.Triple], *, replacing: bool) -> bool:
        graph = _graph(iri)
        check_graph(iri, self._graphs)
        text = insert_text(graph, triples)
        with self._lock:
            new = not self._engine().contains_named_graph(graph)
            self._commit(f"CLEAR SILENT GRAPH {graph} ;\n{text}" if replacing else text)
        return new

    def _commit(self, text: str) -> None:
        old, new = meta.next_revision(self._engine(), self._graphs)
        try:
            self._engine().update(f"{text} ;\n{update_text([old], [new])}")
        except OSError as error:
            raise translated(error, self._where) from error
        self._note()

    def _note(self) -> None:
        self._changes.note(self._revision())

    def _revision(self) -> int:
        return meta.revision(self._engine(), self._graphs)

    def _attempt(self, pool: ReaderPool, prepared: Prepared) -> None:
        try:
            pool.attempt(prepared.text, prepared.base_iri)
        except SyntaxError as error:
            raise prepared.syntax_error(error) from error

    def _run(self, prepared: Prepared) -> None:
        try:
            self._engine().update(prepared.text, base_iri=prepared.base_iri)
        except SyntaxError as error:
            raise prepared.syntax_error(error) from error
        except OSError as error:
            raise translated(error, self._where) from error
        except (RuntimeError, ValueError) as error:
            raise QueryError(f"The update could not be run: {error}. Nothing changed.") from error
        self._note()


def _graph(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri[:200]!r} is no IRI of a graph.") from error
