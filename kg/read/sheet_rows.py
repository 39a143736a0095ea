"""Lines of cells as the rows of a claim sheet, whatever kind of file they stood in.

In:  numbered lines of cells, the first one naming the columns. Out: a `Sheet` with the mistakes of
its columns and cells. Raises ReadError for what is no sheet.
Source: for cells that begin with an apostrophe, OWASP "CSV Injection".
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence

from kg.errors import ReadError
from kg.model.said import Said, excerpt
from kg.model.sheet import BY_NAME, COLUMNS, Mistake, Sheet, SheetRow
from kg.read.failing import failed
from kg.read.sheet_check import check_rows

MAX_ROWS = 100_000
# Our exports put an apostrophe before what a spreadsheet would run (kg.export.sheet).
GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")  # wide forms are meant
_LEAST = ("type", "evidence")


def check_count(number: int, name: str) -> None:
    """Raise ReadError for more rows than a sheet may have."""
    if number > MAX_ROWS:
        raise failed(
            name,
            "%(name)s has more than %(most)s rows. Split it into several sheets.",
            most=f"{MAX_ROWS:,}",
        )


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
        raise failed(name, "%(name)s has columns but no rows. Write a claim under them.")
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


def is_header(cells: Sequence[str]) -> bool:
    """True for the names of a sheet's columns."""
    return set(_LEAST) <= known_columns(cells)


def known_columns(cells: Iterable[str]) -> set[str]:
    """Return the columns among some names, however these are written."""
    return {column_name(c) for c in cells} & set(BY_NAME)


def column_name(cell: str) -> str:
    """Return a column's name however it is written: "Said at" is said_at."""
    return re.sub(r"[\s_-]+", "_", cell.strip().strip('"').lower())


def unknown_column(written: str) -> str:
    """Return the sentence about a column that does not exist."""
    near = difflib.get_close_matches(column_name(written), BY_NAME, n=1)
    if near:
        return Said(
            "'%(written)s' is no column of a claim sheet. Did you mean %(near)s?",
            written=excerpt(written),
            near=near[0],
        )
    return Said(
        "'%(written)s' is no column of a claim sheet. There are %(columns)s.",
        written=excerpt(written),
        columns=", ".join(_by_hand()),
    )


def _by_hand() -> list[str]:
    return [c.name for c in COLUMNS if not c.program]


def not_a_sheet(name: str) -> ReadError:
    """Return the error for a file of the right kind that holds something else."""
    return failed(
        name,
        "%(name)s is no claim sheet: it has not the columns %(columns)s. `claimline sheet "
        "--template` writes one to fill in. An article is added as .txt, .md or .html.",
        columns=", ".join(_LEAST),
    )


def _columns(number: int, cells: Sequence[str]) -> tuple[list[str], list[Mistake]]:
    """Return the name of each column ("" = none) and what is wrong with them."""
    names: list[str] = []
    wrong: list[Mistake] = []
    for position, cell in enumerate(cells):
        found = column_name(cell)
        if found and found not in BY_NAME:
            told = Said(
                "in column %(letter)s, %(mistake)s",
                letter=letter(position),
                mistake=unknown_column(cell.strip()),
            )
            wrong.append(Mistake(number, "", told))
            found = "note"
        elif found in names and found != "note" and found:
            wrong.append(Mistake(number, found, Said("this column is there twice.")))
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
            told = Said(
                "there is text in column %(letter)s, which has no name.", letter=letter(position)
            )
            wrong.append(Mistake(number, "", told))
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
