"""An event beside another that may be the same: what speaks for it, and the two sentences.

In:  a `Dataset` that holds both, a suggestion, a reader's `Words`. Out: `MaybeSame`.
"""

from dataclasses import dataclass

from kg.model.iri import local_name
from kg.query import messages_why as why
from kg.query.beside import evidence_part
from kg.query.dataset import Dataset
from kg.query.suggestions import Suggestion
from kg.query.told import Ref, article_ref, claim_href
from kg.query.wording import gist, preferred
from kg.query.words import Part, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One of the two sentences that may tell of the same, with its article and claim."""

    words: Part
    article: Ref
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeSame:
    """Another event that may be this one: what speaks for it and against it, in words.

    `compared` are the two sentences, this event's first.
    """

    event: Ref
    score: float
    reasons: tuple[str, ...]
    objections: tuple[str, ...]
    compared: tuple[Compared, ...]


def maybe_same(dataset: Dataset, event: str, found: Suggestion, words: Words) -> MaybeSame:
    """Return what may be the same as this event, with the telling of each that was compared."""
    proposal = found.proposal
    return MaybeSame(
        event=event_ref(dataset, found.event, words),
        score=proposal.score,
        reasons=tuple(words.gettext(why.REASONS[r]) for r in proposal.reasons),
        objections=tuple(words.gettext(why.OBJECTIONS[o]) for o in proposal.objections),
        compared=tuple(_compared(dataset, side, found) for side in (event, found.event)),
    )


def event_ref(dataset: Dataset, iri: str, words: Words) -> Ref:
    """Return an event by the gist of the telling that is shown first."""
    event = dataset.get_event(iri)
    shown = preferred(event.leads, words.language)
    return Ref(
        iri=event.iri,
        href=f"/events/{local_name(event.iri)}",
        name=gist(dataset.entities, shown, words),
    )


def _compared(dataset: Dataset, event: str, found: Suggestion) -> Compared:
    """The telling of this event that was compared with one of the other."""
    ends = (found.proposal.one, found.proposal.other)
    tellings = dataset.get_event(event).tellings
    telling = next((t for t in tellings if t.claim.event in ends), tellings[0])
    return Compared(
        words=evidence_part(telling),
        article=article_ref(telling),
        href=claim_href(telling.claim.iri),
    )
