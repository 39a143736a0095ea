"""Claims of a sheet joined with those that the store has of the same article.

In:  the extraction of the sheet's rows, the stored one if there is any, the row of each claim.
Out: `Joined`: both as one extraction. A claim that is stored already stays as it is; one of the
same identity that says something else is a mistake: a sheet adds, it never corrects in silence.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.extract.sheets.extractor import SheetMistakes
from kg.mapping.canonical import canonical
from kg.model.claim import Claim
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.said import Said
from kg.model.sheet import Mistake

E = TypeVar("E", Actor, Location)
# What says nothing of what the claim claims: how it was found, how sure, and days computed anew.
_ASIDE = frozenset(
    {"confidence", "extractor", "rule", "cues", "carried_speaker", "review", "time", "iri"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """`new` counts the claims that the store lacks; `first` = it lacks the article."""

    extraction: Extraction
    new: int
    first: bool


def join(made: Extraction, known: Extraction | None, rows: Mapping[str, int]) -> Joined:
    """Return both as one. Raises SheetMistakes."""
    if known is None:
        return Joined(extraction=made, new=len(made.claims), first=True)
    stands = _standing(known, made.article.text)
    plain, by_iri = canonical(made), {c.iri: c for c in stands.claims}
    by_event = {c.event: c for c in stands.claims}
    new: list[Claim] = []
    wrong: list[Mistake] = []
    for claim in plain.claims:
        stored = by_iri.get(claim.iri) or by_event.get(claim.event)
        if stored is None:
            new.append(claim)
        elif differing := list(_differing(claim, stored)):
            wrong.append(Mistake(rows.get(claim.iri, 0), "", _told_otherwise(stored, differing)))
    if wrong:
        raise SheetMistakes(wrong)
    listed = {a.iri for x in (stands, made) for a in x.actors}
    listed |= {p.iri for x in (stands, made) for p in x.locations}
    extraction = dataclasses.replace(
        stands,
        article=made.article,
        actors=_united(stands.actors, made.actors),
        locations=_united(stands.locations, made.locations),
        claims=(*stands.claims, *new),
        context_actors=_behind(stands.context_actors, made.context_actors, listed),
        context_locations=_behind(stands.context_locations, made.context_locations, listed),
        warnings=made.warnings,
    )
    return Joined(extraction=extraction, new=len(new), first=False)


def _standing(known: Extraction, text: str) -> Extraction:
    """Leave out claims whose passages are those of an older text: the store keeps them itself."""
    kept = [c for c in known.claims if all(text[p.start : p.end] == p.text for p in c.evidence)]
    left = {c.iri for c in kept}
    claims = tuple(c for c in kept if c.under is None or c.under in left)
    return dataclasses.replace(known, claims=claims)


def _differing(claim: Claim, stored: Claim) -> Iterator[str]:
    if type(claim) is not type(stored):
        yield "type"
        return
    for field in dataclasses.fields(claim):
        if field.name in _ASIDE:
            continue
        if getattr(claim, field.name) != getattr(stored, field.name):
            yield field.name
    said = claim.time.text if claim.time else None
    if said != (stored.time.text if stored.time else None):
        yield "time"


def _told_otherwise(stored: Claim, differing: list[str]) -> str:
    return Said(
        "the store has a claim on the same evidence, %(claim)s (by %(extractor)s), that differs in "
        "%(what)s. A sheet adds claims and changes none: if this is a further one, write 2 in "
        "`nth`; if the stored one is wrong, reject it there.",
        claim=stored.iri,
        extractor=stored.extractor,
        what=", ".join(differing),
    )


def _united(stored: tuple[E, ...], made: tuple[E, ...]) -> tuple[E, ...]:
    here = {e.iri for e in stored}
    return stored + tuple(e for e in made if e.iri not in here)


def _behind(stored: tuple[E, ...], made: tuple[E, ...], listed: set[str]) -> tuple[E, ...]:
    """Return the entities that stand behind those listed, without what is listed itself."""
    return tuple(e for e in _united(stored, made) if e.iri not in listed)
