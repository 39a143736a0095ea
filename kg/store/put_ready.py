"""Planning how an article that was made ready elsewhere comes in.

It fits a store that holds nothing of it, in which nobody decided on its claims or events, and whose
registry says the same of its actors and places or nothing yet. Any other is for kg.store.put.
In:  the state of the dataset, a `Ready`, the moment. Out: a Plan and the report, or None.
"""

from datetime import datetime

import pyoxigraph as ox

from kg.store.base import PutReport
from kg.store.plan import Plan
from kg.store.ready import Arriving, Ready
from kg.store.state import State
from kg.store.view import Node


def plan_ready(state: State, ready: Ready, at: datetime) -> tuple[Plan, PutReport] | None:
    """Plan the addition; None where it does not fit."""
    if any(state.view.quads(None, None, None, Node(ready.article))) or _decided(state, ready):
        return None
    entries = _new_entries(state, ready)
    if entries is None:
        return None
    plan = Plan(into=entries, ready=[Arriving(ready=ready, at=at)])
    added = len(ready.claims)
    report = PutReport(article=ready.article, outcome="added", added=added, kept=0, withdrawn=0)
    return plan, report


def _decided(state: State, ready: Ready) -> bool:
    """True where a decision names a claim or an event: a purged article may come again."""
    view, decisions = state.view, state.graphs.decisions
    if not any(view.quads(None, None, None, decisions)):
        return False
    return any(
        any(view.quads(subject, None, None, decisions))
        or any(view.quads(None, None, subject, decisions))
        for subject in map(Node, (*ready.claims, *ready.events))
    )


def _new_entries(state: State, ready: Ready) -> set[ox.Quad] | None:
    """Return the entries that the registry lacks; None where it describes one otherwise."""
    book = state.book
    known = book.entries if book is not None else {}
    new: set[ox.Quad] = set()
    for entity, lines in ready.entries:
        if known.get(entity) == lines:
            continue
        subject = Node(entity)
        described = set(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
        stored = set(state.view.quads(subject, None, None, state.graphs.registry))
        if stored == described:
            if book is not None:
                book.know(entity, lines)
        elif stored or any(state.view.quads(None, None, subject)):
            return None
        else:
            new |= described
    return new
