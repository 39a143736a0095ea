"""Addresses of the web as jobs: a page is one, a feed is one for each of its entries.

A feed that was saved as a file is read like one; its entries' pages are fetched, as ever, where
the feed's own texts are not asked for.
In:  an address, or the name of a file. Out: jobs whose sources are read already, or the errors in
their place; pauses between requests to one host.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.errors import ReadError
from kg.pipeline.crew import Task
from kg.pipeline.follow import entry_source
from kg.pipeline.reading import Job
from kg.read.exchange import Fetched
from kg.read.feed import Entry, Feed, entry_name, is_feed, parse_feed
from kg.read.fetch import Fetcher, FetchPolicy
from kg.read.given import Given
from kg.read.polite import PoliteFetcher
from kg.read.source import bytes_of
from kg.read.url import fetched_to_source


class Net:
    """What is fetched for one command."""

    def __init__(self, given: Given, *, content: bool = False) -> None:
        """`given` are the user's flags; `content` takes the entries' own texts."""
        self._given, self._content = given, content
        policy = FetchPolicy(private=given.allow_private)
        self._fetcher = PoliteFetcher(fetcher=Fetcher(policy))

    def jobs(self, address: str) -> Iterator[Task]:
        """Yield the jobs of an address, a feed's oldest first."""
        try:
            fetched = self._fetcher.fetch(address)
            if not is_feed(fetched):
                source = fetched_to_source(fetched, encoding=self._given.encoding)
                yield Job(name=address, source=self._given.applied(source))
                return
            feed = parse_feed(fetched)
        except ReadError as error:
            yield error
            return
        yield from self._entries(feed, address)

    def saved(self, name: str) -> Iterator[Task]:
        """Yield the jobs of a file that may be a feed; one that is none is a job like any other."""
        try:
            fetched = Fetched(
                address=name,
                body=bytes_of(Path(name)),
                content_type="application/xml",
                charset=self._given.encoding,
                etag=None,
                last_modified=None,
            )
            if not is_feed(fetched):
                yield Job(name=name, given=self._given)
                return
            feed = parse_feed(fetched)
        except ReadError as error:
            yield error
            return
        # Where a file lies says nothing of whose feed it is.
        yield from self._entries(replace(feed, address=feed.title or "a saved feed"), name)

    def _entries(self, feed: Feed, name: str) -> Iterator[Task]:
        if self._given.identifier or self._given.title:
            yield ReadError(
                f"{name} is a feed of several articles; --id and --title belong to one.",
                source=name,
            )
            return
        yield from (self._entry(entry, feed) for entry in reversed(feed.entries))

    def _entry(self, entry: Entry, feed: Feed) -> Task:
        try:
            source = entry_source(entry, feed, self._fetcher, content=self._content)
        except ReadError as error:
            return error
        name = entry.link or entry_name(entry, feed)
        return Job(name=name, source=self._given.applied(source))
