"""The order of the stages: the only room that knows it.

In:  a text that was read. Out: its extraction.
segment -> extract -> resolve references -> link -> merge -> mint.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from kg.errors import ExtractError
from kg.extract.base import Extractor, signature
from kg.extract.confidence import bound
from kg.extract.language import detect_language
from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment
from kg.model.article import Article, SourceText, text_digest
from kg.model.claim import Claim
from kg.model.day import Day
from kg.model.draft import Drafts, DraftTime, Party, mentions_of
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.notes import NO_CLAIM, NO_DAY
from kg.model.said import Said
from kg.model.timespan import TimeSpan
from kg.model.token import Sentence
from kg.pipeline.trace import Trace
from kg.read.encoding import encoding_doubt
from kg.resolve.entities import Use, link_entities
from kg.resolve.listing import used_mentions
from kg.resolve.merge import merge_drafts
from kg.resolve.mint import Minting, mint_claims
from kg.resolve.references import resolve_references
from kg.resolve.times import resolve_time, told_ahead
from kg.vocabulary import LANGUAGES, Language

_TITLE_WORDS = 12


def extract_article(
    source: SourceText,
    *,
    iris: Iris,
    extractor: Extractor | None = None,
    article_iri: str | None = None,
    trace: Trace | None = None,
) -> Extraction:
    """Return what an article claims. Pure, as long as the extractor is: the rules are.

    `article_iri` is that of an article that has one already. `trace` is given what each stage saw.
    Raises ExtractError when the language is not given and cannot be told.
    """
    extractor = extractor or RuleExtractor(trace)
    language = source.language or language_of(source)
    sentences = segment(source.text, language, title=source.title)
    found = extractor.extract(source.text, sentences, language)
    article = article_of(source, language, sentences, article_iri or identity_iri(source, iris))
    article = replace(article, warnings=tuple(sorted({*source.notes, *found.warnings})))
    drafts = resolve_references(found, None if trace is None else trace.chosen)
    uses = list(uses_of(drafts))
    met = used_mentions((), drafts.meetings)
    entities = link_entities(uses, article_iri=article.iri, language=language, iris=iris, met=met)
    merged = merge_drafts(drafts, source.text, entities.name_of)
    merged = told_ahead(merged, source.published)
    if trace is not None:
        trace.staged(sentences, found, drafts, merged, entities)
    claims = mint_claims(
        merged,
        Minting(
            iris=iris,
            article_iri=article.iri,
            text=source.text,
            extractor=signature(extractor),
            name_of=entities.name_of,
            resolve_time=partial(_time, published=source.published),
            confidence=bound,
        ),
    )
    return Extraction(
        article=article,
        actors=entities.actors,
        locations=entities.locations,
        claims=claims,
        context_actors=entities.context_actors,
        context_locations=entities.context_locations,
        warnings=tuple(_warnings(source, drafts, claims)),
    )


def identity_iri(source: SourceText, iris: Iris) -> str:
    """Return the IRI of the article: of its given id, its address, or else its text."""
    return iris.article(*_identity(source))


def language_of(source: SourceText) -> Language:
    """Return the language that a text is in, by its words. Raises ExtractError."""
    language = detect_language(source.text)
    if language is None:
        raise ExtractError(
            Said(
                "The language of %(name)s cannot be told from its words. "
                "Name it with --lang (%(known)s).",
                name=source.name,
                known=", ".join(LANGUAGES),
            )
        )
    return language


def article_of(
    source: SourceText, language: Language, sentences: Sequence[Sentence], iri: str
) -> Article:
    """Return the article that a text is, with the title it gives itself where none is given."""
    return Article(
        iri=iri,
        text=source.text,
        title=_title(source, sentences),
        language=language,
        published=source.published,
        published_from=source.published_from,
        publisher=source.publisher,
        source=source.source,
        digest=text_digest(source.text),
        encoding=source.encoding,
        encoding_from=source.encoding_from,
        furniture=sum(sentence.kind == "furniture" for sentence in sentences),
        warnings=tuple(sorted(set(source.notes))),
    )


def _identity(source: SourceText) -> tuple[str, ...]:
    """An article is its given id, its address, or its text; a file's path is never one."""
    if source.identifier:
        return ("id", source.identifier)
    return (source.source,) if source.source else ("text", source.text)


def _title(source: SourceText, sentences: Iterable[Sentence]) -> str:
    if source.title and source.title.strip():
        return " ".join(source.title.split())
    lines = list(sentences)
    title = next((s for s in lines if s.kind == "title"), None)
    if title is not None:
        return " ".join(title.text.lstrip("#").split())
    body = next((s for s in lines if s.kind == "body"), None) or next(iter(lines), None)
    words = body.text.split() if body is not None else [source.name]
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")


def uses_of(drafts: Drafts) -> Iterator[Use]:
    """Yield every mention in the part it plays: the article's, and those that claims speak of."""
    for read in drafts.sentences:
        yield from (Use(mention=m, role="actor") for m in read.actors)
        yield from (Use(mention=m, role="place") for m in read.places)
    for statement in drafts.statements:
        yield from _acting(statement.speaker, *statement.via, *statement.addressees)
        yield from (Use(mention=a.mention, role=a.role) for a in statement.about)
    for meeting in drafts.meetings:
        yield from _acting(*meeting.participants, *meeting.mediators)
        if meeting.place is not None:
            yield Use(mention=meeting.place, role="place")
    for line in drafts.redlines:
        if line.action is not None and line.action.place is not None:
            yield Use(mention=line.action.place, role="place")


def _acting(*parties: Party | None) -> Iterator[Use]:
    yield from (Use(mention=m, role="actor") for m in mentions_of(parties))


def _time(draft: DraftTime, *, published: Day | None) -> TimeSpan | None:
    return resolve_time(draft.words, published, draft.tense)


def _warnings(source: SourceText, drafts: Drafts, claims: Iterable[Claim]) -> Iterator[str]:
    if source.encoding and source.encoding_from == "guess":
        yield encoding_doubt(source.name, source.encoding)
    yield from source.notes
    yield from drafts.warnings
    found = list(claims)
    if not found and not drafts.warnings:
        yield Said(NO_CLAIM, name=source.name)
    relative = [c.time for c in found if c.time is not None and c.time.basis == "relative"]
    if source.published is None and relative:
        words = ", ".join(dict.fromkeys(f"“{t.text}”" for t in relative if t.text))
        yield Said(NO_DAY, name=source.name, words=words)
