"""A claim sheet as an Excel workbook: every cell is text, choices come as lists to pick from.

In:  rows of cells, and for the template comment rows in front. Out: the bytes of an .xlsx file.
Source: ECMA-376 part 1, 22.9.2.19 (characters that XML lacks are written as _xHHHH_).
"""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kg.export.sheet import HEADER, Cells, guarded
from kg.model.sheet import COLUMNS
from kg.read.sheet_xlsx import escaped

_WIDE = frozenset({"evidence", "content", "text", "title", "trigger"})
_LAST_CHECKED = 5_000
_CHUNK = 64 * 1024
_MOST_LISTED = 250  # characters of a list in a cell's validation


def xlsx_chunks(rows: Iterable[Cells]) -> Iterator[bytes]:
    """Yield the workbook piece by piece; rows are written to a temporary file as they come."""
    book = Workbook(write_only=True)
    tab = book.create_sheet("claims")
    tab.freeze_panes = "B2"
    for position, column in enumerate(COLUMNS, start=1):
        wide = column.name in _WIDE
        tab.column_dimensions[get_column_letter(position)].width = 60 if wide else 18
        if column.values and len(",".join(column.values)) < _MOST_LISTED:
            choice = DataValidation(
                "list", formula1=f'"{",".join(column.values)}"', allow_blank=True
            )
            letter = get_column_letter(position)
            choice.add(f"{letter}2:{letter}{_LAST_CHECKED}")
            tab.data_validations.append(choice)
    tab.append([_cell(tab, name, bold=True) for name in HEADER])
    for cells in rows:
        comment = cells.get("type", "").startswith("#")
        tab.append([_cell(tab, guarded(cells.get(n, "")), grey=comment) for n in HEADER])
    _explain(book)
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk


def _explain(book: Workbook) -> None:
    tab = book.create_sheet("columns")
    tab.column_dimensions["A"].width, tab.column_dimensions["C"].width = 20, 120
    tab.append([_cell(tab, name, bold=True) for name in ("column", "rows", "what it holds")])
    for column in COLUMNS:
        tab.append([_cell(tab, t) for t in (column.name, ", ".join(column.kinds), column.help)])


def _cell(tab: Any, text: str, *, bold: bool = False, grey: bool = False) -> Any:
    if not text:
        return None
    cell = WriteOnlyCell(tab)
    cell.value = escaped(text)
    cell.data_type = "s"  # never a formula, whatever it begins with
    cell.number_format = "@"
    cell.alignment = Alignment(vertical="top", wrap_text=not bold)
    if bold:
        cell.font = Font(bold=True)
    if grey:
        cell.fill = PatternFill("solid", fgColor="EEEEEE")
    return cell
