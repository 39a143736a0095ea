"""What a model says that an article claims: words and choices, nothing that has been checked yet.

Made by kg.llm of a model's JSON, whose form is kg/llm/schema.json; held against the article's text
by kg.extract.answered. Choices (kinds, acts, …) are of the closed lists already; all else is words.
"""

from dataclasses import dataclass

from kg.vocabulary import ActorKind, MeetingStatus, SpeechAct


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredActor:
    """An actor as the model lists it."""

    name: str
    kind: ActorKind
    unnamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredStatement:
    """A statement. `speaker` None = the article does not tell. `said_at` is a meeting's `id`."""

    id: str
    evidence: tuple[str, ...]
    speaker: str | None
    act: SpeechAct
    content: str
    via: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    quote: str | None = None
    condition: str | None = None
    about_actors: tuple[str, ...] = ()
    about_places: tuple[str, ...] = ()
    said_at: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredMeeting:
    """A meeting. `told_by` is the `id` of a statement, None = the article's own voice."""

    id: str
    evidence: tuple[str, ...]
    participants: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    place: str | None = None
    venue: str | None = None
    status: MeetingStatus = "held"
    topic: str | None = None
    told_by: str | None = None
    commitment: str = "asserts"
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRedLine:
    """A red line drawn in the statement `told_by`."""

    id: str
    evidence: tuple[str, ...]
    trigger: str
    told_by: str
    commitment: str = "declares"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A model's answer for the piece of the text from `start` to `end`, in code points.

    `malformed` counts what it listed that has not the form asked for, and is left out.
    """

    start: int
    end: int
    actors: tuple[AnsweredActor, ...] = ()
    places: tuple[str, ...] = ()
    statements: tuple[AnsweredStatement, ...] = ()
    meetings: tuple[AnsweredMeeting, ...] = ()
    redlines: tuple[AnsweredRedLine, ...] = ()
    malformed: int = 0
