"""Which ties between actors an event makes: who met, addressed, warned, accused whom, denied it,
drew a red line for whom.

In:  the facts of an event. Out: (from, to, kind) by IRI; "met" has no direction, its ends are in
order of IRI. Only what is told as having happened makes a tie: a planned or denied meeting does
not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from kg.model.claim import Statement
from kg.query.entities import Entities
from kg.query.facts import UNRESOLVED, EventFacts

EdgeKind = Literal["met", "said", "warned", "accused", "denied", "redline", "belongs"]
Edge = tuple[str, str, EdgeKind]

_KINDS: tuple[EdgeKind, ...] = ("met", "said", "warned", "accused", "denied", "redline")
_SAID: dict[str, EdgeKind] = {"warns": "warned", "accuses": "accused", "denies": "denied"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors, each an IRI or what follows its last slash, and the kind of tie between them.

    With a kind the first is who said or did it to the other ("met" has no direction); without one
    any tie will do.
    """

    one: str
    other: str
    kind: EdgeKind | None = None

    @classmethod
    def parse(cls, text: str) -> "Pair":
        """Read "one,other" or "one,other,kind". Raises ValueError for anything else."""
        one, comma, rest = text.partition(",")
        other, _, kind = rest.partition(",")
        known = next((k for k in _KINDS if k == kind), None)
        if not (comma and one.strip() and other.strip()) or (kind and known is None):
            raise ValueError(text)
        return cls(one.strip(), other.strip(), known)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Return (from, to) as a tie may have them."""
        there = (self.one, self.other)
        return (there,) if self.kind not in (None, "met") else (there, there[::-1])

    def __str__(self) -> str:
        return ",".join(part for part in (self.one, self.other, self.kind) if part)


def event_edges(facts: EventFacts, entities: Entities) -> Iterator[Edge]:
    """Yield the ties between actors that one event makes, perhaps one more than once."""
    if facts.event.kind == "meeting":
        yield from _met(facts, entities)
    elif facts.speaker not in (None, UNRESOLVED):
        yield from _said(facts, str(facts.speaker))


def _met(facts: EventFacts, entities: Entities) -> Iterator[Edge]:
    if facts.commitment in ("asserted", "mixed") and facts.status in ("held", "ongoing"):
        for one, other in combinations(sorted(facts.participants), 2):
            yield (one, other, "met")
    for denier in facts.deniers:
        for party in facts.participants:
            if not entities.same_actor(denier, party):
                yield (denier, party, "denied")


def _said(facts: EventFacts, speaker: str) -> Iterator[Edge]:
    for telling in facts.event.tellings:
        kind: EdgeKind = "redline"
        if isinstance(telling.claim, Statement):
            kind = _SAID.get(telling.claim.act, "said")
        targets = telling.addressees
        if not targets and kind == "accused":
            targets = tuple(iri for iri, role in telling.roles() if role == "about")
        yield from ((speaker, target, kind) for target in targets if target != speaker)
