"""Go on with a quotation that fills the sentence after its speaker's.

In:  the views of an article's sentences with what was found in each. Out: the same, where a
sentence that is nothing but a quotation, right behind a statement with a quotation, is evidence of
that statement, and the red lines inside it stand under it. And a statement without words of its
own, with those of the sentence before.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.confidence import RED_LINE
from kg.extract.redlines.finder import find_line
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftConveyed, DraftRedLine, DraftStatement
from kg.model.span import Span
from kg.model.token import Sentence

_SO = "כך"
_POINTING = words_of("en", "points_back") | words_of("ar", "points_back")


def is_quotation_alone(view: View) -> bool:
    """True when one quotation holds every word of the sentence."""
    return any(
        all(q.first <= i <= q.last for i, t in enumerate(view.tokens) if t.is_word)
        for q in view.quotations
    )


def with_words_before(
    view: View, draft: DraftStatement, before: Sentence | None
) -> DraftStatement | None:
    """Return "כך דיווחה סוכנות X." with the words that it tells of: the sentence before.

    None where no sentence of the text stands before it: then nobody knows what was told.
    """
    if view.form(0) != _SO or not draft.content.contains(draft.cues[0]):
        return draft
    if before is None or before.kind != "body":
        return None
    words = Span(before.start, before.end)
    return replace(draft, content=words, evidence=(words, *draft.evidence))


def continue_quotation(
    view: View, before: DraftStatement, keys: Iterator[int]
) -> tuple[DraftStatement, list[DraftRedLine]]:
    """Return the statement with this sentence as evidence, and the red lines drawn in it."""
    quotation = view.quotations[0]
    span = view.span(quotation.inner_first, quotation.inner_last)
    evidence = view.span(quotation.first, quotation.last)
    longer = replace(before, evidence=(*before.evidence, evidence))
    hit = find_line(view, quotation.inner_first, quotation.inner_last)
    if hit is None:
        return longer, []
    place, trigger = hit
    words = view.text(view.span(*trigger)).lower() if trigger is not None else ""
    points = trigger is None or words.split()[0] in _POINTING
    stretch: Span = before.content if points or trigger is None else view.span(*trigger)
    line = DraftRedLine(
        key=next(keys),
        sentence=view.sentence.index,
        rule=f"redline/quotation/{view.lexicon.language}",
        cues=(view.span(*place),),
        evidence=tuple(sorted({stretch, span})) if points else (span,),
        under=before.key,
        trigger=stretch,
        score=before.score * RED_LINE,
    )
    act = "warns" if before.act in ("asserts", "announces", "describes") else before.act
    conveyed = DraftConveyed(key=line.key, commitment="declares")
    return replace(longer, act=act, conveys=(*longer.conveys, conveyed)), [line]
