"""Making a preview of what was sent, and storing one.

In:  jobs; a preview that somebody said yes to. Out: entries with what would be stored, then with
what was. One bad source does not stop the others, as on the command line.
"""

from dataclasses import replace
from pathlib import PurePath

from kg.errors import KgError, ReadError
from kg.model.article import SourceText
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.said import Said
from kg.model.sheet import Sheet
from kg.pipeline.ingest import known_day, store_found
from kg.pipeline.preview import Foreseen, foresee
from kg.pipeline.reading import Found, Job
from kg.pipeline.sheets import ingest_sheet, read_claims
from kg.read.sheet import is_sheet_name, parse_sheet
from kg.store.base import GraphStore

from .readers import readers_for
from .shelf import Entry, Part, Preview
from .state import state

# Sheets are read in the server's own process: larger ones would hold up who reads.
MAX_SHEET_BYTES = 1_000_000


def entry_of(job: Job) -> Entry:
    """Return what is in one source, and what storing it would do."""
    try:
        if job.body is not None and is_sheet_name(job.name):
            return _sheet_entry(job.name, job.body)
        return Entry(name=job.name, parts=(_part(job),))
    except KgError as error:
        if error.exit_code != 2:
            raise
        return Entry(name=job.name, error=error)


def store_preview(preview: Preview) -> None:
    """Store each entry that was not stored yet. Raises what the surroundings raise."""
    with preview.lock:  # the same form sent twice waits here, and finds it stored
        for entry in preview.entries:
            if entry.stored is None and entry.error is None:
                _store(entry)


def look_again(entry: Entry, source: SourceText) -> Entry:
    """Return the entry of one article with other facts."""
    return entry_of(Job(name=entry.name, source=source))


def _part(job: Job) -> Part:
    store = state().store
    found = _found(job)
    day = known_day(store, found.iri) if found.source.published is None else None
    if day is not None:  # set by hand for an earlier text, and holds for this one: see ingest
        dated = replace(found.source, published=day, published_from="user")
        found = _found(Job(name=job.name, source=dated))
    return Part(found=found, foreseen=foresee(store, found))


def _found(job: Job) -> Found:
    found = readers_for(state().store.base).read(job)
    if isinstance(found, KgError):
        raise found
    return found


def _sheet_entry(name: str, body: bytes) -> Entry:
    if len(body) > MAX_SHEET_BYTES:
        raise ReadError(
            Said(
                "%(name)s is larger than %(most)s MB. Split it into several sheets, or add it "
                "with `claimline add`.",
                name=name,
                most=MAX_SHEET_BYTES // 1_000_000,
            ),
            source=name,
        )
    sheet = parse_sheet(body, name, PurePath(name).suffix.lower())
    store = state().store
    joined = read_claims(sheet, iris=Iris(store.base), known=lambda iri: _known(store, iri))
    parts = tuple(
        Part(
            found=_as_found(sheet, j.extraction),
            foreseen=Foreseen(
                outcome="added" if j.first else "replaced" if j.new else "unchanged",
                added=j.new,
                kept=sum(1 for c in j.extraction.claims if c.under is None) - j.new,
            ),
        )
        for j in joined
    )
    return Entry(name=name, parts=parts, sheet=sheet)


def _known(store: GraphStore, iri: str) -> Extraction | None:
    return store.extraction(iri) if store.summary(iri) is not None else None


def _as_found(sheet: Sheet, extraction: Extraction) -> Found:
    article = extraction.article
    source = SourceText(
        name=sheet.name,
        text=article.text,
        title=article.title,
        language=article.language,
        published=article.published,
        published_from=article.published_from,
        publisher=article.publisher,
        source=article.source,
        notes=sheet.notes,
    )
    return Found(source=source, iri=article.iri, extraction=extraction)


def _store(entry: Entry) -> None:
    store, at = state().store, state().clock()
    try:
        if entry.sheet is not None:
            reports = ingest_sheet(entry.sheet, store, at=at)
            entry.stored = tuple(report.put for report in reports)
            return
        done = []
        for part in entry.parts:
            found = part.found
            if found.extraction is not None:
                done.append(store_found(found.source, found.extraction, store, at=at).put)
        entry.stored = tuple(done)
        entry.failed = None
    except KgError as error:
        if error.exit_code != 2:
            raise
        entry.failed = error
