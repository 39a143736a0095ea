"""Tell who is asked, accused or informed where an Arabic verb's own subject is left out.

In:  a conjoined cue and whoever stands behind it. Out: yes or no.
"X said that …, and urged Y to …": whoever spoke before in the sentence goes on, Y is asked.
"""

from kg.extract.cues import Cue
from kg.extract.speakers.arabic_sources import ArabicSources
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_BLAME = words_of("ar", "blame")
# What is said to somebody, who stands behind the verb: "urged X to", "accused X of".
_AT_SOMEBODY = ("demands", "accuses", "warns")


class ArabicAsked(ArabicSources):
    """Tests on what stands behind "and urged"."""

    def _goes_on(self, cue: Cue, mention: Mention) -> bool:
        """True for "X called for … and urged the world to": the subject is still X.

        So it is with "…، ودعا بوتين إلى": whoever is asked stands right in front of what is asked.
        """
        if not cue.conjoined or not self._is_still_speaking(cue):
            return False
        if mention.kind not in ("person", "official", "ministry", "media"):
            return True
        return cue.row.act in _AT_SOMEBODY and self._is_asked_next(cue, mention.last + 1)

    def _is_still_speaking(self, cue: Cue) -> bool:
        """True where whoever spoke before in this sentence may be the verb's subject too."""
        before = self.found[-1] if self.found else None
        if before is None or before.cue.form != cue.form:
            return False
        if any(self.view.is_stop(k) for k in range(before.cue.last, cue.first)):
            return False
        speaker = before.speaker
        if isinstance(speaker, Mention):
            return self._agrees_in_gender(cue, speaker)
        if speaker is None or before.nested or cue.inflection is None:
            return False
        return speaker.kind == "elided" and speaker.gender == cue.inflection.gender

    def _is_asked_next(self, cue: Cue, j: int) -> bool:
        """True at what is demanded: "إلى …", "بـ…", "أن …" of the verb's own row."""
        row, view = cue.row, self.view
        if view.form(j) in row.prepositions:
            return not self._is_adjunct(j + 1)
        return (row.that and self.is_that(j)) or (
            "ب" in row.prepositions and self._is_fused(j, "ب")
        )

    def _is_told(self, cue: Cue, j: int) -> bool:
        """True for a plural that is no subject: it shows it, or whoever spoke before goes on."""
        if self._is_accusative(j):
            return True
        if not cue.conjoined or not self._is_still_speaking(cue):
            return False
        if self._may_head(j, definite=True):
            return True
        asked = self._may_head(j, definite=False) and cue.row.act in _AT_SOMEBODY
        return asked and self._is_asked_next(cue, self._phrase_end(cue, j) + 1)

    def _are_told(self, cue: Cue, mention: Mention) -> bool:
        """True for "and informed | the ambassadors | that": informing somebody takes two.

        So does accusing: "واتهمت تونس بأنها" says whom, and who did is left out.
        """
        if cue.conjoined and cue.row.act == "accuses" and self._is_blame(mention.last + 1):
            return True
        if not cue.row.needs_two:
            return False
        if cue.row.act == "accuses":
            return self._is_fused(mention.last + 1, "ب")
        if not (cue.conjoined and mention.number == "plural"):
            return False
        named = mention.gazetteer_id or mention.side or mention.person or mention.unnamed
        after = mention.last + 1
        return not named and (self.is_that(after) or self._is_fused(after, "ب"))

    def _is_blame(self, j: int) -> bool:
        """True for "and held X | responsible", وحملت الوزير المسؤولية: whom, not who."""
        blame = any(r.definite and r.stem in _BLAME for r in self.view.readings(j))
        return blame and not self._is_fused(j + 1, "ل")
