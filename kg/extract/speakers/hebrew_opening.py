"""Find the subject that opens a Hebrew sentence and that no list knows, far from its verb.

In:  a verb's cue that has no subject beside it. Out: an unlinked mention, a person, or None.
    תושבי המחנה בצפון סיפרו כי               people, and where they are
    חברת לוטרן הדנית, בעלת הנמל, מסרה כי      a body, and an aside
    המנהל הטכני, דני לוי, דיווח כי           an office, then its holder's name
    משפחות העצורים הפגינו ודרשו כי           the subject of the verb in front
Only a noun of people or bodies is one; nothing but asides, places and times stands between.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.speakers.hebrew_first import HebrewFirst
from kg.extract.speakers.hebrew_words import AND_OR_NONE
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import words_of
from kg.model.draft import Pointer
from kg.model.mention import Gender, Mention
from kg.model.span import Span

_OWN = words_of("he", "own_people") | words_of("he", "own_holders") | words_of("he", "kin")
_PEOPLE = words_of("he", "people_of_no_office") | words_of("he", "people_by_trade") | _OWN
_PURPOSE = words_of("he", "purpose_of_a_body")
_REACH = 24
_FOREIGN = 2.0
_PURPOSE_WORDS = 3
_TWO, _ANSWERED, _LEAST = 2, 8, 3
_HOUSES = words_of("he", "own_houses")
_ALSO = frozenset({"גם", "אף", "עוד"})
_ANSWERS = words_of("he", "answers_to_something")


class HebrewOpening(HebrewFirst):
    """Reads a sentence's first noun phrase for verbs further on."""

    def opening_subject(self, cue: Cue) -> Mention | None:
        """Return who opens the sentence, where the verb of `cue` is theirs."""
        view = self.view
        first = self._opening_at()
        if cue.first > _REACH or cue.first <= first:
            return None
        if not self._is_people_or_body(first):
            return self._noun_of_clause(cue, first)
        last = self._whole(first, self._phrase_end(first))
        if last >= cue.first:
            return None
        commas = [k for k in range(last + 1, cue.first) if view.is_comma(k)]
        if cue.conjoined:
            return self._of_first_verb(cue, first, last) if not commas else None
        if any(view.is_stop(k) or view.tokens[k].text in ";:" for k in range(first, cue.first)):
            return None
        if len(commas) not in (0, _TWO) or not self._is_led_to(last, commas, cue):
            return self._noun_of_clause(cue, first) if not commas else None
        named = view.mention_from(commas[0] + 1) if commas else None
        if named is not None and named.person and named.last + 1 == commas[1]:
            return named if self._agrees(cue, named) and not named.proclitics else None
        return self._agreeing(cue, first, last)

    def _opening_at(self) -> int:
        """Return the first word behind "also", "on the other hand"."""
        view, k = self.view, 0
        while k < view.size - 1 and (
            not view.is_word(k) or view.form(k) in view.words.connector or self._is_adverb(k)
        ):
            k += 1
        return k

    def _is_people_or_body(self, i: int) -> bool:
        view = self.view
        if view.mention_at[i] is not None or view.quotation_at[i] is not None or self._is_thing(i):
            return False
        form = view.form(i)
        stems = {r.stem for r in view.readings(i) if r.proclitics in AND_OR_NONE}
        people = self.body_heads | self.source_nouns | view.lexicon.word_set("crowds") | _PEOPLE
        return bool(stems & people) or form in view.lexicon.descriptions

    def _whole(self, first: int, last: int) -> int:
        """Take in what a body is for: "המשרד לענייני ספורט", "הוועד נגד עינויים"."""
        view = self.view
        verb = next((k for k in range(first + 1, last + 1) if is_verb(view.tokens[k])), last + 1)
        last = verb - 1  # "משפחות העצורים | הפגינו"
        if last == first and self._is_name(first + 1):
            last = self._phrase_end(first + 1)  # "חברת לוטרן הדנית"
        k = last + 1
        if k >= view.size or view.form(k) not in _PURPOSE:
            return last
        while k + 1 < view.size and k - last < _PURPOSE_WORDS and view.is_word(k + 1):
            if is_verb(view.tokens[k + 1]) or self._is_prefixed(k + 1) or k + 1 in view.cue_at:
                break
            k += 1
        return k if k > last + 1 else last

    def _is_name(self, i: int) -> bool:
        """True for "לוטרן": a word of no list with the letters of foreign names."""
        view = self.view
        plain = not view.is_word(i) or view.mention_at[i] is not None or is_verb(view.tokens[i])
        if plain or view.form(i) in everyday_words("he") or i in view.cue_at:
            return False
        return self._is_prefixed(i) and foreignness(view.form(i)) >= _FOREIGN

    def _is_led_to(self, last: int, commas: list[int], cue: Cue) -> bool:
        """True where nothing but places, times and an aside stand in front of the verb."""
        view = self.view
        for k in range(last + 1, cue.first):
            if commas and commas[0] <= k <= commas[1]:
                continue
            light = self._is_light(k) or view.form(k) == "-" or view.mention_at[k] is not None
            if not (light or self._is_prefixed(k)) or is_verb(view.tokens[k]):
                return False
        return not commas or commas[1] == cue.first - 1 or self._is_light(cue.first - 1)

    def _of_first_verb(self, cue: Cue, first: int, last: int) -> Mention | None:
        """Return the subject of "demonstrated" for "and demanded", nobody else named between."""
        view = self.view
        verb = next((k for k in range(last + 1, cue.first) if is_verb(view.tokens[k])), None)
        if verb is None or not self._is_led_to(last, [], replace(cue, first=verb)):
            return None
        for mention in view.mentions:
            free = mention.proclitics in AND_OR_NONE and not self.is_preposition(mention.first - 1)
            there = verb < mention.first < cue.first and can_act(mention)
            if there and free and view.form(mention.first - 1) not in ("את", "של"):
                return None
        if any(self.is_that(k) for k in range(verb, cue.first)):
            return None
        return self._agreeing(cue, first, last)

    def _agreeing(self, cue: Cue, first: int, last: int) -> Mention | None:
        view, number = self.view, self._number(first)
        known = self._gender(first) == "feminine" and view.form(first) not in _PEOPLE
        gender: Gender | None = "feminine" if known else None  # "הקרן", "אשתו" do not show it
        found = unlinked_mention(view, first, last, gender=gender, number=number)
        if found is None:
            return None
        found = self._as_body(found)
        return found if self._agrees(cue, found) else None

    def _noun_of_clause(self, cue: Cue, first: int) -> Mention | None:
        """Return "המדינות" of "המדינות שהגישו את הבקשה ציינו": a noun, and a clause of its own."""
        view, form = self.view, self.view.form(first)
        noun = form.startswith("ה") and len(form) > _LEAST and view.is_word(first)
        if not noun or view.mention_at[first] is not None or view.time_at[first] is not None:
            return None
        opens = self.is_shin(first + 1) or view.form(first + 1) == "אשר"
        broken = any(view.is_break(k) for k in range(first, cue.first))
        if cue.conjoined or not opens or broken or first in view.cue_at:
            return None
        found = unlinked_mention(
            view, first, first, gender=self._gender(first), number=self._number(first)
        )
        return found if found is not None and self._agrees(cue, found) else None

    def _he_ahead(self, cue: Cue) -> Pointer | None:
        """Return "he" of "הוא הסביר למה ראש פרו טועה ואמר", which opens the sentence."""
        he = self._pronoun(0) if cue.conjoined and not self.found and cue.first > 1 else None
        verb = 1 + (self.view.form(1) in _ALSO)
        told = he is not None and self.view.is_word(verb) and is_verb(self.view.tokens[verb])
        if he is None or not told or he.kind != "pronoun" or cue.inflection is None:
            return None
        genders = {he.gender, cue.inflection.gender} - {None}
        numbers = {he.number, cue.inflection.number} - {None}
        return he if len(genders) < _TWO and len(numbers) < _TWO else None

    def _who_answers(self, cue: Cue) -> Mention | None:
        """Return who does both of "נשיא צ'ילה הגיב להאשמות ואמר"."""
        view = self.view
        for k in range(cue.first - 1, max(0, cue.first - _ANSWERED), -1):
            if view.is_break(k) or view.quotation_at[k] is not None:
                return None
            if view.form(k) in _ANSWERS and view.form(k + 1).startswith("ל"):
                speaker = self._subject_to(self._step_left(k - 1)) if cue.conjoined else None
                return speaker if speaker is not None and can_act(speaker) else None
        return None

    def _office_of_somebody(self, owner: Mention | None) -> Mention | None:
        """Return the office of "בלשכתו של שר החוץ מסרו", whose owner stands behind it."""
        view, at = self.view, owner.first - 2 if owner is not None else -1
        if owner is None or at < 0 or view.form(owner.first - 1) != "של":
            return None
        found = unlinked_mention(view, at, owner.last) if self._is_fused(at, "ב") else None
        own = view.lexicon.word_set("own_offices") | _HOUSES
        if found is None or view.form(at)[1:] not in own:
            return None
        span = Span(found.span.start + 1, found.span.end)
        office = replace(found, span=span, text=found.text[1:], name=found.name[1:])
        return replace(office, kind="organization", side=owner.side, human=False)
