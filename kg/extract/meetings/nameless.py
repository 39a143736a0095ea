"""Find who met where the noun of meeting names nobody: "a third round will be held in Rome".

In:  a noun of meeting with its parts and how it is told. Out: parties that other words stand for:
those who met before, unknown people behind "of", those who act together behind the comma.
"""

from collections.abc import Sequence

from kg.extract.meetings.arabic_beside_subject import joined_beside
from kg.extract.meetings.arabic_summons import is_summoned
from kg.extract.meetings.base import MeetingBase, count_parties, distinct
from kg.extract.meetings.crowds import crowds_within
from kg.extract.meetings.english_crowds import is_nameless
from kg.extract.meetings.english_matters import is_beside
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.subjects import SubjectReader
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import NounHit
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.told import Told
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_JOINT = words_of("en", "joint")
_CROWD_WITHIN = 2
_OWN_WITHIN = 7
_EVENT_TIMES = words_of("en", "times_of_an_event")


class NamelessParties(MeetingBase):
    """Parties of nouns without any."""

    def _is_again(self, telling: Telling, parts: Parts) -> bool:
        """True for one that is to come, or was not held, or comes after another."""
        fresh = parts.fresh or telling.fresh
        return fresh or telling.status in ("planned", "postponed", "cancelled", "proposed")

    def _those_before(self, hit: NounHit, telling: Telling, parts: Parts) -> list[Party]:
        """ "A third round will be held", "a session was called off": the same ones."""
        again = self._is_again(telling, parts) or self._is_joint(hit)
        if hit.noun.visit or (parts.mediators and not hit.noun.again) or not again:
            return []
        if hit.noun.needs_with and self.words.language == "en":
            return []  # "warned at a press conference that it could …"
        when = parts.time is not None or telling.time is not None or parts.place is not None
        if not (when or hit.noun.again) or (telling.subjects and not telling.hosts):
            return []
        sides = False if self.words.language == "ar" else None  # another round: of the states
        return [Pointer(kind="met", place=self.view.tokens[hit.first].start, human=sides)]

    def _is_joint(self, hit: NounHit) -> bool:
        """True for "the second session of a joint core group": of those the article is about."""
        near = range(max(0, hit.first - 2), min(self.view.size, hit.last + 5))
        return any(self.view.form(i) in _JOINT for i in near)

    def _named_so(self, hit: NounHit) -> list[Party]:
        """An unknown noun phrase behind "of" or "with": "a meeting of interior ministers"."""
        view, i = self.view, hit.last + 1
        if not isinstance(self.reader, EnglishSpeakers) or view.form(i) not in ("of", "with"):
            return []
        crowd = any(
            self.words.lists[name].has_stem(view.tokens, k)
            for k in range(i + 1, min(view.size, i + 5))
            for name in ("crowd", "people")
            if view.form(k) not in ("the", "a", "an", "of", "and", "from")
        )
        found = self.reader.noun_phrase_from(i + 1) if crowd else None
        return [found[0]] if found is not None else []

    def _those_within(self, hit: NounHit) -> list[Party]:
        """ "In a call on Monday, A and B agreed to …": who acts together behind the comma."""
        if not self._stands_within(hit.first):
            return []
        view, i = self.view, hit.last + 1
        while i < view.size and not view.is_comma(i):
            i += 1
        i += 1 + (view.form(i + 1) in ("the", "a"))
        i += self._is_arabic and i in view.cue_at  # "عقب مباحثات في روما، قال A وB"
        subject = view.mention_from(i) or view.mention_from(i - 1)
        parties = distinct(self._joined_around(subject)) if subject is not None else []
        if len(parties) == 1 and subject is not None:
            beside = joined_beside(view, subject.last + 1)
            parties += [beside[0]] if beside is not None else []
        return parties if len(parties) > 1 else []

    def _whose(self, hit: NounHit) -> list[Party]:
        """ "A and B closed their sixth round of talks": those who did, if they are several."""
        view, reader = self.view, self.reader
        if not isinstance(reader, EnglishSpeakers):
            return []
        for i in range(hit.first - 1, max(-1, hit.first - _OWN_WITHIN), -1):
            if view.form(i) == "their" and i in (0, 1):  # "Their meeting on Monday was tense"
                place = view.tokens[i].start
                return [Pointer(kind="pair", place=place, number="dual", words="they")]
            if view.form(i) == "their":
                first = self._verb_in_front(i - 1)
                found = SubjectReader(view, reader, self.words).parties_before(first)
                parties = distinct(found or [])
                return parties if count_parties(parties) > 1 else []
            if not view.is_word(i) or view.mention_at[i] is not None:
                return []
        return []

    def _verb_in_front(self, i: int) -> int:
        """Return the verb of "A and B discussed at their talks", where "at" is token `i`."""
        view = self.view
        if view.form(i) not in ("at", "in", "during") or view.mention_at[i - 1] is not None:
            return i
        told = i - 1 in view.cue_at or self.words.verb_at(view.tokens, i - 1) is not None
        return i - 1 if told else i

    def _are_no_party(self, hit: NounHit, parties: Sequence[Party]) -> bool:
        """True for "no direct talks with the separatists", "between workers and the mill".

        Whose would they be? One side has no name, the other is not known.
        """
        if self.words.language != "en" or not parties or not all(map(is_nameless, parties)):
            return False
        near = (self.view.form(hit.first - 1), self.view.form(hit.first - 2))
        only = parties[0] if len(parties) == 1 else None
        halved = isinstance(only, Mention) and self.view.form(only.last + 1) == "and"
        between = self.view.form(hit.last + 1) == "between"
        return "no" in near or (halved and between)

    def _officers(self, hit: NounHit, parts: Parts) -> list[Party]:
        """ "a meeting of chiefs of staff", اجتماع لرؤساء الأركان: an office of several."""
        if self.words.language != "ar" or hit.noun.visit:
            return []
        return [m for m in parts.to if m.number == "plural" and m.role and not m.person]

    def _take_crowd(self, hit: NounHit, parts: Parts) -> None:
        """ "to meet the delegations", "a lunch with elders": groups without names behind it."""
        named = [*parts.with_, *parts.between, *parts.bare, *parts.attended]
        if self.words.language != "ar" or hit.noun.visit or count_parties(named) > 1:
            return
        if hit.definite and not (hit.proclitics or hit.enclitic):
            return
        view, only = self.view, named[-1] if named else None
        first = hit.last + 1
        while view.time_at_or_none(first) is not None:
            first += 1  # "خلال لقائه أمس الأربعاء ممثلي القوى"
        last = first + _CROWD_WITHIN
        if isinstance(only, Mention):  # "ضباط الجيش ووجهاء المدينة"
            joined = any(r.proclitics == ("و",) for r in view.readings(only.last + 1))
            first, last = only.last + 1, only.last + (1 if joined else 0)
        folk = bool(hit.enclitic) or not hit.noun.guest
        crowds = crowds_within(view, self.words, first, last, folk=folk)
        for mention in crowds:
            (parts.between if parts.between else parts.with_).append(mention)
            parts.last = max(parts.last, mention.last)

    def _called_in(self, hit: NounHit, parts: Parts, host: Told | None) -> list[Party]:
        """ "told the ambassador, on summoning him, that …", "announced the summoning of X"."""
        view, i = self.view, hit.first
        near = range(hit.last, min(view.size, hit.last + 4))
        recalled = any(self.words.lists["recalled"].has_stem(view.tokens, k) for k in near)
        behind = (t for t in self.told if t.attribution.cue.last < i < t.content_first)
        told = next(behind, host)
        meets = (self.words.noun_at(view.tokens, k) for k in range(i + 1, min(view.size, i + 9)))
        if any(n is not None and "ل" in n.proclitics for n in meets):
            return []  # "sent for to meet the minister": that tells it
        if recalled or told is None or told.speaker is None:
            return []
        guests = [m for m in parts.bare if isinstance(m, Mention) and m.role]
        apart = self.words.language == "ar"
        if apart and any(not is_summoned(told.speaker, guest) for guest in guests):
            return []
        if guests or not hit.enclitic:
            return distinct([told.speaker, *guests]) if guests else []
        if told.addressees:
            return distinct([told.speaker, *told.addressees])
        hosts = [m for m in (*parts.to, parts.place) if m is not None and m.kind == "ministry"]
        return [*hosts, told.speaker] if hosts else []

    def _said_around(self, i: int) -> Mention | None:
        """ "…, X said after talks with Y": who speaks in the clause in which they stand."""
        if self.words.language != "en" or not self._follows_within(i):
            return None
        for told in self.told:
            cue, speaker = told.attribution.cue, told.speaker
            if not isinstance(speaker, Mention) or speaker.first > i:
                continue
            behind = told.content_last < min(cue.first, speaker.first) and cue.first < i
            aside = speaker.last < i < cue.first  # "X, speaking after talks with Y, said"
            if behind or (aside and told.content_first > i):
                return speaker
        return None

    def _speaking_behind(self, hit: NounHit) -> list[Party]:
        """ "After a meeting with X, Y said": who speaks then took part."""
        if not self._follows_within(hit.first):
            return []
        later = (t.speaker for t in self.told if t.start > hit.last and t.speaker is not None)
        return [s for s in (next(later, None),) if s is not None]

    def _follows_within(self, i: int) -> bool:
        within = self.words.lists["within"]
        return any(within.length_at(self.view.tokens, k) for k in range(max(0, i - 4), i))

    def _owner(self, hit: NounHit) -> Pointer:
        feminine = hit.enclitic == "ها"
        if hit.enclitic == "هما":  # "في اجتماعهما الثامن": the two told of before
            place = self.view.tokens[hit.first].start
            return Pointer(kind="pair", place=place, number="dual")
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[hit.first].start,
            gender="feminine" if feminine else "masculine" if hit.enclitic == "ه" else None,
            number="singular" if hit.enclitic in ("ه", "ها") else None,
        )

    def _is_mere_event(self, hit: NounHit, parties: Sequence[Party]) -> bool:
        """True for "before the G20 summit in Rome": when something else took place."""
        only = parties[0] if len(parties) == 1 else None
        if self.words.language != "en" or not isinstance(only, Mention):
            return False
        if is_beside(self.view, parties, hit.first):
            return True
        if only.kind not in ("organization", "state") or only.last >= hit.first:
            return False
        k = only.first - 1 - (self.view.form(only.first - 1) == "the")
        return self.view.form(k) in _EVENT_TIMES or self.view.form(k) == "-"

    def _stands_within(self, i: int) -> bool:
        """True behind "in a", "during a long", خلال."""
        for k in range(max(0, i - 4), i):
            length = self.words.lists["said_within"].length_at(self.view.tokens, k)
            if length and all(self.view.is_word(m) for m in range(k, i)):
                return True
        return False
