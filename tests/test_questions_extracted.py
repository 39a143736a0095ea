"""Competency questions asked of what the extractor finds in a sample article.

Not asked: what needs typed actions or two articles (disputed, inside-place, breach-candidates …).
The same article by hand: test_questions.py. When extraction changes, --update-golden rewrites the
answers; the diff is reviewed like code.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kg import demo
from kg.model.claim import Meeting, RedLine, Statement, reporter_iri
from kg.model.extraction import Extraction
from kg.pipeline import ingest
from kg.store.embedded import EmbeddedStore
from tests.question_store import FOLDER, ask


@pytest.fixture(scope="module")
def found() -> Iterator[tuple[EmbeddedStore, dict[str, str]]]:
    """Return a store with the extracted article, and readable names for its hashed IRIs."""
    source = next(s for s in demo.sources() if s.name == "deconfliction-talks.en.txt")
    with closing(EmbeddedStore.in_memory()) as store:
        report = ingest(source, store, at=datetime(2025, 4, 11, 8, tzinfo=UTC))
        yield store, _names(report.extraction)


def _names(extraction: Extraction) -> dict[str, str]:
    """Name claims and events by the offsets of their first evidence, local actors by their name."""
    kinds = {Statement: "statement", Meeting: "meeting", RedLine: "redline"}
    names = {a.iri: f'"{a.name}"' for a in extraction.actors if not a.linked}
    names[extraction.article.iri] = "article"
    for claim in extraction.claims:
        where = f"{claim.evidence[0].start}-{claim.evidence[0].end}"
        names[claim.event] = f"{kinds[type(claim)]} {where}"
        names.setdefault(claim.iri, f"claim {where}")
        for n, reporter in enumerate(getattr(claim, "via", ()), start=1):
            names[reporter_iri(claim.event, n)] = f"report by {reporter} of {where}"
    return names


@pytest.mark.parametrize(
    "question",
    ["who-met", "red-lines", "attribution-chain", "own-voice", "unnamed-sources", "undated"],
)
def test_the_extractor_answers_as_written_down(
    question: str,
    found: tuple[EmbeddedStore, dict[str, str]],
    golden: Callable[[Path, Any], None],
) -> None:
    store, names = found
    golden(FOLDER / "answers" / "extracted" / f"{question}.txt", ask(store, question, names=names))


def test_the_chain_found_leads_through_the_radio_to_the_unnamed_official(
    found: tuple[EmbeddedStore, dict[str, str]],
) -> None:
    store, names = found
    rows = [line.split(" | ") for line in ask(store, "attribution-chain", names=names).splitlines()]
    hops = {row[3]: (row[5], row[6]) for row in rows[1:]}
    assert hops["1"][0] == "clt:reports"
    assert "army-radio" in hops["1"][1]
    assert hops["2"] == ("clt:warns", '"Israeli military official"')
