"""`claimline merge A B`: a signed decision that two events are one, or its undoing."""

import getpass

import click

from kg.cli.options import now, open_store, store_option


@click.command("merge")
@click.argument("event")
@click.argument("canonical", required=False)
@store_option
@click.option("--undo", is_flag=True, help="Take back the merge of EVENT.")
@click.option("--by", help="Who decides [default: your user name].")
def command(event: str, canonical: str | None, store_path: str, undo: bool, by: str | None) -> None:
    """Decide that EVENT is the same as CANONICAL, under whose IRI both will be shown.

    Nothing is lost: every claim keeps its own words, and --undo takes the decision back.
    """
    if not undo and canonical is None:
        raise click.UsageError("Name two events: the one to merge and the one to keep.")
    signer = by or getpass.getuser()
    with open_store(store_path) as store:
        if undo:
            store.decide("unmerge", event, canonical, by=signer, at=now())
            click.echo(f"{event} stands by itself again.")
        else:
            store.decide("merge", event, canonical, by=signer, at=now())
            click.echo(f"{event} is now shown as {canonical}, decided by {signer}.")
