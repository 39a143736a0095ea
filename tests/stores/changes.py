"""Changes to the sample article that tests of stores make."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pyoxigraph as ox

from kg.model.article import text_digest
from kg.model.extraction import Extraction
from kg.store.base import GraphStore
from tests.harbour import TALKS
from tests.strategies import AT

LATER = AT + timedelta(hours=1)
STILL_LATER = AT + timedelta(hours=2)


def with_text(extraction: Extraction, added: str) -> Extraction:
    """Return the extraction for the same text with words added behind it."""
    text = extraction.article.text + added
    article = replace(extraction.article, text=text, digest=text_digest(text))
    return replace(extraction, article=article)


def talks_only(extraction: Extraction, **changes: Any) -> Extraction:
    """Return the extraction with the officers' meeting only, changed as said."""
    claims = tuple(replace(c, **changes) for c in extraction.claims if c.iri == TALKS)
    return replace(extraction, claims=claims)


def graph_of(store: GraphStore, graph: str) -> set[ox.Triple]:
    data = b"".join(store.dump("nquads", with_text=True))
    quads = ox.parse(data, format=ox.RdfFormat.N_QUADS)
    return {q.triple for q in quads if q.graph_name == ox.NamedNode(graph)}
