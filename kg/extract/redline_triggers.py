"""Find what would cross a red line: the words in front of "would be a red line", or behind it.

In:  a view, the phrase's tokens, the words in which to look. Out: the trigger's tokens.
A trigger of several lines ("A, B and C are three red lines") is split where the number fits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kg.extract.parts_played import is_possessive
from kg.extract.redline_words import Line, RedLineWords
from kg.extract.view import View

Tokens = tuple[int, int]
_ALSO_WITHIN = 6


class Within(Protocol):
    """What a red line is read from: a statement as arranged, or a `Scope`."""

    @property
    def start(self) -> int: ...
    @property
    def content_first(self) -> int: ...
    @property
    def content_last(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """The words in which a red line is sought: a statement's, or a quotation's."""

    start: int
    content_first: int
    content_last: int


def find_triggers(
    view: View, words: RedLineWords, line: Line, place: Tokens, one: Within
) -> Iterator[Tokens]:
    """Yield the trigger of each line that the phrase at `place` tells of."""
    count = words.count(view, place)
    trigger = _trigger(view, words, line, place, one, whole=count > 1)
    if trigger is None:
        return
    parts = list(_split(view, trigger)) if count > 1 else []
    yield from parts if len(parts) == count else [trigger]
    for after in range(place[1] + 1, place[1] + _ALSO_WITHIN):
        if length := words.words["also"].length_at(view.tokens, after):
            also = _behind(view, after + length, one)
            if also is not None and after + length <= one.content_last:
                yield also
            return


def _split(view: View, trigger: Tokens) -> Iterator[Tokens]:
    """Yield the members of "A, B and C"."""
    first = trigger[0]
    for i in range(trigger[0], trigger[1] + 1):
        fused = i > first and any(r.proclitics[:1] in (("و",), ("ו",)) for r in view.readings(i))
        if not (fused or view.is_comma(i) or view.form(i) in ("and", "ve")):
            continue
        if first < i:
            yield first, i - 1
        first = i if fused else i + 1
    yield first, trigger[1]


def is_negated(view: View, words: RedLineWords, i: int, one: Within) -> bool:
    """True for "no red lines", "is not a red line"."""
    if words.lines and view.form(i) in words.words["negation"]:
        return False  # the phrase itself begins with a negation: "will not tolerate"
    if view.lexicon.language == "tr":  # behind: "kırmızı çizgi değil"
        behind = range(i + 1, min(view.size, i + 5))
        return any(words.words["negation"].length_at(view.tokens, k) for k in behind)
    return any(
        words.words["negation"].length_at(view.tokens, k)
        or any(r.enclitic == "n't" for r in view.readings(k))
        for k in range(max(one.content_first, i - 3), i)
    )


def _trigger(
    view: View,
    words: RedLineWords,
    line: Line,
    place: Tokens,
    one: Within,
    *,
    whole: bool,
) -> Tokens | None:
    """Return the tokens of what would cross the line; `whole`: a list with its commas."""
    if line.trigger == "behind":
        return _behind(view, place[1] + 1, one)
    if words.words["by"].length_at(view.tokens, place[1] + 1):
        return _behind(view, place[1] + 2, one)
    before = _before(view, words, place[0], one)
    if line.trigger == "before":
        return before
    owned = _is_owned(view, words, place)
    if owned or before is None:
        after = _past_owner(view, words, place[1] + 1)
        behind = _after_copula(view, words, after, one, whole=whole)
        if behind is not None:
            return behind
    if before is not None:
        return before
    return _against(view, words, place[1] + 1, one)


def _past_owner(view: View, words: RedLineWords, i: int) -> int:
    """Step over "for the kingdom", للمملكة, where a colon follows."""
    k = i + words.words["of_whom"].length_at(view.tokens, i) if i < view.size else i
    k += view.form(k) == "the"
    written_on = any("ل" in r.proclitics for r in view.readings(i))
    mention = view.mention_from(k)
    end = mention.last + 1 if mention is not None else k + 1
    led = k > i or written_on
    return end if led and end < view.size and view.tokens[end].text == ":" else i


def _is_owned(view: View, words: RedLineWords, place: Tokens) -> bool:
    """True when the line is the clause's subject: "its red line is …", خطنا الأحمر هو."""
    after = _past_owner(view, words, place[1] + 1)
    return bool(words.words["copula"].length_at(view.tokens, after)) or (
        after < view.size and view.tokens[after].text in ":–—"
    )


