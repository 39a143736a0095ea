"""Claim sheets on the command line: which sources are sheets, storing them, writing them.

In:  names of files, an open store. Out: rows for the summary, errors, or the bytes of a sheet.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import click

from kg.errors import KgError, SheetError
from kg.model.extraction import Extraction
from kg.pipeline.intake import Landed
from kg.store.base import GraphStore

Form = Literal["csv", "xlsx", "json"]
_FORMS: dict[str, Form] = {".xlsx": "xlsx", ".json": "json"}


def parted(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of other sources, and those of files that may be sheets."""
    from kg.read.sheet import is_sheet_name

    listed = tuple(names)
    sheets = tuple(n for n in listed if is_sheet_name(n) and not Path(n).is_dir())
    return tuple(n for n in listed if n not in sheets), sheets


def take_in_sheets(
    names: Iterable[str], store: GraphStore, *, encoding: str | None
) -> Iterator[Landed]:
    """Yield what became of each article of each sheet; of a sheet with a mistake nothing lands."""
    from kg.cli.options import now
    from kg.pipeline.sheets import ingest_sheet
    from kg.read.sheet import read_sheet

    for name in names:
        try:
            sheet = read_sheet(Path(name), encoding)
            reports = ingest_sheet(sheet, store, at=now())
        except KgError as error:
            if error.exit_code != 2:
                raise
            yield Landed(name=name, error=error)
            continue
        notes = sheet.notes
        for report in reports:
            warnings = (*notes, *report.extraction.warnings)
            yield Landed(name=name, put=report.put, warnings=warnings)
            notes = ()


def extract_sheets(
    names: Iterable[str], *, base: str, encoding: str | None
) -> Iterator[Extraction | KgError]:
    """Yield what each sheet claims of each article, storing nothing, or why it cannot be read."""
    from kg.pipeline.sheets import check_sheet
    from kg.read.sheet import read_sheet

    for name in names:
        try:
            yield from check_sheet(read_sheet(Path(name), encoding), base=base)
        except KgError as error:
            yield error


def lines_of(error: KgError) -> list[str]:
    """Return the sentences of an error: of a sheet's, one a mistake."""
    return str(error).splitlines() if isinstance(error, SheetError) else [str(error)]


def show_mistakes(error: KgError) -> None:
    """Print an error on standard error, a mistake a line."""
    from kg.cli.output import printable

    first, *rest = lines_of(error)
    click.echo(printable(f"Error: {first}"), err=True)
    for line in rest:
        click.echo(f"  {printable(line)}", err=True)


def form_of(output: Path | None) -> Form:
    """Return the form that a file's name asks for, CSV where it does not."""
    return _FORMS.get(output.suffix.lower(), "csv") if output is not None else "csv"


def sheet_chunks(
    rows: Iterable[dict[str, str]], form: Form, columns: dict[str, str] | None = None
) -> Iterator[bytes]:
    """Yield a sheet's bytes; `columns` explains them in JSON, which has no room elsewhere."""
    from kg.export.sheet import csv_chunks, json_chunks

    if form == "xlsx":
        from kg.export.sheet_xlsx import xlsx_chunks

        return xlsx_chunks(rows)
    return json_chunks(rows, columns) if form == "json" else csv_chunks(rows)
