"""Give claims the day that the article tells beside them, with another claim.

In:  statements and meetings with resolved parties. Out: the same, some dated.
    X accused Y on Monday, warning that …        one sentence, one speaker: one day
    X told Y on Monday … . The two spoke for …   who did something on a day met then
Only claims without time words of their own; a day that was inferred costs confidence (FACTOR).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model.draft import DraftMeeting, DraftStatement, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import is_same, surname_of

FACTOR = 0.95
_REACH = 1  # sentences
_BOTH = 2
_TOOK_PLACE = ("held", "ongoing")


def said_that_day(statements: Sequence[DraftStatement]) -> Iterator[DraftStatement]:
    """Yield the statements; who goes on speaking in a sentence does so on the same day."""
    before: list[DraftStatement] = []
    for statement in statements:
        dated = statement
        if statement.time is None and not statement.heading:
            first = next((b for b in reversed(before) if _goes_on(b, statement)), None)
            if first is not None:
                dated = replace(statement, time=first.time)
        before.append(dated)
        yield dated


def _goes_on(first: DraftStatement, later: DraftStatement) -> bool:
    """True for the same speaker, later in the sentence and not inside what was said first."""
    if first.sentence != later.sentence or first.time is None or first.heading:
        return False
    one, other = first.speaker, later.speaker
    same = isinstance(one, Mention) and isinstance(other, Mention) and is_same(one, other)
    told = _place(later)
    behind = told > _place(first) and not first.content.start <= told < first.content.end
    return same and behind


def met_that_day(
    meetings: Sequence[DraftMeeting], statements: Sequence[DraftStatement]
) -> Iterator[DraftMeeting]:
    """Yield the meetings; who did something on a day met others then, as the next sentence tells.

    In Arabic, whose reports go back in time without a word, only where both were told of.
    """
    for meeting in meetings:
        day = _day_told(meeting, [*statements, *meetings]) if _wants_day(meeting) else None
        if day is None:
            yield meeting
        else:
            yield replace(meeting, time=day.time, score=meeting.score * FACTOR)


def _wants_day(meeting: DraftMeeting) -> bool:
    return meeting.time is None and meeting.status in _TOOK_PLACE and not meeting.heading


def _day_told(
    meeting: DraftMeeting, claims: Sequence[DraftStatement | DraftMeeting]
) -> DraftStatement | DraftMeeting | None:
    """Return what was told last before the meeting, in its sentence or the one before."""
    met = _people(meeting)
    least = _BOTH if meeting.rule.endswith("/ar") else 1
    best: DraftStatement | DraftMeeting | None = None
    for one in claims:
        near = 0 <= meeting.sentence - one.sentence <= _REACH
        if not near or one.time is None or one.heading or one is meeting:
            continue
        if _place(one) >= _place(meeting) or len(met & _people(one)) < least:
            continue
        # "met X on Sunday before flying on for talks with Y": on which day is not told
        beside = isinstance(one, DraftMeeting) and one.sentence == meeting.sentence
        ahead = isinstance(one, DraftMeeting) and one.status not in _TOOK_PLACE
        later = best is None or _place(best) < _place(one)
        best = one if later and not (ahead or beside) else best
    return best


def _people(one: DraftStatement | DraftMeeting) -> set[str]:
    """Return who takes part: in a meeting, or in telling something to somebody."""
    if isinstance(one, DraftMeeting):
        return {surname_of(m) for m in mentions_of(one.participants)}
    return {surname_of(m) for m in mentions_of((one.speaker, *one.addressees))}


def _place(one: DraftStatement | DraftMeeting) -> int:
    """Return where the words that tell it begin: code points. A model's claims mark no verb."""
    return one.cues[0].start if one.cues else one.evidence[0].start
