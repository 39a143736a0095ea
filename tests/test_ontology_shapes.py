"""The shapes: what they catch, what they let pass, and what they say to an editor.

Fixtures: crisis.ttl meets every shape; fails/<Shape>.ttl adds to it and breaks that shape alone.
"""

import re
from collections import defaultdict
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, Namespace
from rdflib.term import Node

from ontology import shapes_ttl, terms_ttl

FIXTURES = Path(__file__).parent / "fixtures" / "ontology"
FAILS = sorted((FIXTURES / "fails").glob("*.ttl"))
SHAPES = Namespace("https://w3id.org/claimline/shapes#")


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(data=terms_ttl(), format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=shapes_ttl(), format="turtle")


def local(shape: Node | None) -> str:
    return str(shape).removeprefix(str(SHAPES))


def report(data: Graph, shapes: Graph) -> dict[str, list[str]]:
    """Validate, and return the messages of each broken shape by its local name."""
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes)
    broken: dict[str, list[str]] = defaultdict(list)
    for result in results.objects(None, SH.result):
        messages = [str(m) for m in results.objects(result, SH.resultMessage)]
        broken[local(results.value(result, SH.sourceShape))] += messages
    return broken


def crisis(terms: Graph, more: str = "") -> Graph:
    """The conforming article with the terms and, behind the same prefixes, more triples."""
    text = (FIXTURES / "crisis.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text + more, format="turtle") + terms


def with_message(shapes: Graph) -> dict[str, Node]:
    return {local(s): s for s in shapes.subjects(SH.message)}


def test_every_property_shape_has_an_iri_and_a_message_in_english_and_arabic(shapes: Graph) -> None:
    shaped = with_message(shapes)
    assert set(shapes.subjects(RDF.type, SH.PropertyShape)) <= set(shaped.values())
    for shape in shaped.values():
        messages = {str(m.language): str(m) for m in shapes.objects(shape, SH.message)}
        assert set(messages) == {"en", "ar"}, shape
        assert re.search(r"[\u0621-\u064a]", messages["ar"])
        assert all(m.endswith(".") for m in messages.values()), shape


def test_every_property_shape_is_used_by_a_node_shape(shapes: Graph) -> None:
    used = set(shapes.objects(None, SH.property))
    assert set(shapes.subjects(RDF.type, SH.PropertyShape)) <= used


def test_the_conforming_article_conforms(shapes: Graph, terms: Graph) -> None:
    assert report(crisis(terms), shapes) == {}


def test_the_quotes_of_the_conforming_article_stand_at_their_offsets(terms: Graph) -> None:
    text = (FIXTURES / "crisis.en.txt").read_text(encoding="utf-8")
    query = """SELECT ?start ?end ?exact { ?p oa:hasSelector ?quote , ?position .
      ?quote oa:exact ?exact . ?position oa:start ?start ; oa:end ?end }"""
    rows = list(crisis(terms).query(query))
    assert len(rows) == 6
    for start, end, exact in rows:
        assert text[int(start) : int(end)] == str(exact)


def test_every_shape_with_a_message_has_its_failing_fixture(shapes: Graph) -> None:
    assert {p.stem for p in FAILS} == set(with_message(shapes))


@pytest.mark.parametrize("path", FAILS, ids=lambda p: p.stem)
def test_a_failing_fixture_breaks_its_own_shape_alone_and_says_so(
    path: Path, shapes: Graph, terms: Graph
) -> None:
    broken = report(crisis(terms, path.read_text(encoding="utf-8")), shapes)
    assert list(broken) == [path.stem]
    wanted = {str(m) for m in shapes.objects(SHAPES[path.stem], SH.message)}
    assert set(broken[path.stem]) == wanted


TIME = "<https://w3id.org/claimline/id/claim/denied#time-2> a clm:TimeSpan ; clm:basis clt:explicit"
POSITION = "passage:broken a oa:TextPositionSelector"
CLAIM = """claim:two a clm:Claim ; clm:article article:strait ; clm:passage passage:denied-1 ;
  clm:recordedAt "2031-07-15T09:30:00Z"^^xsd:dateTime ; """


@pytest.mark.parametrize(
    "more",
    [
        "claim:announced clm:status clt:accepted .",
        f'{TIME} ; clm:earliest "-0044-03-15"^^xsd:date ; clm:latest "12025-01-01"^^xsd:date .',
        f'{TIME} ; clm:earliest "0000-01-01"^^xsd:date .',
        f'{TIME} ; clm:offsetDays "1/7" .',
        f"{CLAIM} clm:asserts statement:second . statement:second a clm:Statement ;"
        ' clm:kind clt:asserts ; clm:restates redline:old . redline:old a clm:RedLine ;'
        ' clm:triggerText "any survey"@en .',
        "statement:warned clm:asserts meeting:sael , action:voyage .",
    ],
    ids=[
        "a status from the merged graph",
        "years before 1 and after 9999",
        "the year 0",
        "an offset ahead",
        "a red line known from its restatement",
        "a statement that conveys three things",
    ],
)  # fmt: skip
def test_shapes_accept(more: str, shapes: Graph, terms: Graph) -> None:
    assert report(crisis(terms, more), shapes) == {}


@pytest.mark.parametrize(
    ("more", "shape"),
    [
        (f"{CLAIM} clm:asserts meeting:sael ; clm:denies action:voyage .", "ClaimConveys"),
        (f"{CLAIM} clm:asserts place:sael .", "ClaimConveysWhat"),
        ("claim:denied clm:article article:other .", "ClaimArticle"),
        ("claim:denied clm:confidence 0.8 .", "Confidence"),
        ("meeting:empty a clm:Meeting .", "MeetingParticipant"),
        ("statement:mute a clm:Statement .", "StatementKind"),
        ("statement:denied clm:kind clt:held .", "StatementKind"),
        (f'{TIME} ; clm:latest "2031-7-5"^^xsd:date .', "TimeLatest"),
        (f'{TIME} ; clm:latest "2031-07-05"@en .', "TimeLatest"),
        (f'{TIME} ; clm:latest "2031-07-05T00:00:00Z"^^xsd:dateTime .', "TimeLatest"),
        (f"{CLAIM} clm:declares redline:own . redline:own a clm:RedLine ;"
         ' clm:triggerText "any survey"@en .', "RedLineDeclared"),
        ("place:tovan wgs:long 181 .", "LocationLongitude"),
        ('article:new a clm:Article ; schema:datePublished "2031-07-15" .', "ArticlePublished"),
        ('article:strait schema:inLanguage "ar" .', "ArticleLanguage"),
        (f"{POSITION} ; oa:start 5 ; oa:end 5 .", "PositionOrder"),
        (f"{POSITION} ; oa:start 5 , 6 ; oa:end 9 .", "PositionStart"),
        ("passage:denied-1 oa:hasSelector passage:denied-2 . passage:denied-2 a"
         " oa:TextQuoteSelector ; oa:exact \"We\"@en .", "PassageQuote"),
        ("actor:nobody a clm:Actor ; rdfs:label \"nobody\" .", "ActorKind"),
    ],
)  # fmt: skip
def test_shapes_refuse(more: str, shape: str, shapes: Graph, terms: Graph) -> None:
    assert shape in report(crisis(terms, more), shapes)


def test_a_meeting_of_one_is_a_warning_not_a_violation(shapes: Graph, terms: Graph) -> None:
    more = (FIXTURES / "fails" / "MeetingTwoParticipants.ttl").read_text(encoding="utf-8")
    data = crisis(terms, more)
    assert pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True)[0]
    assert not pyshacl.validate(data, shacl_graph=shapes)[0]
