"""Read the meetings that Turkish nouns tell: "A ile B arasındaki görüşmeler", "Ankara ziyareti".

In:  a noun as it stands in its clause, the parties by case. Out: who met, None for nobody.
"""

from dataclasses import dataclass, replace
from functools import partial

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.meetings.base import distinct
from kg.extract.meetings.turkish_attended import came_too
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_groups import behind_its_holder
from kg.extract.meetings.turkish_named_together import named_together
from kg.extract.meetings.turkish_noun_checks import TurkishNounChecks
from kg.extract.meetings.turkish_offers import hosted_talks, invited, set_for_a_day, wished_for
from kg.extract.meetings.turkish_places import told_apart, town_called
from kg.extract.meetings.turkish_ready import ready_for
from kg.extract.meetings.turkish_sites import is_of_match
from kg.extract.meetings.turkish_status import Telling
from kg.extract.meetings.turkish_words import MeetingHit, may_tell
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer, mentions_of
from kg.model.mention import Mention

_AGENDA = endings_of("tr", "agenda_of_a_meeting")
_ABOUT_IT = words_of("tr", "about_a_meeting")
_SITTING_WITHIN = 4
_TAKING_PART = endings_of("tr", "taking_part")
_PROPOSING = endings_of("tr", "proposing")
_MANY = endings_of("tr", "of_three_and_more")
_NEAR = 3
_ELSEWHERE = endings_of("tr", "of_another_verb")
_ASKED_OF = endings_of("tr", "asked_of")
_ABOUT_A_STATE = frozenset({"conference", "summit", "round-table", "workshop"})
_WHILE = words_of("tr", "set_against")
_AGAINST = words_of("tr", "against_that")
_UNDONE = endings_of("tr", "undone")


@dataclass(frozen=True, slots=True)
class Around:
    """A noun and who stands around it: right in front, and in the genitive."""

    hit: MeetingHit
    parts: Parts
    telling: Telling
    host: Told | None
    beside: list[Party]
    owners: list[Party]


