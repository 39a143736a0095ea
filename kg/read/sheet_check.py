"""Check the cells of a claim sheet one by one: is this column for this row, is its value allowed.

In:  rows. Out: mistakes, each with row, column and what may stand there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from kg.model.day import Day
from kg.model.notes import NO_DAY_OF_CALENDAR
from kg.model.said import Said, excerpt
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
            told = Said(
                "'%(name)s' is the id of row %(row)s already.", name=excerpt(name), row=ids[name]
            )
            yield Mistake(row.number, "id", told)


def _check_row(row: SheetRow) -> Iterator[Mistake]:
    if row.kind not in ROW_KINDS:
        yield Mistake(row.number, "type", _none_of(row.kind, ROW_KINDS))
        return
    for name in _NEEDED[row.kind]:
        if not row.get(name):
            yield Mistake(row.number, name, _missing(BY_NAME[name]))
    if not row.get("article") and not row.get("source"):
        told = Said("is empty: which article? Name it, or its source.")
        yield Mistake(row.number, "article", told)
    for name in row.cells:
        if row.kind not in BY_NAME[name].kinds:
            yield Mistake(row.number, name, _for_others(row, BY_NAME[name]))
        else:
            yield from _check_cell(row, BY_NAME[name])


def _for_others(row: SheetRow, column: Column) -> str:
    own = (c.name for c in COLUMNS if row.kind in c.kinds and not c.program)
    return Said(
        "is for rows of type %(fits)s; this one is of type %(type)s, which has %(columns)s.",
        fits=", ".join(column.kinds),
        type=row.kind,
        columns=", ".join(own),
    )


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
        told = Said("'%(cell)s' is not like 12-80; leave it to the program.", cell=excerpt(cell))
        yield Mistake(row.number, column.name, told)


def _wrong_day(cell: str) -> str | None:
    if _SERIAL.fullmatch(cell):
        told = _EXCEL_DAY_ZERO + timedelta(days=int(float(cell)))
        return Said(
            "%(cell)s may be Excel's number for %(day)s. Write the day as %(day)s.",
            cell=cell,
            day=str(told),
        )
    try:
        Day.parse(cell)
    except ValueError:
        return Said(NO_DAY_OF_CALENDAR, value=excerpt(cell))
    return None


def _wrong_number(cell: str, name: str) -> str | None:
    try:
        number = float(cell)
    except ValueError:
        number = float("nan")
    if name == "confidence":
        fits = 0 <= number <= 1
        return None if fits else Said("'%(cell)s' is no number from 0 to 1.", cell=excerpt(cell))
    least = 1 if name == "nth" else -10_000_000
    whole = number == number and abs(number) <= 10_000_000 and number == int(number)
    if whole and number >= least:
        return None
    return Said("'%(cell)s' is no whole number that fits.", cell=excerpt(cell))


def _none_of(cell: str, allowed: Iterable[str]) -> str:
    listed = ", ".join(allowed)
    if not cell:
        return Said("is empty; it is one of %(allowed)s.", allowed=listed)
    return Said("'%(cell)s' is none of %(allowed)s.", cell=excerpt(cell), allowed=listed)


def _missing(column: Column) -> str:
    if column.kind == "choice":
        return _none_of("", column.values)
    return Said("is empty. %(help)s.", help=column.help)
