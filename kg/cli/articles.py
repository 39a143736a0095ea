"""`claimline articles`: the list of articles."""

import json
from dataclasses import asdict

import click

from kg.cli.options import open_store, store_option
from kg.cli.output import echo_table
from kg.store.base import ArticleSummary

_JSON_KEYS = ("iri", "title", "language", "published", "claims")


@click.command("articles")
@store_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--all", "include_withdrawn", is_flag=True, help="Withdrawn ones too.")
def command(store_path: str, form: str, include_withdrawn: bool) -> None:
    """List the articles of the store, newest first."""
    with open_store(store_path) as store:
        articles = store.articles(include_withdrawn=include_withdrawn)
    if form == "json":
        kept = [{k: v for k, v in asdict(a).items() if k in _JSON_KEYS} for a in articles]
        click.echo(json.dumps(kept, ensure_ascii=False, indent=1))
        return
    if not articles:
        click.echo("No article yet. Add one with `claimline add FILE`.")
        return
    echo_table(("published", "lang", "claims", "title", "iri"), [_row(a) for a in articles])


def _row(article: ArticleSummary) -> tuple[str, ...]:
    title = f"(withdrawn) {article.title}" if article.withdrawn else article.title
    published = article.published or "unknown"
    return (published, article.language, str(article.claims), title, article.iri)
