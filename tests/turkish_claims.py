"""The claims of a Turkish text by kind, as its document has them, for tests that name parties."""

from typing import Any

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

WEDNESDAY = Day.parse("2024-05-15")


def claims(text: str, kind: str) -> list[dict[str, Any]]:
    """Return them in the order of the text, which is published on a Wednesday."""
    source = SourceText(name="x", text=text, language="tr", published=WEDNESDAY)
    document = to_document(extract_article(source, iris=Iris()))
    return [claim for claim in document["claims"] if claim["type"] == kind]
