"""Find who does what a Hebrew verb of meeting tells, in front of it or elsewhere in its clause.

In:  a verb of meeting, or a verb that leads a noun of meeting, as it stands in a sentence.
Out: the parties. One reader for the verbs of all frames and for "קיים פגישה", "ניהלו מגעים".
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.inflect import Inflection
from kg.extract.meetings.finder import MeetingFinder
from kg.extract.meetings.hebrew_ahead import lists_verbs, main_subject_behind
from kg.extract.meetings.hebrew_counterparts import HIM, counterpart_told_of, offered_to
from kg.extract.meetings.hebrew_groups import both_states_to
from kg.extract.meetings.hebrew_parts import HebrewParts
from kg.extract.meetings.hebrew_subjects import clause_subject, crowd_before, set_off_subject
from kg.extract.meetings.hebrew_travel import listed_aside
from kg.extract.meetings.words import VerbHit
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.extract.subject import find_subject
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_MEETING_ROW = CueRow(id="meeting", kind="verb", act="asserts")
_CROWD = 7
_NEAR = 6
_WHEN = words_of("he", "before_or_after")
_WAS = words_of("he", "was_to")
_BOTH = tuple(words_of("he", "two_of_them"))
_THE_TWO = words_of("he", "the_two")
_COMING = frozenset({"visit", "go-to"})
_CAME_WITHIN = 18
_THERE = words_of("he", "there")
_OFFERS = frozenset({"propose"})
_ABOUT = words_of("he", "about_to")
_WHEN_ON = frozenset({"כש", "לכש"})
_OR = frozenset({"או"})
_NOT = words_of("he", "not")


class HebrewDoers(MeetingFinder):
    """Looks for subjects."""

    def _subject(self, hit: VerbHit) -> list[Party]:
        """Return who stands as the verb's subject in front of it."""
        view = self.view
        first, inflection = hit.first, hit.inflection
        if inflection.form == "base":
            first = self._bridged(hit.first)
        elif self.view.form(first - 1) in _NOT:
            first -= 1  # "will not meet", "has never met"
        cue = Cue(_MEETING_ROW, first, first, inflection, hit.proclitics)
        if not isinstance(self.reader, HebrewSpeakers):
            return []
        if asked := self._asked_to_meet(hit) or offered_to(view, hit) or self._counterpart(hit):
            return asked
        if view.form(first - 1) in _WHEN | _THERE:
            if self._named_behind(hit):
                return []  # "visited Rome, where the king received him"
            return self._of_main_clause(first)  # "promised aid when he met X"
        if _WHEN_ON & {*hit.proclitics} and not self._named_behind(hit):
            return self._who_talked(hit)
        host = self._host(hit.first)
        if "ש" in hit.proclitics and host is not None and host.content_first == hit.first:
            return []  # "told the paper that he met X": whoever says it
        if listed := listed_aside(view, self._step_times(first - 1)):
            return listed
        if (both := both_states_to(view, self._step_times(first - 1))) is not None:
            return [both]
        subject = self.reader.subject_before(cue)
        crowd = crowd_before(view, self._step_times(first - 1)) if _may_gather(inflection) else None
        if crowd is not None:
            return _states_of(view, crowd) or [crowd]
        if inflection.form == "base" and (pair := self._pair_ahead(first)):
            return pair
        if subject is None and (inflection.form == "base" or "ו" in hit.proclitics):
            subject = clause_subject(view, self._host(first), first)
        if subject is None and "ש" in hit.proclitics:
            subject = view.mention_to(first - 1 - view.is_comma(first - 1))
            subject = subject if can_act(subject) else None
        if isinstance(subject, Mention) and not _is_known(subject) and inflection.form == "base":
            subject = find_subject(view, before=first)
        if subject is None and inflection.form == "base":
            subject = self._who_is_due(first)
        if subject is None and self._named_behind(hit):
            return []
        if subject is None and (self._opens_with_time(first) or lists_verbs(view, first)):
            subject = clause_subject(view, self._host(first), first)  # "…, and tonight will call C"
        subject = subject or set_off_subject(view, hit)
        if subject is None and inflection.number == "plural":
            return self._apart(hit) or self._unknown_ahead(hit) or self._pair_ahead(first)
        if isinstance(subject, Mention):
            return self._joined(subject, first)
        return [subject] if subject is not None else []

    def _counterpart(self, hit: VerbHit) -> list[Party]:
        """Return the counterpart of "met his French counterpart, who visited Rome"."""
        k = counterpart_told_of(self.view, hit)
        if k is None:
            return []
        reader = HebrewParts(self.view, self.words, limit=hit.first - 1)
        parts = reader.read(k, verbal=True)
        return [*parts.with_, *reader.counterparts, *parts.bare][:1]

    def _is_of_unknown_counterpart(self, hit: VerbHit) -> bool:
        """True for "met his counterpart, who visited Rome": nobody else's visit."""
        told_of = counterpart_told_of(self.view, hit) is not None
        return told_of and not self._counterpart(hit)

    def _who_is_due(self, first: int) -> Party | None:
        """ "The aide of X is due to come to Rome on Sunday and to meet": whom no list knows."""
        view, reader = self.view, self.reader
        due = frozenset(self.words.status["planned"]._rests)
        for k in range(first - 1, max(0, first - _CAME_WITHIN), -1):
            if view.is_break(k) or view.is_that(k) or not isinstance(reader, HebrewSpeakers):
                return None
            if view.form(k) in due and view.time_at[k] is None:
                return reader.subject_before(Cue(_MEETING_ROW, k, k, None))
        return None

    def _who_talked(self, hit: VerbHit) -> list[Party]:
        """ "promised Y to see to it when they met": who says it, and who is told."""
        host = self._host(hit.first)
        several = hit.inflection.number == "plural"
        if several and host is not None and host.speaker is not None and host.addressees:
            return [host.speaker, *host.addressees[:1]]
        alone = several and host is None and self._ends_behind(hit.last)
        ahead = self.told[-1] if alone and self.told else None
        if ahead is not None and ahead.speaker is not None and ahead.addressees:
            near = 0 < hit.first - ahead.attribution.cue.last < _CAME_WITHIN
            return [ahead.speaker, *ahead.addressees[:1]] if near else []
        return [] if several else self._of_main_clause(hit.first)

    def _ends_behind(self, last: int) -> bool:
        """True where no subject stands behind: "כשנפגשו אתמול", no "כשנפגשו הצוותים"."""
        view, k = self.view, last + 1
        while k < view.size and view.time_at[k] is not None:
            k += 1
        return k >= view.size or not view.is_word(k) or view.form(k).startswith("ב")

    def _of_main_clause(self, first: int) -> list[Party]:
        """Return the subject of the clause that a clause of time at `first` belongs to."""
        subject = find_subject(self.view, before=first)
        if subject is None and isinstance(self.reader, HebrewSpeakers):
            told = [t for t in self.told if t.attribution.cue.first < first]
            subject = told[-1].speaker if told and isinstance(told[-1].speaker, Mention) else None
            subject = subject or main_subject_behind(self.view, first)
        return self._joined(subject, first) if subject is not None else []

    def _follows_coming(self, hit: VerbHit) -> bool:
        """True for a second verb, and for a purpose: "to see X", no "or to see X"."""
        base = hit.inflection.form == "base" and self.view.form(hit.first - 1) not in _OR
        listed = lists_verbs(self.view, hit.first) or self._opens_with_time(hit.first)
        return "ו" in hit.proclitics or base or listed

    def _came_to(self, hit: VerbHit) -> Mention | None:
        """ "visited Rome and met X": the town of the verb in front."""
        view = self.view
        for i in range(hit.first - 1, max(-1, hit.first - _CAME_WITHIN), -1):
            came = self.words.verb_at(view.tokens, i) if view.is_word(i) else None
            if view.tokens[i].text in ";:" or (came is not None and came.verb.frame not in _COMING):
                return None
            if came is None:
                continue
            goals = (m for m in view.mentions if i < m.first < hit.first)
            placed = (m for m in goals if m.category in ("place", "either"))
            return next((m for m in placed if m.proclitics in (("ב",), ("ל",))), None)
        return None

    def _pair_ahead(self, first: int) -> list[Party]:
        """ "The sides will return and meet": the pair a verb in front has for its subject."""
        if not isinstance(self.reader, HebrewSpeakers):
            return []
        for k in range(first - 1, max(-1, first - _NEAR), -1):
            if self.view.is_break(k):
                return []
            if (pair := self.reader._pair_from(k)) is not None and self._is_free(k):
                form = self.view.form(k).removeprefix("ו")
                two = form if form in _THE_TWO else None
                return [replace(pair[0], words=two, human=True if two else None)]
        return []

    def _is_free(self, k: int) -> bool:
        """True for "the sides" that no "with", "to both" leads."""
        form = self.view.form(k - 1)
        led = form in self.view.lexicon.word_set("prepositions") or form == "את"
        return not led and not form.endswith(_BOTH)

    def _step_times(self, k: int) -> int:
        """Step left over times, and over "צפויים" in front of an infinitive."""
        k = self._bridged(k + 1) - 1
        while k > 0 and self.view.time_at[k] is not None:
            k -= 1
        return k

    def _opens_with_time(self, first: int) -> bool:
        """True for a verb right behind "and in the evening"."""
        view, k = self.view, first - 1
        time = view.time_at[k] if k >= 0 else None
        while time is not None and k > 0 and view.time_at[k - 1] is time:
            k -= 1
        return time is not None and k > 0 and view.form(k).startswith("ו")

    def _apart(self, hit: VerbHit) -> list[Party]:
        """ "The minister, A, and her counterpart, B, met": two names set off by commas."""
        view, k = self.view, hit.first - 1
        last = view.mention_to(k - view.is_comma(k))
        if last is None or last.person is None:
            return []
        for i in range(last.first - 1, max(-1, last.first - 8), -1):
            if self._counterpart_word(i):
                ahead = view.mention_to(i - 1 - view.is_comma(i - 1))
                holds = ahead is not None and (ahead.person or ahead.role)
                return [ahead, last] if holds and ahead is not None else []
        return []

    def _counterpart_word(self, i: int) -> bool:
        words = self.view.lexicon.word_set("counterpart")
        return any(r.stem in words for r in self.view.readings(i))

    def _unknown_ahead(self, hit: VerbHit) -> list[Party]:
        """ "Leaders of seven states, who met in Y, …": a crowd that opens the sentence."""
        view, k = self.view, hit.first - 1
        if "ש" not in hit.proclitics or not view.is_comma(k) or not 1 < k <= _CROWD:
            return []
        plain = all(view.is_word(i) and i not in view.cue_at for i in range(k))
        found = unlinked_mention(view, 0, k - 1, number="plural") if plain else None
        return [found] if found is not None else []

    def _bridged(self, first: int) -> int:
        """Step left over "צפוי", "מתכנן", "אמור" in front of an infinitive."""
        view = self.view
        planned = (*self.words.status["planned"]._rests, *self.words.status["proposed"]._rests)
        k = first
        while k > 0 and (view.form(k - 1) in planned or view.form(k - 1) in _WAS | _ABOUT):
            k -= 1
        return k

    def _in_front_of_aside(self, comma: int) -> Mention | None:
        """Return A of "A, העומד בראש הוועדה, ו-B"."""
        reader = self.reader if isinstance(self.reader, HebrewSpeakers) else None
        opening = reader._opening(comma) if reader is not None else None
        return self.view.mention_to(opening - 1) if opening is not None else None

    def _joined(self, subject: Mention, before: int) -> list[Party]:
        """Return "A and B" in front of the verb, B, or his counterpart, behind A."""
        parties: list[Party] = [subject]
        last = subject.last
        for mention in self.view.mentions:
            apart = mention.first - last
            apart -= apart > 1 and self.view.is_comma(last + 1)
            if last < mention.first < before and "ו" in mention.proclitics and apart <= 2:
                parties.append(mention)
                last = mention.last
        for i in range(subject.last + 1, before):
            forms = self.view.lexicon.word_set("counterpart")
            if self.view.form(i) in forms and self.view.form(i).startswith("ו"):
                reader = HebrewParts(self.view, self.words, limit=before - 1)
                parties += reader.read(i, verbal=True).with_
                break
        before_it = self._before_counterpart(subject)
        ahead = self.view.mention_to(before_it - self.view.is_comma(before_it))
        if "ו" in subject.proclitics and not can_act(ahead) and self.view.is_comma(before_it):
            ahead = self._in_front_of_aside(before_it)
        joined = "ו" in subject.proclitics or before_it < subject.first - 1
        if joined and ahead is not None and ahead.category != "place":
            parties.insert(0, ahead)
        return [*self._listed_ahead(parties), *parties] if len(parties) > 1 else parties

    def _before_counterpart(self, subject: Mention) -> int:
        """Return the token in front of B, or of "and his counterpart" in front of B."""
        view, k = self.view, subject.first - 1
        adjective = view.mention_to(k)
        k = (
            adjective.first - 1
            if adjective is not None and adjective.category == "adjective"
            else k
        )
        joined = view.form(k).startswith("ו") and self._counterpart_word(k)
        return k - 1 if joined else subject.first - 1

    def _listed_ahead(self, parties: list[Party]) -> list[Party]:
        """Return A of "the ministers of A, B and C", where B and C are read."""
        found: list[Party] = []
        first = parties[0]
        while isinstance(first, Mention) and first.role and self.view.is_comma(first.first - 1):
            ahead = self.view.mention_to(first.first - 2)
            if ahead is None or ahead.role != first.role or ahead.proclitics:
                break
            found.insert(0, ahead)
            first = ahead
        return found

    def _asked_to_meet(self, hit: VerbHit) -> list[Party]:
        """ "urged both sides to sit together": who is asked."""
        host = self._host(hit.first)
        if hit.inflection.form != "base" or host is None:
            return []
        offers = host.attribution.cue.row.id in _OFFERS and host.speaker is not None
        if host.act != "demands" and not offers:
            return []
        opens = host.content_first <= hit.first <= host.content_first + 1
        asked = host.attribution.cue.first
        named = [a for a in host.addressees if not isinstance(a, Mention) or a.first > asked]
        if opens and offers and named and host.speaker is not None:
            return [host.speaker, *named]  # "offered Y to meet"
        return named if opens else []

    def _named_behind(self, hit: VerbHit) -> bool:
        """True for "…, and this morning signed the minister, X, with": right behind the verb."""
        k = hit.last + 1
        k += self.view.form(k) == "את" and self.view.form(k + 1) in HIM  # "קיבל את פניו"
        k += self.view.form(k) in HIM  # "there the king received him"
        behind = self.view.mention_from(k)
        if behind is None or hit.inflection.form == "base" or behind.proclitics:
            return False
        return bool(behind.person or behind.role) and hit.inflection.number != "plural"


def _states_of(view: View, crowd: Mention) -> list[Party]:
    """Return whose they are where a group is of several states: "משלחות של א ושל ב"."""
    inside = (m for m in view.mentions if crowd.first < m.first <= crowd.last)
    states: list[Party] = [m for m in inside if m.category == "either"]
    return states if len(states) > 1 else []


def _may_gather(inflection: Inflection) -> bool:
    """True for a form that a group without a name may have for its subject."""
    return inflection.form == "base" or inflection.number == "plural"


def _is_known(subject: Mention) -> bool:
    """False for words that no lexicon knows."""
    return bool(subject.gazetteer_id or subject.person or subject.role or subject.kind)