class TurkishMeetingNouns(TurkishNounChecks):
    """What the nouns of meeting of one sentence tell."""

    def _of_noun(
        self, hit: MeetingHit, parts: Parts, telling: Telling, host: Told | None
    ) -> list[Party] | None:
        if hit.series and hit.case == "accusative" and len(distinct(parts.owners)) > 1:
            hit = replace(hit, case="nominative", owned=True)  # "A ile B'nin istişareleri"
        if hit.case == "genitive" and parts.with_ and host is not None and not parts.owners:
            place = self.view.tokens[hit.first].start  # "İran'la görüşmelerin sürdüğünü söyledi"
            return [Pointer(kind="own-side", place=place), *parts.with_]
        if (besides := came_too(self.view, self.start, hit, parts)) is not None:
            return besides
        if (dated := set_for_a_day(self.view, hit, parts, telling)) is not None:
            return dated
        elided = partial(self._elided, hit, host)
        if (hosted := hosted_talks(self.view, hit, parts, telling, elided)) is not None:
            return hosted
        if (ready := ready_for(self.view, hit, parts, telling, elided)) is not None:
            return ready
        if self._tells_none(hit, parts):
            return None
        if self._is_held_by_subjects(hit, parts):
            return [*(parts.subjects or parts.pairs)]
        told = telling.status == "held" and not (telling.holding and parts.with_)
        if hit.id == "dinner" and (told or is_of_match(self.view, hit)):
            return None
        if hit.id == "invitation":
            return invited(self.view, self.start, hit, parts, telling, elided)
        wished = wished_for(self.view, hit, parts, telling, host, elided)
        if wished is not None:
            return wished
        closed = hit.case == "nominative" and self.view.is_comma(hit.last + 1)
        _leave_out_behind(parts, hit, closed=closed)
        if (referred := self._referred(hit, parts, telling, host)) is not None:
            return referred
        if parts.between:
            return [*parts.between, *parts.with_]
        around = self._around(hit, parts, telling, host)
        if hit.visit:
            return self._visit_told(around)
        if (held := self._holding(around)) is not None:
            return held
        return self._named(around) or self._unnamed(around)

    def _tells_none(self, hit: MeetingHit, parts: Parts) -> bool:
        if hit.case == "dative" and self.view.form(hit.last + 1) in _ABOUT_IT:
            return True  # "görüşmeye ilişkin açıklama yapmadı"
        if self._is_of_source(hit, parts):
            return True
        asked = self._is_only_asked(hit) or self._is_skipped(hit) or self._never_came(hit, parts)
        return asked or self._is_purpose(hit) or self._is_interview(hit, parts)

    def _referred(
        self, hit: MeetingHit, parts: Parts, telling: Telling, host: Told | None
    ) -> list[Party] | None:
        """ "Y ile görüşmesinin ardından", "bu toplantıda": one that was told of before."""
        owned = hit.owned and (parts.with_ or len(distinct(parts.owners)) > 1)
        plain = len(distinct(parts.owners)) > 1 and "'" not in self.view.form(hit.last)
        owned = owned and (hit.case != "locative" or plain)  # not "İbero-Amerika Zirvesi'nde"
        ahead = all(isinstance(p, Mention) and p.last < hit.first for p in parts.with_)
        if telling.reference and owned and ahead and parts.with_ and not parts.owners:
            return [*self._elided(hit, host), *parts.with_]
        if telling.reference and not parts.between and not (owned and parts.owners):
            return self._sitting(hit, parts)
        return None

    def _around(self, hit: MeetingHit, parts: Parts, telling: Telling, host: Told | None) -> Around:
        """Return who stands right in front of the noun, and in the genitive."""
        beside = self._beside(hit)
        towards = bool(beside) and isinstance(beside[-1], Mention) and beside[-1].kind == "state"
        owned_visit = hit.visit and towards and hit.case in ("nominative", "accusative")
        owners = [*parts.owners] if hit.owned or telling.modified or owned_visit else []
        return Around(
            hit=hit, parts=parts, telling=telling, host=host, beside=beside, owners=owners
        )

    def _visit_told(self, around: Around) -> list[Party] | None:
        """ "X'in Ankara ziyareti", "X … ziyaretini erteledi"."""
        hit, parts, telling = around.hit, around.parts, around.telling
        visitors = [*around.owners, *(parts.subjects if telling.holding else [])]
        visitors = visitors or self._unnamed_group(hit.first, "genitive")
        if not visitors and _is_put_off(hit, telling):
            visitors = [*parts.subjects] or self._elided(hit, around.host)
        if not visitors and telling.modified and around.host is not None:
            visitors = self._elided(hit, around.host)
        return self._visited(hit, parts, visitors, around.beside)

    def _holding(self, around: Around) -> list[Party] | None:
        """ "X, Y ile görüşme yaptı", "X, Y'ye görüşme önerdi": who holds it, or asks for it."""
        hit, parts, telling = around.hit, around.parts, around.telling
        if telling.holding and (parts.subjects or parts.pairs):
            subjects = [p for p in (parts.subjects or parts.pairs) if p not in around.beside]
            return [*subjects, *around.owners, *parts.with_, *around.beside]
        if telling.holding and around.host is not None and len(distinct(parts.owners)) > 1:
            return [*parts.owners, *parts.with_]  # "A ve B heyetlerinin görüşmelere başlayacağını"
        if not _is_proposed(telling, self.view, hit):
            return None
        telling.fresh = True  # not the call in which it was offered
        if telling.status == "held":
            telling.status, telling.tense, telling.commitment = "proposed", "future", "anticipates"
        return self._offered(hit, parts, around.host)

    def _named(self, around: Around) -> list[Party]:
        """Return who is named beside the noun: by an adjective, a genitive, "ile"."""
        hit, parts, telling = around.hit, around.parts, around.telling
        owners, beside = around.owners, around.beside
        if parts.pairs and not any(has_side(p) for p in owners):
            return [*parts.pairs]
        if hit.round and telling.status != "held":
            return owners or [self._pair(hit)]
        if owners and parts.with_:
            named_last = isinstance(owners[0], Pointer)
            return [*parts.with_, *owners] if named_last else [*owners, *parts.with_]
        if telling.indefinite and len(distinct(parts.subjects)) > 1:
            return [*parts.subjects, *parts.with_]
        coming = telling.status in ("planned", "postponed", "cancelled") and not telling.reference
        if parts.with_ and (telling.holding or telling.modified or coming):
            named = [p for p in parts.subjects if isinstance(p, Mention)]
            who = [p for p in named if p.first < hit.first and p.category != "adjective"]
            doing = around.host is not None and telling.holding  # "X heyetinin, Y ile … duyurdu"
            who = who or [p for p in mentions_of(parts.owners) if doing and p.first < hit.first]
            return [*(who or self._elided(hit, around.host)), *parts.with_]
        if len(parts.with_) > 1:
            return [*parts.with_]
        if len(beside) > 1:
            return beside
        if len(distinct(owners)) > 1 or (owners and hit.owned and not telling.reference):
            return [*owners, *beside]
        if parts.pairs and (telling.holding or hit.owned or telling.modified):
            return [*parts.pairs]
        many = owners and telling.modified and any(are_several(p) for p in owners)
        return owners if many else []  # "X komutanlarının yarın yapacağı toplantı"

    def _unnamed(self, around: Around) -> list[Party]:
        """Return those of the meeting told before, or the one that a noun alone names."""
        hit, parts, telling, beside = around.hit, around.parts, around.telling, around.beside
        if self._is_set(hit, parts, telling) and not beside:
            return [self._pair(hit)]
        if self._resumes(hit, parts, telling) and not beside:
            return [Pointer(kind="met", place=self.view.tokens[hit.first].start, human=False)]
        single = bool(beside) and not telling.reference and not _is_subject_matter(hit, beside)
        return beside if single and (parts.place or parts.time) else []

    def _pair(self, hit: MeetingHit) -> Pointer:
        return Pointer(kind="pair", place=self.view.tokens[hit.first].start, number="dual")

    def _offered(self, hit: MeetingHit, parts: Parts, host: Told | None) -> list[Party]:
        """ "X, A ile B'ye (üçlü) bir görüşme önerdi": all three, or A and B with X between them."""
        asked = self.view.form(hit.last + 1).startswith(_ASKED_OF)
        guests: list[Party] = [g for g in (parts.sources if asked else parts.goals) if can_act(g)]
        guests = guests or ([*host.addressees] if host is not None else [])
        guests = guests or [p for p in parts.objects if isinstance(p, Mention) and p.person]
        near = range(max(0, hit.first - _NEAR), hit.first)
        if any(self.view.form(i).startswith(_TAKING_PART) for i in near):  # "Y'nin katılacağı"
            return [*self._elided(hit, host), *guests, *parts.owners]
        proposers = [*parts.owners] or [*parts.subjects] or self._elided(hit, host)
        many = any(self.view.form(i).startswith(_MANY) for i in near)
        if len(guests) > 1 and not many:
            parts.mediators.extend(proposers)
            return guests
        return [*proposers, *guests, *parts.with_] if guests or parts.with_ else []

    def _unnamed_group(self, end: int, case: str) -> list[Party]:
        """Return "Meclis heyetinin", "Ajans'tan bir teknik heyet" in front of token `end`."""
        view = self.view
        for i in range(end - 1, self.start - 1, -1):
            if self.words.groups.get(view.form(i)) != case or view.mention_at[i] is not None:
                continue
            first = i
            while first > self.start and i - first < _NEAR and view.is_word(first - 1):
                before = view.mention_at[first - 1]
                if before is not None and before.case in ("ablative", "nominative"):
                    first = before.first
                    break
                if before is not None or view.time_at[first - 1] is not None:
                    break
                first -= 1
            group = unlinked_mention(view, first, i)
            return [group] if group is not None else []
        return []

    def _sitting(self, hit: MeetingHit, parts: Parts) -> list[Party]:
        """ "Kurulun dünkü toplantısının ardından": one body, whose meeting it was."""
        told = parts.time is not None or parts.place is not None
        bodies: list[Party] = [
            p
            for p in (*parts.owners, *parts.subjects[-1:])
            if isinstance(p, Mention) and p.kind == "organization"
            if 0 < hit.first - p.last <= _SITTING_WITHIN
        ]
        return bodies[:1] if hit.owned and told else []

    def _beside(self, hit: MeetingHit) -> list[Party]:
        """ "Türk-Rus görüşmeleri", "Türkiye-İsrail toplantısı", "NATO zirvesi"."""
        view = self.view
        found: list[Party] = []
        i = hit.first - 1
        while i >= 0:
            mention = view.mention_to(i)
            if mention is not None and mention.case in ("nominative", "adjective", None):
                if mention.person and i == hit.first - 1 and hit.owned:
                    return named_together(view, mention)
                if mention.category == "place" or mention.person:
                    break
                if view.form(mention.last + 1).startswith(_AGENDA):
                    break  # "Libya konulu toplantı"
                found.insert(0, mention)
                i = mention.first - 1
            elif view.tokens[i].text in "-–—" or view.form(i) in ("ve", "ile"):
                i -= 1
            elif found or hit.first - i > 3 or self._parts(i) or view.form(i) in _WHILE:
                break
            else:
                i -= 1
        return found

    def _parts(self, i: int) -> bool:
        """True at what cannot stand between a name and the noun that it describes."""
        view = self.view
        if view.is_break(i) or view.mention_at[i] is not None:
            return True
        return may_tell(view.form(i)) or view.form(i).endswith(_ELSEWHERE)

    def _visited(
        self, hit: MeetingHit, parts: Parts, visitors: list[Party], beside: list[Party]
    ) -> list[Party] | None:
        goals = [g for g in parts.goals if g.category in ("place", "either", "actor")]
        if not visitors:
            return None
        place = next((g for g in goals if g.category in ("place", "either")), None)
        last = beside[-1] if beside else None
        if place is None and isinstance(last, Mention) and last.category == "either":
            place = last  # "Ankara ziyareti"
            goals.append(place)
        goals, unknown = told_apart(goals)
        unknown = unknown or (town_called(self.view, hit.first - 1) if not beside else None)
        parts.place = place or parts.place or unknown
        parties = distinct([*visitors, *(g for g in goals if can_act(g))])
        return parties if len(parties) > 1 or parts.place else None

    def _undone_by(self, hit: MeetingHit, parts: Parts) -> Mention | None:
        """Return who "zirveyi iptal etti": nobody where it "iptal edildi"."""
        behind = range(hit.last + 1, min(self.view.size, hit.last + _NEAR + 1))
        if any(self.view.form(i).startswith(_UNDONE) for i in behind):
            return None
        subject = next((p for p in parts.subjects if isinstance(p, Mention)), None)
        return subject or (self._unknown_name(hit.first) if not parts.subjects else None)

    def _unknown_name(self, end: int) -> Mention | None:
        """Return the bare surname that no list has: "Trump ise zirveyi iptal etti"."""
        view = self.view
        for i in range(self.start, end):
            known = view.mention_at[i] is not None or view.time_at[i] is not None
            joins = view.form(i) in _AGAINST or view.form(i) in view.words.connector
            if view.is_word(i) and view.tokens[i].text[0].isupper() and not (known or joins):
                name = unlinked_mention(view, i, i)
                return replace(name, person=name.name) if name is not None else None
        return None

    def _elided(self, hit: MeetingHit, host: Told | None) -> list[Party]:
        """Who meets where the clause has no subject: whoever speaks, or the sentence's topic."""
        if host is not None and host.speaker is not None:
            return [host.speaker]
        subject = self._topic(hit.first)
        if subject is not None:
            return [subject]
        place = self.view.tokens[hit.first].start
        return [Pointer(kind="elided", place=place)]

    def _topic(self, end: int) -> Mention | None:
        for mention in self.view.mentions:
            if mention.first >= end:
                return None
            outside = self.view.quotation_at[mention.first] is None
            joined = self.view.form(mention.last + 1) == "ile" and mention.last + 1 < end
            free = outside and not joined and not behind_its_holder(self.view, mention)
            if free and can_act(mention) and mention.case == "nominative":
                return mention
        return None


