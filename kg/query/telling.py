"""One article's telling of one event, and an event as all its tellings.

An event is told once an article (by a claim, or by a part of a claim); further statements of the
article may reach it ("X denied that the meeting took place"). Names in claims are those of one
article: here they are IRIs.
In:  an `Extraction`. Out: `ArticleView`, `Telling`, `Reach`, `EventView`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kg.model.article import Article
from kg.model.claim import Claim, Meeting, RedLine, Statement
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.vocabulary import Commitment, Conveyance, SpeechAct

EventKind = Literal["statement", "meeting", "redline"]
Role = Literal["speaker", "addressee", "reporter", "participant", "mediator", "declarer", "about"]


def kind_of(claim: Claim) -> EventKind:
    """Return the word for this kind of claim, as in IRIs, JSON and CSS classes."""
    match claim:
        case Statement():
            return "statement"
        case Meeting():
            return "meeting"
        case RedLine():
            return "redline"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArticleView:
    """An article with what is looked up in it: actors and places by name, claims by IRI.

    `meetings` are its meetings by local event IRI; `recorded` the moment each claim was recorded.
    """

    extraction: Extraction
    actors: Mapping[str, Actor]
    locations: Mapping[str, Location]
    claims: Mapping[str, Claim]
    meetings: Mapping[str, Meeting]
    recorded: Mapping[str, str]

    @classmethod
    def of(cls, extraction: Extraction, recorded: Mapping[str, str]) -> "ArticleView":
        """Index one extraction."""
        return cls(
            extraction=extraction,
            actors={a.name: a for a in extraction.actors},
            locations={p.name: p for p in extraction.locations},
            claims={c.iri: c for c in extraction.claims},
            meetings={m.event: m for m in extraction.meetings},
            recorded=recorded,
        )

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.extraction.article

    def record_of(self, claim: Claim) -> Statement | Meeting:
        """Return the claim of record: the claim itself, or the one that a part stands under."""
        found = claim if claim.under is None else self.claims[claim.under]
        if isinstance(found, RedLine):  # the model has every red line under a statement
            raise TypeError(f"{found.iri} is a part and can hold none")
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """One article's claim (or part) of one event; `event` is canonical, `record` its claim."""

    view: ArticleView
    claim: Claim
    record: Statement | Meeting
    event: str

    @property
    def article(self) -> Article:
        """The article that tells it."""
        return self.view.article

    @property
    def published(self) -> Day | None:
        """The article's day of publication."""
        return self.view.article.published

    @property
    def order(self) -> tuple[bool, int, str]:
        """Sorts tellings: by publication, those without a day last, then by IRI."""
        published = self.published
        return (published is None, published.ordinal if published else 0, self.claim.iri)

    @property
    def statement(self) -> Statement | None:
        """The statement it is, or in which it is told; None for the article's own voice."""
        return self.record if isinstance(self.record, Statement) else None

    @property
    def act(self) -> SpeechAct | None:
        """The speech act of a statement, or of the statement that declares a red line."""
        return self.statement.act if self.statement and kind_of(self.claim) != "meeting" else None

    @property
    def speaker(self) -> str | None:
        """IRI of who speaks or declares; for a meeting told by somebody, of the teller."""
        name = self.statement.speaker if self.statement else None
        if isinstance(self.claim, RedLine):
            name = self.claim.declared_by
        return self.view.actors[name].iri if name is not None else None

    @property
    def reporters(self) -> tuple[str, ...]:
        """IRIs of the reporters between the article and the speaker, outermost first."""
        return self.actor_iris(self.statement.via if self.statement else ())

    @property
    def addressees(self) -> tuple[str, ...]:
        """IRIs of whom it is said or declared to."""
        match self.claim:
            case Statement():
                return self.actor_iris(self.claim.addressees)
            case RedLine():
                return self.actor_iris(self.claim.declared_to)
        return ()

    @property
    def participants(self) -> tuple[str, ...]:
        """IRIs of who met."""
        return self.actor_iris(self.claim.participants) if isinstance(self.claim, Meeting) else ()

    @property
    def mediators(self) -> tuple[str, ...]:
        """IRIs of who brought a meeting about."""
        return self.actor_iris(self.claim.mediators) if isinstance(self.claim, Meeting) else ()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting it is, or at which it was said, as this article tells it."""
        if isinstance(self.claim, Meeting):
            return self.claim
        return self.view.meetings.get(self.claim.said_at or "")

    @property
    def place(self) -> str | None:
        """IRI of where it was: a meeting's place, or that of the meeting where it was said."""
        name = self.meeting.place if self.meeting else None
        return self.view.locations[name].iri if name is not None else None

    @property
    def about(self) -> tuple[str, ...]:
        """IRIs of the actors and places that a statement is about."""
        if not isinstance(self.claim, Statement):
            return ()
        return tuple(
            (self.view.actors if a.kind == "actor" else self.view.locations)[a.name].iri
            for a in self.claim.about
        )

    def actor_iris(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the IRIs of actors of this article, in the same order."""
        return tuple(self.view.actors[name].iri for name in names)

    def roles(self) -> Iterator[tuple[str, Role]]:
        """Yield (actor IRI, role) of all who have to do with it, the chain outermost first."""
        yield from ((iri, "reporter") for iri in self.reporters)
        if self.speaker is not None:
            yield (self.speaker, "declarer" if isinstance(self.claim, RedLine) else "speaker")
        yield from ((iri, "participant") for iri in self.participants)
        yield from ((iri, "mediator") for iri in self.mediators)
        yield from ((iri, "addressee") for iri in self.addressees)
        if isinstance(self.claim, Statement):
            actors = (a.name for a in self.claim.about if a.kind == "actor")
            yield from ((self.view.actors[name].iri, "about") for name in actors)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reach:
    """A statement that commits its speaker to an event: asserts, denies, restates it …"""

    telling: Telling
    commitment: Commitment | Conveyance


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EventView:
    """An event with all its tellings (never none), by publication, then IRI.

    `iri` is canonical; `locals` are the articles' own IRIs for it; `reaches` are the statements
    that commit somebody to it, in the order of the tellings' articles.
    """

    iri: str
    kind: EventKind
    locals: tuple[str, ...]
    tellings: tuple[Telling, ...]
    reaches: tuple[Reach, ...]

    @property
    def leads(self) -> tuple[Telling, ...]:
        """The tellings of the event itself: not those that restate, change or retract a red line.

        All tellings when there is nothing else.
        """
        return tuple(t for t in self.tellings if not _comes_back(t)) or self.tellings


def _comes_back(telling: Telling) -> bool:
    record = telling.record
    return isinstance(record, Statement) and any(
        c.event == telling.claim.event and c.commitment in ("restates", "changes", "retracts")
        for c in record.conveys
    )
