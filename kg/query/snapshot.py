"""A `Dataset` that holds everything, as a source for the views: plainly, going through all of it.

In:  a `Dataset`. Out: `Source` and `Choice` (kg.query.source), which say what each gives.
For the claims of one article or of a small store; what the index answers is compared with it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.model.day import Day
from kg.model.iri import local_name
from kg.query.crossing import crossing_said
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.graph import ActorGraph, Graph
from kg.query.lane_sums import LaneSums, Tally
from kg.query.lanes import LaneKind, standings, tied_lanes
from kg.query.pages import check_limit, moment_of, moment_token, page_of
from kg.query.selection import Selection, position, select
from kg.query.source import (
    Choice,
    EntityKind,
    Involving,
    Listed,
    Page,
    Recent,
    Source,
    Within,
)
from kg.query.telling import ArticleView, EventKind, Telling
from kg.query.ties import Edge, event_edges

_MOST_STRETCHES = 5_000


def source_of(given: Dataset | Source) -> Source:
    """Return a source, made of a dataset that holds everything if need be."""
    return Snapshot(given) if isinstance(given, Dataset) else given


class Snapshot:
    """A dataset as a `Source`."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    @property
    def empty(self) -> bool:
        """True when there is no article."""
        return not self._dataset.articles

    def select(self, chosen: Filter) -> Choice:
        """Return what fits the filter."""
        return SnapshotChoice(self._dataset, chosen)

    def events(self, iris: Iterable[str], *, texts: Collection[str] = ()) -> Dataset:
        """Return the dataset: it holds all events and texts."""
        del iris, texts
        return self._dataset

    def entities(self, iris: Iterable[str]) -> Entities:
        """Return all actors and places."""
        del iris
        return self._dataset.entities

    def members(self, kind: EntityKind, iri: str) -> Sequence[str]:
        """Return what belongs to this actor, or lies in this place."""
        entities = self._dataset.entities
        if kind == "actor":
            return sorted(i for i, a in entities.actors.items() if a.belongs_to == iri)
        return sorted(i for i, p in entities.places.items() if p.within == iri)

    def bodies(self, side: str) -> Sequence[str]:
        """Return all that belongs to this actor."""
        entities = self._dataset.entities
        return sorted(i for i in entities.actors if i != side and side in entities.actor_line(i))

    def named(self, kind: EntityKind, name: str) -> str | None:
        """Return an actor or place by its IRI or name."""
        entities = self._dataset.entities
        known: Iterable[str] = entities.actors if kind == "actor" else entities.places
        return min((i for i in known if i == name or i.endswith(f"/{name}")), default=None)

    def crossing_events(self, most: int) -> Sequence[str]:
        """Return the statements that speak of a red line's being crossed."""
        told = self._dataset.claims.values()
        found = dict.fromkeys(t.event for t in told if crossing_said(t) is not None)
        heard = [self._dataset.facts[event] for event in found]
        heard.sort(key=lambda f: (f.spoken is None, -(f.spoken or 0), f.event.iri))
        return [facts.event.iri for facts in heard[:most]]

    def involving(self, kind: EntityKind, iri: str, limit: int, after: str | None) -> Involving:
        """Return a page of the events of an actor or place."""
        data, found = self._dataset, set[str]()
        if kind == "actor":
            found = {t.event for t in data.actor_tellings.get(iri, ())}
        else:
            for telling in data.claims.values():
                here = telling.place is not None and iri in data.entities.place_line(telling.place)
                if here or iri in telling.about:
                    found.add(telling.event)
        ordered = sorted((data.facts[e] for e in found), key=lambda f: position(f, relative=False))
        page, following = page_of(ordered, limit, after, relative=False)
        return Involving(
            page=Page(dataset=data, events=tuple(page), next=following), total=len(found)
        )

    def find_event_iri(self, name: str) -> str | None:
        """Return the event whose IRI ends in `name`."""
        return self._dataset.find_event_iri(name)

    def event_of(self, iri: str) -> str:
        """Return the canonical IRI of an event."""
        return self._dataset.event_of(iri)

    def claim_article(self, iri: str) -> str | None:
        """Return the article of a claim."""
        found = self._dataset.claims.get(iri)
        return None if found is None else found.article.iri

    def article(self, iri: str) -> Dataset:
        """Return the dataset, if it holds the article."""
        self._dataset.get_article(iri)
        return self._dataset

    def copies_of(self, article: str) -> Sequence[Listed]:
        """Return the other articles of nearly the same text."""
        held = self._dataset
        first = held.copies.get(article, article)
        return [
            _listed(held.articles[iri])
            for iri in sorted(held.articles)
            if iri != article and held.copies.get(iri, iri) == first
        ]

    def title(self, name: str) -> str | None:
        """Return the headline of an article."""
        articles = self._dataset.articles.items()
        return next((v.article.title for i, v in articles if name in (i, local_name(i))), None)


