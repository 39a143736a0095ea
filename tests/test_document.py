"""The JSON of an article: exactly its keys, and back again."""

import json

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import from_document, to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

TEXT = (
    "The French foreign ministry said on Thursday that French and German officials met in Vienna "
    "on Wednesday.\n\n“Any attack on the port will be a red line,” an official told Germany.\n"
)
COMMON = {
    *("type", "iri", "event", "as", "evidence", "cues", "time", "confidence", "extractor", "rule"),
    *("carried_speaker", "review"),
}
OWN = {
    "statement": {
        *("speaker", "via", "act", "addressees", "content", "quote", "condition", "about"),
        *("said_at", "conveys"),
    },
    "meeting": {
        *("participants", "incomplete", "mediators", "place", "venue", "status", "topic", "under")
    },
    "redline": {
        *(
            "declared_by",
            "declared_to",
            "via",
            "trigger_text",
            "trigger",
            "trigger_kind",
            "trigger_place",
            "said_at",
            "under",
        )
    },
}


def document() -> dict[str, object]:
    source = SourceText(name="x", text=TEXT, language="en", published=Day.parse("2025-03-06"))
    return to_document(extract_article(source, iris=Iris()))


def test_claims_have_exactly_the_documented_keys() -> None:
    claims = json.loads(json.dumps(document()))["claims"]
    assert {c["type"] for c in claims} == {"statement", "meeting", "redline"}
    for claim in claims:
        assert set(claim) == COMMON | OWN[claim["type"]]


def test_names_in_claims_are_names_that_are_listed() -> None:
    found = json.loads(json.dumps(document()))
    names = [e["name"] for e in found["actors"] + found["locations"]]
    assert len(names) == len(set(names))
    for claim in found["claims"]:
        named = [claim.get("speaker"), claim.get("place"), claim.get("declared_by")]
        for key in ("via", "addressees", "participants", "mediators", "declared_to"):
            named += claim.get(key, [])
        assert set(named) - {None, "unresolved"} <= set(names)


def test_a_document_read_back_is_written_the_same() -> None:
    once = document()
    assert to_document(from_document(once, TEXT)) == once


def test_a_linked_place_without_coordinates_stays_linked() -> None:
    found = from_document(document(), TEXT)
    (vienna,) = (p for p in found.locations if p.name == "Vienna")
    assert vienna.linked
