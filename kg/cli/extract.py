"""`claimline extract SOURCE…`: what is found, storing nothing."""

import json
import sys

import click

from kg.cli.options import article_options
from kg.cli.output import echo_table, say
from kg.cli.sources import Given, extract_sources
from kg.model.document import to_document
from kg.model.extraction import Extraction
from kg.query.wording import ENGLISH
from kg.vocabulary import DEFAULT_BASE


@click.command("extract")
@click.argument("sources", nargs=-1, required=True)
@article_options
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--base", envvar="CLAIMLINE_BASE", default=DEFAULT_BASE, help="Data base of IRIs.")
def command(sources: tuple[str, ...], form: str, base: str, **given: object) -> int:
    """Show what is found in SOURCE… (.txt, .md, a folder, or - for standard input).

    With --format json one object an article; several articles, one object a line.
    """
    found = 0
    failures = 0
    for outcome in extract_sources(sources, Given.of(given), base=base, stdin=sys.stdin.buffer):
        if isinstance(outcome, Extraction):
            found += 1
            _show(outcome, form)
        else:
            failures += 1
            say(f"Error: {outcome}", error=True)
    if failures and found:
        click.echo(f"{found} of {found + failures} sources were read.", err=True)
    return 2 if failures else 0


def _show(extraction: Extraction, form: str) -> None:
    for warning in extraction.warnings:
        say(f"Warning: {warning}", error=True)
    if form == "json":
        click.echo(json.dumps(to_document(extraction), ensure_ascii=False))
    else:
        show_claims(extraction)


def show_claims(extraction: Extraction) -> None:
    """Print the claims of one article as a table."""
    from kg.export.table import claim_rows

    click.echo()
    say(extraction.article.title)
    columns, rows = claim_rows(extraction, ENGLISH)
    echo_table(columns, rows)
