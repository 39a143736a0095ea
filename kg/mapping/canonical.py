"""The one form of an extraction that a graph can give back.

RDF holds sets: the order of a text is kept where it stands in the data (evidence by its numbered
passages, cues by their literal, reporters by their chain, claims by where they stand in the text)
and nowhere else. Actors and locations come in the order of their IRIs, and so do all lists of them.
In:  an extraction as resolution makes it.
Out: the same without mentions and warnings, in that order; equal to what the store reads back.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kg.model.claim import Claim, Meeting, RedLine, Statement
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction

E = TypeVar("E", Actor, Location)


def canonical(extraction: Extraction) -> Extraction:
    """Return the extraction as the graph tells it."""
    actors = tuple(_unmentioned(a) for a in sorted(extraction.actors, key=_iri))
    locations = tuple(_unmentioned(p) for p in sorted(extraction.locations, key=_iri))
    rank = {a.name: n for n, a in enumerate(actors)}
    places = {p.name: n for n, p in enumerate(locations)}
    claims = (_claim(c, rank, places) for c in extraction.claims)
    return replace(
        extraction,
        article=replace(
            extraction.article, warnings=tuple(sorted(set(extraction.article.warnings)))
        ),
        actors=actors,
        locations=locations,
        claims=tuple(sorted(claims, key=text_order)),
        context_actors=tuple(_unmentioned(a) for a in sorted(extraction.context_actors, key=_iri)),
        context_locations=tuple(
            _unmentioned(p) for p in sorted(extraction.context_locations, key=_iri)
        ),
        warnings=(),
    )


def text_order(claim: Claim) -> tuple[int, int, str]:
    """Sort key of claims: where the first evidence stands, then the IRI."""
    first = claim.evidence[0]
    return first.start, first.end, claim.iri


def _iri(entity: Actor | Location) -> str:
    return entity.iri


def _unmentioned(entity: E) -> E:
    return replace(
        entity,
        labels=tuple(sorted(entity.labels)),
        matches=tuple(sorted(set(entity.matches))),
        mentions=(),
    )


def _claim(claim: Claim, rank: dict[str, int], places: dict[str, int]) -> Claim:
    def in_order(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(set(names), key=lambda name: rank.get(name, -1)))

    match claim:
        case Statement():
            ranks = {"actor": rank, "location": places}
            about = sorted(set(claim.about), key=lambda a: (a.kind, ranks[a.kind].get(a.name, -1)))
            return replace(
                claim,
                addressees=in_order(claim.addressees),
                about=tuple(about),
                conveys=tuple(sorted(set(claim.conveys), key=lambda c: (c.event, c.commitment))),
            )
        case Meeting():
            return replace(
                claim,
                participants=in_order(claim.participants),
                mediators=in_order(claim.mediators),
            )
        case RedLine():
            return replace(claim, declared_to=in_order(claim.declared_to))
