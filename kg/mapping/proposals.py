"""Proposals <-> quads of the graph of proposals.

A proposal's IRI follows from its two events, whichever of them comes first.
In:  values. Out: quads, and the other way round.
"""

from collections.abc import Iterable
from typing import cast, get_args

import pyoxigraph as ox

from kg.mapping.facts import Facts
from kg.mapping.terms import TYPE, decimal, node, term
from kg.model.iri import Iris
from kg.model.proposal import Objection, Proposal, Reason
from kg.vocabulary import CLM, CLT, PROV


def proposal_to_quads(proposal: Proposal, graph: ox.NamedNode, base: str) -> list[ox.Quad]:
    """Return the quads of a proposal."""
    subject = node(Iris(base).proposal(proposal.one, proposal.other))
    return [
        ox.Quad(subject, TYPE, term(PROV.Entity), graph),
        ox.Quad(subject, term(CLM.proposes), node(proposal.one), graph),
        ox.Quad(subject, term(CLM.proposes), node(proposal.other), graph),
        ox.Quad(subject, term(CLM.score), decimal(proposal.score), graph),
        *(ox.Quad(subject, term(CLM.reason), term(CLT[r]), graph) for r in proposal.reasons),
        *(ox.Quad(subject, term(CLM.objection), term(CLT[o]), graph) for o in proposal.objections),
    ]


def quads_to_proposals(quads: Iterable[ox.Quad]) -> list[Proposal]:
    """Return the proposals, by IRI. Raises MappingError for what is none."""
    facts = Facts(quads)
    return [_proposal(iri, facts) for iri in facts.subjects(CLM.proposes)]


def _proposal(iri: str, facts: Facts) -> Proposal:
    one, other = facts.nodes(iri, CLM.proposes)
    return Proposal(
        one=one,
        other=other,
        score=float(facts.need(iri, CLM.score)),
        reasons=cast(tuple[Reason, ...], _terms(iri, CLM.reason, get_args(Reason), facts)),
        objections=cast(
            tuple[Objection, ...], _terms(iri, CLM.objection, get_args(Objection), facts)
        ),
    )


def _terms(iri: str, predicate: str, known: tuple[str, ...], facts: Facts) -> tuple[str, ...]:
    """Return local names in the order of their list; one that is not in it is left out."""
    said = {value.removeprefix(str(CLT)) for value in facts.nodes(iri, predicate)}
    return tuple(name for name in known if name in said)
