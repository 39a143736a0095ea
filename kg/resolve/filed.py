"""Place the meetings of a report's first sentence where the report was filed.

In:  the meetings as resolved, the sentences of the article. Out: the same meetings; "ACCRA, May 3 -
A and B met on Friday" is placed in Accra. Not a call, a visit, or one not held; not where the words
of the meeting name a town of their own. So too for whoever is called to that state's ministry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.model.draft import DraftMeeting, ReadSentence
from kg.model.mention import Mention


def where_filed(
    meetings: Sequence[DraftMeeting], sentences: Sequence[ReadSentence]
) -> Iterator[DraftMeeting]:
    """Yield the meetings, those right behind the dateline with its place."""
    filed, first, towns = _dateline(sentences)
    for meeting in meetings:
        here = meeting.sentence == first or _at_its_ministry(meeting, filed)
        here = here and _may_be_here(meeting)
        inside = here and any(meeting.evidence[0].contains(m.span) for m in towns)
        yield replace(meeting, place=filed) if here and not inside else meeting


def _dateline(
    sentences: Sequence[ReadSentence],
) -> tuple[Mention | None, int, tuple[Mention, ...]]:
    """Return the place of the dateline, the sentence behind it and the towns named there."""
    for read, after in pairwise(sentences):
        if read.sentence.kind == "dateline" and (places := _towns(read)):
            return places[0], after.sentence.index, _towns(after)
    return None, -1, ()


def _towns(read: ReadSentence) -> tuple[Mention, ...]:
    """Return the places of a sentence that are no countries."""
    named = (*read.places, *read.unsure)
    return tuple(m for m in named if m.category == "place" or m.side is not None)


def _at_its_ministry(meeting: DraftMeeting, filed: Mention | None) -> bool:
    """True for somebody called to the ministry of a state whose capital is in the dateline."""
    parties = [p for p in meeting.participants if isinstance(p, Mention)]
    if filed is None or filed.side is None or len(parties) < 2:
        return False
    hosts = [p for p in parties if p.kind == "ministry" and p.side == filed.side]
    return bool(hosts) and any(p.human for p in parties)


def _may_be_here(meeting: DraftMeeting) -> bool:
    held = meeting.status == "held" and meeting.commitment == "asserts"
    return held and meeting.place is None and meeting.face_to_face and not meeting.visit
