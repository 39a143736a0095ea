"""An article's text cut at the edges of its evidence, for reading it with the evidence marked.

In:  the stored text, marks as code-point spans, which may overlap. Out: `Segment`s; put together
they are the stored text, always.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.errors import QueryError
from kg.model.claim import Claim
from kg.query.telling import EventKind, kind_of


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """A stretch of the text with the claim (or part) whose evidence it is; end exclusive."""

    start: int
    end: int
    claim: str
    kind: EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of the text, from code point `start`, with all marks that cover it.

    `begins` are the claims whose first mark begins here: where a link to them may lead.
    """

    start: int
    text: str
    marks: tuple[Mark, ...]
    begins: tuple[str, ...]


def marks_of(claims: Iterable[Claim]) -> tuple[Mark, ...]:
    """Return the marks of all evidence, in order of the text."""
    return tuple(
        sorted(
            Mark(start=p.start, end=p.end, claim=claim.iri, kind=kind_of(claim))
            for claim in claims
            for p in claim.evidence
        )
    )


def segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Cut the text; () for an empty one. Raises QueryError for a mark that leaves the text."""
    for mark in marks:
        if not 0 <= mark.start < mark.end <= len(text):
            raise QueryError(f"{mark.start}..{mark.end} of {mark.claim} is not in the text.")
    ordered = sorted(marks)
    edges = sorted({0, len(text)} | {m.start for m in ordered} | {m.end for m in ordered})
    first = {mark.claim: mark.start for mark in reversed(ordered)}
    found: list[Segment] = []
    waiting, open_marks = 0, list[Mark]()
    for start, end in pairwise(edges):
        while waiting < len(ordered) and ordered[waiting].start <= start:
            open_marks.append(ordered[waiting])
            waiting += 1
        open_marks = [m for m in open_marks if m.end > start]
        begins = (m.claim for m in open_marks if m.start == start == first[m.claim])
        found.append(
            Segment(
                start=start,
                text=text[start:end],
                marks=tuple(open_marks),
                begins=tuple(dict.fromkeys(begins)),
            )
        )
    return tuple(found)
