"""Many sources into a store: a crew reads and extracts, one writer stores, in the order of sources.

In:  jobs, a store, a crew, a clock. Out: for each source what was stored, or the error that kept it
out; one bad source does not stop the others. What the store has already as it is, is passed over
before extraction, so that an intake that was interrupted goes on where it stood.
"""

import dataclasses
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from kg.errors import KgError
from kg.model.iri import Iris
from kg.model.notes import GONE_BY_HAND
from kg.model.said import Said
from kg.pipeline.article import extract_article
from kg.pipeline.crew import Crew, Done, Task
from kg.pipeline.ingest import to_put
from kg.pipeline.known import is_stored, live_claims
from kg.pipeline.reading import Found, Head, Offer
from kg.store.base import GraphStore, Offering, PutReport, Putting

# What comes quickly is stored together: so many articles, or what came within so many seconds. Of
# 16 at a time the engine moves twice as many bytes while it sorts its files as of 64.
MOST_TOGETHER = 64
_TOGETHER_SECONDS = 3.0
_LATELY = 10_000  # more than readers are ahead
_SLOW_SECONDS = 0.25  # after an article that was so long in coming, the next may be as well


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """What became of a source: `put` or `error`; `warnings` are sentences for the user."""

    name: str
    put: PutReport | None = None
    error: KgError | None = None
    warnings: tuple[str, ...] = ()


def take_in(
    jobs: Iterable[Task],
    store: GraphStore,
    crew: Crew,
    *,
    now: Callable[[], datetime],
    anew: bool = False,
) -> Iterator[Landed]:
    """Yield what became of each source, in order, once it is stored.

    `anew`: the claims of an article whose text is stored already give way to those found now.
    Raises what the store raises for its surroundings (a full disk, a lost server).
    """
    asked = (_readied(job, store) for job in jobs)
    lately: dict[str, None] = {}
    with closing(crew.run(asked, lambda head: is_stored(store, head))) as results:
        for some in _quick_runs(results):
            yield from _Intake(store, lately, anew=anew).take(some, now)


def _readied(job: Task, store: GraphStore) -> Task:
    """Have articles made ready for a store that gains by it."""
    if isinstance(job, KgError) or not store.takes_ready:
        return job
    return dataclasses.replace(job, ready=True)


def _quick_runs(results: Iterable[Done]) -> Iterator[list[Done]]:
    """Yield what came, in order: several at once where they come one soon after the other."""
    some: list[Done] = []
    began = last = time.monotonic()
    for done in results:
        came = time.monotonic()
        if not some:
            began = came
        some.append(done)
        slow = came - last > _SLOW_SECONDS
        if slow or len(some) >= MOST_TOGETHER or came - began > _TOGETHER_SECONDS:
            yield some
            some = []
        last = time.monotonic()
    if some:
        yield some


class _Intake:
    """Some sources on their way into the store together."""

    def __init__(self, store: GraphStore, lately: dict[str, None], *, anew: bool) -> None:
        """`lately` are the articles that were put before, the latest at the end."""
        self._store, self._lately, self._anew = store, lately, anew
        self._landed: dict[int, Landed] = {}
        self._putting: dict[int, _Coming] = {}

    def take(self, some: Iterable[Done], now: Callable[[], datetime]) -> Iterator[Landed]:
        """Yield what became of each, in order, once all are stored."""
        for number, done in enumerate(some):
            try:
                self._one(number, done, now())
            except KgError as error:
                if error.exit_code != 2:
                    raise
                self._landed[number] = Landed(name=_name_of(done), error=error)
        self._put()
        yield from (self._landed[number] for number in sorted(self._landed))

    def _one(self, number: int, done: Done, at: datetime) -> None:
        found = done.found
        if isinstance(found, Found) and found.extraction is None:
            found = self._still_stored(found)
        if isinstance(found, KgError):
            self._landed[number] = Landed(name=done.name, error=found)
        elif isinstance(found, Found) and found.extraction is None:
            put = _as_it_is(self._store, found.iri)
            self._landed[number] = Landed(name=found.source.name, put=put)
        else:
            self._putting[number] = coming = self._coming(found, at)
            self._lately.pop(coming.asked.article_iri, None)
            self._lately[coming.asked.article_iri] = None
            if len(self._lately) > _LATELY:
                del self._lately[next(iter(self._lately))]

    def _still_stored(self, found: Found) -> Found:
        """Extract what was stored when its reader asked, where another text came since then.

        By the rules: where somebody names another extractor, articles are read anew in any case.
        """
        if found.iri not in self._lately or self._anew:
            return found
        self._put()
        iris = Iris(self._store.base)
        if is_stored(self._store, Head.of(found.source, iris)):
            return found
        return dataclasses.replace(found, extraction=extract_article(found.source, iris=iris))

    def _coming(self, found: Found | Offer, at: datetime) -> "_Coming":
        if isinstance(found, Found):
            put = self._to_put(found, at)
            return _Coming(found.source.name, put, put.extraction.warnings)

        def opened() -> Putting:
            put = self._to_put(found.open(), at)
            coming.warnings = put.extraction.warnings
            return put

        offering = Offering(ready=found.ready, at=at, open=opened)
        coming = _Coming(found.name, offering, found.warnings)
        return coming

    def _to_put(self, found: Found, at: datetime) -> Putting:
        if found.extraction is None:
            raise KgError(f"Nothing was looked for in {found.source.name}. Add it again.")
        iri = found.extraction.article.iri
        if any(one.asked.article_iri == iri for one in self._putting.values()):
            self._put()  # what the store says of the article has to be known
        return to_put(found.source, found.extraction, self._store, at=at, anew=self._anew)

    def _put(self) -> None:
        given, self._putting = self._putting, {}
        puts = self._store.put_articles([one.asked for one in given.values()]) if given else []
        for (number, one), put in zip(given.items(), puts, strict=True):
            if isinstance(put, KgError):
                self._landed[number] = Landed(name=one.name, error=put)
            else:
                warnings = (*one.warnings, *_gone_by_hand(one.name, put))
                self._landed[number] = Landed(name=one.name, put=put, warnings=warnings)


@dataclass(slots=True)
class _Coming:
    """What is to be put, with the name that it was read by and what its reader has to be told."""

    name: str
    asked: Putting | Offering
    warnings: tuple[str, ...]


def _gone_by_hand(name: str, put: PutReport) -> list[str]:
    """Return the sentence that says which claims by hand a new text of an article let go."""
    if not put.gone_by_hand:
        return []
    return [Said(GONE_BY_HAND, name=name, words=", ".join(f"“{w}”" for w in put.gone_by_hand))]


def _name_of(done: Done) -> str:
    if isinstance(done.found, Found):
        return done.found.source.name
    return done.found.name if isinstance(done.found, Offer) else done.name


def _as_it_is(store: GraphStore, iri: str) -> PutReport:
    kept = live_claims(store, iri)
    return PutReport(article=iri, outcome="unchanged", added=0, kept=kept, withdrawn=0)
