"""`claimline serve`: the explorer and the SPARQL endpoint over a store."""

import contextlib
import socket

import click
from flask import Flask

from kg.cli import serving
from kg.cli.options import open_store, store_option
from kg.config import DEFAULT_HOST, DEFAULT_PORT
from kg.store.readers.limits import Limits

_CORS = "An origin (https://editor.example) whose pages may ask."


@click.command("serve")
@store_option
@click.option("--host", default=DEFAULT_HOST, show_default=True)
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535))
@click.option("--token", envvar="CLAIMLINE_TOKEN", help="For programs that write (Bearer).")
@click.option("--write", is_flag=True, help="Print a one-time sign-in address for a browser.")
@click.option("--fetch", is_flag=True, help="Let a signed-in browser have addresses fetched.")
@click.option("--trust-host", "hosts", multiple=True, help="A further host name to answer to.")
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN", help=_CORS)
@click.option(
    "--query-seconds",
    default=Limits().seconds,
    show_default=True,
    type=click.FloatRange(0.1, 3600),
    help="When a visitor's query is ended.",
)
@click.option(
    "--query-memory",
    default=Limits().memory_mb,
    show_default=True,
    type=click.IntRange(192),
    help="Megabytes that a visitor's query may use.",
)
@click.option(
    "--allow-service",
    "services",
    multiple=True,
    metavar="HOST",
    help="A host, or HOST:PORT, that queries may ask by SERVICE.",
)
@click.option(
    "--body-limit",
    default=serving.BODY_LIMIT_MB,
    show_default=True,
    type=click.IntRange(1, 4096),
    help="Megabytes that a request may send.",
)
@click.option(
    "--access-log", metavar="FILE", help="A line of JSON for each answer; - for standard output."
)
def command(
    store_path: str,
    host: str,
    port: int,
    token: str | None,
    write: bool,
    fetch: bool,
    hosts: tuple[str, ...],
    origins: tuple[str, ...],
    query_seconds: float,
    query_memory: int,
    services: tuple[str, ...],
    body_limit: int,
    access_log: str | None,
) -> None:
    """Serve the store's explorer, pages and SPARQL endpoint until interrupted."""
    # The port comes first: nothing is made or opened for a server that cannot listen.
    bound = serving.bind(host, port)
    limits = Limits(seconds=query_seconds, memory_mb=query_memory)
    with (
        contextlib.closing(bound),
        serving.stop_on_terminate(),
        serving.access_log_to(access_log) as log,
        open_store(
            store_path, create=True, limits=limits, services=services, serving=True
        ) as store,
    ):
        app = serving.make_app(
            store,
            token=token,
            write=write,
            fetch=fetch,
            hosts=(host, *hosts),
            origins=origins,
            body_limit_mb=body_limit,
            access_log=log,
        )
        serving.warn_if_open_to_others(host)
        with serving.open_to_commands(app, store_path, bound):
            announce(app, bound, write=write)
            serving.run_server(app, bound, send_seconds=query_seconds)


def announce(app: Flask, bound: socket.socket, *, write: bool) -> None:
    """Print where the explorer is and, for a browser that may write, the sign-in address."""
    import web

    here = serving.address(bound)
    click.echo(f"Explorer:  {here}")
    click.echo(f"SPARQL:    {here}sparql")
    if write:
        click.echo(f"Sign in to write (once): {here.rstrip('/')}{web.sign_in_path(app)}")
    click.echo("Stop with Ctrl+C.")
