"""What every store offers, whatever engine stands behind it.

The dataset: one graph a claim, one an article, registry, decisions, meta, and the merged graph,
kept equal to its definition by every write. See README, "The dataset".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import pyoxigraph as ox

from kg.errors import KgError
from kg.model.decision import Decision, DecisionKind
from kg.model.extraction import Extraction
from kg.model.proposal import Proposal

if TYPE_CHECKING:  # these modules import this one
    from pathlib import Path

    from kg.store.loading.report import LoadReport
    from kg.store.readers.request import ReadRequest
    from kg.store.readers.stream import Stream
    from kg.store.ready import Ready
    from kg.store.sound import Finding
    from kg.store.updates.request import UpdateRequest

__all__ = [
    "Answer",
    "ArticleSummary",
    "Decision",
    "DecisionKind",
    "DumpFormat",
    "GraphStore",
    "Offering",
    "PutOutcome",
    "PutReport",
    "Putting",
    "Suggestions",
]

PutOutcome = Literal["added", "replaced", "unchanged"]
DumpFormat = Literal["turtle", "trig", "nquads", "jsonld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutReport:
    """What adding an article did to its live claims (parts not counted).

    `added` are live now and were not, `kept` were and are, `withdrawn` were and are no more.
    `gone_by_hand` are the passages of those among the withdrawn that somebody wrote by hand.
    """

    article: str
    outcome: PutOutcome
    added: int
    kept: int
    withdrawn: int
    gone_by_hand: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Putting:
    """An article to be put, as `put_article` takes it."""

    extraction: Extraction
    at: datetime
    more: bool = False

    @property
    def article_iri(self) -> str:
        """The article's IRI."""
        return self.extraction.article.iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """An article made ready for a store that holds nothing of it; `open` gives it to any other."""

    ready: "Ready"
    at: datetime
    open: Callable[[], Putting]

    @property
    def article_iri(self) -> str:
        """The article's IRI."""
        return self.ready.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What is proposed now where it may have changed: about `events`, and `articles` as copies.

    `proposals` are all of these events, `copies` article -> first article of these articles.
    """

    events: frozenset[str]
    articles: frozenset[str]
    proposals: tuple[Proposal, ...]
    copies: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSummary:
    """One line of the list of articles; `claims` counts live clm:Claims (parts not counted)."""

    iri: str
    title: str
    language: str
    published: str | None
    publisher: str | None
    source: str | None
    claims: int
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of a SELECT: `columns` names, `rows` as terms (None = unbound)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[ox.NamedNode | ox.BlankNode | ox.Literal | None, ...], ...]


class GraphStore(Protocol):
    """A store of claims. Every write is atomic, raises `revision`, and leaves merged right.

    Times are timezone-aware and given by the caller. All methods raise StoreError's kin.
    """

    @property
    def base(self) -> str:
        """The data base every IRI of this store begins with."""
        ...

    @property
    def revision(self) -> int:
        """Counts the writes; 0 for a fresh store."""
        ...

    @property
    def folder(self) -> Path | None:
        """The store's folder, where what is derived from it may be kept; None for others."""
        ...

    def changed_since(self, revision: int) -> frozenset[str] | None:
        """Articles that writes after `revision` may have changed; None when that is not known."""
        ...

    def suggestions_since(self, revision: int) -> Suggestions | None:
        """What is proposed otherwise since a revision; None when that is not known."""
        ...

    def put_article(self, extraction: Extraction, *, at: datetime, more: bool = False) -> PutReport:
        """Add an article or replace its earlier text; equal text changes nothing.

        `more` = the extraction holds the claims that are live and more of the same text, to be
        added. How claims go, stay and come back: kg.store.put. Raises MappingError for an
        extraction that must not be stored.
        """
        ...

    @property
    def takes_ready(self) -> bool:
        """Whether an article that was made ready spares this store work."""
        ...

    def put_articles(self, asked: Sequence[Putting | Offering]) -> list[PutReport | KgError]:
        """Put articles one after the other; return the report of each, or why it is not stored.

        Stores may write several in one commit; the dataset is the same. What this returns is
        stored. Raises only what ends all work, such as a full disk.
        """
        ...

    def set_published(self, extraction: Extraction, *, at: datetime) -> None:
        """Replace the publication date and the bounds, offset and basis of the time spans.

        Every claim keeps its IRI, its words and its `recordedAt`. Raises NotFound.
        """
        ...

    def withdraw(self, article_iri: str, *, at: datetime) -> int:
        """Take the article's claims out of merged, keep its graphs; return how many. NotFound."""
        ...

    def purge(self, article_iri: str, *, at: datetime) -> int:
        """Erase the article and its claims and leave a tombstone; return how many. NotFound."""
        ...

    def decide(
        self, kind: DecisionKind, subject: str, target: str | None = None, *, by: str, at: datetime
    ) -> Decision:
        """Write a decision and rewrite what it changes in merged; the same again changes nothing.

        An event is merged into at most one other; a new review takes the place of the last.
        Raises NotFound for an unknown event or claim, StoreError for one that makes no sense
        (merging a meeting with a statement, an event with itself, undoing what was not done).
        """
        ...

    def articles(self, *, include_withdrawn: bool = False) -> list[ArticleSummary]:
        """The articles, newest publication first, undated last, then by IRI."""
        ...

    def summary(self, article_iri: str) -> ArticleSummary | None:
        """The article's line in the list; None for one that is not there, or withdrawn."""
        ...

    def extraction(self, article_iri: str) -> Extraction:
        """Read an article back as it was put, without mentions and warnings. NotFound.

        Only claims that are live, with their `review`; a withdrawn article has none. Order: see
        kg.mapping.canonical. The passage of a claim that a human decided on and that the present
        text no longer gives holds the words and offsets of the text it was cut from.
        """
        ...

    def recorded(self, article_iri: str) -> Mapping[str, str]:
        """`recordedAt` (xsd:dateTime text) of each live claim of the article, by claim IRI."""
        ...

    def canonical(self) -> Mapping[str, str]:
        """Event -> canonical event, only where they differ."""
        ...

    def decisions(self) -> list[Decision]:
        """All decisions, oldest first."""
        ...

    def proposals(self) -> list[Proposal]:
        """The merges that are proposed, best first; never of events merged or parted by a person.

        They follow from the live claims and the decisions alone: see kg.store.proposals.
        """
        ...

    def copies(self) -> Mapping[str, str]:
        """Article -> the first article, by IRI, of nearly the same text, only where they differ."""
        ...

    def select(self, query: str, *, default_graph: str | None = None) -> Answer:
        """Run a SELECT given as text. The default graph is merged unless named otherwise.

        Named graphs stay reachable by GRAPH. Raises QuerySyntaxError.
        """
        ...

    def query(self, query: str, media_type: str) -> tuple[str, bytes]:
        """Run any SPARQL query over merged; return (media type, body) serialised by the engine.

        SELECT/ASK: application/sparql-results+json, …+xml, text/csv, text/tab-separated-values.
        CONSTRUCT/DESCRIBE: text/turtle, application/n-triples, application/ld+json,
        application/rdf+xml. Raises QuerySyntaxError, QueryRefused, QueryError (wrong kind).
        """
        ...

    def stream(self, request: "ReadRequest") -> "Stream":
        """Answer a stranger's query, as bytes that come while they are made, under limits.

        Raises QuerySyntaxError, QueryRefused, UnfitFormat, QueryError, and QueryBusy, QueryTimeout
        and QueryTooLarge, also while the stream is read.
        """
        ...

    def update(self, request: "UpdateRequest") -> None:
        """Run a SPARQL update, as one commit that raises the revision; it writes free graphs only.

        Raises QuerySyntaxError, QueryRefused, ManagedGraph, QueryError, QueryBusy, QueryTimeout and
        QueryTooLarge; then nothing has changed.
        """
        ...

    def load(self, paths: "Sequence[Path]") -> "LoadReport":
        """Load files, all of them or none: dumps as claims, other RDF as free graphs.

        Raises ReadError, GraphSyntaxError (with line and column), MappingError for a dump that is
        not sound, StoreError where it tells an article otherwise, OtherBase.
        """
        ...

    def validate(self, *, deep: bool = False) -> "Iterator[Finding]":
        """Yield what is wrong with the store, nothing when it is sound; see kg.store.validate."""
        ...

    def repair(self) -> None:
        """Make the merged graph and the proposals anew, at one moment."""
        ...

    def backup(self, target: "Path") -> None:
        """Write a backup to a file or folder that is not there yet, while others read and write.

        kg.store.backup.restore is the way back. Raises StoreError, SurroundingsError.
        """
        ...

    def has_graph(self, iri: str) -> bool:
        """Return whether there is a named graph of this IRI, perhaps an empty one. QueryError."""
        ...

    def parse_graph(self, body: bytes, media_type: str, base_iri: str) -> list[ox.Triple]:
        """Return the triples of a graph in one of kg.store.payload.FORMATS, under limits.

        Raises GraphSyntaxError, QueryRefused, QueryBusy, QueryTimeout, QueryTooLarge.
        """
        ...

    def replace_graph(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Make a free graph hold these triples alone; return whether it is new. ManagedGraph."""
        ...

    def add_to_graph(self, iri: str, triples: Iterable[ox.Triple]) -> bool:
        """Add triples to a free graph; return whether it is new. ManagedGraph."""
        ...

    def drop_graph(self, iri: str) -> None:
        """Remove a free graph. Raises NotFound, ManagedGraph."""
        ...

    def query_form(self, query: str) -> Literal["select", "ask", "graph"]:
        """Which form of query this text is. Raises QuerySyntaxError."""
        ...

    def dump(
        self,
        format: DumpFormat,
        *,
        with_text: bool = False,
        claims: frozenset[str] | None = None,
    ) -> Iterator[bytes]:
        """Byte-stable export: turtle = merged; the others every graph but merged.

        `claims` (IRIs of clm:Claims) narrows it to those claims with their articles, passages,
        actors, places and decisions.
        """
        ...

    def count(self) -> tuple[int, int]:
        """Return (quads outside merged, triples in merged)."""
        ...

    def close(self) -> None:
        """Flush and let go of the folder; closing twice is fine."""
        ...
