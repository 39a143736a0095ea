"""Options that several commands share, and how a store is opened for them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.config import DEFAULT_STORE
from kg.errors import StoreError, StoreLocked
from kg.model.day import Day
from kg.store.base import GraphStore
from kg.store.folder import is_address
from kg.store.readers.limits import Limits
from kg.vocabulary import DEFAULT_BASE, LANGUAGES

if TYPE_CHECKING:
    from kg.pipeline.extractors import Choice

F = TypeVar("F", bound=Callable[..., Any])


class DayParam(click.ParamType[Day]):
    """A day written as 2025-04-10."""

    name = "day"

    def convert(
        self, value: str | Day, param: click.Parameter | None, ctx: click.Context | None
    ) -> Day:
        """Return the day, or fail with a sentence that says what is wrong with it."""
        if isinstance(value, Day):
            return value
        try:
            return Day.parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def store_option(command: F) -> F:
    """Add --store."""
    return click.option(
        "--store",
        "store_path",
        envvar="CLAIMLINE_STORE",
        default=DEFAULT_STORE,
        show_default=True,
        metavar="FOLDER|URL",
        help="The store's folder, or its server's address. Also CLAIMLINE_STORE.",
    )(command)


def base_option(command: F) -> F:
    """Add --base."""
    return click.option(
        "--base",
        envvar="CLAIMLINE_BASE",
        default=None,
        metavar="IRI",
        help=f"Where data IRIs begin; fixed when a store is made [default: {DEFAULT_BASE}].",
    )(command)


def article_options(command: F) -> F:
    """Add what a user may say of articles, and of how they are to be read."""
    for option in (
        click.option("--allow-private", is_flag=True, help="Fetch from private networks too."),
        click.option("--encoding", help="Encoding of the files, such as windows-1256."),
        click.option("--id", "identifier", help="Identity of the article instead of its address."),
        click.option("--title", help="Title, if the text does not begin with it."),
        click.option("--publisher", help="Who published it."),
        click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language."),
        click.option(
            "--published",
            type=DayParam(),
            help="Day of publication, as 2025-04-10. Without it 'yesterday' stays relative.",
        ),
    ):
        command = option(command)
    return command


def extractor_options(command: F) -> F:
    """Add who finds the claims. `chosen` reads what is given."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Ask the model again, and keep no answers."),
        click.option(
            "--extractor",
            type=click.Choice(["rules", "llm"]),
            help="Who finds the claims: the rules (default), or a model behind CLAIMLINE_LLM_URL, "
            "to which the articles' texts are sent.",
        ),
    ):
        command = option(command)
    return command


def chosen(extractor: str | None, *, no_cache: bool) -> "Choice":
    """Return the choice of an extractor; say where texts go to, if anywhere.

    Raises ModelSettingError before anything is read.
    """
    from kg.pipeline.extractors import Choice, model_settings

    if extractor != "llm":
        return Choice(name="rules" if extractor == "rules" else None)
    settings = model_settings()
    click.echo(f"Texts are sent to {settings.host}, for {settings.model} to read.", err=True)
    if settings.key and not settings.is_private:
        click.echo("Warning: that address is not https; the key travels in the clear.", err=True)
    return Choice(name="llm", cache=not no_cache)


@contextmanager
def open_store(
    path: str,
    *,
    base: str | None = None,
    create: bool = False,
    limits: Limits | None = None,
    services: Sequence[str] = (),
    serving: bool = False,
) -> Iterator[GraphStore]:
    """Open the store at `path`, a folder or a server's address, and close it at the end.

    A folder that `claimline serve` holds is reached through that server, unless this is to be a
    server itself (`serving`). `limits` are those of strangers' queries, `services` the hosts that
    they may ask; both are the server's own affair where there is one.

    Raises StoreError when there is none and `create` is False, and what opening raises.
    """
    if is_address(path):
        from kg.store.remote import RemoteStore, address_of

        base = base or os.environ.get("CLAIMLINE_BASE") or None
        yield RemoteStore.open(address_of(path), base=base, create=create)
        return
    if not create and not Path(path).exists():
        raise StoreError(
            f"There is no store at {path}. Make one with `claimline add SOURCE`, "
            "or name another folder with --store."
        )
    from kg.store import holding
    from kg.store.embedded import EmbeddedStore

    folder = Path(path)
    store: GraphStore
    try:
        store = EmbeddedStore.open(
            folder, base=base, create=create, limits=limits, services=services
        )
    except StoreLocked as error:
        store = _through_server(path, error, serving=serving)
    else:
        holding.forget(folder)  # of a server that was killed
    try:
        yield store
    finally:
        store.close()


def _through_server(path: str, error: StoreLocked, *, serving: bool) -> GraphStore:
    """Return the store behind the server that holds the folder. Raises StoreLocked."""
    from kg.store import holding
    from kg.store.served import ServedStore

    folder = Path(path)
    found = holding.find_holding(folder)
    if found is None or not holding.is_alive(found.process):
        raise StoreLocked(path, holding.holder_words(folder)) from error
    if serving:
        raise StoreLocked(
            path,
            f"process {found.process}, which serves it at {found.address}",
            "Open that address, or stop that process first.",
        ) from error
    return ServedStore.through(found)


def now() -> datetime:
    """Return the present moment in UTC, to the second: the command line owns the clock."""
    return datetime.now(UTC).replace(microsecond=0)
