"""rdflib views of a store, for library users: read-only, over the same engine, always up to date.

`graph` is the merged graph; `dataset` is every graph, with merged as the default graph of its
queries. SPARQL text runs in the engine, under the rules of kg.store.guard; a *prepared* query would
run in rdflib's own engine, a hundred times slower, so it is refused. Plain strings come back as
rdflib writes them, without a datatype, so that they equal `Literal("…")`.
In:  an engine and its graphs. Out: rdflib.Graph and rdflib.Dataset.
Source: oxrdflib 0.5, whose store this narrows.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import XSD
from rdflib.query import Result
from rdflib.term import BNode, Literal, Node, URIRef, Variable

from kg.errors import ManagedGraph, QueryError
from kg.store.graphs import Graphs
from kg.store.guard import inspect
from kg.store.serialise import prefixes
from kg.store.sparql import evaluated

Engine = Callable[[], ox.Store]
_WRITES = frozenset(
    {
        "add",
        "add_graph",
        "bulk_extend",
        "bulk_load",
        "clear",
        "clear_graph",
        "extend",
        "load",
        "remove",
        "remove_graph",
        "update",
    }
)


def graph_view(engine: Engine, graphs: Graphs) -> Graph:
    """Return the merged graph as a read-only rdflib graph."""
    return _named(
        Graph(store=ReadOnlyStore(engine, graphs), identifier=graphs.merged.value), graphs
    )


def dataset_view(engine: Engine, graphs: Graphs) -> Dataset:
    """Return every graph as a read-only rdflib dataset."""
    dataset = Dataset(store=ReadOnlyStore(engine, graphs))
    _named(dataset, graphs)
    return dataset


def _named(graph: Graph, graphs: Graphs) -> Graph:
    for prefix, namespace in prefixes(graphs.base).items():
        graph.bind(prefix, namespace, replace=True)
    return graph


class _ReadOnlyEngine:
    """The engine without what writes; looked up anew each time, so a closed store stays closed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __getattr__(self, name: str) -> Any:
        if name in _WRITES:
            _refuse()
        return getattr(self._engine(), name)


def _refuse(*_: object, **__: object) -> NoReturn:
    raise ManagedGraph(
        "This rdflib view is read-only: claims, decisions and the merged graph change only by "
        "put_article, withdraw, purge, set_published and decide. Copy it into a Graph of your own "
        "to change the copy."
    )


class ReadOnlyStore(OxigraphStore):
    """An rdflib store over an engine that belongs to somebody else."""

    def __init__(self, engine: Engine, graphs: Graphs) -> None:
        self._read_only = _ReadOnlyEngine(engine)
        self._graphs = graphs
        super().__init__()

    @property
    def _inner(self) -> Any:
        return self._read_only

    add = addN = remove = remove_graph = update = destroy = _refuse

    def add_graph(self, graph: Graph) -> None:
        """Do nothing: rdflib calls this when it merely looks at a graph."""

    def close(self, commit_pending_transaction: bool = False) -> None:
        """Do nothing: the store is closed by whoever opened it."""

    def triples(
        self, triple_pattern: Any, context: Graph | None = None
    ) -> Iterator[tuple[tuple[Node, Node, Node], Iterator[Graph | None]]]:
        """Yield matching triples with their graph."""
        for (s, p, o), found_in in super().triples(triple_pattern, context):
            yield (s, p, _plain(o)), found_in

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],
        initBindings: Mapping[str, Node],
        queryGraph: Any,
        **kwargs: object,
    ) -> Result:
        """Run query text in the engine. Raises QuerySyntaxError, QueryRefused, QueryError."""
        if not isinstance(query, str) or kwargs:
            raise QueryError(
                "Pass the query's text: a prepared query, or another option than initNs and "
                "initBindings, would run in rdflib's own, far slower engine."
            )
        options: dict[str, Any] = {
            "prefixes": {**self._namespace_for_prefix, **initNs},
            "substitutions": {ox.Variable(k): _to_ox(v) for k, v in initBindings.items()},
        }
        if not inspect(query, self._graphs.base):
            default = queryGraph in (DATASET_DEFAULT_GRAPH_ID, "__UNION__")
            graph = self._graphs.merged if default else ox.NamedNode(queryGraph)
            options["default_graph"] = graph
        return evaluated(lambda: _result(self._inner.query(query, **options)))


def _result(found: Any) -> Result:
    if isinstance(found, ox.QueryBoolean):
        result = Result("ASK")
        result.askAnswer = bool(found)
    elif isinstance(found, ox.QuerySolutions):
        result = Result("SELECT")
        result.vars = [Variable(v.value) for v in found.variables]
        result.bindings = [
            {v: _from_ox(t) for v, t in zip(result.vars, row, strict=True) if t is not None}
            for row in found
        ]
    else:
        result = Result("CONSTRUCT")
        result.graph = Graph()
        for t in found:
            result.graph.add((_from_ox(t.subject), _from_ox(t.predicate), _from_ox(t.object)))
    return result


def _from_ox(term: Any) -> Any:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        return _plain(Literal(term.value, datatype=URIRef(term.datatype.value)))
    raise QueryError(f"rdflib has no term for {term}.")


def _to_ox(term: Node) -> ox.NamedNode | ox.Literal:
    if isinstance(term, URIRef):
        return ox.NamedNode(term)
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        datatype = ox.NamedNode(term.datatype) if term.datatype else None
        return ox.Literal(str(term), datatype=datatype)
    raise QueryError(f"{term!r} cannot be bound to a variable: give an IRI or a literal.")


def _plain(term: Any) -> Any:
    """Return a string the way rdflib writes one, without xsd:string."""
    if isinstance(term, Literal) and term.datatype == XSD.string:
        return Literal(str(term))
    return term
