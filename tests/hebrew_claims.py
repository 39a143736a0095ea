"""What a Hebrew text claims, as its document shows it, for tests of one kind of claim."""

from typing import Any

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

WEDNESDAY = Day.parse("2024-05-15")
Met = tuple[list[str], str | None, str, str | None]


def document(text: str) -> dict[str, Any]:
    """Return the document of an article published on that Wednesday."""
    source = SourceText(name="x", text=text, language="he", published=WEDNESDAY)
    return to_document(extract_article(source, iris=Iris()))


def claims(text: str, kind: str) -> list[dict[str, Any]]:
    """Return the claims of a type, in the order of the text."""
    return [claim for claim in document(text)["claims"] if claim["type"] == kind]


def met(text: str) -> list[Met]:
    """Return who met, where, the status and the first day of each meeting."""
    return [
        (c["participants"], c["place"], c["status"], c["time"] and c["time"]["start"])
        for c in claims(text, "meeting")
    ]
