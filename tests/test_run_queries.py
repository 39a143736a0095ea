"""The .rq files: their form, their headers, and asking them by name."""

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from kg.errors import QueryError
from kg.query.bind import open_variables
from kg.query.parameters import EXAMPLES
from kg.query.run import NamedQuery, bound_query, get_query, named_queries, read_query, run_named
from kg.store.embedded import EmbeddedStore
from tests.question_store import FOLDER, HandMade

QUERIES = named_queries()
by_name = pytest.mark.parametrize("query", QUERIES, ids=[q.name for q in QUERIES])
COMPETENCY = {
    1: "who-met",
    2: "red-lines",
    3: "attribution-chain",
    4: "disputed",
    5: "own-voice",
    6: "unnamed-sources",
    7: "sides",
    8: "undated",
    9: "inside-place",
    10: "breach-candidates",
    11: "disputed-facts",
    12: "as-known-on",
}


@pytest.fixture(scope="module")
def empty() -> EmbeddedStore:
    """Return a store without articles."""
    return EmbeddedStore.in_memory()


def given(query: NamedQuery) -> Mapping[str, str]:
    """Return a value for every parameter that has to be given."""
    return {
        p.name: EXAMPLES[p.type] for p in query.parameters if not p.optional and p.default is None
    }


def body(query: NamedQuery) -> list[str]:
    """Return the lines below the header."""
    return [line for line in query.text.splitlines() if not line.startswith("#")]


def test_the_twelve_competency_questions_are_there_under_their_names() -> None:
    assert {q.competency: q.name for q in QUERIES if q.competency} == COMPETENCY


@by_name
def test_it_parses_in_both_engines_before_and_after_binding(
    query: NamedQuery, empty: EmbeddedStore
) -> None:
    for text in (query.text, bound_query(empty, query.name, given(query))):
        ox.Store().query(text)
        prepareQuery(text)


@by_name
def test_it_runs_on_an_empty_store(query: NamedQuery, empty: EmbeddedStore) -> None:
    answer = run_named(empty, query.name, given(query))
    assert answer.columns == query.columns
    assert answer.rows == ()


@by_name
def test_every_value_at_once_can_be_bound(query: NamedQuery, empty: EmbeddedStore) -> None:
    every = {p.name: EXAMPLES[p.type] for p in query.parameters}
    text = bound_query(empty, query.name, every)
    ox.Store().query(text)
    for parameter in query.parameters:
        assert f"?{parameter.name} {{ UNDEF" not in text


@by_name
def test_its_header_says_what_it_asks_takes_gives_and_costs(query: NamedQuery) -> None:
    assert query.question.endswith(("?", "verdict."))
    assert query.columns
    assert query.order
    assert query.cost
    header = query.text[: query.text.index("PREFIX")]
    assert "# Parameters: " in header
    assert all(len(line) <= 100 for line in query.text.splitlines())


@by_name
def test_an_optional_parameter_stands_in_an_undef_and_no_other_does(query: NamedQuery) -> None:
    optional = {p.name for p in query.parameters if p.optional}
    assert open_variables(query.text) == optional


@by_name
def test_its_prefixes_are_sorted_used_and_complete(query: NamedQuery) -> None:
    declared = [m[1] for line in body(query) if (m := re.match(r"PREFIX (\w+):", line))]
    rest = "\n".join(line for line in body(query) if not line.startswith("PREFIX"))
    used = set(re.findall(r"(?<![\w?<:/])([a-z]+):\w", rest))
    assert declared == sorted(declared)
    assert set(declared) == used


@by_name
def test_no_data_iri_stands_in_it(query: NamedQuery) -> None:
    assert "/id/" not in query.text
    rest = [line for line in body(query) if not line.startswith("PREFIX")]
    assert not re.findall(r"<[^>\s]+>", "\n".join(rest))


@by_name
def test_keywords_are_upper_and_variables_lower_camel(query: NamedQuery) -> None:
    rest = "\n".join(body(query))
    keywords = (
        "select|distinct|where|optional|filter|bind|graph|values|union|minus|group by|order by"
    )
    assert not re.findall(rf"\b(?:{keywords})\b", re.sub(r"\?\w+|\w+:\w+", "", rest))
    assert all(re.fullmatch(r"[a-z]+(?:[A-Z][a-z]+)*", v) for v in re.findall(r"\?(\w+)", rest))


@by_name
def test_triples_stand_one_a_line(query: NamedQuery) -> None:
    assert not [line for line in body(query) if re.search(r"\S ; |\S \. \S", line)]


