"""`claimline serve`: the explorer and the SPARQL endpoint over a store."""

import contextlib
import socket

import click
from flask import Flask

from kg.cli import serving
from kg.cli.options import open_store, store_option
from kg.config import DEFAULT_HOST, DEFAULT_PORT


@click.command("serve")
@store_option
@click.option("--host", default=DEFAULT_HOST, show_default=True)
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535))
@click.option("--token", envvar="CLAIMLINE_TOKEN", help="For programs that write (Bearer).")
@click.option("--write", is_flag=True, help="Print a one-time sign-in address for a browser.")
@click.option("--trust-host", "hosts", multiple=True, help="A further host name to answer to.")
def command(
    store_path: str, host: str, port: int, token: str | None, write: bool, hosts: tuple[str, ...]
) -> None:
    """Serve the store's explorer, pages and SPARQL endpoint until interrupted."""
    # The port comes first: nothing is made or opened for a server that cannot listen.
    bound = serving.bind(host, port)
    with (
        contextlib.closing(bound),
        serving.stop_on_terminate(),
        open_store(store_path, create=True) as store,
    ):
        app = serving.make_app(store, token=token, write=write, hosts=(host, *hosts))
        serving.warn_if_open_to_others(host)
        announce(app, bound, write=write)
        serving.run_server(app, bound)


def announce(app: Flask, bound: socket.socket, *, write: bool) -> None:
    """Print where the explorer is and, for a browser that may write, the sign-in address."""
    import web

    here = serving.address(bound)
    click.echo(f"Explorer:  {here}")
    click.echo(f"SPARQL:    {here}sparql")
    if write:
        click.echo(f"Sign in to write (once): {here.rstrip('/')}{web.sign_in_path(app)}")
    click.echo("Stop with Ctrl+C.")
