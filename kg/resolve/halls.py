"""Place meetings in the town of the hall where they were: "at Jubilee House" in Accra.

In:  the meetings as resolved, the sentences of the article. Out: the same meetings; a hall that no
list knows is the venue, the place is the only town told in its sentence, else that of the dateline
where the article tells of no other town between. English and Hebrew: elsewhere extraction or
`kg.resolve.filed` do so. The place is inferred, which costs confidence (FACTOR).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.draft import DraftMeeting, ReadSentence
from kg.model.mention import Mention

FACTOR = 0.9
_ENDS = words_of("en", "ends_a_hall")
_BEGINS = words_of("he", "begins_a_hall")


def in_their_towns(
    meetings: Sequence[DraftMeeting], sentences: Sequence[ReadSentence]
) -> Iterator[DraftMeeting]:
    """Yield the meetings, those in a hall with its town."""
    filed = next((r for r in sentences if r.sentence.kind == "dateline" and _towns(r)), None)
    reads = {r.sentence.index: r for r in sentences}
    for meeting in meetings:
        hall = meeting.place
        if hall is None or not _is_hall(hall, meeting.rule):
            yield meeting
            continue
        town = _town_of(hall, reads[meeting.sentence], filed)
        if town is None:
            yield meeting
        else:
            venue = meeting.venue or hall.span
            yield replace(meeting, place=town, venue=venue, score=meeting.score * FACTOR)


def _is_hall(place: Mention, rule: str) -> bool:
    if place.gazetteer_id is not None:
        return False
    words = place.name.split()
    if rule.endswith("/en"):
        return len(words) > 1 and fold(words[-1]) in _ENDS
    return rule.endswith("/he") and len(words) > 1 and fold(words[0]) in _BEGINS


def _town_of(hall: Mention, read: ReadSentence, filed: ReadSentence | None) -> Mention | None:
    here = {m.gazetteer_id: m for m in _towns(read) if m != hall and m.gazetteer_id}
    if here:
        return next(iter(here.values())) if len(here) == 1 else None
    towns = _towns(filed) if filed is not None else ()
    return towns[0] if len(towns) == 1 else None


def _towns(read: ReadSentence) -> tuple[Mention, ...]:
    """Return the places of a sentence that are no countries, and no halls."""
    named = (*read.places, *read.unsure)
    return tuple(m for m in named if m.category == "place" or m.side is not None)
