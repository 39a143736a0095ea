"""Place the meetings of a report's first sentence where the report was filed.

In:  the meetings as resolved, the sentences of the article. Out: the same meetings; "ACCRA, May 3 -
A and B met on Friday" is placed in Accra. Only what the main clause itself reports, without a time
or of the last few days; not a call, a visit, or one not held; not where a town is named with it, or
another setting. So too for whoever is called to that state's ministry. The place is inferred, which
costs confidence (FACTOR). Extraction tells such meetings apart (`at_hand`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.draft import DraftMeeting, ReadSentence
from kg.model.mention import Mention
from kg.model.timespan import TimeWords
from kg.resolve.sides import Sides

FACTOR = 0.9
_FEW_DAYS = 3
_HOUSES = words_of("tr", "venue_names")
_CALLED_IN = words_of("en", "envoys_called_in")
_WEEKDAY, _DAY_MONTH = "weekday", "day-month"


def where_filed(
    meetings: Sequence[DraftMeeting], sentences: Sequence[ReadSentence]
) -> Iterator[DraftMeeting]:
    """Yield the meetings, those right behind the dateline with its place."""
    dateline, first = _dateline(sentences)
    if dateline is None or first is None:
        yield from meetings
        return
    filed = _towns(dateline)[0]
    towns = [
        m for m in _towns(first) if m.gazetteer_id is None or m.gazetteer_id != filed.gazetteer_id
    ]
    here = [m for m in meetings if m.sentence == first.sentence.index]
    houses = {m.place for m in here if _is_house(m)}
    towns = [m for m in towns if m not in houses]
    beside = [m.place for m in here if m.place and m.place not in houses]
    home = {filed.gazetteer_id, filed.side} - {None}
    away = any(p.gazetteer_id not in home for p in beside)  # met "during a visit to Uganda"
    sides = Sides(sentences)
    for meeting in meetings:
        own = meeting.sentence == first.sentence.index and _is_own(meeting, dateline.last_time)
        own = own and not away and not any(m.span.start < meeting.evidence[0].end for m in towns)
        called = _at_its_ministry(meeting, filed)
        called = called and not any(meeting.evidence[0].contains(m.span) for m in towns)
        own = own and _is_of_there(meeting, sides, home)
        if _may_be_here(meeting) and (own or called):
            yield replace(meeting, place=filed, score=meeting.score * FACTOR)
        else:
            yield meeting


def _dateline(
    sentences: Sequence[ReadSentence],
) -> tuple[ReadSentence | None, ReadSentence | None]:
    """Return the dateline that names a place, and the sentence behind it."""
    pairs = pairwise(sentences)
    found = ((r, after) for r, after in pairs if r.sentence.kind == "dateline" and _towns(r))
    return next(found, (None, None))


def _towns(read: ReadSentence) -> tuple[Mention, ...]:
    """Return the places of a sentence that are no countries."""
    named = (*read.places, *read.unsure)
    return tuple(m for m in named if m.category == "place" or m.side is not None)


def _is_own(meeting: DraftMeeting, filed_on: TimeWords | None) -> bool:
    """True for what the sentence itself reports, of no time or the last few days."""
    time = meeting.time.words if meeting.time is not None else None
    return meeting.at_hand and (time is None or _is_recent(time, filed_on))


def _is_recent(time: TimeWords, filed_on: TimeWords | None) -> bool:
    """True for "yesterday", "on Friday", a date few days before that of the dateline."""
    if time.offset_days is not None:
        return -_FEW_DAYS <= time.offset_days[0] <= time.offset_days[1] <= 0
    if time.rule == _WEEKDAY:
        return time.arguments[1] == 0  # neither "last Friday" nor "next"
    if filed_on is None:
        return False
    if time.earliest is not None and time.latest is not None and filed_on.earliest is not None:
        days = filed_on.earliest.ordinal - time.earliest.ordinal
        return time.earliest == time.latest and 0 <= days <= _FEW_DAYS
    if time.rule != _DAY_MONTH or filed_on.rule != _DAY_MONTH:
        return False
    days = filed_on.arguments[1] - time.arguments[1]
    return time.arguments[0] == filed_on.arguments[0] and 0 <= days <= _FEW_DAYS


def _at_its_ministry(meeting: DraftMeeting, filed: Mention) -> bool:
    """True for somebody called to the ministry of a state whose capital is in the dateline."""
    parties = [p for p in meeting.participants if isinstance(p, Mention)]
    if filed.side is None or len(parties) < 2:
        return False
    hosts = [p for p in parties if p.kind == "ministry" and p.side == filed.side]
    if hosts and any(p.human for p in parties):
        return True
    guests = [p for p in parties if p.role in _CALLED_IN and p.side not in (None, filed.side)]
    if not meeting.summons or len(guests) != 1 or len(parties) != 2:
        return False
    host = next(p for p in parties if p is not guests[0])
    return host.side in (None, filed.side) or host.gazetteer_id == filed.side


def _is_of_there(meeting: DraftMeeting, sides: Sides, home: set[str | None]) -> bool:
    """True where somebody of the dateline's state met, who received others if anybody did.

    Arabic and Hebrew papers put their own desk in front; elsewhere it is the place of the news.
    """
    if not meeting.rule.endswith(("/ar", "/he")):
        return True
    parties = meeting.participants[:1] if meeting.received else meeting.participants
    return sides.are_home(parties, home)


def _is_house(meeting: DraftMeeting) -> bool:
    """True for "Jubilee House'da": the venue, in the town of the dateline. Turkish only."""
    place = meeting.place
    if place is None or place.gazetteer_id or not meeting.rule.endswith("/tr"):
        return False
    return fold(place.name.split()[-1]) in _HOUSES


def _may_be_here(meeting: DraftMeeting) -> bool:
    held = meeting.status == "held" and meeting.commitment == "asserts"
    return (
        held
        and (meeting.place is None or _is_house(meeting))
        and meeting.face_to_face
        and not meeting.visit
    )
