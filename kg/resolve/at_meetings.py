"""Tell which statements were made at a meeting that the article tells, and who heard them there.

In:  a statement with its speaker, the meetings resolved so far. Out: the statement, led to the
meeting and with its listeners.
"X met Y in Rome. He warned his host …": "his host" is the other one of the meeting. What X tells Y
behind it was said there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model.draft import DraftMeeting, DraftStatement, Pointer, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import PERSONS, agrees, is_same
from kg.resolve.pairs import MEETING_REACH

_THERE = 3  # sentences


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting that was held, and who took part."""

    key: int
    sentence: int
    parties: tuple[Mention, ...]


def met_by(meetings: Sequence[DraftMeeting]) -> list[Met]:
    """Return the meetings at which somebody may have said something."""
    held = (m for m in meetings if m.status in ("held", "ongoing") and not m.heading)
    return [
        Met(m.key, m.sentence, parties)
        for m in held
        if len(parties := mentions_of(m.participants)) > 1
    ]


def said_there(
    statement: DraftStatement, met: Sequence[Met], *, to_the_other: bool = False
) -> DraftStatement:
    """Return the statement with the meeting at which it was made, where that can be told.

    `to_the_other`: it is told to "the host", "his guests".
    """
    speaker = statement.speaker
    if not isinstance(speaker, Mention) or statement.heading:
        return statement
    one = next((m for m in reversed(met) if any(is_same(p, speaker) for p in m.parties)), None)
    if one is None or statement.sentence - one.sentence > MEETING_REACH:
        return statement
    others = tuple(p for p in one.parties if not is_same(p, speaker))
    if to_the_other and not statement.addressees:
        return replace(statement, addressees=others, said_at=one.key)
    told = mentions_of(statement.addressees)
    heard = bool(told) and all(any(is_same(p, t) for p in others) for t in told)
    near = statement.sentence - one.sentence <= _THERE
    return replace(statement, said_at=one.key) if heard and near else statement


def is_meant(
    pointer: Pointer, told: DraftStatement, met: Sequence[Met], named: Iterable[tuple[int, Mention]]
) -> bool:
    """True where "him" can be the other one of the meeting at which it was told.

    `named` are those named up to the statement, with their sentences, the last first: "him" may be
    somebody named behind the meeting.
    """
    others = mentions_of(told.addressees)
    one = next((m for m in reversed(met) if m.key == told.said_at), None)
    if one is None or len(others) != 1 or not agrees(pointer, others[0]):
        return False
    return not any(
        index > one.sentence
        and mention.kind in PERSONS
        and agrees(pointer, mention)
        and not any(is_same(mention, p) for p in one.parties)
        for index, mention in named
    )


def with_the_day(
    statements: Sequence[DraftStatement], meetings: Sequence[DraftMeeting]
) -> Iterator[DraftStatement]:
    """Yield the statements; what was said at a meeting of its own sentence has its day.

    English alone: "urged him to stop when the two met on Monday".
    """
    days = {m.key: m for m in meetings if m.time is not None and m.status in ("held", "ongoing")}
    for statement in statements:
        meeting = days.get(statement.said_at) if statement.said_at is not None else None
        fits = meeting is not None and statement.time is None and statement.rule.endswith("/en")
        if meeting is not None and fits and meeting.sentence == statement.sentence:
            yield replace(statement, time=meeting.time)
        else:
            yield statement
