"""The chosen events as a graph of actors, asked for in part: of very many actors few are drawn.

In:  ties with how often, claims of each actor (`Graph`). Out: `ActorGraph`, as `kg.index.graph`
gives it too. All orders are total: equals stand in the order of their IRIs.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Protocol

from kg.query.ties import Edge, EdgeKind

# A kind of tie, and whether it is done to those asked for; meeting is done by both.
Way = tuple[EdgeKind, bool]
Partners = tuple[int, list[tuple[str, int]]]


class ActorGraph(Protocol):
    """Actors that are tied to another one, by events or because they belong to it.

    A tie is (from, to, kind); "belongs" is no event's.
    """

    @property
    def total(self) -> int:
        """How many actors are tied."""
        ...

    def busiest(self, most: int) -> list[str]:
        """Return the tied actors with most claims, at most so many."""
        ...

    def around(self, focus: str, most: int) -> tuple[list[str], int]:
        """Return a tied actor, then those it is tied to, the closest first; how many these are.

        At most so many are returned. Of those equally close the one with more claims comes first.
        """
        ...

    def among(self, actors: Collection[str]) -> dict[Edge, int]:
        """Return the ties between two of these, with how many events make each."""
        ...

    def partners(self, actors: Collection[str], most: int) -> dict[Way, Partners]:
        """Return, by way, how many others events tie to one of these, and the closest of them.

        At most so many with how many events, those with most first.
        """
        ...

    def closest(self, most: int) -> list[tuple[str, str, int]]:
        """Return the two that most events tie, with how many, at most so many such pairs."""
        ...

    def claims_of(self, actors: Collection[str]) -> Mapping[str, int]:
        """Return in how many claims of record each of these has a role but being spoken of."""
        ...

    def find(self, name: str) -> str | None:
        """Return the tied actor of this IRI or whose IRI ends in "/" and this; the busiest."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A graph that is all in memory: ties with how many events make each, claims of each actor."""

    edges: Mapping[Edge, int]
    claims: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many actors are tied."""
        return len(self._tied())

    def busiest(self, most: int) -> list[str]:
        """Return the tied actors with most claims."""
        return self._ranked()[:most]

    def around(self, focus: str, most: int) -> tuple[list[str], int]:
        """Return an actor, then those it is tied to."""
        near: Counter[str] = Counter()
        for (one, other, _), count in self.edges.items():
            if focus in (one, other):
                near[other if one == focus else one] += count
        ranked = sorted(near, key=lambda i: (-near[i], -self.claims.get(i, 0), i))
        return [focus, *ranked][:most], len(ranked) + 1

    def among(self, actors: Collection[str]) -> dict[Edge, int]:
        """Return the ties between two of these."""
        return {e: n for e, n in self.edges.items() if e[0] in actors and e[1] in actors}

    def partners(self, actors: Collection[str], most: int) -> dict[Way, Partners]:
        """Return, by way, the others that events tie to one of these."""
        counted: dict[Way, Counter[str]] = defaultdict(Counter)
        for (one, other, kind), count in self._made().items():
            if (one in actors) != (other in actors):
                inward = other in actors
                counted[kind, inward and kind != "met"][one if inward else other] += count
        return {
            way: (len(found), sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:most])
            for way, found in counted.items()
        }

    def closest(self, most: int) -> list[tuple[str, str, int]]:
        """Return the two that most events tie."""
        counted: Counter[tuple[str, str]] = Counter()
        for (one, other, _), count in self._made().items():
            counted[(one, other) if one < other else (other, one)] += count
        best = sorted(counted, key=lambda pair: (-counted[pair], pair))[:most]
        return [(*pair, counted[pair]) for pair in best]

    def claims_of(self, actors: Collection[str]) -> Mapping[str, int]:
        """Return the claims of each of these."""
        return {iri: self.claims[iri] for iri in actors if iri in self.claims}

    def find(self, name: str) -> str | None:
        """Return the tied actor of this name."""
        ending = f"/{name}"
        return next((i for i in self._ranked() if i == name or i.endswith(ending)), None)

    def _made(self) -> dict[Edge, int]:
        return {edge: n for edge, n in self.edges.items() if edge[2] != "belongs"}

    def _tied(self) -> set[str]:
        return {*map(itemgetter(0), self.edges), *map(itemgetter(1), self.edges)}

    def _ranked(self) -> list[str]:
        return sorted(self._tied(), key=lambda iri: (-self.claims.get(iri, 0), iri))
