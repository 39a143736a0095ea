"""An article made ready for a store that holds nothing of it, far from the store.

Nearly all that adding an article takes follows from the article alone: its graphs, what they give
to the merged graph, what its events are compared by. Whoever extracts works it out, in as many
processes as there are, and the one writer has only to see that it fits.
In/Out: a `Ready` (kg.store.make_ready works it out) <-> its plain form, in which it travels.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kg.mapping.terms import moment
from kg.resolve.propose import EventFacts
from kg.store.texts import Runs
from kg.store.told_plain import facts_from_plain, facts_to_plain
from kg.store.view import Node
from kg.vocabulary import CLM

_RECORDED_AT = Node(CLM.recordedAt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An article whose claims nobody has decided on.

    `quads` are N-Quads: the graphs of the article and of its `claims`, and what they give to the
    merged graph while none of its `events` is merged; all but the moments of recording. `entries`
    are those of the registry, each with the entity that it describes. `told` are its events as they
    are compared, `text` and `bands` its words as copies share them.
    """

    article: str
    claims: tuple[str, ...]
    events: tuple[str, ...]
    quads: bytes
    entries: tuple[tuple[str, bytes], ...]
    told: tuple[EventFacts, ...]
    text: Runs
    bands: frozenset[str]

    def to_plain(self) -> dict[str, Any]:
        """Return the plain form of all but the quads."""
        return {
            "article": self.article,
            "claims": self.claims,
            "events": self.events,
            "entries": [[entity, lines.decode()] for entity, lines in self.entries],
            "told": [facts_to_plain(facts) for facts in self.told],
            "text": [self.text.runs.hex(), self.text.language],
            "bands": sorted(self.bands),
        }

    @classmethod
    def from_plain(cls, document: dict[str, Any], quads: bytes) -> "Ready":
        """Return what `to_plain` wrote, with the quads."""
        runs, language = document["text"]
        return cls(
            article=document["article"],
            claims=tuple(document["claims"]),
            events=tuple(document["events"]),
            quads=quads,
            entries=tuple((entity, lines.encode()) for entity, lines in document["entries"]),
            told=tuple(facts_from_plain(one, document["article"]) for one in document["told"]),
            text=Runs(bytes.fromhex(runs), language),
            bands=frozenset(document["bands"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """An article that is about to be written, and when its claims are recorded."""

    ready: Ready
    at: datetime

    def lines(self, merged: Node) -> bytes:
        """Return all of its quads as N-Quads."""
        at = moment(self.at)
        recorded = "".join(
            f"<{claim}> {_RECORDED_AT} {at} {graph} .\n"
            for claim in self.ready.claims
            for graph in (f"<{self.ready.article}>", merged)
        )
        return self.ready.quads + recorded.encode()
