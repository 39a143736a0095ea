"""Where the words of a claim sheet stand in the article.

In:  a text and words that are said to stand in it. Out: spans. Raises Misplaced with a sentence
that quotes what stands nearest: evidence is verbatim or it is none.
"""

import difflib
import re
from collections.abc import Sequence

from kg.model.said import Said
from kg.model.sheet import OMISSION
from kg.model.span import Span
from kg.model.token import Sentence

_OMITTED = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*")
_PAIR = re.compile(r"(\d+)-(\d+)")
_NEAR = 0.5
_SHOWN = 160
_COMPARED = 400


class Misplaced(ValueError):
    """Words that do not stand in the article."""


def find_passages(
    text: str, words: str, offsets: str, sentences: Sequence[Sentence]
) -> tuple[Span, ...]:
    """Return where the evidence stands: at `offsets` if they fit, else where it is found first.

    What is not found whole is cut at "[…]", and its pieces are looked for one behind the other.
    """
    if offsets and (placed := _at(text, words, offsets)):
        return placed
    start = text.find(words)
    if start >= 0:
        return (Span(start, start + len(words)),)
    pieces = [p for p in _OMITTED.split(words) if p]
    spans: list[Span] = []
    behind = 0
    for piece in pieces:
        start = text.find(piece, behind)
        start = start if start >= 0 else text.find(piece)
        if start < 0:
            raise Misplaced(_missing(text, piece, sentences))
        spans.append(Span(start, start + len(piece)))
        behind = spans[-1].end
    if len(pieces) < 2 or len(set(spans)) < len(spans):
        raise Misplaced(_missing(text, words, sentences))
    return tuple(spans)


def _at(text: str, words: str, offsets: str) -> tuple[Span, ...] | None:
    pairs = [(int(m[1]), int(m[2])) for m in _PAIR.finditer(offsets)]
    if any(not 0 <= a < b <= len(text) for a, b in pairs):
        return None
    found = OMISSION.join(text[a:b] for a, b in pairs)
    return tuple(Span(a, b) for a, b in pairs) if found == words else None


def find_words(text: str, words: str, near: Sequence[Span]) -> Span:
    """Return where words of the article stand, in one of the passages if they do, else anywhere."""
    for span in near:
        start = text.find(words, span.start, span.end)
        if start >= 0:
            return Span(start, start + len(words))
    start = text.find(words)
    if start < 0:
        raise Misplaced(
            Said(
                "%(words)s does not stand in the article. Copy the words from there, or leave the "
                "cell empty.",
                words=_short(words),
            )
        )
    return Span(start, start + len(words))


def _missing(text: str, words: str, sentences: Sequence[Sentence]) -> str:
    told = _short(words)
    if " ".join(words.split()) in " ".join(text.split()):
        return Said(
            "%(words)s does not stand in the article with these blanks and line ends. Copy it as "
            "it stands there.",
            words=told,
        )
    near = _nearest(words, sentences)
    if near is None:
        return Said(
            "%(words)s does not stand in the article. Copy the sentence from there; leave a gap "
            "with […].",
            words=told,
        )
    return Said(
        "%(words)s does not stand in the article. The nearest sentence is %(near)s.",
        words=told,
        near=_short(near),
    )


def _nearest(words: str, sentences: Sequence[Sentence]) -> str | None:
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(words[:_COMPARED])
    best, found = _NEAR, None
    for sentence in sentences[:_COMPARED]:
        matcher.set_seq1(sentence.text[:_COMPARED])
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            ratio = matcher.ratio()
            if ratio > best:
                best, found = ratio, sentence.text
    return found


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return f"“{flat[:_SHOWN]}{'…' if len(flat) > _SHOWN else ''}”"


def pieces_of(words: str, text: str) -> list[str]:
    """Return the passages of some evidence that do not stand in a text yet."""
    if words in text:
        return []
    return [p for p in _OMITTED.split(words) if p and p not in text]
