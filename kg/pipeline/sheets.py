"""A claim sheet into the store: all of it or nothing.

In:  a `Sheet`, an open store, the moment. Out: a report an article. Rows become drafts, drafts go
through linking, minting and the checks like those of every extractor; what is not done is what
would second-guess the rows: resolving pronouns and merging. Claims are added to those that the
article has: none is withdrawn, none is told otherwise.
Raises SheetError with all mistakes before anything is stored.
"""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime

from kg.errors import ExtractError, MappingError, NotFound
from kg.extract.segment import segment
from kg.extract.sheets.extractor import HINTS, SheetExtractor, SheetMistakes
from kg.extract.sheets.times import settle
from kg.mapping.checks import check_extraction
from kg.model.article import SourceText
from kg.model.claim import Claim
from kg.model.day import Day
from kg.model.draft import Drafts, DraftTime
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.said import Said, excerpt
from kg.model.sheet import Mistake, Sheet
from kg.model.timespan import TimeSpan
from kg.pipeline.article import article_of, language_of, uses_of
from kg.pipeline.ingest import IngestReport
from kg.pipeline.sheet_articles import (
    SheetArticle,
    find_articles,
    is_of_evidence,
    source_text,
    text_of_evidence,
)
from kg.pipeline.sheet_union import Joined, join
from kg.read.sheet import sheet_error
from kg.resolve.entities import link_entities
from kg.resolve.mint import Minting, mint_claims
from kg.resolve.times import resolve_time, retime
from kg.store.base import GraphStore, PutReport

Known = Callable[[str], Extraction | None]


def ingest_sheet(sheet: Sheet, store: GraphStore, *, at: datetime) -> list[IngestReport]:
    """Store the claims of a sheet at the moment `at`; articles come in the order of the sheet."""
    joined = read_claims(sheet, iris=Iris(store.base), known=_known(store))
    return [IngestReport(extraction=j.extraction, put=_put(store, j, at)) for j in joined]


def _put(store: GraphStore, joined: Joined, at: datetime) -> PutReport:
    if joined.new or joined.first:
        return store.put_article(joined.extraction, at=at, more=True)
    return PutReport(
        article=joined.extraction.article.iri,
        outcome="unchanged",
        added=0,
        kept=len([c for c in joined.extraction.claims if not c.under]),
        withdrawn=0,
    )


def _known(store: GraphStore) -> Known:
    live = {a.iri for a in store.articles()}

    def known(iri: str) -> Extraction | None:
        try:
            return store.extraction(iri) if iri in live else None
        except NotFound:
            return None

    return known


def read_claims(sheet: Sheet, *, iris: Iris, known: Known = lambda _: None) -> list[Joined]:
    """Return the extraction of each article, joined with what the store has of it.

    Raises SheetError.
    """
    articles, wrong = find_articles(sheet)
    wrong += sheet.mistakes
    found: list[Joined] = []
    for article in articles:
        try:
            one = _Article(sheet, article, iris, known(article.iri(iris)), HINTS - len(wrong))
            found.append(one.joined())
        except SheetMistakes as error:
            wrong += error.mistakes
    if wrong:
        raise sheet_error(sheet, wrong)
    return found


def _not_claims(error: MappingError) -> str:
    """Say in the reader's language that what follows is in the program's own words."""
    said: str = error.args[0]
    return Said("This article’s claims cannot be stored. The check says: %(why)s", why=said)


