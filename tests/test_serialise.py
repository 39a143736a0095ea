"""Exports: the same bytes for the same data, nothing lost, nothing that breaks out of quotes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.extraction import Extraction
from kg.store.base import DumpFormat
from kg.store.embedded import EmbeddedStore
from kg.store.jsonld import jsonld, jsonld_graph
from kg.store.serialise import nquads, ntriples, trig, turtle
from kg.vocabulary import CLM, DEFAULT_BASE, PROV, RDF, SCHEMA, XSD
from tests.harbour import ARTICLE, FOLDER, OFFICERS, STATEMENT, TALKS, WARNING, harbour
from tests.strategies import AT, IRIS, extractions

FORMATS: dict[DumpFormat, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
DATASETS = [name for name in FORMATS if name != "turtle"]
MERGED = ox.NamedNode(IRIS.graph("merged"))

literals = st.one_of(
    st.builds(ox.Literal, st.text(st.characters(exclude_categories=("Cs",)), max_size=12)),
    st.builds(
        lambda text, language: ox.Literal(text, language=language),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=12),
        st.sampled_from(["ar", "en", "zh-hant"]),
    ),
    st.builds(
        lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(kind)),
        st.sampled_from(["1", "-7", "+7", "1.50", "true", "1", "x", "", '"', "2031-07-15", "1e9"]),
        st.sampled_from([XSD.integer, XSD.boolean, XSD.decimal, XSD.date, "x:y", XSD.string]),
    ),
)
iris = st.builds(
    ox.NamedNode,
    st.sampled_from(
        [
            f"{DEFAULT_BASE}claim/a-1",
            f"{DEFAULT_BASE}claim/a-1#time",
            f"{DEFAULT_BASE}claim/a.",
            f"{DEFAULT_BASE}claim/.a",
            f"{DEFAULT_BASE}claim/-a",
            f"{DEFAULT_BASE}claim/",
            f"{DEFAULT_BASE}claim/a/b",
            f"{DEFAULT_BASE}claim/(a),b'~",
            f"{DEFAULT_BASE}actor/é",
            CLM.content,
            CLM.speaker,
            CLM.confidence,
            CLM.article,
            SCHEMA.url,
            RDF.type,
            PROV.used,
            "clm:speaker",
            "id:x",
            "schema://x",
            "urn:x:y",
        ]
    ),
)
quads = st.lists(
    st.builds(ox.Quad, iris, iris, st.one_of(iris, literals), iris), unique=True, max_size=12
)


def dump(store: EmbeddedStore, form: DumpFormat, **options: Any) -> bytes:
    return b"".join(store.dump(form, **options))


def parsed(data: bytes, form: DumpFormat) -> set[ox.Quad]:
    return set(ox.parse(data, format=FORMATS[form]))


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    store = EmbeddedStore.in_memory()
    store.put_article(harbour(), at=AT)
    other = Extraction(article=replace(harbour().article, iri=IRIS.article("other"), title="Other"))
    store.put_article(other, at=AT)
    store.decide("accept", WARNING, by="a reviewer", at=AT)
    return store


@given(quads)
@settings(max_examples=150, deadline=None)
def test_any_quads_come_back_from_every_syntax(found: list[ox.Quad]) -> None:
    for form, data in (
        ("trig", b"".join(trig(found, DEFAULT_BASE))),
        ("nquads", b"".join(nquads(found))),
        ("jsonld", b"".join(jsonld(found))),
    ):
        assert parsed(data, form) == set(found), (form, data.decode())


@given(quads)
@settings(max_examples=75, deadline=None)
def test_any_triples_come_back_from_every_syntax(found: list[ox.Quad]) -> None:
    triples = {q.triple for q in found}
    for form, data in (
        (ox.RdfFormat.TURTLE, b"".join(turtle(triples, DEFAULT_BASE))),
        (ox.RdfFormat.N_TRIPLES, ntriples(triples)),
        (ox.RdfFormat.JSON_LD, jsonld_graph(triples)),
    ):
        assert {q.triple for q in ox.parse(data, format=form)} == triples, data.decode()


@given(quads, st.randoms())
@settings(max_examples=50, deadline=None)
def test_the_order_of_quads_changes_no_byte(found: list[ox.Quad], random: Any) -> None:
    turned = list(found)
    random.shuffle(turned)
    assert list(trig(found, DEFAULT_BASE)) == list(trig(turned, DEFAULT_BASE))
    assert list(nquads(found)) == list(nquads(turned))
    assert list(jsonld(found)) == list(jsonld(turned))


def test_blank_nodes_of_a_construct_are_written() -> None:
    blank = ox.BlankNode("b")
    found = {ox.Triple(blank, ox.NamedNode(CLM.about), blank)}
    for data, form in (
        (b"".join(turtle(found, DEFAULT_BASE)), ox.RdfFormat.TURTLE),
        (jsonld_graph(found), ox.RdfFormat.JSON_LD),
    ):
        (quad,) = ox.parse(data, format=form)
        assert quad.subject == quad.object


def test_the_export_is_as_expected(
    store: EmbeddedStore, golden: Callable[[Path, Any], None]
) -> None:
    golden(FOLDER / "export.ttl", dump(store, "turtle", claims=frozenset({WARNING, TALKS})))
    golden(FOLDER / "export.jsonld", dump(store, "jsonld", claims=frozenset({TALKS})))


@pytest.mark.parametrize("form", FORMATS)
def test_two_stores_with_the_same_data_give_the_same_bytes(
    form: DumpFormat, tmp_path: Path
) -> None:
    stores = EmbeddedStore.in_memory(), EmbeddedStore.open(tmp_path)
    for store in stores:
        store.put_article(harbour(), at=AT)
    assert dump(stores[0], form, with_text=True) == dump(stores[1], form, with_text=True)
    stores[1].close()


def test_turtle_is_the_merged_graph(store: EmbeddedStore) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    _, body = store.query(query, "application/n-triples")
    assert parsed(dump(store, "turtle"), "turtle") == set(
        ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
    )


@pytest.mark.parametrize("form", DATASETS)
def test_the_datasets_hold_every_graph_but_merged(store: EmbeddedStore, form: DumpFormat) -> None:
    found = parsed(dump(store, form, with_text=True), form)
    assert len(found) == store.count()[0]
    graphs = {q.graph_name.value for q in found}
    named = {IRIS.graph(name) for name in ("registry", "decisions", "meta", "proposals")}
    assert graphs == named | {ARTICLE, IRIS.article("other"), WARNING, TALKS}


@pytest.mark.parametrize("form", FORMATS)
def test_the_text_leaves_only_when_asked_for(store: EmbeddedStore, form: DumpFormat) -> None:
    line = harbour().article.text.splitlines()[-1].encode()
    assert line not in dump(store, form)
    assert (line in dump(store, form, with_text=True)) == (form != "turtle")


@pytest.mark.parametrize("form", FORMATS)
def test_chosen_claims_take_with_them_what_they_name(
    store: EmbeddedStore, form: DumpFormat
) -> None:
    found = {q.triple for q in parsed(dump(store, form, claims=frozenset({TALKS})), form)}
    subjects = {t.subject.value for t in found}
    own = {TALKS, OFFICERS, f"{TALKS}#time", ARTICLE, IRIS.passage(TALKS, 1)}
    assert own <= subjects
    named = {IRIS.linked_actor("meridia"), IRIS.linked_actor("kestria"), IRIS.linked_place("sael")}
    assert named <= subjects
    assert IRIS.linked_place("tovan") in subjects, "what the place lies within"
    absent = {WARNING, STATEMENT, IRIS.article("other"), IRIS.linked_actor("kestria.navy.radio")}
    assert not absent & subjects


def test_chosen_claims_bring_their_decisions(store: EmbeddedStore) -> None:
    data = dump(store, "trig", claims=frozenset({WARNING}))
    assert b"a reviewer" in data
    assert b"a reviewer" not in dump(store, "trig", claims=frozenset({TALKS}))


def test_the_turtle_of_all_claims_is_merged_without_the_terms(store: EmbeddedStore) -> None:
    chosen = parsed(dump(store, "turtle", claims=frozenset({WARNING, TALKS})), "turtle")
    merged = parsed(dump(store, "turtle"), "turtle")
    assert chosen <= merged
    left = {q.subject.value for q in merged - chosen}
    assert all("/terms/" in iri or iri == IRIS.article("other") for iri in left)


@pytest.mark.parametrize("form", FORMATS)
def test_an_unknown_claim_chooses_nothing(store: EmbeddedStore, form: DumpFormat) -> None:
    data = dump(store, form, claims=frozenset({f"{DEFAULT_BASE}claim/none", "not an iri"}))
    assert all(q.graph_name == ox.NamedNode(IRIS.graph("meta")) for q in parsed(data, form))


def test_a_rejected_claim_is_not_in_the_turtle(store: EmbeddedStore) -> None:
    own = EmbeddedStore.in_memory()
    own.put_article(harbour(), at=AT)
    own.decide("reject", TALKS, by="a reviewer", at=AT)
    assert OFFICERS.encode() not in dump(own, "nquads", claims=frozenset({WARNING}))
    assert b"customs house" not in dump(own, "turtle", claims=frozenset({WARNING, TALKS}))


@given(extractions())
@settings(max_examples=10, deadline=None)
def test_hostile_words_come_back_from_every_export(extraction: Extraction) -> None:
    store = EmbeddedStore.in_memory()
    store.put_article(extraction, at=AT)
    exact = parsed(dump(store, "nquads", with_text=True), "nquads")
    for form in DATASETS:
        assert parsed(dump(store, form, with_text=True), form) == exact
