"""Which readers of speech and of meetings belong to which language.

In:  a language. Out: its `Grammar`. A language is read when it stands here and has its word files
(cues_, meetings_, redlines_<language>.toml).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.extract.meetings.base import Found
from kg.extract.meetings.finder import MeetingFinder
from kg.extract.meetings.hebrew import HebrewMeetings
from kg.extract.meetings.turkish import TurkishMeetings
from kg.extract.participles import Reader
from kg.extract.speakers.arabic import ArabicSpeakers
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.extract.speakers.turkish import TurkishSpeakers
from kg.extract.told import Told
from kg.extract.view import View
from kg.vocabulary import Language


class Meetings(Protocol):
    """Reads the meetings of one sentence."""

    def find(self, keys: Iterator[int]) -> list[Found]:
        """Return the meetings in the order of their cues."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """`speakers` reads who says what in one sentence, `meetings` the meetings it tells of."""

    speakers: Callable[[View], Reader]
    meetings: Callable[[View, Reader, Sequence[Told]], Meetings]


GRAMMARS: dict[Language, Grammar] = {
    "ar": Grammar(ArabicSpeakers, MeetingFinder),
    "en": Grammar(EnglishSpeakers, MeetingFinder),
    "he": Grammar(HebrewSpeakers, HebrewMeetings),
    "tr": Grammar(TurkishSpeakers, TurkishMeetings),
}
