"""Events as articles tell them, read from the claims' graphs for comparing.

In:  the state of the dataset. Out: `EventFacts` (kg.resolve.propose) of live claims; the events of
a graph; the events told on or about a day. Everything is looked up by pattern and read once.
"""

from collections.abc import Iterable, Iterator
from typing import cast

import pyoxigraph as ox

from kg.mapping.facts import Facts
from kg.mapping.terms import date, read_day
from kg.model.day import Day
from kg.model.iri import owner
from kg.resolve.propose import (
    DAYS_BEFORE_PUBLICATION,
    MOST_DAYS,
    EventFacts,
    EventKind,
)
from kg.resolve.propose_parties import Line
from kg.resolve.shingles import digested, shingles
from kg.store.event_book import EventBook
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM, SCHEMA, Language

# What only the graph that tells of an event says of it, by kind.
TELLING: dict[EventKind, Node] = {
    "meeting": Node(CLM.meetingStatus),
    "redline": Node(CLM.triggerText),
    "statement": Node(CLM.content),
}
KINDS = {predicate: kind for kind, predicate in TELLING.items()}
_DRAWS = (CLM.declares, CLM.restates, CLM.changes, CLM.retracts)
_ARTICLE = Node(CLM.article)
_BELONGS_TO = Node(CLM.belongsTo)
_EARLIEST = Node(CLM.earliest)
_LANGUAGE = Node(SCHEMA.inLanguage)
_PUBLISHED = Node(SCHEMA.datePublished)
_TIME = Node(CLM.time)
_WITHIN = Node(CLM.within)


