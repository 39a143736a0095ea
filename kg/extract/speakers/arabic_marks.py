"""Step over what commas and dashes set off behind an Arabic verb of speech.

In:  a comma, dash or relative word behind the subject. Out: where the walk goes on, None where it
ends. Newsrooms set a comma behind the subject too: "أكد الوزير، على ضرورة وقف الحرب".
"""

import re

from kg.extract.cues import Cue
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.speakers.arabic_bodies_again import is_doing_word
from kg.extract.speakers.arabic_listeners import OPENING, ArabicListeners
from kg.extract.speakers.behind import Behind
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_WHOSE = 7  # tokens
_FOR, _WITH = "ل", "ب"
_MAKING = re.compile("ت[^ا][^ا]ي[^ا]")  # "توجيه", "تسليم", folded
_SUCH = words_of("ar", "such_a")
_AGAINST = ("accuses", "denies")
_ANY = words_of("ar", "any_at_all")
_LEADS_TO_WORDS = words_of("ar", "leads_to_the_words_said")


class ArabicMarks(ArabicListeners):
    """Reads commas, dashes and relative clauses behind a verb."""

    def _step_mark(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view = self.view
        if view.is_comma(j) or view.tokens[j].text in "-–—(":
            behind.in_phrase = False
            if self._goes_on_behind(cue, behind, j):
                return j + 1
            if behind.subject is not None and not self._closes_name(behind.subject, j):
                return self._skip_inserted(behind, j)
            return j + 1
        return None if view.is_stop(j) or view.tokens[j].text in ";؛" else j + 1

    def _skip_inserted(self, behind: Behind, j: int) -> int | None:
        """Step over an apposition behind the subject, to the next comma or to "that"."""
        view = self.view
        if self._is_told_outlet(j + 1):
            return j + 1
        withheld = self._anonymity_end(j + 1)
        if withheld is not None:
            return withheld + 1 + view.is_comma(withheld + 1)
        source = view.cue_at.get(j + 1)
        if source is not None and source.row.kind == "source":
            return j + 1
        for k in range(j + 1, min(view.size - 1, j + 14)):
            opens = view.form(k + 1) in OPENING and self.is_that(k + 2)
            if view.is_comma(k) and (opens or self.is_that(k + 1)):
                return k + 1
        for k in range(j + 1, view.size):
            if self.is_that(k) or view.tokens[k].text == ":" or view.quotation_at[k] is not None:
                return k
            if view.is_comma(k) or view.tokens[k].text in "-–—)":
                return k + 1
            if (outlet := self.carrier_at(k)) is not None:
                behind.via.append(outlet)
            elif k in view.cue_at and not self._in_relative(k):
                cue = view.cue_at[k]
                return k if cue.row.kind == "source" else None
        return None

    def _skip_relative(self, behind: Behind, j: int) -> int | None:
        """Step over a relative clause; a "that" which a verb inside it governs belongs to it."""
        view = self.view
        inner = False
        for k in range(j + 1, view.size):
            if k in view.cue_at and view.cue_at[k].row.kind == "verb":
                inner = True
            if self.is_that(k):
                if not inner:
                    return k
                inner = False
            if view.is_comma(k):
                behind.in_phrase = False
                return k + 1
        return None

    def _goes_on_behind(self, cue: Cue, behind: Behind, j: int) -> bool:
        """True at the comma of "أكد الوزير، على ضرورة …": no aside begins, the words said do."""
        view, row = self.view, cue.row
        if behind.subject is None or behind.content_first is not None or not view.is_comma(j):
            return False
        form, mention = view.form(j + 1), view.mention_from(j + 1)
        leads = form in row.prepositions and form in _LEADS_TO_WORDS and not self._is_adjunct(j + 2)
        asked = _FOR in row.prepositions and bool(behind.addressees)
        leads |= asked and self._is_fused(j + 1, _FOR)  # "المتمردين في الجنوب، لوقف …"
        leads |= self._is_somebody(behind.subject) and self._begins_with(cue, j + 1)
        leads |= row.object_content and self._begins_object(j + 1)
        leads |= row.object_content and row.act in _AGAINST and self._is_matter(j + 1)
        if not leads and not (row.object_addressee and self._is_asked_of(cue, j + 1)):
            return False
        first = mention.last + 1 if mention is not None else j + 1
        return not any(self._ends_aside(cue, k) for k in range(first, view.size - 1))

    def _is_somebody(self, party: Party | None) -> bool:
        """True for a name or an office that some list knows."""
        known = isinstance(party, Mention) and bool(party.kind or party.person)
        return known or isinstance(party, Pointer)

    def _begins_with(self, cue: Cue, j: int) -> bool:
        """True for "بالهجوم" behind a verb that takes it: ندد الوزير، بالهجوم."""
        view = self.view
        if _WITH not in cue.row.prepositions or j in view.cue_at or view.time_at[j] is not None:
            return False
        if view.form(j) in view.words.adverbs or self._is_adjunct(j) or self.is_that(j):
            return False
        return self._is_fused(j, _WITH) and any(
            r.definite or r.proclitics[-1:] == (_WITH,) for r in view.readings(j)
        )

    def _begins_object(self, j: int) -> bool:
        """True for "استعدادها …", "إصدار …", "أي تدخل …": what is told of, nobody's office."""
        view = self.view
        if not view.is_word(j) or view.mention_at[j] is not None or j in view.cue_at:
            return False
        return self._tells(j) or self._is_owned_saying(j) or view.form(j) in _ANY or self._does(j)

    def _is_matter(self, j: int) -> bool:
        """True for "الهجوم على السفارة" that nothing follows: what is condemned or denied."""
        view = self.view
        if not self._has_article(j) or view.mention_at[j] is not None or j in view.cue_at:
            return False
        last = any(view.is_comma(k) for k in range(j, view.size))
        return is_common_noun(view.tokens[j]) and not last

    def _does(self, j: int) -> bool:
        """True for a verbal noun with its object or its doer: "إصدار كينيا لأمر"."""
        view = self.view
        object_ = view.mention_from(j + 1) is not None or self._has_article(j + 1)
        if object_ and is_doing_word(view.form(j)):
            return True
        object_ = object_ or (view.is_word(j + 1) and is_common_noun(view.tokens[j + 1]))
        return (object_ or view.form(j + 1) in _SUCH) and _MAKING.fullmatch(
            view.form(j)
        ) is not None

    def _source_goes_on(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Return where "أكدت مصادر القصر (لرويترز) أن" goes on behind whose source it is."""
        view, subject = self.view, behind.subject
        if not (cue.row.object_content and cue.row.that and isinstance(subject, Mention)):
            return None
        if not subject.unnamed or any(map(view.is_word, range(subject.last + 1, j))):
            return None
        if self._is_fused(j, _FOR):
            return None
        told = None
        for k in range(j + 1, min(view.size, j + _WHOSE)):
            if self.is_that(k):
                return told or k
            told = told or (k if self._is_fused(k, _FOR) else None)
            if view.is_comma(k) and not self.is_that(k + 1):
                return None
            if k in view.cue_at or self.is_preposition(k):
                return None
        return None

    def _is_asked_of(self, cue: Cue, j: int) -> bool:
        """True for "إيران إلى", "المتمردين إلى": whom the verb asks, and what."""
        view, mention = self.view, self.view.mention_from(j)
        if mention is None:
            return self._is_accusative(j) and view.mention_at[j] is None
        state = mention.kind == "state" and not mention.proclitics
        return state and view.form(mention.last + 1) in cue.row.prepositions

    def _ends_aside(self, cue: Cue, k: int) -> bool:
        """True at a mark behind which the words said begin: ", that", ", on …", ": «…»"."""
        view = self.view
        if view.form(k) == ":":
            return True
        if not (view.is_comma(k) or view.tokens[k].text in "-–—"):
            return False
        if self.is_that(k + 1) or view.quotation_at[k + 1] is not None:
            return True
        form = view.form(k + 1)
        if self._begins_with(cue, k + 1):
            return True
        return form in cue.row.prepositions or (form in OPENING and self.is_that(k + 2))
