"""Read when a meeting was, what about, beside which event, under whose mediation.

In:  the state of the walk, the token where such words begin. Out: where to go on.
Words of purpose close the scope; behind a mere subject ("on Syria") it may still be told who met,
when and in which city.
"""

from kg.extract.meetings.ends import ScopeEnds
from kg.lexicon.grammar import words_of
from kg.model.timespan import TimeWords

_LONGEST_DURATION = 7
_UNITS = words_of("en", "lengths_of_a_meeting")
_ABSOLUTE = 9
_TIES = words_of("en", "ties_with_somebody")
_WHOSE = words_of("en", "whose_ties")
_LATER = frozenset({"later", "then", "afterwards", "subsequently", "also"})
_BOTH = 2
_ADJECTIVES = 5
_BETWEEN = words_of("ar", "between_the_parties") | words_of("ar", "between_both")
_MATTERS = words_of("ar", "ties_between_states")


class Matters(ScopeEnds):
    """Times, topics, other events, mediation."""

    def _step_time(self, j: int) -> int:
        view, words = self.view, self.view.time_at[j]
        if self.parts.time is None and words is not None and self._is_date(words, j):
            self.parts.time = words
        self.attached = True
        while j < view.size and view.time_at[j] is words:
            self.parts.last = j
            j += 1
        return j

    def _leads_day(self, j: int) -> bool:
        """True for the "on" of "received on Monday the envoy": who is met may still follow."""
        dated = self.view.time_at_or_none(j + 1) is not None
        return self.verbal and dated and self.view.form(j) == "on"

    def _is_again(self, j: int) -> bool:
        """True at the second "by" of "received by A and by B", "by A and later by B"."""
        k = j - 1
        k -= self.view.form(k) in _LATER and self.words.language == "en"
        return self.view.form(k) == "and"

    def _is_agent(self, j: int) -> bool:
        """True for the "by" of "received at State House by X", whatever stands between."""
        if self.agent == "by" and self.words.language == "ar":  # "استقبل لدى وصوله من قبل X"
            return bool(self._at("by", j)) and len(self._all_given()) < _BOTH
        return self.agent == "by" and self.words.language == "en" and self.view.form(j) == "by"

    def _is_date(self, words: TimeWords, j: int) -> bool:
        """False for how long it took, or how long it was the first: "for two hours"."""
        if words.rule == "duration" and self._at("first_in", j - 1):
            return False
        if self.view.form(j - 1) == "time":
            return False  # "for the second time this month"
        unplaced = not (words.earliest or words.latest or words.offset_days or words.rule)
        return not (unplaced and words.extent == "throughout")

    def _goes_on_doing(self, j: int) -> bool:
        """True for ", with an aide blaming the schedule": what somebody did about it."""
        view = self.view
        for k in range(j, min(view.size, j + _ABSOLUTE)):
            if not view.is_word(k) or view.form(k) in ("and", "to", "in"):
                return False
            if view.mention_at[k] is None and view.form(k).endswith("ing"):
                return self.lists["presiding"].length_at(view.tokens, k) == 0
        return False

    def _is_tied(self, j: int) -> bool:
        """True for the "with" of "its ties with Taiwan", "its border with Chad": nobody is met."""
        if self.words.language == "ar":
            return self._is_between_states(j)
        tied = self.view.form(j) == "with" and self.view.form(j - 1) in _TIES
        return tied and self.view.form(j - 2) in _WHOSE and self.words.language == "en"

    def _is_between_states(self, j: int) -> bool:
        """True for the "between" of "العلاقات الثنائية بين البلدين": what it is all about."""
        view, k = self.view, j - 1
        if view.form(j) not in _BETWEEN:
            return False
        while k > max(0, j - _ADJECTIVES) and view.is_word(k) and view.mention_at[k] is None:
            if any(r.stem in _MATTERS and not r.enclitic for r in view.readings(k)):
                return True
            if not any(r.definite for r in view.readings(k)):
                return False
            k -= 1
        return False

    def _lasted(self, j: int) -> int | None:
        """Return the token behind "for half an hour", "for the better part of a day"."""
        view = self.view
        if view.form(j) != "for" or self.words.language != "en":
            return None
        for i in range(j + 1, min(view.size, j + _LONGEST_DURATION)):
            if not view.is_word(i) or view.mention_at[i] is not None:
                return None
            if view.form(i) in _UNITS:
                return i + 1
        return None

    def _take_topic(self, j: int, length: int) -> None:
        """Note the topic, up to the next comma or the scope's end, and close the scope."""
        view = self.view
        last = j + length - 1
        while last < self.limit and not view.is_comma(last + 1) and not view.is_stop(last + 1):
            last += 1
        if last >= j:
            self.parts.topic = (j, last)
            self.parts.last = last

    def _take_subject_matter(self, j: int, length: int) -> int:
        """Note what "talks on …" are about; who, when and in which city may still follow."""
        view = self.view
        last = j + length - 1
        while last < self.limit and not self._ends_matter(last + 1):
            last += 1
        if self.parts.topic is None:
            self.parts.topic = (j, last)
        self.parts.last = last
        self.role, self.matter, self.attached = "other", True, True
        return last + 1 if not view.is_stop(last + 1) else self.limit + 1

    def _ends_matter(self, i: int) -> bool:
        view = self.view
        if view.is_break(i) or view.is_stop(i) or view.time_at[i] is not None:
            return True
        if self._at("attended", i) > 1 or self._at("mediated", i) or self._at("with", i):
            return True
        if self._ends(i) or self._at("topic", i) or self._is_in_city(i):
            return True
        light = self.words.light_at(view.tokens, i)
        return light is not None and light.verb.role == "happens"

    def _is_in_city(self, i: int) -> bool:
        """True for "in Geneva" behind "talks on Syria"; "in Sudan" belongs to the matter."""
        length = self._at("place", i)
        mention = self.view.mention_from(i + length) if length else None
        if mention is None or mention.role or mention.category == "actor":
            return False
        return mention.category == "place" or mention.side is not None

    def _is_other_sense(self, j: int, length: int) -> bool:
        """True for "delegates from", "on Friday", "for the first time"."""
        if length > 1:
            return False
        after = j + 1
        return self._follows_people(j) or (
            after < self.view.size and self.view.time_at[after] is not None
        )

    def _pass_event(self, j: int, length: int) -> int:
        """Step over the other event of "on the sidelines of the G20 summit": it is not this one."""
        view, last, role = self.view, j + length, self.role
        while last < view.size and view.is_word(last) and view.time_at[last] is None:
            if self.verbal and last > j + length and self._is_met_beside(last):
                self.parts.beside.extend(range(j, last))
                self.role, self.attached = role, True
                return last
            if self._at("place", last) or (last in view.cue_at and view.mention_at[last] is None):
                break
            last += 1
        self.parts.beside.extend(range(j, last))
        self.role, self.attached = "other", True
        return last

    def _is_met_beside(self, i: int) -> bool:
        """True for whom they met behind the event: "على هامش الاجتماع وزير الخارجية الكوبي".

        Behind a noun without article it is whose event it is: "جنازة الرئيس".
        """
        view = self.view
        if self.words.language != "ar" or self.role not in ("bare", "other", "place", "after"):
            return False
        before, ended = view.readings(i - 1), view.mention_to(i - 1)
        if ended is None and not any(r.definite for r in before):
            return False
        if self.lists["counterpart"].has_stem(view.tokens, i):
            return True
        met = view.mention_from(i)
        return met is not None and bool(met.role or met.person) and not met.proclitics

    def _take_mediation(self, j: int, length: int) -> int:
        """Read "under Egyptian and Qatari mediation", "with Omani mediation"."""
        view = self.view
        sides = [m for i in range(j - 6, j) if i >= 0 and (m := view.mention_from(i)) is not None]
        for side in sides:
            for given in (self.parts.bare, self.parts.with_, self.parts.attended):
                if side in given:
                    given.remove(side)
            if side.category == "adjective" or view.mention_to(j - 1) is side:
                self.parts.mediators.append(side)
                self.parts.last = j
        self.role = "after"
        return j + length
