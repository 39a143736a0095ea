"""Read Arabic verbs of telling in the passive: "Lima was told by X that", أُبلغ من X بأن.

In:  a verb's cue whose vowel sign shows a passive. Out: an attribution of whoever told it, None
where nobody says who that was: its subject is told, it tells nothing.
"The ambassador was summoned to the ministry and was told that": the ministry told him.
"""

from kg.extract.attribution import Attribution, can_act
from kg.extract.cues import Cue
from kg.extract.speakers.arabic_behind import ArabicBehind
from kg.extract.speakers.behind import Behind
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_DAMMA = "\u064f"
_BEFORE_DAMMA = 4  # letters: "واستُدعي"
_BY = frozenset({"من"})
_SUMMONS = words_of("ar", "words_of_a_summons")
_ENVOYS = endings_of("ar", "roles_of_envoys")


class ArabicPassive(ArabicBehind):
    """Reads "was told by X that"."""

    def is_marked_passive(self, cue: Cue) -> bool:
        """True for "أُبلغ", "استُدعي": a vowel sign in the verb's first half."""
        text = self.view.tokens[cue.first].text
        near = len(cue.proclitics) + _BEFORE_DAMMA
        return cue.row.speaker_slot is None and 0 < text.find(_DAMMA) < near

    def of_passive(self, cue: Cue) -> Attribution | None:
        """Return what X told whoever is this verb's subject; None where no X is named."""
        if not cue.row.object_addressee:
            return None
        agent = self._told_by(cue) or self._summoned_by(cue)
        if agent is None:
            return None
        behind = Behind(subject=agent, overt=True)
        told = self._told_before(cue, agent)
        behind.addressees += [told] if told is not None else []
        self.scan(cue, behind)
        if behind.content_first is None:
            return None
        last = behind.content_last
        return Attribution(
            cue=cue,
            order="relative",
            speaker=agent,
            addressees=tuple(behind.addressees),
            start=cue.first,
            content_first=behind.content_first,
            content_last=last if last is not None else self.view.size - 1,
            clausal=behind.clausal,
            nested=True,
            margin=0.8,
        )

    def _told_by(self, cue: Cue) -> Mention | None:
        """Return X of "by X" behind the verb: أُبلغ من X بأن, من قبل X."""
        view = self.view
        for k in range(cue.last + 1, view.size - 1):
            if not view.is_word(k) or self.is_that(k):
                return None
            if (agent := self._agent_at(k)) is not None:
                return agent
            if view.form(k) in _BY:
                named = view.mention_from(k + 1)
                return named if named is not None and can_act(named) else None
        return None

    def _summoned_by(self, cue: Cue) -> Mention | None:
        """Return the ministry that had called the envoy who is told."""
        view = self.view
        if self._tells_another(cue.last + 1):
            return None
        if not any(view.form(k).removeprefix("و") in _SUMMONS for k in range(cue.first)):
            return None
        hosts = (m for m in view.mentions if m.last < cue.first and m.kind == "ministry")
        return next(iter(hosts), None)

    def _tells_another(self, j: int) -> bool:
        """True for "and the council was told": its subject, at `j`, is not the envoy called."""
        named = self.view.mention_from(j)
        if named is not None and named.proclitics:
            return False  # "بالقرار"
        if named is not None and (named.role or "").startswith(_ENVOYS):
            return False
        return named is not None or self._may_head(j, definite=True)

    def _told_before(self, cue: Cue, agent: Mention) -> Mention | None:
        """Return the envoy, or whoever is named last, in front of "was told"."""
        ahead = [m for m in self.view.mentions if m.last < cue.first and m is not agent]
        envoys = [m for m in ahead if (m.role or "").startswith(_ENVOYS)]
        if envoys:
            return envoys[-1]
        last = ahead[-1] if ahead else None
        near = last is not None and last.last == cue.first - 1
        return last if near and can_act(last) else None
