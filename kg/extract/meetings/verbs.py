"""Read the meetings that verbs tell: "A met B", استقبل, "is due to visit".

In:  a verb as it stands in a sentence. Out: the meeting, or None where nobody is known to have met.
"""

from dataclasses import replace

from kg.extract.meetings.arabic_before import as_two
from kg.extract.meetings.arabic_guests import are_no_envoys
from kg.extract.meetings.arabic_members import delegation_at
from kg.extract.meetings.base import Found
from kg.extract.meetings.bound import place_of_when, time_of_when
from kg.extract.meetings.doing import read_doing
from kg.extract.meetings.english_bids import town_behind
from kg.extract.meetings.english_talked_over import is_town
from kg.extract.meetings.frames import MeetingFrames
from kg.extract.meetings.order import read_next_met, with_pronoun
from kg.extract.meetings.owned import is_owner_met
from kg.extract.meetings.parts import Parts, PartsReader
from kg.extract.meetings.status import read_telling
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.undone import is_not_meant, is_undone_doing, undone_behind
from kg.extract.meetings.verb_checks import SUMMONING
from kg.extract.meetings.words import VerbHit
from kg.model.draft import DraftMeeting, Party
from kg.model.mention import Mention

_PURPOSE = 7
_LIGHT_REACH = 10
_PUT_UP = "put-up"


