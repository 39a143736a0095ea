"""Answer a request in this process: for stores in memory, which have no folder to make links to.

In:  an open engine, a `ReadRequest`. Out: a `Stream`. No limit of time or memory: such stores are
for tests and for library users, who ask their own questions.
"""

import pyoxigraph as ox

from kg.store.graphs import Graphs
from kg.store.readers.asking import dataset_arguments, has_own_default, type_of
from kg.store.readers.request import ReadRequest
from kg.store.readers.stream import Stream
from kg.store.sparql import evaluated, written


def answer_here(
    engine: ox.Store, graphs: Graphs, request: ReadRequest, *, has_from: bool
) -> Stream:
    """Return the whole answer as one chunk. Raises QueryError's kin."""
    own = has_own_default(engine)
    arguments = evaluated(
        lambda: dataset_arguments(graphs, request, has_from=has_from, own_default=own)
    )
    result = evaluated(lambda: engine.query(request.query, base_iri=request.base_iri, **arguments))
    media_type = type_of(result, request)
    return Stream(media_type, iter([written(result, media_type, graphs.base)]))
