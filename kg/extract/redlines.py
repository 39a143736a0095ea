"""Find the red lines that the statements of a sentence draw.

In:  a view, its statements as arranged with their keys, a source of keys.
Out: draft red lines. A red line stands under the statement whose words hold it; the exact words of
what would cross it are its trigger: what stands before "would be a red line", behind "its red line
is", or the thing called one. A negated one ("no red lines") is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, Protocol

from kg.extract.clitics import find_readings
from kg.extract.confidence import RED_LINE
from kg.extract.phrases import PhraseSet
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.draft import DraftRedLine, DraftStatement
from kg.vocabulary import Language

Life = Literal["declares", "restates", "changes", "retracts"]
_FIRST_LETTERS = frozenset({(), ("و",), ("ف",), ("ب",), ("ل",), ("ك",)})


_Tokens = tuple[int, int]


class _Within(Protocol):
    """What a red line is read from: a statement as arranged, or a `_Scope`."""

    @property
    def start(self) -> int: ...
    @property
    def content_first(self) -> int: ...
    @property
    def content_last(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Scope:
    """The words in which a red line is sought: a statement's, or a quotation's."""

    start: int
    content_first: int
    content_last: int


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    phrases: PhraseSet
    trigger: str


class RedLineWords:
    """All rows of one language."""

    def __init__(self, language: Language) -> None:
        table = read_toml(f"redlines_{language}.toml")
        self.lines = tuple(
            _Line(row["id"], PhraseSet(row["phrases"], fused=True), row.get("trigger", "copula"))
            for row in table["line"]
        )
        self.words = {name: PhraseSet(texts) for name, texts in table["words"].items()}
        self.firsts = frozenset(
            fold(text.split()[0]) for row in table["line"] for text in row["phrases"]
        )

    def at(self, view: View, i: int) -> tuple[_Line, int] | None:
        """Return the row whose phrase begins at token `i`, and its last token."""
        if not _may_begin(view.tokens[i].form, view.lexicon.language):
            return None
        for line in self.lines:
            if length := line.phrases.length_at(view.tokens, i):
                return line, i + length - 1
        return None


@lru_cache(maxsize=100_000)
def _may_begin(form: str, language: Language) -> bool:
    firsts = load_redline_words(language).firsts
    return any(reading.stem in firsts for reading in find_readings(form, language))


@cache
def load_redline_words(language: Language) -> RedLineWords:
    """Return the red-line words of a language, read once."""
    return RedLineWords(language)


def find_redlines(
    view: View, told: Sequence[tuple[Told, DraftStatement]], keys: Iterator[int]
) -> list[DraftRedLine]:
    """Return the red lines of a sentence; each names the statement it stands under."""
    words = load_redline_words(view.lexicon.language)
    found: list[DraftRedLine] = []
    i = 0
    while i < view.size:
        hit = words.at(view, i) if view.tokens[i].is_word else None
        if hit is not None:
            line, last = hit
            draft = _draft(view, words, told, line, (i, last), keys)
            if draft is not None and not _same(draft, found):
                found.append(draft)
            i = last
        i += 1
    return found


def find_line(view: View, first: int, last: int) -> tuple[tuple[int, int], _Tokens | None] | None:
    """Return the place and trigger of the first red line among tokens `first` to `last`."""
    words = load_redline_words(view.lexicon.language)
    scope = _Scope(first, first, last)
    for i in range(first, last + 1):
        hit = words.at(view, i) if view.tokens[i].is_word else None
        if hit is not None and not _is_negated(view, words, i, scope):
            line, end = hit
            return (i, end), _trigger(view, words, line, (i, end), scope)
    return None


def _same(draft: DraftRedLine, found: Sequence[DraftRedLine]) -> bool:
    return any(d.under == draft.under and d.trigger == draft.trigger for d in found)


def _draft(
    view: View,
    words: RedLineWords,
    told: Sequence[tuple[Told, DraftStatement]],
    line: _Line,
    place: tuple[int, int],
    keys: Iterator[int],
) -> DraftRedLine | None:
    host = _host(told, place[0])
    if host is None or _is_negated(view, words, place[0], host[0]):
        return None
    one, statement = host
    trigger = _trigger(view, words, line, place, one)
    if trigger is None:
        return None
    first = min(trigger[0], place[0])
    last = max(trigger[1], place[1])
    span, evidence = view.words_span(*trigger), view.words_span(first, last)
    if span is None or evidence is None:
        return None
    return DraftRedLine(
        key=next(keys),
        sentence=view.sentence.index,
        rule=f"redline/{line.id}/{view.lexicon.language}",
        cues=(view.span(*place),),
        evidence=(evidence,),
        under=statement.key,
        trigger=span,
        commitment=_life(view, words, one, place[0]),
        heading=view.heading,
        score=statement.score * RED_LINE,
    )


def _host(
    told: Sequence[tuple[Told, DraftStatement]], i: int
) -> tuple[Told, DraftStatement] | None:
    inside = [pair for pair in told if pair[0].covers(i)]
    return min(inside, key=lambda p: p[0].content_last - p[0].content_first, default=None)


def _is_negated(view: View, words: RedLineWords, i: int, one: _Within) -> bool:
    """True for "no red lines", "is not a red line"."""
    if words.lines and view.form(i) in words.words["negation"]:
        return False  # the phrase itself begins with a negation: "will not tolerate"
    return any(
        words.words["negation"].length_at(view.tokens, k)
        or any(r.enclitic == "n't" for r in view.readings(k))
        for k in range(max(one.content_first, i - 3), i)
    )


def _trigger(
    view: View, words: RedLineWords, line: _Line, place: tuple[int, int], one: _Within
) -> tuple[int, int] | None:
    """Return the tokens of what would cross the line."""
    if line.trigger == "behind":
        return _behind(view, place[1] + 1, one)
    if words.words["by"].length_at(view.tokens, place[1] + 1):
        return _behind(view, place[1] + 2, one)
    before = _before(view, words, place[0], one)
    if line.trigger == "before":
        return before
    owned = _is_owned(view, words, place)
    if owned or before is None:
        behind = _after_copula(view, words, place[1] + 1, one)
        if behind is not None:
            return behind
    if before is not None:
        return before
    return _against(view, words, place[1] + 1, one)


def _is_owned(view: View, words: RedLineWords, place: tuple[int, int]) -> bool:
    """True when the line is the clause's subject: "its red line is …", خطنا الأحمر هو."""
    after = place[1] + 1
    return bool(words.words["copula"].length_at(view.tokens, after)) or (
        after < view.size and view.tokens[after].text == ":"
    )


