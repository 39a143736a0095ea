"""The named questions: the .rq files of this package, their headers, and asking them.

In:  a question's name and its values as text; a store.
Out: rows, or the query's text ready for the store.
A header is the comment on top of the file: the question, "Competency question N" where it is one of
the twelve that the ontology was made for, then Parameters, Graphs, Columns, Cost and Notes, each
followed by its lines. Graphs are IRIs that come from the store's own base, never from the user.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model.iri import Iris, is_iri
from kg.query.bind import Term, bind
from kg.query.parameters import Parameter, read_declaration, read_value
from kg.store.base import Answer, GraphStore

Params = Mapping[str, str | Sequence[str]]
_SECTIONS = ("Parameters", "Graphs", "Columns", "Cost", "Notes")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question in a sentence, what it may be asked with, and the query's text.

    `competency` is its number among the twelve competency questions, if it is one. `graphs` are the
    variables that stand for graphs of the store. `columns` are in the order of the rows' cells;
    `order` says how rows are sorted and what one row is.
    """

    name: str
    question: str
    competency: int | None
    parameters: tuple[Parameter, ...]
    graphs: tuple[str, ...]
    columns: tuple[str, ...]
    order: str
    cost: str
    notes: str
    text: str


def named_queries() -> list[NamedQuery]:
    """Return every named question, by name."""
    return list(_load().values())


def get_query(name: str) -> NamedQuery:
    """Return the question of that name. Raises QueryError with the nearest names."""
    queries = _load()
    if name not in queries:
        near = difflib.get_close_matches(name, queries, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(queries)}."
        raise QueryError(f"There is no question named {name!r}. {hint}")
    return queries[name]


def bound_query(store: GraphStore, name: str, params: Params) -> str:
    """Return the text of a question with its values in place, for a store of that base.

    Of several values of one parameter any will do. Raises QueryError for an unknown question or
    parameter, a missing one, or one that does not fit.
    """
    query = get_query(name)
    _check_known(query, params)
    values: dict[str, Term | Sequence[Term]] = {
        graph: _graph(graph, store.base) for graph in query.graphs
    }
    for parameter in query.parameters:
        given = params.get(parameter.name, parameter.default)
        if given is not None:
            texts = dict.fromkeys([given] if isinstance(given, str) else given)
            values[parameter.name] = [read_value(parameter, t, base=store.base) for t in texts]
        elif not parameter.optional:
            raise QueryError(
                f"The question {name!r} needs {parameter.describe()}. "
                f"For example {parameter.example}"
            )
    return bind(query.text, values)


def run_named(store: GraphStore, name: str, params: Params) -> Answer:
    """Ask a named question over the merged graph. Raises what `bound_query` raises."""
    return store.select(bound_query(store, name, params))


def _check_known(query: NamedQuery, params: Params) -> None:
    known = [p.name for p in query.parameters]
    for name in params:
        if name not in known:
            takes = f"It takes: {', '.join(known)}." if known else "It takes none."
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"Did you mean {near[0]}?" if near else takes
            raise QueryError(f"The question {query.name!r} has no parameter {name!r}. {hint}")


def _graph(name: str, base: str) -> Term:
    """Return the graph's IRI; `articles` is what the IRI of every article begins with."""
    iri = f"{base}article/" if name == "articles" else Iris(base).graph(name)
    if not is_iri(iri):
        raise QueryError(f"The store's base {base!r} makes no IRI for its graph {name!r}.")
    return ox.NamedNode(iri)


@cache
def _load() -> dict[str, NamedQuery]:
    folder = files("kg.query").joinpath("rq")
    names = (f.name.removesuffix(".rq") for f in folder.iterdir() if f.name.endswith(".rq"))
    return {
        name: read_query(name, folder.joinpath(f"{name}.rq").read_text(encoding="utf-8"))
        for name in sorted(names)
    }


def read_query(name: str, text: str) -> NamedQuery:
    """Read an .rq file. Raises ValueError when its header lacks a part."""
    question, competency, sections = _read_header(text)
    missing = [s for s in ("Columns", "Cost") if not sections[s]]
    if not question or missing:
        raise ValueError(f"{name}.rq: the header lacks {missing or 'its question'}")
    columns = " ".join(sections["Columns"])
    return NamedQuery(
        name=name,
        question=question,
        competency=competency,
        parameters=tuple(read_declaration(d) for d in sections["Parameters"] if d != "none"),
        graphs=tuple(re.findall(r"\?(\w+)", " ".join(sections["Graphs"]))),
        columns=tuple(re.findall(r"\?(\w+)", columns.partition(";")[0])),
        order=columns.partition(";")[2].strip(),
        cost=" ".join(sections["Cost"]),
        notes=" ".join(sections["Notes"]),
        text=text,
    )


def _read_header(text: str) -> tuple[str, int | None, dict[str, list[str]]]:
    question: list[str] = []
    competency = None
    sections: dict[str, list[str]] = {name: [] for name in _SECTIONS}
    current = question
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        words = line[1:].strip()
        key, colon, rest = words.partition(":")
        if colon and key in sections:
            current, words = sections[key], rest.strip()
        elif match := re.fullmatch(r"Competency question (\d+)", words):
            competency, words = int(match[1]), ""
        if words:
            current.append(words)
    return " ".join(question), competency, sections