class _Article:
    """One article of a sheet on its way to an extraction."""

    def __init__(
        self,
        sheet: Sheet,
        article: SheetArticle,
        iris: Iris,
        known: Extraction | None,
        hints: int,
    ) -> None:
        self.hints = hints
        self.sheet, self.of, self.iris, self.known = sheet, article, iris, known
        self.notes: list[str] = []
        self.mistakes: list[Mistake] = []
        self.rows_of_claims: dict[str, int] = {}
        self.source = source_text(article, sheet, self._text())
        if known is not None:
            self.source = self._as_known(self.source, known)

    def joined(self) -> Joined:
        """Return the extraction. Raises SheetMistakes."""
        try:
            made = self._extraction()
            joined = join(made, self.known, self.rows_of_claims)
            check_extraction(joined.extraction, self.iris)
        except ExtractError as error:
            raise SheetMistakes([Mistake(self.of.first_row, "language", error.args[0])]) from error
        except MappingError as error:
            raise SheetMistakes(
                [*self.mistakes, Mistake(self.of.first_row, "", _not_claims(error))]
            ) from error
        return joined

    def _text(self) -> str:
        """Return the text that the evidence is looked for in."""
        given, known = self.of.text, self.known
        if known is None:
            if given is None:
                self.notes.append(
                    Said(
                        "%(name)s: the article %(article)s has no text here: the words of its "
                        "evidence are kept as its text.",
                        name=self.sheet.name,
                        article=excerpt(self.of.key, 200),
                    )
                )
            return given or text_of_evidence(self.of.rows)
        stored = known.article.text
        if given is not None and given != stored:
            self.mistakes.append(
                Mistake(
                    self.of.first_row,
                    "text",
                    Said(
                        "is not the text that the store has of this article. Empty it, or add the "
                        "article itself again with `claimline add` first."
                    ),
                )
            )
        return text_of_evidence(self.of.rows, stored) if is_of_evidence(known) else stored

    def _as_known(self, source: SourceText, known: Extraction) -> SourceText:
        """Return what the store says of the article, where it says something else in a note."""
        article = known.article
        for name in ("title", "published", "publisher", "language"):
            said, stored = getattr(source, name), getattr(article, name)
            if said is not None and said != stored:
                self.notes.append(self._stays(name, str(stored or ""), str(said)))
        return dataclasses.replace(
            source,
            title=article.title,
            language=article.language,
            published=article.published,
            published_from=article.published_from,
            publisher=article.publisher,
            source=article.source,
            notes=article.warnings,
            encoding=article.encoding,
            encoding_from=article.encoding_from,
        )

    def _extraction(self) -> Extraction:
        if not self.source.text.strip():
            row = self.of.first_row
            told = Said("has neither a text nor a claim. Give it one, or delete the row.")
            raise SheetMistakes([*self.mistakes, Mistake(row, "article", told)])
        language = self.source.language or language_of(self.source)
        sentences = segment(self.source.text, language, title=self.source.title)
        iri = self.of.iri(self.iris)
        article = article_of(self.source, language, sentences, iri)
        extractor = SheetExtractor(
            rows=self.of.rows, hints=self.hints, actors=self.of.actors, places=self.of.places
        )
        try:
            drafts = extractor.extract(self.source.text, sentences, language)
        except SheetMistakes as error:
            raise SheetMistakes([*self.mistakes, *error.mistakes]) from error
        entities = link_entities(
            uses_of(drafts), article_iri=iri, language=language, iris=self.iris
        )
        if self.sheet.mistakes:  # told with those found here; nothing comes of the sheet
            raise SheetMistakes(self.mistakes)
        claims = self._mint(drafts, extractor, iri, entities.name_of)
        if self.mistakes:
            raise SheetMistakes(self.mistakes)
        return Extraction(
            article=article,
            actors=entities.actors,
            locations=entities.locations,
            claims=claims,
            context_actors=entities.context_actors,
            context_locations=entities.context_locations,
            warnings=(*self.notes, *extractor.notes),
        )

    def _mint(
        self, drafts: Drafts, extractor: SheetExtractor, iri: str, name_of: Callable[..., str]
    ) -> tuple[Claim, ...]:
        minted = mint_claims(
            drafts,
            Minting(
                iris=self.iris,
                article_iri=iri,
                text=self.source.text,
                extractor=f"{extractor.name}/{extractor.version}",
                name_of=name_of,
                resolve_time=lambda draft: self._time(draft, extractor),
                confidence=lambda score: score,
                turns=extractor.turns,
            ),
        )
        # Until here a claim's rule is the key of its draft.
        origins = {claim.iri: extractor.origins[int(claim.rule)] for claim in minted}
        self.rows_of_claims = {iri: origin.row for iri, origin in origins.items()}
        return tuple(
            dataclasses.replace(
                claim, extractor=origins[claim.iri].extractor, rule=origins[claim.iri].rule
            )
            for claim in minted
        )

    def _time(self, draft: DraftTime, extractor: SheetExtractor) -> TimeSpan | None:
        given = extractor.times[draft.words.arguments[0]]
        published = self.source.published
        computed = resolve_time(given.words, published, given.tense)
        try:
            span = settle(given, computed)
        except ValueError as error:
            self.mistakes.append(Mistake(given.row, "start", error.args[0]))
            return computed
        if span.basis in ("relative", "inferred") and published != self._written():
            return retime(span, given.words, published)
        return span

    def _written(self) -> Day | None:
        """Return the day of publication that the sheet gives, the store's where it gives none."""
        written = self.of.fact("published")
        return Day.parse(written) if written else self.source.published

    def _stays(self, column: str, stored: str, said: str) -> str:
        return Said(
            "%(name)s: the store knows of the article %(article)s another %(column)s (%(stored)s) "
            "than the sheet (%(said)s); the store's stays. `claimline articles set` corrects it.",
            name=self.sheet.name,
            article=excerpt(self.of.key, 200),
            column=column,
            stored=excerpt(stored, 200) or Said("unknown"),
            said=excerpt(said, 200),
        )


def check_sheet(sheet: Sheet, *, base: str) -> Sequence[Extraction]:
    """Return what a sheet claims, apart from any store. Raises SheetError."""
    return [j.extraction for j in read_claims(sheet, iris=Iris(base))]
