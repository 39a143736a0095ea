"""All that a planned write changes: its own quads, and what follows from them.

In:  the state before, a plan. Out: the state after, and the quads that go and come, merged and
proposals among them; only the revision is the store's own affair.
"""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.store.merged import Delta
from kg.store.plan import Plan, in_graph
from kg.store.proposals import worked_out
from kg.store.state import State
from kg.store.view import Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A write, whole. `after` is the state that the plan alone leads to."""

    after: State
    out: frozenset[ox.Quad]
    into: frozenset[ox.Quad]


def whole_change(before: State, plan: Plan) -> Whole:
    """Work out what else a plan changes."""
    graphs = before.graphs
    after = State(Planned(before.view.store, plan.out, plan.into), graphs)
    gone, come = Delta(before, after).triples(
        plan.touched,
        registry_out=[q.triple for q in plan.out if q.graph_name == graphs.registry],
        registry_in=[q.triple for q in plan.into if q.graph_name == graphs.registry],
    )
    unsaid, said = worked_out(before, after, plan)
    return Whole(
        after=after,
        out=frozenset([*plan.out, *unsaid, *in_graph(gone, graphs.merged)]),
        into=frozenset([*plan.into, *said, *in_graph(come, graphs.merged)]),
    )
