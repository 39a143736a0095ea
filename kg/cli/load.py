"""`claimline load FILE…`: RDF into the store."""

from pathlib import Path

import click

from kg.cli.options import base_option, open_store, store_option
from kg.cli.output import say
from kg.store.loading.report import Imported, LoadReport


@click.command("load")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@base_option
def command(files: tuple[Path, ...], store_path: str, base: str | None) -> None:
    """Load FILE… (.trig .nq .ttl .nt .jsonld .rdf, plain or .gz), all of it or nothing.

    A dump of Claimline (TriG, N-Quads, JSON-LD) loads as claims; other RDF goes into a graph of its
    own that never enters the merged one.
    """
    with open_store(store_path, base=base or _base_of(files, store_path), create=True) as store:
        report = store.load(files)
    _tell_claims(report)
    for imported in report.imported:
        _tell_import(imported)


def _base_of(files: tuple[Path, ...], store_path: str) -> str | None:
    """Return the base of a dump for a store that is not there yet; None leaves it open."""
    from kg.store.loading.reading import base_named_in

    if Path(store_path, "claimline.json").exists():
        return None
    return next((base for file in files if (base := base_named_in(file))), None)


def _tell_claims(report: LoadReport) -> None:
    if report.quads:
        click.echo(f"{report.articles} articles with {report.claims} claims loaded.")
    if report.known:
        click.echo(f"{report.known} articles were in the store already, the same.")
    if report.without_text:
        click.echo(
            f"{report.without_text} articles came without their texts, so nobody could compare "
            "their passages. A dump made with `export --with-text` has them.",
            err=True,
        )


def _tell_import(imported: Imported) -> None:
    say(f"{imported.name}: {imported.quads} quads, in the graph <{imported.graph}>.")
    for remark in imported.remarks or ():
        say(f"  {remark}", error=True)
