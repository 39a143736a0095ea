"""Claims as a table: CSV for spreadsheets, JSON documents, rows for a terminal.

In:  a `Source` with a `Filter`, or one `Extraction`. Out: chunks of bytes (UTF-8), or rows.
One row a claim or part. CSV is RFC 4180; lists are joined by "; ". Articles write what they like,
so a cell that a spreadsheet would take for a formula begins with an apostrophe.
Source: RFC 4180; OWASP, "CSV Injection".
"""

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator

from kg.model.claim import Meeting, RedLine, Statement
from kg.model.extraction import Extraction
from kg.query.dataset import Dataset
from kg.query.documents import documents
from kg.query.filters import Filter
from kg.query.rows import event_rows
from kg.query.snapshot import source_of
from kg.query.source import Source
from kg.query.telling import Telling, kind_of
from kg.query.wording import Words, certainty
from kg.query.words import bare, clean

Cell = str | int | float | None

COLUMNS = (
    "claim",
    "part_of",
    "event",
    "type",
    "commitment",
    "act",
    "speaker",
    "reporters",
    "addressees",
    "participants",
    "mediators",
    "place",
    "venue",
    "status",
    "content",
    "quote",
    "condition",
    "time_text",
    "earliest",
    "latest",
    "precision",
    "extent",
    "basis",
    "offset_first",
    "offset_last",
    "certainty",
    "confidence",
    "rule",
    "extractor",
    "review",
    "evidence",
    "offsets",
    "article",
    "title",
    "publisher",
    "source",
    "language",
    "published",
    "recorded",
)

# What a spreadsheet takes for the beginning of a formula, also in its wide forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # wide forms are meant
_ROWS_A_CHUNK = 500


def claims_of(given: Dataset | Source, chosen: Filter) -> frozenset[str]:
    """Return the IRIs of the claims of record that fit: what narrows an RDF export."""
    return source_of(given).select(chosen).claims()


def csv_chunks(given: Dataset | Source, chosen: Filter, *, marked: bool = False) -> Iterator[bytes]:
    """Yield the CSV: a line of `COLUMNS`, then the claims, article by article, as in the text.

    `marked` begins it with a byte order mark, without which Excel takes UTF-8 for something else.
    """
    if marked:
        yield codecs.BOM_UTF8
    yield _csv([COLUMNS])
    rows: list[tuple[Cell, ...]] = []
    for data, _, tellings in source_of(given).select(chosen).by_article():
        rows += [_row(data, telling) for telling in tellings]
        if len(rows) >= _ROWS_A_CHUNK:
            yield _csv(rows)
            rows.clear()
    if rows:
        yield _csv(rows)


def json_chunks(given: Dataset | Source, chosen: Filter) -> Iterator[bytes]:
    """Yield a JSON list of documents, as `claimline extract --format json` prints them."""
    yield b"["
    for position, document in enumerate(documents(given, chosen)):
        text = json.dumps(document, ensure_ascii=False)
        yield ((",\n" if position else "\n") + text).encode("utf-8")
    yield b"\n]\n"


def claim_rows(
    extraction: Extraction, words: Words
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the claims of one article for a terminal: columns and rows, dated ones first."""
    dataset = Dataset([extraction])
    rows, following = event_rows(dataset, Filter(), words)
    while following is not None:
        more, following = event_rows(dataset, Filter(), words, after=following)
        rows += more
    columns = ("kind", "who", "what", "when")
    return columns, [(r.kind_label, bare(r.who), clean(r.what.text), r.when) for r in rows]


def _csv(rows: Iterable[tuple[Cell, ...]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerows(tuple(_guarded(cell) for cell in row) for row in rows)
    return buffer.getvalue().encode("utf-8")


def _guarded(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _row(dataset: Dataset, telling: Telling) -> tuple[Cell, ...]:
    cells = _common(telling) | _own(dataset, telling) | _time(telling) | _origin(telling)
    return tuple(cells.get(column) for column in COLUMNS)


def _common(telling: Telling) -> dict[str, Cell]:
    claim = telling.claim
    return {
        "claim": claim.iri,
        "part_of": claim.under,
        "event": telling.event,
        "type": kind_of(claim),
        "commitment": claim.commitment,
        "certainty": certainty(claim.confidence),
        "confidence": claim.confidence,
        "rule": claim.rule,
        "extractor": claim.extractor,
        "review": claim.review,
        "evidence": " … ".join(p.text for p in claim.evidence),
        "offsets": "; ".join(f"{p.start}:{p.end}" for p in claim.evidence),
    }


def _own(dataset: Dataset, telling: Telling) -> dict[str, Cell]:
    claim = telling.claim
    found: dict[str, Cell] = {
        "act": telling.act,
        "speaker": _names(dataset, (telling.speaker,)),
        "reporters": _names(dataset, telling.reporters),
        "addressees": _names(dataset, telling.addressees),
        "participants": _names(dataset, telling.participants),
        "mediators": _names(dataset, telling.mediators),
        "place": dataset.entities.places[telling.place].name if telling.place else None,
    }
    match claim:
        case Statement():
            return found | {
                "content": claim.content,
                "quote": claim.quote,
                "condition": claim.condition,
            }
        case Meeting():
            return found | {
                "venue": claim.venue,
                "status": claim.status,
                "content": claim.topic,
            }
        case RedLine():
            return found | {"content": claim.trigger_text}


def _time(telling: Telling) -> dict[str, Cell]:
    time = telling.claim.time
    if time is None:
        return {}
    first, last = time.offset_days or (None, None)
    return {
        "time_text": time.text,
        "earliest": str(time.earliest) if time.earliest else None,
        "latest": str(time.latest) if time.latest else None,
        "precision": time.precision,
        "extent": time.extent,
        "basis": time.basis,
        "offset_first": first,
        "offset_last": last,
    }


def _origin(telling: Telling) -> dict[str, Cell]:
    article = telling.article
    return {
        "article": article.iri,
        "title": article.title,
        "publisher": article.publisher,
        "source": article.source,
        "language": article.language,
        "published": str(article.published) if article.published else None,
        "recorded": telling.view.recorded.get(telling.record.iri),
    }


def _names(dataset: Dataset, iris: tuple[str | None, ...]) -> str | None:
    names = [dataset.entities.actors[iri].name for iri in iris if iri is not None]
    return "; ".join(names) or None
