"""`claimline backup TARGET`: a copy of the whole store, made while others use it."""

from pathlib import Path

import click

from kg.cli.options import open_store, store_option
from kg.cli.output import say


@click.command("backup")
@click.argument("target", type=click.Path(path_type=Path))
@store_option
def command(target: Path, store_path: str) -> None:
    """Back the store up into TARGET: an archive (.tar, .tar.gz, .tgz) or a new folder."""
    with open_store(store_path) as store:
        revision = store.revision
        store.backup(target)
    say(f"Backed up {store_path} (revision {revision} or later) as {target}.")