class SnapshotChoice:
    """What fits a filter in a dataset; see `Choice`."""

    def __init__(self, dataset: Dataset, chosen: Filter) -> None:
        self._dataset = dataset
        self._chosen = chosen
        self._selection: Selection = select(dataset, chosen)

    @property
    def relative(self) -> bool:
        """On the axis of days from publication."""
        return self._selection.relative

    @property
    def undated(self) -> int:
        """How many events fit in all else and have no date."""
        return self._selection.undated

    @property
    def total(self) -> int:
        """How many events fit."""
        return len(self._selection.events)

    def counts(self) -> dict[str, int]:
        """Return the count line."""
        return self._selection.counts()

    def page(self, limit: int, after: str | None, within: Within | None = None) -> Page:
        """Return a page in the order of time."""
        selection = self._selection
        events: Sequence[EventFacts] = selection.events
        if within is not None:
            kind, lanes = within
            events = [f for f in events if not set(lanes).isdisjoint(self._lanes(f, kind))]
        page, following = page_of(events, limit, after, relative=selection.relative)
        return Page(dataset=self._dataset, events=tuple(page), next=following)

    def latest(self, kind: EventKind, most: int, *, disputed: bool = False) -> Sequence[str]:
        """Return the events of a kind that were spoken of last."""
        found = [
            (f.spoken is None, -(f.spoken or 0), f.event.iri)
            for f in self._selection.events
            if f.event.kind == kind and (f.differences or not disputed)
        ]
        return [iri for *_, iri in sorted(found)[:most]]

    def span(self) -> tuple[Day, Day] | None:
        """Return the first and last day of the events."""
        dated = (f.when for f in self._selection.events if f.when is not None)
        known = (w.bounds(relative=False) for w in dated if w.known(relative=False))
        days = [day for bounds in known for day in bounds if day is not None]
        return (Day.from_ordinal(min(days)), Day.from_ordinal(max(days))) if days else None

    def newest_publication(self) -> Day | None:
        """Return the newest day of publication of the articles."""
        days = (telling.published for telling in self._selection.tellings)
        return max((day for day in days if day is not None), default=None)

    def newest_day(self) -> Day | None:
        """Return the newest day of the events."""
        days = []
        for facts in self._selection.events:
            if facts.when is not None and facts.when.known(relative=False):
                known = [d for d in facts.when.bounds(relative=False) if d is not None]
                days += [(known[0] + known[-1]) // 2] if known else []
        return Day.from_ordinal(max(days)) if days else None

    def newest(self) -> str | None:
        """Return the newest red line, else meeting, else statement."""
        for kind in ("redline", "meeting", "statement"):
            found = [
                ((f.heard is not None, f.heard or 0, local_name(f.event.iri)), f.event.iri)
                for f in self._selection.events
                if f.event.kind == kind
            ]
            if found:
                return max(found)[1]
        return None

    def lanes(
        self, kind: LaneKind, bucket: int | None = None, bodies: Mapping[str, str] | None = None
    ) -> LaneSums:
        """Return the events lane by lane."""
        tally, leads = Tally(), bodies or {}
        for facts in self._selection.events:
            stretches = [] if bucket is None else list(self._touched(facts, bucket))
            if bucket is not None and not stretches:
                continue
            lanes = self._lanes(facts, kind)
            tied = tied_lanes(lanes) if facts.event.kind == "meeting" else ()
            led = (sorted((leads.get(a, a), leads.get(b, b))) for a, b in tied)
            tally.add(
                {leads.get(lane, lane) for lane in lanes},
                ((one, other) for one, other in led if one != other),
                days=[day for day in self._bounds(facts) if day is not None],
                stretches=stretches,
            )
        for facts in self._selection.without_date:
            tally.add_undated({leads.get(lane, lane) for lane in self._lanes(facts, kind)})
        return tally

    def graph(self) -> ActorGraph:
        """Return the events as a graph of actors."""
        entities = self._dataset.entities
        edges: Counter[Edge] = Counter(
            edge for facts in self._selection.events for edge in set(event_edges(facts, entities))
        )
        claims = self._actor_claims()
        actors = {iri for edge in edges for iri in edge[:2]} | claims.keys()
        for iri in actors:
            holder = entities.actors[iri].belongs_to
            if holder is not None and holder in actors and holder != iri:
                edges[(iri, holder, "belongs")] = 1
        return Graph(edges=edges, claims=claims)

    def _actor_claims(self) -> Mapping[str, int]:
        pairs = {
            (iri, telling.record.iri)
            for telling in self._selection.tellings
            for iri, role in telling.roles()
            if role != "about"
        }
        return Counter(iri for iri, _ in pairs)

    def place_events(self) -> Mapping[str, int]:
        """Return how many events were at each place or are about it."""
        places = self._dataset.entities.places
        found = {
            (iri, telling.event)
            for telling in self._selection.tellings
            for iri in (telling.place, *telling.about)
            if iri in places
        }
        return Counter(iri for iri, _ in found if iri is not None)

    def publications(self, articles: Collection[str]) -> Sequence[Listed]:
        """Return those of these articles that have claims which fit."""
        return [_listed(v) for v in self._selection.articles if v.article.iri in articles]

    def undated_articles(self, limit: int) -> tuple[int, Sequence[Listed]]:
        """Return the articles without a day of publication."""
        found = [_listed(v) for v in self._selection.articles if v.article.published is None]
        return len(found), found[:limit]

    def claims(self) -> frozenset[str]:
        """Return the claims of record that fit."""
        return self._selection.claims

    def recent(self, limit: int, after: str | None) -> Recent:
        """Return a page of the claims that were recorded last."""
        check_limit(limit)
        begin = None if after is None else _recency(*moment_of(after))
        places = {
            claim.iri: (view.recorded[claim.iri], iri, number)
            for iri, view in self._dataset.articles.items()
            for number, claim in enumerate(view.extraction.claims)
            if claim.iri in view.recorded
        }
        found = sorted((_recency(*places[i]), i) for i in self._selection.claims if i in places)
        found = [(rank, iri) for rank, iri in found if begin is None or rank > begin]
        shown = [iri for _, iri in found[:limit]]
        more = len(found) > limit
        return Recent(
            dataset=self._dataset,
            tellings=tuple(self._dataset.claims[iri] for iri in shown),
            next=moment_token(places[shown[-1]]) if more else None,
        )

    def by_article(self) -> Iterator[tuple[Dataset, ArticleView, Sequence[Telling]]]:
        """Yield the articles with their tellings that fit."""
        told: dict[str, list[Telling]] = defaultdict(list)
        for telling in self._selection.tellings:
            told[telling.article.iri].append(telling)
        for view in self._selection.articles:
            yield self._dataset, view, told[view.article.iri]

    def _lanes(self, facts: EventFacts, kind: LaneKind) -> list[str]:
        return [s.id for s in standings(facts, self._dataset, kind)]

    def _bounds(self, facts: EventFacts) -> tuple[int | None, int | None]:
        when, relative = facts.when, self._selection.relative
        if when is None or not when.known(relative=relative):
            return (None, None)
        return when.bounds(relative=relative)

    def _touched(self, facts: EventFacts, bucket: int) -> Iterator[int]:
        first, last = self._bounds(facts)
        known = first if first is not None else last
        if known is None or facts.when is None:
            return
        first, last = (known if first is None else first), (known if last is None else last)
        if facts.when.extent == "within":
            yield (first + last) // 2 // bucket
            return
        chosen = self._chosen
        low = max(first, chosen.first.ordinal) if chosen.first else first
        high = min(last, chosen.last.ordinal) if chosen.last else last
        begin = low // bucket
        yield from range(begin, min(high // bucket, begin + _MOST_STRETCHES) + 1)


def _recency(moment: str, article: str, place: int) -> tuple[tuple[int, ...], str, int]:
    """Sorts the newest moment first, then by article and place in it."""
    return tuple(-ord(sign) for sign in moment), article, place


def _listed(view: ArticleView) -> Listed:
    article = view.article
    return Listed(iri=article.iri, title=article.title, published=article.published)
