"""Find the red lines that the statements of a sentence draw.

In:  a view, its statements as arranged with their keys, a source of keys.
Out: draft red lines. A red line stands under the statement whose words hold it; the exact words of
what would cross it are its trigger: what stands before "would be a red line", behind "its red line
is", or the thing called one. A negated one ("no red lines") is none.
"""

from collections.abc import Iterator, Sequence

from kg.extract.actions import find_action
from kg.extract.confidence import RED_LINE
from kg.extract.parts_played import is_possessive
from kg.extract.redlines.refusals import is_own_refusal
from kg.extract.redlines.scope import Scope
from kg.extract.redlines.triggers import find_triggers, is_negated
from kg.extract.redlines.words import (
    OWNED,
    Line,
    RedLineWords,
    Tokens,
    load_redline_words,
)
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.crossings import claims_crossing
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftRedLine, DraftStatement
from kg.model.mention import Mention
from kg.model.span import Span
from kg.vocabulary import LineStance

_BEING_ONE = words_of("ar", "being_a_red_line")
_DRAWN_WITHIN = 4
_CROSSED_WITHIN = 3


def find_redlines(
    view: View,
    told: Sequence[tuple[Told, DraftStatement]],
    keys: Iterator[int],
    *,
    again: bool = False,
) -> list[DraftRedLine]:
    """Return the red lines of a sentence; each names the statement it stands under.

    `again`: the sentence before told of one, so that "so would …" can tell of another.
    """
    words = load_redline_words(view.lexicon.language)
    found: list[DraftRedLine] = []
    weak: set[int] = set()
    end = -1
    for i in words.places(view):
        hit = words.at(view, i, again=again) if i > end else None
        if hit is not None:
            again = True
            line, last = hit
            for draft in _drafts(view, words, told, line, (i, last), keys):
                if not _same(draft, found) and not (line.weak and view.heading):
                    found.append(draft)
                    weak |= {draft.key} if line.weak else set()
            end = last
    named = {d.under for d in found if d.key not in weak}
    speakers = [s.speaker for _, s in told if s.key in named]
    named |= {s.key for _, s in told if s.speaker in speakers}
    return [d for d in found if d.key not in weak or d.under not in named]


def find_line(view: View, first: int, last: int) -> tuple[Tokens, Tokens | None] | None:
    """Return the place and trigger of the first red line among tokens `first` to `last`."""
    words = load_redline_words(view.lexicon.language)
    scope = Scope(first, first, last)
    for i in range(first, last + 1):
        hit = words.at(view, i) if view.tokens[i].is_word else None
        if hit is not None and not hit[0].offices and not is_negated(view, words, i, scope):
            line, end = hit
            return (i, end), next(find_triggers(view, words, line, (i, end), scope), None)
    return None


def _same(draft: DraftRedLine, found: Sequence[DraftRedLine]) -> bool:
    return any(d.under == draft.under and d.trigger == draft.trigger for d in found)


def _drafts(
    view: View,
    words: RedLineWords,
    told: Sequence[tuple[Told, DraftStatement]],
    line: Line,
    place: Tokens,
    keys: Iterator[int],
) -> Iterator[DraftRedLine]:
    for one, statement in _hosts(told, place[0]):
        denied = statement.act == "denies" and (
            _is_drawn(view, words, place[0], one) or _is_had(view, place[0], one)
        )
        if line.offices and statement.act == "denies":
            continue  # "denied that any option was off the table"
        whole = bool(
            line.offices or line.opens
        )  # "any landing without consent was …": the phrase has its verb
        if not denied and (whole or not is_negated(view, words, place[0], one)):
            yield from _drawn(view, words, (one, statement), line, place, keys)


def _is_drawn(view: View, words: RedLineWords, i: int, one: Told) -> bool:
    """True for "(denied that it had) set a red line"; what is rejected as one is one."""
    before = range(max(one.content_first, i - _DRAWN_WITHIN), i)
    return any(words.words["draws"].length_at(view.tokens, k) for k in before)


def _is_had(view: View, i: int, one: Told) -> bool:
    """True for the Arabic "(denied that) it has, that there is, that X would be" a red line."""
    if view.lexicon.language != "ar":
        return False
    for k in range(i - 1, one.content_first - 1, -1):
        if view.is_break(k):
            return False
        if view.form(k) in _BEING_ONE:
            return True
    return False


