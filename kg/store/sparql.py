"""SPARQL over a store's merged graph: rows for our own code, serialised answers for others.

Query text goes to the engine as it is, after kg.store.guard has looked at it; answers are written
by the engine, graphs in sorted order.
In:  an open engine, its graphs, query text. Out: rows, or (media type, bytes).
"""

import re
from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError, QueryRefused, QuerySyntaxError, UnfitFormat
from kg.store.base import Answer
from kg.store.graphs import Graphs
from kg.store.guard import inspect
from kg.store.jsonld import jsonld_graph
from kg.store.serialise import ntriples, turtle

QueryForm = Literal["select", "ask", "graph"]
T = TypeVar("T")

RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = (
    "text/turtle",
    "application/n-triples",
    "application/ld+json",
    "application/rdf+xml",
)
# What XML 1.0 cannot hold, not even as a character reference.
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|&#(?:x[0-9a-fA-F]+|\d+);")
POSITION = re.compile(r"error at (\d+):(\d+): ")


def answer(store: ox.Store, graphs: Graphs, query: str, default_graph: str | None) -> Answer:
    """Run a SELECT and return its rows. Raises QuerySyntaxError, QueryRefused, QueryError."""
    solutions = _run(store, graphs, query, default_graph)
    if not isinstance(solutions, ox.QuerySolutions):
        raise QueryError("A SELECT is asked for here, and this query is none.")
    columns = tuple(v.value for v in solutions.variables)
    rows = evaluated(lambda: tuple(tuple(solution) for solution in solutions))
    return Answer(columns, rows)


def serialised(store: ox.Store, graphs: Graphs, query: str, media_type: str) -> tuple[str, bytes]:
    """Run any query; see GraphStore.query."""
    return media_type, written(_run(store, graphs, query, None), media_type, graphs.base)


def written(
    result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, media_type: str, base: str
) -> bytes:
    """Return a result in a media type. Raises QueryError for one that does not fit it."""
    wanted = RESULTS if not isinstance(result, ox.QueryTriples) else GRAPHS
    if media_type not in wanted:
        raise unfit(media_type, wanted)
    if isinstance(result, ox.QueryTriples):
        triples = evaluated(lambda: set(result))
        return written_graph(triples, media_type, base)
    body = evaluated(lambda: result.serialize(format=RESULTS[media_type]))
    return _checked(body or b"", media_type)


def unfit(media_type: str, wanted: Iterable[str]) -> UnfitFormat:
    """Return the error of an answer in a format that does not fit its kind."""
    asked = f"as {media_type}" if media_type else "in a format that you accept"
    return UnfitFormat(f"This query cannot be answered {asked}; it can as {', '.join(wanted)}.")


def form_of(query: str, base: str) -> QueryForm:
    """Return the query's form without running it. Raises QuerySyntaxError, QueryRefused."""
    inspect(query, base)
    result = evaluated(lambda: ox.Store().query(query))
    if isinstance(result, ox.QuerySolutions):
        return "select"
    return "ask" if isinstance(result, ox.QueryBoolean) else "graph"


def _run(
    store: ox.Store, graphs: Graphs, query: str, default_graph: str | None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    names_dataset = inspect(query, graphs.base)
    if names_dataset:  # FROM says which graphs; a default of ours would silence it
        return evaluated(lambda: store.query(query))
    graph = ox.NamedNode(default_graph) if default_graph else graphs.merged
    return evaluated(lambda: store.query(query, default_graph=graph))


def evaluated(run: Callable[[], T]) -> T:
    """Translate what the engine raises."""
    try:
        return run()
    except SyntaxError as error:
        raise _syntax_error(str(error)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"The query could not be answered: {error}.") from error


def _syntax_error(message: str) -> QuerySyntaxError:
    found = POSITION.match(message)
    if not found:
        return QuerySyntaxError(f"This is not SPARQL: {message}.")
    line, column = int(found[1]), int(found[2])
    return QuerySyntaxError(
        f"This is not SPARQL from line {line}, column {column} on: {message[found.end() :]}.",
        line=line,
        column=column,
    )


def written_graph(triples: set[ox.Triple], media_type: str, base: str) -> bytes:
    """Return a graph in one of GRAPHS, sorted. Raises QueryError for what XML cannot carry."""
    match media_type:
        case "text/turtle":
            return b"".join(turtle(triples, base))
        case "application/n-triples":
            return ntriples(triples)
        case "application/ld+json":
            return jsonld_graph(triples)
    xml = ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.RDF_XML)
    return _checked(xml or b"", media_type)


def _checked(body: bytes, media_type: str) -> bytes:
    if media_type.endswith("+xml"):
        checked_xml(body)
    return body


def checked_xml(body: bytes) -> None:
    """Raise QueryError for XML that no reader could read: an article may hold any character."""
    for found in _NOT_XML.finditer(body):
        if not found[0].startswith(b"&#") or not _is_xml_reference(found[0]):
            raise QueryError(
                "The answer holds a control character that XML cannot carry. "
                "Ask for JSON, or for Turtle, instead."
            )


def _is_xml_reference(reference: bytes) -> bool:
    digits = reference[2:-1]
    code = int(digits[1:], 16) if digits[:1] == b"x" else int(digits)
    return (
        code in (9, 10, 13)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or (0x10000 <= code <= 0x10FFFF)
    )


__all__ = ["GRAPHS", "RESULTS", "QueryForm", "QueryRefused", "answer", "form_of", "serialised"]
