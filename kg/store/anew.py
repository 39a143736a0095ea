"""The graph of proposals worked out anew from the claims and decisions: merges, and copies.

Article after article is told of, and only what proposals follow from is kept of it: its events as
they are compared, the bands of its text. Slower than keeping the graph right write by write
(kg.store.proposals, kg.store.copies), and the same.
An article without its text keeps what was worked out while the text was there.
In:  what each article tells, a state with the decisions. Out: the quads of the graph of proposals.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from kg.mapping.proposals import proposal_to_quads
from kg.mapping.terms import plain
from kg.model.proposal import Proposal
from kg.resolve.copies import text_bands
from kg.resolve.near import near_pairs
from kg.resolve.propose import EventFacts
from kg.store.copies import alike, live_text
from kg.store.event_facts import KINDS, EventReader
from kg.store.proposals import Standing, best
from kg.store.state import State
from kg.store.told_plain import facts_from_plain, facts_to_plain
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA

_MOST_AT_HAND = 40  # proposals of one event, before all but the best are forgotten

_BAND = Node(CLM.textBand)
_ORDER = {kind: number for number, kind in enumerate(KINDS.values())}
_SAME_TEXT = Node(CLM.sameTextAs)
_TEXT = Node(SCHEMA.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one article gives to the graph of proposals.

    `events` stand beside the claim's graph that tells them. `bands` are those of a live text, None
    where there is none; `without_text`: there was one, and nobody can say any more what it held.
    """

    article: str
    events: list[tuple[str, EventFacts]] = field(default_factory=list)
    bands: list[str] | None = None
    without_text: bool = False

    def to_plain(self) -> list[Any]:
        """Return it as lists, strings and numbers, ready for `json.dumps`."""
        events = [[graph, facts_to_plain(facts)] for graph, facts in self.events]
        return [self.article, events, self.bands, self.without_text]

    @staticmethod
    def from_plain(document: list[Any]) -> "Told":
        """Read it back."""
        article, events, bands, without_text = document
        return Told(
            article=article,
            events=[(graph, facts_from_plain(plain, article)) for graph, plain in events],
            bands=bands,
            without_text=without_text,
        )


def told_of(state: State, article: Node) -> Told:
    """Return what an article tells. Raises MappingError, TypeError where it is not sound."""
    reader = EventReader(state)
    text = live_text(state, article)
    return Told(
        article=article.value,
        events=[
            (claim.value, reader.told_by(quad.subject.value, kind, claim, article))
            for claim in state.live_claims(article)
            for predicate, kind in KINDS.items()
            for quad in state.view.quads(None, predicate, None, claim)
            if isinstance(quad.subject, Node)
        ],
        bands=None if text is None else sorted(text_bands(*text)),
        without_text=state.view.value(article, _TEXT, article) is None,
    )


class Anew:
    """The graph of proposals on its way."""

    def __init__(self) -> None:
        """Begin with no article."""
        self._events: dict[str, tuple[tuple[int, str], EventFacts]] = {}
        self._bands: dict[Node, list[str]] = {}
        self._without_text: list[Node] = []

    def take(self, told: Told) -> None:
        """Take in what an article tells; in which order articles come makes no difference."""
        article = Node(told.article)
        if told.bands is not None:
            self._bands[article] = told.bands
        elif told.without_text:
            self._without_text.append(article)
        for graph, facts in told.events:
            # One that several claims tell counts as the first of them tells it.
            rank = _ORDER[facts.kind], graph
            known = self._events.get(facts.iri)
            if known is None or rank < known[0]:
                self._events[facts.iri] = rank, facts

    def of_events(self, state: State) -> set[ox.Quad]:
        """Return the proposals of merges; `state` holds the decisions."""
        graph, base = state.graphs.proposals, state.graphs.base
        return {q for p in self._merges(Standing(state)) for q in proposal_to_quads(p, graph, base)}

    def of_texts(self, state: State, before: State) -> set[ox.Quad]:
        """Return what tells of copies.

        `state` holds the articles with their texts, `before` what the graph of proposals held.
        """
        graph = state.graphs.proposals
        kept = (q for a in self._without_text for q in before.view.quads(a, None, None, graph))
        return {*kept, *self._copies(state)}

    def _merges(self, standing: Standing) -> set[Proposal]:
        pairs: dict[str, dict[str, Proposal]] = {}
        for one, other in near_pairs(facts for _, facts in self._events.values()):
            proposal = standing.pair(one, other)
            if proposal is not None:
                for event in (one.iri, other.iri):
                    own = pairs.setdefault(event, {})
                    own[proposal.beside(event)] = proposal
                    if len(own) > _MOST_AT_HAND:  # however many tell the same
                        pairs[event] = {kept: own[kept] for kept in best(own)}
        return {own[other] for own in pairs.values() for other in best(own)}

    def _copies(self, state: State) -> Iterator[ox.Quad]:
        graph = state.graphs.proposals
        holders: dict[str, list[Node]] = {}
        for article, own in self._bands.items():
            for band in own:
                yield ox.Quad(article, _BAND, plain(band), graph)
                holders.setdefault(band, []).append(article)
        for article, own in self._bands.items():
            shared = Counter(a for band in own for a in holders[band] if a.value < article.value)
            for other in sorted(shared, key=lambda a: a.value):
                if alike(state, article, other, shared[other]):
                    yield ox.Quad(article, _SAME_TEXT, other, graph)
                    break
