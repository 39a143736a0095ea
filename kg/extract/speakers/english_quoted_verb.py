"""Read verbs of speech that stand in quotation marks: "Guterres 'strongly condemns' the raid".

In:  a view. Out: attributions of who stands in front; the words told stand behind the quotation.
"""

from kg.extract.attribution import Attribution, can_act
from kg.extract.cues import Cue
from kg.extract.speakers.english_before import EnglishBefore
from kg.extract.view import Quotation
from kg.lexicon.grammar import words_of

_SAYINGS = words_of("en", "names_of_words")
_LONGEST = 4  # words in quotation marks: "strongly and unequivocally condemns"
_MARGIN = 0.8


class EnglishQuotedVerb(EnglishBefore):
    """Reads quotations of a verb alone."""

    def quoted_verbs(self) -> list[Attribution]:
        """Return the attributions of a sentence, in order."""
        found = (self._of_quoted_verb(quotation) for quotation in self.view.quotations)
        return [one for one in found if one is not None]

    def _of_quoted_verb(self, quotation: Quotation) -> Attribution | None:
        view, verb = self.view, quotation.inner_last
        if verb - quotation.inner_first >= _LONGEST or not view.is_word(quotation.last + 1):
            return None
        cue = self._cue_inside(verb)
        k = self._step_left(quotation.first - 1)
        subject = self.noun_phrase_to(k) if cue is not None else None
        if cue is None or subject is None or not can_act(subject) or not view.is_word(k):
            return None
        if any(view.form(i) in _SAYINGS for i in range(subject.first, k + 1)):
            return None
        if not all(self._tells_way(i) for i in range(quotation.inner_first, verb)):
            return None
        return Attribution(
            cue=cue,
            order="subject-verb",
            speaker=subject,
            start=self._with_determiner(subject.first),
            content_first=quotation.last + 1,
            content_last=view.size - 1,
            clausal=False,
            margin=_MARGIN,
        )

    def _cue_inside(self, verb: int) -> Cue | None:
        """Return the cue of a finite verb with an object, which quotations hide from others."""
        for entry in self.view.lexicon.entries(self.view.form(verb)):
            form = entry.inflection.form if entry.inflection is not None else ""
            finite = form in ("past", "present") and not entry.rest
            plain = entry.row.object_content and not (entry.row.needs or entry.row.needs_that)
            if entry.row.kind == "verb" and plain and finite:
                return Cue(entry.row, verb, verb, entry.inflection)
        return None

    def _tells_way(self, i: int) -> bool:
        form = self.view.form(i)
        return form.endswith("ly") or form == "and" or form in self.view.words.adverbs