def _drawn(
    view: View,
    words: RedLineWords,
    host: tuple[Told, DraftStatement],
    line: Line,
    place: Tokens,
    keys: Iterator[int],
) -> Iterator[DraftRedLine]:
    one, statement = host
    before = view.size
    triggers = [
        t
        for t in find_triggers(view, words, line, place, one)
        if t[0] >= place[0] or not _is_crossed(view, t[0], place[1])
    ]
    if not triggers and line.id == OWNED and statement.act == "accuses":
        triggers = _crossing(view, words, place, one)
    for trigger in triggers:
        if not is_own_refusal(view, words, line, statement.speaker, trigger, place):
            continue
        trigger = _without_owner(view, one, trigger)
        if line.opens and trigger == (trigger := _past_none(view, line, trigger)):
            continue
        span = view.words_span(*trigger)
        if span is not None and trigger[0] == before + 1 and _is_joined(view, trigger[0]):
            span = Span(span.start + 1, span.end)  # the letter of "and"
        if span is not None and line.letter and trigger[0] == place[1] + 1:
            span = Span(span.start + len(line.letter), span.end)
        before = trigger[1]
        evidence = view.words_span(min(trigger[0], place[0]), max(trigger[1], place[1]))
        if span is None or evidence is None:
            continue
        yield DraftRedLine(
            key=next(keys),
            sentence=view.sentence.index,
            rule=f"redline/{line.id}/{view.lexicon.language}",
            cues=(view.span(*place),),
            evidence=(evidence,),
            under=statement.key,
            trigger=span,
            action=find_action(view, *trigger),
            commitment=_life(view, words, one, place[0]),
            heading=view.heading,
            score=statement.score * RED_LINE,
        )


def _is_crossed(view: View, first: int, last: int) -> bool:
    """True for "Chad had crossed all red lines": told of a line, not what would cross it."""
    behind = min(view.size - 1, last + _CROSSED_WITHIN)  # the verb, where it comes last
    language = view.lexicon.language
    return claims_crossing(view.text(view.span(first, behind)), language, "asserts") is not None


def _crossing(view: View, words: RedLineWords, place: Tokens, one: Told) -> list[Tokens]:
    """Return "crossing a red line that …" of "accused Chad of" it: no deed is told of."""
    if view.lexicon.language != "en":
        return []
    for k in range(place[0] - 1, max(one.content_first, place[0] - _CROSSED_WITHIN) - 1, -1):
        if words.words["crosses"].length_at(view.tokens, k):
            last = place[1]
            while last < one.content_last and view.is_word(last + 1):
                last += 1
            return [(k, last)]
    return []


def _without_owner(view: View, one: Told, trigger: Tokens) -> Tokens:
    """Leave the owner out: "Tokyo" of "Tokyo Sincan konusunu kırmızı çizgi sayıyor"."""
    owner = one.speaker
    if not isinstance(owner, Mention) and view.lexicon.language == "tr":
        owner = view.mention_from(trigger[0])  # "Çad, … kırmızı çizgisi saydı": the topic
        if owner is None or not view.is_comma(owner.last + 1):
            return trigger
        return (owner.last + 2, trigger[1]) if owner.last + 2 <= trigger[1] else trigger
    if not isinstance(owner, Mention) or owner.first != trigger[0] or owner.last >= trigger[1]:
        return trigger
    return trigger if is_possessive(view, owner.last) else (owner.last + 1, trigger[1])


def _past_none(view: View, line: Line, trigger: Tokens) -> Tokens:
    """Return "foreign base" of "no foreign base (would ever be accepted)"."""
    first, last = trigger
    while first < last and view.form(first) in line.opens:
        first += 1
    return first, last


def _is_joined(view: View, i: int) -> bool:
    return any(r.proclitics[:1] in (("و",), ("ו",)) for r in view.readings(i))


def _hosts(
    told: Sequence[tuple[Told, DraftStatement]], i: int
) -> list[tuple[Told, DraftStatement]]:
    """Return the innermost statement around token `i`; of joint speakers, each one's.

    What the line's owner is said to hold goes before what those say who tell of it.
    """
    inside = [pair for pair in told if pair[0].covers(i)]
    if not inside:
        return []
    length = min(one.content_last - one.content_first for one, _ in inside)
    inner = [p for p in inside if p[0].content_last - p[0].content_first == length]
    owned = [pair for pair in inside if pair[0].attribution.cue.row.id == OWNED]
    if owned:
        return owned[-1:]
    joint = inner[0][0].attribution.cue
    return [pair for pair in inner if pair[0].attribution.cue == joint]


def _life(view: View, words: RedLineWords, one: Told, i: int) -> LineStance:
    around = [*range(one.start, one.content_first), *range(max(one.content_first, i - 2), i)]
    stages: tuple[LineStance, ...] = ("retracts", "changes", "restates")
    for life in stages:
        phrases = words.words[life]
        if any(phrases.length_at(view.tokens, k) for k in around if view.tokens[k].is_word):
            return life
    return "declares"
