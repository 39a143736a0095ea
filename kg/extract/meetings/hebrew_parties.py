"""Tell who met whom, from the parts around a Hebrew verb.

In:  a verb of meeting, its parts, who stands in front of it, whom it is done to. Out: the parties.
"""

from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.meetings.base import count_parties, distinct, receives
from kg.extract.meetings.hebrew_agreed import HebrewAgreed
from kg.extract.meetings.hebrew_ahead import lists_verbs
from kg.extract.meetings.hebrew_counterparts import offered_to, rung_him
from kg.extract.meetings.hebrew_groups import are_guests, lasts
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_NEAR = 6
_FAR = 8
_BEHIND = 16
_MEETS = frozenset({"with", "object", "receive", "host"})
ENVOYS = frozenset({"ambassador", "charge-d-affaires", "consul"})
_TALKS = words_of("he", "summoned_to")
_THERE = words_of("he", "there")
_ALMOST = words_of("he", "almost")
_NOT = words_of("he", "not")
_LAW = words_of("he", "law_officers")
_CONTESTS = words_of("he", "contests")
_NONE = words_of("he", "there_is_no")
_MEANT = words_of("he", "in_my_mind")
_SOON, _PLAYED_WITHIN = 4, 7
_PRESENTS = "appear-before"
_CALLS = "call-together"
_PRIVATELY = words_of("he", "goes_privately")
_HIS_OFFICE = words_of("he", "his_office")
_WITH_WHOM = words_of("he", "with_whom")
_MET_IN = frozenset({"take-counsel", "see"})
_WITH = frozenset({"עם", "ועם"})
_RECEIVES = frozenset({"receive-somebody"})  # "received the decision" is another sense
_HIM: dict[str, Gender] = {"אותו": "masculine", "אותה": "feminine"}


