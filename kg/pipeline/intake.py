"""Many sources into a store: a crew reads and extracts, one writer stores, in the order of sources.

In:  jobs, a store, a crew, a clock. Out: for each source what was stored, or the error that kept it
out; one bad source does not stop the others. What the store has already as it is, is passed over
before extraction, so that an intake that was interrupted goes on where it stood.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from kg.errors import KgError
from kg.pipeline.crew import Crew, Done, Task
from kg.pipeline.ingest import store_found
from kg.pipeline.known import is_stored, live_claims
from kg.pipeline.reading import Found
from kg.store.base import GraphStore, PutReport


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
    for done in crew.run(jobs, lambda head: is_stored(store, head)):
        yield _landed(done, store, now(), anew=anew)


def _landed(done: Done, store: GraphStore, at: datetime, *, anew: bool) -> Landed:
    if isinstance(done.found, KgError):
        return Landed(name=done.name, error=done.found)
    found: Found = done.found
    if found.extraction is None:
        return Landed(name=found.source.name, put=_as_it_is(store, found.iri))
    try:
        report = store_found(found.source, found.extraction, store, at=at, anew=anew)
    except KgError as error:
        if error.exit_code != 2:
            raise
        return Landed(name=found.source.name, error=error)
    warnings = report.extraction.warnings
    return Landed(name=found.source.name, put=report.put, warnings=warnings)


def _as_it_is(store: GraphStore, iri: str) -> PutReport:
    kept = live_claims(store, iri)
    return PutReport(article=iri, outcome="unchanged", added=0, kept=kept, withdrawn=0)
