"""Read a claim sheet kept in an Excel workbook (.xlsx).

In:  the file's bytes. Out: a `Sheet`. The first visible worksheet with the columns of a claim sheet
is read, the others are told in a note. Formulas are refused, cell by cell: what they would give is
whatever program saved the file last. So are merged cells and cells with an Excel error. Cells that
are dates become ISO days.
A workbook is a zip of XML: its unpacked size is bounded before anything is parsed, and XML with
a document type, and so with entities of its own, is refused.
Raises ReadError.
"""

import io
import logging
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kg.errors import ReadError
from kg.model.said import Said, excerpt
from kg.model.sheet import Mistake, Sheet
from kg.read.failing import failed
from kg.read.sheet_rows import check_count, is_header, letter, make_sheet, not_a_sheet

MAX_UNPACKED_BYTES = 150_000_000
_MAX_PARTS = 2_000
_MAX_COLUMNS = 200
_HEADER_ROWS = 20
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{1,40})"')
_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")  # in UTF-8 and UTF-16
_OVERLAP = 120
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_CHUNK = 256 * 1024
_OLE = b"\xd0\xcf\x11\xe0"
# What openpyxl and the parsers below it raise on broken files: no tree of its own holds them.
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,  # ParseError and lxml's XMLSyntaxError
    KeyError,
    IndexError,
    ValueError,  # defusedxml's refusals too
    TypeError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
)

_log = logging.getLogger(__name__)


def read_xlsx(raw: bytes, name: str) -> Sheet:
    """Return the sheet."""
    if raw.startswith(_OLE):
        raise failed(
            name, "%(name)s is encrypted, or an old .xls. Save it as .xlsx without a password."
        )
    try:
        _check_size(raw, name)
        _check_parts(raw, name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that are not read
            return _read(raw, name)
    except ReadError:
        raise
    except _BROKEN as error:
        _log.info("%s: %s", name, error)
        raise failed(
            name,
            "%(name)s cannot be read as a workbook (%(reason)s). Open it in a spreadsheet and save "
            "it again as .xlsx, or as .csv.",
            reason=type(error).__name__,
        ) from error


def _check_size(raw: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
    if len(parts) > _MAX_PARTS or sum(p.file_size for p in parts) > MAX_UNPACKED_BYTES:
        raise failed(
            name,
            "%(name)s unpacks to more than %(most)s MB. Split it into several sheets, or save it "
            "as .csv.",
            most=MAX_UNPACKED_BYTES // 1_000_000,
        )


def _check_parts(raw: bytes, name: str) -> None:
    """Refuse XML with a document type: no workbook has one, and entities live there."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for part in archive.namelist():
            with archive.open(part) as source:
                tail = b""
                while chunk := source.read(_CHUNK):
                    if _DOCTYPE.search(tail + chunk):
                        raise failed(
                            name,
                            "%(name)s holds a document type in %(part)s, which no spreadsheet "
                            "writes. Save it again from a spreadsheet.",
                            part=excerpt(part),
                        )
                    tail = chunk[-_OVERLAP:]


def _read(raw: bytes, name: str) -> Sheet:
    book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False)
    try:
        notes: list[str] = []
        chosen: Any = None
        for tab in book.worksheets:
            if tab.sheet_state != "visible":
                notes.append(_hidden(name, tab.title))
            elif not _has_header(tab):
                notes.append(_without_claims(name, tab.title))
            elif chosen is None:
                chosen = tab
            else:
                raise failed(
                    name,
                    "%(name)s has claims on two worksheets, '%(one)s' and '%(other)s'. Keep one.",
                    one=excerpt(chosen.title),
                    other=excerpt(tab.title),
                )
        if chosen is None:
            raise not_a_sheet(name)
        return _read_tab(raw, chosen, name, tuple(notes))
    finally:
        book.close()


def _hidden(name: str, tab: str) -> str:
    return Said(
        "%(name)s: the hidden worksheet '%(tab)s' was not read.", name=name, tab=excerpt(tab)
    )


def _without_claims(name: str, tab: str) -> str:
    return Said(
        "%(name)s: the worksheet '%(tab)s' holds no claims; not read.", name=name, tab=excerpt(tab)
    )


def _has_header(tab: Any) -> bool:
    tab.reset_dimensions()  # what the file says of its size may be wrong
    for number, row in enumerate(tab.iter_rows(values_only=True), start=1):
        cells = ["" if value is None else str(value) for value in row[:_MAX_COLUMNS]]
        if any(c.strip() for c in cells):
            return is_header(cells)
        if number >= _HEADER_ROWS:
            break
    return False


def _read_tab(raw: bytes, tab: Any, name: str, notes: tuple[str, ...]) -> Sheet:
    wrong = list(_merged(raw, tab._worksheet_path))  # the only name of its part that openpyxl keeps
    header: list[str] = []
    lines: list[tuple[int, list[str]]] = []
    for number, row in enumerate(tab.iter_rows(), start=1):
        check_count(number, name)
        if len(row) > _MAX_COLUMNS:
            raise failed(
                name,
                "%(name)s has something in column %(column)s of row %(row)s; a claim sheet ends "
                "before column %(end)s. Delete what stands to the right.",
                column=letter(len(row) - 1),
                row=number,
                end=letter(_MAX_COLUMNS),
            )
        cells = [_cell(cell, number, header, wrong) for cell in row]
        if not header and any(cells):
            header = cells
        lines.append((number, cells))
    return make_sheet(lines, name, notes, wrong)


def _cell(cell: Any, number: int, header: list[str], wrong: list[Mistake]) -> str:
    """Return a cell as text; what cannot be read is noted."""
    value = cell.value
    if value is None:
        return ""
    at = f"{letter(cell.column - 1)}{number}"
    if cell.data_type == "f" or not isinstance(value, str | int | float | bool | date | datetime):
        told = Said("cell %(cell)s holds a formula. Write what it gives instead.", cell=at)
        wrong.append(Mistake(number, "", told))
        return ""
    if cell.data_type == "e":
        told = Said(
            "cell %(cell)s holds the error %(error)s. Mend or empty it.", cell=at, error=str(value)
        )
        wrong.append(Mistake(number, "", told))
        return ""
    return _text(value)


def escaped(text: str) -> str:
    """Return text as a workbook can hold it: characters that XML lacks or changes as _xHHHH_."""
    plain = _ESCAPE.sub(lambda m: f"_x005F{m[0]}", text)
    return _UNFIT.sub(lambda m: f"_x{ord(m[0]):04X}_", plain)


def unescaped(text: str) -> str:
    """Return what `escaped` was given."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return unescaped(value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _merged(raw: bytes, part: str) -> Iterator[Mistake]:
    """Yield the merged cells: all but the first of them would read as empty."""
    for reference in _merges(raw, part):
        first = reference.partition(":")[0]
        row = int("".join(c for c in first if c.isdigit()) or 0)
        told = Said(
            "cells %(cells)s are merged. Unmerge them and fill each that is meant.", cells=reference
        )
        yield Mistake(row, "", told)


def _merges(raw: bytes, part: str) -> Iterable[str]:
    found: dict[str, None] = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(part) as source:
        tail = b""
        while chunk := source.read(_CHUNK):
            found |= {m[1].decode("ascii", "replace"): None for m in _MERGED.finditer(tail + chunk)}
            tail = (tail + chunk)[-_OVERLAP:]
    return found
