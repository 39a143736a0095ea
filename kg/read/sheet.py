"""Read a claim sheet: CSV, XLSX or JSON that somebody wrote.

In:  a path or bytes. Out: a `Sheet` whose cells are checked one by one (column, value, number).
Mistakes in cells stay beside the sheet, so that all of them can be told at once with those of what
the cells mean together (kg.extract.sheet). Raises ReadError for a file that is no sheet, or too
large.
Source: RFC 4180; for cells that begin with an apostrophe, OWASP "CSV Injection".
"""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kg.errors import ReadError, SheetError
from kg.model.sheet import BY_NAME, COLUMNS, Mistake, Sheet, SheetRow
from kg.read.encoding import decode_bytes
from kg.read.sheet_check import check_rows

SHEET_SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".json"})
MAX_SHEET_BYTES = 32_000_000
MAX_ROWS = 100_000
_SAMPLE = 64 * 1024
_SHOWN = 50
# Our exports put an apostrophe before what a spreadsheet would run (kg.export.sheet).
GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")  # wide forms are meant
_LEAST = ("type", "evidence")

Cells = Mapping[str, str]


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
        from kg.read.sheet_json import read_json

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
    return max(",;\t", key=lambda mark: len(_known(first.split(mark))))


def check_count(number: int, name: str) -> None:
    """Raise ReadError for more rows than a sheet may have."""
    if number > MAX_ROWS:
        raise _error(name, f"has more than {MAX_ROWS:,} rows. Split it into several sheets.")


def make_sheet(
    lines: Iterable[tuple[int, Sequence[str]]],
    name: str,
    notes: tuple[str, ...] = (),
    mistakes: Iterable[Mistake] = (),
    *,
    unguard: bool = True,
) -> Sheet:
    """Return the sheet of numbered lines of cells, the first with text being the columns' names."""
    numbered = ((n, cells) for n, cells in lines if any(c.strip() for c in cells))
    head = next(numbered, None)
    if head is None or not is_header(head[1]):
        raise not_a_sheet(name)
    names, wrong = _columns(head[0], head[1])
    wrong += mistakes
    rows: list[SheetRow] = []
    for number, cells in numbered:
        if cells[0].lstrip().startswith("#"):
            continue  # a comment
        row, more = _row(number, names, cells, unguard=unguard)
        wrong += more
        if row.cells:
            rows.append(row)
    letters = {n: letter(i) for i, n in enumerate(names) if n}
    return finished(rows, name, letters, notes, wrong)


def finished(
    rows: Sequence[SheetRow],
    name: str,
    letters: Mapping[str, str],
    notes: tuple[str, ...],
    mistakes: Iterable[Mistake],
) -> Sheet:
    """Return the sheet with what its cells are worth. Raises ReadError for one without rows."""
    found = [*mistakes, *check_rows(rows)]
    if not rows and not found:
        raise _error(name, "has columns but no rows. Write a claim under them.")
    bad = {(m.row, m.column) for m in found}
    kept = (
        SheetRow(
            number=row.number,
            cells={k: v for k, v in row.cells.items() if (row.number, k) not in bad},
        )
        for row in rows
    )
    return Sheet(
        name=name,
        rows=tuple(row for row in kept if row.kind),
        letters=letters,
        notes=notes,
        mistakes=tuple(found),
    )


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


def is_header(cells: Sequence[str]) -> bool:
    """True for the names of a sheet's columns."""
    return set(_LEAST) <= _known(cells)


def _known(cells: Iterable[str]) -> set[str]:
    return {column_name(c) for c in cells} & set(BY_NAME)


def column_name(cell: str) -> str:
    """Return a column's name however it is written: "Said at" is said_at."""
    return re.sub(r"[\s_-]+", "_", cell.strip().strip('"').lower())


def unknown_column(written: str) -> str:
    """Return the sentence about a column that does not exist."""
    near = difflib.get_close_matches(column_name(written), BY_NAME, n=1)
    hint = f"Did you mean {near[0]}?" if near else f"There are {', '.join(_by_hand())}."
    return f"{written!r} is no column of a claim sheet. {hint}"


def _by_hand() -> list[str]:
    return [c.name for c in COLUMNS if not c.program]


def not_a_sheet(name: str) -> ReadError:
    """Return the error for a file of the right kind that holds something else."""
    return _error(
        name,
        f"is no claim sheet: it has no columns {' and '.join(_LEAST)}. `claimline sheet "
        "--template` writes one to fill in. An article is added as .txt, .md or .html.",
    )


def _columns(number: int, cells: Sequence[str]) -> tuple[list[str], list[Mistake]]:
    """Return the name of each column ("" = none) and what is wrong with them."""
    names: list[str] = []
    wrong: list[Mistake] = []
    for position, cell in enumerate(cells):
        found = column_name(cell)
        if found and found not in BY_NAME:
            wrong.append(
                Mistake(number, "", f"in column {letter(position)}, {unknown_column(cell.strip())}")
            )
            found = "note"
        elif found in names and found != "note" and found:
            wrong.append(Mistake(number, found, "this column is there twice."))
        names.append(found)
    return names, wrong


def _row(
    number: int, names: Sequence[str], cells: Sequence[str], *, unguard: bool
) -> tuple[SheetRow, list[Mistake]]:
    kept: dict[str, str] = {}
    wrong: list[Mistake] = []
    for position, cell in enumerate(cells):
        name = names[position] if position < len(names) else ""
        if not name and cell.strip():
            wrong.append(
                Mistake(
                    number, "", f"there is text in column {letter(position)}, which has no name."
                )
            )
        if name and name != "note":
            said = cell[1:] if unguard and GUARDED.match(cell) else cell
            if said.strip():
                kept[name] = said if BY_NAME[name].name == "text" else said.strip(" \t\r\n")
    return SheetRow(number=number, cells=kept), wrong


def letter(position: int) -> str:
    """Return a column's letters, "A" for 0, "AA" for 26."""
    found = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _error(name: str, reason: str) -> ReadError:
    return ReadError(f"{name} {reason}", source=name)
