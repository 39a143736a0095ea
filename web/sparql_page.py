"""The page of the SPARQL endpoint: a query, the named questions as examples, the answer as a table.

In:  a query's text, or the name of a question. Out: the page; a query that fails is shown with what
     is wrong with it, under the status that programs get as well.
"""

import re
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox
from flask import Response, make_response, render_template
from flask import request as asked_by

from kg.errors import QueryError
from kg.query.parameters import EXAMPLES
from kg.query.run import NamedQuery, bound_query, get_query, named_queries
from kg.query.wording import actor_name, place_name
from kg.store.readers import Stream
from kg.store.readers.request import ReadRequest

from .drawn_rows import COLUMNS, Row, draw, drawings_of
from .editor_terms import PREFIXES, editor_terms
from .i18n import words
from .links import find_page, outward
from .negotiate import TURTLE
from .protocol import hung_up
from .state import library, state

MAX_ROWS_SHOWN = 1000
_MOST_TEXT = 500_000
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_TSV = "text/tab-separated-values"
_FIRST_QUERY = """\
PREFIX clm: <https://w3id.org/claimline/ns#>
PREFIX schema: <https://schema.org/>
SELECT ?headline (COUNT(?claim) AS ?claims)
WHERE {
  ?claim a clm:Claim ; clm:article ?article .
  ?article schema:headline ?headline .
}
GROUP BY ?headline
ORDER BY DESC(?claims) ?headline
"""
_SHORT = {namespace: prefix for prefix, namespace in PREFIXES.items()}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row: its words, their language, where they lead, and the whole term."""

    text: str
    whole: str = ""
    language: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the page shows under the query: rows, or a text (a graph as Turtle, a yes or no).

    `terms` are the rows as the engine gave them.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    terms: tuple[Row, ...] = ()
    total: int = 0
    text: str | None = None
    verdict: bool | None = None


def page(query: str | None, name: str | None, seen_as: str | None = None) -> Response:
    """Return the page with the query, or the named question, and its answer.

    `seen_as` is timeline, network or map; what the columns do not allow is seen as a table.
    Raises QueryError when there is no question of that name.
    """
    named = get_query(name) if name else None
    if query is None and named is not None:
        query = example_query(named)
    result, error = None, None
    if query:
        try:
            result = _ask(query)
        except QueryError as failure:
            error = failure
    drawings = drawings_of(result.columns) if result and result.rows else ()
    drawn = (
        draw(seen_as, result.columns, result.terms, find_page, _names_of(result.terms).get)
        if result and seen_as in drawings
        else None
    )
    text = render_template(
        "sparql.html",
        drawings=drawings,
        seen_as=seen_as if drawn else "table",
        drawn=drawn,
        columns_of=COLUMNS,
        terms=editor_terms(),
        query=query or _FIRST_QUERY,
        asked=bool(query),
        quoted=quote(query or "", safe=""),
        chosen=named,
        result=result,
        most_rows=MAX_ROWS_SHOWN,
        error=error,
        named=named_queries(),
    )
    return make_response(text, error.http_status if error else 200)


def _names_of(rows: Iterable[Row]) -> dict[str, tuple[str, str | None]]:
    """Return the names of the actors and places that stand in the rows, for this reader."""
    iris = {term.value for row in rows for term in row if isinstance(term, ox.NamedNode)}
    kinds = (f"{state().store.base}actor/", f"{state().store.base}place/")
    entities = library().entities([iri for iri in iris if iri.startswith(kinds)])
    parts = {iri: actor_name(entities, iri, words()) for iri in iris & entities.actors.keys()}
    parts |= {iri: place_name(entities, iri, words()) for iri in iris & entities.places.keys()}
    return {iri: (part.text, part.language) for iri, part in parts.items()}


def example_query(named: NamedQuery) -> str:
    """Return the question's text; what must have a value is given an example's."""
    needed = [p for p in named.parameters if not p.optional and p.default is None]
    return bound_query(state().store, named.name, {p.name: EXAMPLES[p.type] for p in needed})


def _ask(query: str) -> Result:
    request = ReadRequest(
        query=query, media_type=_TSV, graph_type=TURTLE, gone=hung_up(asked_by.environ)
    )
    with closing(state().store.stream(request)) as stream:
        if stream.media_type == TURTLE:
            return Result(text=_beginning(stream))
        lines, rest = _first_lines(stream, MAX_ROWS_SHOWN + 1)
        return _table(ox.parse_query_results(lines, format=ox.QueryResultsFormat.TSV), rest)


def _beginning(stream: Stream) -> str:
    """Return the text of a graph, or as much of it as a page can show."""
    shown = bytearray()
    for chunk in stream:
        shown += chunk
        if len(shown) > _MOST_TEXT:
            whole = bytes(shown).rpartition(b"\n")[0].decode("utf-8")
            return f"{whole}\n# The rest is left out here; a download has it all.\n"
    return shown.decode("utf-8")


def _first_lines(stream: Stream, most: int) -> tuple[bytes, int]:
    """Return the first lines and how many follow: in TSV a row is one line."""
    kept = bytearray()
    lines = 0
    for chunk in stream:
        for line in _LINE.findall(chunk):
            if lines < most:
                kept += line
            lines += line.endswith(b"\n")
    return bytes(kept), max(0, lines - most)


def _table(found: ox.QuerySolutions | ox.QueryBoolean, left_out: int) -> Result:
    if isinstance(found, ox.QueryBoolean):
        return Result(verdict=bool(found))
    rows = tuple(tuple(row) for row in found)
    return Result(
        columns=tuple(variable.value for variable in found.variables),
        rows=tuple(tuple(_cell(term) for term in row) for row in rows),
        terms=rows,
        total=len(rows) + left_out,
    )


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Cell:
    if term is None:
        return Cell("")
    if isinstance(term, ox.NamedNode):
        href = find_page(term.value) or outward(term.value)
        return Cell(_short(term.value), whole=term.value, href=href)
    if isinstance(term, ox.Literal):
        return Cell(term.value, whole=str(term), language=term.language or "")
    return Cell(str(term))


def _short(iri: str) -> str:
    base = state().store.base
    if iri.startswith(base):
        return iri.removeprefix(base)
    for namespace, prefix in _SHORT.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
