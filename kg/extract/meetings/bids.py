"""Read the nouns that tell a meeting to come by who invites, calls or pays a visit.

In:  a noun as it stands in a sentence. Out: the meeting, or None where nobody is to meet.
"an invitation from A to B", "a call by A on B", تلبية لدعوة من B, زيارة كان سيقوم بها A.
"""

from kg.extract.meetings.arabic_bids import answering, paid_by
from kg.extract.meetings.base import Found, count_parties, receives
from kg.extract.meetings.english_bids import (
    called_on,
    invitation,
    invited_to,
    is_for_else,
    leads_to_meeting,
)
from kg.extract.meetings.parts import Parts, PartsReader
from kg.extract.meetings.predicate import read_fate
from kg.extract.meetings.subjects import SubjectReader
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.visitors import Visitors
from kg.extract.meetings.words import NounHit
from kg.extract.speakers.english import EnglishSpeakers
from kg.model.mention import Mention
from kg.vocabulary import MeetingStatus

BIDS = ("invitation", "call-on", "answered")
_FATES: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
_BOTH = 2


class BidNouns(Visitors):
    """Nouns of inviting and visiting."""

    def _of_bid(self, hit: NounHit) -> Found | None:
        """Read an invitation, and a call paid on somebody, which tell no meeting by "with"."""
        view, parts = self.view, Parts(last=hit.last)
        telling = Telling(first=hit.first, cue=hit.first)
        host, start = self._host(hit.first), hit.last + 1
        if hit.noun.id == "invitation" and isinstance(self.reader, EnglishSpeakers):
            parties = invitation(view, SubjectReader(view, self.reader, self.words), hit)
            telling.status, telling.tense = "proposed", "future"
            telling.commitment = "anticipates"
            parts.place = invited_to(view, hit)
            else_ = parts.place is None or is_for_else(view, hit)
            if else_ and not leads_to_meeting(view, hit):
                return None
            start = parts.place.last + 1 if parts.place is not None else start
        else:
            parties = called_on(view, hit)
        if count_parties(parties) != _BOTH:
            return None
        ends = [p.last for p in parties if isinstance(p, Mention)]
        parts.last = max([hit.last, start - 1, *ends])
        reader = PartsReader(view, self.words, limit=self._limit(hit.first))
        more = reader.read(parts.last + 1, role="after")
        parts.time = more.time
        self.taken.update(range(hit.first, parts.last + 1))
        if hit.noun.id != "invitation":
            read_fate(view, self.words, parts, telling, parts.last)
        return self._build(hit.first, hit.last, parts, parties, telling, host, False, hit)

    def _answered(self, hit: NounHit) -> Found | None:
        """Read "A will fly to Rome, answering an invitation from B": they are to meet there."""
        found = answering(self.view, self.words, hit.first)
        if found is None:
            return None
        parties, town = found
        parts, host = Parts(place=town, last=hit.last), self._host(hit.first)
        telling = Telling(status="planned", tense="future", first=town.first, cue=hit.first)
        telling.commitment = "anticipates"
        times = (t for k in range(hit.first) if (t := self.view.time_at[k]) is not None)
        parts.time = next(times, None)
        return self._build(hit.first, hit.last, parts, parties, telling, host, False, hit)

    def _paid(self, hit: NounHit) -> Found | None:
        """Read "زيارة كان سيقوم بها A إلى روما", and whether it was dropped."""
        view, found = self.view, paid_by(self.view, self.words, hit.last)
        if found is None or hit.definite:
            return None
        who, town, last = found
        parts, telling = Parts(place=town, last=last), Telling(first=hit.first, cue=hit.first)
        parts.time = PartsReader(view, self.words, limit=view.size - 1).read(last + 1).time
        telling.status, telling.tense = "planned", "future"
        for status in _FATES:
            if any(self.words.status[status].length_at(view.tokens, k) for k in range(view.size)):
                telling.status, telling.tense = status, "present"
        parties = [who, *([town] if town is not None and receives(town, [who]) else [])]
        return self._build(
            hit.first, hit.last, parts, parties, telling, self._host(hit.first), False, hit
        )
