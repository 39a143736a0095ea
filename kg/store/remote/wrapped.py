"""A query with merged as its default graph, for servers that have another one.

The protocol's `default-graph-uri` alone would hide every named graph. So a query that uses GRAPH
gets `GRAPH <merged> { … }` around its whole WHERE; a GRAPH inside that names another graph still
does. A query without GRAPH goes as it is, with the parameter.
In:  the text of a query that kg.store.guard let through. Out: text, and default graphs to name.
"""

import pyoxigraph as ox

from kg.errors import QuerySyntaxError
from kg.store.lexer import Token, tokens


def over_merged(query: str, merged: ox.NamedNode) -> tuple[str, tuple[str, ...]]:
    """Return the text to send and the graphs to name as its default graph."""
    found = list(tokens(query))
    if not any(token.is_word("graph") for token in found):
        return query, (merged.value,)
    begin, end = _where(found)
    inner = query[begin.end : end.start]
    rest = query[end.start :]
    if _is_shorthand(found, begin):
        raise QuerySyntaxError(
            "CONSTRUCT WHERE { GRAPH … } is no SPARQL. Write CONSTRUCT { … } WHERE { … }."
        )
    return f"{query[: begin.end]} GRAPH {merged} {{{inner}\n}} {rest}", ()


def named_dataset(query: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the graphs that FROM and FROM NAMED name.

    They go as parameters of the protocol, which stand above a server's own default graph:
    `oxigraph serve --union-default-graph` asks the union whatever FROM says.
    """
    found = list(tokens(query))
    at = next(n for n, t in enumerate(found) if t.is_word("select", "ask", "construct", "describe"))
    graphs: tuple[list[str], list[str]] = ([], [])
    for n in range(at, len(found) - 1):
        if found[n].is_word("from"):
            named = found[n + 1].is_word("named")
            graphs[named].append(found[n + 1 + named].text)
    default, named_graphs = (_resolved(query[: found[at].start], names) for names in graphs)
    return default, named_graphs


def _resolved(prologue: str, names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    rows = ox.Store().query(f"{prologue} SELECT ?g {{ VALUES ?g {{ {' '.join(names)} }} }}")
    if not isinstance(rows, ox.QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    return tuple(row["g"].value for row in rows if isinstance(row["g"], ox.NamedNode))


def _where(found: list[Token]) -> tuple[Token, Token]:
    """Return the braces of the outermost WHERE."""
    kind = next(
        (t.text.lower() for t in found if t.is_word("select", "ask", "construct", "describe")), ""
    )
    groups = _groups(found)
    if kind == "construct" and len(groups) > 1:
        groups = groups[1:]  # the first is the template
    if not groups:
        raise QuerySyntaxError("This query has no WHERE.")
    return groups[0]


def _groups(found: list[Token]) -> list[tuple[Token, Token]]:
    """Return the pairs of braces that stand in no other and in no parentheses."""
    groups = []
    opened: list[Token] = []
    for token in found:
        if token.kind != "mark":
            continue
        if token.text in "({":
            opened.append(token)
        elif token.text in ")}" and opened:
            begin = opened.pop()
            if not opened and begin.text == "{":
                groups.append((begin, token))
    return groups


def _is_shorthand(found: list[Token], begin: Token) -> bool:
    at = found.index(begin)
    return at >= 2 and found[at - 1].is_word("where") and found[at - 2].is_word("construct")
