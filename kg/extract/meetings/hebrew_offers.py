"""Find the meetings that a Hebrew sentence tells to be offered only, or to come by invitation.

In:  a noun of inviting, a verb of inviting, of going, of meeting that somebody is offered. Out: who
would meet; who offers that others meet is their mediator.
    נענה להזמנתו של א לבקר ב…, מסר לא הזמנה      the noun, and what was done with it
    הוזמן לטוקיו, הוזמן על ידי א                   by whom, or the government there
    יגיע לרבאט בהזמנת א                            whose guest somebody is
    הציע לא פגישה, הציע לא ולב להיפגש             those who would meet
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.base import Found, count_parties, distinct
from kg.extract.meetings.hebrew_parties import HebrewMeetingParties
from kg.extract.meetings.hebrew_parts import HebrewParts
from kg.extract.meetings.hebrew_status import read_telling
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import NounHit, VerbHit
from kg.extract.mentions.hebrew_parts import may_be_infinitive
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.vocabulary import MeetingStatus

_NEAR = 6
_FAR = 14
_TAKEN = words_of("he", "invitation_taken")
_REFUSED = words_of("he", "invitation_refused")
_GIVEN = words_of("he", "invitation_given")
_BY = words_of("he", "by_whom")
_AS_GUEST = words_of("he", "at_the_invitation")
_HIS_OFFICE = words_of("he", "office_of_somebody")
_TO_BOTH = words_of("he", "to_both")
_DECLINED = words_of("he", "invitation_declined")
_NOT = words_of("he", "not")
_REFUSES = words_of("he", "refuses_to")
_QUESTIONED = words_of("he", "invited_for_questions")
_COMING = words_of("he", "invited_to_do")
_GUEST_OF_LAW = words_of("he", "law_officers")
_FROM = ("מ",)
_WISHES = words_of("he", "wish_of_somebody")
_WHAT_FOR = words_of("he", "invited_to")


class HebrewOffers(HebrewMeetingParties):
    """Reads what somebody is invited to, or offered."""

    def _of_noun(self, hit: NounHit) -> Found | None:
        return self._of_invitation(hit) if hit.noun.id == "invitation" else super()._of_noun(hit)

    def _of_invitation(self, hit: NounHit) -> Found | None:
        view, host = self.view, self._host(hit.first)
        verb = self._done_with(hit)
        if hit.proclitics[-1:] == ("ב",) or verb is None:
            return None
        k = hit.last + 1 + (view.form(hit.last + 1) == "של")
        named = view.mention_from(k)
        inviter = named if named is not None and can_act(named) and not named.proclitics else None
        start = inviter.last + 1 if inviter is not None else hit.last + 1
        if not self._is_to_meet(start, inviter):
            return None
        refused = view.form(verb - 1) in _NOT | _REFUSES
        declined = view.form(verb) in _DECLINED
        if refused and (declined or view.form(verb) in _GIVEN):
            self.taken.update(range(hit.first, min(view.size, hit.last + _FAR)))
            return None  # "did not turn down": it stays open; "gave no invitation": there is none
        subject = self._who_takes(verb, host)
        if view.form(verb) in _GIVEN:
            to = self._invited_guest(verb, hit)
            parties = distinct([*([inviter] if inviter else subject), *to]) if to else []
        else:
            parties = distinct([*subject, inviter]) if inviter is not None else []
        if count_parties(parties) < 2:
            return None
        reader = HebrewParts(view, self.words, limit=self._limit(hit.first), reader=self.reader)
        parts = reader.read(start + view.is_comma(start), verbal=True)
        goals = (m for m in parts.to if m.category in ("place", "either") and m not in parties)
        parts.place = parts.place or next(goals, None)
        telling = read_telling(view, self.words, hit.first, parts, host)
        accepted = view.form(verb) in _TAKEN and view.form(verb) not in _REFUSED
        _set_ahead(telling, "planned" if accepted and not refused else "proposed")
        if declined or refused:
            telling.commitment = "denies"
        telling.first = min(telling.first, verb)
        self.taken.update(range(hit.last + 1, max(parts.last, start) + 1))
        return self._build(
            hit.first, hit.last, parts, parties, telling, host, inferred=False, noun=None
        )

    def _is_to_meet(self, start: int, inviter: Party | None) -> bool:
        """False for "invited for questioning", "by the police", "to sing": nobody meets."""
        view = self.view
        if isinstance(inviter, Mention) and view.form(inviter.first) in _GUEST_OF_LAW:
            return False
        for k in range(start, min(view.size, start + _NEAR)):
            if view.form(k) in _QUESTIONED:
                return False
            if view.form(k) in _WHAT_FOR | _COMING:
                return True
            if view.is_word(k) and view.mention_at[k] is None and may_be_infinitive(view.form(k)):
                return False
            if view.is_break(k) or view.is_comma(k):
                break
        return True

    def _done_with(self, hit: NounHit) -> int | None:
        """Return the verb by which the invitation is taken, refused or handed over."""
        for i in range(hit.first - 1, max(-1, hit.first - _FAR), -1):
            if self.view.tokens[i].text in ".;:" or self.view.quotation_at[i] is not None:
                return None
            if self.view.form(i) in _TAKEN or self.view.form(i) in _GIVEN:
                return i
        return None

    def _who_takes(self, verb: int, host: Told | None) -> list[Party]:
        subject = find_subject(self.view, before=verb)
        if subject is not None and (host is None or subject.first >= host.content_first):
            return [subject]
        if host is not None and isinstance(host.speaker, Mention):
            return [host.speaker]
        return [Pointer(kind="elided", place=self.view.tokens[verb].start)]

    def _invited_guest(self, verb: int, hit: NounHit) -> list[Party]:
        """Return whom "gave X an invitation" names, in front of it or behind."""
        near = (m for m in self.view.mentions if verb < m.first <= hit.last + 1)
        to = (m for m in near if m.proclitics == ("ל",) and can_act(m))
        guests: list[Party] = [m for m in to if m.person or m.role or m.category == "actor"]
        return guests[:1]

    def _who_met(
        self, hit: VerbHit, parts: Parts, subject: list[Party], objects: list[Party]
    ) -> list[Party]:
        if self._takes_invitation(hit):
            return []
        if hit.inflection.form == "base" and not parts.with_ and (wished := self._wished(hit)):
            return wished
        if hit.verb.frame == "invited":
            return self._who_is_invited(hit, parts, subject)
        hosts = self._guest_of(hit, parts) if hit.verb.frame in ("go-to", "visit") else []
        if hosts and subject:
            goals = (m for m in parts.to if m.category in ("place", "either"))
            parts.place = parts.place or next(goals, None)
            return distinct([*subject, *hosts])
        parties = super()._who_met(hit, parts, subject, objects)
        host = self._host(hit.first)
        if hit.inflection.form != "base" or host is None or parts.with_:
            return parties
        asked = [p for p in parties if p in host.addressees]
        if count_parties(asked) > 1 and parties[0] == host.speaker:
            parts.mediators.append(parties[0])
            return parties[1:]
        if hit.verb.frame == "host" and count_parties(parties) > 1 and not parts.mediators:
            self._mediates(parts, parties, host)
        return parties

    def _wish_ahead(self, hit: VerbHit) -> tuple[int, Mention | None] | None:
        """Return where "the request of X to meet" has its noun, and X."""
        k = hit.first - 1
        owner = self.view.mention_to(k - self.view.is_comma(k))
        if self.view.form(k) in _WISHES:
            return k, None
        if owner is None:
            return None
        noun = owner.first - 1 - (self.view.form(owner.first - 1) == "של")
        return (noun, owner) if self.view.form(noun) in _WISHES else None

    def _wished(self, hit: VerbHit) -> list[Party]:
        """ "Y has not answered the request of X to meet": both."""
        ahead = self._wish_ahead(hit)
        if ahead is None:
            return []
        noun, owner = ahead
        host = self._host(hit.first)
        wishes: Party | None = owner or (host.speaker if host is not None else None)
        subject = find_subject(self.view, before=noun)
        if subject is None or wishes is None or subject == wishes:
            return []
        return distinct([wishes, subject])

    def _takes_invitation(self, hit: VerbHit) -> bool:
        """True for "קיבל את הזמנת א": the noun tells it."""
        near = range(hit.last + 1, min(self.view.size, hit.last + 3))
        nouns = (self.words.noun_at(self.view.tokens, k) for k in near if self.view.is_word(k))
        taken = any(noun is not None and noun.noun.id == "invitation" for noun in nouns)
        return taken and not any(self.view.form(k) in _AS_GUEST for k in near)

    def _mediates(self, parts: Parts, parties: list[Party], host: Told | None) -> None:
        """Make who says that they would host others their mediator."""
        speaker = host.speaker if host is not None else None
        if isinstance(speaker, Mention) and speaker not in parties and not parts.mediators:
            side = speaker.side or speaker.gazetteer_id
            sides = {s for p in parties if isinstance(p, Mention) for s in (p.side, p.gazetteer_id)}
            if side is None or side not in sides:
                parts.mediators.append(speaker)

    def _who_is_invited(self, hit: VerbHit, parts: Parts, own: list[Party]) -> list[Party]:
        """ "X was invited to Tokyo (by Y)": X and Y, or the government there."""
        view = self.view
        if view.form(hit.first - 1) in _NOT | _REFUSES:
            return []
        guests = [self._himself(p) for p in own if _may_be_invited(p)]
        goals = (m for m in parts.to if m.category in ("place", "either"))
        parts.place = parts.place or next(goals, None)
        for k in range(hit.last + 1, min(view.size, hit.last + _FAR)):
            if view.form(k) in _BY and (by := view.mention_from(k + 1)) is not None:
                if not self._is_to_meet(by.last + 1, by) or self._is_bought(by.last + 1):
                    return []
                if parts.topic is not None and parts.topic[0] <= k <= parts.topic[1]:
                    parts.topic = None  # "by X" is no matter
                self._read_where(parts, by.last + 1)
                return distinct([*guests, by]) if guests and can_act(by) else []
        if not self._is_to_meet(hit.last + 1, None):
            return []
        place = parts.place
        near = range(hit.last + 1, min(view.size, max(parts.last, hit.last) + _NEAR))
        aim = next((k for k in near if view.form(k) in _WHAT_FOR), None)
        if count_parties(guests) > 1 and (place is not None or aim is not None):
            self.taken.update(range(aim, aim + 2) if aim is not None else ())
            return distinct(guests)  # "A and B will be invited to a meeting"
        if guests and place is not None and place.category == "either":
            return distinct([*guests, place])
        return []

    def _is_bought(self, k: int) -> bool:
        """True for "ordered by Peru from Chile": goods, no guest."""
        whence = self.view.mention_from(k)
        return whence is not None and whence.proclitics == _FROM

    def _himself(self, guest: Party) -> Party:
        """Return who "his office" speaks for: "(his office said that) he was invited"."""
        if isinstance(guest, Pointer) or self.view.form(guest.first) not in _HIS_OFFICE:
            return guest
        return Pointer(kind="pronoun", place=guest.span.start, gender="masculine", human=True)

    def _read_where(self, parts: Parts, start: int) -> None:
        """Take where and when behind whoever invites: "(invited by X) to visit Lima on Sunday"."""
        start += self.view.is_comma(start)
        reader = HebrewParts(self.view, self.words, limit=self._limit(start), reader=self.reader)
        more = reader.read(start, verbal=True)
        goals = (m for m in more.to if m.category in ("place", "either"))
        parts.place, parts.time = parts.place or more.place or next(goals, None), more.time
        self.taken.update(range(start, max(start, more.last) + 1))

    def _guest_of(self, hit: VerbHit, parts: Parts) -> list[Party]:
        """Return X of "will come to Rabat at the invitation of X"."""
        near = range(hit.last + 1, min(self.view.size, hit.last + _FAR))
        if not any(self.view.form(k) in _AS_GUEST for k in near):
            return []
        hosts = [m for m in parts.mediators if isinstance(m, Pointer) or can_act(m)]
        parts.mediators.clear()
        return hosts

    def _who_was_invited(
        self, hit: VerbHit, parts: Parts, own: list[Party], objects: list[Party]
    ) -> list[Party]:
        guests = distinct([*objects, *parts.between])
        near = range(hit.last + 1, min(self.view.size, max(parts.last, hit.last) + _NEAR))
        aim = next((k for k in near if self.view.form(k) in _WHAT_FOR), None)
        if aim is not None:
            self.taken.update(range(aim, aim + 3))
        if own and count_parties(guests) > 1 and (aim is not None or parts.place or parts.to):
            goals = (m for m in parts.to if m.category in ("place", "either"))
            parts.place = parts.place or next(goals, None)
            parts.mediators.extend(p for p in own if p not in guests)
            return guests
        parties = super()._who_was_invited(hit, parts, own, objects)
        people = all(isinstance(p, Pointer) or p.person or p.role for p in guests)
        if not parties and own and guests and people and aim is not None:
            return distinct([*own, *guests])
        return parties

    def _noun_parties(
        self, hit: NounHit, parts: Parts, telling: Telling, host: Told | None
    ) -> tuple[list[Party], bool]:
        parties, inferred = super()._noun_parties(hit, parts, telling, host)
        if count_parties(parties) < 2 and (offered := self._offered_to(hit, parts, telling, host)):
            return offered, False
        if (own := self._of_his_office(parties, host)) is not None:
            return [own, *parties[1:]], False
        if hit.noun.visit and not parties and (group := self._visiting_group(hit)) is not None:
            return [group], False
        if (visitor := self._who_called_off(hit, telling)) is not None and _is_his(parties):
            return [visitor, *parties[1:]], False
        if telling.hosts and count_parties(parties) > 1:
            self._mediates(parts, parties, host)
        return parties, inferred

    def _visiting_group(self, hit: NounHit) -> Mention | None:
        """Return the group of no list of "ביקור של משלחת מארמניה"."""
        of_them = self.view.form(hit.last + 1) == "של" and hit.last + 2 < self.view.size
        if not of_them or not isinstance(self.reader, HebrewSpeakers):
            return None
        found = self.reader.noun_phrase_from(hit.last + 2)
        group = found[0] if found is not None else None
        return group if isinstance(group, Mention) and can_act(group) else None

    def _who_called_off(self, hit: NounHit, telling: Telling) -> Mention | None:
        """Return X, of no list, of "ביטל X את ביקורו": whoever stands between."""
        light = telling.light
        if light is None or light.verb.status not in ("cancelled", "postponed"):
            return None
        k = light.last + 1
        if not isinstance(self.reader, HebrewSpeakers) or self.view.form(hit.first - 1) != "את":
            return None
        found = self.reader.noun_phrase_from(k) if k < hit.first - 1 else None
        if found is None or not isinstance(found[0], Mention) or found[1] != hit.first - 2:
            return None
        return found[0]

    def _of_his_office(self, parties: list[Party], host: Told | None) -> Mention | None:
        """ "The office of X said that he will hold talks with Y": X."""
        first = parties[0] if parties else None
        speaker = host.speaker if host is not None else None
        if not isinstance(first, Pointer) or first.kind != "own-side":
            return None
        if not isinstance(speaker, Mention) or self.view.form(speaker.first) not in _HIS_OFFICE:
            return None
        inside = (m for m in self.view.mentions if speaker.first < m.first <= speaker.last)
        return next((m for m in inside if m.person or m.role), None)

    def _offered_to(
        self, hit: NounHit, parts: Parts, telling: Telling, host: Told | None
    ) -> list[Party]:
        """ "X offered Y a meeting": both; "offered Y and Z a meeting": these, with X between."""
        light = telling.light
        if light is None and host is not None and host.addressees and host.speaker is not None:
            own = self.words.light_at(self.view.tokens, host.attribution.cue.first)
            opens = hit.first <= host.content_first + 1
            heard = [a for a in host.addressees if not _is_medium(a)]
            if own is None or own.verb.status != "proposed" or not opens or not heard:
                return []
            if len(heard) > 1:
                parts.mediators.append(host.speaker)
                return heard
            return [host.speaker, *heard]
        if light is None or light.verb.status != "proposed" or light.last >= hit.first:
            return []
        near = [m for m in self.view.mentions if light.last < m.first < hit.first]
        to = [m for m in near if m.proclitics == ("ל",) and can_act(m)]
        pair = next(
            (i for i in range(light.last + 1, hit.first) if self.view.form(i) in _TO_BOTH), None
        )
        if pair is not None and not to and not (parts.with_ or parts.between):
            subject = find_subject(self.view, before=light.first)
            parts.mediators.extend([subject] if subject is not None else [])
            return [Pointer(kind="pair", place=self.view.tokens[pair].start, number="dual")]
        if not to or parts.with_ or parts.between:
            return []
        guests: list[Party] = [*to, *(m for m in near if "ו" in m.proclitics and can_act(m))]
        subject = find_subject(self.view, before=light.first)
        if subject is None:
            return []
        if len(guests) > 1:
            parts.mediators.append(subject)
            return distinct(guests)
        return distinct([subject, *guests])


def _is_medium(party: Party) -> bool:
    """True for a paper that is told of an offer: it is offered nothing."""
    return isinstance(party, Mention) and party.kind == "media"


def _is_his(parties: list[Party]) -> bool:
    first = parties[0] if parties else None
    return isinstance(first, Pointer) and first.kind == "pronoun"


def _may_be_invited(party: Party) -> bool:
    """True for a person, an office, a word that may be a surname: no "the tanks", "tanks"."""
    if isinstance(party, Pointer) or party.person or party.role or party.kind:
        return True
    plain = not party.text.startswith("ה") and not party.text.endswith(("ים", "ות"))
    return bool(party.human) and plain


def _set_ahead(telling: Telling, status: MeetingStatus) -> None:
    telling.status, telling.tense, telling.commitment = status, "future", "anticipates"
