"""What every store does with claims in the same way: plan writes, read articles and decisions.

Where the quads lie makes no difference to it. A store says how one state of its dataset is read
(`_read`) and how a plan is committed (`_write`).
In:  extractions and decisions. Out: see kg.store.base.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from kg.errors import KgError
from kg.mapping.checks import check_extraction
from kg.mapping.decisions import quads_to_decisions
from kg.mapping.from_rdf import quads_to_extraction
from kg.mapping.terms import node
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.proposal import Proposal
from kg.store.base import (
    ArticleSummary,
    Decision,
    DecisionKind,
    Offering,
    PutReport,
    Putting,
    Suggestions,
)
from kg.store.catalogue import article_quads, find_summary, recorded, reviews, summaries
from kg.store.copies import stored_copies
from kg.store.decide import Decider
from kg.store.graphs import Graphs
from kg.store.plan import Plan
from kg.store.proposals import stored_proposals
from kg.store.published import plan_published
from kg.store.put import plan_put
from kg.store.remove import need_article, plan_purge, plan_withdrawal
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM

T = TypeVar("T")


class ClaimStore(ABC):
    """The part of a GraphStore that is about claims."""

    _base: str
    _graphs: Graphs
    _iris: Iris

    @abstractmethod
    def _read(self, run: Callable[[State], T], article: str | None = None) -> T:
        """Read one state of the dataset. `article` is the one that is read, where it is one."""

    @abstractmethod
    def _write(self, planned: Callable[[State], tuple[Plan, T]], article: str | None = None) -> T:
        """Plan and commit as one write; an empty plan commits nothing."""

    @property
    def base(self) -> str:
        """The data base every IRI of this store begins with."""
        return self._base

    def suggestions_since(self, revision: int) -> Suggestions | None:
        """What is proposed otherwise since a revision; None: it is not known."""
        del revision
        return None

    # Writing

    def put_article(self, extraction: Extraction, *, at: datetime, more: bool = False) -> PutReport:
        """Add an article or replace its earlier text; equal text changes nothing.

        Raises MappingError for an extraction that must not be stored.
        """
        check_extraction(extraction, self._iris)
        return self._write(
            lambda state: plan_put(state, extraction, self._iris, at, more=more),
            extraction.article.iri,
        )

    @property
    def takes_ready(self) -> bool:
        """Whether an article that was made ready spares this store work."""
        return False

    def put_articles(self, asked: Sequence[Putting | Offering]) -> list[PutReport | KgError]:
        """Put articles one after the other; return the report of each, or why it is not stored."""
        return [self._put_or_error(one) for one in asked]

    def _put_or_error(self, one: Putting | Offering) -> PutReport | KgError:
        try:
            if isinstance(one, Offering):
                one = one.open()
            return self.put_article(one.extraction, at=one.at, more=one.more)
        except KgError as error:
            if error.exit_code != 2:
                raise
            return error.with_traceback(None)  # its frames would keep the store open

    def set_published(self, extraction: Extraction, *, at: datetime) -> None:
        """Replace the publication date and the days of the time spans."""
        del at  # nothing is recorded anew: every claim keeps its moment
        self._write(
            lambda state: (plan_published(state, extraction, self._iris), None),
            extraction.article.iri,
        )

    def withdraw(self, article_iri: str, *, at: datetime) -> int:
        """Take the article's claims out of merged; return how many were live."""
        article = node(article_iri)
        return self._write(
            lambda state: plan_withdrawal(state, article, self._iris, at), article_iri
        )

    def purge(self, article_iri: str, *, at: datetime) -> int:
        """Erase the article and leave a tombstone; return how many of its claims were live."""
        article = node(article_iri)
        return self._write(lambda state: plan_purge(state, article, at), article_iri)

    def decide(
        self, kind: DecisionKind, subject: str, target: str | None = None, *, by: str, at: datetime
    ) -> Decision:
        """Write a decision; the same one again changes nothing."""
        return self._write(
            lambda state: Decider(state, self._iris, by, at).plan(kind, subject, target)
        )

    # Reading

    def articles(self, *, include_withdrawn: bool = False) -> list[ArticleSummary]:
        """The articles, newest publication first, undated last, then by IRI."""
        return self._read(lambda state: summaries(state, include_withdrawn=include_withdrawn))

    def summary(self, article_iri: str) -> ArticleSummary | None:
        """The article's line in the list; None for none."""
        article = node(article_iri)
        return self._read(lambda state: find_summary(state, article), article_iri)

    def extraction(self, article_iri: str) -> Extraction:
        """Read an article back in canonical form, with its live claims."""
        article = node(article_iri)

        def read(state: State) -> Extraction:
            need_article(state, article)
            claims = state.live_claims(article)
            return quads_to_extraction(
                list(article_quads(state, article, claims)),
                article_iri,
                iris=self._iris,
                claims=[claim.value for claim in claims],
                reviews=reviews(state, claims),
            )

        return self._read(read, article_iri)

    def recorded(self, article_iri: str) -> Mapping[str, str]:
        """`recordedAt` of each live claim of the article, by claim IRI."""
        article = node(article_iri)

        def read(state: State) -> Mapping[str, str]:
            need_article(state, article)
            return recorded(state, article)

        return self._read(read, article_iri)

    def canonical(self) -> Mapping[str, str]:
        """Event -> canonical event, only where they differ."""

        def read(state: State) -> Mapping[str, str]:
            merges = state.view.quads(None, Node(CLM.sameEvent), None, self._graphs.decisions)
            events = {q.subject for q in merges if isinstance(q.subject, Node)}
            ordered = sorted(events, key=lambda event: event.value)
            return {event.value: state.canonical(event).value for event in ordered}

        return self._read(read)

    def decisions(self) -> list[Decision]:
        """All decisions, oldest first."""
        graph = self._graphs.decisions
        return self._read(
            lambda state: quads_to_decisions(state.view.quads(None, None, None, graph))
        )

    def proposals(self) -> list[Proposal]:
        """The merges that are proposed, best first."""
        return self._read(lambda state: stored_proposals(state.view, self._graphs))

    def copies(self) -> Mapping[str, str]:
        """Article -> the first article, by IRI, of nearly the same text, only where they differ."""
        return self._read(lambda state: stored_copies(state.view, self._graphs))
