"""The JSON-LD context: it names every term of the data and types its values as the ontology does.

Fixtures: sample.jsonld under the context says what sample.ttl says.
"""

import json
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, Dataset, Graph, Literal, Namespace
from rdflib.term import Node

from kg import vocabulary
from ontology import context_json, ontology_ttl, terms_ttl

FIXTURES = Path(__file__).parent / "fixtures" / "ontology"
CLM = Namespace(str(vocabulary.CLM))
XSD = Namespace(str(vocabulary.XSD))


def parse(text: str) -> Graph:
    return Graph().parse(data=text, format="turtle")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return parse(ontology_ttl())


def defined(ontology: Graph) -> set[Node]:
    return {s for s in ontology.subjects(unique=True) if str(s).startswith(str(CLM))}


def local(term: Node) -> str:
    return str(term).removeprefix(str(CLM))


def context() -> dict[str, Any]:
    document = context_json()
    assert list(document) == ["@context"]
    return dict(document["@context"])


def expand(iri: str) -> str:
    prefix, name = iri.split(":", 1)
    return f"{context()[prefix]}{name}"


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_the_context_expands_to_the_same_triples_in_both_engines() -> None:
    sample = json.loads((FIXTURES / "sample.jsonld").read_text(encoding="utf-8"))
    text = json.dumps(context_json() | sample)
    expected = (FIXTURES / "sample.ttl").read_text(encoding="utf-8")

    quads = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.JSON_LD)
    triples = pyoxigraph.parse(expected, format=pyoxigraph.RdfFormat.TURTLE)
    assert {str(q) for q in quads} == {str(t) for t in triples}

    read = Dataset().parse(data=text, format="json-ld")
    plain = parse(expected)
    assert {(s, p, _lexical(o)) for s, p, o, _ in read.quads()} == {
        (s, p, _lexical(o)) for s, p, o in plain
    }


def _lexical(term: Node) -> Node | tuple[str, str | None, str | None]:
    """rdflib holds "a" and "a"^^xsd:string unequal, though RDF 1.1 says they are one."""
    if not isinstance(term, Literal):
        return term
    return str(term), term.language, str(term.datatype or XSD.string)


def test_the_context_names_every_class_and_property_by_its_local_name(ontology: Graph) -> None:
    for term in defined(ontology):
        entry = context()[local(term)]
        iri = entry["@id"] if isinstance(entry, dict) else str(entry)
        assert expand(iri) == str(term)


def test_the_context_coerces_each_property_as_the_ontology_types_it(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.ObjectProperty):
        assert context()[local(term)]["@type"] == "@id"
    for term in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        entry, datatype = context()[local(term)], ontology.value(term, RDFS.range)
        if datatype == RDF.langString:
            assert entry["@container"] == "@language"
        else:
            assert expand(entry["@type"]) == str(datatype)


def test_the_context_names_every_property_and_class_of_the_data() -> None:
    entries = [e["@id"] if isinstance(e, dict) else e for e in context().values() if e != 1.1]
    named = {expand(str(e)) for e in entries if ":" in str(e) and "//" not in str(e)}
    data = parse((FIXTURES / "crisis.ttl").read_text(encoding="utf-8")) + parse(terms_ttl())
    used = set(data.predicates()) | set(data.objects(None, RDF.type))
    assert {str(u) for u in used} - {str(RDF.type)} <= named


def test_the_context_names_nothing_of_ours_that_is_not_defined(ontology: Graph) -> None:
    known = {str(t) for t in defined(ontology)}
    for name, entry in context().items():
        iri = entry["@id"] if isinstance(entry, dict) else str(entry)
        if iri.startswith("clm:"):
            assert expand(iri) in known, name
