"""Typed actions: every example of their lexicon is a test; what no row fits stays words."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pyoxigraph as ox
import pytest
from _pytest.mark.structures import ParameterSet

from kg.extract.actions import action_rows, find_action
from kg.extract.cues import load_cues
from kg.extract.mentions import find_mentions
from kg.extract.view import View
from kg.lexicon.loader import read_toml
from kg.mapping.from_rdf import quads_to_extraction
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.article import SourceText
from kg.model.claim import RedLine
from kg.model.day import Day
from kg.model.draft import DraftAction
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import CLT, Language
from ontology import terms_ttl
from tests.reading import sentence


def action_in(text: str, language: Language) -> DraftAction | None:
    one = sentence(text, language)
    view = View(one, find_mentions(one, language), (), load_cues(language))
    return find_action(view, 0, view.size - 1)


def examples() -> Iterator[ParameterSet]:
    for row in read_toml("actions.toml")["action"]:
        for language, rows in row["examples"].items():
            for text, place in rows:
                yield pytest.param(language, row["kind"], text, place, id=f"{row['kind']}-{text}")


@pytest.mark.parametrize(("language", "kind", "text", "place"), list(examples()))
def test_words_name_their_kind_of_action_and_place(
    language: Language, kind: str, text: str, place: str
) -> None:
    found = action_in(text, language)
    assert found is not None
    assert (found.kind, found.place.text if found.place else "") == (kind, place)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("our sovereignty", "en"),
        ("the supply of water", "en"),
        ("a test of patience", "en"),
        ("السيادة الوطنية", "ar"),
        ("اختبار الصبر", "ar"),
    ],
)
def test_words_that_fit_no_row_name_no_action(text: str, language: Language) -> None:
    assert action_in(text, language) is None


def test_every_kind_is_a_term_of_the_ontology_in_four_languages() -> None:
    terms = ox.Store()
    terms.load(terms_ttl().encode(), format=ox.RdfFormat.TURTLE)
    label = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    for row in action_rows("en"):
        node = ox.NamedNode(str(CLT[row.kind]))
        labels = [q.object for q in terms.quads_for_pattern(node, label, None)]
        languages = {o.language for o in labels if isinstance(o, ox.Literal)}
        assert languages == {"ar", "en", "he", "tr"}, row.kind


def red_line(text: str) -> tuple[Extraction, RedLine]:
    source = SourceText(name="x", text=text, language="en", published=Day.parse("2024-05-10"))
    found = extract_article(source, iris=Iris())
    (line,) = [c for c in found.claims if isinstance(c, RedLine)]
    return found, line


def test_a_red_line_has_its_typed_action_with_the_place() -> None:
    _, line = red_line("Turkey warned that a naval base in Djibouti would be a red line.")
    assert line.trigger is not None
    assert "/action/" in line.trigger
    assert (line.trigger_kind, line.trigger_place) == ("BaseBuilding", "Djibouti")


def test_a_red_line_in_other_words_has_no_typed_action() -> None:
    _, line = red_line("Turkey warned that our dignity was a red line.")
    assert (line.trigger, line.trigger_kind, line.trigger_place) == (None, None, None)


def test_the_graph_gives_the_typed_action_back() -> None:
    found, line = red_line("Turkey warned that a naval base in Djibouti would be a red line.")
    recorded = datetime(2024, 5, 10, tzinfo=UTC)
    quads = list(extraction_to_quads(found, iris=Iris(), recorded_at=recorded))
    again = quads_to_extraction(quads, found.article.iri, iris=Iris())
    (line_again,) = [c for c in again.claims if isinstance(c, RedLine)]
    assert line_again.trigger_kind == line.trigger_kind
    assert line_again.trigger_place == line.trigger_place
