"""`claimline articles`: the list of articles; `set IRI`: correct what is known of one.

`show IRI` is in kg.cli.articles_show.
"""

import json
from dataclasses import asdict

import click

from kg.cli.articles_show import show
from kg.cli.known import known_article
from kg.cli.options import DayParam, now, open_store, store_option
from kg.cli.output import echo_table, say
from kg.model.day import Day
from kg.store.base import ArticleSummary, GraphStore

_JSON_KEYS = ("iri", "title", "language", "published", "claims")
_UNKNOWN = "unknown"


class _Published(click.ParamType[Day | str]):
    """A day, or "unknown"."""

    name = "day"

    def convert(
        self, value: str | Day, param: click.Parameter | None, ctx: click.Context | None
    ) -> Day | str:
        """Return the day, or "unknown" as it is."""
        return _UNKNOWN if value == _UNKNOWN else DayParam().convert(value, param, ctx)


@click.group("articles", invoke_without_command=True)
@store_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.option("--all", "include_withdrawn", is_flag=True, help="Withdrawn ones too.")
@click.pass_context
def command(context: click.Context, store_path: str, form: str, include_withdrawn: bool) -> None:
    """List the articles of the store, newest first; `show` tells of one, `set` corrects it."""
    context.obj = store_path
    if context.invoked_subcommand is not None:
        return
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


command.add_command(show)


@command.command("set")
@click.argument("iri")
@click.option("--published", type=_Published(), help='Day of publication, or "unknown".')
@click.option("--title", help="Its headline.")
@click.option("--publisher", help="Who published it.")
@store_option
@click.pass_context
def set_facts(
    context: click.Context,
    iri: str,
    published: Day | str | None,
    title: str | None,
    publisher: str | None,
    store_path: str,
) -> None:
    """Correct what is known of the article IRI.

    A new day of publication moves what its text counts from there ("yesterday"); every claim keeps
    its words and the moment it was recorded. Title and publisher change nothing else.
    """
    if published is None and title is None and publisher is None:
        raise click.UsageError("Say what to set: --published DAY, --title or --publisher.")
    if context.get_parameter_source("store_path") is click.core.ParameterSource.DEFAULT:
        store_path = context.obj  # `articles --store S set IRI`
    with open_store(store_path) as store:
        known_article(store, iri)
        if title is not None or publisher is not None:
            from kg.pipeline import set_headline

            set_headline(store, iri, title=title, publisher=publisher, at=now())
        if published is not None:
            _set_day(store, iri, None if isinstance(published, str) else published)
    say(f"Set on {iri}.", error=True)


def _set_day(store: GraphStore, iri: str, published: Day | None) -> None:
    from kg.pipeline import set_published

    before = {c.iri: c.time for c in store.extraction(iri).claims}
    after = set_published(store, iri, published, at=now())
    moved = sum(before[c.iri] != c.time for c in after.claims)
    click.echo(f"Published {published or 'on an unknown day'}; times moved: {moved}.")


def _row(article: ArticleSummary) -> tuple[str, ...]:
    title = f"(withdrawn) {article.title}" if article.withdrawn else article.title
    published = article.published or "unknown"
    return (published, article.language, str(article.claims), title, article.iri)
