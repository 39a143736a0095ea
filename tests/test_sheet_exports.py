"""Claim sheets: exports come back as they were, and the template is a sheet."""

import csv
import io
import json

import pytest

from kg.cli.sheets import Form, sheet_chunks
from kg.errors import ReadError, SheetError
from kg.export.sheet import SheetRows
from kg.export.sheet_template import EXAMPLES, template_rows
from kg.model.sheet import seal_of
from kg.pipeline import ingest
from kg.pipeline.sheets import ingest_sheet
from kg.read.sheet import parse_sheet
from kg.read.text import to_source
from kg.store.embedded import EmbeddedStore
from tests.sheet_rows import AT, LATER, LINE, MET, ROOT, TEXT, WARNED, WITH_TEXT, into, made, quads


def demo(*names: str) -> EmbeddedStore:
    store = EmbeddedStore.in_memory()
    for name in names:
        path = ROOT / name
        ingest(to_source(path.read_bytes(), path.name), store, at=AT)
    return store


ROUND = (
    "kg/demo/army-radio.ar.txt",
    "kg/demo/security-council.en.txt",
    "tests/fixtures/extract/venezuela.en.txt",
    "tests/fixtures/extract/essequibo.tr.txt",
    "tests/fixtures/extract/strait.he.txt",
)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_an_export_with_text_imports_to_the_same_dataset(form: Form) -> None:
    store, again = demo(*ROUND), EmbeddedStore.in_memory()
    raw = b"".join(sheet_chunks(SheetRows(store, None, True), form))
    ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), again, at=AT)
    assert quads(again) == quads(store)
    reports = ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), store, at=LATER)
    assert {r.put.outcome for r in reports} == {"unchanged"}


def test_sheets_made_by_hand_come_back_as_well() -> None:
    store, again = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED | {"time": "on Wednesday"}, MET | {"told_by": "s1"}, LINE)
    raw = b"".join(sheet_chunks(SheetRows(store, None, True), "csv"))
    ingest_sheet(parse_sheet(raw, "x.csv", ".csv"), again, at=AT)
    assert quads(again) == quads(store)


def test_a_row_changed_by_hand_is_no_longer_the_programs() -> None:
    store = demo("kg/demo/security-council.en.txt")
    rows = list(SheetRows(store, None, True))
    changed = next(i for i, r in enumerate(rows) if r["type"] == "statement")
    rows[changed]["act"] = "denies" if rows[changed]["act"] != "denies" else "warns"
    again = EmbeddedStore.in_memory()
    raw = json.dumps({"rows": rows}).encode()
    ingest_sheet(parse_sheet(raw, "x.json", ".json"), again, at=AT)
    found = again.extraction(again.articles()[0].iri).claims
    assert [c.extractor for c in found].count("sheet/1") == 1
    assert seal_of(rows[changed]) != rows[changed]["seal"]


def test_claims_that_fit_are_written_with_those_they_point_to() -> None:
    store = demo("tests/fixtures/extract/venezuela.en.txt")
    found = store.extraction(store.articles()[0].iri)
    part = next(c for c in found.claims if c.under)
    assert part.under is not None
    rows = list(SheetRows(store, frozenset({part.under})))
    assert {r["type"] for r in rows} >= {"article", "statement"}
    ids = {r.get("id") for r in rows}
    assert all(r["told_by"] in ids for r in rows if "told_by" in r)
    raw = json.dumps({"rows": rows}).encode()
    reports = ingest_sheet(parse_sheet(raw, "x.json", ".json"), store, at=LATER)
    assert {r.put.outcome for r in reports} == {"unchanged"}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_of_an_export_is_a_formula_and_words_come_back(form: Form) -> None:
    store = EmbeddedStore.in_memory()
    odd = "'=1+1 is a name"
    rows = (
        WITH_TEXT,
        WARNED | {"evidence": "=1+1 is written on the wall.", "speaker": f"{odd} [person]"},
    )
    into(store, *rows)
    raw = b"".join(sheet_chunks(SheetRows(store, None, True), form))
    if form == "csv":
        cells = [c for line in csv.reader(io.StringIO(raw.decode("utf-8-sig"))) for c in line]
        assert not [c for c in cells if c.startswith(("=", "+", "-", "@"))]
        assert "'=1+1 is written on the wall." in cells
    again = EmbeddedStore.in_memory()
    ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), again, at=AT)
    assert quads(again) == quads(store)


def test_a_long_text_with_odd_line_ends_goes_through_cells() -> None:
    text = TEXT + "Turkey said more. " * 3000 + "\r\nA line.\r\n\tEnd _x0041_.\n"
    for form in ("csv", "xlsx", "json"):
        store, again = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
        into(store, WITH_TEXT | {"text": text}, WARNED)
        raw = b"".join(sheet_chunks(SheetRows(store, None, True), form))
        ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), again, at=AT)
        assert quads(again) == quads(store), form


def test_a_text_that_a_spreadsheet_cut_is_told() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED)
    rows = list(SheetRows(store, None, True))
    rows[0]["text"] = rows[0]["text"][:-20]
    with pytest.raises(SheetError, match="is not the text that was exported"):
        ingest_sheet(
            parse_sheet(json.dumps(rows).encode(), "x.json", ".json"),
            EmbeddedStore.in_memory(),
            at=AT,
        )


# The template


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_template_is_a_sheet_without_rows(form: Form) -> None:
    raw = b"".join(sheet_chunks(template_rows(), form))
    with pytest.raises(ReadError, match="has columns but no rows"):
        parse_sheet(raw, f"x.{form}", f".{form}")


def test_the_examples_of_the_template_are_a_sheet() -> None:
    found = made(*EXAMPLES)
    assert [type(c).__name__ for c in found.claims] == ["Statement", "RedLine", "Meeting"]
    meeting = next(found.meetings)
    assert meeting.commitment == "anticipates"
    assert meeting.time is not None
    assert str(meeting.time.earliest) == "2025-04-14"
