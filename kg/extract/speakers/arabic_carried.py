"""Find the outlet that passed a document on: "في بيان نقلته وكالة X", "الذي بثه تلفزيون Y".

In:  a token. Out: the outlet, None where nothing is passed on or the outlet quotes somebody.
The words are those of whose document it is; who prints them only passes them on.
"""

from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.arabic_nouns_of_speech import ArabicNounsOfSpeech
from kg.extract.speakers.behind import Behind
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_CARRIES = words_of("ar", "carries_a_document")
_CARRIED = words_of("ar", "carried_documents")
_WITHIN = 12  # tokens of "بيان أصدرته الوزارة مساء السبت ونقلته"
_QUOTES = "عن"
_TOLD = words_of("ar", "outlets_told")
_LONGEST = 4  # words


class ArabicCarried(ArabicNounsOfSpeech):
    """Reads "a statement carried by"."""

    def carrier_at(self, k: int) -> Mention | None:
        """Return X of "(a statement) which X carried" at the verb `k`."""
        view = self.view
        if view.form(k).removeprefix("و") not in _CARRIES and view.form(k) not in _CARRIES:
            return None
        outlet = self._outlet_at(k + 1)
        if outlet is None or view.form(outlet.last + 1) == _QUOTES:
            return None
        return outlet if self._carries_document(k) else None

    def _is_passed_on(self, cue: Cue, behind: Behind, j: int) -> bool:
        """True for "his warning of …" behind "X passed on from Y"."""
        slot, subject = cue.row.speaker_slot, behind.subject
        if not slot or not isinstance(subject, Mention) or self._is_saying(j):
            return False
        return self.view.form(subject.first - 1) == slot and self._is_owned_saying(j)

    def unknown_outlet(self, j: int) -> Mention | None:
        """Return "صحيفة ميدان برس" of "to the newspaper …" at token `j`, its name unknown."""
        view = self.view
        led = any(r.proclitics[-1:] == ("ل",) and r.stem in _TOLD for r in view.readings(j))
        known = view.mention_from(j + 1)
        if not led or view.mention_from(j) is not None or (known and known.kind == "media"):
            return None
        last = j
        while last - j < _LONGEST and view.is_word(last + 1) and not self._ends_outlet(last + 1):
            last += 1
        named = unlinked_mention(view, j + 1, last) if last > j else None
        return replace(named, kind="media", human=False) if named is not None else None

    def _ends_outlet(self, k: int) -> bool:
        view = self.view
        if self.is_that(k) or self.is_preposition(k) or k in view.cue_at:
            return True
        return view.time_at[k] is not None or view.quotation_at[k] is not None

    def _outlet_at(self, j: int) -> Mention | None:
        """Return the outlet at `j`, by its name or as "the official agency"."""
        view = self.view
        named = view.mention_from(j)
        if named is not None:
            return named if named.kind == "media" and not named.proclitics else None
        if view.lexicon.descriptions.get(view.form(j)) != "media":
            return None
        last = j
        while self._has_article(last + 1) or view.mention_at[last + 1] is not None:
            last += 1
        return unlinked_mention(view, j, last)

    def _carries_document(self, k: int) -> bool:
        """True where a statement, remarks or a letter stand in front of the verb."""
        view = self.view
        for i in range(k - 1, max(-1, k - 1 - _WITHIN), -1):
            if view.is_stop(i) or self.is_that(i) or view.quotation_at[i] is not None:
                return False
            if any(r.stem.removesuffix("ا") in _CARRIED for r in view.readings(i)):
                return True
        return False
