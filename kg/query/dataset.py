"""Claims in memory, with what follows from them: events, their facts, entities.

In:  extractions, or a `GraphStore`, read whole. Out: `Dataset`, immutable.
Pages ask for a few events and get a dataset of the claims behind these (kg.query.library); the
whole of a store is for small ones, and for tests to compare with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from kg.errors import NotFound, SurroundingsError
from kg.model.claim import Statement
from kg.model.extraction import Extraction
from kg.model.iri import local_name
from kg.model.proposal import Proposal
from kg.query.entities import Entities
from kg.query.facts import EventFacts, event_facts
from kg.query.search import search_text
from kg.query.suggestions import Suggestion, suggestions
from kg.query.telling import ArticleView, EventView, Reach, Telling, kind_of
from kg.store.base import GraphStore
from kg.vocabulary import DEFAULT_BASE

# Writes are rare and short; a store that changes during every one of these readings is not normal.
_ATTEMPTS = 5


class Dataset:
    """All live claims of one revision.

    `articles` stand in the order of the store (newest publication first); `events` are by
    canonical IRI, in order of IRI; `claims` by the IRI of the claim or part.
    """

    def __init__(
        self,
        extractions: Iterable[Extraction],
        *,
        canonical: Mapping[str, str] = MappingProxyType({}),
        recorded: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
        proposals: Iterable[Proposal] = (),
        copies: Mapping[str, str] = MappingProxyType({}),
        revision: int = 0,
        base: str = DEFAULT_BASE,
        entities: Entities | None = None,
        elsewhere: Iterable[str] = (),
    ) -> None:
        """Index the extractions; `recorded` holds, by article, the moment of each claim.

        `proposals` and `copies` are those of the store (kg.store.base). Of a store that is not held
        whole, `entities` are at least those that these claims name, and `elsewhere` the canonical
        IRIs of events that are proposed beside these.
        """
        read = list(extractions)
        views = [ArticleView.of(e, recorded.get(e.article.iri, {})) for e in read]
        self.revision = revision
        self.base = base
        self.canonical: Mapping[str, str] = MappingProxyType(dict(canonical))
        self.articles: Mapping[str, ArticleView] = MappingProxyType(
            {view.article.iri: view for view in views}
        )
        self.entities = Entities.gather(read) if entities is None else entities
        tellings = [t for view in views for t in self._tellings(view)]
        self.claims: Mapping[str, Telling] = MappingProxyType({t.claim.iri: t for t in tellings})
        self.events: Mapping[str, EventView] = MappingProxyType(self._events(tellings))
        self.copies = copies
        self.proposals = tuple(proposals)
        known = self.events.keys() | frozenset(elsewhere)
        self._suggestions = suggestions(self.proposals, self.event_of, known)
        self.facts: Mapping[str, EventFacts] = _Facts(self)

    @classmethod
    def read(cls, store: GraphStore) -> "Dataset":
        """Read the store's newest revision whole. Raises SurroundingsError when writes never rest.

        A write in between is noticed by the revision, and the reading begins again.
        """
        for _ in range(_ATTEMPTS):
            revision = store.revision
            try:
                found = cls._read_once(store, revision)
            except NotFound:
                if store.revision == revision:
                    raise
                continue
            if store.revision == revision:
                return found
        raise SurroundingsError("The store kept changing while it was read. Ask again in a moment.")

    @classmethod
    def _read_once(cls, store: GraphStore, revision: int) -> "Dataset":
        iris = [summary.iri for summary in store.articles()]
        return cls(
            [store.extraction(iri) for iri in iris],
            canonical=store.canonical(),
            recorded={iri: store.recorded(iri) for iri in iris},
            proposals=store.proposals(),
            copies=store.copies(),
            revision=revision,
            base=store.base,
        )

    def event_of(self, iri: str) -> str:
        """Return the canonical IRI of an event given by any of its IRIs."""
        return self.canonical.get(iri, iri)

    def get_event(self, iri: str) -> EventView:
        """Return the event of a local or canonical IRI. Raises NotFound."""
        found = self.events.get(self.event_of(iri))
        if found is None:
            raise NotFound(f"There is no event {iri} in this store.")
        return found

    def maybe_same(self, event: str) -> tuple[Suggestion, ...]:
        """Return what may be the same as this event (canonical IRI), best first, few."""
        return self._suggestions.get(event, ())

    def get_claim(self, iri: str) -> Telling:
        """Return the claim or part. Raises NotFound."""
        found = self.claims.get(iri)
        if found is None:
            raise NotFound(f"There is no claim {iri} in this store, or it was withdrawn.")
        return found

    def get_article(self, iri: str) -> ArticleView:
        """Return the article. Raises NotFound."""
        found = self.articles.get(iri)
        if found is None:
            raise NotFound(f"There is no article {iri} in this store, or it was removed.")
        return found

    def find_event_iri(self, name: str) -> str | None:
        """Return the canonical IRI of the event whose IRI (or a local one) ends in `name`."""
        return self._event_names.get(name)

    @cached_property
    def actor_tellings(self) -> Mapping[str, tuple[Telling, ...]]:
        """The tellings in which an actor has a role, by actor IRI."""
        found: dict[str, dict[str, Telling]] = defaultdict(dict)
        for telling in self.claims.values():
            for iri, _ in telling.roles():
                found[iri][telling.claim.iri] = telling
        return MappingProxyType({iri: tuple(some.values()) for iri, some in found.items()})

    @cached_property
    def search_texts(self) -> Mapping[str, str]:
        """What a search looks in, folded, by the IRI of the claim or part."""
        return MappingProxyType(
            {iri: search_text(telling, self.entities) for iri, telling in self.claims.items()}
        )

    @cached_property
    def _event_names(self) -> dict[str, str]:
        names = {local_name(i): e.iri for e in self.events.values() for i in e.locals}
        return names | {local_name(iri): iri for iri in self.events}

    def _tellings(self, view: ArticleView) -> list[Telling]:
        return [
            Telling(
                view=view,
                claim=claim,
                record=view.record_of(claim),
                event=self.event_of(claim.event),
            )
            for claim in view.extraction.claims
        ]

    def _events(self, tellings: list[Telling]) -> dict[str, EventView]:
        told: dict[str, list[Telling]] = defaultdict(list)
        reached: dict[str, list[Reach]] = defaultdict(list)
        for telling in sorted(tellings, key=lambda t: t.order):
            told[telling.event].append(telling)
            for event, reach in _reaches(telling):
                reached[self.event_of(event)].append(reach)
        return {iri: _event(iri, told[iri], reached.get(iri, [])) for iri in sorted(told)}


class _Facts(Mapping[str, EventFacts]):
    """The facts of every event, by canonical IRI; worked out when first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._known: dict[str, EventFacts] = {}

    def __getitem__(self, iri: str) -> EventFacts:
        found = self._known.get(iri)
        if found is None:
            data = self._dataset
            found = self._known[iri] = event_facts(data.events[iri], data.entities, data.copies)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._dataset.events)

    def __len__(self) -> int:
        return len(self._dataset.events)


def _reaches(telling: Telling) -> list[tuple[str, Reach]]:
    """What else a statement commits its speaker to, beyond what the parts under it tell."""
    claim = telling.claim
    if not isinstance(claim, Statement):
        return []
    return [(c.event, Reach(telling=telling, commitment=c.commitment)) for c in claim.conveys]


def _event(iri: str, tellings: list[Telling], reaches: list[Reach]) -> EventView:
    return EventView(
        iri=iri,
        kind=kind_of(tellings[0].claim),
        locals=tuple(sorted({t.claim.event for t in tellings})),
        tellings=tuple(tellings),
        reaches=tuple(reaches),
    )
