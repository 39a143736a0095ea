"""The meetings that an English sentence claims, for tests of what claims none."""

from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.iri import Iris
from kg.pipeline import extract_article


def meetings(text: str) -> list[Meeting]:
    """Return them in the order of the text."""
    source = SourceText(name="x", text=text, language="en")
    claims = extract_article(source, iris=Iris()).claims
    return [c for c in claims if isinstance(c, Meeting)]
