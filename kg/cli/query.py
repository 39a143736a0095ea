"""`claimline query`: named questions and your own SPARQL."""

from pathlib import Path

import click

from kg.cli.options import open_store, store_option
from kg.cli.output import echo_table
from kg.errors import QueryError
from kg.store.base import Answer, GraphStore

_MEDIA_TYPES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "turtle": "text/turtle",
    # What CONSTRUCT and DESCRIBE give is one graph without a name, and such Turtle is TriG.
    "trig": "text/turtle",
}


@click.command("query")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@store_option
@click.option("-e", "text", metavar="TEXT", help="The query itself.")
@click.option("--name", metavar="NAME", help="A named question; --list shows them.")
@click.option(
    "-p",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="A named question's value; a key again: any of them.",
)
@click.option("--list", "list_names", is_flag=True, help="List the named questions.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *_MEDIA_TYPES]),
    default=None,
    help="[default: table; turtle for CONSTRUCT and DESCRIBE]",
)
def command(
    file: Path | None,
    store_path: str,
    text: str | None,
    name: str | None,
    given: tuple[str, ...],
    list_names: bool,
    form: str | None,
) -> None:
    """Ask FILE, -e TEXT or --name NAME, over the merged graph."""
    from kg.query import run

    if list_names:
        echo_table(("name", "question"), [(q.name, q.question) for q in run.named_queries()])
        return
    if sum(x is not None for x in (file, text, name)) != 1:
        raise click.UsageError("Give one of: a FILE, -e TEXT, or --name NAME (--list shows names).")
    with open_store(store_path) as store:
        if name is not None:
            query = run.bound_query(store, name, _pairs(given))
        else:
            query = _read(file) if file else str(text)
        _answer(store, query, form)


def _pairs(given: tuple[str, ...]) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"-p {pair}: write it as key=value, such as -p from=2025-04-01")
        pairs.setdefault(key, []).append(value)
    return pairs


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"The query file {file} cannot be read: {error}") from error


def _answer(store: GraphStore, query: str, form: str | None) -> None:
    kind = store.query_form(query)
    chosen = form or ("turtle" if kind == "graph" else "table")
    if chosen == "table" and kind == "select":
        _echo_answer(store.select(query))
        return
    if chosen == "table":
        chosen = "turtle" if kind == "graph" else "json"
    _, body = store.query(query, _MEDIA_TYPES[chosen])
    click.echo(body.decode("utf-8"), nl=not body.endswith(b"\n"))


def _echo_answer(answer: Answer) -> None:
    rows = [["" if t is None else getattr(t, "value", str(t)) for t in row] for row in answer.rows]
    echo_table(answer.columns, rows, wrap=72)
    click.echo(f"{len(rows)} rows")
