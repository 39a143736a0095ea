"""`claimline restore BACKUP`: a store from a backup."""

from pathlib import Path

import click

from kg.cli.options import store_option
from kg.cli.output import say
from kg.errors import StoreError
from kg.store.folder import is_address


@click.command("restore")
@click.argument("backup", type=click.Path(path_type=Path))
@store_option
def command(backup: Path, store_path: str) -> None:
    """Make a store of BACKUP in a new or empty folder, compared file by file; replaces nothing."""
    from kg.store.backup import restore

    if is_address(store_path):
        raise StoreError(
            f"A backup is restored into a folder, not into {store_path}. Restore it with --store "
            "FOLDER, then move that folder to the server; the README says how."
        )
    said = restore(backup, Path(store_path))
    say(f"Restored {store_path} from {backup}: revision {said['revision']}, base {said['base']}.")