class EventReader:
    """Reads events of one state of the dataset; keeps what it read as long as it lives.

    `book` is what the writer remembers of the state that `changed` articles (their owners, see
    kg.store.event_book) are about to leave: of all others it tells the same in this state. `coming`
    are the events of changed articles that the state does not hold yet.
    """

    def __init__(
        self,
        state: State,
        book: EventBook | None = None,
        changed: frozenset[str] = frozenset(),
        coming: Iterable[EventFacts] = (),
    ) -> None:
        self._state = state
        self._coming = {facts.iri: facts for facts in coming}
        known = book is not None or self._coming
        self._book = book or EventBook()
        self._changed = changed if known else frozenset[str]()
        self._fresh: EventBook | None = None  # of the changed articles, where others are remembered
        self._none: set[str] = set()
        self._facts: dict[str, EventFacts] = {}
        self._latest: tuple[Node, Facts] | None = None  # the events of a graph come together
        self._lines: dict[tuple[str, Node], Line] = {}
        self._published: dict[Node, int | None] = {}

    def facts(self, event: str) -> EventFacts | None:
        """Return the event as its live claim tells it (of several the first by IRI), or None."""
        if event in self._coming:
            return self._coming[event]
        if event in self._none:
            return None
        remembered = owner(event) not in self._changed
        found = self._book.recall(event) if remembered else self._facts.get(event)
        if found is None:
            found = self._read(event)
            if found is None:
                self._none.add(event)
            elif remembered:
                self._book.keep(found)
            else:
                self._facts[event] = found
        return found

    def told_now(self) -> list[EventFacts]:
        """Return the events that the changed articles tell."""
        articles = (Node(f"{self._state.graphs.base}article/{one}") for one in self._changed)
        claims = (claim for article in articles for claim in self._state.live_claims(article))
        told = (self.facts(event) for claim in claims for event in self.told_in(claim))
        return [*self._coming.values(), *(facts for facts in told if facts is not None)]

    def told_in(self, graph: Node) -> set[str]:
        """Return the events that a claim's graph tells of, be the claim live or not."""
        view = self._state.view
        return {
            q.subject.value
            for predicate in TELLING.values()
            for q in view.quads(None, predicate, None, graph)
            if isinstance(q.subject, Node)
        }

    def near(self, facts: EventFacts) -> set[str]:
        """Return events that may be one with this one: of its kind, of one side, about then.

        Events that last a week at most, and those of no day of their own whose article came out
        about then.
        """
        found = {e for e in self._book.near(facts, self._of_day) if owner(e) not in self._changed}
        if self._changed:
            if self._fresh is None:
                self._fresh = EventBook(complete=True)
                for told in self.told_now():
                    self._fresh.note(told)
            found.update(self._fresh.near(facts, lambda day: ()))
        return found

    # Looking up by day

    def _of_day(self, day: int) -> Iterator[EventFacts]:
        """Yield the events whose first day this is, but for those of the changed articles."""
        events = {*self._dated(day), *self._of_articles(day + DAYS_BEFORE_PUBLICATION)}
        for event in events:
            facts = self.facts(event) if owner(event) not in self._changed else None
            if facts is not None and facts.first == day:
                yield facts

    def _dated(self, day: int) -> Iterator[str]:
        for quad in self._state.view.quads(None, _EARLIEST, date(Day.from_ordinal(day))):
            graph, span = quad.graph_name, quad.subject
            if not isinstance(graph, Node) or not isinstance(span, Node):
                continue
            if self._state.graphs.is_claim(graph):
                for event in self._state.view.subjects(_TIME, span, graph):
                    yield event.value
                    yield from (line.value for line in self._lines_drawn(event, graph))

    def _lines_drawn(self, statement: Node, graph: Node) -> Iterator[Node]:
        """Yield the red lines that a statement draws; their days are the statement's."""
        for predicate in _DRAWS:
            for line in self._state.view.values(statement, Node(predicate), graph):
                if isinstance(line, Node):
                    yield line

    def _of_articles(self, day: int) -> Iterator[str]:
        """Yield the events that articles of this day tell."""
        for quad in self._state.view.quads(None, _PUBLISHED, date(Day.from_ordinal(day))):
            article = quad.subject
            if isinstance(article, Node) and article == quad.graph_name:
                for claim in self._state.live_claims(article):
                    yield from self.told_in(claim)

    # Reading

    def _read(self, event: str) -> EventFacts | None:
        subject = Node(event)
        for kind, predicate in TELLING.items():
            graphs = {
                q.graph_name
                for q in self._state.view.quads(subject, predicate)
                if isinstance(q.graph_name, Node) and self._state.is_live_graph(q.graph_name)
            }
            if graphs:
                graph = min(graphs, key=lambda g: g.value)
                article = self._state.article_of(graph)
                if article is not None:
                    return self.told_by(event, kind, graph, article)
        return None

    def told_by(self, event: str, kind: EventKind, graph: Node, article: Node) -> EventFacts:
        """Return the event as one claim's graph tells it."""
        facts = self._facts_of(graph)
        teller = self._teller(facts, event) if kind == "redline" else event
        denied = bool(facts.subjects_of(CLM.denies, event))
        status = facts.code(event, CLM.meetingStatus)
        span = facts.one(event, CLM.time) or facts.one(teller, CLM.time)
        first, last, guessed = self._days(facts, kind, span, article, denied=denied)
        language = self._language(article)
        said = {
            "meeting": (CLM.topicText, CLM.venue),
            "redline": (CLM.triggerText,),
            "statement": (CLM.content,),
        }[kind]
        role = CLM.participant if kind == "meeting" else CLM.speaker
        return EventFacts(
            iri=event,
            article=article.value,
            kind=kind,
            language=language,
            parties=self._party_lines(facts, teller, role, article),
            listeners=self._party_lines(facts, teller, CLM.addressee, article),
            place=self._place(facts, event, article),
            first=first,
            last=last,
            guessed=guessed,
            status=status,
            act=facts.code(teller, CLM.kind) if kind != "meeting" else None,
            denied=denied,
            incomplete=facts.true(event, CLM.incomplete),
            subjects=frozenset(facts.nodes(teller, CLM.about)),
            runs=digested(
                run
                for predicate in said
                for value in facts.values(event, predicate)
                for run in shingles(value.value, language)
            ),
        )

    def _facts_of(self, graph: Node) -> Facts:
        if self._latest is None or self._latest[0] != graph:
            self._latest = graph, Facts(self._state.view.quads(None, None, None, graph))
        return self._latest[1]

    def _teller(self, facts: Facts, line: str) -> str:
        """Return the statement of the same graph that draws the red line."""
        found = (s for p in _DRAWS for s in facts.subjects_of(p, line) if facts.one(s, CLM.content))
        return next(found, line)

    def _days(
        self, facts: Facts, kind: EventKind, span: str | None, article: Node, *, denied: bool
    ) -> tuple[int | None, int | None, bool]:
        """Return the first and last day and whether they follow from the publication alone."""
        earliest = facts.one(span, CLM.earliest) if span else None
        latest = facts.one(span, CLM.latest) if span else None
        if earliest and latest:
            first, last = read_day(earliest).ordinal, read_day(latest).ordinal
            return (first, last, False) if last - first < MOST_DAYS else (None, None, False)
        basis = facts.code(span, CLM.basis) if span else None
        if kind == "meeting":
            about_then = denied or basis == "inferred"  # else planned, or in words of no day
        else:
            about_then = span is None or basis == "inferred"
        published = self._publication(article) if about_then else None
        if published is None:
            return None, None, False
        return published - DAYS_BEFORE_PUBLICATION, published, True

    def _publication(self, article: Node) -> int | None:
        if article not in self._published:
            day = self._state.view.value(article, _PUBLISHED, article)
            self._published[article] = read_day(day.value).ordinal if day else None
        return self._published[article]

    def _language(self, article: Node) -> Language:
        value = self._state.view.value(article, _LANGUAGE, article)
        return cast(Language, value.value) if value else "en"

    def _party_lines(
        self, facts: Facts, subject: str, role: str, article: Node
    ) -> tuple[Line, ...]:
        return tuple(self._line(iri, article, _BELONGS_TO) for iri in facts.nodes(subject, role))

    def _place(self, facts: Facts, event: str, article: Node) -> Line:
        places = facts.nodes(event, CLM.location)
        return self._line(places[0], article, _WITHIN) if len(places) == 1 else ()

    def _line(self, iri: str, article: Node, upward: Node) -> Line:
        """Return an actor or place and what holds it, innermost first."""
        key = (iri, article)
        if key not in self._lines:
            line = [iri]
            while (holder := self._holder(Node(line[-1]), article, upward)) not in (None, *line):
                line.append(str(holder))
            self._lines[key] = tuple(line)
        return self._lines[key]

    def _holder(self, entity: Node, article: Node, upward: Node) -> str | None:
        for graph in (self._state.graphs.registry, article):
            held = self._state.view.values(entity, upward, graph)
            if held:
                return min(v.value for v in held if isinstance(v, ox.NamedNode))
        return None
