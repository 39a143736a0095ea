"""Part what one Turkish verb tells into the meetings that it was.

In:  a view, the meeting's word, what was found. Out: one for each of those met "ayrı ayrı", one for
each capital of a journey; else what was found.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.meetings.base import Found
from kg.extract.meetings.turkish_words import MeetingHit, TurkishMeetingWords
from kg.extract.view import View
from kg.model.draft import Party
from kg.model.mention import Mention

_TO_EACH = 3
_JOINTS = frozenset({",", "ve", "ile", "veya"})


def part(view: View, words: TurkishMeetingWords, hit: MeetingHit, one: Found) -> list[Found]:
    """A visit to two capitals is two visits, a talk "ayrı ayrı" one with each."""
    parties = one.draft.participants
    near = range(max(0, hit.first - _TO_EACH), hit.first)
    each = words.phrases["one_by_one"]
    if len(parties) > 2 and any(view.phrase_at(i, each) for i in near):
        return [
            replace(one, draft=replace(one.draft, participants=pair))
            for pair in _pairs(view, parties)
        ]
    goals = [p for p in parties[1:] if isinstance(p, Mention) and p.category == "either"]
    if not (hit.visit or hit.frame == "visit") or len(goals) < 2:
        return [one]
    visitors = [p for p in parties if p not in goals]
    return [
        replace(one, draft=replace(one.draft, participants=(*visitors, g), place=g)) for g in goals
    ]


def _pairs(view: View, parties: Sequence[Party]) -> list[tuple[Party, Party]]:
    """Return the first with each of the others, or each with the last where that one met all."""
    if _meets_all(view, parties):
        return [(p, parties[-1]) for p in parties[:-1]]
    return [(parties[0], p) for p in parties[1:]]


def _meets_all(view: View, parties: Sequence[Party]) -> bool:
    """True for X of "A, B ve C bugün X ile ayrı ayrı görüşecek": the last, joined to nobody."""
    last = parties[-1]
    if not isinstance(last, Mention) or not last.first:
        return False
    joined = view.form(last.first - 1) in _JOINTS
    return not joined and (last.case == "instrumental" or view.form(last.last + 1) == "ile")
