"""An article's text as blocks of pieces, for a page that marks the evidence, claims beside them.

In:  blocks (`kg.pipeline.blocks`), `kg.query.reading.Segment`s, the claims of the margin.
Out: `ReadingBlock`s; their pieces put together are the stored text, always.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model.token import SentenceKind
from kg.pipeline.blocks import Block
from kg.query.reading import Mark, Segment
from kg.query.telling import EventKind
from kg.query.things import ArticleClaim


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block with the claims whose evidence covers it, the shortest first.

    `kinds` are the kinds of these, in the same order, each once; `begins` are the claims whose
    evidence begins here.
    """

    text: str
    claims: tuple[str, ...]
    kinds: tuple[EventKind, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingBlock:
    """A line or paragraph; `claims` stand in the margin beside it, where their evidence begins."""

    kind: SentenceKind
    pieces: tuple[Piece, ...]
    claims: tuple[ArticleClaim, ...]


def reading_blocks(
    blocks: Sequence[Block], segments: Iterable[Segment], claims: Iterable[ArticleClaim]
) -> list[ReadingBlock]:
    """Cut the segments at the edges of the blocks, and put each claim beside its block."""
    beside = {claim.iri: claim for claim in claims}
    cut = list(segments)
    found, first = [], 0
    for block in blocks:
        while first < len(cut) and _end(cut[first]) <= block.start:
            first += 1
        last = first
        while last < len(cut) and cut[last].start < block.end:
            last += 1
        pieces = tuple(_piece(segment, block) for segment in cut[first:last])
        begun = dict.fromkeys(iri for piece in pieces for iri in piece.begins)
        found.append(ReadingBlock(block.kind, pieces, tuple(beside[iri] for iri in begun)))
    return found


def _piece(segment: Segment, block: Block) -> Piece:
    start, end = max(segment.start, block.start), min(_end(segment), block.end)
    marks = sorted(segment.marks, key=_length)
    return Piece(
        text=segment.text[start - segment.start : end - segment.start],
        claims=tuple(dict.fromkeys(mark.claim for mark in marks)),
        kinds=tuple(dict.fromkeys(mark.kind for mark in marks)),
        begins=segment.begins if start == segment.start else (),
    )


def _end(segment: Segment) -> int:
    return segment.start + len(segment.text)


def _length(mark: Mark) -> tuple[int, str]:
    return (mark.end - mark.start, mark.claim)
