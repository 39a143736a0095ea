"""The time of an event as it may be drawn: one claim's words, never a mixture of several claims'.

In:  tellings. Out: `When`, with where it is from.
A time that a claim leaves out is looked for in the statement that tells it, then in the meeting
where it was said, always in the same article. What remains is known by publication alone: what was
said or held cannot be later than the day its article appeared (basis "inferred", never a date).
"""

from dataclasses import dataclass, replace
from typing import Literal

from kg.model.claim import Meeting, Statement
from kg.model.day import Day
from kg.model.timespan import TimeSpan
from kg.query.telling import Telling
from kg.vocabulary import Basis, Extent, Precision

WhenFrom = Literal["words", "statement", "meeting", "publication"]
Offset = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time: bounds are inclusive days, None = not known; `offset` counts days from publication.

    `text` are the words (in `language`); `source` says where it is from; `claim` whose words
    they are.
    """

    earliest: Day | None
    latest: Day | None
    offset: Offset | None
    precision: Precision | None
    extent: Extent
    basis: Basis
    text: str | None
    source: WhenFrom
    claim: str
    language: str

    @property
    def dated(self) -> bool:
        """True when words give at least one bound as a day."""
        return self.basis in ("explicit", "relative") and (self.earliest or self.latest) is not None

    @property
    def placed(self) -> bool:
        """True when words give its place before or after publication (on a relative axis)."""
        return self.basis == "relative" and self.offset is not None

    def bounds(self, *, relative: bool) -> tuple[int | None, int | None]:
        """Return first and last as day numbers: days since 1970, or from publication."""
        if relative:
            return self.offset or (None, None)
        return (
            self.earliest.ordinal if self.earliest else None,
            self.latest.ordinal if self.latest else None,
        )

    def known(self, *, relative: bool) -> bool:
        """True when it has a date on this kind of axis."""
        return self.placed if relative else self.dated


def telling_time(telling: Telling) -> When | None:
    """Return when the event was, as this telling has it; None when nothing is known."""
    claim = telling.claim
    if claim.time is not None and claim.time.basis != "inferred":
        return _when(telling, claim.time, claim.iri, "words")
    statement = telling.statement
    if not isinstance(claim, Meeting) and statement and statement.time and statement != claim:
        return _when(telling, statement.time, statement.iri, "statement")
    meeting = telling.meeting
    if meeting and meeting is not claim and meeting.time and meeting.time.basis != "inferred":
        return _when(telling, meeting.time, meeting.iri, "meeting")
    return _not_after_publication(telling)


def choose_time(tellings: tuple[Telling, ...]) -> When | None:
    """Return the surest time that one of the tellings gives: dated first, then the narrowest."""
    times = [t for t in map(telling_time, tellings) if t is not None]
    return min(times, key=_doubt, default=None)


def day_word(number: int | None, *, relative: bool) -> str | int | None:
    """Return a day number as JSON has it: an ISO day, or the number on a relative axis."""
    return number if relative or number is None else str(Day.from_ordinal(number))


def _when(telling: Telling, time: TimeSpan, claim: str, source: WhenFrom) -> When:
    return When(
        earliest=time.earliest,
        latest=time.latest,
        offset=time.offset_days,
        precision=time.precision,
        extent=time.extent,
        basis=time.basis,
        text=time.text,
        source=source,
        claim=claim,
        language=telling.article.language,
    )


def _not_after_publication(telling: Telling) -> When | None:
    """What was said or held is not after publication; what is planned or denied may be."""
    claim = telling.claim
    happened = claim.commitment not in ("anticipates", "denies") or isinstance(claim, Statement)
    if claim.commitment == "anticipates" or not happened:
        return None
    if isinstance(claim, Meeting) and claim.status != "held":
        return None
    nothing = TimeSpan(
        text=None, earliest=None, latest=None, precision=None, extent="within", basis="inferred"
    )
    found = _when(telling, claim.time or nothing, claim.iri, "publication")
    return replace(found, earliest=None, latest=telling.published, offset=(None, 0))


def _doubt(when: When) -> tuple[int, int]:
    """Smaller is surer; equal ones keep the order of publication."""
    first, last = when.bounds(relative=False)
    if when.dated and first is not None and last is not None:
        return (0, last - first)
    if when.dated:
        return (1, 0)
    if when.placed:
        return (2, 0)
    if when.basis == "inferred" and last is not None:
        return (3, last)
    return (4, 0) if when.text is not None else (5, 0)
