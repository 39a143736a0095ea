"""The ontology's files: well made, complete in four languages, true to the code that names them.

Fixtures: crisis.ttl is the data of an invented article.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import get_args

import owlrl
import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg import vocabulary
from kg.model import proposal
from ontology import ontology_ttl, shapes_ttl, terms_ttl

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures" / "ontology"
FILES = {"ontology": ontology_ttl, "terms": terms_ttl, "shapes": shapes_ttl}

CLM = Namespace(str(vocabulary.CLM))
CLT = Namespace(str(vocabulary.CLT))
XSD = Namespace(str(vocabulary.XSD))
ONTOLOGY = URIRef("https://w3id.org/claimline/ns")
WORDS = {
    "en": re.compile(r"[A-Za-z]"),
    "ar": re.compile(r"[\u0621-\u064a]"),
    "tr": re.compile(r"[A-Za-zÇĞİÖŞÜçğıöşü]"),
    "he": re.compile(r"[\u05d0-\u05ea]"),
}


def parse(text: str) -> Graph:
    return Graph().parse(data=text, format="turtle")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return parse(ontology_ttl())


@pytest.fixture(scope="module")
def terms() -> Graph:
    return parse(terms_ttl())


@pytest.fixture(scope="module")
def crisis() -> Graph:
    return parse((FIXTURES / "crisis.ttl").read_text(encoding="utf-8"))


def defined(ontology: Graph) -> set[Node]:
    return {s for s in ontology.subjects(unique=True) if str(s).startswith(str(CLM))}


def local(term: Node) -> str:
    return re.split(r"[#/]", str(term))[-1]


# Each file


@pytest.mark.parametrize("name", FILES)
def test_both_engines_read_the_same_number_of_triples(name: str) -> None:
    text = FILES[name]()
    assert len(list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))) == len(parse(text))


def blocks(text: str) -> list[str]:
    """What blank lines part: the prefixes, comments, subjects."""
    return text.rstrip("\n").split("\n\n")


def turtle_files() -> list[Path]:
    return sorted((ROOT / "ontology").glob("*.ttl")) + sorted(FIXTURES.rglob("*.ttl"))


@pytest.mark.parametrize("path", turtle_files(), ids=lambda p: p.stem)
def test_turtle_declares_sorted_prefixes_and_uses_each(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    prefixes = re.findall(r"^@prefix (\w+): ", blocks(text)[0], re.MULTILINE)
    assert len(prefixes) == blocks(text)[0].count("\n") + 1
    assert prefixes == sorted(prefixes)
    body = re.sub(r'"(?:[^"\\\n]|\\.)*"(?!\^)|<[^>]*>|^#.*$', "", text, flags=re.MULTILINE)
    for prefix in prefixes:
        assert len(re.findall(rf"(?<!\w){prefix}:", body)) > 1, f"{prefix} is not used"


@pytest.mark.parametrize("path", turtle_files(), ids=lambda p: p.stem)
def test_turtle_has_one_blank_line_between_subjects_and_one_block_each(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    subjects = [b.split(" ", 1)[0] for b in blocks(text) if not b.startswith(("@prefix", "#"))]
    assert len(subjects) == len(set(subjects))
    graph = parse(text)
    assert len(subjects) == len(set(graph.subjects()) - bnodes(graph))


def bnodes(graph: Graph) -> set[Node]:
    return {s for s in graph.subjects() if isinstance(s, BNode)}


@pytest.mark.parametrize("name", FILES)
def test_subjects_are_sorted_within_each_section(name: str) -> None:
    for section in FILES[name]().split("\n## ")[1:]:
        subjects = [b.split(" ", 1)[0] for b in blocks(section)[1:] if not b.startswith("#")]
        if name == "terms":
            subjects = subjects[1:]  # the scheme stands first
        assert subjects == sorted(subjects)


def rank(line: str) -> int:
    """Where a line of a subject belongs: labels, comment, origin, example, structure, alignment."""
    predicate, value = line.split()[:2]
    first = ["dct:title rdfs:label skos:prefLabel", "dct:description rdfs:comment skos:definition"]
    for place, predicates in enumerate([*first, "rdfs:isDefinedBy", "skos:example"]):
        if predicate in predicates.split():
            return place
    outside = predicate.startswith("rdfs:sub") and not value.startswith("clm:")
    return 5 if outside or predicate.endswith("Match") else 4


@pytest.mark.parametrize("name", ["ontology", "terms"])
def test_a_subject_tells_type_labels_comment_structure_alignments_in_that_order(name: str) -> None:
    for block in blocks(FILES[name]())[1:]:
        if not block.startswith("#"):
            head, *lines = block.split("\n")
            assert head.split()[1] == "a"
            ranks = [rank(line) for line in lines]
            assert ranks == sorted(ranks), head


# The terms of the ontology


def test_the_ontology_names_its_version_and_licence(ontology: Graph) -> None:
    assert ontology.value(ONTOLOGY, OWL.versionIRI) == URIRef(f"{ONTOLOGY}/0.1.0")
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert (ONTOLOGY, URIRef("http://purl.org/dc/terms/license"), licence) in ontology


def test_the_ontology_is_small(ontology: Graph) -> None:
    core = {"Actor", "Location", "Meeting", "RedLine", "Statement"}
    around = {"Action", "Article", "Claim", "Event", "Passage", "TimeSpan"}
    assert {local(c) for c in ontology.subjects(RDF.type, OWL.Class)} == core | around


def check_words(graph: Graph, term: Node, predicate: URIRef) -> None:
    found = {str(w.language): str(w) for w in graph.objects(term, predicate)}
    assert set(found) == set(WORDS), term
    assert len(list(graph.objects(term, predicate))) == len(WORDS), f"two labels: {term}"
    for language, script in WORDS.items():
        assert script.search(found[language]), f"{term}: not written in {language}"
        assert found[language] == found[language].strip()


def check_sentence(graph: Graph, term: Node, predicate: URIRef) -> None:
    (comment,) = graph.objects(term, predicate)
    assert comment.language == "en"
    assert re.fullmatch(r"[A-Z\"][^.]*(\.\d[^.]*)*\.", str(comment)), f"not one sentence: {term}"


def test_every_term_has_four_labels_comment_origin_and_example(ontology: Graph) -> None:
    for term in defined(ontology):
        check_words(ontology, term, RDFS.label)
        check_sentence(ontology, term, RDFS.comment)
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]
        assert all(e.language == "en" for e in ontology.objects(term, SKOS.example))
        assert (term, SKOS.example, None) in ontology, f"no example: {term}"


def test_every_term_is_a_class_or_a_property_of_one_kind(ontology: Graph) -> None:
    for term in defined(ontology):
        kinds = set(ontology.objects(term, RDF.type))
        assert len(kinds & {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}) == 1, term
        assert local(term)[0].isupper() == (OWL.Class in kinds), term


def test_a_literal_property_says_its_datatype_and_only_that(ontology: Graph) -> None:
    known = {RDF.langString, XSD.boolean, XSD.date, XSD.dateTime, XSD.decimal}
    known |= {XSD.integer, XSD.string}
    for term in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        (datatype,) = ontology.objects(term, RDFS.range)
        assert datatype in known


def test_no_property_of_an_event_is_functional(ontology: Graph) -> None:
    functional = set(ontology.subjects(RDF.type, OWL.FunctionalProperty))
    events = {CLM.Event, *ontology.subjects(RDFS.subClassOf, CLM.Event)}
    assert functional
    assert not {p for p in functional if set(ontology.objects(p, RDFS.domain)) & events}


def test_every_own_term_used_in_the_ontology_is_defined(ontology: Graph) -> None:
    used = {o for o in ontology.objects() if str(o).startswith(str(CLM))}
    assert used - {Literal(str(CLM))} <= defined(ontology)


def test_no_two_terms_of_a_kind_share_a_label(ontology: Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        labels = [
            w for t in ontology.subjects(RDF.type, kind) for w in ontology.objects(t, RDFS.label)
        ]
        assert sorted(labels) == sorted(set(labels))


def test_the_only_blank_nodes_are_the_lists_of_property_chains(ontology: Graph) -> None:
    listed = set(ontology.subjects(RDF.first))
    assert bnodes(ontology) == listed
    heads = set(ontology.objects(None, OWL.propertyChainAxiom))
    assert listed - set(ontology.objects(None, RDF.rest)) == heads


def test_a_reasoner_types_nothing_anew_save_events_and_finds_who_declared_the_red_line(
    ontology: Graph, crisis: Graph
) -> None:
    closure = crisis + ontology
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closure)
    told = set(crisis.subject_objects(RDF.type))
    entailed = set(closure.subject_objects(RDF.type)) - told
    own = {c for s, c in entailed if s in crisis.subjects() and str(c).startswith(str(CLM))}
    assert own == {CLM.Event}
    base = Namespace(vocabulary.DEFAULT_BASE)
    line = base["redline/ships"]
    assert list(closure.objects(line, CLM.declaredBy)) == [base["actor/strait-official"]]
    assert list(closure.objects(line, CLM.declaredTo)) == [base["actor/meridia"]]


# The code lists


def members(terms: Graph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for concept, scheme in terms.subject_objects(SKOS.inScheme):
        found[local(scheme)].add(local(concept))
    return found


def test_the_terms_hold_no_blank_node(terms: Graph) -> None:
    assert not [n for triple in terms for n in triple if isinstance(n, BNode)]


def test_every_concept_and_scheme_has_four_labels_and_a_definition(terms: Graph) -> None:
    for term in set(terms.subjects()):
        check_words(terms, term, SKOS.prefLabel)
        check_sentence(terms, term, SKOS.definition)


def test_every_concept_has_an_example_and_one_scheme_that_exists(terms: Graph) -> None:
    for concept in terms.subjects(RDF.type, SKOS.Concept):
        assert (concept, SKOS.example, None) in terms
        (scheme,) = terms.objects(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in terms


def test_no_two_concepts_of_a_scheme_share_a_label(terms: Graph) -> None:
    for scheme in terms.subjects(RDF.type, SKOS.ConceptScheme):
        concepts = terms.subjects(SKOS.inScheme, scheme)
        labels = [w for c in concepts for w in terms.objects(c, SKOS.prefLabel)]
        assert sorted(labels) == sorted(set(labels))


def test_broader_concepts_stay_in_the_scheme_and_form_no_circle(terms: Graph) -> None:
    for narrow, broad in terms.subject_objects(SKOS.broader):
        assert terms.value(narrow, SKOS.inScheme) == terms.value(broad, SKOS.inScheme)
        assert narrow not in terms.transitive_objects(broad, SKOS.broader)


def test_the_schemes_hold_the_words_of_the_code(terms: Graph) -> None:
    schemes = members(terms)
    assert schemes.pop("actions")
    assert schemes.pop("certainties") == {"certain", "probable", "possible"}
    assert schemes == {
        "speech": {*get_args(vocabulary.SpeechAct), "reports"},
        "statuses": set(get_args(vocabulary.Review)),
        "meetingStatuses": set(get_args(vocabulary.MeetingStatus)),
        "precisions": set(get_args(vocabulary.Precision)),
        "bases": set(get_args(vocabulary.Basis)),
        "extents": set(get_args(vocabulary.Extent)),
        "actorKinds": set(get_args(vocabulary.ActorKind)),
        "tenses": set(get_args(vocabulary.Tense)),
        "reasons": set(get_args(proposal.Reason)),
        "objections": set(get_args(proposal.Objection)),
    }


def test_every_conveyance_of_the_code_is_a_property_that_conveys(ontology: Graph) -> None:
    properties = {local(p) for p in ontology.subjects(RDFS.subPropertyOf, CLM.conveys)}
    assert properties == set(get_args(vocabulary.Conveyance))


# Terms used elsewhere


def named_in_python(text: str) -> set[str]:
    attributes = re.findall(r"\b(CLM|CLT)(?:\.([A-Za-z]\w*)|\[\"([\w-]+)\"\])", text)
    prefixes = {"CLM": str(CLM), "CLT": str(CLT)}
    return {prefixes[p] + (a or b) for p, a, b in attributes if a != "iri"}


def named_in_sparql(text: str) -> set[str]:
    text = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    prefixes = {"clm": str(CLM), "clt": str(CLT)}
    return {prefixes[p] + n for p, n in re.findall(r"\b(clm|clt):([A-Za-z][\w-]*)", text)}


def test_every_term_named_in_code_and_queries_is_defined(ontology: Graph, terms: Graph) -> None:
    known = {str(t) for t in defined(ontology) | set(terms.subjects())}
    for path in [p for house in ("kg", "web") for p in (ROOT / house).rglob("*.[pr][yq]")]:
        text = path.read_text(encoding="utf-8")
        named = named_in_python(text) if path.suffix == ".py" else named_in_sparql(text)
        assert named <= known, f"{path.relative_to(ROOT)}: {sorted(named - known)}"


@pytest.mark.parametrize("name", ["shapes", "crisis", "sample"])
def test_every_own_term_in_shapes_and_fixtures_is_defined(
    name: str, ontology: Graph, terms: Graph
) -> None:
    path = FIXTURES / f"{name}.ttl"
    graph = parse(shapes_ttl() if name == "shapes" else path.read_text(encoding="utf-8"))
    used = {n for triple in graph for n in triple if str(n).startswith((str(CLM), str(CLT)))}
    assert used
    assert used <= defined(ontology) | set(terms.subjects())
