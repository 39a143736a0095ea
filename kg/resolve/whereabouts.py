"""Place English and Hebrew meetings that name no town, by the dateline or where the guest is.

In:  the meetings as resolved, the sentences of the article. Out: the same meetings, some placed.
    MAJURO - … met hundreds of fishermen here       in the town of the dateline
    ACCRA - … hosted his Togolese counterpart       there, if the host is at home there
    TALLINN - … the ambassador was called in        there, if it is the host state's capital
    X arrived in Conakry. He was received by Y      where X was told to be, away from home
Only meetings face to face whose own words name no town. The place is inferred, which costs
confidence (FACTOR).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon.grammar import words_of
from kg.model.draft import DraftMeeting, ReadSentence, mentions_of
from kg.model.mention import Mention
from kg.model.timespan import TimeWords
from kg.resolve.agreement import PERSONS, surname_of
from kg.resolve.at_home import FACTOR, AtHome

_HERE = "here"
_TAIL = 25  # code points behind a meeting's words
_REACH = 3  # sentences
_CALLED_IN = words_of("en", "envoys_called_in")
_HAD = words_of("en", "had_done")
_HAD_WITHIN = 3  # tokens
_TOLD = ("held", "ongoing")


class Whereabouts(AtHome):
    """Where an article was filed, and where those are of whom it tells."""

    def __init__(self, sentences: Sequence[ReadSentence]) -> None:
        super().__init__(sentences)
        self.away: dict[str, tuple[int, Mention, TimeWords | None]] = {}  # by surname
        self.roles = {
            surname_of(m): m.role for r in sentences for m in r.actors if m.person and m.role
        }

    def place(self, meetings: Sequence[DraftMeeting]) -> Iterator[DraftMeeting]:
        """Yield the meetings, with the towns that can be inferred."""
        for meeting in meetings:
            told_so = meeting.rule.endswith(("/en", "/he")) and not meeting.heading
            placed = self._found(meeting) if told_so else meeting
            if told_so:
                self._note(placed)
            yield placed

    def _found(self, meeting: DraftMeeting) -> DraftMeeting:
        if meeting.place is not None or meeting.visit:
            return meeting
        if not (meeting.face_to_face or meeting.summons or meeting.host_wanted):
            return meeting
        own, read = meeting.evidence[0], self.sentences[meeting.sentence]
        named = (*read.places, *read.unsure)
        if any(own.contains(m.span) for m in named if m.category == "place" or m.side):
            return meeting
        town = self._at_the_dateline(meeting, read) if meeting.status in _TOLD else None
        if town is None and meeting.status in _TOLD and not _had_been(meeting, read):
            town = self._abroad(meeting, read)
        return replace(meeting, place=town, score=meeting.score * FACTOR) if town else meeting

    def _at_the_dateline(self, meeting: DraftMeeting, read: ReadSentence) -> Mention | None:
        filed = self.filed
        if filed is None:
            return None
        home, own = filed.side or filed.gazetteer_id, meeting.evidence[0]
        for token in read.sentence.tokens:
            if token.form == _HERE and own.start < token.start < own.end + _TAIL:
                return filed
        parties = mentions_of(meeting.participants)
        sides = [self.sides.of(m) for m in parties]
        if len(parties) != 2 or home is None:
            return None
        if meeting.summons or meeting.host_wanted:
            guests = [i for i, m in enumerate(parties) if self._role(m) in _CALLED_IN]
            if len(guests) != 1 or sides[guests[0]] in (None, home):
                return None
            return filed if sides[1 - guests[0]] in (None, home) else None
        return filed if meeting.received and sides[0] == home else None

    def _role(self, mention: Mention) -> str | None:
        if mention.role is None and mention.person:
            return self.roles.get(surname_of(mention))
        return mention.role

    def _abroad(self, meeting: DraftMeeting, read: ReadSentence) -> Mention | None:
        """Return the town where one of them was told to be, if the other one is at home there.

        Another day may have been spent elsewhere.
        """
        parties, day = mentions_of(meeting.participants), _day_of(meeting, read)
        for guest in parties:
            since, town, then = self.away.get(surname_of(guest), (-1, None, None))
            if town is None or not 0 <= meeting.sentence - since <= _REACH:
                continue
            if day is not None and (then is None or not _is_same_day(day, then)):
                continue
            home = town.side or town.gazetteer_id
            sides = [self.sides.of(m) for m in parties if m is not guest]
            hosted = meeting.received or meeting.host_wanted  # by one of whatever state
            received = hosted and (guest is parties[0]) != meeting.received
            if sides and all(side == home or (received and side is None) for side in sides):
                return town
        return None

    def _note(self, meeting: DraftMeeting) -> None:
        """Remember who is away from home, and where."""
        town = meeting.place
        if town is None or meeting.status not in _TOLD:
            return
        for mention in mentions_of(meeting.participants):
            side = self.sides.of(mention)
            if mention.kind not in PERSONS or side is None or town.side is None:
                continue
            if side == town.side:
                self.away.pop(surname_of(mention), None)
            else:
                day = _day_of(meeting, self.sentences[meeting.sentence])
                self.away[surname_of(mention)] = meeting.sentence, town, day


def _had_been(meeting: DraftMeeting, read: ReadSentence) -> bool:
    """True for "had met": before what the article has just told."""
    first = meeting.cues[0].start
    ahead = [t.form for t in read.sentence.tokens if t.start < first]
    return any(form in _HAD for form in ahead[-_HAD_WITHIN:])


def _day_of(meeting: DraftMeeting, read: ReadSentence) -> TimeWords | None:
    """Return the day of a meeting, or the one named last in its sentence."""
    if meeting.time is not None:
        return meeting.time.words
    last, own = read.last_time, read.sentence.tokens
    return last if last is not None and own and last.span.start >= own[0].start else None


def _is_same_day(one: TimeWords, other: TimeWords) -> bool:
    same = one.offset_days == other.offset_days and one.earliest == other.earliest
    return same and (one.rule, one.arguments) == (other.rule, other.arguments)
