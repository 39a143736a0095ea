"""Tell where the words that belong to a meeting end, and which commas end nothing.

In:  the state of the walk. Out: yes or no for a token.
"""

from kg.extract.meetings.told import PartsBase
from kg.extract.mentions.arabic_parts import is_verb
from kg.lexicon.grammar import words_of

_WHO = words_of("en", "who_of_somebody")
_BEFORE_OTHER_DOING = words_of("en", "before_other_doing")
_WAS = frozenset({"was", "were", "is", "are"})
_LISTED = ("official", "state", "organization")
_LONGEST_LIST = 6
_LONGEST_ASIDE = 9


class ScopeEnds(PartsBase):
    """Other clauses, other verbs and purposes end what belongs to a meeting."""

    def _ends(self, j: int) -> bool:
        """True at "that", at a verb of speech, at another clause's connector."""
        view = self.view
        cue = view.cue_at.get(j)
        if self.words.status["planned"].length_at(view.tokens, j) or self._at("between", j):
            return False
        if cue is not None and self._between_them(j) is not None:
            return False  # "between", which in Arabic is written like "made clear"
        if cue is not None and self._is_thing(j):
            return False
        if cue is not None and cue.row.kind == "verb" and cue.inflection is not None:
            # "attended", "proposed" may be light verbs of the meeting itself
            return self.words.light_at(view.tokens, j) is None
        closes = self._at("closing", j) and view.time_at[j] is None  # "since 25 October"
        if closes or self._is_other_meeting(j) or self._is_next_verb(j):
            return True
        if self._is_other_verb(j):
            return True
        if self._is_planned_which(j) or self._is_to_happen(j):
            return False
        return any(
            r.stem in view.words.that and not r.definite and "ك" not in r.proclitics
            for r in view.readings(j)
        )

    def _is_to_happen(self, j: int) -> bool:
        """True at the "that" of "محادثات كان يفترض أن تجري في روما": the meeting is to happen."""
        if self.words.language != "ar" or j + 1 >= self.view.size:
            return False
        return self.words.happens_at(self.view.tokens, j + 1)

    def _is_thing(self, j: int) -> bool:
        """True for a noun that is written like a verb: "the border post of", "at State House"."""
        view = self.view
        if view.lexicon.language == "en" and j and view.tokens[j].text[0].isupper():
            return True
        if view.lexicon.language != "en" or view.form(j + 1) != "of":
            return False
        determiners = view.lexicon.word_set("determiners")
        return any(view.form(k) in determiners for k in range(j - 3, j)) and view.is_word(j - 1)

    def _is_other_meeting(self, j: int) -> bool:
        """True at a verb of meeting: "on a visit during which he meets …"."""
        hit = self.words.verb_at(self.view.tokens, j)
        return hit is not None and hit.inflection.form == "present" and hit.verb.frame == "object"

    def _is_next_verb(self, j: int) -> bool:
        """True at "and" in front of a second verb: "met in Rome and agreed to …"."""
        view, after = self.view, j + 1
        if view.form(j) not in ("and", "then", "or"):
            return False
        while view.form(after) in view.words.adverbs:
            after += 1
        if not view.is_word(after) or view.mention_at[after] is not None:
            return False
        if self.lists["auxiliary"].length_at(view.tokens, after):
            return True
        if self.words.verb_at(view.tokens, after) or self.words.light_at(view.tokens, after):
            return True
        cue = view.cue_at.get(after)
        verb = cue is not None and cue.form == "past"
        return verb or (view.form(after).endswith("ed") and view.tokens[after].text.islower())

    def _is_other_verb(self, j: int) -> bool:
        """True at "before flying on", "after meeting", and at a verb with "and" written on."""
        view, after = self.view, j + 1
        if self.words.language == "en":
            gerund = view.form(after).endswith("ing") and view.mention_at[after] is None
            return gerund and view.form(j) in _BEFORE_OTHER_DOING
        if not any(r.proclitics[:1] in (("و",), ("ف",)) for r in view.readings(j)):
            return False
        light = self.words.light_at(view.tokens, j)
        if light is not None and light.verb.role == "happens":
            return False  # "talks that were held in … and gathered …"
        hit = self.words.verb_at(view.tokens, j) or light
        return hit is not None and hit.proclitics[:1] in (("و",), ("ف",))

    def _is_planned_which(self, j: int) -> bool:
        """True for "(a meeting) that had been due on Thursday", "which was planned for"."""
        view = self.view
        if view.form(j) not in ("that", "which"):
            return False
        if view.form(j + 1) in _WAS and view.form(j + 2) == "to" and self.words.language == "en":
            return True  # "a meeting that was to open in Rome"
        near = range(j + 1, min(view.size, j + 5))
        return any(self.words.status["planned"].length_at(view.tokens, i) for i in near)

    def _plans(self, j: int) -> bool:
        """True at "due to start", "planned for", "has been put off": the meeting's own state."""
        view = self.view
        while self._at("auxiliary", j):
            j += 1
        for i in (j, j + 1):
            if view.is_word(i) and self.words.status["planned"].length_at(view.tokens, i):
                return True
        light = self.words.light_at(view.tokens, j) if j < view.size else None
        return light is not None and light.verb.role == "happens"

    def _is_purpose(self, j: int) -> bool:
        """True at "to prepare …", للتحضير: any verb of purpose that is no meeting of its own."""
        view, after = self.view, j + 1
        if self.words.language == "ar":
            return self._is_arabic_purpose(j)
        if view.form(j) != "to" or not view.is_word(after) or view.mention_at[after] is not None:
            return False
        if self.role == "to" or j == self.start or not view.tokens[after].text.islower():
            return False
        if view.time_at[after] is not None or view.form(after) in self.prepositions:
            return False
        if view.form(after) in view.lexicon.word_set("determiners"):
            return False
        meets = self.words.verb_at(view.tokens, after) or self.words.noun_at(view.tokens, after)
        light = self.words.light_at(view.tokens, after)
        planned = any(p.length_at(view.tokens, j - 1) for p in self.words.status.values())
        return not (meets or light or planned)

    def _is_arabic_purpose(self, j: int) -> bool:
        view = self.view
        if view.mention_at[j] is not None or self.words.noun_at(view.tokens, j) is not None:
            return False
        fronts = [r for r in view.readings(j) if r.proclitics == ("ل",) and not r.enclitic]
        return any(r.stem in self.lists["purpose"] for r in fronts)

    def _past_relative(self, j: int) -> int | None:
        """Return the token behind ", who leads the alliance," where place or day follow."""
        view, end = self.view, self.view.aside_from.get(j + 1)
        person = view.mention_to(j - 1)
        if self.words.language != "en" or end is None or person not in self._all_given():
            return None
        if view.form(j + 1) not in _WHO or not view.is_comma(end + 1):
            return None
        return end + 2 if self._goes_on(end + 2) else None

    def _goes_on(self, j: int) -> bool:
        """True when what follows a comma still belongs to the meeting."""
        view = self.view
        if j >= view.size:
            return False
        if view.time_at[j] is not None or self._at("topic", j) or self._at("mediated", j):
            return True
        if self._at("place", j) or self._at("with", j) or self._at("between", j):
            return True
        if self._at("beside", j) or self._is_planned_which(j) or self._plans(j):
            return True
        if self._at("attended", j) and not self._at("of", j) and self.words.language == "ar":
            return True
        alone = len(self._all_given()) < 2 and self.verbal and self.words.language == "ar"
        if alone and (self._is_guest(j) or self._is_aside_before_guest(j)):
            return True
        if self.verbal and not alone and self._is_one_more(j):
            return True
        listing = self.role in ("between", "with", "attended", "after")
        if listing and self.words.language == "ar" and self._is_styled(j):
            return True
        if self.role in ("between", "with", "attended") and view.mention_from(j) is not None:
            return True
        if self.verbal and self.words.language == "en" and self._is_list(j):
            return True
        return any(r.stem in view.words.relative for r in view.readings(j))

    def _is_one_more(self, j: int) -> bool:
        """True at "، والوزير الكيني فلان": one more of those who are met, in Arabic."""
        view, one = self.view, self.view.mention_from(j)
        if self.words.language != "ar" or one is None or one.proclitics != ("و",):
            return False
        behind = one.last + 1
        acts = behind < view.size and (behind in view.cue_at or is_verb(view.tokens[behind]))
        return bool(one.human) and one.category == "actor" and not acts

    def _is_styled(self, j: int) -> bool:
        """True at "وسعادة السيد فلان": one more of a list, under his style."""
        view, styles = self.view, self.view.lexicon.word_set("honorifics")
        fronts = (r.proclitics for r in view.readings(j) if r.stem in styles)
        if ("و",) not in fronts:
            return False
        return any(view.mention_from(k) is not None for k in (j + 1, j + 2))

    def _is_guest(self, j: int) -> bool:
        """True at somebody who may be met, also under his style: "بمعالي وزير الخارجية"."""
        if self._is_actor(j) or self._is_counterpart(j):
            return True
        view, styles = self.view, self.view.lexicon.word_set("honorifics")
        named = j + 1 < view.size and view.mention_from(j + 1) is not None
        return named and any(r.stem in styles for r in view.readings(j))

    def _is_aside_before_guest(self, j: int) -> bool:
        """True inside "received, on Sunday in his office, the envoy": who is met follows."""
        view = self.view
        for k in range(j, min(view.size, j + _LONGEST_ASIDE)):
            if view.is_comma(k):
                return k > j and self._is_guest(k + 1) and not self._at("of", k + 1)
            if not view.is_word(k) or k in view.cue_at or self._ends(k):
                return False
        return False

    def _past_aside_of_others(self, j: int) -> int | None:
        """Step over ", a day after X was killed," to the envoy received: X was not met."""
        view = self.view
        alone = len(self._all_given()) < 2 and self.verbal and self.words.language == "ar"
        if not alone or j >= view.size or not self._opens_aside(j):
            return None
        named = False
        for k in range(j, min(view.size, j + _LONGEST_ASIDE + 3)):
            if view.is_comma(k):
                guest = self._is_actor(k + 1) or self._is_counterpart(k + 1)
                return k + 1 if named and guest else None
            attended = self._at("attended", k) and not self._at("of", k)
            if not view.is_word(k) or k in view.cue_at or attended:
                return None
            one = view.mention_at[k]
            named |= one is not None and one.category == "actor" and bool(one.human)
        return None

    def _opens_aside(self, j: int) -> bool:
        """True at a time or a preposition, not where one more of a list stands."""
        opened = self.view.time_at[j] is not None or self.view.form(j) in self.prepositions
        return opened and not self._at("with", j)

    def _is_counterpart(self, j: int) -> bool:
        return j < self.view.size and self.lists["counterpart"].has_stem(self.view.tokens, j)

    def _is_list(self, j: int) -> bool:
        """True for ", B and C" behind the one who was met."""
        view, joined = self.view, False
        mention = view.mention_from(j + (view.form(j) == "the"))
        for _ in range(_LONGEST_LIST):
            if mention is None or mention.first <= self.start:
                return False
            named = mention.person or (self.role == "bare" and mention.kind in _LISTED)
            if not named:
                return False
            if joined:
                return view.cue_at.get(mention.last + 1) is None
            k = mention.last + 1
            k += view.is_comma(k)
            joined = view.form(k) == "and"
            mention = view.mention_from(k + joined) if joined or view.is_comma(k - 1) else None
        return False

    def _is_actor(self, j: int) -> bool:
        mention = self.view.mention_from(j)
        if mention is None:
            return self.lists["people"].has_stem(self.view.tokens, j)
        return mention.category == "actor"

    def _is_abbreviation(self, j: int) -> bool:
        """True for the stop of "Mr. Trump"."""
        return self.view.tokens[j].text == "." and self.view.mention_from(j + 1) is not None
