"""How a meeting is told, as far as it is read.

In:  nothing. Out: `Telling`, which the readers of status and of sides fill, and its `Scope`.
"""

from dataclasses import dataclass, field

from kg.extract.meetings.words import VerbHit
from kg.model.draft import DraftTime, Party
from kg.vocabulary import MeetingStance, MeetingStatus, Tense


@dataclass(slots=True)
class Telling:
    """`first` is the first token that belongs to the telling of the meeting.

    `unled`: talks that no verb of holding, planning or ending governs; `led`: the place stands in
    front ("arrives in Damascus to meet").
    """

    status: MeetingStatus = "held"
    tense: Tense = "past"
    commitment: MeetingStance = "asserts"
    subjects: list[Party] = field(default_factory=list)
    hosts: bool = False
    pointing: bool = False
    fresh: bool = False
    continuing: bool = False
    unled: bool = False
    led: bool = False
    refused: bool = False
    first: int = 0
    cue: int = 0
    verbal: bool = False
    time: DraftTime | None = None
    light: VerbHit | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The tokens among which words of status are the meeting's own, and its cue."""

    left: int
    cue: int
    last: int
