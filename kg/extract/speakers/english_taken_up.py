"""Read who denies in the passive what was said before: ", a charge denied by Kenya".

In:  a view. Out: attributions; the words denied are the noun by which they are taken up.
"""

from kg.extract.attribution import Attribution, can_act
from kg.extract.speakers.english_beside import EnglishBeside

_DONE = ("past", "participle")


class EnglishTakenUp(EnglishBeside):
    """Reads denials of charges by those behind "by"."""

    def beside(self, found: list[Attribution]) -> list[Attribution]:
        """Return what stands beside the verbs of saying that tell their own subject."""
        return [*super().beside(found), *self._denied_by()]

    def _denied_by(self) -> list[Attribution]:
        """Return the denials of ", a claim contested by Kenya" and "- charges denied by it"."""
        view, found = self.view, []
        for cue in view.cues:
            done = cue.row.act == "denies" and cue.row.kind == "verb" and cue.form in _DONE
            if not done or view.form(cue.last + 1) != "by":
                continue
            noun = cue.first - 1
            while self._is_adverb(noun):
                noun -= 1
            first = self._charge_from(noun)
            agent = view.mention_from(cue.last + 2) or view.mention_from(cue.last + 3)
            if first is not None and agent is not None and can_act(agent):
                found.append(self._told(cue, agent, (first, noun), "taken-up"))
        return found
