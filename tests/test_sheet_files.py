"""Claim sheets as files: CSV and JSON, however they are written, and what is no sheet."""

import csv
import io

import pytest

from kg.errors import ReadError
from kg.pipeline.sheets import check_sheet
from kg.read.sheet import parse_sheet
from kg.vocabulary import DEFAULT_BASE
from tests.sheet_rows import TEXT, WARNED, WITH_TEXT

# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_however_it_is_parted_and_encoded(delimiter: str, encoding: str) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    names = list(dict.fromkeys([*WITH_TEXT, *WARNED]))
    writer.writerow([name.replace("_", " ").title() for name in names])
    for row in (WITH_TEXT, WARNED):
        writer.writerow([row.get(name, "") for name in names])
    sheet = parse_sheet(buffer.getvalue().encode(encoding), "x.csv", ".csv")
    (found,) = check_sheet(sheet, base=DEFAULT_BASE)
    assert found.article.text == TEXT
    assert len(found.claims) == 1


def test_an_encoding_of_old_may_be_named() -> None:
    row = {
        "type": "article",
        "evidence": "",
        "article": "x",
        "text": "قالت تركيا إنها تحذر اليونان",
    }
    line = ",".join(row) + "\n" + ",".join(row.values()) + "\n"
    sheet = parse_sheet(line.encode("windows-1256"), "x.csv", ".csv", "windows-1256")
    assert sheet.rows[0].get("text") == row["text"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"name,price\na,1\n", "is no claim sheet: it has not the columns type, evidence"),
        (b"", "is no claim sheet"),
        (b"type,evidence,article\n", "has columns but no rows"),
        (b'type,evidence,article\nstatement,"open,x\n', "is not CSV throughout"),
        (b"type,evidence\0,article\n", "zero byte"),
    ],
)
def test_a_csv_that_is_no_sheet_is_told(raw: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        parse_sheet(raw, "x.csv", ".csv")


def test_a_sheet_too_large_is_refused() -> None:
    with pytest.raises(ReadError, match="is larger than 32 MB"):
        parse_sheet(b"type,evidence\n" + b"x" * 50_000_000, "x.csv", ".csv")
    rows = b"statement,x,y\n" * 100_001
    with pytest.raises(ReadError, match="has more than 100,000 rows"):
        parse_sheet(b"type,evidence,article\n" + rows, "x.csv", ".csv")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"article": {}}', "is no claim sheet"),
        (b"[1, 2]", "is no claim sheet"),
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is nested too deeply|is not JSON"),
        (b'[{"type": "statement", "evidence": ["a"]}]', "takes one text"),
        (b'[{"type": "statement", "evidence": "a", "evidnce": "a"}]', "Did you mean evidence"),
    ],
)
def test_json_that_is_no_sheet_is_told(raw: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        check_sheet(parse_sheet(raw, "x.json", ".json"), base=DEFAULT_BASE)