class MeetingVerbs(MeetingFrames):
    """Reads verbs."""

    def _of_verb(self, hit: VerbHit) -> Found | None:
        if self._tells_nothing(hit):
            return None
        subject = [p for p in self._subject_before(hit) if not self._is_time(p)]
        if hit.inflection.form == "base" and self._is_behind_one(hit.first, subject):
            return None
        if self.words.language == "ar":
            subject = [as_two(self.view, p) for p in subject]
            leads = None if subject or hit.enclitic else delegation_at(self.view, hit.last + 1)
            subject = [leads] if leads is not None else subject
            if hit.verb.id == _PUT_UP and hit.enclitic:
                return None  # "الجولة التي تستضيفها طهران": the noun tells it
        host = self._host(hit.first)
        parts = self._parts_of(hit, subject)
        parties = self._verb_parties(hit, parts, subject)
        self._place_of(hit, parts)
        if parties is None or (self._is_english and is_owner_met(self.view, parties)):
            return None
        if are_no_envoys(self.view, parties):
            return None
        self.guests += [p for p in parties if p not in subject and p not in self.leading]
        telling = read_telling(
            self.view, self.words, hit.first, parts, host, verb=hit, subject=subject
        )
        if self._leaves_open(hit, parts, telling):
            return None
        self._retell(hit, telling)
        if telling.status == "held" and self._is_asked_whether(hit):
            return None
        if hit.verb.frame == "bound" and telling.status != "planned":
            return None  # who travelled somewhere need not have met anybody
        self._take_purpose(parts, parties)
        found = self._build(
            hit.first,
            hit.last,
            parts,
            parties,
            telling,
            host,
            inferred=hit.verb.frame == "bound",  # that the government receives him
            noun=None,
        )
        if found is not None:
            found.draft = self._sorted(hit, found.draft)
        return found

    def _tells_nothing(self, hit: VerbHit) -> bool:
        """True for what is no verb of meeting here: "by phone", "hosts talks", "met resistance"."""
        if hit.verb.frame is None or hit.inflection.person != 3 or self._is_light(hit):
            return True
        if hit.inflection.form in ("base", "present") and self._is_noun(hit.first):
            return True
        if self._is_english and is_not_meant(self.view, hit.first):
            return True
        if (
            self._is_english
            and hit.inflection.form == "gerund"
            and is_undone_doing(self.view, hit.first)
        ):
            return True
        return self._is_thing_behind(hit)

    def _parts_of(self, hit: VerbHit, subject: list[Party]) -> Parts:
        """Return what stands around the verb: whom, with whom, where, when."""
        reader = PartsReader(self.view, self.words, limit=self._limit(hit.first))
        parts = reader.read(hit.last + 1, verbal=True, agent=self._agent(hit))
        read_next_met(self.view, self.words, parts, reader.limit)
        self._read_inside(hit, parts)
        parts.time = parts.time or time_of_when(self.view, hit.first)
        if hit.verb.frame in ("topic", "examine") or parts.place is None:
            parts.place = place_of_when(self.view, hit.first) or parts.place
        if hit.verb.frame in ("topic", "with") and (him := with_pronoun(self.view, hit.last + 1)):
            parts.with_.append(him)
        self.taken.update(parts.beside)
        parts.with_ += self._whom(subject)
        return parts

    def _place_of(self, hit: VerbHit, parts: Parts) -> None:
        """Read the town of "was invited to Rome", but none in "discussed the truce in Yemen"."""
        place = parts.place
        town = place is not None and (is_town(self.view, place) or place.category == "place")
        event = place is not None and any(k < place.first for k in parts.beside)
        if hit.verb.frame in ("topic", "examine") and not (town or event):
            parts.place = None
        if self._is_english and hit.verb.frame == "host" and parts.place is None:
            parts.place = next((m for m in parts.to if m.category in ("place", "either")), None)
        if hit.verb.frame == "summoned" and not parts.place and self.view.form(hit.last) == "to":
            parts.place = town_behind(self.view, hit.last + 1)

    def _leaves_open(self, hit: VerbHit, parts: Parts, telling: Telling) -> bool:
        """True where the words leave open whether they met: "ولن تجلس معها"."""
        when = parts.time or telling.time
        if self._is_english:
            return not read_doing(self.view, hit, telling, dated=when is not None)
        denied = self.words.language == "ar" and telling.commitment == "denies"
        return denied and parts.place is None and when is None

    def _retell(self, hit: VerbHit, telling: Telling) -> None:
        """Read what has not happened: "invited X", "is to gather", "met … , which was put off"."""
        asked = hit.verb.frame == "invite" and telling.status == "held"
        if asked or (hit.verb.frame == "gather" and self._is_to_be(hit)):
            telling.status, telling.commitment, telling.tense = "proposed", "anticipates", "future"
        fronted = self._is_english and hit.inflection.form == "gerund"
        fronted = fronted and (hit.first == 0 or self.view.is_comma(hit.first - 1))
        if fronted and telling.status == "planned":  # "Meeting in Rome, A and B agreed to …"
            telling.status, telling.commitment, telling.tense = "held", "asserts", "past"
        if telling.status in ("planned", "held", "cancelled"):
            undone = undone_behind(self.view, self.words, hit.last + 1)
            telling.status = undone or telling.status
            telling.tense = "present" if undone and self._is_english else telling.tense

    def _sorted(self, hit: VerbHit, draft: DraftMeeting) -> DraftMeeting:
        """Return the meeting with what the verb alone tells of it: a visit, a summons, a call."""
        each = draft.each or hit.verb.call or hit.verb.frame == "phone"
        sent_for = hit.verb.frame in ("host", "summoned") and self._is_passive(hit)
        return replace(
            draft,
            visit=hit.verb.frame == "visit",
            each=each or self._says_separately(hit),
            host_wanted=sent_for and self._is_english,
            received=hit.verb.frame == "host" and self._is_host_first(hit),
            summons=self._is_english and hit.verb.id in SUMMONING,
            also=self._is_english and self.view.form(hit.first - 1) == "also",
        )

    def _agent(self, hit: VerbHit) -> str:
        """Return the list of words that lead to who received: no Arabic letter shows a passive."""
        arabic = self.words.language == "ar" and hit.verb.frame in ("host", "object")
        return "by" if arabic or self._is_passive(hit) else ""

    def _is_time(self, party: Party) -> bool:
        """True for "months" of "within three months, and the presidents …"."""
        return isinstance(party, Mention) and self.view.time_at[party.last] is not None

    def _is_noun(self, i: int) -> bool:
        """True for a base form behind an article or preposition: "by phone", "the host"."""
        before, lexicon = self.view.form(i - 1), self.view.lexicon
        if lexicon.language != "en" or before == "to":
            return False
        return before in lexicon.word_set("determiners") | lexicon.word_set("prepositions")

    def _is_behind_one(self, i: int, subject: list[Party]) -> bool:
        """True for the noun in "talk show host X": no verb without an ending has one subject."""
        one = subject[0] if self._is_english and len(subject) == 1 else None
        if not isinstance(one, Mention) or one.last != i - 1 or one.kind is not None:
            return False
        return one.number != "plural" and not self.view.form(one.last).endswith("s")

    def _is_light(self, hit: VerbHit) -> bool:
        """True for "host a round of talks": the noun tells the meeting."""
        if hit.verb.frame != "host":
            return False
        reach = 5 if self._is_english or hit.verb.id != _PUT_UP else _LIGHT_REACH
        near = range(hit.last + 1, min(self.view.size, hit.last + reach))
        fronts = self.view.lexicon.word_set("prepositions")
        apart = self.words.language == "ar"  # "received in two meetings A and B"
        ways = (i for i in near if not (apart and self.view.form(i - 1) in fronts))
        return any(self.words.noun_at(self.view.tokens, i) is not None for i in ways)

    def _take_purpose(self, parts: Parts, parties: list[Party]) -> None:
        """ "met in Rome for a round of talks": these talks are this meeting."""
        first = parts.topic[0] if parts.topic is not None else 0
        if parts.topic is None or self.view.form(first) != "for":
            return
        for i in range(first, min(first + _PURPOSE, parts.topic[1] + 1)):
            noun = self.words.noun_at(self.view.tokens, i)
            if (guest := self.view.mention_from(i)) in parties and guest is not None:
                parts.topic = None  # "hosted a lunch for X in Rome"
                self._go_on(parts, guest.last + 1)
                return
            if noun is not None:
                self.taken.add(i)
                self._go_on(parts, noun.last + 1)
                return

    def _go_on(self, parts: Parts, start: int) -> None:
        """Read where and when behind "for talks"."""
        more = PartsReader(self.view, self.words, limit=self._limit(start - 1)).read(start)
        parts.place = parts.place or more.place
        parts.time = parts.time or more.time
