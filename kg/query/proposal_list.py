"""The proposals of a store, in words, for whoever decides.

In:  proposals, a `Source`. Out: plain dicts, best first: score, reasons and objections by their
terms, both events with their IRI, what they tell and in which article.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from kg.model.proposal import Proposal
from kg.query.dataset import Dataset
from kg.query.source import Source
from kg.query.telling import Telling
from kg.query.wording import ENGLISH, gist
from kg.query.words import bare

_AT_ONCE = 100


def proposal_rows(proposals: Sequence[Proposal], source: Source) -> Iterator[dict[str, Any]]:
    """Yield one row a proposal whose two events are told by live claims."""
    for start in range(0, len(proposals), _AT_ONCE):
        some = proposals[start : start + _AT_ONCE]
        dataset = source.events(source.event_of(iri) for p in some for iri in (p.one, p.other))
        tellings: dict[str, Telling] = {}
        for telling in dataset.claims.values():
            tellings.setdefault(telling.claim.event, telling)
        for proposal in some:
            if proposal.one in tellings and proposal.other in tellings:
                yield _row(dataset, proposal, tellings)


def _row(dataset: Dataset, proposal: Proposal, tellings: dict[str, Telling]) -> dict[str, Any]:
    return {
        "score": proposal.score,
        "reasons": list(proposal.reasons),
        "objections": list(proposal.objections),
        "events": [_told(dataset, tellings[iri]) for iri in (proposal.one, proposal.other)],
    }


def _told(dataset: Dataset, telling: Telling) -> dict[str, str]:
    return {
        "event": telling.claim.event,
        "label": bare(gist(dataset.entities, telling, ENGLISH)),
        "article": telling.article.title,
    }
