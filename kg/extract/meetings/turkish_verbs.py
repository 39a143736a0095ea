"""Read the meetings that Turkish verbs tell: "X, Y ile görüştü", "X'in ağırladığı Y".

In:  a verb as it stands in its clause, the parties by case. Out: who met, None for nobody.
"""

from functools import partial

from kg.extract.attribution import can_act
from kg.extract.meetings.base import count_parties, distinct
from kg.extract.meetings.turkish_bodies import body_to
from kg.extract.meetings.turkish_cases import Parts, cut_behind
from kg.extract.meetings.turkish_crowds import crowd_behind
from kg.extract.meetings.turkish_heads import heads_behind
from kg.extract.meetings.turkish_kinds import (
    goes_privately,
    is_body,
    is_impersonal,
    is_inside,
    is_person,
    office_by,
    sends_group,
    travels,
)
from kg.extract.meetings.turkish_nouns import TurkishMeetingNouns, are_several, has_side
from kg.extract.meetings.turkish_offers import (
    asked_to_meet,
    invited_home,
    inviter_of,
    is_offered,
    offered_by,
    town_among,
)
from kg.extract.meetings.turkish_places import told_apart
from kg.extract.meetings.turkish_sites import (
    agreed_there,
    briefed_there,
    is_signing,
    is_speech_there,
)
from kg.extract.meetings.turkish_summons import summoned
from kg.extract.meetings.turkish_words import MeetingHit
from kg.extract.told import Told
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_VERBAL = frozenset({"nominal", "prospective", "infinitive"})
_FINITE = frozenset({"past", "present", "future"})
_BEHIND = 6
_CONVENED = 4
_OF_A_BODY = ("görüş", "ele al")
_RECALLED = words_of("tr", "recalled")
_AGAIN = words_of("tr", "once_more")
_GUEST = words_of("tr", "guest_in_front")
_OFFICES = endings_of("tr", "offices_of_a_guest")
_OPENING = 3
_SEATS = words_of("tr", "seat_of_somebody")
_INVITATION = words_of("tr", "invitation")
_WHAT_FOR = words_of("tr", "what_for")
_ALLOWED = words_of("tr", "allowed")
_WHILE = endings_of("tr", "meanwhile_done")


