"""A dump of Claimline into a store that holds articles already: planned as one write.

Articles that are new come with their claims and what was decided on them. One that the store holds
as well has to be the same there, text aside; else nothing is loaded, for nobody could say which is
right. Of the registry, the store's own entries stay.
In:  a dump, the state of the store. Out: a Plan and the report.
"""

import dataclasses

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.gathered import Gathered
from kg.store.loading.claims import Dump, counted
from kg.store.loading.report import LoadReport
from kg.store.plan import Plan
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA

# What one update can carry: about a gigabyte of memory.
MOST_QUADS = 500_000

_DECIDES = Node(CLM.decides)
_SAME_EVENT = Node(CLM.sameEvent)
_TEXT = Node(SCHEMA.text)


def plan_addition(state: State, dump: Dump, quads: int) -> tuple[Plan, LoadReport]:
    """Plan it; the dump holds so many quads.

    Raises StoreError where store and dump differ, or for too large a dump.
    """
    if quads > MOST_QUADS:
        raise StoreError(
            f"A dump of {quads} quads is too large to be added to a store that holds "
            f"articles (at most {MOST_QUADS}). Load it into a new folder with --store."
        )
    plan = Plan()
    known: set[object] = set()
    report = LoadReport()
    for article, view in dump.articles():
        report = counted(report, article, view)
        if any(state.view.quads(None, None, None, article)):
            _compare(state, article, view)
            known |= {article, *view.graphs}
            continue
        plan.touched |= {article, *view.graphs}
        plan.into.update(q for quads in view.graphs.values() for q in quads)
    _add_registry(state, dump, plan)
    _add_decisions(state, dump, plan, known)
    plan.into.update(q for q in dump.free() if q not in state.view.store)
    same = sum(1 for graph in known if isinstance(graph, Node) and state.graphs.is_article(graph))
    return plan, dataclasses.replace(
        report,
        articles=report.articles - same,
        claims=sum(1 for graph in plan.touched if state.graphs.is_claim(graph)),
        known=same,
    )


def _compare(state: State, article: Node, view: Gathered) -> None:
    for graph in {article, *view.graphs, *state.claims(article)}:
        ours = {q for q in state.view.quads(None, None, None, graph) if q.predicate != _TEXT}
        theirs = {q for q in view.graphs.get(graph, ()) if q.predicate != _TEXT}
        if ours != theirs:
            raise StoreError(
                f"The store holds <{article.value}> otherwise than the dump (in "
                f"<{graph.value}>), so nothing was loaded. Erase it with `claimline remove "
                "IRI --purge`, or load the dump into a new folder with --store."
            )


def _add_registry(state: State, dump: Dump, plan: Plan) -> None:
    registry = state.graphs.registry
    for entity, said in dump.shared.registry.about.items():
        if not any(state.view.quads(entity, None, None, registry)):
            for predicate, values in said.items():
                plan.into.update(ox.Quad(entity, predicate, value, registry) for value in values)


def _add_decisions(state: State, dump: Dump, plan: Plan, known: set[object]) -> None:
    decisions = state.graphs.decisions
    for subject, said in dump.shared.decisions.about.items():
        if not isinstance(subject, Node):
            continue
        new = {ox.Quad(subject, p, v, decisions) for p, values in said.items() for v in values}
        new = {q for q in new if q not in state.view.store}
        if not new:
            continue
        target = said.get(_SAME_EVENT, [None])[0]
        if any(value in known for value in said.get(_DECIDES, ())) or (
            target is not None and state.target(subject) not in (None, target)
        ):
            raise StoreError(
                f"The dump's decision <{subject.value}> is about something that the store holds, "
                "and the store does not know it. Nothing was loaded. Load the dump into a new "
                "folder with --store."
            )
        plan.into |= new
        if target is not None:
            plan.touched |= set(state.graphs_about(subject))
