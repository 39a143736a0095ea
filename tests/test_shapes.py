"""The compiled shapes break where pyshacl says that they break, node by node."""

from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import SH, Graph

from kg.errors import StoreError
from kg.mapping.to_rdf import extraction_to_quads
from kg.store.merged import terms
from kg.store.shapes import Layer, Layers, Shapes, shapes
from ontology import shapes_ttl, terms_ttl
from tests.harbour import harbour
from tests.strategies import AT, IRIS

FIXTURES = Path(__file__).parent / "fixtures" / "ontology"
FAILS = sorted((FIXTURES / "fails").glob("*.ttl"))
CRISIS = (FIXTURES / "crisis.ttl").read_text(encoding="utf-8")


def ours(turtle: str) -> set[tuple[str, str]]:
    layer = Layer({*ox.parse(turtle, format=ox.RdfFormat.TURTLE)})
    data = Layers(layer)
    nodes = {*layer.about, *(o for said in layer.about.values() for v in said.values() for o in v)}
    return {(b.focus, b.shape) for b in shapes().broken(data, nodes)}


def theirs(turtle: str) -> set[tuple[str, str]]:
    data = Graph().parse(data=turtle, format="turtle") + Graph().parse(
        data=terms_ttl(), format="turtle"
    )
    shaped = Graph().parse(data=shapes_ttl(), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shaped)
    return {
        (str(report.value(r, SH.focusNode)), str(report.value(r, SH.sourceShape)).split("#")[1])
        for r in report.objects(None, SH.result)
    }


def test_the_conforming_article_breaks_nothing() -> None:
    assert ours(CRISIS) == set()


@pytest.mark.parametrize("path", FAILS, ids=lambda p: p.stem)
def test_each_shape_breaks_at_the_same_nodes_as_with_pyshacl(path: Path) -> None:
    turtle = CRISIS + path.read_text(encoding="utf-8")
    broken = ours(turtle)
    assert path.stem in {shape for _, shape in broken}
    assert broken == theirs(turtle)


def triples_of_harbour() -> list[ox.Triple]:
    quads = extraction_to_quads(harbour(), iris=IRIS, recorded_at=AT)
    return [quad.triple for quad in quads]


@given(st.data())
@settings(max_examples=12, deadline=None)
def test_a_torn_article_breaks_at_the_same_nodes_as_with_pyshacl(data: st.DataObject) -> None:
    whole = triples_of_harbour()
    left = data.draw(st.sets(st.integers(0, len(whole) - 1), max_size=8))
    turtle = "".join(f"{t} .\n" for n, t in enumerate(whole) if n not in left)
    assert ours(turtle) == theirs(turtle)


def test_a_layer_above_sees_what_stands_below() -> None:
    whole = triples_of_harbour()
    claims = Layer(t for t in whole if "/statement/" in t.subject.value)
    rest = Layer(t for t in whole if "/statement/" not in t.subject.value)
    assert list(shapes().broken(Layers(claims, rest), claims.about)) == []


@pytest.mark.parametrize("constraint", ["sh:xone ( s:A )", "sh:closed true"])
def test_a_constraint_that_is_not_known_is_refused_and_never_passed_over(constraint: str) -> None:
    with pytest.raises(StoreError, match="does not know"):
        Shapes(
            "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <urn:s#> ."
            f"s:X a sh:NodeShape ; sh:targetClass s:C ; {constraint} ."
        )


def test_the_terms_have_their_lists() -> None:
    assert len(terms()) > 100
