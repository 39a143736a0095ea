"""`claimline extract SOURCE…`: what is found, storing nothing."""

import json
import sys
from collections.abc import Iterable

import click

from kg.cli.options import article_options, chosen, extractor_options
from kg.cli.output import echo_table, say
from kg.cli.sources import Given, extract_sources
from kg.errors import KgError
from kg.model.document import to_document
from kg.model.extraction import Extraction
from kg.query.wording import ENGLISH
from kg.vocabulary import DEFAULT_BASE


@click.command("extract")
@click.argument("sources", nargs=-1, required=True)
@article_options
@extractor_options
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--base", envvar="CLAIMLINE_BASE", default=DEFAULT_BASE, help="Data base of IRIs.")
def command(
    sources: tuple[str, ...],
    form: str,
    base: str,
    extractor: str | None,
    no_cache: bool,
    **given: object,
) -> int:
    """Show what is found in SOURCE… (.txt, .md, a folder, or - for standard input).

    With --format json one object an article; several articles, one object a line.
    """
    found = 0
    failed: list[KgError] = []
    choice = chosen(extractor, no_cache=no_cache)
    given_facts, stdin = Given.of(given), sys.stdin.buffer
    for outcome in extract_sources(sources, given_facts, base=base, stdin=stdin, choice=choice):
        if isinstance(outcome, Extraction):
            found += 1
            _show(outcome, form)
        else:
            failed.append(outcome)
            say(f"Error: {outcome}", error=True)
    if failed and found:
        click.echo(f"{found} of {found + len(failed)} sources were read.", err=True)
    return exit_code(failed)


def exit_code(failed: Iterable[KgError]) -> int:
    """Return 3 where trying again may help every source that failed, 2 where it does not."""
    return min((error.exit_code for error in failed), default=0)


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