class TurkishMeetingVerbs(TurkishMeetingNouns):
    """One sentence, and what its verbs of meeting tell."""

    def _of_verb(self, hit: MeetingHit, parts: Parts, host: Told | None) -> list[Party] | None:
        if hit.inflection is None:
            return None
        if hit.inflection.form in _VERBAL or self.view.form(hit.last).endswith(_WHILE):
            cut_behind(parts, hit.first)
        subjects = self._subjects(hit, parts, host)
        self._take_head(hit, parts)
        several = len(parts.objects) + len(parts.with_) > 1 or bool(parts.pairs)
        several |= any(are_several(p) for p in parts.objects)
        gathers = hit.frame in ("host", "convene") and several and is_offered(self.view, hit)
        if hit.frame == "bring" or gathers:
            return self._brought(parts, subjects, host)
        if hit.frame == "summon":
            return self._summoned(hit, parts, subjects, host)
        if hit.frame == "to":
            return self._reached(hit, parts, subjects, host)
        if hit.frame == "of":
            return self._faced(hit, parts, subjects, host)
        if hit.frame == "visit":
            return self._visit(hit, parts, subjects, host)
        if hit.frame == "host":
            return self._hosted(hit, parts, subjects, host)
        if hit.frame == "agree":
            return self._agreed(hit, parts, subjects)
        if hit.frame == "convene":
            return self._convened(hit, parts, subjects, host)
        if hit.frame == "brief":
            return self._briefed(hit, parts, subjects, host)
        return self._together(hit, parts, subjects, host)

    def _subjects(self, hit: MeetingHit, parts: Parts, host: Told | None) -> list[Party]:
        """Return who does it: the genitive of a verbal noun, else the nominative."""
        form = hit.inflection.form if hit.inflection is not None else ""
        if form == "relative":
            return self._behind(hit, alone=bool(parts.with_))
        verbal = form in _VERBAL
        if verbal and parts.pairs and all(are_several(p) and not has_side(p) for p in parts.owners):
            return [*parts.pairs]  # "iki ülkenin komutanlarının buluştuğu"
        ahead = [c for c in parts.crowds if c.first < hit.first]
        if verbal and not parts.owners and ahead and (parts.with_ or parts.objects):
            return [ahead[-1]]  # "X ile ayrılıkçı grupların görüştüğünü"
        subjects = [*parts.owners] if verbal else [*parts.subjects]
        if form == "converb" and host is not None and not subjects:
            first = parts.owners[0] if parts.owners else None
            doer = isinstance(first, Mention) and first.first < hit.first and is_person(first)
            subjects = parts.owners[:1] if doer else []  # "X'in Y'yi arayıp … ettiğini"
        subjects = subjects or ([*parts.subjects] if verbal else [])
        if parts.between and not subjects:
            subjects = [*parts.between]
        return subjects or [*parts.pairs] or self._guest(hit) or self._postposed(hit)

    def _guest(self, hit: MeetingHit) -> list[Party]:
        """ "Konuk bakan (… tarafından kabul edildi)": whom the meeting before tells was met."""
        view = self.view
        for i in range(self.start, min(hit.first, self.start + _OPENING)):
            office = view.mention_at[i + 1] if i + 1 < view.size else None
            bare = office is None or not office.side
            if view.form(i) in _GUEST and view.form(i + 1).endswith(_OFFICES) and bare:
                return [Pointer(kind="guest", place=view.tokens[i].start)]
        return []

    def _postposed(self, hit: MeetingHit) -> list[Party]:
        """ "… kabul etti X.": the subject behind its verb, at the sentence's end."""
        finite = hit.inflection is not None and hit.inflection.form in _FINITE
        behind = self.view.mention_from(hit.last + 1) if finite else None
        if behind is None or behind.case != "nominative" or not can_act(behind):
            return []
        return [behind] if not self.view.is_word(behind.last + 1) else []

    def _take_head(self, hit: MeetingHit, parts: Parts) -> None:
        """Take Y of "X'in ağırladığı Y", "X'in görüştüğü Y": whom the verb's object is."""
        inflection = hit.inflection
        if inflection is None or inflection.form not in ("nominal", "prospective"):
            return
        behind = crowd_behind(self.view, hit.last + 1, self.words.people)
        head = behind or self.view.mention_from(hit.last + 1)
        bare = inflection.text.endswith(("ğı", "ği", "ğu", "ğü", "ları", "leri"))
        if head is None or not bare or not can_act(head):
            return
        if not (parts.owners or is_person(head)):
            return
        self._leave_head(parts, head)
        if hit.frame == "host" and self._is_received(head):
            parts.objects.append(head)
        elif hit.frame in ("with", "gather") and not parts.with_ and is_person(head):
            parts.with_.append(head)
        elif hit.frame == "visit" and head.category in ("place", "either"):
            parts.goals.append(head)

    def _leave_head(self, parts: Parts, head: Mention) -> None:
        """The head of the clause is nothing else in it."""
        for given in (parts.subjects, parts.objects, parts.owners):
            given[:] = [p for p in given if p != head and not is_inside(p, head)]

    def _together(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        if hit.id == "konuş" and self._is_talk_to(hit):
            return None
        if hit.denied and not (parts.with_ and count_parties(distinct(parts.with_)) < 3):
            return None
        if hit.id == "ele al" and hit.inflection and hit.inflection.voice == "passive":
            return None  # "Y ile yaptığı görüşmede … ele alındı"
        if hit.id == "ele al" and not parts.with_:
            return self._sits_on(hit, parts, subjects)
        with_ = [*parts.with_, *(parts.between if parts.between is not subjects else [])]
        if with_ and not subjects:
            others = distinct(with_)
            subjects = [] if len(others) > 1 and hit.frame == "gather" else self._elided(hit, host)
        parties = distinct([*subjects, *with_])
        if count_parties(parties) < 2 and (asked := asked_to_meet(self.view, hit, parts, host)):
            parties = distinct([*self._elided(hit, host), *asked])
        if count_parties(parties) > 1:
            offered_by(parts, parties, host)
            return parties
        if not parties and hit.inflection and hit.inflection.form == "infinitive" and host:
            parties = [host.speaker] if host.speaker and are_several(host.speaker) else []
        if not parties and is_impersonal(hit) and self.view.form(hit.first - 1) in _AGAIN:
            place = self.view.tokens[hit.first].start  # "ay sonunda tekrar buluşulacağını söyledi"
            return [Pointer(kind="met", place=place, human=False)]
        several = any(are_several(p) for p in parties)
        again = (
            bool(hit.inflection) and self.view.form(hit.first - 1) in _AGAIN and host is not None
        )
        sits = hit.frame == "gather" or (hit.id in _OF_A_BODY and is_body(parties))
        if sits and several and (parts.place or parts.time or again):
            return parties
        return None

    def _is_talk_to(self, hit: MeetingHit) -> bool:
        """True for "gazetecilere konuştu", "BBC'ye konuştu", "forumda konuştu": a speech."""
        before = self.view.mention_to(hit.first - 1)
        if before is not None:
            return before.case == "dative"
        told = self.view.lexicon.word_set("press")
        if is_speech_there(self.view, hit.first - 1) or self.view.form(hit.first - 1) in told:
            return True
        return self.view.form(hit.first - 1).endswith(("lere", "lara", "lerine", "larina"))

    def _sits_on(self, hit: MeetingHit, parts: Parts, subjects: list[Party]) -> list[Party] | None:
        """ "Konsey krizi yarın ele alacak": a body, where no other word tells of its meeting."""
        people = [p for p in subjects if is_person(p) and not isinstance(p, Pointer)]
        told = parts.place is not None or parts.time is not None
        if told and len(distinct(people)) > 1 and len(people) == len(subjects):
            return None if self._meets_there(hit) else [*people]  # "A ile B, krizi ele aldı"
        body = is_body(subjects) and told and not self._meets_there(hit)
        return [*subjects] if body else None

    def _behind(self, hit: MeetingHit, *, alone: bool) -> list[Party]:
        """ "… ile görüşen Fidan": the noun behind the participle."""
        for i in range(hit.last + 1, min(self.view.size, hit.last + _BEHIND)):
            mention = self.view.mention_from(i)
            if mention is not None and mention.case == "genitive":
                held = self.view.mention_from(mention.last + 1)  # "… görüşen X'in sözcüsü Y"
                mention = held if held is not None and held.person and held.role else mention
            if mention is not None:
                heads = partial(heads_behind, self.view, self.words, hit, alone=alone)
                return heads(mention) if can_act(mention) else []
        return []

    def _hosted(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        passive = hit.inflection is not None and hit.inflection.voice == "passive"
        guests = parts.agents if passive else [p for p in parts.objects if self._is_received(p)]
        if passive and not guests:
            guests = office_by(self.view, self.start, hit.first, self.words.persons)
        if passive and parts.with_ and subjects:
            subjects = [*parts.with_, *subjects]  # "A ile B, C tarafından kabul edildi"
        receiving = [p for p in subjects if not isinstance(p, Pointer) or p.kind != "pair"]
        if not passive and not guests and receiving and parts.pairs:
            guests, subjects = parts.pairs[:1], receiving  # "X iki tarafı ayrı ayrı kabul etti"
        if not guests or (passive and not subjects):
            return None
        return distinct([*(subjects or self._elided(hit, host)), *guests])

    def _is_received(self, party: Party) -> bool:
        """True for people, with or without a name, and for "Şili heyetini"."""
        if is_person(party) or not isinstance(party, Mention):
            return is_person(party)
        return any(self.view.form(i) in self.words.groups for i in (party.last, party.last + 1))

    def _agreed(self, hit: MeetingHit, parts: Parts, subjects: list[Party]) -> list[Party] | None:
        """ "A ile B dün Roma'da anlaştı", "A ile B'nin Bern'de vardığı uzlaşma": they met there."""
        form = hit.inflection.form if hit.inflection is not None else ""
        signing = form == "future" and is_signing(self.view, hit)  # nobody plans to agree
        told = form in ("past", "nominal") or (signing and parts.time is not None)
        told = told and agreed_there(self.view, parts.place, hit)
        if not told or self._meets_there(hit):
            return None
        parties = distinct([*subjects, *parts.with_])
        sides = [p for p in parties if isinstance(p, Pointer) or p.case != "locative"]
        return sides if count_parties(sides) > 1 else None

    def _convened(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X kabinesini (olağanüstü) topladı": X and the body."""
        passive = hit.inflection is not None and hit.inflection.voice == "passive"
        bodies = [p for p in parts.objects if isinstance(p, Mention) and p.kind == "organization"]
        for i in range(hit.first - 1, max(self.start, hit.first - _CONVENED) - 1, -1):
            if not bodies and (found := body_to(self.view, self.words, i)) is not None:
                bodies = [found]
        if passive or not bodies:
            return None
        return distinct([*(subjects or self._elided(hit, host)), *bodies])

    def _briefed(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X, New York'ta Konseyi bilgilendirdi": a body or people, in a place or at a sitting."""
        passive = hit.inflection is not None and hit.inflection.voice == "passive"
        heard = [p for p in parts.objects if not isinstance(p, Mention) or p.kind != "media"]
        if passive or not heard or not briefed_there(self.view, parts, hit.first):
            return None
        tellers = [p for p in subjects if p not in heard] or self._elided(hit, host)
        return distinct([*tellers, *heard])

    def _reached(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X, Y'ye telefon açtı"."""
        ahead = hit.inflection is not None and hit.inflection.form not in _FINITE
        goals = [g for g in parts.goals if g.first < hit.first or not ahead]
        reached: list[Party] = [g for g in goals if is_person(g)]
        if not reached:
            return None
        return distinct([*(subjects or self._elided(hit, host)), *reached])

    def _faced(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X, Y'nin karşısına oturdu": the genitive nearest to the verb is met."""
        met = next((p for p in reversed(parts.owners) if is_person(p)), None)
        if met is None:
            return None
        others = [p for p in subjects if p != met] or [p for p in parts.subjects if p != met]
        return distinct([*(others or self._elided(hit, host)), met])

    def _summoned(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X büyükelçisi Dışişleri Bakanlığına çağrıldı": the ministry and the diplomat."""
        if self.view.form(hit.first - 1) in _RECALLED:
            return None  # called home
        if not subjects and host is not None and isinstance(host.speaker, Mention):
            subjects = [host.speaker]
        passive = hit.inflection is not None and hit.inflection.voice == "passive"
        invited = [*parts.pairs] or (parts.objects if len(parts.objects) > 1 else [])
        goal = town_among(parts.goals)
        if invited and goal is not None and not passive and not parts.with_:
            parts.place, parts.proposed = goal, True  # "iki lideri Soçi'ye davet etti"
            parts.mediators.extend(p for p in subjects if p not in invited)
            return distinct(invited)
        seat = parts.owners[-1:] if self.view.form(hit.first - 1) in _SEATS else []
        if passive and seat and subjects:
            return distinct([*subjects, *seat])  # "X, bakan Y'nin makamına çağrıldı"
        subjects = subjects or ([*parts.owners] if passive else [])
        people = [p for p in (subjects if passive else parts.objects) if is_person(p)]
        asked = self.view.form(hit.first) in _INVITATION and not passive and len(people) == 1
        if asked and goal is not None and goal.last < hit.first:
            parts.place, parts.proposed = goal, True  # "lideri Bişkek'e davet etti"
            return distinct([*(subjects or self._elided(hit, host)), *people])
        elided = partial(self._elided, hit, host)
        home = invited_home(self.view, self.start, hit, parts, subjects, people, elided)
        if home is not None:
            parts.place, parts.proposed = goal, True
            return home
        return summoned(self.view, self.start, hit, parts, people, [] if passive else subjects)

    def _visit(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        if self.view.form(hit.last + 1) in _ALLOWED:
            return None
        goals = [m for m in (*parts.objects, *parts.goals) if isinstance(m, Mention)]
        converb = hit.inflection is not None and hit.inflection.form == "converb"
        goals = [m for m in goals if m.first < hit.first or not converb]
        if hit.go:
            return self._gone(hit, parts, subjects, host)
        if converb and not subjects and any(is_person(g) for g in goals):
            subjects = self._elided(hit, host)  # "X, Y'yi ziyaret ederek … istedi"
        if not goals or not subjects:
            return None
        place = next((g for g in goals if g.category in ("place", "either")), None)
        goals, unknown = told_apart(goals)
        parts.place = place or parts.place or unknown
        return distinct([*subjects, *(g for g in goals if can_act(g))])

    def _gone(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X yarın Tahran'a gidecek": somebody goes to see a government, and does nothing else."""
        goals = [g for g in parts.goals if g.category == "either" and g.last < hit.first]
        future = hit.inflection is not None and hit.inflection.form == "future"
        groups = self.words.groups
        sent = [p for p in subjects if travels(p) or sends_group(self.view, groups, p)]
        travellers = sent or ([] if subjects else self._unnamed_group(hit.first, "nominative"))
        if not subjects and future and not travellers:
            travellers = self._elided(hit, host)
        if travellers and (inviter := inviter_of(self.view, self.start, hit.first)):
            parts.place = town_among(parts.goals) or parts.place
            return distinct([*(t for t in travellers[:1] if t not in inviter), *inviter])
        travellers = [t for t in travellers if not goes_privately(self.view, t, hit.first)]
        if not goals or not travellers or self._meets_there(hit):
            return None
        parts.place = goals[0]
        return distinct([*travellers[:1], *goals])

    def _meets_there(self, hit: MeetingHit) -> bool:
        """True where another word of the sentence tells of the meeting itself."""
        view = self.view
        others = (i for i in range(view.size) if not hit.first <= i <= hit.last)
        hits = (self.words.at(view.tokens, i) for i in others if view.is_word(i))
        meets = (h for h in hits if h is not None and not h.go and h.id != "invitation")
        return any(h.id != "ele al" or view.form(h.last + 1) not in _WHAT_FOR for h in meets)

    def _brought(
        self, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X, A ile B'yi bir araya getirdi": X mediates."""
        parties = distinct([*parts.with_, *parts.objects])
        of_both = len(parties) == 1 and are_several(parties[0]) and not has_side(parties[0])
        if (not parties or of_both) and parts.pairs:  # "iki ülkenin bakanlarını"
            parties = [*parts.pairs]
            subjects = [p for p in subjects if p not in parts.pairs] or [*parts.owners]
        if len(parties) < 2 and not any(are_several(p) for p in parties):
            return None
        parts.mediators.extend(p for p in subjects if p not in parties)
        offered_by(parts, parties, host)
        return parties
