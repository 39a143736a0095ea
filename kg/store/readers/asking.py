"""What the engine is told beside a query's text: the graphs asked, and how the answer is written.

In:  a `ReadRequest`, what is known of its text and of the engine, the names of the store's graphs.
Out: arguments of the engine's query, and the media type that fits the answer.
"""

from typing import Any

import pyoxigraph as ox

from kg.store.graphs import Graphs
from kg.store.readers.request import ReadRequest

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def has_own_default(engine: ox.Store) -> bool:
    """True when something was written into the engine's own default graph."""
    own = engine.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return next(iter(own), None) is not None


def dataset_arguments(
    graphs: Graphs, request: ReadRequest, *, has_from: bool, own_default: bool
) -> dict[str, Any]:
    """Return which graphs the query is asked over. Raises ValueError for no IRI.

    The protocol's parameters stand above FROM; without either the default graph is merged, with
    what was written into the engine's own default graph while the store was fresh.
    """
    if request.names_dataset:
        return {
            "default_graph": [ox.NamedNode(g) for g in request.default_graphs or ()],
            "named_graphs": [ox.NamedNode(g) for g in request.named_graphs or ()],
        }
    if has_from:
        return {}
    if own_default:
        return {"default_graph": [graphs.merged, ox.DefaultGraph()]}
    return {"default_graph": graphs.merged}


def type_of(result: Result, request: ReadRequest) -> str:
    """Return the media type wanted for this kind of answer; "" when none is acceptable."""
    if isinstance(result, ox.QueryTriples) and request.graph_type is not None:
        return request.graph_type
    return request.media_type
