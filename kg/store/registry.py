"""The registry: linked actors and places, each described once for all articles.

The newest description counts. An entity that comes without labels (an extraction read from JSON)
only refers to its entry. An entry that nothing names any more is dropped, so that the registry
depends on the articles there are, not on those there were.
In:  the state of the dataset and a plan. Out: the plan, with what becomes of entries.
"""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.model.extraction import Extraction
from kg.store.plan import Plan
from kg.store.state import State
from kg.store.view import Node, Planned


def write_entries(state: State, new: Iterable[ox.Quad], extraction: Extraction, plan: Plan) -> None:
    """Plan the entries of an extraction's linked actors and places; `new` are their quads."""
    registry = state.graphs.registry
    bare = {a.iri for a in (*extraction.actors, *extraction.context_actors) if not a.labels}
    bare |= {p.iri for p in (*extraction.locations, *extraction.context_locations) if not p.labels}
    entries: dict[Node, set[ox.Quad]] = {}
    for quad in new:
        if isinstance(quad.subject, Node):
            entries.setdefault(quad.subject, set()).add(quad)
    for entity, described in entries.items():
        old = set(state.view.quads(entity, None, None, registry))
        if not old or entity.value not in bare:
            plan.replace(old, described)


def drop_unused(state: State, plan: Plan) -> None:
    """Plan to drop the entries that fall out of use by what the plan takes out.

    Dropping one may free those that it belongs to.
    """
    if not plan.out:
        return
    registry, merged = state.graphs.registry, state.graphs.merged
    after = Planned(state.view.store, plan.out, plan.into)
    asked = [q.object for q in plan.out]
    dropped: set[ox.Quad] = set()
    while asked:
        entity = asked.pop()
        if not isinstance(entity, Node):
            continue
        entry = set(after.quads(entity, None, None, registry)) - dropped
        named = (q for q in after.quads(None, None, entity) if q.graph_name != merged)
        if entry and all(quad in dropped for quad in named):
            dropped |= entry
            asked += [q.object for q in entry]
    plan.out |= dropped - plan.into
    plan.into -= dropped
