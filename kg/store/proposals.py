"""Merge proposals: which stand, and how a write keeps them right.

A pair of events is proposed when kg.resolve.propose says so, the two are not merged already, and
nobody took back a merge between them or between events merged with them: what a person decided is
not asked again. Of an event's pairs the best few are kept (by score, then IRI); a pair stands when
it is among the best of either event, so there are a few for each event however many tell the same.
Proposals stand in a graph of their own, never in merged, and follow from the live claims and the
decisions alone: in which order these came makes no difference.

In:  states of the dataset before and after a write, its plan. Out: quads to take out and to put in.
"""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.mapping.proposals import proposal_to_quads, quads_to_proposals
from kg.model.iri import owner
from kg.model.proposal import Proposal
from kg.resolve.propose import EventFacts, propose
from kg.store.copies import copies_delta
from kg.store.event_book import EventBook
from kg.store.event_facts import EventReader
from kg.store.graphs import Graphs
from kg.store.plan import Plan
from kg.store.state import State
from kg.store.view import Node, View
from kg.vocabulary import CLM, PROV, SCHEMA

MOST_KEPT = 5

_BELONGS_TO = Node(CLM.belongsTo)
_DECIDES = Node(CLM.decides)
_PROPOSES = Node(CLM.proposes)
_PUBLISHED = Node(SCHEMA.datePublished)
_UNDOES = Node(CLM.undoes)
_USED = Node(PROV.used)
_WITHIN = Node(CLM.within)

_Pairs = dict[str, Proposal]  # by the other event


def best(pairs: _Pairs) -> set[str]:
    """Return the other events of the best pairs."""
    ranked = sorted(pairs, key=lambda other: (-pairs[other].score, other))
    return set(ranked[:MOST_KEPT])


class Standing:
    """The proposals of one state: those that are stored, and all that there could be."""

    def __init__(
        self,
        state: State,
        book: EventBook | None = None,
        changed: frozenset[str] = frozenset(),
        coming: Iterable[EventFacts] = (),
    ) -> None:
        self.state = state
        self.reader = EventReader(state, book, changed, coming)
        self._circles: dict[str, frozenset[str]] = {}
        self._refused: dict[str, frozenset[str]] = {}
        self._stored: dict[str, _Pairs] = {}
        self._read: dict[Node, list[Proposal]] = {}

    def circle(self, event: str) -> frozenset[str]:
        """Return the events merged with this one, itself among them."""
        if event not in self._circles:
            root = self.state.canonical(Node(event))
            circle = frozenset(member.value for member in self.state.members(root))
            self._circles |= dict.fromkeys(circle, circle)
        return self._circles[event]

    def refused(self, event: str) -> frozenset[str]:
        """Return the events of which somebody decided that they are not this one."""
        circle = self.circle(event)
        if event not in self._refused:
            found = frozenset(o for member in circle for o in self._parted(Node(member)))
            self._refused |= dict.fromkeys(circle, found)
        return self._refused[event]

    def _parted(self, event: Node) -> list[str]:
        """Return the other events of merges of this one that were taken back."""
        view, decisions = self.state.view, self.state.graphs.decisions
        found = []
        for here, there in ((_DECIDES, _USED), (_USED, _DECIDES)):
            for activity in view.subjects(here, event, decisions):
                if view.values(activity, _UNDOES, decisions):
                    found += [e.value for e in view.values(activity, there, decisions)]
        return found

    def stored(self, event: str) -> _Pairs:
        """Return the event's proposals as they are stored."""
        if event not in self._stored:
            view, graph = self.state.view, self.state.graphs.proposals
            found: list[Proposal] = []
            for one in view.subjects(_PROPOSES, Node(event), graph):
                if one not in self._read:  # once for both of its events
                    quads = view.quads(one, None, None, graph)
                    self._read[one] = list(quads_to_proposals(quads))
                found += self._read[one]
            self._stored[event] = {p.beside(event): p for p in found}
        return self._stored[event]

    def all_of(self, event: str) -> _Pairs:
        """Return every pair that could be proposed for an event, with its proposal."""
        facts = self.reader.facts(event)
        if facts is None or facts.first is None or facts.last is None:
            return {}
        near = self.reader.near(facts)
        pairs = ((other, self.pair(facts, self.reader.facts(other))) for other in near)
        return {other: proposal for other, proposal in pairs if proposal is not None}

    def pair(self, one: EventFacts, other: EventFacts | None) -> Proposal | None:
        """Return the proposal of a pair, None where a decision speaks against it."""
        proposal = propose(one, other) if other is not None else None
        if proposal is None or proposal.other in self.circle(proposal.one):
            return None
        if self.refused(proposal.one) & self.circle(proposal.other):
            return None
        return proposal

    def ground(self, event: str) -> object:
        """Return all that an event's proposals follow from; None for one that has none."""
        facts = self.reader.facts(event)
        return None if facts is None else (facts, self.circle(event), self.refused(event))


