"""An article's text as lines of pieces, for a page that marks the evidence.

In:  `kg.query.reading.Segment`s. Out: lines of `Piece`s; blank lines are left out, nothing else is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.query.reading import Mark, Segment


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line. `mark` is the shortest evidence that covers it, None for none.

    `begins` are the claims whose evidence begins here.
    """

    text: str
    mark: Mark | None
    begins: tuple[str, ...]


def lines_of(segments: Iterable[Segment]) -> list[list[Piece]]:
    """Cut the segments at the ends of lines."""
    lines: list[list[Piece]] = [[]]
    for segment in segments:
        mark = min(segment.marks, key=_length, default=None)
        for position, text in enumerate(segment.text.split("\n")):
            if position:
                lines.append([])
            begins = () if position else segment.begins
            if text or begins:
                lines[-1].append(Piece(text, mark, begins))
    return [line for line in lines if any(p.text.strip() or p.begins for p in line)]


def _length(mark: Mark) -> tuple[int, str]:
    return (mark.end - mark.start, mark.claim)