def _before(view: View, words: RedLineWords, i: int, one: _Within) -> tuple[int, int] | None:
    """What stands between the beginning of the words said and "would be a red line"."""
    first, last = one.content_first, _before_judgement(view, one.content_first, i - 1)
    joined = False  # behind "would be", "crossing" is the trigger's own word
    while last >= first and _is_link(view, words, last, crossing=not joined):
        joined = joined or bool(words.words["copula"].length_at(view.tokens, last))
        last -= 1
    first = _clause_first(view, first, last)
    return (first, last) if last - first >= 0 and _has_word(view, first, last) else None


def _before_judgement(view: View, first: int, last: int) -> int:
    """Leave out ", considering that …" between the trigger and the words "red line"."""
    for k in range(last, first, -1):
        cue = view.cue_at.get(k)
        if view.is_break(k - 1) and cue is not None and cue.form in ("participle", "gerund"):
            return k - 1
    return last


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


def _behind(view: View, first: int, one: _Within) -> tuple[int, int] | None:
    last = first
    while last < one.content_last and not view.is_comma(last + 1) and not view.is_stop(last + 1):
        last += 1
    return (first, last) if first <= one.content_last and view.is_word(first) else None


def _after_copula(view: View, words: RedLineWords, i: int, one: _Within) -> tuple[int, int] | None:
    k = i
    while k <= one.content_last and (
        words.words["copula"].length_at(view.tokens, k) or view.tokens[k].text == ":"
    ):
        k += 1
    return _behind(view, k, one) if k > i else None


def _against(view: View, words: RedLineWords, i: int, one: _Within) -> tuple[int, int] | None:
    """ "drew a red line on enrichment": what the preposition introduces, else what is said."""
    if i < view.size and words.words["against"].length_at(view.tokens, i):
        return _behind(view, i + 1, one)
    return None


def _life(view: View, words: RedLineWords, one: Told, i: int) -> Life:
    around = [*range(one.start, one.content_first), *range(max(one.content_first, i - 2), i)]
    stages: tuple[Life, ...] = ("retracts", "changes", "restates")
    for life in stages:
        phrases = words.words[life]
        if any(phrases.length_at(view.tokens, k) for k in around if view.tokens[k].is_word):
            return life
    return "declares"
