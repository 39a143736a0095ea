"""The proposals of a store, in words, for whoever decides.

In:  a `Dataset`. Out: plain dicts, best first: score, reasons and objections by their terms, both
events with their IRI, what they tell and in which article.
"""

from typing import Any

from kg.query.dataset import Dataset
from kg.query.telling import Telling
from kg.query.wording import ENGLISH, gist
from kg.query.words import bare


def proposal_rows(dataset: Dataset) -> list[dict[str, Any]]:
    """Return one row a proposal whose two events are told by live claims."""
    tellings: dict[str, Telling] = {}
    for telling in dataset.claims.values():
        tellings.setdefault(telling.claim.event, telling)
    return [
        {
            "score": p.score,
            "reasons": list(p.reasons),
            "objections": list(p.objections),
            "events": [_told(dataset, tellings[iri]) for iri in (p.one, p.other)],
        }
        for p in dataset.proposals
        if p.one in tellings and p.other in tellings
    ]


def _told(dataset: Dataset, telling: Telling) -> dict[str, str]:
    return {
        "event": telling.claim.event,
        "label": bare(gist(dataset.entities, telling, ENGLISH)),
        "article": telling.article.title,
    }
