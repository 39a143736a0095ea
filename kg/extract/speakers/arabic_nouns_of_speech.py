"""Tell Arabic verbs of speech from nouns of the same letters, and from passives without a speaker.

In:  a verb's cue. Out: yes or no.
    أن نشر معلومات كاذبة        behind "that" stands a noun: "spreading"
    رفضهم القاطع للحوار          an adjective of a deed stands behind a noun: "their flat refusal"
    رد وصف بأنه قوي              without an object "described as" is passive
    لأفراد، ويعلنون انضمامهم     what a crowd in front does
"""

from kg.extract.cues import Cue
from kg.extract.speakers.arabic_words import ArabicWords
from kg.lexicon.grammar import words_of

_OF_DEEDS = words_of("ar", "adjectives_of_deeds")
_NOUNS_TOO = words_of("ar", "nouns_and_verbs_of_speech")
_BEFORE_DONE = words_of("ar", "in_front_of_what_was_done")
_IN = words_of("ar", "inside")
_AS = ("ب",)


class ArabicNounsOfSpeech(ArabicWords):
    """Tells nouns from verbs."""

    def is_noun_of_speech(self, cue: Cue) -> bool:
        """True where the letters of a verb are a noun here, or nobody is its subject."""
        view = self.view
        behind = cue.last + 1
        if cue.enclitic and view.form(behind) in _OF_DEEDS:
            return True
        if cue.form == "past" and not cue.enclitic and view.form(cue.first) in _NOUNS_TOO:
            led = self.is_that(cue.first - 1) and view.form(cue.first - 2) not in _BEFORE_DONE
            led = led or view.form(cue.first - 1) in _IN
            if led and view.mention_from(behind) is None:
                return True
        return self._is_called_so(cue)

    def _is_called_so(self, cue: Cue) -> bool:
        """True for the passive "described as", وصف بأنه."""
        if cue.row.act != "describes" or cue.enclitic or cue.form != "past":
            return False
        return self.is_that(cue.last + 1) and any(
            r.proclitics == _AS for r in self.view.readings(cue.last + 1)
        )
