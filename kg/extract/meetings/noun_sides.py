"""Read who stands around a noun of meeting: in front, behind, and as the subject of its verb.

In:  a noun as it stands in a sentence, and what was read behind it. Out: its sides.
    "Turkish-Israeli talks", "Syria's talks with …"     in front
    "A held talks with B", "invited B and C to talks"   the verb that governs it
"""

from abc import abstractmethod
from collections.abc import Sequence

from kg.extract.attribution import can_act
from kg.extract.meetings.arabic_beside_subject import joined_beside
from kg.extract.meetings.base import (
    distinct,
    is_adjective,
)
from kg.extract.meetings.bids import BidNouns
from kg.extract.meetings.crowds import crowds_within
from kg.extract.meetings.english_bids import hosting_town
from kg.extract.meetings.english_fronted import met_in_passing
from kg.extract.meetings.leads import was_sent_there
from kg.extract.meetings.left_out import left_out
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.said_there import who_raised_it
from kg.extract.meetings.status import own_light
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import NounHit, VerbHit
from kg.extract.parts_played import is_possessive
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_LENGTHS = words_of("en", "lengths_of_talks")
_CONVENING = words_of("en", "calling_together")
_AFTER_TALKS = words_of("ar", "after_talks")
_CHAIN = 3
_COMES_WITHIN = 2  # tokens of "زيارة كان وفد"

_SESSION = "body-session"


