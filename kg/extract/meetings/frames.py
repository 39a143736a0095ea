"""Tell by the frame of a verb of meeting who met: whom it receives, sees, telephones, joins.

In:  a verb, what was read around it and its subject. Out: who met; None where nobody is known to
have. A frame is a row's `frame` in meetings.toml.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract.meetings.arabic_before import team_of_sides
from kg.extract.meetings.arabic_guests import is_aside
from kg.extract.meetings.arabic_summons import summoned
from kg.extract.meetings.base import count_parties, distinct, is_adjective, receives
from kg.extract.meetings.bound import BODIES, bound_for, is_group, is_told_at, spoke_together
from kg.extract.meetings.english_talked_over import taking_up
from kg.extract.meetings.order import with_pronoun, without_offices
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.recall import calls_back, is_recall
from kg.extract.meetings.status_signs import has_will
from kg.extract.meetings.verb_checks import VerbChecks
from kg.extract.meetings.who_meets import (
    are_leaders,
    are_people,
    as_people,
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
_PUT_UP = "put-up"
_WELCOME = "welcome"
_MEANT = words_of("en", "meant_as_seeing")
_IDIOMS = ("company", "table", "ring", "invite", "go-to", "raise", "give", "part", "sign")
_JOINED = ("object", "host", "with", "visit")


@dataclass(slots=True)
class Around:
    """A verb and who stands around it: its subject, others beside it, those behind "with"."""

    hit: VerbHit
    parts: Parts
    subject: list[Party]
    others: list[Party]
    with_: list[Party]


class MeetingFrames(VerbChecks):
    """Who met, frame by frame."""

    def _verb_parties(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> list[Party] | None:
        if team := team_of_sides(self.view, self.words, hit, parts):
            return team
        if (called := summoned(self.view, hit, parts, subject)) is not None:
            return called or None
        around = self._around(hit, parts, subject)
        if self._is_interview(around):
            return None
        topic = hit.verb.frame in ("topic", "examine")
        if topic and self.view.form(hit.first - 1) == "to" and not self._is_bridged(hit):
            return None  # "met to discuss": the purpose of another verb
        if not self._is_english and len(distinct([*subject, *parts.bare])) < 2:
            around.subject = self._elsewhere(hit, parts, subject)
        if hit.verb.frame in _IDIOMS:
            return self._idiom(hit, parts, around.subject, around.others)
        read = self._readers().get(hit.verb.frame or "", self._meeting)
        return read(around)

    def _readers(self) -> dict[str, Callable[[Around], list[Party] | None]]:
        return {
            "topic": self._discussing,
            "examine": self._examining,
            "gather": lambda a: self._gathered(a.hit, a.parts, a.subject, a.others),
            "phone": self._telephoning,
            "tell": self._telling_by_telephone,
            "join": self._joining,
            "assemble": self._assembling,
            "summoned": lambda a: self._summoned(a.hit, a.parts, distinct([*a.subject, *a.others])),
            "call-at": lambda a: self._calling_at(a.parts, a.subject),
            "mutual": self._speaking_together,
            "bound": self._bound,
            "see": self._seeing,
            "body": self._sitting,
            "speak": self._speaking,
            "visit": lambda a: self._visit(a.hit, a.parts, a.subject, a.others),
            "host": self._hosting,
        }

    def _around(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> Around:
        """Return who stands where; sides that only belong to a crowd are no party themselves."""
        frame = hit.verb.frame
        if frame == "with" and self.words.language == "ar":
            parts.bare = without_offices(parts.bare)
        parts.bare = [p for p in parts.bare if not is_aside(self.view, p)]
        others: list[Party] = [*parts.bare]
        if hit.enclitic:
            others.append(self._object(hit))
        if frame in _JOINED:
            crowd = self._crowd(hit, [*subject, *parts.bare, *parts.with_, *parts.between])
            others = [p for p in others if not (crowd and is_adjective(p))]
            parts.bare = [p for p in parts.bare if not (crowd and is_adjective(p))]
            parts.with_ += crowd
        with_ = [*parts.between, *parts.with_, *parts.attended]
        if hit.verb.call and self._is_english:  # "spoke by phone to X"
            with_ += [m for m in parts.to if m.category == "actor"]
        return Around(hit=hit, parts=parts, subject=subject, others=others, with_=with_)

    def _is_interview(self, around: Around) -> bool:
        """True for "spoke by phone to Radio X"."""
        asked = any(isinstance(p, Mention) and p.kind == "media" for p in around.with_)
        return asked and around.hit.verb.call and self._is_english

    def _discussing(self, around: Around) -> list[Party] | None:
        """ "A and B discussed it", "A discussed it with B"."""
        if self._is_english and self._is_passive(around.hit):  # "the dam was discussed by A and B"
            agents = distinct(around.with_)
            return agents if count_parties(agents) > 1 and are_leaders(agents) else None
        group = taking_up(self.view, around.hit, around.parts, around.subject)
        if group is not None and not around.with_:
            return group
        own = around.subject or self._first_joined(self._doing_it(around))
        together = count_parties(distinct(own)) > 1
        if own and not around.with_ and together:
            return distinct(own) if self._is_near(around.hit) or are_leaders(own) else None
        both = own and (around.with_ or together)
        return distinct([*own, *around.with_]) if both else None

    def _doing_it(self, around: Around) -> list[Party]:
        """Return who may be the subject: behind "بحث معها ملف" is what they talked about."""
        view, after = self.view, around.hit.last + 1
        if self._is_english or with_pronoun(view, after) is None:
            return around.others
        first = next((p for p in around.others if isinstance(p, Mention)), None)
        if first is None or first.first == after + 1:
            return around.others
        before = first.first - 1
        plain = view.is_word(before) and view.time_at[before] is None
        manner = self.words.lists["manner"].length_at(view.tokens, before)
        return [] if plain and not manner else around.others

    def _examining(self, around: Around) -> list[Party] | None:
        return taking_up(self.view, around.hit, around.parts, around.subject)

    def _is_bridged(self, hit: VerbHit) -> bool:
        """True for "are to discuss", "is due to discuss", not for "met to discuss"."""
        return self._is_english and has_will(self.view, hit)

    def _telephoning(self, around: Around) -> list[Party] | None:
        """ "A telephoned B", "A and B spoke by telephone"."""
        hit, parts = around.hit, around.parts
        behind = [] if self._is_english else around.others  # verb before subject
        parties = distinct([*around.subject, *behind, *around.with_, *parts.to])
        if count_parties(parties) > 1 and self._is_near(hit):
            return parties
        people = [as_people(p) for p in parties]
        if not self._is_english and (around.with_ or parts.to):  # "تحدث إلى بوتين"
            able = count_parties(people) > 1 and all(map(is_leader, people))
            return people if able else None
        return people if count_parties(people) > 1 and self._spoke(hit, people) else None

    def _telling_by_telephone(self, around: Around) -> list[Party] | None:
        """ "A told B by telephone", "A told B at the talks"."""
        behind = around.others or self._behind_with(around)  # "told his counterpart"
        parties = distinct([*around.subject, *behind])[:2]
        two = count_parties(parties) == 2 and are_leaders(parties)
        many = any(isinstance(p, Mention) and p.number == "plural" for p in parties)
        at_all = self._is_by_phone(around.hit, around.parts)
        at_all = at_all or (self._is_english and is_told_at(self.view, around.parts))
        return parties if two and not many and at_all else None

    def _behind_with(self, around: Around) -> list[Party]:
        return around.parts.with_ if self._is_english else []

    def _joining(self, around: Around) -> list[Party] | None:
        """ "A joined B for talks": what for tells that they met."""
        hit = around.hit
        near = range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
        led = (i for i in near if self.view.form(i - 1) in ("for", "a", "an"))
        meets = next((n for i in led if (n := self.words.noun_at(self.view.tokens, i))), None)
        agents = around.with_ if self._is_english and self._is_passive(hit) else []
        parties = distinct([*around.subject, *around.others, *agents])
        if meets is None or count_parties(parties) < 2 or not are_people(parties):
            return None
        self.taken.add(meets.first)
        self._go_on(around.parts, meets.last + 1)
        return parties

    def _assembling(self, around: Around) -> list[Party] | None:
        """ "The ministers assembled in Rome": several, and where, or when they do again."""
        subject, parts = around.subject, around.parts
        several = subject if len(subject) > 1 else [p for p in subject if is_group(p)]
        told = parts.place or (parts.time and around.hit.verb.id == "reconvene")
        return several if several and told else None

    def _speaking_together(self, around: Around) -> list[Party] | None:
        limit = self._limit(around.hit.first)
        return spoke_together(self.view, around.hit, around.parts, around.subject, limit)

    def _bound(self, around: Around) -> list[Party] | None:
        limit = self._limit(around.hit.first)
        return bound_for(self.view, self.words, around.hit, around.parts, around.subject, limit)

    def _seeing(self, around: Around) -> list[Party] | None:
        """ "A saw B on Monday", "is to see B": not whoever looks at something."""
        hit, parts = around.hit, around.parts
        others = [
            *around.others,
            *(p for p in parts.with_ if not isinstance(p, Mention) or p.person),
        ]
        parties = distinct([*around.subject, *others])
        meant = self.view.form(hit.first - 1) in _MEANT or hit.inflection.form == "past"
        meant = meant or self.view.form(hit.first - 2) in ("when", "where")  # "when he sees X"
        told = parts.place is not None or parts.time is not None
        meant = meant or self._is_to_see(hit) or (told and self._will(hit))
        both = len(parties) > 1 and meant and are_leaders(others) and bool(others)
        return parties if both else None

    def _sitting(self, around: Around) -> list[Party] | None:
        """ "The Security Council convened", "A and B sat in Rome"."""
        both = around.parts.place is not None and count_parties(around.subject) > 1
        return around.subject if both else self._body(around.parts, around.subject)

    def _speaking(self, around: Around) -> list[Party] | None:
        """ "A spoke to her counterpart B": two who lead."""
        behind = around.others or self._behind_with(around)
        parties = distinct([*around.subject, *behind, *around.parts.between])
        able = all(map(is_leader, parties)) or self._are_states_talking(around.hit, parties)
        return parties if len(parties) > 1 and able else None

    def _meeting(self, around: Around) -> list[Party] | None:
        """ "A met B", "A and B met", "met with B"."""
        hit, parts, subject = around.hit, around.parts, around.subject
        frame, others, with_ = hit.verb.frame, around.others, around.with_
        if frame == "with" and not with_ and not (len(subject) > 1 or len(others) > 1):
            alone = distinct([*subject, *others])
            if not (_plural(hit) or self._body(parts, alone) or any(map(is_group, alone))):
                return None
            return alone or None
        if frame == "object" and subject and not (others or with_):
            others = self._crowd_behind(hit)
        parties = self._leading_parties(around, others)
        if frame == "object" and count_parties(parties) < 2 and not hit.enclitic:
            return self._one_party(hit, parts, subject, parties)
        return self._unless_thing(hit, subject, parties)

    def _hosting(self, around: Around) -> list[Party] | None:
        """ "A received B", "B was hosted by A": people, who were not taken in or called back."""
        hit, subject = around.hit, around.subject
        others, nameless = around.others, list[Party]()
        if subject and not (others or around.with_):
            others = nameless = self._crowd_behind(hit)
        if met := self._hosted_again(hit, around.parts, subject):
            return met
        if calls_back(self.view, self.words, hit):
            return None
        if self._is_english and not (others or around.with_ or self._is_passive(hit)):
            return None  # "A and B will host the match": nobody is met
        parties = self._leading_parties(around, others)
        if count_parties(parties) < 2 and not hit.enclitic:
            return self._summoned(hit, around.parts, parties)
        if not (nameless or are_people(parties, parted=self._is_delegation(parties))):
            return None
        if is_recall(self.view, self.words, hit, parties) or self._takes_in(parties):
            return None
        return self._unless_thing(hit, subject, parties)

    def _leading_parties(self, around: Around, others: list[Party]) -> list[Party]:
        """Return all of them, and remember who leads: he does what the next verb tells."""
        parties = without_adjectives(distinct([*around.subject, *others, *around.with_]))
        if not self.leading and parties:
            self.leading = parties[:1]
        return parties

    def _unless_thing(
        self, hit: VerbHit, subject: list[Party], parties: list[Party]
    ) -> list[Party] | None:
        """Return them, but None for "welcomed the pact", "put up a cup"."""
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
