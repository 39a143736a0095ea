"""Answer a request in this process: for stores in memory, which have no folder to make links to.

In:  an open engine, a `ReadRequest`. Out: a `Stream`. No limit of time or memory: such stores are
for tests and for library users, who ask their own questions.
"""

import pyoxigraph as ox

from kg.store.graphs import Graphs
from kg.store.guard import inspect
from kg.store.readers.request import ReadRequest
from kg.store.readers.stream import Stream
from kg.store.sparql import evaluated, serialised, written


def answer_here(engine: ox.Store, graphs: Graphs, request: ReadRequest) -> Stream:
    """Return the whole answer as one chunk. Raises QueryError's kin."""
    if not request.names_dataset:
        media_type, body = serialised(engine, graphs, request.query, request.media_type)
        return Stream(media_type, iter([body]))
    inspect(request.query, graphs.base)
    result = evaluated(
        lambda: engine.query(
            request.query,
            default_graph=[ox.NamedNode(g) for g in request.default_graphs or ()],
            named_graphs=[ox.NamedNode(g) for g in request.named_graphs or ()],
        )
    )
    return Stream(request.media_type, iter([written(result, request.media_type, graphs.base)]))
