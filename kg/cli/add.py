"""`claimline add SOURCE…`: articles into the store."""

import sys
from collections import Counter

import click

from kg.cli.extract import show_claims
from kg.cli.options import article_options, base_option, now, open_store, store_option
from kg.cli.output import echo_table, say
from kg.cli.sources import Given, extract_sources, read_sources
from kg.errors import KgError
from kg.model.extraction import Extraction
from kg.vocabulary import DEFAULT_BASE


@click.command("add")
@click.argument("sources", nargs=-1, required=True)
@store_option
@base_option
@article_options
@click.option("--check", is_flag=True, help="Show what would be found; store nothing.")
def command(
    sources: tuple[str, ...], store_path: str, base: str | None, check: bool, **given: object
) -> int:
    """Add SOURCE… (.txt, .md, a folder, or - for standard input) to the store.

    The same text again changes nothing; a changed text of the same source replaces it.
    What cannot be read is reported and the rest lands (exit 2).
    """
    if check:
        return _check(sources, Given.of(given), base or DEFAULT_BASE)
    from kg.pipeline import ingest

    rows: list[tuple[str, ...]] = []
    failed: list[KgError] = []
    with open_store(store_path, base=base, create=True) as store:
        for source in read_sources(sources, Given.of(given), stdin=sys.stdin.buffer):
            if isinstance(source, KgError):
                failed.append(source)
                continue
            try:
                report = ingest(source, store, at=now())
            except KgError as error:
                if error.exit_code != 2:
                    raise
                failed.append(error)
                continue
            for warning in report.extraction.warnings:
                say(f"Warning: {warning}", error=True)
            counts = (report.put.added, report.put.kept, report.put.withdrawn)
            row = (source.name, report.put.outcome, *map(str, counts), report.put.article)
            rows.append(row)
    return _summary(rows, failed)


def _summary(rows: list[tuple[str, ...]], failed: list[KgError]) -> int:
    if rows:
        echo_table(("source", "outcome", "added", "kept", "withdrawn", "article"), rows)
    for error in failed:
        say(f"Error: {error}", error=True)
    outcomes = Counter(row[1] for row in rows)
    said = ", ".join(f"{n} {word}" for word, n in sorted(outcomes.items()))
    click.echo(f"{said or 'nothing added'}; {len(failed)} failed.", err=True)
    return 2 if failed else 0


def _check(sources: tuple[str, ...], given: Given, base: str) -> int:
    failures = 0
    for outcome in extract_sources(sources, given, base=base, stdin=sys.stdin.buffer):
        if isinstance(outcome, Extraction):
            for warning in outcome.warnings:
                say(f"Warning: {warning}", error=True)
            show_claims(outcome)
        else:
            failures += 1
            say(f"Error: {outcome}", error=True)
    return 2 if failures else 0