class NounSides(BidNouns):
    """Who meets by the words around a noun."""

    def _is_definite(self, hit: NounHit) -> bool:
        """True for "the (second) meeting", "Wednesday's meeting"."""
        view = self.view
        if not self._is_english:
            return hit.definite
        for i in range(hit.first - 1, max(-1, hit.first - 5), -1):
            if view.form(i) in ("the", "those"):
                return True
            if view.time_at[i] is not None and is_possessive(view, i):
                return True
            if not view.is_word(i) or view.form(i) in view.lexicon.word_set("prepositions"):
                return False
        return False

    def _is_place_in_front(self, hit: NounHit, parts: Parts) -> bool:
        """True for "the Barbados talks": one country, no adjective and no genitive."""
        if len(parts.bare) != 1 or parts.with_ or parts.between or parts.attended:
            return False
        side = parts.bare[0]
        if not isinstance(side, Mention) or side.category != "either":
            return False
        return side.last == hit.first - 1 and not is_possessive(self.view, side.last)

    def _clear(self, parts: Parts) -> Mention | None:
        side = parts.bare.pop()
        return side if isinstance(side, Mention) else None

    def _read_leaders(self, hit: NounHit, telling: Telling, parts: Parts) -> None:
        """In English, read the light verb's subject as that of any verb."""
        light = telling.light
        if light is not None and light.verb.role == "invites":
            self._read_invited(telling, light)
            return
        if light is not None and not self._is_english:
            self._read_carried(telling, light)
        if light is None or not self._is_english:
            return
        if light.verb.role == "happens" and light.verb.status == "held":
            return
        adjectival = self.view.form(light.first - 1) in ("the", "a", "an", "their", "its", "his")
        subjects = [] if adjectival else self._subject_before(light)
        with_only = bool(parts.with_) and not (parts.between or parts.bare)
        if light.verb.role == "happens" or light.verb.status == "proposed":
            subjects = subjects if with_only else []
        if telling.hosts and with_only:
            telling.hosts = False  # "Qatar hosted talks with Iran"
        if telling.hosts and parts.place is None:
            parts.place = hosting_town(self.view, light.first)
        if hit.noun.again and _convenes(view=self.view, light=light, subjects=subjects):
            telling.hosts = True  # "the EU is ready to convene a new round"
        if light.verb.role == "chairs" and self._is_definite(hit) and not parts.between:
            telling.hosts = True  # "who led the talks together with Y"
            parts.mediators.extend(parts.with_)
            parts.with_.clear()
        if self._is_definite(hit) and self._was_there(light, subjects):
            subjects = []
        telling.subjects = subjects
        for subject in subjects:
            if isinstance(subject, Mention) and subject.first < telling.first:
                telling.first = subject.first

    def _was_there(self, light: VerbHit, subjects: Sequence[Party]) -> bool:
        """True for "a diplomat who attended the talks": no side of them, only who tells."""
        only = subjects[0] if len(subjects) == 1 else None
        if not isinstance(only, Mention) or only.person or only.side or only.gazetteer_id:
            return False
        behind = range(only.last + 1, light.first)
        return any(self.view.form(i) in ("who", "that") for i in behind)

    def _read_carried(self, telling: Telling, light: VerbHit) -> None:
        """ "met X and then held talks with Y": the same ones lead."""
        if light.verb.role != "leads" or not telling.subjects:
            return
        if was_sent_there(self.view, light):
            return
        ahead = all(isinstance(s, Mention) and s.last < light.first for s in telling.subjects)
        goes_on = "و" in light.proclitics or self.words.lists["closing"].length_at(
            self.view.tokens, light.first - 1
        )
        if ahead and goes_on:
            telling.subjects = self._carried_subject(light.first) or telling.subjects

    @abstractmethod
    def _carried_subject(self, i: int) -> list[Party]:
        """Return who does it in the clause before; the reader of verbs knows."""

    def _read_invited(self, telling: Telling, light: VerbHit) -> None:
        """ "A invited B and C to a summit": all of them are to take part."""
        behind = [
            m
            for m in self.view.mentions
            if light.last < m.first < telling.cue and can_act(m) and m.category == "actor"
        ]
        ahead = self._subject_before(light)
        if not ahead and len(behind) == 1 and self._is_arabic:
            ahead = self._carried_subject(light.first)  # "praised the truce and invited B"
        telling.subjects = distinct([*ahead, *behind])
        for subject in telling.subjects:
            if isinstance(subject, Mention):
                telling.first = min(telling.first, subject.first)

    @abstractmethod
    def _subject_before(self, hit: VerbHit) -> list[Party]:
        """Return the subject of a verb of meeting; the reader of verbs knows."""

    def _past_chained(self, hit: NounHit, start: int) -> int:
        """Step over the second noun of "a round of talks", جولة محادثات."""
        view = self.view
        if hit.noun.visit:
            return start
        reach = start + 1 + (_CHAIN if hit.noun.needs or hit.noun.needs_definite else 0)
        for i in range(start, min(view.size, reach + 1)):
            chained = self.words.noun_at(view.tokens, i)
            if chained is not None and (i == start or self._is_of(i - 1) or hit.noun.needs):
                self.taken.add(chained.first)
                return chained.last + 1
            if not view.is_word(i) or view.mention_at[i] is not None:
                break
        return start

    def _is_of(self, i: int) -> bool:
        return self.view.form(i) in ("of", "من")

    def _sort_bare(self, parts: Parts) -> None:
        """A country right behind the noun is a party beside another one, else the place."""
        bare = parts.bare
        lonely = len(bare) == 1 and not parts.with_ and not parts.between
        first = bare[0] if bare else None
        if lonely and isinstance(first, Mention) and first.category == "either":
            parts.place = parts.place or first
            bare.clear()
        if lonely and isinstance(first, Mention) and first.category == "place":
            bare.clear()

    def _read_modifiers(self, hit: NounHit, parts: Parts) -> None:
        """Read "Turkish-Israeli technical talks", "Syria's talks with" to the left of the noun."""
        view = self.view
        sides: list[Party] = []
        for i in range(hit.first - 1, max(-1, hit.first - 8), -1):
            mention = view.mention_at[i]
            if mention is not None and mention.last == i:
                if mention.category == "place" or not self._modifies(mention, i, hit.first):
                    break
                sides.append(mention)
            elif mention is None and not self._is_modifier(i):
                break
        parts.bare.extend(m for m in reversed(sides) if m not in parts.bare)

    def _modifies(self, mention: Mention, i: int, noun: int) -> bool:
        if mention.category == "adjective" or mention.kind == "state":
            return True
        if mention.role and not (mention.person or mention.side):
            return False  # "official talks"
        if mention.person and self.view.form(i + 1) in ("-", "–"):
            return True  # "a Marin-Kallas meeting"
        owner = is_possessive(self.view, i)
        return owner or i + 1 == noun

    def _is_modifier(self, i: int) -> bool:
        view = self.view
        if view.tokens[i].text in "-–—/":
            return True
        form = view.form(i)
        if not view.is_word(i) or form in view.lexicon.word_set("prepositions"):
            return False
        if self.words.light_at(view.tokens, i) or i in view.cue_at:
            return False
        return form not in ("the", "a", "an", "this", "these") and not view.is_break(i)

    def _parties(
        self, hit: NounHit, parts: Parts, telling: Telling, host: Told | None
    ) -> tuple[list[Party], bool]:
        """Return who met, and whether one of them was inferred rather than read."""
        own = self._own_light(host, hit)
        if own is not None and own.verb.role == "invites" and not telling.subjects:
            self._read_invited(telling, own)
            if host is not None and host.speaker is not None:
                telling.subjects = distinct([host.speaker, *telling.subjects])
        parties: list[Party] = [*parts.between, *parts.bare]
        subject = telling.subjects or self._purpose_subject(hit) or self._coming(hit, parts, host)
        subject = subject or [*left_out(self.view, self.words, telling, parts, host)]
        subject = subject or self._who_was_there(hit, parts)
        if telling.hosts:
            parts.mediators.extend(s for s in subject if s not in parts.mediators)
            self._place_of_host(parts, subject)
        elif subject and not parts.between:
            parties = [*subject, *parties]
        elif self._is_arabic and len(subject) > 1 and _are_both(parts.between):
            parties = [*subject]  # "ترأسا أعمال الدورة بين البلدين"
        if hit.enclitic and not subject:
            parties.insert(0, self._who_met_before(hit, host) or self._owner(hit))
        referred = hit.definite and not self._follows_time(hit.first)
        told = host is not None and not self._follows_time(hit.first)
        lone = not (parties or parts.with_ or parts.attended or told or referred)
        if lone and not (hit.noun.visit and self._guest(parts)):
            return self._joined_subject(hit.first), True
        parties.extend((*parts.with_, *parts.attended))
        if hit.noun.visit:
            self._visited(parts, parties, invited=own is not None and own.verb.role == "invites")
            if all(is_adjective(p) for p in parties):
                parties = []
        known = distinct(parties)
        own_guest = known[0] if len(known) == 1 and own is not None else None
        if own_guest and self._is_arabic and not is_adjective(own_guest):
            asked = isinstance(own_guest, Mention) and own_guest.category == "actor"
            if asked and host is not None and host.speaker not in (None, own_guest):
                return distinct([host.speaker, own_guest]), False  # "طلب الوزير لقاء الرئيس"
        if not known and self._is_asked_of(telling, hit, host, own):
            return self._asker_and_asked(host), False
        if len(known) == 1 and parts.with_ and host is None:
            known = distinct([*self._speaking_behind(hit), *known])
        guests = bool(parts.with_) and all(p in parts.with_ for p in known)
        guests = guests and self.words.language == "en" and own is not None
        if guests and host is not None and host.speaker is not None:
            return distinct([host.speaker, *known]), False  # "proposed talks with A and B"
        if len(known) == 1 and parts.with_ and host is not None and host.speaker is not None:
            if own is not None:
                return distinct([host.speaker, *known]), False
            place = self.view.tokens[hit.first].start
            return [Pointer(kind="own-side", place=place), *known], True
        return known, all(is_adjective(p) for p in known)

    def _who_met_before(self, hit: NounHit, host: Told | None) -> Mention | None:
        """Return A of "قال إن A التقى B قبل محادثاته مع C": of the words told, not who tells."""
        one = self.leading[0] if len(self.leading) == 1 else None
        if not self._is_arabic or host is None or not isinstance(one, Mention):
            return None
        within = host.content_first <= one.first < hit.first
        feminine = hit.enclitic == "ها"
        agrees = hit.enclitic in ("ه", "ها") and (one.gender == "feminine") == feminine
        return one if within and agrees and (one.person or one.role) else None

    def _is_asked_of(
        self, telling: Telling, hit: NounHit, host: Told | None, own: VerbHit | None
    ) -> bool:
        """True for "asked X for a meeting", "wrote to X to ask for a meeting"."""
        asked = telling.status == "proposed" and self.words.language == "en"
        asked = asked and (own is not None or self._is_asked_for(hit, host))
        return asked and bool(self._asker_and_asked(host))

    def _is_asked_for(self, hit: NounHit, host: Told | None) -> bool:
        """True for the noun of "asked X for an urgent meeting"."""
        asks = host is not None and host.attribution.cue.row.id == "ask"
        return asks and any(self.view.form(k) == "for" for k in range(hit.first - 3, hit.first))

    def _asker_and_asked(self, host: Told | None) -> list[Party]:
        """Return who asks for a meeting and who is asked."""
        heard = [p for p in host.addressees if isinstance(p, Mention)] if host else []
        heard = [p for p in heard if p.kind != "media" and can_act(p)]
        speaker = host.speaker if host is not None else None
        return distinct([speaker, *heard[:1]]) if speaker is not None and heard else []

    def _who_was_there(self, hit: NounHit, parts: Parts) -> list[Party]:
        """Return who held it in Arabic, and in English who raised something at it."""
        if self._is_arabic:
            return self._who_held_it(hit, parts) or self._crowd_coming(hit)
        if hit.noun.id != _SESSION or self.words.language != "en":
            return []
        raised = who_raised_it(self.view, hit.first)
        return [raised] if raised is not None else []

    def _own_light(self, host: Told | None, hit: NounHit) -> VerbHit | None:
        """Return the statement's own verb where it is one of meeting: "proposed a summit"."""
        return own_light(self.view, self.words, host, hit.first)

    def _crowd_coming(self, hit: NounHit) -> list[Party]:
        """Return the people of "زيارة كان وفد من النواب سيقوم بها إلى روما"."""
        if not hit.noun.visit or hit.enclitic:
            return []
        reach = hit.last + _COMES_WITHIN
        return [*crowds_within(self.view, self.words, hit.last + 1, reach)]

    def _joined_subject(self, i: int) -> list[Party]:
        """ "A and B left after hours of talks": two who act together are those who talked."""
        subject = find_subject(self.view, before=i)
        parties = distinct(self._joined_around(subject)) if subject is not None else []
        behind = len(parties) == 1 and self.view.form(i - 1) in _AFTER_TALKS
        if behind and subject is not None:  # "وقع A وضيفه B اتفاقا عقب مباحثات"
            beside = joined_beside(self.view, subject.last + 1)
            parties += [beside[0]] if beside and isinstance(beside[0], Mention) else []
        return parties if len(parties) > 1 else met_in_passing(self.view, self.words, i)

    def _follows_time(self, i: int) -> bool:
        """True for "(after) five days of talks", whichever talks they were."""
        if not self._is_of(i - 1):
            return False
        lasting = self.view.form(i - 2) in _LENGTHS
        return lasting or self.view.time_at[max(0, i - 2)] is not None


def _are_both(between: Sequence[Party]) -> bool:
    """True for "between the two countries", whoever met for them."""
    return len(between) == 1 and isinstance(between[0], Pointer) and between[0].kind == "pair"


def _convenes(view: View, light: VerbHit, subjects: Sequence[Party]) -> bool:
    """True for one who calls others together: "the EU will convene another round"."""
    only = subjects[0] if len(subjects) == 1 else None
    bodies = ("organization", "state", "ministry", "official", "person")
    one = isinstance(only, Mention) and only.kind in bodies and only.number != "plural"
    return one and view.form(light.first) in _CONVENING
