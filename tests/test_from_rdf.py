"""Quads become claims again: extraction -> quads -> extraction, through values and through text."""

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import MappingError
from kg.mapping.canonical import canonical
from kg.mapping.from_rdf import quads_to_extraction, read_cues
from kg.mapping.to_rdf import cue_text, extraction_to_quads
from kg.model.extraction import Extraction
from kg.model.span import Span
from kg.store.jsonld import jsonld
from kg.store.serialise import nquads, trig
from kg.vocabulary import CLM, DEFAULT_BASE, OA
from tests.harbour import ARTICLE, TALKS, WARNING, harbour
from tests.strategies import AT, IRIS, extractions

SYNTAXES: dict[str, tuple[ox.RdfFormat, Callable[[list[ox.Quad]], bytes]]] = {
    "TriG": (ox.RdfFormat.TRIG, lambda quads: b"".join(trig(quads, DEFAULT_BASE))),
    "N-Quads": (ox.RdfFormat.N_QUADS, lambda quads: b"".join(nquads(quads))),
    "JSON-LD": (ox.RdfFormat.JSON_LD, lambda quads: b"".join(jsonld(quads))),
}


def quads_of(extraction: Extraction) -> list[ox.Quad]:
    return extraction_to_quads(extraction, iris=IRIS, recorded_at=AT)


def read(quads: list[ox.Quad]) -> Extraction:
    return quads_to_extraction(quads, ARTICLE, iris=IRIS)


@given(extractions())
@settings(max_examples=60, deadline=None)
def test_an_extraction_comes_back_from_its_quads(extraction: Extraction) -> None:
    back = quads_to_extraction(quads_of(extraction), extraction.article.iri, iris=IRIS)
    assert back == extraction


@pytest.mark.parametrize("syntax", SYNTAXES)
@given(extraction=extractions())
@settings(max_examples=20, deadline=None)
def test_an_extraction_comes_back_from_text(syntax: str, extraction: Extraction) -> None:
    form, written = SYNTAXES[syntax]
    quads = list(ox.parse(written(quads_of(extraction)), format=form))
    assert quads_to_extraction(quads, extraction.article.iri, iris=IRIS) == extraction


@given(extractions(), extractions("https://example.org/other"))
@settings(max_examples=10, deadline=None)
def test_another_article_in_the_same_quads_plays_no_part(
    one: Extraction, other: Extraction
) -> None:
    quads = quads_of(one) + quads_of(other)
    assert quads_to_extraction(quads, one.article.iri, iris=IRIS) == one


@given(extractions())
@settings(max_examples=10, deadline=None)
def test_canonical_form_is_a_fixed_point(extraction: Extraction) -> None:
    assert canonical(extraction) == extraction


def test_chosen_claims_leave_the_others_out() -> None:
    back = quads_to_extraction(quads_of(harbour()), ARTICLE, iris=IRIS, claims=[TALKS])
    assert [claim.iri for claim in back.claims] == [TALKS]


def test_a_part_has_its_claims_review() -> None:
    quads = quads_of(harbour())
    back = quads_to_extraction(quads, ARTICLE, iris=IRIS, reviews={WARNING: "accepted"})
    assert {c.iri: c.review for c in back.claims} == {
        c.iri: "accepted" if c.iri.startswith(WARNING) else "extracted" for c in back.claims
    }


def test_without_its_text_an_article_reads_back_with_an_empty_one() -> None:
    quads = [q for q in quads_of(harbour()) if not q.predicate.value.endswith("/text")]
    back = read(quads)
    assert back.article.text == ""
    assert back.claims == harbour().claims


@given(st.lists(st.tuples(st.integers(0, 9**6), st.integers(1, 99))))
def test_cues_keep_their_order(pairs: list[tuple[int, int]]) -> None:
    cues = tuple(Span(start, start + length) for start, length in pairs)
    assert read_cues(cue_text(cues)) == cues


def without(predicate: str) -> list[ox.Quad]:
    return [q for q in quads_of(harbour()) if q.predicate.value != predicate]


@pytest.mark.parametrize(
    ("quads", "says"),
    [
        (without(CLM.confidence), "has no <https://w3id.org/claimline/ns#confidence>"),
        (without(CLM.digest), "has no"),
        (without(CLM.asserts), "conveys 0 events"),
        (without(OA.exact), "has no"),
        (without(CLM.tells), "has no"),
        (without(CLM.triggerText), "has no"),
    ],
)
def test_what_is_no_claim_is_refused_in_a_sentence(quads: list[ox.Quad], says: str) -> None:
    with pytest.raises(MappingError, match=says):
        read(quads)


def test_reports_that_go_round_in_a_circle_are_refused() -> None:
    quads = quads_of(harbour())
    asserts = [q for q in quads if q.predicate.value == CLM.asserts and q.subject.value != WARNING]
    radio = next(q for q in asserts if "via1" in q.subject.value)
    quads.remove(radio)
    quads.append(ox.Quad(radio.subject, radio.predicate, radio.subject, radio.graph_name))
    with pytest.raises(MappingError, match="circle"):
        read(quads)


@pytest.mark.parametrize("text", ["1", "1-", "a-b", "5-3", "1-2-3"])
def test_cues_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(MappingError, match="no list of offset pairs"):
        read_cues(text)
