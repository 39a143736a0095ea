"""Close a red line whose object stands in the next sentence: "Iran drew one. “No …,” it said".

In:  the views of two sentences, one behind the other, and the statements found in them. Out: the
red lines that the first announced and the second tells of. A heading may announce them too: "Red
lines of Tehran". What the second sentence says, or quotes, is what would cross them; a sentence
that only tells what "crosses it" goes on with the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.confidence import RED_LINE
from kg.extract.redlines.parts import split_triggers
from kg.extract.redlines.scope import Scope
from kg.extract.redlines.triggers import is_negated
from kg.extract.redlines.words import OWNED, RedLineWords, Tokens, load_redline_words
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import DraftRedLine, DraftStatement
from kg.model.mention import Mention
from kg.model.span import Span

_OPEN = 0.9
_ALONE = 2
_LITTLE = 6
Pair = tuple[Told, DraftStatement]


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Red lines announced without their object. `count`: how many, 0 for an unknown number."""

    cue: Span
    count: int
    several: bool
    under: DraftStatement | None
    owned: bool = False  # `under` tells of nothing but the line


def find_open(view: View, told: Sequence[Pair], lines: Sequence[DraftRedLine]) -> OpenLine | None:
    """Return the red lines that the sentence announces, if it tells no object of any."""
    if lines:
        return None
    words = load_redline_words(view.lexicon.language)
    for i in words.places(view):
        hit = words.at(view, i)
        if hit is None or hit[0].trigger != "copula":
            continue
        place = (i, hit[1])
        host = next((pair for pair in reversed(told) if pair[0].covers(i)), None)
        if (host is None and not view.heading) or is_negated(view, words, i, Scope(0, 0, i)):
            return None
        if _was_crossed(view, words, i):
            return None
        return _open(view, words, place, host)
    return None


def _was_crossed(view: View, words: RedLineWords, i: int) -> bool:
    """True for "crossed every red line": told of lines that were drawn before."""
    crosses = words.words["crosses"]
    return any(crosses.length_at(view.tokens, k) for k in range(max(0, i - _ALONE), i))


def _open(view: View, words: RedLineWords, place: Tokens, host: Pair | None) -> OpenLine:
    return OpenLine(
        cue=view.span(*place),
        count=words.count(view, place),
        several=words.is_plural(view, place),
        under=None if host is None else host[1],
        owned=host is not None and _tells_of_it_alone(host[0], place),
    )


def _tells_of_it_alone(one: Told, place: Tokens) -> bool:
    """True when the words said are "a red line a week earlier"."""
    near = place[0] - one.content_first <= _ALONE and one.content_last - place[1] <= _LITTLE
    return one.attribution.cue.row.id == OWNED or near


def close_lines(
    view: View, told: Sequence[Pair], line: OpenLine, keys: Iterator[int]
) -> tuple[DraftStatement, list[DraftRedLine]] | None:
    """Return the statement that tells of the announced lines, and the lines; None for none."""
    if view.heading:
        return None
    words = load_redline_words(view.lexicon.language)
    found = _said(view, told, line) or _crossing(view, words, line)
    if found is None:
        return None
    under, trigger = found
    parts = split_triggers(view, trigger, line.count) if line.several else [trigger]
    spans = [span for part in parts if (span := view.words_span(*part)) is not None]
    drafts = [_draft(view, under, span, line, next(keys)) for span in spans]
    return (under, drafts) if drafts else None


def _said(view: View, told: Sequence[Pair], line: OpenLine) -> tuple[DraftStatement, Tokens] | None:
    """Return what the next sentence's statement says, if its speaker can be the owner."""
    if not told or not may_own(line.under, told[0][1]):
        return None
    one, statement = told[0]
    quoted = next((q for q in view.quotations if one.covers(q.inner_first)), None)
    if quoted is not None:
        return statement, (quoted.inner_first, quoted.inner_last)
    return statement, (one.content_first, one.content_last)


def may_own(owner: DraftStatement | None, statement: DraftStatement) -> bool:
    """True where one speaks for the other: an envoy and his minister, "he" and Iran."""
    first = owner.speaker if owner is not None else None
    second = statement.speaker
    if not isinstance(first, Mention) or not isinstance(second, Mention):
        return True
    sides = [m.side or m.gazetteer_id for m in (first, second)]
    return None in sides or sides[0] == sides[1] or second.kind != "state"


def _crossing(
    view: View, words: RedLineWords, line: OpenLine
) -> tuple[DraftStatement, Tokens] | None:
    """Return what "crosses it", or a quotation alone, of the sentence behind the announcement."""
    if line.under is None:
        return None
    for quotation in view.quotations:
        if all(quotation.first <= i <= quotation.last for i in range(view.size) if view.is_word(i)):
            return line.under, (quotation.inner_first, quotation.inner_last)
    for i in range(1, view.size):
        if words.words["crosses"].length_at(view.tokens, i):
            return line.under, (0, i - 1) if view.is_word(i - 1) else (0, view.size - 1)
    return None


def _draft(
    view: View, under: DraftStatement, trigger: Span, line: OpenLine, key: int
) -> DraftRedLine:
    return DraftRedLine(
        key=key,
        sentence=view.sentence.index,
        rule=f"redline/announced/{view.lexicon.language}",
        cues=(line.cue,),
        evidence=(line.cue, trigger),
        under=under.key,
        trigger=trigger,
        score=under.score * RED_LINE * _OPEN,
    )