def worked_out(before: State, after: State, plan: Plan) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """Return (out, in) of the whole graph of proposals: merges, and articles of one text."""
    out, into = proposals_delta(before, after, plan)
    copies_out, copies_in = copies_delta(before, after, plan)
    return out | copies_out, into | copies_in


def proposals_delta(before: State, after: State, plan: Plan) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """Return (out, in) of the graph of proposals for a write that `plan` describes."""
    coming = [facts for one in plan.ready for facts in one.ready.told]
    arriving = {owner(one.ready.article) for one in plan.ready}
    changing = frozenset({owner(graph.value) for graph in plan.touched} | arriving)
    book = before.book
    if book is not None and _entities_move(before, plan):
        book = None  # and the store forgets it, for nothing is noted as next
    old = Standing(before, book)
    new = Standing(after, book, changing, coming)
    changed = {e for e in _touched(old, new, plan) if old.ground(e) != new.ground(e)}
    fresh = {facts.iri for facts in coming}
    if book is not None:
        book.next = changing, new.reader.told_now()
    if not changed and not fresh:
        return set(), set()
    gone, come = _revised(old, new, changed, fresh)
    graph, base = after.graphs.proposals, after.graphs.base
    out = {q for p in gone - come for q in proposal_to_quads(p, graph, base)}
    into = {q for p in come - gone for q in proposal_to_quads(p, graph, base)}
    return out - into, into - out


def _entities_move(before: State, plan: Plan) -> bool:
    """True when what an actor or place that is known already belongs to changes."""
    registry = before.graphs.registry
    return any(
        quad in plan.out or any(before.view.quads(quad.subject, None, None, registry))
        for quad in plan.out | plan.into
        if quad.graph_name == registry
        and quad.predicate in (_BELONGS_TO, _WITHIN)
        and isinstance(quad.subject, Node)
    )


def _touched(old: Standing, new: Standing, plan: Plan) -> set[str]:
    """Return the events whose ground the write may change."""
    graphs = {g for g in plan.touched if new.state.graphs.is_claim(g)} | _relined(new, plan)
    told = {e for graph in graphs for side in (old, new) for e in side.reader.told_in(graph)}
    return told | {m for e in told for side in (old, new) for m in side.circle(e)}


def _relined(new: Standing, plan: Plan) -> set[Node]:
    """Return the claims' graphs that name an entity whose place in the registry changes."""
    registry, view = new.state.graphs.registry, new.state.view
    asked = [
        q.subject
        for q in plan.out | plan.into
        if q.graph_name == registry and q.predicate in (_BELONGS_TO, _WITHIN)
    ]
    graphs: set[Node] = set()
    seen: set[Node] = set()
    while asked:
        entity = asked.pop()
        if not isinstance(entity, Node) or entity in seen:
            continue
        seen.add(entity)
        for quad in view.quads(None, None, entity):
            if quad.predicate in (_BELONGS_TO, _WITHIN):
                asked.append(quad.subject)
            elif new.state.graphs.is_claim(graph := _graph(quad)):
                graphs.add(graph)
    return graphs


def _revised(
    old: Standing, new: Standing, altered: set[str], coming: set[str]
) -> tuple[set[Proposal], set[Proposal]]:
    """Return the stored proposals around the changed events, and those that stand from now on.

    Of those that are only coming nothing is stored.
    """
    known: dict[str, _Pairs] = {}
    changed = altered | coming
    before = {event: old.stored(event) for event in altered}
    fresh = {event: new.all_of(event) for event in changed}
    losing = {other for pairs in before.values() for other in pairs} - changed
    gaining = {other for pairs in fresh.values() for other in pairs} - changed
    for event in losing | gaining:
        before[event] = old.stored(event)
        if event in losing and len(before[event]) >= MOST_KEPT:
            known[event] = new.all_of(event)  # what it had behind its best may stand now
        else:
            kept = {o: p for o, p in before[event].items() if o not in changed}
            known[event] = kept | {e: fresh[e][event] for e in changed if event in fresh[e]}
    known |= fresh
    top = {event: best(pairs) for event, pairs in known.items()}
    standing = set()
    for event, pairs in known.items():
        for other, proposal in pairs.items():
            others = top[other] if other in top else best(old.stored(other))
            if other in top[event] or event in others:
                standing.add(proposal)
    return {p for pairs in before.values() for p in pairs.values()}, standing


def stored_proposals(view: View, graphs: Graphs) -> list[Proposal]:
    """Return all proposals, best first."""
    found = quads_to_proposals(view.quads(None, None, None, graphs.proposals))
    return sorted(found, key=lambda p: (-p.score, p.one, p.other))


def proposals_of(view: View, graphs: Graphs, events: Iterable[str]) -> list[Proposal]:
    """Return the proposals of some events."""
    graph = graphs.proposals
    found = {p for e in events for p in view.subjects(_PROPOSES, Node(e), graph)}
    quads = (q for p in found for q in view.quads(p, None, None, graph))
    return list(quads_to_proposals(quads))


def _graph(quad: ox.Quad) -> Node:
    if isinstance(quad.graph_name, Node):
        return quad.graph_name
    return Node("urn:default")  # no graph of ours
