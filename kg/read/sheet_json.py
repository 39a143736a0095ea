"""Read a claim sheet written as JSON: a list of objects, or an object with such a list in "rows".

Keys are the columns; a value is a text, a number, or for columns that hold several a list of texts.
In:  JSON text. Out: a `Sheet`; rows are counted from 1. Raises ReadError.
"""

import json
from typing import Any

from kg.model.said import Said
from kg.model.sheet import BY_NAME, Mistake, Sheet, SheetRow, join_list
from kg.read.failing import failed
from kg.read.sheet_rows import check_count, column_name, finished, not_a_sheet, unknown_column


def read_json(text: str, name: str, notes: tuple[str, ...]) -> Sheet:
    """Return the sheet."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise failed(name, "%(name)s is not JSON: %(reason)s.", reason=str(error)) from error
    except RecursionError as error:
        raise failed(name, "%(name)s is nested too deeply to be a claim sheet.") from error
    rows = found.get("rows") if isinstance(found, dict) else found
    if not isinstance(rows, list) or not rows or not _looks_right(rows):
        raise not_a_sheet(name)
    check_count(len(rows), name)
    kept: list[SheetRow] = []
    wrong: list[Mistake] = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            wrong.append(Mistake(number, "", Said("is no object with columns.")))
            continue
        cells, more = _cells(number, row)
        wrong += more
        if cells and not cells.get("type", "").startswith("#"):
            kept.append(SheetRow(number=number, cells=cells))
    return finished(kept, name, {}, notes, wrong)


def _looks_right(rows: list[Any]) -> bool:
    named = {column_name(k) for row in rows if isinstance(row, dict) for k in row}
    return {"type", "evidence"} <= named


def _cells(number: int, row: dict[str, Any]) -> tuple[dict[str, str], list[Mistake]]:
    cells: dict[str, str] = {}
    wrong: list[Mistake] = []
    for key, value in row.items():
        name = column_name(key)
        if name not in BY_NAME:
            wrong.append(Mistake(number, "", unknown_column(key)))
            continue
        said = _said(name, value)
        if said is None:
            wrong.append(Mistake(number, name, _unfit(name)))
        elif said.strip() and name != "note":
            cells[name] = said if name == "text" else said.strip(" \t\r\n")
    return cells, wrong


def _said(name: str, value: Any) -> str | None:
    """Return a value as a cell; None for one that does not fit the column."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list) and BY_NAME[name].many and all(isinstance(v, str) for v in value):
        return join_list(value)
    return None


def _unfit(name: str) -> str:
    many = BY_NAME[name].many
    return Said("takes a text or a list of texts.") if many else Said("takes one text.")
