"""Read the idioms of meeting: "had X to dinner", "sat across from X", "rang X", "asked X in".

In:  an English verb with its subject and the parts behind it. Out: who met, or None.
Such verbs mean many other things; they tell of a meeting only between people or states who are
known to be able to meet, and where the words of the lexicon row's `needs` stand near.
"""

from abc import abstractmethod
from collections.abc import Sequence

from kg.extract.attribution import can_act
from kg.extract.meetings.base import count_parties, distinct, is_adjective
from kg.extract.meetings.crowds import crowds_within
from kg.extract.meetings.given import read_given
from kg.extract.meetings.invited import InvitingVerbs
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.who_meets import as_people, is_leader, may_meet
from kg.extract.meetings.words import VerbHit
from kg.extract.speakers.english import EnglishSpeakers
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_PROPOSED_WITHIN = 8
_NEAR = 14
_TRYING = words_of("en", "trying")
_MATTERS = words_of("en", "leads_to_a_matter")
_HOST_AND_GUESTS = 2
_IN_WHICH = frozenset({"in", "during"})
_OF_WHOM = frozenset({"of", "for"})  # "in a call for peace"


class IdiomVerbs(InvitingVerbs):
    """Frames of verbs that tell of a meeting only in company of other words."""

    def _idiom(
        self, hit: VerbHit, parts: Parts, subject: list[Party], others: list[Party]
    ) -> list[Party] | None:
        """Return who met by a verb of an idiomatic frame."""
        frame = hit.verb.frame
        with_ = [*parts.between, *parts.with_]
        if frame == "part":
            return self._parted(parts, subject)
        if frame == "sign" and self.words.language == "en":
            return self._agreed(hit, parts, [as_people(p) for p in subject])
        if frame == "sign":
            return _signed(parts, subject, others)
        if frame == "give":
            guests = self._given(hit, parts)
            parties = distinct([*subject, *guests])
            both = bool(subject and guests) and count_parties(parties) > 1
            return parties if both and all(map(is_leader, parties)) else None
        if frame == "company":
            behind = with_ or others or self._crowd_behind(hit)
            parties = distinct([*subject, *behind])
            both = bool(subject) and count_parties(parties) > 1
            alone = not behind and not all(map(is_leader, parties))
            return parties if both and not alone and all(map(may_meet, parties)) else None
        if frame == "raise":
            parties = distinct([*subject, *parts.with_])
            told = parts.place is not None or parts.time is not None
            both = bool(subject) and bool(parts.with_) and told
            return parties if both and all(map(is_leader, parties)) else None
        if frame == "invite" and self.words.language == "ar":
            return self._arabic_invited(hit, parts, subject, others)
        subject = [as_people(p) for p in subject]
        behind = [*others[:1], *parts.with_, *parts.between]
        if self.view.form(hit.last) == "to":
            behind += [m for m in parts.to if m.category == "actor"]  # "on the phone to A and to B"
            parts.separate = True
        parties = distinct([*subject, *behind])
        if not subject or count_parties(parties) < 2:
            return None
        guests = [p for p in parties if p not in subject]
        able = may_meet if frame == "invite" else is_leader  # delegations are invited too
        if not all(map(able, guests)):
            return None
        if frame == "invite":
            return self._invited(parts, parties)
        if not all(map(is_leader, subject)):
            return None
        if frame == "ring":
            rung = guests or not self._is_english  # "A and B called for calm"
            return parties if rung and self._ends_call(guests, parts) else None
        if frame == "go-to":
            return parties if self._comes_to(hit, parts) else None
        self._take_needed(hit)
        return parties

    def _agreed(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> list[Party] | None:
        """ "X and his counterpart Y agreed in Suva to lift the ban": those who agree there met.

        Not "agreed to meet in Suva", "agreed on a pact for the war in Sudan".
        """
        parties = distinct([*subject, *parts.with_])
        place, start = parts.place, hit.last + 1
        if count_parties(parties) < 2:
            return None
        if place is None and self._is_in_a_call(start, parts):
            return parties if all(map(is_leader, parties)) else None
        if place is None or parts.doubtful:
            return None
        if not self._leads_straight(start, place) or not all(map(is_leader, parties)):
            return None
        if parts.time is not None and parts.time.span.start > self._end_of_agreed(start):
            parts.time = None  # "agreed in Suva to meet in May"
        return parties

    def _is_in_a_call(self, start: int, parts: Parts) -> bool:
        """True right behind the verb: "agreed in a telephone call to reopen the border"."""
        first = min(parts.beside, default=0)
        led = first == start and self.view.form(start) in _IN_WHICH
        return led and self.view.form(max(parts.beside) + 1) not in _OF_WHOM

    def _leads_straight(self, start: int, place: Mention) -> bool:
        """True where a verb of agreeing leads to its place by what was signed and by days alone."""
        view, led = self.view, place.first - 1 - (self.view.form(place.first - 1) == "the")
        if view.form(led) not in ("in", "at"):
            return False
        return not any(
            view.form(k) == "to"
            or (view.form(k) in _MATTERS and view.time_at_or_none(k + 1) is None)
            for k in range(start, led)
        )

    def _end_of_agreed(self, start: int) -> int:
        """Return where "to" begins what was agreed, else the end of the sentence."""
        view = self.view
        to = next((k for k in range(start, view.size) if view.form(k) == "to"), view.size - 1)
        return view.tokens[to].start

    def _given(self, hit: VerbHit, parts: Parts) -> list[Party]:
        """ "Gave a dinner in Madrid for X", "was granted an audience by X": who sat there too."""
        taken, guest = read_given(self.view, hit)
        self.taken.update(taken)
        if self._is_passive(hit):
            return list(parts.with_)
        if guest is None:
            return []
        self._go_on(parts, guest.last + 1)
        parts.last = max(parts.last, guest.last)
        return [guest]

    def _parted(self, parts: Parts, subject: list[Party]) -> list[Party] | None:
        """ "A and B parted in Rome after four hours": they had met until then."""
        left = [p for p in parts.bare if isinstance(p, Mention) and p.category != "actor"]
        parts.place = parts.place or (left[0] if left else None)
        parties = distinct([p for p in subject if p not in left] + parts.with_)
        able = all(is_leader(p) or (isinstance(p, Mention) and p.kind == "state") for p in parties)
        return parties if count_parties(parties) > 1 and able else None

    @abstractmethod
    def _go_on(self, parts: Parts, start: int) -> None:
        """Read where and when behind the guest; the reader of verbs knows."""

    def _gathered(
        self, hit: VerbHit, parts: Parts, subject: list[Party], others: list[Party]
    ) -> list[Party] | None:
        """ "A brought B and C together": A mediates."""
        if self._is_passive(hit):
            parts.mediators.extend(parts.with_)
            return subject or None
        if self.words.language == "ar":
            if called := self._called_together(hit, parts, subject, others):
                return called
            subject, others = self._gathering(hit, subject, others)
            if not (subject or parts.between or self._is_proposed(hit)):
                return None
        parties = distinct([*others, *parts.with_, *parts.between])
        if count_parties(parties) < 2:
            return None
        parts.mediators.extend(p for p in subject if p not in parties)
        return parties

    def _called_together(
        self, hit: VerbHit, parts: Parts, subject: list[Party], others: list[Party]
    ) -> list[Party]:
        """Return the host and those without names: "جمعت النمسا في فيينا وزراء البلقان"."""
        named = any(isinstance(p, Mention) for p in subject)
        host = others[0] if others and not (named or parts.between or hit.enclitic) else None
        if not isinstance(host, Mention) or host.number in ("plural", "dual") or not can_act(host):
            return []
        if self._is_proposed(hit) or host.proclitics or not (parts.place or parts.time):
            return []
        counterparts = [
            p for p in parts.with_ if isinstance(p, Pointer) and p.kind == "counterpart"
        ]
        if counterparts and len(others) == 1:
            return [host, *counterparts]
        last = min(self._limit(hit.first), hit.last + _NEAR)
        guests = [p for p in others[1:] if isinstance(p, Mention) and (p.role or p.kind)]
        crowd = [p for p in guests if _leads_many(p)]
        if not others[1:]:
            crowd = crowds_within(self.view, self.words, hit.last + 1, last, folk=False)
        return [host, *crowd[:1]] if crowd and len(others) <= _HOST_AND_GUESTS else []

    def _gathering(
        self, hit: VerbHit, subject: list[Party], others: list[Party]
    ) -> tuple[list[Party], list[Party]]:
        """Return who brings together and whom, verb before subject: جمع الوسيط A وB."""
        tokens, near = self.view.tokens, range(max(0, hit.first - 3), hit.last + 4)
        nouns = (self.words.noun_at(tokens, i) for i in near if i < self.view.size)
        if any(n is not None and not n.definite for n in nouns):
            return [], []  # "a lunch brought together A and B": the noun tells it
        if hit.enclitic:
            place = tokens[hit.first].start
            people = self.words.lists["pair_persons"]
            human = any(people.has_stem(tokens, i) for i in range(hit.first)) or None
            both: list[Party] = [Pointer(kind="pair", place=place, number="dual", human=human)]
            return subject, both if hit.enclitic == "هما" else []
        if not subject and self._is_proposed(hit):
            ahead = self.view.mention_to(hit.first - 1)
            return [ahead] if ahead is not None and can_act(ahead) else [], others
        if not subject and len(others) > 2 and not self._are_joined(others[0], others[1]):
            return others[:1], others[1:]
        return subject, others

    def _is_proposed(self, hit: VerbHit) -> bool:
        """True for the verbal noun: اقترح جمع A وB, مستعدة لجمعهما."""
        if "ل" in hit.proclitics:
            return True
        for i in range(hit.first - 1, max(-1, hit.first - _PROPOSED_WITHIN), -1):
            if self.view.is_break(i):
                return False
            light = self.words.light_at(self.view.tokens, i)
            if light is not None and self.view.mention_at[i] is None:
                planned = self.words.status["planned"].length_at(self.view.tokens, i) > 0
                return light.verb.status == "proposed" or planned
        return False

    def _is_to_be(self, hit: VerbHit) -> bool:
        """True for "are trying to bring A and B together", "offered to": nobody has met yet."""
        if not isinstance(self.reader, EnglishSpeakers):
            return self._is_proposed(hit)
        view, to = self.view, hit.first - 1
        if view.form(to) != "to":
            return False
        words = self.words.status["proposed"]
        return view.form(to - 1) in _TRYING or words.length_at(view.tokens, to - 1) > 0

    def _whom(self, subject: Sequence[Party]) -> list[Party]:
        """ "A, whom B met in Rome": A was met."""
        first = subject[0] if subject and isinstance(subject[0], Mention) else None
        k = first.first - 1 if first is not None else 0
        if k < 1 or self.view.form(k) != "whom":
            return []
        met = self.view.mention_to(k - 1 - self.view.is_comma(k - 1))
        return [met] if met is not None and can_act(met) else []

    def _read_inside(self, hit: VerbHit, parts: Parts) -> None:
        """Where and when stand between a verb and its "with": "huddled in Miami with"."""
        for i in range(hit.first + 1, hit.last):
            found = self.view.mention_from(i)
            led = self.view.form(i - 1) in ("in", "at")
            if led and found is not None and found.category in ("place", "either"):
                parts.place = parts.place or found
            parts.time = parts.time or self.view.time_at[i]
            if self.words.lists["there"].has_stem(self.view.tokens, i):
                parts.there = parts.place is None

    @abstractmethod
    def _are_joined(self, before: Party, party: Party) -> bool:
        """True for two joined by "and"; the reader of verbs knows."""

    def _crowd_behind(self, hit: VerbHit) -> list[Party]:
        """People without names: "received the relatives of the hostages"."""
        if not isinstance(self.reader, EnglishSpeakers):
            return []
        crowd = self.words.lists["crowd"]
        near = range(hit.last + 1, min(self.view.size, hit.last + 5))
        if not any(crowd.has_stem(self.view.tokens, i) for i in near):
            return []
        found = self.reader.noun_phrase_from(hit.last + 1)
        return [found[0]] if found is not None else []

    def _crowd(self, hit: VerbHit, parties: list[Party]) -> list[Party]:
        """Arabic: people without names behind the subject: استقبل الرئيس وفدا من شيوخ القبائل."""
        if self.words.language != "ar" or hit.enclitic:
            return []
        parties = [p for p in parties if not is_adjective(p)]
        if not parties and hit.verb.frame in ("object", "host"):
            return self._crowd_met(hit)
        if len(distinct(parties)) != 1:
            return []
        last = min(self._limit(hit.first), hit.last + _NEAR)
        folk = all(isinstance(p, Mention) and bool(p.person or p.role) for p in parties)
        return [*crowds_within(self.view, self.words, hit.last + 1, last, folk=folk)]

    def _crowd_met(self, hit: VerbHit) -> list[Party]:
        """ "where he met dozens of fishermen": people right behind a verb without a subject."""
        view, at = self.view, hit.last + 1
        if at >= view.size or view.mention_at[at] is not None:
            return []
        lists = self.words.lists
        return [
            *crowds_within(
                view, self.words, at, at, folk=not lists["crowd"].has_stem(view.tokens, at)
            )
        ]

    def _hosted_again(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> list[Party]:
        """ "The previous summit was hosted by X in Y": of those who met then, by X."""
        if not subject or not self._is_passive(hit) or not isinstance(subject[0], Mention):
            return []
        head = subject[0].last
        if self.words.noun_at(self.view.tokens, head) is None or subject[0].gazetteer_id:
            return []
        parts.mediators.extend(parts.with_)
        return [Pointer(kind="met", place=self.view.tokens[head].start)]


def _leads_many(party: Mention) -> bool:
    """True for ministers, leaders, factions: who is called together for talks."""
    return party.number == "plural" or party.kind in ("armed-group", "organization")


def _signed(parts: Parts, subject: list[Party], others: list[Party]) -> list[Party] | None:
    """ "وقع زيد وعمرو في روما اتفاقا": two who sign in one place are there together."""
    named = (p for p in (*subject, *others) if isinstance(p, Mention))
    able = (p for p in named if (p.person or (p.role and p.side)) and is_leader(p))
    parties = distinct(list(able))
    return parties if count_parties(parties) > 1 and parts.place is not None else None
