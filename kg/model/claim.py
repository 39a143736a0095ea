"""Claims: one article's report of a statement, a meeting or a red line.

In every claim, actors and places are given by their `name`, unique in the article; events by IRI.
A claim without `under` is a clm:Claim of its own and `iri` is its named graph. A claim with `under`
is a *part*: it lives in the graph of the statement claim that tells it (`<under>#<local name>`).
"""

from dataclasses import dataclass
from typing import Literal

from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan
from kg.vocabulary import Commitment, Conveyance, MeetingStatus, Review, SpeechAct


@dataclass(frozen=True, slots=True, kw_only=True)
class Conveyed:
    """What a statement commits its speaker to: an event and how."""

    event: str
    commitment: Conveyance


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """An actor or place that a statement is about, by name."""

    kind: Literal["actor", "location"]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What every claim has.

    `commitment` is the claim's own (or, for a part, its statement's) towards `event`.
    `cues` are the words that made it, outermost reporter first. `confidence` is 0 to 1.
    """

    iri: str
    event: str
    commitment: Commitment
    evidence: tuple[Passage, ...]
    cues: tuple[Span, ...]
    time: TimeSpan | None
    confidence: float
    extractor: str
    rule: str
    carried_speaker: bool = False
    review: Review = "extracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(_Common):
    """Somebody said something. `speaker` None = unresolved. `via` = outermost reporter first.

    `time` is when it was said. `said_at` is the IRI of the meeting where it was said.
    """

    speaker: str | None
    via: tuple[str, ...] = ()
    act: SpeechAct
    addressees: tuple[str, ...] = ()
    content: str
    quote: str | None = None
    condition: str | None = None
    about: tuple[About, ...] = ()
    said_at: str | None = None
    conveys: tuple[Conveyed, ...] = ()

    @property
    def under(self) -> None:
        """A statement is always a claim of its own."""
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(_Common):
    """Some met, or are said to. `under` None = the article's own voice."""

    participants: tuple[str, ...]
    incomplete: bool
    mediators: tuple[str, ...] = ()
    place: str | None = None
    venue: str | None = None
    status: MeetingStatus
    topic: str | None = None
    under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedLine(_Common):
    """A limit somebody declared, in the words of its trigger.

    `declared_by`, `declared_to`, `via` and `said_at` repeat those of the statement claim `under`,
    where the graph keeps them. `trigger` is the IRI of a typed action, if a lexicon row gave one;
    `trigger_kind` is its kind, a term of clt:actions, `trigger_place` where it would be.
    """

    declared_by: str | None
    declared_to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    trigger_text: str
    trigger: str | None = None
    trigger_kind: str | None = None
    trigger_place: str | None = None
    said_at: str | None = None
    under: str


Claim = Statement | Meeting | RedLine


def reporter_iri(statement_iri: str, position: int) -> str:
    """Return the IRI of the `reports` statement of the reporter at `position` (1 = outermost)."""
    return f"{statement_iri}-via{position}"


def part_iri(claim_iri: str, event_iri: str) -> str:
    """Return the IRI of the part of `claim_iri` that tells `event_iri`."""
    return f"{claim_iri}#{event_iri.rsplit('/', 1)[1]}"
