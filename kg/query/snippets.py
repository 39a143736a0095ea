"""A few words around those that were searched for.

In:  a text as written, folded words. Out: pieces of it, those that hold one of the words marked.
"""

import re
from typing import TypedDict

from kg.query.search import fold_text

_CHARS = 180  # about
_BEFORE = 40


class Piece(TypedDict):
    """A stretch of the text; `marked`: what was searched for stands in it."""

    text: str
    marked: bool


def marked(text: str, asked: tuple[str, ...]) -> list[Piece]:
    """Return the text from shortly before the first of the words; several may stand in one `asked`.

    The pieces are words as they are written: "meet" marks "meeting".
    """
    pieces = re.split(r"(\s+)", text)
    held = _held(pieces, asked)
    first = next((i for i, found in enumerate(held) if found), 0)
    start, end = first, len(pieces)
    while start and sum(map(len, pieces[start - 1 : first])) <= _BEFORE:
        start -= 1
    if sum(map(len, pieces[start:])) > _CHARS:
        end = next(i for i in range(start, end) if sum(map(len, pieces[start : i + 1])) > _CHARS)
    found = _joined(pieces[start : end + 1], held[start : end + 1])
    before: list[Piece] = [{"text": "… ", "marked": False}] if start else []
    after: list[Piece] = [{"text": "…", "marked": False}] if end + 1 < len(pieces) else []
    return [*before, *found, *after]


def marked_whole(text: str, asked: tuple[str, ...]) -> list[Piece]:
    """Return the whole text in pieces; nothing when none of the words stands in it."""
    pieces = re.split(r"(\s+)", text)
    held = _held(pieces, asked)
    return _joined(pieces, held) if any(held) else []


def _joined(pieces: list[str], held: list[bool]) -> list[Piece]:
    found: list[Piece] = []
    for piece, mark in zip(pieces, held, strict=True):
        if found and found[-1]["marked"] == mark:
            found[-1]["text"] += piece
        elif piece:
            found.append({"text": piece, "marked": mark})
    return found


def _held(pieces: list[str], asked: tuple[str, ...]) -> list[bool]:
    """True for the pieces that hold a word of `asked`, or stand in a run of them that holds it."""
    folded = [fold_text(piece) for piece in pieces]
    held = [any(word in fold for word in asked) for fold in folded]
    words = [i for i, fold in enumerate(folded) if fold]
    for run in (word for word in asked if " " in word):
        long = run.count(" ") + 1
        for at in range(len(words) - long + 1):
            if run in " ".join(folded[i] for i in words[at : at + long]):
                held[words[at] : words[at + long - 1] + 1] = [True] * (
                    words[at + long - 1] + 1 - words[at]
                )
    return held
