"""What tests of claim sheets share: an article, a row of each kind, sheets made of rows."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.errors import SheetError
from kg.model.extraction import Extraction
from kg.pipeline.sheets import check_sheet, ingest_sheet
from kg.read.sheet import parse_sheet
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import DEFAULT_BASE

ROOT = Path(__file__).parent.parent
AT = datetime(2026, 3, 1, tzinfo=UTC)
LATER = datetime(2026, 3, 2, tzinfo=UTC)
TEXT = (
    "Talks on the port\n\nTurkey warned Greece on Wednesday. Officials met in Vienna.\n\n"
    "A new base would be a red line, the minister said. =1+1 is written on the wall.\n"
)
SOURCE = "https://news.example/port"
ARTICLE = {"type": "article", "article": "port", "source": SOURCE, "language": "en"}
WITH_TEXT = ARTICLE | {"text": TEXT, "published": "2025-04-10", "title": "Talks on the port"}
WARNED = {
    "type": "statement",
    "article": "port",
    "id": "s1",
    "evidence": "Turkey warned Greece on Wednesday.",
    "speaker": "Turkey",
    "act": "warns",
    "addressees": "Greece",
}
MET = {
    "type": "meeting",
    "article": "port",
    "id": "m1",
    "evidence": "Officials met in Vienna.",
    "participants": "Turkey; Greece",
    "place": "Vienna",
    "status": "held",
}
LINE = {
    "type": "redline",
    "article": "port",
    "id": "r1",
    "evidence": "A new base would be a red line",
    "trigger": "A new base",
    "declared_by": "the minister [official, unnamed, of turkey]",
}


def made(*rows: dict[str, object]) -> Extraction:
    """Return what a sheet of these rows claims of its one article."""
    raw = json.dumps([{"evidence": None}, *rows]).encode()
    (found,) = check_sheet(parse_sheet(raw, "claims.json", ".json"), base=DEFAULT_BASE)
    return found


def refused(*rows: dict[str, object]) -> dict[tuple[int, str], str]:
    """Return the mistakes of these rows, by row (from 1) and column."""
    with pytest.raises(SheetError) as caught:
        made(*rows)
    return {(row - 1, column): said for row, column, said in caught.value.mistakes}


def into(store: EmbeddedStore, *rows: dict[str, object], at: datetime = AT) -> list[str]:
    """Put a sheet into a store; return what became of its articles."""
    raw = json.dumps([{"evidence": None}, *rows]).encode()
    reports = ingest_sheet(parse_sheet(raw, "claims.json", ".json"), store, at=at)
    return [report.put.outcome for report in reports]


def quads(store: EmbeddedStore) -> bytes:
    return b"".join(store.dump("nquads", with_text=True))
