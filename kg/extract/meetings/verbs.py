"""Read the meetings that verbs tell: "A met B", استقبل, "is due to visit".

In:  a verb as it stands in a sentence. Out: the meeting, or None where nobody is known to have met.
"""

from dataclasses import replace

from kg.extract.meetings.arabic_before import as_two, team_of_sides
from kg.extract.meetings.arabic_guests import are_no_envoys, is_aside
from kg.extract.meetings.arabic_summons import summoned
from kg.extract.meetings.base import (
    Found,
    count_parties,
    distinct,
    is_adjective,
    receives,
)
from kg.extract.meetings.bound import (
    BODIES,
    bound_for,
    is_group,
    is_told_at,
    spoke_together,
    time_of_when,
)
from kg.extract.meetings.doing import read_doing
from kg.extract.meetings.english_bids import town_behind
from kg.extract.meetings.idioms import as_people, may_sit
from kg.extract.meetings.order import read_next_met, with_pronoun, without_offices
from kg.extract.meetings.owned import is_owner_met
from kg.extract.meetings.parts import Parts, PartsReader
from kg.extract.meetings.recall import calls_back, is_recall
from kg.extract.meetings.status import read_telling
from kg.extract.meetings.undone import undone_behind
from kg.extract.meetings.verb_checks import SUMMONING, VerbChecks
from kg.extract.meetings.who_meets import (
    are_leaders,
    are_people,
    is_guest,
    is_leader,
    without_adjectives,
)
from kg.extract.meetings.words import VerbHit
from kg.extract.subject import find_subject
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_NEAR = 14
_PURPOSE = 7
_LIGHT_REACH = 10
_PUT_UP = "put-up"
_WELCOME = "welcome"
_MEANT = words_of("en", "meant_as_seeing")
_IDIOMS = ("company", "table", "ring", "invite", "go-to", "raise", "give", "part", "sign")


