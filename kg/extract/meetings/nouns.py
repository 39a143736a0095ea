"""Read the meetings that nouns tell: "talks between A and B", اجتماع تركي إسرائيلي.

In:  a noun as it stands in a sentence. Out: the meeting, or None where nobody is known to have met.
Parties come from what follows the noun, from adjectives and possessives in front of it, from the
subject of the verb that governs it, and for "talks with Y" from whoever comes, or speaks, for them.
"""

from kg.extract.meetings.arabic_bids import is_return_to, visited_town
from kg.extract.meetings.arabic_receptions import read_reception
from kg.extract.meetings.arabic_sessions import (
    is_attended,
    is_taken_part_in,
    sitting,
    was_attended,
    was_not_attended,
    with_sitting,
)
from kg.extract.meetings.arabic_unmet import is_way
from kg.extract.meetings.base import (
    Found,
    count_parties,
    distinct,
)
from kg.extract.meetings.bids import BIDS
from kg.extract.meetings.bound import time_of_when
from kg.extract.meetings.doing import read_avoided, read_doing
from kg.extract.meetings.english_bids import offered_to
from kg.extract.meetings.english_fronted import day_in_front
from kg.extract.meetings.english_in_front import read_in_front
from kg.extract.meetings.english_joint_speakers import joint_speakers
from kg.extract.meetings.guests import is_stayed_away_from, received
from kg.extract.meetings.next_ones import is_next_or_earlier, lies_ahead
from kg.extract.meetings.noun_sides import NounSides
from kg.extract.meetings.order import read_between
from kg.extract.meetings.parts import Parts, PartsReader
from kg.extract.meetings.predicate import is_readiness, read_fate, read_predicate
from kg.extract.meetings.recall import is_called_home
from kg.extract.meetings.relative import Clause, read_relative, status_behind
from kg.extract.meetings.status import read_telling
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.undone import is_not_meant, is_undone_doing, undone_behind
from kg.extract.meetings.words import NounHit
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.told import Told
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_CHANNELS = words_of("ar", "channels_of_contact")
_RESUMING = words_of("en", "talks_that_go_on")
_SCHEDULED = words_of("en", "meetings_foreseen")
_RESUMED_WITHIN = 12
_BOTH = 2
_ENCOUNTER = "encounter"
_DURING = frozenset({"during", "in"})
_DURING_WITHIN = 5
_PRESS = "joint-press"  # before which nobody is told anything
_MEANS = words_of("en", "by_means_of")


