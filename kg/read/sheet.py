"""Read a claim sheet: CSV, XLSX or JSON that somebody wrote.

In:  a path or bytes. Out: a `Sheet` whose cells are checked one by one (column, value, number).
Mistakes in cells stay beside the sheet, so that all of them can be told at once with those of what
the cells mean together (kg.extract.sheet). Raises ReadError for a file that is no sheet, or too
large.
Source: RFC 4180.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import ReadError, SheetError
from kg.model.sheet import Mistake, Sheet
from kg.read.encoding import decode_bytes
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
        raise _error(name, "does not exist. Check the path.") from error
    except OSError as error:
        raise _error(name, f"cannot be read: {error.strerror}.") from error
    return parse_sheet(raw, name, path.suffix.lower(), encoding)


def parse_sheet(raw: bytes, name: str, suffix: str, encoding: str | None = None) -> Sheet:
    """Return the sheet in some bytes; `suffix` tells the format. Raises ReadError."""
    if len(raw) > MAX_SHEET_BYTES:
        raise _error(
            name, f"is larger than {MAX_SHEET_BYTES / 1e6:g} MB. Split it into several sheets."
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
        raise _error(name, "holds zero bytes; it is no text. Save it as CSV in UTF-8.")
    csv.field_size_limit(MAX_SHEET_BYTES)
    text = re.sub(r"\Asep=(.)\r?\n", "", text)  # a line that Excel writes for itself
    delimiter = _delimiter(text)
    try:
        lines = list(_lines(text, delimiter, name))
    except csv.Error as error:
        raise _error(
            name, f"is not CSV throughout: {error}. Look for a quotation mark that is not closed."
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
    count = "a mistake" if len(found) == 1 else f"{len(found)} mistakes"
    lines = [f"{sheet.name} has {count}; nothing of it was stored:"]
    lines += [f"  {_where(sheet, m)}{m.message}" for m in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(f"  and {len(found) - _SHOWN} more")
    told = tuple((m.row, m.column, m.message) for m in found)
    return SheetError("\n".join(lines), source=sheet.name, mistakes=told)


def _where(sheet: Sheet, mistake: Mistake) -> str:
    if not mistake.row:
        return ""
    if not mistake.column:
        return f"row {mistake.row}: "
    at = sheet.letters.get(mistake.column)
    named = f"{at} ({mistake.column})" if at else mistake.column
    return f"row {mistake.row}, column {named}: "


def _error(name: str, reason: str) -> ReadError:
    return ReadError(f"{name} {reason}", source=name)
