"""`claimline remove IRI`: withdraw an article, or erase it."""

import click

from kg.cli.options import now, open_store, store_option


@click.command("remove")
@click.argument("iri")
@store_option
@click.option("--purge", is_flag=True, help="Erase text and claims; only a tombstone stays.")
@click.option("--yes", is_flag=True, help="Do not ask before erasing.")
def command(iri: str, store_path: str, purge: bool, yes: bool) -> None:
    """Withdraw the article IRI: its claims leave every view, its graphs are kept."""
    with open_store(store_path) as store:
        if not purge:
            count = store.withdraw(iri, at=now())
            click.echo(f"Withdrew {count} claims of {iri}. Add the article again to bring it back.")
            return
        if not yes:
            click.confirm(f"Erase {iri} with its text and claims for good?", abort=True)
        count = store.purge(iri, at=now())
    click.echo(f"Erased {iri} with {count} claims.")
