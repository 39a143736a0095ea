"""`claimline doctor`: what is wrong here, and what to do."""

import dataclasses
import json

import click

from kg.cli.options import store_option
from kg.cli.output import say
from kg.config import DEFAULT_HOST, DEFAULT_PORT
from kg.errors import KgError
from kg.store.doctor import Look, examine

_SIGNS = {"good": "ok  ", "note": "note", "bad": "BAD "}


@click.command("doctor")
@store_option
@click.option("--host", default=DEFAULT_HOST, show_default=True)
@click.option("--port", default=DEFAULT_PORT, show_default=True, type=click.IntRange(0, 65535))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(store_path: str, host: str, port: int, form: str) -> int:
    """Look at Python, packages, port, the store's folder or server; exit 3 when one is bad.

    Nothing is changed.
    """
    looks = [_pages(), *examine(store_path, host=host, port=port)]
    if form == "json":
        told = [dataclasses.asdict(look) for look in looks]
        click.echo(json.dumps({"looks": told}, ensure_ascii=False, indent=1))
    else:
        for look in looks:
            say(f"{_SIGNS[look.health]} {look.name}: {look.found}")
            if look.advice:
                say(f"     {look.advice}")
    return 3 if any(look.health == "bad" for look in looks) else 0


def _pages() -> Look:
    """Look whether the package `web` is ours."""
    from kg.cli.serving import our_pages

    try:
        our_pages()
    except KgError as error:
        return Look(name="pages", health="bad", found=str(error), advice="Install it anew.")
    return Look(name="pages", health="good", found="the package `web` is Claimline's")
