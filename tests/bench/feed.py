"""A day of a feed: 24 hours of four rounds each, by a clock that is turned, over a server here.

The site publishes a story now and then, corrects one, loses its feed for a while, turns it in a
circle, sends it too slowly, and lists what leads nowhere; who follows it is started anew at noon.
"""

import argparse
import random
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from kg.cli.follow import round_line
from kg.pipeline.follow import FeedReport
from kg.store.embedded import EmbeddedStore
from tests.feed_site import Clock, FeedSite, feed_site, follower, item, rss
from tests.test_fetch import drip, redirect, refuse

_ROUNDS = 96
_SHOWN = 20  # entries that the feed lists at once
_QUARTER = timedelta(minutes=15)
_CORRECTED = 41
_STRANGE = {5: None, 11: "javascript:alert(1)", 23: "/lost"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Play the day; return what each round said, and what there is at its end."""
    with tempfile.TemporaryDirectory(prefix="claimline-feed-") as name, feed_site() as site:
        day = _Day(site, Path(name), given.seed)
        start = time.perf_counter()
        lines = [day.round(number) for number in range(given.rounds)]
        return {
            "rounds": {line[0]: line[1] for line in lines},
            "published": day.published,
            "unreachable_entries": len(_STRANGE),
            "stored": len(day.store.articles()),
            "requests": len(site.asked),
            "pages_fetched_again": day.fetched_again(),
            "errors": day.errors,
            "seconds_of_ours": round(time.perf_counter() - start, 1),
        }


class _Day:
    """One site, one store, one follower."""

    def __init__(self, site: FeedSite, folder: Path, seed: int) -> None:
        self.site, self.folder = site, folder
        self.random = random.Random(seed)
        self.store = EmbeddedStore.open(folder / "store")
        self.clock = Clock()
        self.items: list[str] = []
        self.published = 0
        self.errors: dict[str, int] = {}
        self._start()

    def _start(self) -> None:
        address = f"{self.site.address}/feed"
        state = self.folder / "feeds.json"
        self.follower = follower(self.store, state, self.clock, address, seconds=1.0)

    def round(self, number: int) -> tuple[str, str]:
        """Let the site do its part, ask it; return the time of day and what was said."""
        begun = self.clock.moment
        self._publish(number)
        if number == _ROUNDS // 2:
            self._start()  # the process is started anew
        reports = list(self.follower.round())
        self._count_errors(reports)
        self.clock.moment = begun + _QUARTER
        return f"{begun:%H:%M}", round_line(reports)

    def _publish(self, number: int) -> None:
        for _ in range(self.random.choice((0, 0, 0, 1, 1, 2))):
            link = self.site.story(self.published)
            self._list(item(link, f"Part {self.published}", self._now()))
            self.published += 1
        if number == _CORRECTED:
            earlier = self.published - 5
            link = self.site.story(earlier, "<p>France denied this report later.</p>")
            self._list(item(link, f"Part {earlier}", self._now()))
        if number in _STRANGE:
            self._list(item(_STRANGE[number], f"Strange {number}", self._now()))
        self.site.publish("/feed", rss(*self.items))
        if 30 <= number < 34:
            self.site.routes["/feed"] = refuse(503)
        elif number == 60:
            self.site.routes["/feed"] = redirect("/feed")
        elif number == 70:
            self.site.routes["/feed"] = drip

    def _list(self, entry: str) -> None:
        self.items = [entry, *self.items][:_SHOWN]

    def _now(self) -> str:
        return f"{self.clock.moment:%a, %d %b %Y %H:%M:%S} +0000"

    def _count_errors(self, reports: list[FeedReport]) -> None:
        for report in reports:
            for error in (report.error, *(landed.error for landed in report.landed)):
                if error is not None:
                    said = str(error).replace(self.site.address, "http://site")
                    self.errors[said] = self.errors.get(said, 0) + 1

    def fetched_again(self) -> int:
        """Return how many stories were asked for more than once."""
        pages = [path for path in self.site.paths() if path.startswith("/news/")]
        return len(pages) - len(set(pages))
