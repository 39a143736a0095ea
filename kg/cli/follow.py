"""`claimline follow FEED…`: what is new in feeds, again and again, into the store."""

import re
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import (
    base_option,
    chosen,
    extractor_options,
    now,
    open_store,
    store_option,
)
from kg.cli.output import say
from kg.cli.serving import stop_on_terminate
from kg.errors import StoreError
from kg.store.base import GraphStore
from kg.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from kg.pipeline.follow import FeedReport, Follower

_STATE = "feeds.json"
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_SHORTEST = 60
_FEEDS = {"read": "read", "unchanged": "not changed", "failed": "failed", "waits": "left to wait"}


class EveryParam(click.ParamType[int]):
    """A pause such as 15m, in seconds."""

    name = "pause"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the seconds, a minute at least."""
        match = re.fullmatch(r"(\d{1,6})([smhd])", str(value).strip())
        seconds = int(match[1]) * _UNITS[match[2]] if match else 0
        if seconds < _SHORTEST:
            self.fail(f"{value!r} is no pause: write 15m, 2h or 1d, a minute at least.", param, ctx)
        return seconds


@click.command("follow")
@click.argument("feeds", nargs=-1, required=True)
@store_option
@base_option
@click.option("--every", type=EveryParam(), default="15m", show_default=True, help="Pause between.")
@click.option("--once", is_flag=True, help="One round, for a scheduler of your own.")
@click.option("--state", type=click.Path(dir_okay=False), help="Where to remember what was seen.")
@click.option("--content", is_flag=True, help="Take the feed's own texts, where it has them.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Language.")
@click.option("--publisher", help="Who publishes them.")
@click.option("--allow-private", is_flag=True, help="Fetch from private networks too.")
@extractor_options
def command(
    feeds: tuple[str, ...],
    store_path: str,
    base: str | None,
    every: int,
    once: bool,
    state: str | None,
    content: bool,
    extractor: str | None,
    no_cache: bool,
    **given: object,
) -> int:
    """Take in what is new in each FEED (RSS, Atom), again and again until interrupted.

    What was seen is remembered in the store's folder (feeds.json), or in --state: started again,
    it goes on where it stood. Feeds and entries that fail are tried again later.
    """
    from kg.pipeline.follow import Follower
    from kg.pipeline.followed import Followed
    from kg.read.fetch import Fetcher, FetchPolicy
    from kg.read.given import Given
    from kg.read.polite import PoliteFetcher

    said = Given.of(given)
    choice = chosen(extractor, no_cache=no_cache)

    def opened() -> AbstractContextManager[GraphStore]:
        return open_store(store_path, base=base, create=True)

    with opened():  # makes the folder, and says at once what is wrong with it
        memory = Followed(_state_file(state, store_path))
    policy = FetchPolicy(private=said.allow_private)
    follower = Follower(
        feeds=tuple(dict.fromkeys(feeds)),
        memory=memory,
        open_store=opened,
        fetcher=PoliteFetcher(fetcher=Fetcher(policy)),
        now=now,
        every=float(every),
        content=content,
        given=said,
        choice=choice,
    )
    try:
        with stop_on_terminate():
            while True:
                failed = show_round(follower)
                if once:
                    return 2 if failed else 0
                time.sleep(every)
                follower.fetcher.fetcher = Fetcher(policy)  # robots.txt is asked anew
    except KeyboardInterrupt:
        click.echo("Stopped. Started again, it goes on from here.", err=True)
        return 0


def show_round(follower: "Follower") -> int:
    """Do a round and print its line, errors before it; return how many feeds and entries failed."""
    reports = []
    for report in follower.round():
        reports.append(report)
        for error in (report.error, *(landed.error for landed in report.landed)):
            if error is not None:
                say(f"Error: {error}", error=True)
        if report.left_out:
            say(
                f"Warning: {report.address} has {report.left_out:,} entries more than are taken at "
                "once; those in front were.",
                error=True,
            )
    say(f"{follower.now():%Y-%m-%d %H:%M} UTC  {round_line(reports)}")
    return sum(r.error is not None for r in reports) + sum(
        landed.error is not None for r in reports for landed in r.landed
    )


def round_line(reports: "Sequence[FeedReport]") -> str:
    """Return what a round did, in a line."""
    landed = [one for report in reports for one in report.landed]
    outcomes = [one.put.outcome for one in landed if one.put is not None]
    words = [f"{outcomes.count(word)} {word}" for word in ("added", "replaced", "unchanged")]
    words.append(f"{sum(one.error is not None for one in landed)} failed")
    feeds = [report.outcome for report in reports]
    counts = [f"{feeds.count(kind)} {word}" for kind, word in _FEEDS.items() if kind in feeds]
    return f"{', '.join(words)}; feeds: {', '.join(counts)}"


def _state_file(state: str | None, store_path: str) -> Path:
    if state is not None:
        return Path(state)
    if store_path.startswith(("http://", "https://")):
        raise StoreError("A store on a server has no folder: name a file with --state.")
    return Path(store_path) / _STATE
