"""Check the cells of a claim sheet one by one: is this column for this row, is its value allowed.

In:  rows. Out: mistakes, each with row, column and what may stand there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from kg.model.day import Day
from kg.model.sheet import (
    BY_NAME,
    COLUMNS,
    LINE_STANCES,
    MEETING_STANCES,
    ROW_KINDS,
    Column,
    Mistake,
    SheetRow,
)

_NEEDED = {
    "statement": ("evidence", "speaker", "act"),
    "meeting": ("evidence", "participants", "status"),
    "redline": ("evidence", "trigger"),
    "article": (),
    "text": ("text",),
}
_OFFSETS = re.compile(r"\d+-\d+(?:[ ;,]+\d+-\d+)*")
_PLACED = ("offsets", "cues", "trigger_at")
_SERIAL = re.compile(r"[34]\d{4}(?:\.0+)?")  # 1982 to 2036, as Excel counts days
_EXCEL_DAY_ZERO = date(1899, 12, 30)


def check_rows(rows: Sequence[SheetRow]) -> Iterator[Mistake]:
    """Yield what is wrong with the cells."""
    ids: dict[str, int] = {}
    for row in rows:
        yield from _check_row(row)
        if (name := row.get("id")) and ids.setdefault(name, row.number) != row.number:
            yield Mistake(row.number, "id", f"{name!r} is the id of row {ids[name]} already.")


def _check_row(row: SheetRow) -> Iterator[Mistake]:
    if row.kind not in ROW_KINDS:
        yield Mistake(row.number, "type", _none_of(row.kind, ROW_KINDS))
        return
    for name in _NEEDED[row.kind]:
        if not row.get(name):
            yield Mistake(row.number, name, _missing(BY_NAME[name]))
    if not row.get("article") and not row.get("source"):
        yield Mistake(row.number, "article", "is empty: which article? Name it, or its source.")
    for name in row.cells:
        if row.kind not in BY_NAME[name].kinds:
            own = (c.name for c in COLUMNS if row.kind in c.kinds and not c.program)
            fits = ", ".join(BY_NAME[name].kinds)
            yield Mistake(
                row.number,
                name,
                f"is for rows of type {fits}; this is a {row.kind}, which has {', '.join(own)}.",
            )
        else:
            yield from _check_cell(row, BY_NAME[name])


def _check_cell(row: SheetRow, column: Column) -> Iterator[Mistake]:
    cell = row.get(column.name)
    if column.kind == "choice":
        allowed: Iterable[str] = column.values
        if column.name == "commitment":
            allowed = MEETING_STANCES if row.kind == "meeting" else LINE_STANCES
        if cell not in allowed:
            yield Mistake(row.number, column.name, _none_of(cell, allowed))
    elif column.kind == "day":
        if reason := _wrong_day(cell):
            yield Mistake(row.number, column.name, reason)
    elif column.kind == "number":
        if reason := _wrong_number(cell, column.name):
            yield Mistake(row.number, column.name, reason)
    elif column.name in _PLACED and not _OFFSETS.fullmatch(cell):
        yield Mistake(
            row.number, column.name, f"{cell[:60]!r} is not like 12-80; leave it to the program."
        )


def _wrong_day(cell: str) -> str | None:
    if _SERIAL.fullmatch(cell):
        told = _EXCEL_DAY_ZERO + timedelta(days=int(float(cell)))
        return f"{cell} may be Excel's number for {told}. Write the day as {told}."
    try:
        Day.parse(cell)
    except ValueError as error:
        return f"{error}."
    return None


def _wrong_number(cell: str, name: str) -> str | None:
    try:
        number = float(cell)
    except ValueError:
        number = float("nan")
    if name == "confidence":
        return None if 0 <= number <= 1 else f"{cell[:60]!r} is no number from 0 to 1."
    least = 1 if name == "nth" else -10_000_000
    whole = number == number and abs(number) <= 10_000_000 and number == int(number)
    return None if whole and number >= least else f"{cell[:60]!r} is no whole number that fits."


def _none_of(cell: str, allowed: Iterable[str]) -> str:
    said = f"{cell[:60]!r} is none of" if cell else "is empty; it is one of"
    return f"{said} {', '.join(allowed)}."


def _missing(column: Column) -> str:
    return f"is empty. {column.help}."
