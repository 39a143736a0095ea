"""From a source to claims in the store, and a publication date corrected.

This room alone knows the order: read -> extract -> resolve -> mapping -> store.
In:  a `SourceText` and an open store; the moment is an argument. Out: what was found and what the
store did with it.
"""

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from kg.errors import ExtractError, MappingError, NotFound
from kg.extract.segment import segment
from kg.extract.times.finder import find_times
from kg.model.article import Article, SourceText
from kg.model.claim import Claim
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.timespan import TimeSpan, TimeWords
from kg.pipeline.article import extract_article
from kg.resolve.times import retime
from kg.store.base import GraphStore, PutReport, Putting
from kg.store.told import BY_HAND
from kg.vocabulary import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What was found in a source and what storing it changed."""

    extraction: Extraction
    put: PutReport


def ingest(source: SourceText, store: GraphStore, *, at: datetime) -> IngestReport:
    """Extract the source's claims and put them into the store, at the moment `at` (with timezone).

    A day of publication that was set by hand holds for a later text of the same source, as long as
    that text names none itself.
    Raises what extraction and the store raise (KgError); then nothing was stored.
    """
    iris = Iris(store.base)
    return store_found(source, extract_article(source, iris=iris), store, at=at)


def store_found(
    source: SourceText,
    extraction: Extraction,
    store: GraphStore,
    *,
    at: datetime,
    anew: bool = False,
) -> IngestReport:
    """Put what was found in a source into the store, as `ingest` does, at the moment `at`.

    `anew`: the claims of a text that is stored already give way to these. Claims by hand do not:
    then ExtractError is raised.
    """
    putting = to_put(source, extraction, store, at=at, anew=anew)
    put = store.put_article(putting.extraction, at=at, more=putting.more)
    return IngestReport(extraction=putting.extraction, put=put)


def to_put(
    source: SourceText, extraction: Extraction, store: GraphStore, *, at: datetime, anew: bool
) -> Putting:
    """Return what `store_found` puts."""
    known = known_day(store, extraction.article.iri) if source.published is None else None
    if known is not None and anew:
        extraction = _dated(extraction, known)
    elif known is not None:
        source = dataclasses.replace(source, published=known, published_from="user")
        extraction = extract_article(source, iris=Iris(store.base))
    if anew:
        _keep_claims_by_hand(store, extraction.article)
    return Putting(extraction=extraction, at=at, more=anew)


def _keep_claims_by_hand(store: GraphStore, article: Article) -> None:
    """Raise ExtractError where somebody wrote claims of an article that others would replace."""
    try:
        claims = store.extraction(article.iri).claims
    except NotFound:
        return
    if any(claim.extractor.startswith(BY_HAND) for claim in claims):
        raise ExtractError(
            f"The store has claims by hand of {article.iri}, which another extractor would "
            "replace. They stay, and nothing of it was stored anew."
        )


def known_day(store: GraphStore, article_iri: str) -> Day | None:
    """Return the day a user set for an article of the store; None for none."""
    try:
        article = store.extraction(article_iri).article
    except NotFound:
        return None
    return article.published if article.published_from == "user" else None


def set_published(
    store: GraphStore, article_iri: str, published: Day | None, *, at: datetime
) -> Extraction:
    """Correct an article's day of publication and compute its relative times again.

    Claims keep their IRIs, words and moments of recording. `published` None = unknown.
    Raises NotFound.
    """
    before = store.extraction(article_iri)
    after = _dated(before, published)
    store.set_published(after, at=at)
    return after


def _dated(before: Extraction, published: Day | None) -> Extraction:
    """Return an extraction with another day of publication, set by the user."""
    article = dataclasses.replace(
        before.article, published=published, published_from="user" if published else None
    )
    claims = tuple(_retimed(claim, article) for claim in before.claims)
    return dataclasses.replace(before, article=article, claims=claims)


def set_headline(
    store: GraphStore,
    article_iri: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    at: datetime,
) -> None:
    """Correct an article's title or publisher (None = as it is); claims stay as they are.

    Raises NotFound, and MappingError for an empty title.
    """
    before = store.extraction(article_iri)
    changed = dataclasses.replace(
        before.article,
        title=before.article.title if title is None else " ".join(title.split()),
        publisher=before.article.publisher if publisher is None else publisher.strip() or None,
    )
    if not changed.title:
        raise MappingError("A title needs a word. Give the article's headline.")
    store.put_article(dataclasses.replace(before, article=changed), at=at)


def _retimed(claim: Claim, article: Article) -> Claim:
    if claim.time is None:
        return claim
    return dataclasses.replace(claim, time=_time(claim.time, article))


def _time(span: TimeSpan, article: Article) -> TimeSpan:
    words = _words_again(span.text, article.language) if span.text else None
    return retime(span, words, article.published)


def _words_again(text: str, language: Language) -> TimeWords | None:
    """Return what the time words of a span mean, read alone; None when they are found no more."""
    found = [w for s in segment(text, language, title=None) for w in find_times(s, language)]
    return found[0] if len(found) == 1 else None