def _is_proposed(telling: Telling, view: View, hit: MeetingHit) -> bool:
    """True for "bir görüşme önerdi"."""
    governed = hit.case in ("nominative", "accusative") and not hit.owned
    return governed and view.form(hit.last + 1).startswith(_PROPOSING)


def _is_put_off(hit: MeetingHit, telling: Telling) -> bool:
    """True for "ziyareti(ni) erteledi": the form without an n may be either case."""
    governed = hit.case == "accusative" or (hit.case == "nominative" and hit.owned)
    return governed and telling.status in ("postponed", "cancelled")


def _leave_out_behind(parts: Parts, hit: MeetingHit, *, closed: bool) -> None:
    """Leave out the owners of what stands behind the noun, where others stand in front of it."""
    ahead = [p for p in parts.owners if not isinstance(p, Mention) or p.first < hit.first]
    if parts.with_ or closed or (ahead and (hit.owned or hit.visit)):
        parts.owners[:] = ahead
    if hit.case == "locative" and not hit.owned:  # "Görüşmede A ile B arasındaki sorun ele alındı"
        parts.between[:] = [p for p in parts.between if _stands_ahead(p, hit)]


def _stands_ahead(party: Party, hit: MeetingHit) -> bool:
    return not isinstance(party, Mention) or party.first < hit.first


def _is_subject_matter(hit: MeetingHit, beside: list[Party]) -> bool:
    """True for "Libya Konferansı": what it is about, of one state that does not meet itself."""
    only = beside[0] if len(beside) == 1 else None
    state = isinstance(only, Mention) and only.kind == "state" and only.case == "nominative"
    return state and hit.id in _ABOUT_A_STATE


def are_several(party: Party) -> bool:
    if isinstance(party, Pointer):
        return party.kind == "pair"
    return party.number in ("plural", "dual") or party.kind == "organization"


def has_side(party: Party) -> bool:
    return isinstance(party, Pointer) or bool(party.side or party.person or party.gazetteer_id)
