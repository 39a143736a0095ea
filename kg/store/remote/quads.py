"""Quads of a server by pattern, in few requests.

The code that plans a write asks for one pattern after another, hundreds of them. A request for each
would take seconds, so it runs in *rounds*: a pattern that was not fetched yet is noted and answered
with nothing; after the round all that were noted are fetched together, a request for each shape of
pattern, and the code runs again, until nothing is missing. It has to be free of side effects, and
what it raises counts in the last round only.
In:  an endpoint, the names of its graphs. Out: what kg.store.view asks of an engine.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar, cast

import pyoxigraph as ox

from kg.errors import KgError, RemoteEndpointError
from kg.store.graphs import Graphs
from kg.store.remote.protocol import ROWS, Endpoint
from kg.store.state import State
from kg.store.view import Node, View

T = TypeVar("T")
_MOST_ROUNDS = 400  # a chain of a hundred merged events takes a round each
_AT_ONCE = 400  # patterns in one request


class Pattern(NamedTuple):
    """A pattern of quads; None fits all."""

    subject: Node | None = None
    predicate: Node | None = None
    value: Node | ox.Literal | None = None
    graph: Node | None = None

    @property
    def shape(self) -> tuple[str, ...]:
        """The names of what is given."""
        return tuple(name for name, term in zip("spog", self, strict=True) if term is not None)


class RemoteQuads:
    """Reads a server's quads, always by named graph."""

    def __init__(self, endpoint: Endpoint, graphs: Graphs) -> None:
        self._endpoint = endpoint
        self._graphs = graphs

    def fetch(self, patterns: Iterable[Pattern]) -> Iterator[ox.Quad]:
        """Yield the quads of all patterns; without a graph, those outside merged."""
        by_shape: dict[tuple[str, ...], list[Pattern]] = {}
        for pattern in patterns:
            by_shape.setdefault(pattern.shape, []).append(pattern)
        for shape, found in by_shape.items():
            for start in range(0, len(found), _AT_ONCE):
                yield from self._ask(shape, found[start : start + _AT_ONCE])

    def _ask(self, shape: tuple[str, ...], patterns: list[Pattern]) -> Iterator[ox.Quad]:
        given = ""
        if shape:
            names = " ".join(f"?{name}" for name in shape)
            rows = "\n".join(
                f"({' '.join(str(term) for term in pattern if term is not None)})"
                for pattern in patterns
            )
            given = f"VALUES ({names}) {{\n{rows}\n}}\n"
        outside = "" if "g" in shape else self._outside()
        for s, p, o, g in self.rows(
            f"SELECT ?s ?p ?o ?g WHERE {{ {given}GRAPH ?g {{ ?s ?p ?o }} {outside}}}"
        ):
            if s is None or o is None or isinstance(s, ox.Literal):
                continue  # which no server should answer
            if isinstance(p, Node) and isinstance(g, Node):
                yield ox.Quad(s, p, o, g)

    def _outside(self) -> str:
        """Return a filter that leaves out merged, and what writers tell one another."""
        return f"FILTER (?g NOT IN ({self._graphs.merged}, {self._graphs.turns})) "

    def names(self) -> list[Node]:
        """Return the names of the graphs that hold quads."""
        found = self.rows(
            f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} "
            f"FILTER (?g != {self._graphs.turns}) }}"
        )
        own = self._endpoint.adapter.own_graphs
        names = [row[0] for row in found if isinstance(row[0], Node)]
        return [name for name in names if not name.value.startswith(own)]

    def rows(self, query: str) -> list[tuple[ox.NamedNode | ox.BlankNode | ox.Literal | None, ...]]:
        """Run a SELECT of ours. Raises RemoteEndpointError."""
        return rows_of(self._endpoint, query)[1]


Rows = list[tuple[ox.NamedNode | ox.BlankNode | ox.Literal | None, ...]]