@by_name
def test_merged_is_named_wherever_another_graph_is_asked(query: NamedQuery) -> None:
    """Else the rows differ where the default graph is the union of all."""
    assert ("GRAPH" in query.text) == bool(query.graphs)
    if query.graphs and query.name != "as-known-on":
        assert "merged" in query.graphs


@by_name
def test_its_order_tells_all_rows_apart(query: NamedQuery) -> None:
    if query.name == "red-lines-crossed":
        pytest.skip("nothing is crossed here; tests/test_crossing_life.py has a store where it is")
    asked = {
        "inside-place": {"place": "place/syria"},
        "as-known-on": {"asOf": "2025-04-11"},
        "claims-of-event": {"event": "meeting/almarsad-baku"},
        "statements-by-actor": {"actor": "actor/israel"},
    }
    graph = HandMade(*sorted(FOLDER.glob("*.trig"))).merge()
    answer = run_named(graph, query.name, asked.get(query.name, {}))
    keys = re.findall(r"\?(\w+)", query.text.rpartition("ORDER BY")[2])
    assert set(keys) <= set(answer.columns)
    places = [answer.columns.index(k) for k in keys]
    rows = [tuple(str(row[i]) for i in places) for row in answer.rows]
    assert len(rows) > 1
    assert len(set(rows)) == len(rows), "two rows have one place in the order"


def test_every_rq_file_is_a_named_question() -> None:
    folder = Path(str(files("kg.query"))) / "rq"
    assert sorted(p.stem for p in folder.iterdir()) == [q.name for q in QUERIES]


def test_an_unknown_name_brings_the_nearest() -> None:
    with pytest.raises(QueryError, match=r"no question named 'who-meet'\. Did you mean who-met"):
        get_query("who-meet")


def test_a_name_like_nothing_brings_the_list() -> None:
    with pytest.raises(QueryError, match=r"There are: articles, as-known-on, .*who-met"):
        get_query("zzz")


def test_a_missing_parameter_is_named_with_an_example(empty: EmbeddedStore) -> None:
    with pytest.raises(QueryError) as caught:
        run_named(empty, "inside-place", {})
    assert str(caught.value) == (
        "The question 'inside-place' needs place (an IRI, or what follows the data base in one): "
        "the place, with all that lies within it. For example place=place/syria"
    )


def test_an_unknown_parameter_brings_the_nearest(empty: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match=r"no parameter 'plaec'\. Did you mean place"):
        run_named(empty, "inside-place", {"plaec": "place/syria"})
    with pytest.raises(QueryError, match=r"no parameter 'x'\. It takes none"):
        run_named(empty, "network", {"x": "1"})


def test_the_stores_graphs_cannot_be_given_as_parameters(empty: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match="no parameter 'merged'"):
        run_named(empty, "who-met", {"merged": "https://d.example/graph"})


def test_graphs_follow_the_stores_base() -> None:
    store = EmbeddedStore.in_memory(base="https://d.example/data/")
    assert "GRAPH <https://d.example/data/graph/merged>" in bound_query(store, "who-met", {})
    assert "<https://d.example/data/article/>" in bound_query(
        store, "as-known-on", {"asOf": "2025-04-12"}
    )


def test_a_hostile_value_stays_a_value(empty: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match="no blanks"):
        run_named(empty, "inside-place", {"place": "https://d.example/> } DROP ALL #"})
    with pytest.raises(QueryError, match="letters, digits"):
        run_named(empty, "who-met", {"language": 'en") } #'})


def test_a_header_without_its_parts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"x\.rq: the header lacks"):
        read_query("x", "# What?\n# Columns: ?a; by a\nSELECT ?a WHERE { ?a ?b ?c }\n")


def test_a_header_is_read_line_by_line() -> None:
    query = read_query(
        "x",
        "# What, when,\n# and where?\n# Competency question 7\n"
        "# Parameters: ?from (day, optional): the first day\n#             ?n (integer): how many\n"
        "# Graphs:     ?merged\n# Columns:    ?a ?b;\n#             by a, then ?c\n"
        "# Cost:       little\n# Notes:      none\nSELECT ?a ?b WHERE {}\n",
    )
    assert query.question == "What, when, and where?"
    assert query.competency == 7
    assert [p.name for p in query.parameters] == ["from", "n"]
    assert query.graphs == ("merged",)
    assert query.columns == ("a", "b")
    assert query.order == "by a, then ?c"
    assert (query.cost, query.notes) == ("little", "none")