class HebrewMeetingParties(HebrewAgreed):
    """Reads the verbs' frames."""

    def _who_met(
        self, hit: VerbHit, parts: Parts, subject: list[Party], objects: list[Party]
    ) -> list[Party]:
        frame, own = hit.verb.frame, subject or list(parts.bare)
        if self._is_unmet(hit) or self._is_contest(hit, [*own, *parts.with_, *objects]):
            return []
        if frame == "body" and self._is_of_noun(own):
            return []  # "an urgent sitting of X will convene": the noun tells it
        others: list[Party] = [*parts.between, *parts.with_, *parts.attended]
        if frame == "with" and parts.bare and (fronted := self._fronted(hit)) is not None:
            return distinct([*parts.bare, fronted])
        if hit.verb.id in _MET_IN:
            others += self._met_in(hit)
        if frame == "with" and not others:
            others += self._relative_object(hit, _WITH_WHOM)
        if frame == "visit":
            return self._who_visited(hit, parts, own)
        if frame == "summoned":
            return self._who_was_summoned(hit, parts, own)
        if frame == "go-to":
            return self._who_went(hit, parts, own)
        if frame == "invite":
            return self._who_was_invited(hit, parts, own, objects)
        if frame == "sign":
            return self._who_agreed(hit, parts, own)
        if frame == "phone":
            others += [*objects, *(m for m in parts.to if can_act(m)), *rung_him(self.view, hit)]
            parties = distinct([*own, *others])
            return parties if own and len(parties) > 1 else []
        if frame in ("object", "host", "receive"):
            goals = list(objects)
            if hit.verb.id in _RECEIVES:
                goals = [g for g in goals if isinstance(g, Pointer) or _may_be_received(g)]
            if frame == "host" and count_parties(distinct(parts.between)) > 1:
                parts.mediators.extend(own)
                return distinct(parts.between)
            if frame == "receive" and subject:
                goals += parts.bare
            if frame == "host" and count_parties(goals) > 1 and not are_guests(goals):
                parts.mediators.extend(own)
                return distinct(goals)
            if hit.verb.id == _CALLS and goals and self._only_calls(hit, goals):
                return distinct(goals)
            parties = distinct([*own, *goals, *others])
            return parties if len(parties) > 1 and (goals or others) else []
        if frame == "body" and not own:
            own = self._joint_ahead(hit)
        if frame == "with" and own and not others:
            others += self._unknown_partner(hit) or self._came_before(hit)
        parties = distinct([*own, *others])
        if len(parties) > 1 or frame == "body":
            return parties
        pair = hit.inflection.form == "base" and count_parties(parties) > 1  # "agreed to meet"
        if len(parties) == 1 and _is_thing(self.view, parties[0]):
            return []  # "the two railway lines meet"
        plural = hit.inflection.number == "plural" or pair
        told = (
            self._sat_long(hit, parties)
            or parts.place is not None
            or parts.time is not None
            or (pair and frame == "with")
        )
        if frame == "table":
            return parties if parties and told and (plural or _is_body(parties[0])) else []
        sits = (
            isinstance(parties[0], Mention) and parties[0].kind == "organization" if own else False
        )
        return parties if parties and (plural or others or sits) and (told or others) else []

    def _is_unmet(self, hit: VerbHit) -> bool:
        """True for "nearly met", "if he meets", "does not mean to meet", "has not invited"."""
        ahead = self.view.form(hit.first - 1)
        almost = ahead in _ALMOST and not offered_to(self.view, hit)
        meant = ahead in _MEANT and self.view.form(hit.first - 2) in _NOT | _NONE
        return almost or meant or (hit.verb.frame == "invite" and ahead in _NOT)

    def _is_contest(self, hit: VerbHit, parties: list[Party]) -> bool:
        """True for "will host the final between X and Y", and where states meet in one."""
        view = self.view
        near = range(hit.last + 1, min(view.size, hit.last + _SOON))
        if hit.verb.frame == "host" and any(view.form(k) in _CONTESTS for k in near):
            return True
        if not parties or any(not isinstance(p, Mention) or p.kind != "state" for p in parties):
            return False  # presidents may meet at one
        near = range(hit.last + 1, min(view.size, hit.last + _PLAYED_WITHIN))
        stems = {r.stem for k in near if view.mention_at[k] is None for r in view.readings(k)}
        return not stems.isdisjoint(_CONTESTS)

    def _is_of_noun(self, own: list[Party]) -> bool:
        """True for a subject that begins with a noun of meeting: "ישיבת חירום של השרים"."""
        first = own[0] if own else None
        if not isinstance(first, Mention) or first.gazetteer_id:
            return False
        noun = self.words.noun_at(self.view.tokens, first.first)
        return noun is not None and noun.last < first.last

    def _only_calls(self, hit: VerbHit, goals: list[Party]) -> bool:
        """True for "asked to convene the council": who asks for it need not sit there."""
        behind = range(hit.last + 1, min(self.view.size, hit.last + _FAR))
        tokens = self.view.tokens
        if any(self.words.noun_at(tokens, k) for k in behind if self.view.is_word(k)):
            return False  # "to convene the envoys for an urgent sitting": the noun tells it
        asked = hit.inflection.form == "base" and self._asks_ahead(hit)
        return asked and not any(isinstance(p, Mention) and p.person for p in goals)

    def _asks_ahead(self, hit: VerbHit) -> bool:
        near = range(max(0, hit.first - _NEAR), hit.first)
        lights = (self.words.light_at(self.view.tokens, k) for k in near if self.view.is_word(k))
        return any(x is not None and x.verb.status == "proposed" for x in lights)

    def _sat_long(self, hit: VerbHit, parties: list[Party]) -> bool:
        """True for "the two sat for more than three hours"."""
        pair = any(isinstance(p, Pointer) and p.kind == "pair" for p in parties)
        rung = self._is_rung_up(hit) and any(isinstance(p, Pointer) for p in parties)
        return hit.verb.frame == "with" and (rung or (pair and lasts(self.view, hit.last)))

    def _came_before(self, hit: VerbHit) -> list[Mention]:
        """Return the ministry of "the envoy presented himself at the ministry"."""
        if hit.verb.id != _PRESENTS:
            return []
        near = (m for m in self.view.mentions if hit.last < m.first <= hit.last + _NEAR)
        return [m for m in near if m.kind == "ministry" and m.proclitics[-1:] == ("ב",)][:1]

    def _fronted(self, hit: VerbHit) -> Mention | None:
        """ "עם הנשיאה, קלרה סוטו, נפגש ראש הצבא": with whom, in front of the verb."""
        ahead = hit.first - 1
        named = self.view.mention_to(ahead - self.view.is_comma(ahead))
        if named is None or not can_act(named) or named.proclitics:
            return None
        return named if self.view.form(named.first - 1) in _WITH else None

    def _met_in(self, hit: VerbHit) -> list[Mention]:
        """ "להיוועץ בשגרירה", "פגש בשר החוץ": whom this verb leads to by ב."""
        near = (m for m in self.view.mentions if hit.last < m.first <= hit.last + _FAR)
        return [m for m in near if m.proclitics == ("ב",) and (m.person or m.role)][:1]

    def _who_went(self, hit: VerbHit, parts: Parts, own: list[Party]) -> list[Party]:
        """ "X flew to Tehran": somebody goes to see a government, and does nothing else there."""
        to = next((m for m in parts.to if isinstance(m, Mention)), parts.place)
        travellers = [p for p in own if _travels(p) and not self._is_of_law(p)]
        near = range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
        if travellers and parts.with_ and any(self.view.form(k) in _HIS_OFFICE for k in near):
            return distinct([*travellers, *parts.with_])
        if any(self.view.form(k) in _PRIVATELY for k in near):
            return []
        if to is None or to.category != "either" or not travellers or parts.with_:
            return []
        if not receives(to, travellers):
            return []  # home
        words = [i for i in range(self.view.size) if self.view.is_word(i)]
        if any(self.words.noun_at(self.view.tokens, i) is not None for i in words):
            return []
        if self._meets_behind(hit):
            return []
        parts.place = to
        return distinct([*travellers, to])

    def _is_of_law(self, party: Party) -> bool:
        """True for the police, who come to arrest or search."""
        return isinstance(party, Mention) and self.view.form(party.first) in _LAW

    def _who_was_invited(
        self, hit: VerbHit, parts: Parts, own: list[Party], objects: list[Party]
    ) -> list[Party]:
        """ "The minister invited him to Lima": to a place, by who then receives him."""
        view = self.view
        guests = list(objects)
        if not guests and view.form(hit.last + 1) in _HIM:
            gender = _HIM[view.form(hit.last + 1)]
            place = view.tokens[hit.last + 1].start
            guests = [Pointer(kind="pronoun", place=place, gender=gender, number="singular")]
        to = next((m for m in parts.to if m.category in ("place", "either")), None)
        parts.place = parts.place or to
        return distinct([*own, *guests]) if own and guests and parts.place is not None else []

    def _who_was_summoned(self, hit: VerbHit, parts: Parts, own: list[Party]) -> list[Party]:
        """ "The ambassador was summoned to the ministry": to a ministry, to who holds an office."""
        near = [m for m in self.view.mentions if hit.first - _NEAR <= m.last < hit.first]
        met = [m for m in parts.with_ if isinstance(m, Mention)]  # "called in to the secretary"
        to = [*parts.to, *met, *(m for m in near if "ל" in m.proclitics)]
        after = (m for m in self.view.mentions if hit.last < m.first <= hit.last + _NEAR)
        to += [m for m in after if "ב" in m.proclitics and m.kind == "ministry"]
        hosts = [m for m in to if m.kind in ("ministry", "official", "person") or m.role]
        k = hit.first - 1
        ahead = self.view.mention_to(k - self.view.is_comma(k))
        own = own or ([ahead] if ahead is not None and can_act(ahead) else [])
        people = [m for m in hosts if m.kind != "ministry"]
        hosts = people or hosts  # "to the ministry, for a talk with X": X receives him
        guests = [p for p in own if p not in hosts]
        told = self._host(hit.first)
        if parts.place is None and told is not None and not told.attribution.before:
            parts.place = self._seat(0, told.attribution.cue.first)  # "In Lima the ministry said"
        if parts.place is None and guests and isinstance(guests[0], Mention):
            parts.place = self._seat(guests[0].first, hit.first)
        if guests and not hosts and (ministry := self._the_ministry(hit)) is not None:
            return [guests[0], ministry]
        if guests and not hosts and (host := self._summoned_by(hit, guests)) is not None:
            return [guests[0], host]
        if guests and not hosts and (state := self._summoning_state(hit, guests[0])) is not None:
            return [guests[0], state]
        return distinct([*guests, *hosts]) if guests and hosts else []

    def _seat(self, first: int, end: int) -> Mention | None:
        """Return where an envoy serves: "שגרירת צ׳ילה בלימה, דנה לוי, נקראה"."""
        near = (m for m in self.view.mentions if first <= m.first < end)
        placed = (m for m in near if m.proclitics == ("ב",))
        return next((m for m in placed if m.category in ("place", "either")), None)

    def _summoned_by(self, hit: VerbHit, guests: list[Party]) -> Mention | None:
        """ "The ministry announced that the envoy would be summoned": by the ministry."""
        told = self._host(hit.first)
        speaker = told.speaker if told is not None else None
        if not isinstance(speaker, Mention) or speaker.kind != "ministry":
            return None
        guest = guests[0]
        return speaker if isinstance(guest, Mention) and guest.role in ENVOYS else None

    def _meets_behind(self, hit: VerbHit) -> bool:
        """True for "visited Rome and was received by X": one meeting, which the second tells."""
        for i in range(hit.last + 1, min(self.view.size, hit.last + _BEHIND)):
            if self.view.is_break(i) and not self.view.is_comma(i):
                return False
            later = self.words.verb_at(self.view.tokens, i) if self.view.is_word(i) else None
            goes_on = later is not None and "ו" in later.proclitics
            ahead = i - 1 - (self.view.form(i - 1) in _NOT)
            goes_on = goes_on or self.view.form(ahead) in _THERE
            goes_on = goes_on or lists_verbs(self.view, i) or self._opens_with_time(i)
            if later is not None and goes_on and later.verb.frame in _MEETS:
                return True
        return False

    def _is_invited(self, hit: VerbHit) -> bool:
        """True for "invited X to visit Rome": the invitation tells it."""
        near = range(max(0, hit.first - _FAR), hit.first) if hit.inflection.form == "base" else ()
        hits = (self.words.verb_at(self.view.tokens, i) for i in near if self.view.is_word(i))
        return any(found is not None and found.verb.frame == "invite" for found in hits)

    def _summoning_state(self, hit: VerbHit, guest: Party) -> Mention | None:
        """ "The ambassador of X in Y was summoned for a talk": by the state of Y."""
        if not isinstance(guest, Mention) or guest.role not in ENVOYS:
            return None
        talk = any(
            self.words.noun_at(self.view.tokens, i) is not None or self.view.form(i) in _TALKS
            for i in range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
            if self.view.is_word(i)
        )
        seat = self.view.mention_from(guest.last + 1)
        if not talk or seat is None or seat.side is None or seat.proclitics != ("ב",):
            return None
        return replace(
            seat, category="either", name=seat.side, kind="state", gazetteer_id=seat.side, side=None
        )

    def _who_visited(self, hit: VerbHit, parts: Parts, own: list[Party]) -> list[Party]:
        place = parts.place
        if own and parts.with_:
            return distinct([*own, *parts.with_])  # "ביקר אצל"
        if place is None or not own or self._meets_behind(hit) or self._is_invited(hit):
            return []
        if place.category == "either":
            return distinct([*own, place])
        return []


def _may_be_received(guest: Mention) -> bool:
    return bool(guest.person or guest.role or (guest.number == "plural" and guest.human))


def _is_thing(view: View, party: Party) -> bool:
    """True for words of no list that tell of no people."""
    if not isinstance(party, Mention) or party.gazetteer_id or party.person or party.role:
        return False
    heads = view.lexicon.word_set("crowds")
    form = view.form(party.first)
    if party.first == party.last and form.startswith("ה") and form.endswith("ים"):
        return False  # "the rivals"
    words = [view.form(k) for k in range(party.first, party.last + 1)]
    two = any(form.startswith("ו") for form in words[1:])  # "טראמפ ופוטין": names of no list
    return party.kind is None and not two and not any(form in heads for form in words)


def _is_body(party: Party) -> bool:
    """True for a council, a government, a ministry: what debates by itself."""
    return isinstance(party, Mention) and not party.person and party.human is not True


def _travels(party: Party) -> bool:
    """True for a person, an office, a delegation; not for a crowd."""
    if isinstance(party, Pointer):
        return party.kind != "pair"
    if party.number == "plural" and not party.person:
        return False
    return bool(party.person or party.role)
