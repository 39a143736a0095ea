"""The record of what was withdrawn, brought back or decided: dated activities, never taken out.

In:  the state of the dataset, what an activity is about, its moment. Out: the quads to add.
"""

from collections.abc import Sequence
from datetime import datetime

import pyoxigraph as ox

from kg.mapping.decisions import activity_to_quads
from kg.mapping.terms import moment
from kg.model.iri import Iris
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM, PROV

_DECIDES = Node(CLM.decides)
_SIGNED_BY = Node(CLM.signedBy)
_USED = Node(PROV.used)


def withdrawal(state: State, iris: Iris, subjects: Sequence[Node], at: datetime) -> list[ox.Quad]:
    """Return the record that claims, and perhaps their article, were withdrawn."""
    iri = activity_iri(state, iris, "withdraw", subjects[0].value, at=at)
    return activity_to_quads(iri, at, [s.value for s in subjects], state.graphs.decisions)


def restoration(state: State, iris: Iris, subjects: Sequence[Node], at: datetime) -> list[ox.Quad]:
    """Return the record that what was withdrawn is back; it undoes those withdrawals."""
    decisions = state.graphs.decisions
    undone = {
        activity.value
        for subject in subjects
        for activity in state.view.subjects(_DECIDES, subject, decisions)
        if state.view.value(activity, _SIGNED_BY, decisions) is None
        and not state.view.values(activity, Node(CLM.undoes), decisions)
    }
    iri = activity_iri(state, iris, "restore", subjects[0].value, at=at)
    about = [s.value for s in subjects]
    return activity_to_quads(iri, at, about, decisions, undoes=sorted(undone))


def activity_iri(state: State, iris: Iris, kind: str, *about: str, at: datetime) -> str:
    """Return a new IRI for an activity; the same again at the same moment gets a number."""
    identity = (kind, *about, moment(at).value)
    iri = iris.decision(*identity)
    again = 1
    while any(state.view.quads(Node(iri), None, None, state.graphs.decisions)):
        again += 1
        iri = iris.decision(*identity, str(again))
    return iri
