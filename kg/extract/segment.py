"""Cut an article into sentences and say what each is: title, dateline, heading, body, furniture.

In:  the stored text, its language, its title where one is known.
Out: sentences with their tokens, in order. Every code point that is neither blank nor invisible is
in exactly one sentence, and `text[s.start:s.end] == s.text`.
Kinds come from general cues: place on the page, length, final stops, the words of
text_<language>.toml. When in doubt a line is body: a sentence lost costs more than a heading read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kg.extract.dateline import (
    dateline_length,
    is_date,
    is_dateline,
    may_be_place_and_outlet,
)
from kg.extract.furniture import find_furniture
from kg.extract.lines import find_units
from kg.extract.sentences import ends_with_stop, split_sentences
from kg.extract.tokens import tokenize
from kg.extract.wordlists import read_phrases
from kg.model.token import Sentence, SentenceKind, Token
from kg.vocabulary import Language

_TITLE_WORDS = 30
_HEADING_WORDS = 14
# In a text whose paragraphs have no final stops a missing stop says nothing: be stricter.
_HEADING_WORDS_UNSTOPPED = 8
_LINK_WORDS = 25
_KICKER_WORDS = 2
# Nobody writes a sentence of so many words and marks; tables and dumps have such lines.
_LONGEST_SENTENCE = 1000
_GOES_ON = frozenset(",،;؛:-–—")
_BULLETS = frozenset("•*-–—·▪●◦")


@dataclass(slots=True)
class _Line:
    """A unit while its kind is being decided; None = not yet."""

    tokens: tuple[Token, ...]
    words: int
    stopped: bool
    plain: str  # its folded words, to compare lines by
    kind: SentenceKind | None = None


def segment(text: str, language: Language, *, title: str | None) -> tuple[Sentence, ...]:
    """Return the sentences of `text`; none for a text of blanks."""
    lines = [_read_line(unit.text, unit.start, language) for unit in find_units(text)]
    known = _plain(tokenize(title, 0, language)) if title else None
    _mark_furniture(lines)
    _mark_datelines(lines, language, titled=bool(known))
    _mark_titles(lines, known)
    _mark_headings(lines, language)
    return _to_sentences(text, lines, language)


def _read_line(text: str, start: int, language: Language) -> _Line:
    tokens = tokenize(text, start, language)
    return _Line(tokens, sum(t.is_word for t in tokens), ends_with_stop(tokens), _plain(tokens))


def _plain(tokens: Sequence[Token]) -> str:
    return " ".join(t.form for t in tokens if t.is_word)


def _mark_furniture(lines: list[_Line]) -> None:
    """Mark single lines, then what hangs on them: lists of links, the lines after the text."""
    after_body = links_follow = False
    for line in lines:
        row = find_furniture(line.tokens, after_body=after_body)
        if row:
            line.kind = "furniture"
            links_follow = row.opens_list
        elif links_follow and _may_be_link(line):
            line.kind = "furniture"
        else:
            links_follow = False
            after_body = after_body or line.stopped or line.words > _TITLE_WORDS
    for line in reversed(lines):
        if line.kind is None:
            if line.stopped or not find_furniture(line.tokens, tail=True):
                break
            line.kind = "furniture"


def _may_be_link(line: _Line) -> bool:
    return not line.stopped and line.words <= _LINK_WORDS


def _mark_datelines(lines: list[_Line], language: Language, *, titled: bool) -> None:
    """Mark lines that hold a date alone and, above the first sentence, a place and an outlet.

    Under a title the last line before the text may also be a place with an unknown outlet.
    """
    for line in lines:
        if line.kind is None and is_date(line.tokens):
            line.kind = "dateline"
    open_lines = [line for line in lines if line.kind is None]
    for i, (line, after) in enumerate(pairwise(open_lines)):
        if line.stopped:
            return
        begins_text = after.stopped or after.words > _HEADING_WORDS
        if is_dateline(line.tokens, language) or (
            (i or titled) and begins_text and may_be_place_and_outlet(line.tokens)
        ):
            line.kind = "dateline"


def _mark_titles(lines: list[_Line], known: str | None) -> None:
    """Mark the title wherever it stands; without a known one the first short unstopped line."""
    found = {known} if known else set()
    open_lines = [line for line in lines if line.kind is None]
    if not any(line.plain in found for line in open_lines):
        first = _first_title(open_lines)
        if first:
            found.add(first.plain)
    for line in open_lines:
        if line.plain and line.plain in found:
            line.kind = "title"


def _first_title(lines: list[_Line]) -> _Line | None:
    if lines and _heading_mark(lines[0]) == 1:
        return lines[0]
    titles = list(takewhile(lambda i: _may_be_title(lines, i), range(len(lines))))
    longer = (i for i in titles if lines[i].words > _KICKER_WORDS)
    first = next(longer, titles[0] if titles else None)
    return None if first is None else lines[first]


def _may_be_title(lines: list[_Line], i: int) -> bool:
    line = lines[i]
    unlike = any(other.plain != line.plain for other in lines[i + 1 :])
    return unlike and line.words <= _TITLE_WORDS and not _ends_flat(line) and not _goes_on(line)


def _ends_flat(line: _Line) -> bool:
    """True for a final full stop; questions, exclamations and dots may end a title."""
    return line.stopped and line.tokens[-1].text not in "!?؟…" and not _trails_off(line)


def _trails_off(line: _Line) -> bool:
    return len(line.tokens) > 1 and all(t.text == "." for t in line.tokens[-2:])


def _goes_on(line: _Line) -> bool:
    return line.tokens[-1].text in _GOES_ON


def _heading_mark(line: _Line) -> int:
    """Return the level of a Markdown heading, 0 for none."""
    marks = 0
    while marks < len(line.tokens) and line.tokens[marks].text == "#":
        marks += 1
    if marks == len(line.tokens):
        return 0
    spaced = marks and line.tokens[marks - 1].end < line.tokens[marks].start
    return marks if spaced else 0


def _mark_headings(lines: list[_Line], language: Language) -> None:
    """Mark the rest: headings where text follows, else body."""
    text_lines = [line for line in lines if line.kind is None]
    limit = _heading_limit(text_lines)
    for line, after in pairwise(text_lines):
        if _heading_mark(line) or _may_be_heading(line, after, limit, language):
            line.kind = "heading"
    for line in text_lines:
        if line.kind is None:
            line.kind = "body"


def _heading_limit(lines: list[_Line]) -> int:
    long_lines = [line for line in lines if line.words > _HEADING_WORDS]
    stopped = sum(line.stopped for line in long_lines)
    return _HEADING_WORDS if stopped * 2 >= len(long_lines) else _HEADING_WORDS_UNSTOPPED


def _may_be_heading(line: _Line, after: _Line, limit: int, language: Language) -> bool:
    if line.words > limit or _ends_flat(line) or _goes_on(line):
        return False
    first = line.tokens[0]
    if first.text in _BULLETS or first.text[0].islower():
        return False
    lines_up = after.words <= line.words and not after.stopped and not _heading_mark(after)
    return not lines_up and not _opens_body(line.tokens, language)


def _opens_body(tokens: Sequence[Token], language: Language) -> bool:
    """True when the line begins as sentences do and headings do not."""
    openers = read_phrases(language, "headings", "body_openers")
    words = [t for t in tokens if t.is_word]
    if not words:
        return False
    rest = tuple(t.form for t in words[1:4])
    firsts = {r.stem for r in words[0].readings if len(r.proclitics) <= 1 and not r.enclitic}
    return any(
        phrase[1:] == rest[: len(phrase) - 1]
        for first in firsts & openers.keys()
        for phrase in openers[first]
    )


def _to_sentences(text: str, lines: list[_Line], language: Language) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    opening = True
    for paragraph, line in enumerate(lines):
        for kind, tokens in _parts(line, language, opening=opening):
            start, end = tokens[0].start, tokens[-1].end
            sentences.append(
                Sentence(
                    index=len(sentences),
                    paragraph=paragraph,
                    kind=kind,
                    start=start,
                    end=end,
                    text=text[start:end],
                    tokens=tokens,
                )
            )
        opening = opening and line.kind != "body"
    return tuple(sentences)


def _parts(
    line: _Line, language: Language, *, opening: bool
) -> list[tuple[SentenceKind, tuple[Token, ...]]]:
    """Cut a body line into its dateline and sentences; any other line is one part."""
    if line.kind != "body":
        return [(line.kind or "body", line.tokens)]
    parts: list[tuple[SentenceKind, tuple[Token, ...]]] = []
    lead = dateline_length(line.tokens, language, opening=opening)
    if lead:
        parts.append(("dateline", line.tokens[:lead]))
    rest = line.tokens[lead:]
    ranges = split_sentences(rest, language)
    for first, end in ranges:
        tokens = rest[first:end]
        furniture = end - first > _LONGEST_SENTENCE or (
            len(ranges) > 1 and find_furniture(tokens) is not None
        )
        parts.append(("furniture" if furniture else "body", tokens))
    return parts
