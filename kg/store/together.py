"""Articles put into a store together: planned one by one, those that only add in one commit.

An article that changes what is stored, or whose neighbour has the same identity or describes an
actor or place otherwise, waits until what was planned before it is committed: the dataset is the
one that putting them one by one leads to. One that must not be stored takes nothing else with it.
In:  articles, in order; how the store reads, plans and commits. Out: a report or an error for each.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import KgError
from kg.store.base import Offering, PutReport, Putting
from kg.store.plan import Plan
from kg.store.state import State

Outcome = PutReport | KgError
Asked = Putting | Offering
Planner = Callable[[State, Asked], tuple[Plan, PutReport]]
Commit = Callable[[State, Plan, int], None]
_Entries = dict[object, frozenset[ox.Quad]]


@dataclass(slots=True)
class _Waiting:
    """What is planned and not committed yet; the plans take nothing out."""

    plan: Plan = field(default_factory=Plan)
    reports: dict[int, PutReport] = field(default_factory=dict)
    articles: set[str] = field(default_factory=set)
    entries: _Entries = field(default_factory=dict)


class Together:
    """Puts articles into one store; the write lock is held."""

    def __init__(self, state: Callable[[], State], planner: Planner, commit: Commit) -> None:
        """`commit` writes a plan that stands for so many writes."""
        self._state, self._planner, self._commit = state, planner, commit

    def put(self, asked: Sequence[Asked]) -> list[Outcome]:
        """Return what became of each. Raises what ends all work: a full disk."""
        found: dict[int, Outcome] = {}
        waiting = _Waiting()
        for number, one in enumerate(asked):
            if one.article_iri in waiting.articles:
                waiting = self._committed(waiting, asked, found)
            try:
                plan, report = self._planner(self._state(), one)
                if not plan.empty and not _fits(plan, waiting, self._registry):
                    waiting = self._committed(waiting, asked, found)
                    plan, report = self._planner(self._state(), one)
            except KgError as error:
                if error.exit_code != 2:
                    raise
                found[number] = error.with_traceback(None)  # its frames would keep the store open
                continue
            if plan.empty:
                found[number] = report
            else:
                _wait(waiting, number, one, plan, report, self._registry)
                if plan.out:
                    waiting = self._committed(waiting, asked, found)
        self._committed(waiting, asked, found)
        return [found[number] for number in range(len(asked))]

    @property
    def _registry(self) -> ox.NamedNode:
        return self._state().graphs.registry

    def _committed(
        self, waiting: _Waiting, asked: Sequence[Asked], found: dict[int, Outcome]
    ) -> _Waiting:
        """Commit what waits; where it cannot be stored together, find out which article it is."""
        if not waiting.reports:
            return waiting
        try:
            self._commit(self._state(), waiting.plan, len(waiting.reports))
        except KgError as error:
            if error.exit_code != 2:
                raise
            for number in waiting.reports:
                found[number] = self._alone(asked[number])
        else:
            found |= waiting.reports
        return _Waiting()

    def _alone(self, one: Asked) -> Outcome:
        try:
            before = self._state()
            plan, report = self._planner(before, one)
            self._commit(before, plan, 1)
        except KgError as error:
            if error.exit_code != 2:
                raise
            return error.with_traceback(None)
        return report


def _entries(plan: Plan, registry: ox.NamedNode) -> _Entries:
    found: dict[object, set[ox.Quad]] = {}
    for quad in plan.into:
        if quad.graph_name == registry:
            found.setdefault(quad.subject, set()).add(quad)
    return {entity: frozenset(quads) for entity, quads in found.items()}


def _fits(plan: Plan, waiting: _Waiting, registry: ox.NamedNode) -> bool:
    """True for a plan that says the same whether what waits is committed or not."""
    if not waiting.reports:
        return True
    known = waiting.entries
    return not plan.out and all(
        known.get(entity, quads) == quads for entity, quads in _entries(plan, registry).items()
    )


def _wait(
    waiting: _Waiting,
    number: int,
    one: Asked,
    plan: Plan,
    report: PutReport,
    registry: ox.NamedNode,
) -> None:
    waiting.plan.out |= plan.out
    waiting.plan.into |= plan.into
    waiting.plan.touched |= plan.touched
    waiting.plan.ready += plan.ready
    waiting.reports[number] = report
    waiting.articles.add(one.article_iri)
    waiting.entries |= _entries(plan, registry)
