"""Which readers of speech and of meetings belong to which language.

In:  a language. Out: its `Grammar`. A language is read when it stands here and has its word files
(cues_, meetings_, redlines_<language>.toml).
"""

from dataclasses import dataclass

from kg.extract.meetings import MeetingFinder
from kg.extract.participles import Reader
from kg.extract.speakers.arabic import ArabicSpeakers
from kg.extract.speakers.english import EnglishSpeakers
from kg.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Grammar:
    """`speakers` reads who says what in one sentence, `meetings` the meetings it tells of."""

    speakers: type[Reader]
    meetings: type[MeetingFinder]


GRAMMARS: dict[Language, Grammar] = {
    "ar": Grammar(ArabicSpeakers, MeetingFinder),
    "en": Grammar(EnglishSpeakers, MeetingFinder),
}
