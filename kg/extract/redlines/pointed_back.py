"""Find English red lines that "this" or "that" calls so: "Chad may leave. “That is a red line,” …".

In:  a view, the statements of its sentence, the sentence before with its statements.
Out: draft red lines; what the sentence before says, or tells, is what would cross them.
"""

from collections.abc import Iterator, Sequence

from kg.extract.confidence import RED_LINE
from kg.extract.redlines.open import Pair, may_own
from kg.extract.redlines.triggers import is_negated
from kg.extract.redlines.words import RedLineWords, load_redline_words
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftRedLine, DraftStatement
from kg.model.span import Span
from kg.model.token import Sentence

_POINTED = 0.9
_POINTS = words_of("en", "points_at_a_sentence")
_OF_WHAT = frozenset({"of", "about"})
_TRIGGERS = ("copula", "before")


def point_back(
    view: View,
    told: Sequence[Pair],
    before: tuple[Sentence, Sequence[DraftStatement]],
    keys: Iterator[int],
) -> list[DraftRedLine]:
    """Return the red line of the sentence, where it says but "this is a red line"."""
    words = load_redline_words(view.lexicon.language)
    for i in words.places(view) if view.lexicon.language == "en" and told else ():
        hit = words.at(view, i)
        host = next((pair for pair in reversed(told) if pair[0].covers(i)), None)
        if hit is None or host is None or hit[0].offices:
            continue
        behind = hit[0].trigger == "behind" and _points_behind(view, hit[1] + 1)
        front = hit[0].trigger in _TRIGGERS and _only_points(view, words, host[0], i)
        if not (behind or front) or is_negated(view, words, i, host[0]) or _is_of_other(view):
            continue
        trigger = _said_before(*before, host[1])
        if trigger is None:
            return []
        cue = view.span(i, hit[1])
        return [_draft(view, host[1], (cue, trigger), next(keys))]
    return []


def _is_of_other(view: View) -> bool:
    """True for "(“This is a red line,” the king) said of the base": so what is meant."""
    return any(view.form(cue.last + 1) in _OF_WHAT for cue in view.cues)


def _only_points(view: View, words: RedLineWords, one: Told, i: int) -> bool:
    """True where nothing but "(for us) this is" stands in front of the words at token `i`."""
    first = one.content_first
    while first < i and not view.is_word(first):
        first += 1
    links, copula = words.words["links"], words.words["copula"]
    rest = range(first + 1, i)
    return view.form(first) in _POINTS and all(
        links.length_at(view.tokens, k) or copula.length_at(view.tokens, k) or not view.is_word(k)
        for k in rest
    )


def _points_behind(view: View, i: int) -> bool:
    """True for "(we will not budge on) this", nothing more behind it."""
    return view.form(i) in _POINTS and not view.is_word(i + 1)


def _said_before(
    sentence: Sentence, statements: Sequence[DraftStatement], under: DraftStatement
) -> Span | None:
    """Return what the sentence before says, of the same speaker; what it tells by itself."""
    if sentence.kind != "body":
        return None
    if not statements:
        text = sentence.text.rstrip(" .!?\"”'’")
        return Span(sentence.start, sentence.start + len(text)) if text else None
    last = statements[-1]
    return (last.quote or last.content) if may_own(last, under) else None


def _draft(view: View, under: DraftStatement, spans: tuple[Span, Span], key: int) -> DraftRedLine:
    cue, trigger = spans
    return DraftRedLine(
        key=key,
        sentence=view.sentence.index,
        rule=f"redline/pointed-back/{view.lexicon.language}",
        cues=(cue,),
        evidence=(trigger, cue),
        under=under.key,
        trigger=trigger,
        score=under.score * RED_LINE * _POINTED,
    )
