"""`claimline export`: the graph or its claims as a file."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, get_args

import click

from kg.cli.options import open_store, store_option
from kg.cli.output import say
from kg.errors import SurroundingsError
from kg.store.base import DumpFormat, GraphStore

_FILTERS = ("from", "to", "actor", "place", "kind", "act", "source", "lang", "certainty", "q")
_GRAPHS = get_args(DumpFormat)


@click.command("export")
@store_option
@click.option("--format", "form", type=click.Choice([*_GRAPHS, "csv", "json"]), default="turtle")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file.")
@click.option("--with-text", is_flag=True, help="The articles' texts too (not in Turtle).")
@click.option(
    "-f",
    "--filter",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help=f"Only claims that fit; keys: {', '.join(_FILTERS)}.",
)
def command(
    store_path: str, form: str, output: Path | None, with_text: bool, given: tuple[str, ...]
) -> None:
    """Write the graph (turtle: the merged one; trig, nquads, jsonld: every graph) or its claims."""
    with open_store(store_path) as store:
        chunks = export_chunks(store, form, _pairs(given), with_text=with_text)
        try:
            if output is None:
                _write(chunks, sys.stdout.buffer)
                sys.stdout.flush()
                return
            _write_file(chunks, output)
        except BrokenPipeError:
            raise
        except OSError as error:
            where = output or "Standard output"
            raise SurroundingsError(f"{where} cannot be written: {error.strerror}.") from error
    say(f"Wrote {output}.", error=True)


def export_chunks(
    store: GraphStore, form: str, filters: dict[str, str], *, with_text: bool = False
) -> Iterator[bytes]:
    """Return the export piece by piece. Raises QueryError for a filter that does not fit."""
    from kg.export.table import claims_of, csv_chunks, json_chunks
    from kg.query.dataset import Dataset
    from kg.query.filters import Filter

    chosen = Filter.parse(filters)
    if form in _GRAPHS:
        dataset = Dataset.read(store) if filters else None
        claims = claims_of(dataset, chosen) if dataset else None
        return store.dump(form, with_text=with_text, claims=claims)  # type: ignore[arg-type] # click checked it
    writer = csv_chunks if form == "csv" else json_chunks
    return writer(Dataset.read(store), chosen)


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"-f {pair}: write it as key=value, such as -f kind=meeting")
        if key not in _FILTERS:
            raise click.UsageError(f"-f {pair}: there are the filters {', '.join(_FILTERS)}.")
        if key in pairs:
            raise click.UsageError(f"-f {pair}: {key} was given already, as {pairs[key]}.")
        pairs[key] = value
    return pairs


def _write_file(chunks: Iterator[bytes], output: Path) -> None:
    """Write a regular file whole or not at all; a device or pipe as it comes."""
    target = output.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            _write(chunks, file)
        return
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    partial = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - mkstemp gives a number, not a path
            _write(chunks, file)
        partial.chmod(0o666 & ~_umask())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _umask() -> int:
    """Return the process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write(chunks: Iterator[bytes], file: BinaryIO) -> None:
    for chunk in chunks:
        file.write(chunk)
