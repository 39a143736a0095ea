"""The articles that a claim sheet speaks of: its rows by article, with what they say of each.

In:  a `Sheet`. Out: `SheetArticle`s in the order of the sheet, and mistakes. An article's text is
the sheet's, or the store's, or where there is none the evidence of its rows, each passage once, in
the order of the sheet: nothing is made up around it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args

from kg.extract.sheets.passages import pieces_of
from kg.model.article import SourceText, text_digest
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.iri import Iris, is_iri
from kg.model.notes import EncodingFrom
from kg.model.said import Said, excerpt
from kg.model.sheet import Mistake, Sheet, SheetRow, split_list, word_among
from kg.vocabulary import LANGUAGES

_FACTS = (
    *("title", "source", "published", "publisher", "language", "published_from", "digest"),
    *("encoding", "encoding_from", "warnings"),
)
_STORED = re.compile(r"https?://\S+/article/([0-9a-f]{16})")
_GAP = "\n\n"


@dataclass(slots=True)
class SheetArticle:
    """One article of a sheet. `facts` are (value, row) by column; `text` None = none was given."""

    key: str
    rows: list[SheetRow] = field(default_factory=list)
    facts: dict[str, tuple[str, int]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    actors: list[tuple[SheetRow, str]] = field(default_factory=list)
    places: list[tuple[SheetRow, str]] = field(default_factory=list)
    first_row: int = 0

    def fact(self, column: str) -> str | None:
        """Return what the sheet says of the article, None for nothing."""
        return self.facts[column][0] if column in self.facts else None

    @property
    def text(self) -> str | None:
        """The text that the sheet gives."""
        return "".join(self.texts) or None

    def iri(self, iris: Iris) -> str:
        """Return the article's IRI: the one written, else by its address, else by its name."""
        stored = _STORED.fullmatch(self.key)
        if stored is not None:
            return f"{iris.base}article/{stored[1]}"
        source = self.fact("source")
        return iris.article(source) if source else iris.article("id", self.key)


def find_articles(sheet: Sheet) -> tuple[list[SheetArticle], list[Mistake]]:
    """Return the articles and what is wrong with what the rows say of them."""
    keys = _keys(sheet.rows)
    found: dict[str, SheetArticle] = {}
    wrong: list[Mistake] = []
    for row in sheet.rows:
        key = row.get("article") or keys.get(row.get("source")) or row.get("source")
        article = found.setdefault(key, SheetArticle(key=key, first_row=row.number))
        wrong += _take(article, row)
    for article in found.values():
        wrong += _check(article)
    return list(found.values()), wrong


def _keys(rows: Iterable[SheetRow]) -> dict[str, str]:
    """Return the article named beside each address."""
    named = ((r.get("source"), r.get("article")) for r in rows)
    return {source: key for source, key in named if source and key}


def _take(article: SheetArticle, row: SheetRow) -> Iterator[Mistake]:
    for column in _FACTS:
        said = row.get(column)
        before = article.facts.setdefault(column, (said, row.number)) if said else None
        if before is not None and before[0] != said:
            told = Said(
                "'%(here)s' here, '%(there)s' in row %(row)s; which is it?",
                here=excerpt(said),
                there=excerpt(before[0]),
                row=before[1],
            )
            yield Mistake(row.number, column, told)
    if text := row.get("text"):
        article.texts.append(text)
    article.actors += [(row, name) for name in row.list("article_actors")]
    article.places += [(row, name) for name in row.list("article_places")]
    if row.kind not in ("article", "text"):
        article.rows.append(row)


def _check(article: SheetArticle) -> Iterator[Mistake]:
    source, text, digest = article.fact("source"), article.text, article.fact("digest")
    if source and not is_iri(source):
        yield Mistake(
            article.facts["source"][1],
            "source",
            Said(
                "'%(address)s' is no address. Write it with https:// and without blanks.",
                address=excerpt(source, 80),
            ),
        )
    if text is not None and digest and text_digest(text) != digest:
        yield Mistake(
            article.facts["digest"][1],
            "text",
            Said(
                "is not the text that was exported: a cell was cut or changed on the way. Export "
                "the sheet again, or empty `digest` and `offsets` if the change is meant."
            ),
        )


def source_text(article: SheetArticle, sheet: Sheet, text: str) -> SourceText:
    """Return what reading the article gives; cells are checked already."""
    published = article.fact("published")
    return SourceText(
        name=f"{sheet.name}, row {article.first_row}",
        text=text,
        title=article.fact("title"),
        language=word_among(LANGUAGES, article.fact("language")),
        published=Day.parse(published) if published else None,
        published_from=(article.fact("published_from") or "user") if published else None,
        publisher=article.fact("publisher"),
        source=article.fact("source"),
        encoding=article.fact("encoding"),
        encoding_from=word_among(get_args(EncodingFrom), article.fact("encoding_from")),
        notes=split_list(article.fact("warnings") or ""),
    )


def text_of_evidence(rows: Sequence[SheetRow], before: str = "") -> str:
    """Return a text of the evidence alone, behind what there is of it already."""
    text = before
    for row in rows:
        for piece in pieces_of(row.get("evidence"), text):
            text = f"{text}{_GAP}{piece}" if text else piece
    return text


def is_of_evidence(extraction: Extraction) -> bool:
    """True for a stored text that `text_of_evidence` made: nothing in it but passages and gaps."""
    covered = bytearray(len(extraction.article.text))
    for claim in extraction.claims:
        if not claim.extractor.startswith("sheet/"):
            return False
        for passage in claim.evidence:
            covered[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    left = "".join(
        c for c, known in zip(extraction.article.text, covered, strict=True) if not known
    )
    return bool(extraction.claims) and not left.strip()
