"""Read a claim sheet: CSV, XLSX or JSON that somebody wrote.

In:  a path or bytes. Out: a `Sheet` whose cells are checked one by one (column, value, number).
Mistakes in cells stay beside the sheet, so that all of them can be told at once with those of what
the cells mean together (kg.extract.sheets). Raises ReadError for a file that is no sheet, or too
large.
Source: RFC 4180.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import SheetError
from kg.model.said import Said
from kg.model.sheet import Mistake, Sheet
from kg.read.encoding import decode_bytes
from kg.read.failing import failed
from kg.read.sheet_json import read_json
from kg.read.sheet_rows import check_count, known_columns, make_sheet

SHEET_SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".json"})
MAX_SHEET_BYTES = 32_000_000
_SAMPLE = 64 * 1024
_SHOWN = 50


def is_sheet_name(name: str) -> bool:
    """True for the name of a file that may be a sheet."""
    return Path(name).suffix.lower() in SHEET_SUFFIXES and "://" not in name


def read_sheet(path: Path, encoding: str | None = None) -> Sheet:
    """Return the sheet in a file. Raises ReadError."""
    name = str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_SHEET_BYTES + 1)
    except FileNotFoundError as error:
        raise failed(name, "%(name)s does not exist. Check the path.") from error
    except OSError as error:
        raise failed(
            name, "%(name)s cannot be read: %(reason)s.", reason=str(error.strerror)
        ) from error
    return parse_sheet(raw, name, path.suffix.lower(), encoding)


def parse_sheet(raw: bytes, name: str, suffix: str, encoding: str | None = None) -> Sheet:
    """Return the sheet in some bytes; `suffix` tells the format. Raises ReadError."""
    if len(raw) > MAX_SHEET_BYTES:
        raise failed(
            name,
            "%(name)s is larger than %(most)s MB. Split it into several sheets.",
            most=MAX_SHEET_BYTES // 1_000_000,
        )
    if suffix == ".xlsx":
        from kg.read.sheet_xlsx import read_xlsx  # openpyxl is slow to load

        return read_xlsx(raw, name)
    decoded = decode_bytes(raw, name, encoding)
    notes = (decoded.doubt,) if decoded.doubt else ()
    if suffix == ".json":
        return read_json(decoded.text, name, notes)
    return _read_csv(decoded.text, name, notes)


def _read_csv(text: str, name: str, notes: tuple[str, ...]) -> Sheet:
    """Read comma, semicolon or tab separated text, whichever splits its first line into columns."""
    if "\0" in text:
        raise failed(name, "%(name)s holds zero bytes; it is no text. Save it as CSV in UTF-8.")
    csv.field_size_limit(MAX_SHEET_BYTES)
    text = re.sub(r"\Asep=(.)\r?\n", "", text)  # a line that Excel writes for itself
    delimiter = _delimiter(text)
    try:
        lines = list(_lines(text, delimiter, name))
    except csv.Error as error:
        raise failed(
            name,
            "%(name)s is not CSV throughout (%(reason)s). Look for a quotation mark that is not "
            "closed.",
            reason=str(error),
        ) from error
    return make_sheet(lines, name, notes)


def _lines(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for number, cells in enumerate(reader, start=1):
        check_count(number, name)
        yield number, cells


def _delimiter(text: str) -> str:
    first = next((line for line in text[:_SAMPLE].splitlines() if line.strip()), "")
    return max(",;\t", key=lambda mark: len(known_columns(first.split(mark))))


def sheet_error(sheet: Sheet, mistakes: Iterable[Mistake]) -> SheetError:
    """Return the error that tells all mistakes, by row."""
    found = sorted(set(mistakes))
    lines = [_head(sheet.name, len(found)), *(_placed(sheet, m) for m in found[:_SHOWN])]
    if len(found) > _SHOWN:
        lines.append(Said("and %(count)s more", count=len(found) - _SHOWN))
    told = tuple((m.row, m.column, m.message) for m in found)
    return SheetError(tuple(lines), source=sheet.name, mistakes=told)


def _head(name: str, count: int) -> str:
    if count == 1:
        return Said("%(name)s has a mistake; nothing of it was stored:", name=name)
    return Said(
        "%(name)s has %(count)s mistakes; nothing of it was stored:", name=name, count=count
    )


def _placed(sheet: Sheet, mistake: Mistake) -> str:
    """Return what is wrong behind its row and column."""
    if not mistake.row:
        return mistake.message
    if not mistake.column:
        return Said("row %(row)s: %(mistake)s", row=mistake.row, mistake=mistake.message)
    at = sheet.letters.get(mistake.column)
    return Said(
        "row %(row)s, column %(column)s: %(mistake)s",
        row=mistake.row,
        column=f"{at} ({mistake.column})" if at else mistake.column,
        mistake=mistake.message,
    )
