"""Article -> claims (JSON) -> graph (TriG), whole, for one sample article in each language.

The expected files are read like code: `pytest --update-golden` writes them anew, the diff is
reviewed.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg import demo
from kg.model.document import to_document
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.store.embedded import EmbeddedStore

EXPECTED = Path(__file__).parent / "fixtures" / "golden"
RECORDED = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(params=["deconfliction-talks.en", "baku-meeting.ar"])
def extraction(request: pytest.FixtureRequest) -> tuple[str, Extraction]:
    source = next(s for s in demo.sources() if s.name == f"{request.param}.txt")
    return request.param, extract_article(source, iris=Iris())


def test_the_claims_are_those_expected(
    extraction: tuple[str, Extraction], golden: Callable[[Path, Any], None]
) -> None:
    name, found = extraction
    golden(EXPECTED / f"{name}.json", to_document(found))


def test_the_graph_is_the_one_expected(
    extraction: tuple[str, Extraction], golden: Callable[[Path, Any], None]
) -> None:
    name, found = extraction
    store = EmbeddedStore.in_memory()
    store.put_article(found, at=RECORDED)
    written = b"".join(store.dump("trig"))
    golden(EXPECTED / f"{name}.trig", written)
    quads = set(ox.parse(written, ox.RdfFormat.TRIG))
    assert quads == set(ox.parse((EXPECTED / f"{name}.trig").read_bytes(), ox.RdfFormat.TRIG))


def test_every_quotation_is_the_text_at_its_offsets(extraction: tuple[str, Extraction]) -> None:
    _, found = extraction
    passages = [p for claim in found.claims for p in claim.evidence]
    assert passages
    assert [p for p in passages if found.article.text[p.start : p.end] != p.text] == []
