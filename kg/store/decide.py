"""Planning decisions: merging events and undoing it, accepting and rejecting claims.

An event is merged into at most one other, so merges form trees and the root is canonical, whatever
the order of the decisions; undoing one gives back what it joined. A claim has at most one standing
review: a new one undoes the last. Everything stays on record.
In:  the state of the dataset, what is decided, by whom, when. Out: a Plan and the decision.
"""

from datetime import datetime

import pyoxigraph as ox

from kg.errors import NotFound, StoreError
from kg.mapping.decisions import decision_to_quads, quads_to_decisions
from kg.mapping.terms import node
from kg.model.decision import Decision, DecisionKind
from kg.model.iri import Iris
from kg.store.activity import activity_iri
from kg.store.plan import Plan
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM, CLT, PROV

_DECIDES = Node(CLM.decides)
_SAME_EVENT = Node(CLM.sameEvent)
_SIGNED_BY = Node(CLM.signedBy)
_UNDOES = Node(CLM.undoes)
_USED = Node(PROV.used)
_REVIEWS: dict[str, str] = {"accept": CLT.accepted, "reject": CLT.rejected}


class Decider:
    """Plans one decision."""

    def __init__(self, state: State, iris: Iris, by: str, at: datetime) -> None:
        self.state, self.iris, self.by, self.at = state, iris, by, at
        if not by.strip():
            raise StoreError("A decision needs the name of whoever makes it.")

    def plan(self, kind: DecisionKind, subject: str, target: str | None) -> tuple[Plan, Decision]:
        """Plan a decision. The plan is empty when the same one stands already."""
        if kind in _REVIEWS:
            if target is not None:
                raise StoreError(f"A claim is {kind}ed alone: <{target}> has no place in this.")
            return self._review(kind, node(subject))
        if kind == "unmerge":
            return self._unmerge(node(subject), target)
        if kind != "merge":
            raise StoreError(f"{kind!r} is no decision: merge, unmerge, accept or reject.")
        if target is None:
            raise StoreError(f"<{subject}> has to be merged into another event: name that one.")
        return self._merge(node(subject), node(target))

    # Claims

    def _review(self, kind: DecisionKind, claim: Node) -> tuple[Plan, Decision]:
        article = self.state.article_of(claim)
        if article is None:
            raise NotFound(f"There is no claim <{claim.value}> in this store.")
        if self.state.is_withdrawn(claim, article):
            raise StoreError(
                f"The claim <{claim.value}> is withdrawn, so there is nothing to {kind}. "
                "Add its article again first."
            )
        standing = self.state.standing_review(claim)
        if standing and standing[1].value == _REVIEWS[kind]:
            return Plan(), self._read(standing[0])
        undoes = [standing[0].value] if standing else []
        return self._write(kind, claim, None, undoes=undoes, touched={claim, article})

    # Events

    def _merge(self, event: Node, target: Node) -> tuple[Plan, Decision]:
        classes, target_classes = self._classes(event), self._classes(target)
        if event == target:
            raise StoreError(f"<{event.value}> cannot be merged with itself.")
        if not classes & target_classes:
            raise StoreError(
                f"<{event.value}> is a {_names(classes)} and <{target.value}> a "
                f"{_names(target_classes)}: only events of one kind can be the same."
            )
        merged_into = self.state.target(event)
        if merged_into == target:
            return Plan(), self._read(self._standing_merge(event, target))
        if merged_into is not None:
            raise StoreError(
                f"<{event.value}> is merged into <{merged_into.value}> already. Undo that first."
            )
        if self.state.canonical(target) == self.state.canonical(event):
            raise StoreError(f"<{target.value}> is merged into <{event.value}> already.")
        plan, decision = self._write("merge", event, target, touched=self._about(event))
        plan.into.add(ox.Quad(event, _SAME_EVENT, target, self.state.graphs.decisions))
        return plan, decision

    def _unmerge(self, event: Node, target: str | None) -> tuple[Plan, Decision]:
        merged_into = self.state.target(event)
        if merged_into is None or (target is not None and merged_into.value != target):
            other = f"<{target}>" if target else "another event"
            if merged_into is None:
                self._classes(event)
            raise StoreError(f"<{event.value}> was not merged into {other}, so nothing is undone.")
        undone = self._standing_merge(event, merged_into).value
        touched = self._about(event)
        plan, decision = self._write(
            "unmerge", event, merged_into, undoes=[undone], touched=touched
        )
        plan.out.add(ox.Quad(event, _SAME_EVENT, merged_into, self.state.graphs.decisions))
        return plan, decision

    def _classes(self, event: Node) -> set[Node]:
        classes = self.state.classes_of(event)
        if not classes:
            raise NotFound(f"There is no event or red line <{event.value}> in this store.")
        return classes

    def _about(self, event: Node) -> set[Node]:
        """Return the graphs of all claims about an event and about what is merged into it."""
        return {g for member in self.state.members(event) for g in self.state.graphs_about(member)}

    def _standing_merge(self, event: Node, target: Node) -> Node:
        decisions = self.state.graphs.decisions
        for decision in self.state.view.subjects(_DECIDES, event, decisions):
            undone = self.state.view.subjects(_UNDOES, decision, decisions)
            undoes = self.state.view.values(decision, _UNDOES, decisions)
            used = self.state.view.value(decision, _USED, decisions)
            if used == target and not undone and not undoes:
                return decision
        raise StoreError(f"The record of merging <{event.value}> is missing from the decisions.")

    # Both

    def _write(
        self,
        kind: DecisionKind,
        subject: Node,
        target: Node | None,
        *,
        touched: set[Node],
        undoes: list[str] | None = None,
    ) -> tuple[Plan, Decision]:
        about = (subject.value, target.value if target else "", self.by)
        decision = Decision(
            iri=activity_iri(self.state, self.iris, kind, *about, at=self.at),
            kind=kind,
            subject=subject.value,
            target=target.value if target else None,
            by=self.by,
            at=self.at,
        )
        quads = decision_to_quads(decision, self.state.graphs.decisions, undoes=undoes or ())
        return Plan(into=set(quads), touched=touched), decision

    def _read(self, decision: Node) -> Decision:
        quads = self.state.view.quads(decision, None, None, self.state.graphs.decisions)
        return quads_to_decisions(quads)[0]


def _names(classes: set[Node]) -> str:
    return " and ".join(sorted(c.value.rpartition("#")[2] for c in classes))
