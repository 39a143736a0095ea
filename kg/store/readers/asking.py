"""What the engine is told beside a query's text: the graphs asked, and how the answer is written.

In:  a `ReadRequest`, an open engine, the names of its graphs. Out: arguments of the engine's query,
and the media type that fits the answer.
"""

from typing import Any

import pyoxigraph as ox

from kg.store.graphs import Graphs
from kg.store.guard import inspect
from kg.store.readers.request import ReadRequest

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def dataset_arguments(
    engine: ox.Store,
    graphs: Graphs,
    request: ReadRequest,
    services: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Return which graphs the query is asked over. Raises QueryRefused, ValueError for no IRI.

    The protocol's parameters stand above FROM; without either the default graph is merged, with
    what was written into the engine's own default graph while the store was fresh.
    """
    names_dataset = inspect(request.query, graphs.base, services)
    if request.names_dataset:
        return {
            "default_graph": [ox.NamedNode(g) for g in request.default_graphs or ()],
            "named_graphs": [ox.NamedNode(g) for g in request.named_graphs or ()],
        }
    if names_dataset:
        return {}
    own = engine.quads_for_pattern(None, None, None, ox.DefaultGraph())
    if next(iter(own), None) is not None:
        return {"default_graph": [graphs.merged, ox.DefaultGraph()]}
    return {"default_graph": graphs.merged}


def type_of(result: Result, request: ReadRequest) -> str:
    """Return the media type wanted for this kind of answer; "" when none is acceptable."""
    if isinstance(result, ox.QueryTriples) and request.graph_type is not None:
        return request.graph_type
    return request.media_type