class MeetingNouns(NounSides):
    """Reads nouns."""

    def _of_noun(self, hit: NounHit) -> Found | None:
        if hit.noun.id in BIDS:
            return self._of_bid(hit) if hit.noun.id != "answered" else self._answered(hit)
        if self._tells_none(hit):
            return None
        if hit.noun.visit and self._is_arabic and (paid := self._paid(hit)):
            return paid
        if hit.noun.guest and self._is_arabic and (came := self._received_there(hit)):
            return came
        parts, clause = self._parts_of_noun(hit)
        host = self._host(hit.first)
        parts.time = day_in_front(self.view, hit.first) or parts.time
        parts.time = parts.time or time_of_when(self.view, hit.first)
        self.taken.update(parts.beside)
        if self._is_arabic:
            self.taken.update(light.first for light in parts.light)  # استضافها, of these talks
        telling = read_telling(self.view, self.words, hit.first, parts, host, series=hit.series)
        if clause is not None and not clause.mediated:
            self._retell_relative(telling, parts)
        if not (parts.with_ or parts.between) and was_not_attended(self.view, telling):
            return None
        if is_readiness(self.view, telling) or not self._was_done(telling, parts):
            return None
        self._read_telling_parts(hit, telling, parts)
        parties, inferred = self._parties(hit, parts, telling, host)
        if self._are_no_party(hit, parties):
            return None
        if self._is_english and telling.light is None and clause is None:
            told = max(parts.last, self.told_last, *parts.beside)
            read_fate(self.view, self.words, parts, telling, told)
        if self._is_english and telling.status == "planned":
            undone = undone_behind(self.view, self.words, max(parts.last, hit.last) + 1)
            telling.status = undone or telling.status
            telling.tense = "present" if undone else telling.tense
        sides = self._sides(hit, parts, telling, parties, host)
        if sides is None:
            return None
        sides = sides or self._unknown_sides(hit, telling, parts)
        return self._build(hit.first, hit.last, parts, sides, telling, host, inferred, hit)

    def _received_there(self, hit: NounHit) -> Found | None:
        """ "كان في استقبال A لدى وصوله B": whoever came and whoever was there for him."""
        one = read_reception(self.view, hit, self._limit(hit.first))
        if one is None:
            return None
        telling = Telling(first=one.first, cue=hit.first)
        telling.status = "planned" if one.planned else "held"
        telling.tense = "future" if one.planned else "past"
        parties = distinct([*one.guests, *one.hosts])
        host = self._host(hit.first)
        return self._build(hit.first, hit.last, one.parts, parties, telling, host, False, hit)

    def _tells_none(self, hit: NounHit) -> bool:
        """True for no meeting at all: "stayed away from talks", "called home for …"."""
        view, before = self.view, self.view.form(hit.first - 1)
        if is_stayed_away_from(view, self.words, hit.first):
            return True
        if self._is_arabic:  # "دعا إلى العودة إلى المفاوضات"; "خط اتصال بين الجيشين" is a line
            return is_return_to(view, hit.first) or before in _CHANNELS
        planned = view.form(hit.last + 1) in _SCHEDULED or view.form(hit.last + 2) in _SCHEDULED
        none = before == "no" and planned  # "have no meeting scheduled"
        none = none or (view.form(hit.first) == "meeting" and is_undone_doing(view, hit.first))
        none = none or is_not_meant(view, hit.first)
        return self._is_english and (none or is_called_home(view, hit.first))

    def _parts_of_noun(self, hit: NounHit) -> tuple[Parts, Clause | None]:
        """Return what stands around the noun, and the relative clause right behind it."""
        view = self.view
        reader = PartsReader(view, self.words, limit=self._limit(hit.first))
        start, clause = self._past_chained(hit, hit.last + 1), None
        if isinstance(self.reader, EnglishSpeakers):
            clause = read_relative(view, self.words, self.reader, start)
            start = clause.after if clause is not None else start
        parts = reader.read(
            start,
            agent="caller" if hit.noun.call else "by" if hit.noun.guest and self._is_arabic else "",
            verbal=(self._is_arabic and (hit.noun.guest or _meets_by_noun(hit)))
            or self.words.lists["attended"].has_stem(view.tokens, hit.first - 1)
            or (is_attended(view, hit.first) and view.form(hit.last + 1) in view.words.relative),
        )
        if hit.noun.visit and self._is_arabic and parts.place is None:
            parts.place = visited_town(view, hit.last + 1)
        if hit.noun.guest:
            parts.with_.extend(parts.to)
            parts.to.clear()
        else:
            self._sort_bare(parts)
        ahead = range(max(0, hit.first - 2), hit.first)
        if any(self.words.lists["separate"].has_stem(view.tokens, i) for i in ahead):
            parts.separate = True
        read_predicate(view, self.words, parts, reader)
        self._read_sides_around(hit, parts, clause)
        return parts, clause

    def _read_sides_around(self, hit: NounHit, parts: Parts, clause: Clause | None) -> None:
        """Read who met, or who brought them together, in a relative clause or in front."""
        if clause is not None and clause.mediated:
            parts.mediators.extend(clause.subjects)
        elif clause is not None:
            parts.between[:0] = clause.subjects
        elif self._is_english:
            self._read_modifiers(hit, parts)
        if self._is_english and not (parts.with_ or parts.between or parts.bare):
            parts.with_ += [m for m in (offered_to(self.view, hit.first),) if m is not None]

    def _retell_relative(self, telling: Telling, parts: Parts) -> None:
        """Read the fate of "the talks that A and B are to hold …"."""
        said = status_behind(self.view, self.words, parts.last)
        telling.status = said or ("planned" if telling.status == "held" else telling.status)
        telling.tense = "past" if said else telling.tense

    def _read_telling_parts(self, hit: NounHit, telling: Telling, parts: Parts) -> None:
        """Read who holds, leads or attends it by the words that tell of it."""
        read_between(self.view, self.words, telling, parts)
        self._read_leaders(hit, telling, parts)
        if hit.noun.then and self.view.form(hit.first) != "first":
            telling.fresh = True  # "a third will be held"
        if self._is_english:
            read_in_front(self.view, hit.first, parts)
        if self._is_place_in_front(hit, parts):
            parts.place = parts.place or self._clear(parts)
        self._take_crowd(hit, parts)
        self.behind, self.told_last = hit.last + 1, hit.last

    def _sides(
        self, hit: NounHit, parts: Parts, telling: Telling, parties: list[Party], host: Told | None
    ) -> list[Party] | None:
        """Return who met; None where what the noun needs to be a meeting is not told."""
        view = self.view
        if self._is_arabic and not hit.noun.visit:
            parties = self._told_or_offered(hit, telling, parties, host)
        if self._is_arabic and (bid := self._bidding(hit, parts, parties, host)):
            parties = bid
        parties = (
            with_sitting(view, hit, parties)
            or self._speaking_in(hit, telling)
            or sitting(view, hit)
            or self._officers(hit, parts)
            or self._whose(hit)
        )
        if self._is_mere_event(hit, parties):
            return None
        if was_attended(view, hit, parts):
            return self._with_those_who_met(hit, parties)
        if is_way(view, hit.first) and not (parts.with_ or parts.between or parts.place):
            return None
        if hit.noun.summons and not (parties := self._called_in(hit, parts, host)):
            return None
        if self._is_means(hit, parts, parties):
            return None
        if hit.noun.guest and not (parties := received(parties)):
            return None
        return parties if self._has_needed(hit, parts, telling, parties) else None

    def _with_those_who_met(self, hit: NounHit, parties: list[Party]) -> list[Party] | None:
        """ "وحضر اللقاء فلان": whoever attends meets those who met."""
        people = [p for p in parties if isinstance(p, Mention) and (p.person or p.role)]
        place = self.view.tokens[hit.first].start
        sides = {p.side for p in people if p.side}
        if len(sides) > 1 and is_taken_part_in(self.view, hit.first):
            return [*people]  # "شارك في الاجتماع وزيرا دفاع توغو وغانا": all of them
        return [Pointer(kind="met", place=place, human=True), *people] if people else None

    def _is_means(self, hit: NounHit, parts: Parts, parties: list[Party]) -> bool:
        """True for "joined them by video link"."""
        alone = not (parts.with_ or parts.between or self._is_definite(hit))
        means = self.view.form(hit.first - 1) in _MEANS
        return hit.noun.call and means and alone and count_parties(parties) < _BOTH

    def _has_needed(
        self, hit: NounHit, parts: Parts, telling: Telling, parties: list[Party]
    ) -> bool:
        """False for a noun of other things too ("session", "dinner") that nothing tells apart."""
        meal = bool(self.told) and self._stands_within(hit.first)  # "told him over lunch"
        meal = meal and hit.noun.id != _PRESS
        joint = parts.with_ or (parts.between and not self._is_definite(hit))
        if hit.noun.needs_with and not ((joint and len(parties) > 1) or meal):
            return False
        told = telling.light or parts.light or parts.between or parts.attended
        known = (parties and told) or self._is_definite(hit) or self._is_again(telling, parts)
        known = known or (hit.noun.visit and bool(parts.to) and bool(parties))
        known = known or (len(parties) > 1 and self._is_during(hit))
        return bool(known) or not hit.noun.needs_event

    def _is_during(self, hit: NounHit) -> bool:
        """True for "A and B agreed during a (long) call": what they did, they did in it."""
        near = range(hit.first - 1, max(-1, hit.first - _DURING_WITHIN), -1)
        led = next((self.view.form(i) for i in near if self.view.form(i) in _DURING), None)
        return self._is_english and led is not None

    def _unknown_sides(self, hit: NounHit, telling: Telling, parts: Parts) -> list[Party]:
        """Return who met where the sentence does not say: those of the meeting told before."""
        met: list[Party] = [Pointer(kind="met", place=self.view.tokens[hit.first].start)]
        if self._goes_on_later(hit, telling, parts):
            telling.fresh = True
            return met
        if self._is_undone_elsewhere(hit, telling, parts):
            return met
        parties: list[Party] = []
        if self._is_next_one(hit, telling, parts):
            parties = self._those_before(hit, telling, parts)
        if self._is_english and is_next_or_earlier(self.view, hit, telling, parts):
            telling.fresh = not lies_ahead(self.view, hit)
            return met
        if not parties and not (hit.definite or telling.pointing or self._is_definite(hit)):
            parties = self._named_so(hit) or self._those_before(hit, telling, parts)
            parties = parties or self._those_within(hit)
        if not parties and self._is_english and not hit.noun.visit:
            parties = joint_speakers(self.view, self.told, hit.first)
        return parties

    def _goes_on_later(self, hit: NounHit, telling: Telling, parts: Parts) -> bool:
        """True for "the talks will continue next week": another meeting of those before."""
        time = parts.time or (telling.time.words if telling.time is not None else None)
        view, near = self.view, range(hit.last + 2, min(self.view.size, hit.last + _RESUMED_WITHIN))
        goes_on = any(
            view.form(i) in _RESUMING and view.form(i - 1) in ("will", "would", "to") for i in near
        )
        ahead = telling.status == "planned" and time is not None and not telling.subjects
        return goes_on and ahead and hit.series and self._is_english

    def _is_undone_elsewhere(self, hit: NounHit, telling: Telling, parts: Parts) -> bool:
        """True for "the talks had been set for Rome in May but were put off": of those before."""
        undone = telling.status in ("postponed", "cancelled") and not telling.subjects
        where = parts.place is not None and parts.time is not None
        return undone and where and self._is_definite(hit) and self._is_english

    def _was_done(self, telling: Telling, parts: Parts) -> bool:
        """False where "holding talks" stands behind words that leave open whether they were."""
        if not self._is_english:
            return True
        if not read_avoided(self.view, telling):
            return False
        if telling.light is None:
            return True
        dated = parts.time is not None or telling.time is not None
        return read_doing(self.view, telling.light, telling, dated=dated)


def _meets_by_noun(hit: NounHit) -> bool:
    """True for "لقائه اليوم في الرياض، السفير": whom he met stands behind, as behind a verb."""
    return bool(hit.enclitic) and hit.noun.id == _ENCOUNTER
