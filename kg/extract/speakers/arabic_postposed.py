"""Read words that stand in front of their Arabic verb of speech.

In:  a verb's cue and what was read behind it. Out: an attribution of what stands before the verb:
"«…»، says X", "…, as X explained", "the deal is dead, says X".
"""

from kg.extract.attribution import Attribution
from kg.extract.cues import Cue
from kg.extract.speakers.arabic_behind import ArabicBehind
from kg.extract.speakers.behind import Behind
from kg.lexicon.grammar import words_of
from kg.model.draft import Pointer
from kg.model.mention import Gender, Mention

_SO = words_of("ar", "so_said")
_TO = {"له": "ه", "لها": "ها"}
_LEAST_WORDS = 3


class ArabicPostposed(ArabicBehind):
    """Looks to the left of a verb for the words said."""

    def in_front(self, cue: Cue, behind: Behind) -> Attribution | None:
        """Return what stands in front of the verb, where nothing said stands behind it."""
        return (
            self._of_quotation(cue, behind)
            or self._as_said(cue, behind)
            or self._of_clause(cue, behind)
        )

    def is_so(self, i: int) -> bool:
        """True for "so" in "«…»، so X summed it up", هكذا لخص."""
        return self.view.form(i) in _SO

    def _of_quotation(self, cue: Cue, behind: Behind) -> Attribution | None:
        """Read "«…»، says X": the quotation stands in front."""
        view = self.view
        last = cue.first - 1 - self.is_so(cue.first - 1)
        while last >= 0 and view.is_comma(last):
            last -= 1
        quotation = view.quotation_at[last] if last >= 0 else None
        if quotation is None or behind.subject is None or not cue.row.that:
            return None
        if any(a.content_last >= quotation.first for a in self.found):
            return None
        heard = None if behind.addressees else self.heard_inside(quotation.inner_first)
        return Attribution(
            cue=cue,
            order="quotation-verb",
            speaker=behind.subject,
            via=tuple(behind.via),
            addressees=(*behind.addressees, *((heard,) if heard is not None else ())),
            start=quotation.first,
            content_first=quotation.inner_first,
            content_last=quotation.inner_last,
            clausal=True,
            before=True,
        )

    def _as_said(self, cue: Cue, behind: Behind) -> Attribution | None:
        """Read "…, as X explained": the clause stands in front."""
        view = self.view
        last = cue.first - 2
        as_word = view.form(cue.first - 1) in view.lexicon.word_set("as_said")
        if not as_word or not view.is_comma(last) or not behind.overt or not cue.row.that:
            return None
        last -= 1
        if last < 2 or self.found:
            return None
        return Attribution(
            cue=cue,
            order="as-said",
            speaker=behind.subject,
            start=0,
            content_first=0,
            content_last=last,
            clausal=True,
            before=True,
            margin=0.9,
        )

    def _of_clause(self, cue: Cue, behind: Behind) -> Attribution | None:
        """Read "…, says X." without quotation marks: the sentence ends with verb and subject."""
        view, comma = self.view, cue.first - 1
        if self.found or view.heading or cue.conjoined or not cue.row.that or not behind.overt:
            return None
        if not view.is_comma(comma) or not self._ends_with(behind):
            return None
        plain = not any(view.is_comma(i) for i in range(comma))
        first = next((i for i in range(comma) if view.is_word(i)), comma)
        leads = self.is_preposition(first) or view.form(first) in view.words.connector
        if comma - first < _LEAST_WORDS or (plain and (leads or view.time_at[first] is not None)):
            return None
        return Attribution(
            cue=cue,
            order="clause-verb",
            speaker=behind.subject,
            start=first,
            content_first=first,
            content_last=comma - 1,
            clausal=True,
            before=True,
            margin=0.8,
        )

    def _ends_with(self, behind: Behind) -> bool:
        """True where the sentence ends behind the subject, but for a time or a full stop."""
        view, subject = self.view, behind.subject
        if not isinstance(subject, Mention) or behind.addressees or behind.via:
            return False
        rest = range(self._past_adjectives(subject.last + 1), view.size)
        return all(not view.is_word(i) or view.time_at[i] is not None for i in rest)

    def heard_inside(self, first: int) -> Pointer | None:
        """Return whom "we told him that …" at the head of what is said means: أبلغناه, قلنا له."""
        view, told = self.view, self.view.lexicon.word_set("we_told")
        first += not view.is_word(first)  # a quotation mark
        for reading in view.readings(first):
            enclitic = reading.enclitic or _TO.get(view.form(first + 1), "")
            if reading.stem in told and enclitic in ("ه", "ها"):
                gender: Gender = "feminine" if enclitic == "ها" else "masculine"
                place = view.tokens[first].start
                return Pointer(kind="guest", place=place, gender=gender, number="singular")
        return None
