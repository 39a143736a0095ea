"""Claims become quads: what stands where, and what cannot be stored."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import MappingError
from kg.mapping.terms import date, decimal, moment, node, words
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.claim import reporter_iri
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.store.serialise import trig
from kg.vocabulary import CLM, CLT, DEFAULT_BASE, OA, RDF, SCHEMA
from tests.harbour import ARTICLE, FOLDER, LINE, STATEMENT, TRIGGER, WARNED_AT, WARNING, harbour
from tests.strategies import AT, IRIS, extractions


def quads_of(extraction: Extraction) -> list[ox.Quad]:
    return extraction_to_quads(extraction, iris=IRIS, recorded_at=AT)


def facts(quads: list[ox.Quad], graph: str) -> set[tuple[str, str, str]]:
    return {
        (q.subject.value, q.predicate.value, q.object.value)
        for q in quads
        if q.graph_name.value == graph
    }


def test_the_example_is_written_as_expected(golden: Callable[[Path, Any], None]) -> None:
    golden(FOLDER / "harbour.trig", b"".join(trig(quads_of(harbour()), DEFAULT_BASE)))


def test_a_claim_conveys_the_outermost_reporters_statement() -> None:
    graph = facts(quads_of(harbour()), WARNING)
    radio = reporter_iri(STATEMENT, 1)
    assert (WARNING, CLM.asserts, radio) in graph
    assert (radio, CLM.kind, CLT.reports) in graph
    assert (radio, CLM.asserts, STATEMENT) in graph
    assert (WARNING, CLM.asserts, STATEMENT) not in graph


def test_a_claim_reaches_every_event_below_it() -> None:
    graph = facts(quads_of(harbour()), WARNING)
    reached = {o for s, p, o in graph if (s, p) == (WARNING, CLM.reaches)}
    assert reached == {reporter_iri(STATEMENT, 1), STATEMENT, LINE, WARNED_AT, TRIGGER}


def test_a_part_tells_its_event_in_the_claims_graph() -> None:
    graph = facts(quads_of(harbour()), WARNING)
    parts = {o for s, p, o in graph if (s, p) == (WARNING, CLM.part)}
    assert {(p, o) for p, pred, o in graph if pred == CLM.tells} == {
        (part, event) for part in parts for event in (LINE, WARNED_AT) if event[-16:] in part
    }


def test_evidence_and_its_selectors_stand_in_the_articles_graph() -> None:
    graph = facts(quads_of(harbour()), ARTICLE)
    second = IRIS.passage(WARNING, 2)
    assert (WARNING, CLM.passage, second) in graph
    assert (second, OA.hasSource, ARTICLE) in graph
    start = next(o for s, p, o in graph if (s, p) == (f"{second}#position", OA.start))
    exact = next(o for s, p, o in graph if (s, p) == (f"{second}#quote", OA.exact))
    assert harbour().article.text[int(start) :].startswith(exact)


def test_linked_actors_stand_in_the_registry_and_others_in_the_article() -> None:
    quads = quads_of(harbour())
    registry = facts(quads, IRIS.graph("registry"))
    home = facts(quads, ARTICLE)
    for actor in (*harbour().actors, *harbour().context_actors):
        fact = (actor.iri, RDF.type, CLM.Actor)
        assert (fact in registry) == actor.linked
        assert (fact in home) != actor.linked


def test_context_is_described_but_not_mentioned() -> None:
    quads = quads_of(harbour())
    mentioned = {o for _, p, o in facts(quads, ARTICLE) if p == SCHEMA.mentions}
    assert mentioned == {e.iri for e in (*harbour().actors, *harbour().locations)}


@given(extractions())
@settings(max_examples=20, deadline=None)
def test_no_blank_node_and_no_default_graph(extraction: Extraction) -> None:
    for quad in quads_of(extraction):
        assert isinstance(quad.graph_name, ox.NamedNode)
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)


@given(extractions())
@settings(max_examples=20, deadline=None)
def test_the_engine_gives_back_every_quad_as_it_was_written(extraction: Extraction) -> None:
    quads = quads_of(extraction)
    store = ox.Store()
    store.extend(quads)
    assert set(store) == set(quads)


@given(extractions())
@settings(max_examples=20, deadline=None)
def test_the_order_of_claims_changes_nothing(extraction: Extraction) -> None:
    turned = replace(extraction, claims=extraction.claims[::-1], actors=extraction.actors[::-1])
    assert set(quads_of(turned)) == set(quads_of(extraction))


@pytest.mark.parametrize(
    ("number", "text"),
    [(0.8, "0.8"), (1.0, "1"), (0.0, "0"), (-0.0, "0"), (1e-7, "0.0000001"), (-7.25, "-7.25")],
)
def test_numbers_are_written_as_the_engine_writes_them(number: float, text: str) -> None:
    assert decimal(number).value == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-180, max_value=180))
def test_a_number_reads_back_exactly(number: float) -> None:
    assert float(decimal(number).value) == number


@pytest.mark.parametrize(
    "day", [Day(-44, 3, 15), Day(0, 2, 29), Day(12025, 1, 1), Day(2025, 4, 10)]
)
def test_days_of_any_year_survive_the_engine(day: Day) -> None:
    store = ox.Store()
    quad = ox.Quad(node("x:s"), node("x:p"), date(day), node("x:g"))
    store.add(quad)
    assert [Day.parse(q.object.value) for q in store] == [day]


def test_moments_are_utc() -> None:
    assert moment(AT).value == "2031-07-15T09:30:00Z"
    assert moment(AT.replace(microsecond=120_000)).value == "2031-07-15T09:30:00.12Z"


def test_a_moment_without_a_timezone_is_refused() -> None:
    with pytest.raises(MappingError, match="timezone"):
        moment(AT.replace(tzinfo=None))


def test_half_a_character_is_refused_with_its_place() -> None:
    with pytest.raises(MappingError, match=r"U\+D83D\) at code point 3"):
        words("abc\ud83d", "en")


@pytest.mark.parametrize(
    "iri", ["no scheme", "https://x/a b", 'x:"', "x:<", "x:\ud800", "x:\x00", "x:#a#b"]
)
def test_an_iri_that_no_syntax_carries_is_refused(iri: str) -> None:
    with pytest.raises(MappingError, match="is not an IRI"):
        node(iri)
