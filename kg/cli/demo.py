"""`claimline demo`: the explorer on sample articles, from nothing to a page in one command."""

import contextlib
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import click

from kg import demo
from kg.cli import serving
from kg.cli.options import now, open_store
from kg.cli.output import echo_table
from kg.cli.serve import announce
from kg.config import DEFAULT_HOST, DEFAULT_PORT
from kg.errors import StoreError
from kg.model.extraction import Extraction
from kg.pipeline import ingest
from kg.store.base import GraphStore

_PORTS_TO_TRY = 50


@click.command("demo")
@click.option("--store", "store_path", metavar="FOLDER", help="Keep the store in this folder.")
@click.option("--host", default=DEFAULT_HOST, show_default=True)
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535))
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def command(store_path: str | None, host: str, port: int, no_browser: bool) -> None:
    """Fill a fresh store from sample articles and open the explorer on it.

    The store lives in a temporary folder that is removed at the end, unless --store keeps it.
    """
    bound = serving.bind(host, port, tries=_PORTS_TO_TRY)
    with (
        contextlib.closing(bound),
        serving.stop_on_terminate(),
        _folder(store_path) as folder,
        open_store(str(folder), create=True) as store,
    ):
        _refuse_articles(store, str(folder))
        fill(store)
        app = serving.make_app(store, token=None, write=True, hosts=(host,))
        serving.warn_if_open_to_others(host)
        click.echo()
        announce(app, bound, write=True)
        if sys.stdout.isatty() and not no_browser:
            webbrowser.open(serving.address(bound))
        serving.run_server(app, bound)


def fill(store: GraphStore) -> None:
    """Add the sample articles and the sample merge decision, and print what was found."""
    rows = []
    for source in demo.sources():
        report = ingest(source, store, at=now())
        rows.append(_row(report.extraction))
    for local, canonical in demo.merges(store):
        store.decide("merge", local, canonical, by="demo", at=now())
    echo_table(("article", "lang", "published", "statements", "meetings", "red lines"), rows)
    quads, merged = store.count()
    click.echo(f"{quads} quads; the merged graph that SPARQL sees has {merged} triples.")


def _refuse_articles(store: GraphStore, folder: str) -> None:
    """Keep the sample articles out of a store of one's own."""
    if store.articles(include_withdrawn=True):
        raise StoreError(
            f"The store at {folder} holds articles already. Open it with `claimline serve --store "
            f"{folder}`, or name a new folder for the demo."
        )


def _row(extraction: Extraction) -> tuple[str, ...]:
    article = extraction.article
    counts = (extraction.statements, extraction.meetings, extraction.redlines)
    numbers = tuple(str(sum(1 for _ in claims)) for claims in counts)
    return (article.title, article.language, str(article.published), *numbers)


@contextlib.contextmanager
def _folder(store_path: str | None) -> Iterator[Path]:
    if store_path is not None:
        yield Path(store_path)
        return
    with tempfile.TemporaryDirectory(prefix="claimline-demo-") as folder:
        yield Path(folder) / "store"
