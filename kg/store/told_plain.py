"""`EventFacts` as plain documents, in which they travel from whoever extracts to the writer.

In/Out: facts <-> lists, strings and numbers, ready for `json.dumps`. The article stands once.
"""

from functools import lru_cache
from typing import Any

from kg.resolve.propose import EventFacts
from kg.resolve.propose_parties import Line


def facts_to_plain(facts: EventFacts) -> list[Any]:
    """Return the plain form, without the article."""
    return [
        facts.iri,
        facts.kind,
        facts.language,
        facts.parties,
        facts.listeners,
        facts.place,
        facts.first,
        facts.last,
        facts.guessed,
        facts.status,
        facts.act,
        facts.denied,
        facts.incomplete,
        sorted(facts.subjects),
        facts.runs.hex(),
    ]


def facts_from_plain(document: list[Any], article: str) -> EventFacts:
    """Return the facts of an article's event. What many events share is one value in memory."""
    iri, kind, language, parties, listeners, place, first, last, *others = document
    guessed, status, act, denied, incomplete, subjects, runs = others
    return EventFacts(
        iri=iri,
        article=article,
        kind=kind,
        language=language,
        parties=_lines(tuple(map(tuple, parties))),
        listeners=_lines(tuple(map(tuple, listeners))),
        place=_line(tuple(place)),
        first=first,
        last=last,
        guessed=guessed,
        status=status,
        act=act,
        denied=denied,
        incomplete=incomplete,
        subjects=_set(tuple(subjects)),
        runs=bytes.fromhex(runs),
    )


@lru_cache(maxsize=4096)
def _lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return lines


@lru_cache(maxsize=4096)
def _line(line: Line) -> Line:
    return line


@lru_cache(maxsize=4096)
def _set(iris: tuple[str, ...]) -> frozenset[str]:
    return frozenset(iris)
