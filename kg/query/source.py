"""What views ask of the claims, whether these are in memory or behind the index.

In:  a `Filter`. Out: a `Choice`: how many fit, a page of them with all that drawing it takes, and
sums over all of them. `kg.query.library` answers from the index, for stores of any size;
`kg.query.snapshot` from a `Dataset` that holds everything. Both tell the same.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from kg.model.day import Day
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.graph import ActorGraph
from kg.query.lane_sums import LaneSums
from kg.query.lanes import LaneKind
from kg.query.telling import ArticleView, EventKind, Telling

# Some lanes: their kind, their ids.
Within = tuple[LaneKind, Collection[str]]
EntityKind = Literal["actor", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some events in order; `dataset` holds the claims behind them.

    `next` is the token of the next page, None on the last.
    """

    dataset: Dataset
    events: tuple[EventFacts, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article in a list, without what it says. `published` is None when it is not known."""

    iri: str
    title: str
    published: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """Some claims of record, the one recorded last first; `dataset` holds their articles' texts.

    `next` is the token of the next page, None on the last.
    """

    dataset: Dataset
    tellings: tuple[Telling, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Involving:
    """A page of the events of an actor or place, and how many there are."""

    page: Page
    total: int


class Choice(Protocol):
    """What fits a filter.

    `relative`: on the axis of days from publication. `undated` counts events that fit in all else
    and have no date on the axis, be they among the events or not (when days are asked for, they
    are not).
    """

    @property
    def relative(self) -> bool: ...

    @property
    def undated(self) -> int: ...

    @property
    def total(self) -> int:
        """How many events fit."""
        ...

    def counts(self) -> dict[str, int]:
        """Return the count line: articles, claims, meetings, redlines, undated."""
        ...

    def page(self, limit: int, after: str | None, within: Within | None = None) -> Page:
        """Return a page in the order of time, or of what stands on the lanes of `within`.

        Raises QueryError for a wrong limit or token.
        """
        ...

    def latest(self, kind: EventKind, most: int, *, disputed: bool = False) -> Sequence[str]:
        """Return the events of a kind that were spoken of last, or those on which articles differ.

        By the newest publication that tells or reaches them, those without one last, then by IRI.
        """
        ...

    def span(self) -> tuple[Day, Day] | None:
        """Return the first and last day of the events; None when no day is known."""
        ...

    def newest_publication(self) -> Day | None:
        """Return the newest day of publication of what fits; None when none is known."""
        ...

    def newest_day(self) -> Day | None:
        """Return the newest day of the events; of one of some unknown day the middle."""
        ...

    def newest(self) -> str | None:
        """Return the newest red line, else the newest meeting, else the newest statement."""
        ...

    def lanes(
        self, kind: LaneKind, bucket: int | None = None, bodies: Mapping[str, str] | None = None
    ) -> LaneSums:
        """Return the events lane by lane.

        With `bucket` those alone that lie in some stretch of so many days. What belongs to one of
        `bodies` stands on the lane to which that leads, each event once.
        """
        ...

    def graph(self) -> ActorGraph:
        """Return the events as a graph of actors, and who of these belongs to whom."""
        ...

    def place_events(self) -> Mapping[str, int]:
        """Return how many events were at each place or are about it."""
        ...

    def publications(self, articles: Collection[str]) -> Sequence[Listed]:
        """Return those of these articles that have claims which fit, newest first."""
        ...

    def undated_articles(self, limit: int) -> tuple[int, Sequence[Listed]]:
        """Return how many articles that fit have no day of publication, and the first of them."""
        ...

    def claims(self) -> frozenset[str]:
        """Return the claims of record that fit (a part counts for the claim it stands in)."""
        ...

    def recent(self, limit: int, after: str | None) -> Recent:
        """Return a page of the claims of record that fit, the newest in the store first.

        Claims of one moment stand article by article, as in the text; those of which no moment is
        known are left out. Raises QueryError for a wrong limit or token.
        """
        ...

    def by_article(self) -> Iterator[tuple[Dataset, ArticleView, Sequence[Telling]]]:
        """Yield the articles with claims that fit, newest first, with these in the text's order.

        The dataset holds at least this article. An empty filter also has articles without claims.
        """
        ...


class Source(Protocol):
    """Where claims are read from, at one revision."""

    @property
    def empty(self) -> bool:
        """True when there is no article."""
        ...

    def select(self, chosen: Filter) -> Choice:
        """Return what fits the filter; everything for an empty one."""
        ...

    def events(self, iris: Iterable[str], *, texts: Collection[str] = ()) -> Dataset:
        """Return a dataset that holds these events (canonical) with all that their facts take.

        Of the articles `texts` it also has the texts, and all claims.
        """
        ...

    def entities(self, iris: Iterable[str]) -> Entities:
        """Return these actors and places with what they belong to; those not known left out."""
        ...

    def members(self, kind: EntityKind, iri: str) -> Sequence[str]:
        """Return what belongs to this actor, or lies in this place, directly; by IRI."""
        ...

    def bodies(self, side: str) -> Sequence[str]:
        """Return all that belongs to this actor, directly or not; by IRI."""
        ...

    def named(self, kind: EntityKind, name: str) -> str | None:
        """Return an actor or place by its IRI or what follows the last slash; None for none."""
        ...

    def crossing_events(self, most: int) -> Sequence[str]:
        """Return the statements that speak of a red line's being crossed, or deny it.

        At most so many, those heard of last first.
        """
        ...

    def involving(self, kind: EntityKind, iri: str, limit: int, after: str | None) -> Involving:
        """Return a page of the events that an actor has to do with, or that a place has."""
        ...

    def find_event_iri(self, name: str) -> str | None:
        """Return the canonical IRI of the event whose IRI (or a local one) ends in `name`."""
        ...

    def event_of(self, iri: str) -> str:
        """Return the canonical IRI of an event given by any of its IRIs."""
        ...

    def claim_article(self, iri: str) -> str | None:
        """Return the article of a live claim or part; None for none."""
        ...

    def article(self, iri: str) -> Dataset:
        """Return a dataset that holds an article with its text and claims. Raises NotFound."""
        ...

    def copies_of(self, article: str) -> Sequence[Listed]:
        """Return the other articles of nearly the same text, by IRI."""
        ...

    def title(self, name: str) -> str | None:
        """Return the headline of an article given by its IRI or what follows the last slash."""
        ...