def _before(view: View, words: RedLineWords, i: int, one: Within) -> Tokens | None:
    """What stands between the beginning of the words said and "would be a red line"."""
    owner = view.mention_to(i - 1)
    if owner is not None and is_possessive(view, i - 1):
        i = owner.first  # "is Serbia's red line"
    first, last = one.content_first, _before_judgement(view, one.content_first, i - 1)
    joined = False  # behind "would be", "crossing" is the trigger's own word
    while last >= first and _is_link(view, words, last, crossing=not joined):
        joined = joined or bool(words.words["copula"].length_at(view.tokens, last))
        last -= 1
    first = _clause_first(view, first, last)
    return (first, last) if last - first >= 0 and _has_word(view, first, last) else None


def _before_judgement(view: View, first: int, last: int) -> int:
    """Leave out ", considering that …" between the trigger and the words "red line"."""
    inserted = _before_inserted(view, first, last)
    if inserted is not None:
        return inserted
    for k in range(last, first, -1):
        cue = view.cue_at.get(k)
        if view.is_break(k - 1) and cue is not None and cue.form in ("participle", "gerund"):
            return k - 1
    return last


def _is_joint(view: View, k: int) -> bool:
    """True for the few words between an insertion and the line: "was Beijing's"."""
    return view.is_word(k) and k not in view.cue_at


def _before_inserted(view: View, first: int, last: int) -> int | None:
    """Leave out ", he stressed," in front of "was a red line"."""
    while last > first and not view.is_comma(last) and _is_joint(view, last):
        last -= 1
    k = last
    if not view.is_comma(k) or k - 1 not in view.cue_at:
        return None
    for m in range(k - 2, max(first, k - 6), -1):
        if view.is_comma(m):
            return m - 1
    return None


def _is_link(view: View, words: RedLineWords, k: int, *, crossing: bool) -> bool:
    """True for what joins a trigger to the words "red line"; `crossing`: verbs of crossing too."""
    if not view.tokens[k].is_word:
        return True
    if words.words["copula"].length_at(view.tokens, k):
        return True
    return words.words["links"].length_at(view.tokens, k) > 0 or (
        crossing and words.words["crosses"].length_at(view.tokens, k) > 0
    )


def _clause_first(view: View, first: int, last: int) -> int:
    """Leave out what stands before a comma followed by a new clause ("if …, then …")."""
    for k in range(last, first, -1):
        that = any(r.stem in view.words.that and not r.definite for r in view.readings(k))
        if view.tokens[k].text in ";؛:" or that:
            return k + 1
    return first


def _has_word(view: View, first: int, last: int) -> bool:
    return any(view.tokens[k].is_word for k in range(first, last + 1))


def _behind(view: View, first: int, one: Within, *, whole: bool = False) -> Tokens | None:
    last = first
    while last < one.content_last and not view.is_stop(last + 1):
        if view.is_comma(last + 1) and not whole:
            break
        last += 1
    return (first, last) if first <= one.content_last and view.is_word(first) else None


def _after_copula(
    view: View, words: RedLineWords, i: int, one: Within, *, whole: bool
) -> Tokens | None:
    k = i
    while k <= one.content_last and (
        words.words["copula"].length_at(view.tokens, k) or view.tokens[k].text in ":–—"
    ):
        k += 1
    return _behind(view, k, one, whole=whole) if k > i else None


def _against(view: View, words: RedLineWords, i: int, one: Within) -> Tokens | None:
    """ "drew a red line on enrichment": what the preposition introduces, else what is said."""
    if i < view.size and words.words["against"].length_at(view.tokens, i):
        return _behind(view, i + 1, one)
    return None
