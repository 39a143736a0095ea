"""Read the meetings that verbs tell: "A met B", استقبل, "is due to visit".

In:  a verb as it stands in a sentence. Out: the meeting, or None where nobody is known to have met.
"""

from collections.abc import Sequence

from kg.extract.attribution import can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.meeting_base import Found, MeetingBase, count_parties, distinct
from kg.extract.meeting_leads import counterpart, counterpart_front
from kg.extract.meeting_parts import Parts, PartsReader
from kg.extract.meeting_status import read_telling
from kg.extract.meeting_words import VerbHit
from kg.extract.speakers.arabic import ArabicSpeakers
from kg.extract.subject import find_subject
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_MEETING_ROW = CueRow(id="meeting", kind="verb", act="asserts")


class MeetingVerbs(MeetingBase):
    """Reads verbs."""

    def _of_verb(self, hit: VerbHit) -> Found | None:
        if hit.verb.frame is None or hit.inflection.person != 3 or self._is_light(hit):
            return None
        if hit.inflection.form == "base" and self._is_noun(hit.first):
            return None
        subject = self._subject_before(hit)
        host = self._host(hit.first)
        reader = PartsReader(self.view, self.words, limit=self._limit(hit.first))
        parts = reader.read(hit.last + 1, verbal=True)
        parties = self._verb_parties(hit, parts, subject)
        if parties is None:
            return None
        telling = read_telling(self.view, self.words, hit.first, parts, host, verb=hit)
        return self._build(
            hit.first, hit.last, parts, parties, telling, host, inferred=False, noun=None
        )

    def _is_noun(self, i: int) -> bool:
        """True for a base form behind an article or preposition: "by phone", "the host"."""
        before, lexicon = self.view.form(i - 1), self.view.lexicon
        if lexicon.language != "en" or before == "to":
            return False
        return before in lexicon.word_set("determiners") | lexicon.word_set("prepositions")

    def _is_light(self, hit: VerbHit) -> bool:
        """True for "host a round of talks": the noun tells the meeting."""
        if hit.verb.frame != "host":
            return False
        near = range(hit.last + 1, min(self.view.size, hit.last + 5))
        return any(self.words.noun_at(self.view.tokens, i) is not None for i in near)

    def _subject_before(self, hit: VerbHit) -> list[Party]:
        """Return who stands as the verb's subject in front of it."""
        cue = Cue(_MEETING_ROW, hit.first, hit.last, hit.inflection, hit.proclitics, hit.enclitic)
        if isinstance(self.reader, ArabicSpeakers):
            subject = self.reader.subject_before(cue)
            return self._joined_before(subject)
        group = self.reader.group(cue)
        if group.passive or group.negated:
            return []
        first = self._bridged(group.first)
        pair = self._pair_before(first)
        if pair is not None:
            return [pair]
        return self._joined_before(self.reader.subject_before(cue, first))

    def _bridged(self, first: int) -> int:
        """Step left over "is due to", "plans to" in front of an infinitive."""
        bridges = self.view.lexicon.word_set("bridges")
        while first > 0 and self.view.form(first - 1) in bridges:
            first -= 1
        return first

    def _pair_before(self, first: int) -> Pointer | None:
        """Return "both countries", "the two sides" where the phrase ends the subject."""
        for start in range(max(0, first - 4), first):
            length = self.words.lists["pair"].length_at(self.view.tokens, start)
            if length and start + length == first:
                place = self.view.tokens[start].start
                return Pointer(kind="pair", place=place, human=self._are_persons(start, length))
        return None

    def _are_persons(self, start: int, length: int) -> bool:
        return any(
            self.words.lists["pair_persons"].has_stem(self.view.tokens, i)
            for i in range(start, start + length)
        )

    def _joined_before(self, subject: Party | None) -> list[Party]:
        """Return the subject with those joined to it by "and" in front or behind."""
        if subject is None:
            return []
        if isinstance(subject, Pointer):
            return [subject]
        if subject.gazetteer_id is None and subject.role is None and subject.kind is None:
            inside = [
                m for m in self.view.mentions if subject.first <= m.first and m.last <= subject.last
            ]
            other = counterpart(self.view, inside[-1]) if inside else None
            if other is None:
                return list(inside) or [subject]  # "Israeli and Turkish officials"
            parties: list[Party] = [other]
        else:
            parties = self._joined_around(subject)
        first = counterpart_front(self.view, subject.first)
        for m in reversed(self.view.mentions):
            if m.last < first and self._and_between(m.last, first) and m.category != "place":
                parties.insert(0, m)
                first = m.first
        return parties

    def _verb_parties(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> list[Party] | None:
        frame = hit.verb.frame
        others: list[Party] = [*parts.bare]
        if hit.enclitic:
            others.append(self._object(hit))
        with_ = [*parts.between, *parts.with_, *parts.attended]
        if frame == "topic" and self.view.form(hit.first - 1) == "to":
            return None  # "met to discuss": the purpose of another verb
        if frame == "topic":
            own = subject or others[:1]
            together = len(distinct(own)) > 1
            return distinct([*own, *with_]) if own and (with_ or together) else None
        if frame == "speak":
            parties = distinct([*subject, *others])
            return parties if len(parties) > 1 and all(map(_is_leader, parties)) else None
        if frame == "visit":
            return self._visit(parts, subject, others)
        if frame == "with" and not with_ and not (len(subject) > 1 or len(others) > 1):
            return None if not _plural(hit) else distinct([*subject, *others]) or None
        parties = distinct([*subject, *others, *with_])
        if frame == "object" and count_parties(parties) < 2 and not hit.enclitic:
            return self._one_party(hit, parts, subject, parties)
        if frame == "host" and count_parties(parties) < 2 and not hit.enclitic:
            return None
        if frame == "host" and not _are_people(parties):
            return None
        return parties or None

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

    def _visit(self, parts: Parts, subject: list[Party], others: list[Party]) -> list[Party] | None:
        goals = [p for p in (*others, *parts.to) if p not in subject]
        if not subject:  # verb before subject: the first one visits
            subject, goals = others[:1], [*others[1:], *parts.to]
        parties = distinct([*subject, *goals])
        if len(parties) < 2:
            return None
        goal = goals[0]
        if len(goals) == 1 and isinstance(goal, Mention) and goal.category == "either":
            parts.place = parts.place or goal
        return parties

    def _object(self, hit: VerbHit) -> Pointer:
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[hit.first].start,
            gender="feminine" if hit.enclitic == "ها" else "masculine",
            number="singular",
        )


def _plural(hit: VerbHit) -> bool:
    return hit.inflection.number in ("plural", "dual") or hit.inflection.form in ("base", "past")


def _is_leader(party: Party) -> bool:
    """True for who speaks for a state or body: "spoke to reporters" is no meeting."""
    if isinstance(party, Pointer):
        return True
    return party.kind in ("official", "person") and bool(party.person or party.role)


def _are_people(parties: Sequence[Party]) -> bool:
    """ "Qatar hosted the World Cup" is no meeting: the one received must be an actor."""
    return all(isinstance(p, Pointer) or can_act(p) for p in parties)