def rows_of(
    endpoint: Endpoint,
    query: str,
    *,
    default_graphs: tuple[str, ...] = (),
    named_graphs: tuple[str, ...] = (),
) -> tuple[tuple[str, ...], Rows]:
    """Run a SELECT; return its columns and rows. Raises RemoteEndpointError."""
    _, body = endpoint.query(query, ROWS, default_graphs=default_graphs, named_graphs=named_graphs)
    try:
        solutions = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        if not isinstance(solutions, ox.QuerySolutions):
            raise RemoteEndpointError(f"{endpoint.where} answers a SELECT with yes or no.")
        columns = tuple(v.value for v in solutions.variables)
        return columns, [tuple(row[name] for name in columns) for row in solutions]
    except (SyntaxError, ValueError, KeyError) as error:
        raise RemoteEndpointError(
            f"The answer of {endpoint.where} breaks off or is no SPARQL result: {error}. "
            "The server may have met a limit of its own; look at its log."
        ) from error


class _Known:
    """Looks like an engine, holds what was fetched, notes what was not."""

    def __init__(self, source: RemoteQuads, graphs: Graphs) -> None:
        self._source, self._graphs = source, graphs
        self._local = ox.Store()
        self._fetched: set[Pattern] = set()
        self._missing: set[Pattern] = set()
        self._names: list[Node] | None = None

    def fetch(self, *patterns: Pattern) -> bool:
        """Fetch what was noted, and these; return whether there was anything."""
        wanted = (self._missing | set(patterns)) - self._fetched
        self._missing = set()
        if wanted:
            self._local.extend(self._source.fetch(wanted))
            self._fetched |= wanted
        return bool(wanted)

    def quads_for_pattern(
        self,
        subject: Node | None,
        predicate: Node | None,
        value: Node | ox.Literal | None,
        graph: Node | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield what was fetched of a pattern."""
        if isinstance(graph, ox.DefaultGraph):
            return iter(())  # what stands in a server's own default graph is not ours
        pattern = Pattern(subject, predicate, value, graph)
        if not self._covers(pattern):
            self._missing.add(self._wider(pattern))
            return iter(())
        found = self._local.quads_for_pattern(subject, predicate, value, graph)
        if graph is not None:
            return found
        hidden = (self._graphs.merged, self._graphs.turns)
        return (quad for quad in found if quad.graph_name not in hidden)

    def __contains__(self, quad: ox.Quad) -> bool:
        """Say no: asked only so as not to write again what is there, which does no harm."""
        return False

    def named_graphs(self) -> list[Node]:
        """Return the names of all graphs."""
        if self._names is None:
            self._names = self._source.names()
        return self._names

    def _covers(self, pattern: Pattern) -> bool:
        s, p, _, g = pattern
        wider = (
            pattern,
            Pattern(graph=g),
            Pattern(subject=s, graph=g),
            Pattern(subject=s),
            Pattern(predicate=p, graph=g),
        )
        return any(w in self._fetched and any(w) for w in wider)

    def _wider(self, pattern: Pattern) -> Pattern:
        """Return what to fetch for a pattern: of a claim's graph all, for it is small."""
        if pattern.graph is not None and self._graphs.is_claim(pattern.graph):
            return Pattern(graph=pattern.graph)
        return pattern


def in_rounds(
    source: RemoteQuads,
    graphs: Graphs,
    run: Callable[[State], T],
    *,
    first: Iterable[Pattern] = (),
    between: Callable[[], None] = lambda: None,
) -> T:
    """Return what `run` makes of the server's state; `first` are patterns it is known to need.

    `between` is called after each round. Raises what the last round raises.
    """
    known = _Known(source, graphs)
    known.fetch(*first)
    for _ in range(_MOST_ROUNDS):
        failure: Exception | None = None
        try:
            result = run(State(View(cast(ox.Store, known)), graphs))
        except (KgError, LookupError, TypeError, ValueError, StopIteration) as error:
            failure = error  # perhaps only for want of what is still missing
        if known.fetch():
            between()
            continue
        if failure is not None:
            raise failure
        return result
    raise RemoteEndpointError(
        "The server's answers lead to ever more questions; its data may have been changed by "
        "something else. Look at it with `claimline validate`."
    )
