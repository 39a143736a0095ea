"""Decisions <-> quads of the graph of decisions.

A decision is a prov:Activity that `clm:decides` on something, with its moment and its signer:
* accept, reject: on a claim, with the `clm:status` it gives;
* merge: on an event, with `prov:used` for the event it is merged into; the merge stands as long as
  the graph says `<event> clm:sameEvent <that one>`;
* unmerge: the same two, and `clm:undoes` for the merge.
What withdrew claims or brought them back is an activity too, without a signer; it is no decision
of a person about one claim and is not read back as one.

In:  values. Out: quads, and the other way round. Nothing is ever taken out of the record.
"""

from collections.abc import Iterable
from datetime import datetime

import pyoxigraph as ox

from kg.mapping.facts import Facts
from kg.mapping.terms import TYPE, moment, node, plain, read_moment, term
from kg.model.decision import Decision, DecisionKind
from kg.vocabulary import CLM, CLT, PROV

_STATUS: dict[DecisionKind, str] = {"accept": CLT.accepted, "reject": CLT.rejected}
_KINDS: dict[str, DecisionKind] = {iri: kind for kind, iri in _STATUS.items()}


def decision_to_quads(
    decision: Decision, graph: ox.NamedNode, *, undoes: Iterable[str] = ()
) -> list[ox.Quad]:
    """Return the quads of a decision; `undoes` are the earlier ones that it takes back."""
    quads = activity_to_quads(decision.iri, decision.at, [decision.subject], graph, undoes=undoes)
    subject = node(decision.iri)
    quads.append(ox.Quad(subject, term(CLM.signedBy), plain(decision.by), graph))
    if decision.kind in _STATUS:
        status = term(_STATUS[decision.kind])
        quads.append(ox.Quad(subject, term(CLM.status), status, graph))
    if decision.target:
        quads.append(ox.Quad(subject, term(PROV.used), node(decision.target), graph))
    return quads


def activity_to_quads(
    iri: str,
    at: datetime,
    about: Iterable[str],
    graph: ox.NamedNode,
    *,
    undoes: Iterable[str] = (),
) -> list[ox.Quad]:
    """Return the quads that all activities share."""
    subject = node(iri)
    return [
        ox.Quad(subject, TYPE, term(PROV.Activity), graph),
        ox.Quad(subject, term(PROV.endedAtTime), moment(at), graph),
        *(ox.Quad(subject, term(CLM.decides), node(i), graph) for i in about),
        *(ox.Quad(subject, term(CLM.undoes), node(i), graph) for i in undoes),
    ]


def quads_to_decisions(quads: Iterable[ox.Quad]) -> list[Decision]:
    """Return the decisions of people, oldest first; of one moment, what is undone first."""
    facts = Facts(quads)
    decisions = [_decision(iri, facts) for iri in facts.subjects(CLM.signedBy)]
    return sorted(decisions, key=lambda d: (d.at, _undone_below(d.iri, facts), d.iri))


def _undone_below(iri: str, facts: Facts) -> int:
    """Count how many decisions this one undoes, one through another."""
    count = 0
    seen = {iri}
    while (undone := set(facts.nodes(iri, CLM.undoes)) - seen) != set():
        seen |= undone
        iri = min(undone)
        count += 1
    return count


def _decision(iri: str, facts: Facts) -> Decision:
    status = facts.one(iri, CLM.status)
    undoes = facts.nodes(iri, CLM.undoes)
    return Decision(
        iri=iri,
        kind=_KINDS[status] if status else "unmerge" if undoes else "merge",
        subject=facts.need(iri, CLM.decides),
        target=facts.one(iri, PROV.used),
        by=facts.need(iri, CLM.signedBy),
        at=read_moment(facts.need(iri, PROV.endedAtTime)),
    )