class MeetingVerbs(VerbChecks):
    """Reads verbs."""

    def _of_verb(self, hit: VerbHit) -> Found | None:
        if hit.verb.frame is None or hit.inflection.person != 3 or self._is_light(hit):
            return None
        if hit.inflection.form in ("base", "present") and self._is_noun(hit.first):
            return None
        if self._is_thing_behind(hit):
            return None
        subject = [p for p in self._subject_before(hit) if not self._is_time(p)]
        if hit.inflection.form == "base" and self._is_behind_one(hit.first, subject):
            return None
        if self.words.language == "ar":
            subject = [as_two(self.view, p) for p in subject]
            if hit.verb.id == _PUT_UP and hit.enclitic:
                return None  # "الجولة التي تستضيفها طهران": the noun tells it
        host = self._host(hit.first)
        reader = PartsReader(self.view, self.words, limit=self._limit(hit.first))
        parts = reader.read(hit.last + 1, verbal=True, agent=self._agent(hit))
        read_next_met(self.view, self.words, parts, reader.limit)
        self._read_inside(hit, parts)
        parts.time = parts.time or time_of_when(self.view, hit.first)
        if hit.verb.frame in ("topic", "with") and (him := with_pronoun(self.view, hit.last + 1)):
            parts.with_.append(him)
        self.taken.update(parts.beside)
        parts.with_ += self._whom(subject)
        parties = self._verb_parties(hit, parts, subject)
        town = parts.place is not None and (parts.place.side or parts.place.category == "place")
        event = parts.place is not None and any(k < parts.place.first for k in parts.beside)
        if hit.verb.frame == "topic" and not (town or event):
            parts.place = None  # "discussed the truce in Yemen": what it was about
        if parties is None or (self._is_english and is_owner_met(self.view, parties)):
            return None
        if are_no_envoys(self.view, parties):
            return None
        if hit.verb.frame == "summoned" and not parts.place and self.view.form(hit.last) == "to":
            parts.place = town_behind(self.view, hit.last + 1)  # "was invited to Rome by X"
        self.guests += [p for p in parties if p not in subject and p not in self.leading]
        telling = read_telling(
            self.view, self.words, hit.first, parts, host, verb=hit, subject=subject
        )
        dated = parts.time is not None or telling.time is not None
        if self._is_english and not read_doing(self.view, hit, telling, dated=dated):
            return None
        if self.words.language == "ar" and telling.commitment == "denies":
            when = parts.time or telling.time
            if parts.place is None and when is None:
                return None  # "ولن تجلس معها"
        if hit.verb.frame == "gather" and self._is_to_be(hit):
            telling.status, telling.commitment, telling.tense = "proposed", "anticipates", "future"
        if hit.verb.frame == "invite" and telling.status == "held":
            telling.status, telling.commitment, telling.tense = "proposed", "anticipates", "future"
        if telling.status in ("planned", "held", "cancelled"):
            telling.status = undone_behind(self.view, self.words, hit.last + 1) or telling.status
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
            each = found.draft.each or hit.verb.call or hit.verb.frame == "phone"
            each = each or self._says_separately(hit)
            sent_for = hit.verb.frame in ("host", "summoned") and self._is_passive(hit)
            found.draft = replace(
                found.draft,
                visit=hit.verb.frame == "visit",
                each=each,
                host_wanted=sent_for and self._is_english,
                received=hit.verb.frame == "host" and self._is_host_first(hit),
                summons=self._is_english and hit.verb.id in SUMMONING,
                also=self._is_english and self.view.form(hit.first - 1) == "also",
            )
        return found

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
        return any(self.words.noun_at(self.view.tokens, i) is not None for i in near)

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

    def _verb_parties(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> list[Party] | None:
        frame = hit.verb.frame
        if team := team_of_sides(self.view, self.words, hit, parts):
            return team
        if (called := summoned(self.view, hit, parts, subject)) is not None:
            return called or None
        if frame == "with" and self.words.language == "ar":
            parts.bare = without_offices(parts.bare)
        parts.bare = [p for p in parts.bare if not is_aside(self.view, p)]
        others: list[Party] = [*parts.bare]
        if hit.enclitic:
            others.append(self._object(hit))
        if frame in ("object", "host", "with", "visit"):
            crowd = self._crowd(hit, [*subject, *parts.bare, *parts.with_, *parts.between])
            others = [p for p in others if not (crowd and is_adjective(p))]
            parts.bare = [p for p in parts.bare if not (crowd and is_adjective(p))]
            parts.with_ += crowd
        with_ = [*parts.between, *parts.with_, *parts.attended]
        if hit.verb.call and self._is_english:  # "spoke by phone to X"
            with_ += [m for m in parts.to if m.category == "actor"]
            if any(isinstance(p, Mention) and p.kind == "media" for p in with_):
                return None  # an interview
        if frame == "topic" and self.view.form(hit.first - 1) == "to":
            return None  # "met to discuss": the purpose of another verb
        if not self._is_english and len(distinct([*subject, *parts.bare])) < 2:
            subject = self._elsewhere(hit, parts, subject)
        if frame == "topic":
            own = subject or self._first_joined(others)
            together = count_parties(distinct(own)) > 1
            if own and not with_ and together:
                return distinct(own) if self._is_near(hit) or are_leaders(own) else None
            return distinct([*own, *with_]) if own and (with_ or together) else None
        if frame == "gather":
            return self._gathered(hit, parts, subject, others)
        if frame == "phone":
            behind = [] if self._is_english else others  # verb before subject
            parties = distinct([*subject, *behind, *with_, *parts.to])
            if count_parties(parties) > 1 and self._is_near(hit):
                return parties
            people = [as_people(p) for p in parties]
            if not self._is_english and (with_ or parts.to):  # "تحدث إلى بوتين"
                able = count_parties(people) > 1 and all(map(may_sit, people))
                return people if able else None
            return people if count_parties(people) > 1 and self._spoke(hit, people) else None
        if frame == "tell":  # "told him by telephone"
            behind = others or (parts.with_ if self._is_english else [])  # "told his counterpart"
            parties = distinct([*subject, *behind])[:2]
            two = count_parties(parties) == 2 and are_leaders(parties)
            many = any(isinstance(p, Mention) and p.number == "plural" for p in parties)
            at_all = self._is_by_phone(hit, parts)
            at_all = at_all or (self._is_english and is_told_at(self.view, parts))
            return parties if two and not many and at_all else None
        if frame in _IDIOMS:
            return self._idiom(hit, parts, subject, others)
        if frame == "join":
            return self._joining(hit, parts, subject, others)
        if frame == "assemble":
            several = subject if len(subject) > 1 else [p for p in subject if is_group(p)]
            told = parts.place or (parts.time and hit.verb.id == "reconvene")
            return several if several and told else None
        if frame == "summoned":
            return self._summoned(hit, parts, distinct([*subject, *others]))
        if frame == "mutual":
            limit = self._limit(hit.first)
            return spoke_together(self.view, hit, parts, subject, limit)
        if frame == "bound":
            limit = self._limit(hit.first)
            return bound_for(self.view, self.words, hit, parts, subject, limit)
        if frame == "see":
            others += [p for p in parts.with_ if not isinstance(p, Mention) or p.person]
            parties = distinct([*subject, *others])
            meant = self.view.form(hit.first - 1) in _MEANT or hit.inflection.form == "past"
            meant = meant or self.view.form(hit.first - 2) in ("when", "where")  # "when he sees X"
            told = parts.place is not None or parts.time is not None
            meant = meant or self._is_to_see(hit) or (told and self._will(hit))
            both = len(parties) > 1 and meant and are_leaders(others) and bool(others)
            return parties if both else None
        if frame == "body":
            both = parts.place is not None and count_parties(subject) > 1
            return subject if both else self._body(parts, subject)
        if frame == "speak":
            behind = others or (parts.with_ if self._is_english else [])  # "to her counterpart X"
            parties = distinct([*subject, *behind, *parts.between])
            able = all(map(is_leader, parties)) or self._are_states_talking(hit, parties)
            return parties if len(parties) > 1 and able else None
        if frame == "visit":
            return self._visit(hit, parts, subject, others)
        if frame == "with" and not with_ and not (len(subject) > 1 or len(others) > 1):
            alone = distinct([*subject, *others])
            if not (_plural(hit) or self._body(parts, alone) or any(map(is_group, alone))):
                return None
            return alone or None
        nameless: list[Party] = []
        if frame in ("object", "host") and subject and not (others or with_):
            others = nameless = self._crowd_behind(hit)
        if frame == "host" and (met := self._hosted_again(hit, parts, subject)):
            return met
        if frame == "host" and calls_back(self.view, self.words, hit):
            return None
        parties = without_adjectives(distinct([*subject, *others, *with_]))
        if not self.leading and parties:
            self.leading = parties[:1]
        if frame == "object" and count_parties(parties) < 2 and not hit.enclitic:
            return self._one_party(hit, parts, subject, parties)
        if frame == "host" and count_parties(parties) < 2 and not hit.enclitic:
            return self._summoned(hit, parts, parties)
        if frame == "host" and (
            not (nameless or are_people(parties, parted=self._is_delegation(parties)))
            or is_recall(self.view, self.words, hit, parties)
            or self._takes_in(parties)
        ):
            return None
        guests = parties if self._is_passive(hit) else [p for p in parties if p not in subject]
        if hit.verb.id == _WELCOME and not (
            guests
            and (all(map(is_guest, guests)) or self._is_delegation(guests))
            and self._is_received(hit, guests)
        ):
            return None  # what somebody did is welcomed too
        if hit.verb.id == _PUT_UP and not (parties and _may_be_put_up(parties[-1])):
            return None  # events are put up too
        return parties or None

    def _joining(
        self, hit: VerbHit, parts: Parts, subject: list[Party], others: list[Party]
    ) -> list[Party] | None:
        """ "A joined B for talks": what for tells that they met."""
        near = range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
        led = (i for i in near if self.view.form(i - 1) in ("for", "a", "an"))
        meets = next((n for i in led if (n := self.words.noun_at(self.view.tokens, i))), None)
        parties = distinct([*subject, *others])
        if meets is None or count_parties(parties) < 2 or not are_people(parties):
            return None
        self.taken.add(meets.first)
        self._go_on(parts, meets.last + 1)
        return parties

    def _body(self, parts: Parts, subject: list[Party]) -> list[Party] | None:
        """ "The Security Council convened": one body meets by itself."""
        told = parts.place is not None or parts.time is not None or parts.topic is not None
        bodies = [p for p in subject if isinstance(p, Mention) and p.kind in BODIES]
        return subject if told and bodies else None

    def _one_party(
        self, hit: VerbHit, parts: Parts, subject: list[Party], parties: list[Party]
    ) -> list[Party] | None:
        """ "The ministers met in Rome"; "on a visit during which he meets Y"."""
        if not parties:
            return None
        only = parties[0]
        if subject:
            several = isinstance(only, Mention) and (
                only.number == "plural" or only.kind == "organization" or only.role is None
            )
            told = parts.place is not None or parts.time is not None
            return parties if several and told else None
        before = find_subject(self.view, before=hit.first)
        return distinct([before, only]) if before is not None else None

    def _crowds(self, parts: Parts) -> list[Party]:
        """People without a name that an Arabic visitor sees: "زار عائلات المعتقلين"."""
        return [*parts.with_] if self.words.language == "ar" else []

    def _inviter(self, hit: VerbHit, parts: Parts) -> list[Party]:
        """Return the A of "will visit Rome at the invitation of A", whom a visitor comes to see."""
        view, invited = self.view, self.words.lists["invited"]
        if not view.may_hold(invited):
            return []
        for k in range(hit.last + 1, self._limit(hit.first) + 1):
            if length := invited.length_at(view.tokens, k):
                length += view.form(k + length) == "the"
                inviter = view.mention_from(k + length)
                if inviter is not None and is_leader(inviter):
                    parts.mediators = [p for p in parts.mediators if p is not inviter]
                    return [inviter]
        return []

    def _visit(
        self, hit: VerbHit, parts: Parts, subject: list[Party], others: list[Party]
    ) -> list[Party] | None:
        """Who visits, and whom; a country or town visited is the place."""
        if not subject:  # verb before subject: the first one visits
            first = others[0] if others else None
            named = isinstance(first, Mention) and first.category == "actor"
            subject = others[:1] if named or len(others) > 1 else self._elided(hit)
            others = [p for p in others if p not in subject]
        goals = [p for p in (*others, *parts.to, *self._crowds(parts)) if p not in subject]
        if self.words.language == "ar" and not goals:
            return None  # "زار معرضا في روما": a thing was visited
        places = [p for p in goals if isinstance(p, Mention) and p.category != "actor"]
        town = self.view.mention_from(hit.last + 1)
        if parts.place is None and town and town.category == "place" and self._inviter(hit, parts):
            parts.place = town
        if not subject or not (goals or parts.place) or parts.place in subject:
            return None
        if places:
            parts.place = parts.place or places[0]
        guests = [p for p in goals if p not in places] + self._inviter(hit, parts)
        guests += parts.with_ if not self._is_english or self._is_passive(hit) else []
        if not guests and parts.place is not None and receives(parts.place, subject):
            guests = [parts.place]
        if self.words.language == "ar" and not self.leading:
            self.leading = subject[:1]  # "الذي زار روما والتقى فلانا"
        return distinct([*subject, *guests])

    def _object(self, hit: VerbHit) -> Pointer:
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[hit.first].start,
            gender="feminine" if hit.enclitic == "ها" else "masculine",
            number="singular",
            human=True if self.words.language == "ar" else None,
        )


def _may_be_put_up(party: Party) -> bool:
    """True for who speaks for others, and for people told by their sort: no cup, no match."""
    crowd = isinstance(party, Mention) and party.human and party.number == "plural"
    return bool(crowd) or is_leader(party)


def _plural(hit: VerbHit) -> bool:
    return hit.inflection.number in ("plural", "dual") or hit.inflection.form in ("base", "past")
