"""The compiled checks: what must not be stored is refused in a sentence; pyshacl is the oracle."""

import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

import ontology
from kg.errors import MappingError
from kg.mapping.checks import check_extraction
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.claim import Claim, Conveyed, RedLine, Statement
from kg.model.extraction import Extraction
from kg.model.span import Passage, Span
from kg.store.serialise import ntriples
from tests.harbour import ARTICLE, LINE, OFFICERS, STATEMENT, TALKS, WARNED_AT, WARNING, harbour
from tests.strategies import AT, IRIS, extractions


def shacl_faults(quads: list[Any]) -> list[str]:
    """Return the messages of violations (warnings aside) that pyshacl finds."""
    from pyshacl import validate
    from rdflib import Graph

    data = Graph().parse(io.BytesIO(ntriples({q.triple for q in quads})), format="nt")
    data.parse(data=ontology.terms_ttl(), format="turtle")
    shapes = Graph().parse(data=ontology.shapes_ttl(), format="turtle")
    conforms, _, text = validate(data, shacl_graph=shapes, allow_warnings=True, inference="none")
    return [] if conforms else [text]


def test_the_example_passes() -> None:
    check_extraction(harbour(), IRIS)


@given(extractions())
@settings(max_examples=6, deadline=None)
def test_what_passes_the_checks_passes_the_shapes(extraction: Extraction) -> None:
    check_extraction(extraction, IRIS)
    quads = extraction_to_quads(extraction, iris=IRIS, recorded_at=AT)
    assert shacl_faults(quads) == []


def claim(iri: str, /, **changes: Any) -> Extraction:
    """Return the example with one claim changed."""
    claims = [replace(c, **changes) if c.iri == iri else c for c in harbour().claims]
    return replace(harbour(), claims=tuple(claims))


def part(event: str) -> Claim:
    return next(c for c in harbour().claims if c.event == event)


def article(**changes: Any) -> Extraction:
    return replace(harbour(), article=replace(harbour().article, **changes))


def actor(position: int, **changes: Any) -> Extraction:
    actors = list(harbour().actors)
    actors[position] = replace(actors[position], **changes)
    return replace(harbour(), actors=tuple(actors))


def place(**changes: Any) -> Extraction:
    return replace(harbour(), locations=(replace(harbour().locations[0], **changes),))


def without(event: str) -> Extraction:
    return replace(harbour(), claims=tuple(c for c in harbour().claims if c.event != event))


LINKED = next(n for n, a in enumerate(harbour().actors) if a.linked)
LOCAL = next(n for n, a in enumerate(harbour().actors) if not a.linked)
WARNED = part(STATEMENT)
assert isinstance(WARNED, Statement)
SHIFTED = Passage(start=1, end=5, text="Meri")

