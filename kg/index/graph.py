"""The chosen events as a graph of actors, in numbers: only those asked for are named.

In:  a `View`, `Criteria`. Out: `TieGraph`: who is tied to whom by how many events, who has how many
claims of record, who belongs to whom. All orders are total: equals stand in the order of IRIs.
"""

from collections.abc import Collection
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.index.counts import select
from kg.index.criteria import Criteria
from kg.index.numbers import EDGE_KIND, HALF
from kg.index.picking import picked
from kg.index.ranking import best_texts
from kg.index.rows import EDGE_KINDS, EdgeKind
from kg.index.stretches import count_numbers
from kg.index.view import View

Numbers = NDArray[Any]
Edge = tuple[str, str, EdgeKind]
_ENDS = (1 << EDGE_KIND) - 1
_END = (1 << HALF) - 1


class TieGraph:
    """Actors that are tied to another by an event, or belong to another one of the graph.

    Whoever has a claim is one of the graph. Lives as long as the view.
    """

    def __init__(self, view: View, criteria: Criteria) -> None:
        self._view = view
        self._chosen, _ = select(view, criteria)
        self._end = view.terms_end()

    @property
    def total(self) -> int:
        """How many actors are tied."""
        return int(np.count_nonzero(self._tied))

    def busiest(self, most: int) -> list[str]:
        """Return the tied actors with most claims, at most so many."""
        found = np.flatnonzero(self._tied)
        return best_texts(self._view, found, self._claims[found], most)

    def around(self, focus: str, most: int) -> tuple[list[str], int]:
        """Return a tied actor, then those it is tied to, the closest first; how many these are.

        At most so many are returned. Of those equally close the one with more claims comes first.
        """
        centre = self._view.terms((focus,))[focus]
        ends = self._to[self._from == centre], self._from[self._to == centre]
        near = np.bincount(np.concatenate(ends), minlength=self._end)
        near[self._belonging[self._holders[self._belonging] == centre]] += 1
        if centre in self._belonging:
            near[self._holders[centre]] += 1
        found = np.flatnonzero(near)
        ranks = near[found] * (int(self._claims.max(initial=0)) + 1) + self._claims[found]
        closest = best_texts(self._view, found, ranks, most - 1) if most > 1 else []
        return [focus, *closest], len(found) + 1

    def among(self, actors: Collection[str]) -> dict[Edge, int]:
        """Return the ties between two of these, with how many events make each."""
        inside = self._flags(actors)
        found = self._counted(inside[self._from] & inside[self._to])
        held = self._belonging[inside[self._belonging]]
        held = held[inside[self._holders[held]]]
        bodies, holders = held.tolist(), self._holders[held].tolist()
        names = self._view.texts({*bodies, *holders})
        for body, holder in zip(bodies, holders, strict=True):
            found[(names[body], names[holder], "belongs")] = 1
        return found

    def partners(
        self, actors: Collection[str], most: int
    ) -> dict[tuple[EdgeKind, bool], tuple[int, list[tuple[str, int]]]]:
        """Return, by way, how many others events tie to one of these, and the closest of them.

        A way is a kind of tie, and whether it is done to these; meeting is done by both.
        """
        inside = self._flags(actors)
        away, inward = inside[self._from], inside[self._to]
        at = np.flatnonzero(away != inward)
        others = np.where(inward[at], self._from[at], self._to[at])
        kinds = (self._edges[at] >> EDGE_KIND).astype(np.int64)
        ways = kinds * 2 + (inward[at] & (kinds != EDGE_KINDS.index("met")))
        tied, counts = count_numbers(ways << HALF | others)
        found = {}
        for way in np.unique(tied >> HALF).tolist():
            there = tied >> HALF == way
            parties, events = tied[there] & _END, counts[there]
            best = best_texts(self._view, parties, events, most)
            numbers = self._view.terms(best)
            events_of = dict(zip(parties.tolist(), events.tolist(), strict=True))
            closest = [(iri, events_of[numbers[iri]]) for iri in best]
            found[EDGE_KINDS[way // 2], way % 2 == 1] = len(parties), closest
        return found

    def closest(self, most: int) -> list[tuple[str, str, int]]:
        """Return the two that most events tie, with how many, at most so many such pairs."""
        one, other = np.minimum(self._from, self._to), np.maximum(self._from, self._to)
        pairs, counts = count_numbers(one << HALF | other)
        if len(counts) > most:
            best = counts >= np.partition(counts, len(counts) - most)[len(counts) - most]
            pairs, counts = pairs[best], counts[best]
        names = self._view.texts({*(pairs >> HALF).tolist(), *(pairs & _END).tolist()})
        ranked = [
            (-count, sorted((names[pair >> HALF], names[pair & _END])))
            for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True)
        ]
        return [(one, other, -count) for count, (one, other) in sorted(ranked)[:most]]

    def claims_of(self, actors: Collection[str]) -> dict[str, int]:
        """Return in how many claims of record each of these has a role but being spoken of."""
        return {iri: int(self._claims[n]) for iri, n in self._view.terms(actors).items()}

    def find(self, name: str) -> str | None:
        """Return the tied actor of this IRI or whose IRI ends in "/" and this; the busiest."""
        known = self._view.terms(self._view.values("actor", name))
        tied = np.array([n for n in known.values() if self._tied[n]], np.intp)
        return next(iter(best_texts(self._view, tied, self._claims[tied], 1)), None)

    @cached_property
    def _edges(self) -> Numbers:
        (edges,) = picked(self._view, self._chosen.events, "edge-slots", "edges")
        return edges.astype(np.uint64, copy=False)

    @cached_property
    def _from(self) -> Numbers:
        sources: Numbers = (self._edges & _ENDS) >> HALF
        return sources.astype(np.int64)

    @cached_property
    def _to(self) -> Numbers:
        return (self._edges & _END).astype(np.int64)

    @cached_property
    def _claims(self) -> Numbers:
        """By term, in how many claims of record it has a role."""
        told = self._chosen.tellings
        (records,) = picked(self._view, told, "telling-slots", "records")
        (pairs,) = picked(self._view, told, "actor-slots", "actor-records")
        pairs = pairs.astype(np.uint64, copy=False)
        # A claim of one telling counts once as it is; few are told with parts.
        several = (np.bincount(records, minlength=self._end) > 1)[pairs & _END]
        once, _ = count_numbers(pairs[several])
        pairs = np.concatenate((pairs[~several], once))
        return np.bincount((pairs >> HALF).astype(np.int64), minlength=self._end)

    @cached_property
    def _holders(self) -> Numbers:
        """By term, to whom an actor belongs; 0 where to none."""
        actors, holders = map(self._view.numbers, ("actor-terms", "actor-holders"))
        found = np.zeros(self._end, np.int64)
        # Another view may have read more of the columns than is there for this one.
        size = min(len(actors), len(holders))
        actors, holders = actors[:size], holders[:size]
        there = (actors < self._end) & (holders < self._end)
        found[actors[there]] = holders[there]
        return found

    @cached_property
    def _belonging(self) -> Numbers:
        """Those of the graph who belong to another one of it."""
        held = self._claims > 0
        held[self._from] = held[self._to] = True
        there = np.flatnonzero(held)
        holders = self._holders[there]
        belongs: Numbers = held[holders] & (holders != there)
        return there[belongs]

    @cached_property
    def _tied(self) -> NDArray[np.bool_]:
        found = np.zeros(self._end, np.bool_)
        for tied in (self._from, self._to, self._belonging, self._holders[self._belonging]):
            found[tied] = True
        return found

    def _flags(self, actors: Collection[str]) -> NDArray[np.bool_]:
        found = np.zeros(self._end, np.bool_)
        found[list(self._view.terms(actors).values())] = True
        return found

    def _counted(self, wanted: NDArray[np.bool_]) -> dict[Edge, int]:
        edges, counts = count_numbers(self._edges[wanted])
        sources, targets = ((edges & _ENDS) >> HALF).tolist(), (edges & _END).tolist()
        names = self._view.texts({*sources, *targets})
        found = zip(sources, targets, (edges >> EDGE_KIND).tolist(), counts.tolist(), strict=True)
        return {(names[a], names[b], EDGE_KINDS[kind]): n for a, b, kind, n in found}
