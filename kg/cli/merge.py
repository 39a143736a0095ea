"""`claimline merge A B`: a signed decision that two events are one, or its undoing.

`--proposals` lists the events that may be one, for somebody to decide.
"""

import contextlib
import getpass
import json
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import now, open_store, store_option

if TYPE_CHECKING:
    from kg.store.base import GraphStore


@click.command("merge")
@click.argument("event", required=False)
@click.argument("canonical", required=False)
@store_option
@click.option("--undo", is_flag=True, help="Take back the merge of EVENT.")
@click.option("--by", help="Who decides [default: your user name].")
@click.option("--proposals", is_flag=True, help="List the events that may be one, and why.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to list them.",
)
def command(
    event: str | None,
    canonical: str | None,
    store_path: str,
    undo: bool,
    by: str | None,
    proposals: bool,
    form: str,
) -> None:
    """Decide that EVENT is the same as CANONICAL, under whose IRI both will be shown.

    Nothing is lost: every claim keeps its own words, and --undo takes the decision back. What was
    decided on is not proposed again.
    """
    if proposals:
        with open_store(store_path) as store:
            _list(store, form)
        return
    if event is None or (not undo and canonical is None):
        raise click.UsageError(
            "Name two events: the one to merge and the one to keep; --proposals lists some."
        )
    signer = by or getpass.getuser()
    with open_store(store_path) as store:
        if undo:
            store.decide("unmerge", event, canonical, by=signer, at=now())
            click.echo(f"{event} stands by itself again.")
        else:
            store.decide("merge", event, str(canonical), by=signer, at=now())
            click.echo(f"{event} is now shown as {canonical}, decided by {signer}.")


def _list(store: "GraphStore", form: str) -> None:
    from kg.query.indexed import IndexedStore
    from kg.query.proposal_list import proposal_rows

    indexed = IndexedStore(store)
    with contextlib.closing(indexed), indexed.library() as library:
        rows = list(proposal_rows(store.proposals(), library))
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif rows:
        for row in rows:
            _echo(row)
        click.echo(f"{len(rows)} proposed. Accept one with `claimline merge EVENT CANONICAL`.")
    else:
        click.echo("No two events look like one.")


def _echo(row: dict[str, Any]) -> None:
    from kg.cli.output import printable

    click.echo(f"{row['score']:.2f}  {', '.join(row['reasons'])}")
    if row["objections"]:
        click.echo(f"      but: {', '.join(row['objections'])}")
    for told in row["events"]:
        click.echo(f"      {printable(told['label'])} ({printable(told['article'])})")
        click.echo(f"        {told['event']}")
    click.echo()
