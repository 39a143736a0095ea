"""Queries to a server over merged: rows for our own code, answers passed on for others.

In:  query text, after kg.store.guard has looked at it. Out: rows, bytes, streams.
A graph is written here, sorted, as the embedded store writes it; rows are as the server wrote them.
"""

import pyoxigraph as ox

from kg.errors import QueryError, RemoteEndpointError
from kg.store.base import Answer
from kg.store.graphs import Graphs
from kg.store.guard import inspect
from kg.store.readers import Stream
from kg.store.readers.request import ReadRequest
from kg.store.remote.protocol import Endpoint
from kg.store.remote.quads import rows_of
from kg.store.remote.wrapped import named_dataset, over_merged
from kg.store.sparql import GRAPHS, RESULTS, checked_xml, form_of, unfit, written_graph

_NO_GRAPHS: tuple[str, ...] = ()
_TRIPLES = "application/n-triples"
_EMPTY = "urn:claimline:empty"  # no graph of this name holds anything


class RemoteReader:
    """Asks one server."""

    def __init__(self, endpoint: Endpoint, graphs: Graphs) -> None:
        self._endpoint, self._graphs = endpoint, graphs

    def select(self, query: str, default_graph: str | None) -> Answer:
        """Run a SELECT; see GraphStore.select."""
        names_dataset = inspect(query, self._graphs.base)
        if form_of(query, self._graphs.base) != "select":
            raise QueryError("A SELECT is asked for here, and this query is none.")
        graphs = self._graphs if default_graph is None else _Other(default_graph)
        text, default, named = query, _NO_GRAPHS, _NO_GRAPHS
        if names_dataset:
            default, named = named_dataset(query)
        else:
            text, default = over_merged(query, graphs.merged)
        columns, rows = rows_of(self._endpoint, text, default_graphs=default, named_graphs=named)
        return Answer(columns, tuple(rows))

    def query(self, query: str, media_type: str) -> tuple[str, bytes]:
        """Run any query; see GraphStore.query."""
        stream = self.stream(ReadRequest(query=query, media_type=media_type))
        return stream.media_type, stream.read()

    def stream(self, request: ReadRequest) -> Stream:
        """Pass an answer on while it comes; a graph is read whole, and sorted."""
        names_dataset = inspect(request.query, self._graphs.base)
        form = form_of(request.query, self._graphs.base)
        wanted = request.media_type
        if form == "graph" and request.graph_type is not None:
            wanted = request.graph_type
        fitting = GRAPHS if form == "graph" else tuple(RESULTS)
        if wanted not in fitting:
            raise unfit(wanted, fitting)
        text = request.query if request.base_iri is None else _with_base(request)
        default = request.default_graphs or _NO_GRAPHS
        named = request.named_graphs or _NO_GRAPHS
        if not request.names_dataset:
            if names_dataset:
                default, named = named_dataset(text)
            else:
                text, default = over_merged(text, self._graphs.merged)
        elif not default:  # named graphs alone: the default graph is empty, not the server's own
            default = (_EMPTY,)
        media_type, chunks, close = self._endpoint.stream(
            text,
            wanted if form != "graph" else _TRIPLES,
            default_graphs=default,
            named_graphs=named,
        )
        if form == "graph":
            return Stream(wanted, iter([self._sorted(b"".join(chunks), media_type, wanted)]), close)
        if media_type != wanted:
            close()
            raise RemoteEndpointError(
                f"{self._endpoint.where} answers with {media_type} where {wanted} was asked for."
            )
        if wanted.endswith("+xml"):  # whole, for what it must not hold may stand at its end
            body = b"".join(chunks)
            checked_xml(body)
            chunks = iter([body])
        return Stream(wanted, chunks, close)

    def _sorted(self, body: bytes, media_type: str, wanted: str) -> bytes:
        if media_type not in (_TRIPLES, "text/plain"):
            raise RemoteEndpointError(
                f"{self._endpoint.where} answers with {media_type} where {_TRIPLES} was asked for."
            )
        try:
            found = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
            return written_graph({quad.triple for quad in found}, wanted, self._graphs.base)
        except SyntaxError as error:
            raise RemoteEndpointError(
                f"The graph that {self._endpoint.where} answers cannot be read: {error.msg}."
            ) from error


class _Other:
    """A default graph of the caller's choice."""

    def __init__(self, iri: str) -> None:
        self.merged = ox.NamedNode(iri)


def _with_base(request: ReadRequest) -> str:
    """Return the query with its base; one of its own stands behind and counts."""
    return f"BASE {ox.NamedNode(str(request.base_iri))}\n{request.query}"
