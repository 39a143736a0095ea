"""Binding: terms go into a query as terms, whatever they hold, and only where a variable stands."""

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.bind import bind, open_variables, term_text
from kg.vocabulary import XSD

HOSTILE = [
    'a" . } DELETE WHERE { ?s ?p ?o } #',
    "back\\slash \"quote\" 'single'",
    "line\nbreak\r\ttab",
    r"\u0022 ; DROP",
    "\\U00000022 \\\\u0022 \\u0000",
    "نص عربي \u202e مقلوب \u200f",
    "\x00\x07\x7f\x85\u2028",
    "",
    "?name $name {UNDEF}",
    "</script><script>alert(1)</script>",
]


def said(literal: ox.Literal) -> tuple[str, str]:
    """Return what Oxigraph and rdflib read where the literal was bound."""
    query = bind("SELECT (?value AS ?x) WHERE {}", {"value": literal})
    (ours,) = ox.Store().query(query)
    (theirs,) = rdflib.Graph().query(query)
    return ours["x"].value, str(theirs[0])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_one_literal_in_both_engines(text: str) -> None:
    assert said(ox.Literal(text)) == (text, text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_one_literal_in_both_engines(text: str) -> None:
    assert said(ox.Literal(text)) == (text, text)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='\\uU"0027\n{}?x#', max_size=20))
def test_escapes_inside_a_text_are_never_read_as_escapes(text: str) -> None:
    assert said(ox.Literal(text)) == (text, text)


def test_language_and_datatype_are_kept() -> None:
    arabic = ox.Literal("خط أحمر", language="ar")
    day = ox.Literal("2025-04-10", datatype=ox.NamedNode(XSD.date))
    query = bind("SELECT (?a AS ?x) (?b AS ?y) WHERE {}", {"a": arabic, "b": day})
    (row,) = ox.Store().query(query)
    assert (row["x"], row["y"]) == (arabic, day)


def test_a_variable_is_replaced_wherever_it_stands_as_a_whole_word() -> None:
    query = "SELECT ?place2 WHERE { ?a ?place ?place2 . FILTER($place = ?a) }"
    bound = bind(query, {"place": ox.NamedNode("https://d.example/p")})
    iri = "<https://d.example/p>"
    assert bound == f"SELECT ?place2 WHERE {{ ?a {iri} ?place2 . FILTER({iri} = ?a) }}"


@pytest.mark.parametrize(
    "kept",
    [
        "# ?name in a comment\n",
        'BIND("?name" AS ?a)',
        "BIND('?name' AS ?a)",
        'BIND("""say "?name" \\""" ?name""" AS ?a)',
        "BIND('''it's ?name''' AS ?a)",
        "<https://d.example/?name> ?p ?o .",
        r"ex:a\?name ?p ?o .",
    ],
)
def test_comments_strings_and_iris_are_left_alone(kept: str) -> None:
    query = f"SELECT * WHERE {{ {kept} ?s ?p ?name }}"
    assert bind(query, {"name": ox.Literal("x")}) == f'SELECT * WHERE {{ {kept} ?s ?p "x" }}'


def test_less_than_is_no_iri() -> None:
    query = "SELECT * WHERE { FILTER(?a < ?name) FILTER(?name > ?b) }"
    bound = bind(query, {"name": ox.Literal("x")})
    assert bound == 'SELECT * WHERE { FILTER(?a < "x") FILTER("x" > ?b) }'


def test_an_optional_parameter_keeps_its_variable_and_takes_the_place_of_undef() -> None:
    query = "SELECT ?day WHERE { VALUES ?day { UNDEF } FILTER(?day != ?name) }"
    bound = bind(query, {"day": ox.Literal("x")})
    assert bound == 'SELECT ?day WHERE { VALUES ?day { "x" } FILTER(?day != ?name) }'
    assert open_variables(query) == {"day"}


def test_undef_is_found_across_lines_comments_and_cases() -> None:
    query = "SELECT * { values # ?day { UNDEF }\n ?day\n{ undef } }"
    assert '{ "x" }' in bind(query, {"day": ox.Literal("x")})


def test_an_undef_left_open_stays() -> None:
    query = "SELECT * WHERE { VALUES ?a { UNDEF } VALUES ?b { UNDEF } }"
    bound = bind(query, {"b": ox.Literal("x")})
    assert bound == 'SELECT * WHERE { VALUES ?a { UNDEF } VALUES ?b { "x" } }'


def test_a_name_that_the_query_lacks_is_refused() -> None:
    with pytest.raises(QueryError, match=r"no variable \?plaec"):
        bind("SELECT * WHERE { ?s ?p ?place }", {"plaec": ox.Literal("x")})


def test_a_variable_that_the_query_sets_itself_is_refused() -> None:
    with pytest.raises(QueryError, match=r"sets \?x itself"):
        bind("SELECT (1 AS ?x) WHERE {}", {"x": ox.Literal("x")})


@pytest.mark.parametrize("iri", ["https://d.example/a b", "no-scheme", "https://d.example/\\u003e"])
def test_an_iri_that_would_break_the_query_is_refused(iri: str) -> None:
    with pytest.raises((QueryError, ValueError)):
        term_text(ox.NamedNode(iri))


def test_nothing_to_bind_leaves_the_query_as_it_is() -> None:
    query = "SELECT * WHERE { ?s ?p ?o } # ?x\n"
    assert bind(query, {}) == query


def test_several_terms_take_the_place_of_undef() -> None:
    query = "SELECT * WHERE { VALUES ?line { UNDEF } ?s ?p ?line }"
    bound = bind(query, {"line": [ox.Literal("x"), ox.Literal("y")]})
    assert bound == 'SELECT * WHERE { VALUES ?line { "x" "y" } ?s ?p ?line }'


def test_several_terms_of_a_plain_variable_become_a_line_of_values() -> None:
    query = "SELECT ?s WHERE { ?s ?p ?name }"
    bound = bind(query, {"name": [ox.Literal("x"), ox.Literal("y")]})
    assert bound == 'SELECT ?s WHERE { VALUES ?name { "x" "y" } ?s ?p ?name }'
    store = ox.Store()
    for text in "xyz":
        part = ox.NamedNode(f"https://d.example/{text}")
        store.add(ox.Quad(part, part, ox.Literal(text)))
    assert len(list(store.query(bound))) == 2