REFUSED = {
    "another base": (article(iri="https://elsewhere.example/article/x"), "does not lie under"),
    "a text changed later": (article(text="Other words."), "digest"),
    "half a character in the title": (article(title="\ud83d"), "half a character"),
    "a source with blanks": (article(source="https://x.example/a b"), "is not an IRI"),
    "an unknown language": (article(language="xx"), "none of ar, en, tr, he"),
    "a passage that is not the text": (claim(TALKS, evidence=(SHIFTED,)), "is not the text there"),
    "no passage": (claim(TALKS, evidence=()), "no passage"),
    "a passage behind the end": (
        claim(TALKS, evidence=(Passage(start=9_000, end=9_001, text="x"),)),
        "is not the text there",
    ),
    "a cue behind the end": (claim(TALKS, cues=(Span(9_000, 9_001),)), "behind the text's end"),
    "a confidence above one": (claim(TALKS, confidence=1.5), "from 0 to 1"),
    "a confidence that is no number": (claim(TALKS, confidence=float("nan")), "from 0 to 1"),
    "no rule": (claim(TALKS, rule=""), "does not name the extractor"),
    "an unknown participant": (claim(TALKS, participants=("Nobody",)), "'Nobody'"),
    "nobody takes part": (claim(TALKS, participants=()), "nobody takes part"),
    "an unknown place": (claim(TALKS, place="Nowhere"), "'Nowhere'"),
    "an unknown speaker": (claim(WARNING, speaker="Nobody"), "'Nobody'"),
    "an unknown status": (claim(TALKS, status="over"), "none of held"),
    "an unknown act": (claim(WARNING, act="mumbles"), "none of announces"),
    "an unknown commitment": (claim(TALKS, commitment="guesses"), "none of asserts"),
    "said at no meeting": (claim(WARNING, said_at=LINE), "no meeting here"),
    "an event of another article": (
        claim(TALKS, event=IRIS.event("meeting", IRIS.article("other"), "x")),
        "does not begin with",
    ),
    "a claim of another article": (
        claim(TALKS, iri=IRIS.claim(IRIS.article("other"), "x")),
        "does not begin with",
    ),
    "an event that nothing tells": (
        claim(WARNING, conveys=(*WARNED.conveys, Conveyed(event="x:y", commitment="asserts"))),
        "does not begin with",
    ),
    "an event of the wrong kind": (claim(TALKS, event=STATEMENT + "0"), "does not begin with"),
    "a statement that conveys itself": (
        claim(WARNING, conveys=(*WARNED.conveys, Conveyed(event=STATEMENT, commitment="denies"))),
        "conveys itself",
    ),
    "declaring a meeting": (
        claim(WARNING, conveys=(*WARNED.conveys, Conveyed(event=OFFICERS, commitment="declares"))),
        "no red line",
    ),
    "two stances to one event": (
        claim(WARNING, conveys=(*WARNED.conveys, Conveyed(event=LINE, commitment="denies"))),
        "two ways",
    ),
    "a part under no statement": (claim(part(LINE).iri, under=TALKS), "no statement here"),
    "a part with another's IRI": (
        claim(part(LINE).iri, iri=f"{WARNING}#other"),
        "a hash sign and the event's name",
    ),
    "a part its statement does not convey": (
        claim(WARNING, conveys=()),
        "its statement says nothing of it",
    ),
    "a part said at, but denied": (
        claim(part(WARNED_AT).iri, commitment="denies"),
        "its statement says asserts of it",
    ),
    "a red line declared by another": (
        claim(part(LINE).iri, declared_by="Kestria"),
        "not what its statement says",
    ),
    "a part reviewed apart": (claim(part(LINE).iri, review="accepted"), "its statement's is not"),
    "one event told twice": (
        replace(
            harbour(),
            claims=(*harbour().claims, replace(part(OFFICERS), iri=IRIS.claim(ARTICLE, "again"))),
        ),
        "2 claims of one article have the event",
    ),
    "a meeting that is missing": (without(WARNED_AT), "no meeting here"),
    "two actors of one name": (
        actor(LOCAL, name=harbour().actors[LINKED].name, labels=()),
        "2 actors",
    ),
    "an actor listed as a place": (place(iri=harbour().actors[LINKED].iri), "not one for a place"),
    "a linked actor renamed": (actor(LINKED, name="Elsewhere"), "by which it is read back"),
    "a local actor posing as linked": (
        actor(LOCAL, linked=True, labels=()),
        "belongs to one article",
    ),
    "a linked actor posing as local": (
        actor(LINKED, linked=False, labels=()),
        "known to this article only",
    ),
    "an actor of an unknown side": (actor(LOCAL, belongs_to="x:y"), "neither among"),
    "an unknown kind of actor": (actor(LOCAL, kind="ghost"), "no kind of actor"),
    "a name of blanks": (actor(LOCAL, name="  ", labels=()), "has no name"),
    "two labels in one language": (actor(LINKED, labels=(("en", "a"), ("en", "b"))), "two labels"),
    "a latitude beyond the pole": (place(latitude=91.0), "goes to 90"),
    "half a coordinate": (place(longitude=None), "not both"),
    "a match that is no IRI": (actor(LINKED, matches=("Q 7",)), "is not an IRI"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_what_must_not_be_stored_is_refused(fault: str) -> None:
    extraction, says = REFUSED[fault]
    with pytest.raises(MappingError, match=says):
        check_extraction(extraction, IRIS)


@pytest.mark.parametrize(
    "fault",
    [
        "nobody takes part",
        "an unknown status",
        "an unknown act",
        "a confidence above one",
        "no passage",
        "an unknown kind of actor",
        "a latitude beyond the pole",
    ],
)
def test_the_shapes_refuse_it_too(fault: str) -> None:
    quads = extraction_to_quads(REFUSED[fault][0], iris=IRIS, recorded_at=AT)
    assert shacl_faults(quads)


def test_a_red_line_that_no_statement_declares_is_refused() -> None:
    line = part(LINE)
    assert isinstance(line, RedLine)
    conveys = (Conveyed(event=LINE, commitment="asserts"),)
    claims = [
        replace(c, conveys=conveys) if isinstance(c, Statement) else c for c in harbour().claims
    ]
    claims = [replace(c, commitment="asserts") if c.event == LINE else c for c in claims]
    with pytest.raises(MappingError, match="no statement declares"):
        check_extraction(replace(harbour(), claims=tuple(claims)), IRIS)


def test_control_characters_and_direction_marks_are_let_through() -> None:
    check_extraction(article(title="a\x00\u202e\x0b", publisher="\ufeff"), IRIS)
