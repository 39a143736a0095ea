"""Feeds into a store: what is new in each, round after round.

In:  addresses of feeds, what is remembered of them, a store, a fetcher, the present moment.
Out: for each feed what it gave. A feed or an entry that fails is tried again later and later, and
never stops the others. Each entry is remembered once it is stored, so that an interruption loses
and doubles nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from kg.errors import KgError, ModelError, ReadError
from kg.model.article import SourceText
from kg.model.notes import FEED_TEXT
from kg.model.said import Said
from kg.pipeline.crew import Alone
from kg.pipeline.extractors import Choice
from kg.pipeline.followed import FeedMemory, Followed, Waiting
from kg.pipeline.intake import Landed, take_in
from kg.pipeline.reading import Job
from kg.read.exchange import Refused
from kg.read.feed import (
    Entry,
    Feed,
    content_of_entry,
    entry_name,
    no_address,
    page_of_entry,
    parse_feed,
)
from kg.read.fetch import FORBIDDEN
from kg.read.given import Given
from kg.read.polite import PoliteFetcher
from kg.read.url import fetched_to_source
from kg.store.base import GraphStore

FeedOutcome = Literal["read", "unchanged", "failed", "waits"]
OpenStore = Callable[[], AbstractContextManager[GraphStore]]

MOST_TRIES = 5
_LONGEST_WAIT = 86_400.0
_CLOSED = frozenset({401, 402, FORBIDDEN, 451})  # the page may not be had by us, now or later


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReport:
    """What a round did with one feed. `landed` are its new entries, each stored or failed."""

    address: str
    outcome: FeedOutcome
    landed: tuple[Landed, ...] = ()
    error: KgError | None = None
    left_out: int = 0


def entry_source(
    entry: Entry, feed: Feed, fetcher: PoliteFetcher, *, content: bool = False
) -> SourceText:
    """Return an entry's article: its page's, or the entry's own text. Raises ReadError.

    Its own is taken where `content` asks for it, and where the page may not be fetched.
    """
    if entry.content and (content or entry.link is None):
        return content_of_entry(entry, feed)
    if entry.link is None:
        raise no_address(entry, feed)
    try:
        page = fetched_to_source(fetcher.fetch(entry.link))
    except Refused as error:
        if error.status not in _CLOSED or not entry.content:
            raise
        note = Said(FEED_TEXT, address=entry.link)
        return content_of_entry(entry, feed, note=note)
    return page_of_entry(page, entry, feed)


@dataclass(slots=True, kw_only=True)
class Follower:
    """Follows feeds. `every` is the pause between rounds in seconds, from which waits grow.

    `content`: take an entry's own text, where it has one, and do not fetch its page. `choice` says
    who finds the claims.
    """

    feeds: Sequence[str]
    memory: Followed
    open_store: OpenStore
    fetcher: PoliteFetcher
    now: Callable[[], datetime]
    every: float
    content: bool = False
    given: Given = field(default_factory=Given)
    choice: Choice = field(default_factory=Choice)
    _landed: list[Landed] = field(default_factory=list)

    def round(self) -> Iterator[FeedReport]:
        """Ask each feed once; yield what it gave."""
        for address in self.feeds:
            memory = self.memory.feed(address)
            if memory.next > self.now().timestamp():
                yield FeedReport(address=address, outcome="waits")
                continue
            yield self._asked(address, memory)
            self.memory.save()

    def _asked(self, address: str, memory: FeedMemory) -> FeedReport:
        self._landed = []
        try:
            fetched = self.fetcher.fetch(address, headers=memory.conditions())
            if fetched.body is None:
                memory.failures, memory.next = 0, 0.0
                return FeedReport(address=address, outcome="unchanged")
            feed = parse_feed(fetched)
            self._take(feed, memory)
        except KgError as error:
            if isinstance(error, ReadError):  # the store's troubles are not the feed's
                memory.failures += 1
                memory.next = self._later(memory.failures)
            landed = tuple(self._landed)
            return FeedReport(address=address, outcome="failed", error=error, landed=landed)
        memory.failures, memory.next = 0, 0.0
        memory.etag, memory.last_modified = fetched.etag, fetched.last_modified
        landed = tuple(self._landed)
        return FeedReport(address=address, outcome="read", landed=landed, left_out=feed.left_out)

    def _take(self, feed: Feed, memory: FeedMemory) -> None:
        """Take in the new entries, the oldest first."""
        moment = self.now().timestamp()
        new = [
            entry
            for entry in reversed(feed.entries)
            if entry.key not in memory.seen
            and (entry.key not in memory.waiting or memory.waiting[entry.key].next <= moment)
        ]
        shown = {entry.key for entry in feed.entries}
        memory.waiting = {k: w for k, w in memory.waiting.items() if k in shown}
        for entry in new:
            self._note(self._landed_of(entry, feed), entry, memory)
            self.memory.save()

    def _landed_of(self, entry: Entry, feed: Feed) -> Landed:
        """Return what became of an entry. Raises what the store raises for its surroundings."""
        try:
            source = entry_source(entry, feed, self.fetcher, content=self.content)
        except ReadError as error:
            return Landed(name=entry.link or entry_name(entry, feed), error=error)
        with self.open_store() as store:
            given = self.given.applied(source)
            job = Job(name=source.name, source=given, choice=self.choice)
            anew = self.choice.name is not None
            (landed,) = take_in([job], store, Alone(store.base), now=self.now, anew=anew)
        return landed

    def _note(self, landed: Landed, entry: Entry, memory: FeedMemory) -> None:
        """Remember what became of an entry: done with, or to be tried again."""
        self._landed.append(landed)
        tries = memory.waiting[entry.key].tries + 1 if entry.key in memory.waiting else 1
        slow = isinstance(landed.error, ModelError)  # a model that is out of reach now
        again = slow or (isinstance(landed.error, ReadError) and entry.link is not None)
        if not again or tries >= MOST_TRIES:
            memory.see(entry.key)
        else:
            memory.waiting[entry.key] = Waiting(tries=tries, next=self._later(tries))

    def _later(self, failures: int) -> float:
        """Return when to try again: after twice as long each time, at most after a day."""
        wait: float = min(self.every * 2.0 ** min(failures - 1, 20), _LONGEST_WAIT)
        return self.now().timestamp() + wait
