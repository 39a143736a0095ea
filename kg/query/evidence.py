"""The words behind a claim: the quotation in its paragraph, the cues, how to cite them.

In:  a telling. Out: `Quotation`, `Why`, `Parts`. Offsets are code points of the stored text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.model.span import Passage, Span
from kg.query import messages as m
from kg.query.telling import Telling
from kg.query.wording import certainty
from kg.query.words import Part, Parts, Words, compose, day_part, text_part
from kg.vocabulary import RIGHT_TO_LEFT, Review

_CONTEXT_CHARS = 200
_GAP_CHARS = 300
_GAP_EDGE_CHARS = 60
_OMITTED = " … "

PieceRole = Literal["evidence", "context", "omitted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a quotation: evidence, words between, or the sign that some were left out."""

    text: str
    role: PieceRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Evidence with the words around it, in the article's own language and direction.

    `start`/`end` are code points of the first and last evidence; `before` and `after` come from
    the same paragraph and are cut between words (`cut_before`, `cut_after` say whether they are).
    """

    language: str
    direction: Literal["ltr", "rtl"]
    before: str
    pieces: tuple[Piece, ...]
    after: str
    start: int
    end: int
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What made a claim: the rule, the words that triggered it, how sure that is.

    `certainty` is certain, probable or possible, `certainty_label` the same in words.
    """

    rule: str
    extractor: str
    cues: tuple[Part, ...]
    confidence: float
    certainty: str
    certainty_label: str
    carried_speaker: bool
    review: Review
    recorded: str | None

    @property
    def by_model(self) -> bool:
        """True when a language model found it, not a rule or a person."""
        return self.extractor.startswith("llm:")


def quotation(telling: Telling) -> Quotation:
    """Return the telling's evidence in its place."""
    text, language = telling.article.text, telling.article.language
    spans = merge_spans([p.span for p in telling.claim.evidence])
    start, end = spans[0].start, spans[-1].end
    before, after = _before(text, start), _after(text, end)
    return Quotation(
        language=language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        before=before,
        pieces=tuple(_pieces(text, spans)),
        after=after,
        start=start,
        end=end,
        cut_before=start > len(before) and text[start - len(before) - 1] != "\n",
        cut_after=end + len(after) < len(text) and text[end + len(after)] != "\n",
    )


def why(telling: Telling, words: Words) -> Why:
    """Return what made the claim."""
    claim = telling.claim
    level = certainty(claim.confidence)
    return Why(
        rule=claim.rule,
        extractor=claim.extractor,
        cues=tuple(cue_part(telling, span) for span in claim.cues),
        confidence=claim.confidence,
        certainty=level,
        certainty_label=words.gettext(m.CERTAINTIES[level]),
        carried_speaker=claim.carried_speaker,
        review=claim.review,
        recorded=telling.view.recorded.get(telling.record.iri),
    )


def cue_part(telling: Telling, span: Span) -> Part:
    """Return the words of the article at a span."""
    cut = telling.article.text[span.start : span.end]
    return Part(text=cut, role="words", language=telling.article.language)


def citation(telling: Telling, words: Words) -> Parts:
    """Return how to cite it: outlet, headline, day, and the characters of the stored text."""
    article = telling.article
    passages: Sequence[Passage] = telling.claim.evidence
    day = article.published
    values: dict[str, Part | Parts | int] = {
        "title": Part(text=article.title, role="words", language=article.language),
        "day": day_part(words, day) if day else text_part(words, m.NO_PUBLICATION),
        "start": min(p.start for p in passages),
        "end": max(p.end for p in passages),
    }
    if article.publisher is None:
        return compose(words, m.CITATION_UNSIGNED, **values)
    publisher = Part(text=article.publisher, role="name", language=article.language)
    return compose(words, m.CITATION, publisher=publisher, **values)


def merge_spans(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that overlap or touch as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _pieces(text: str, spans: list[Span]) -> list[Piece]:
    found: list[Piece] = []
    for position, span in enumerate(spans):
        if position:
            found += _between(text[spans[position - 1].end : span.start])
        found.append(Piece(text=text[span.start : span.end], role="evidence"))
    return found


def _between(gap: str) -> list[Piece]:
    if len(gap) <= _GAP_CHARS:
        return [Piece(text=gap, role="context")]
    return [
        Piece(text=_first_words(gap, _GAP_EDGE_CHARS), role="context"),
        Piece(text=_OMITTED, role="omitted"),
        Piece(text=_last_words(gap, _GAP_EDGE_CHARS), role="context"),
    ]


def _before(text: str, start: int) -> str:
    return _last_words(text[text.rfind("\n", 0, start) + 1 : start], _CONTEXT_CHARS)


def _after(text: str, end: int) -> str:
    line_end = text.find("\n", end)
    return _first_words(text[end : len(text) if line_end < 0 else line_end], _CONTEXT_CHARS)


def _first_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[:limit]
    blank = cut.rfind(" ")
    return cut[:blank] if blank > 0 else cut


def _last_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    cut = text[-limit:]
    blank = cut.find(" ")
    return cut[blank + 1 :] if 0 <= blank < limit - 1 else cut
