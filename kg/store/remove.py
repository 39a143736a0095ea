"""Planning how an article leaves: withdrawn (its graphs stay) or purged (they do not).

A purge leaves `<article> clm:purgedAt` among the decisions, and nothing else of the article: its
graphs, its text, the reviews of its claims and the registry's entries that only it used are gone.
Merges that name its events stay, for they may be what holds other articles' events together; they
are IRIs, moments and signers.
In:  the state of the dataset, the article, the moment. Out: a Plan and how many claims were live.
"""

from datetime import datetime

import pyoxigraph as ox

from kg.errors import NotFound
from kg.mapping.terms import moment
from kg.model.iri import Iris
from kg.store.activity import withdrawal
from kg.store.plan import Plan
from kg.store.registry import drop_unused
from kg.store.state import State
from kg.store.told import WITHDRAWN_AT
from kg.store.view import Node
from kg.vocabulary import CLM

_DECIDES = Node(CLM.decides)
_PURGED_AT = Node(CLM.purgedAt)


def plan_withdrawal(state: State, article: Node, iris: Iris, at: datetime) -> tuple[Plan, int]:
    """Plan a withdrawal; the plan is empty for an article withdrawn before. Raises NotFound."""
    need_article(state, article)
    plan = Plan()
    if state.is_withdrawn(article, article):
        return plan, 0
    claims = state.claims(article)
    live = state.live_claims(article)
    leaving = [article, *(c for c in claims if not state.is_withdrawn(c, article))]
    plan.into |= {ox.Quad(subject, WITHDRAWN_AT, moment(at), article) for subject in leaving}
    plan.into |= set(withdrawal(state, iris, leaving, at))
    plan.touched |= {article, *claims}
    return plan, len(live)


def plan_purge(state: State, article: Node, at: datetime) -> tuple[Plan, int]:
    """Plan a purge. Raises NotFound."""
    need_article(state, article)
    claims, live = state.claims(article), state.live_claims(article)
    plan = Plan(touched={article, *claims})
    for graph in plan.touched:
        plan.out |= set(state.view.quads(None, None, None, graph))
    decisions = state.graphs.decisions
    for subject in (article, *claims):
        plan.out |= _record_of(state, subject)
        plan.out |= set(state.view.quads(subject, _PURGED_AT, None, decisions))
    plan.into.add(ox.Quad(article, _PURGED_AT, moment(at), decisions))
    drop_unused(state, plan)
    return plan, len(live)


def need_article(state: State, article: Node) -> None:
    """Raise NotFound when the store has no such article."""
    if not state.has_article(article):
        raise NotFound(
            f"There is no article <{article.value}> in this store. "
            "`claimline articles` lists those there are."
        )


def _record_of(state: State, subject: Node) -> set[ox.Quad]:
    """Return the reviews and withdrawals that concern an article or claim."""
    decisions = state.graphs.decisions
    activities = state.view.subjects(_DECIDES, subject, decisions)
    return {q for a in activities for q in state.view.quads(a, None, None, decisions)}
