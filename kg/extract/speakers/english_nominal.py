"""Read English nouns of speech: "accusations by X that …", "X's call for …", "came from X".

In:  a view. Out: attributions of nouns whose owner is named, the words said behind them.
What such a noun tells is often told by a verb elsewhere; so the choice weighs less than a verb's,
and inside another one's words it counts for nothing (see `kg.extract.arrange`).
"""

from functools import cache

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.speakers.english_phrases import EnglishPhrases
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.model.mention import Mention

_CAME = words_of("en", "came_from")
_MARGIN = 0.7
_LEADS = words_of("en", "led_by_an_owned_noun")
_LEAST = 2


@cache
def _rows() -> dict[str, CueRow]:
    """Return a row for each noun of speech."""
    acts = read_toml("cues_en.toml")["words"]["nominal"]
    return {
        noun: CueRow(id=f"nominal-{noun}", kind="noun", act=act, that=True)
        for act, nouns in acts.items()
        for noun in nouns
    }


class EnglishNominal(EnglishPhrases):
    """Reads nouns of speech with their owner."""

    def nominal(self) -> list[Attribution]:
        """Return the attributions of a sentence's nouns of speech, in order."""
        view = self.view
        found = []
        for i in range(view.size):
            row = _rows().get(view.form(i))
            if row is None or view.quotation_at[i] is not None or view.mention_at[i] is not None:
                continue
            attribution = self._of_noun(Cue(row, i, i, None))
            if attribution is not None:
                found.append(attribution)
        return found

    def _of_noun(self, cue: Cue) -> Attribution | None:
        view, i = self.view, cue.first
        owner = view.mention_to(i - 1)
        if owner is not None and can_act(owner) and view.form(i - 1).endswith("'s"):
            return self._said(cue, owner, owner.first, i + 1)
        if view.form(i + 1) in ("by", "from"):
            after = i + 2 + (view.form(i + 2) in ("the", "a", "an"))
            owner = view.mention_from(after) or view.mention_from(i + 2)
            if owner is not None and can_act(owner):
                return self._said(cue, owner, i, owner.last + 1)
        if view.form(i + 1) in _CAME and view.form(i + 2) == "from":
            after = i + 3 + (view.form(i + 3) in ("the", "a", "an"))
            owner = view.mention_from(after) or view.mention_from(i + 3)
            if owner is not None and can_act(owner):
                first = self._with_determiner(i)
                return self._attribution(cue, owner, first, (first, i), "came-from")
        return None

    def _said(self, cue: Cue, owner: Mention, first: int, j: int) -> Attribution | None:
        view = self.view
        if view.form(j) not in _LEADS:
            return None
        last = j
        ends = self.be | self.have | (self.modal - {"to"})
        while last + 1 < view.size and not view.is_break(last + 1) and not view.is_stop(last + 1):
            if view.form(j) != "that" and view.form(last + 1) in ends:
                break
            last += 1
        if last - j < _LEAST:
            return None
        return self._attribution(cue, owner, first, (j + 1, last), "nominal")

    def _attribution(
        self, cue: Cue, owner: Mention, start: int, content: tuple[int, int], order: str
    ) -> Attribution:
        return Attribution(
            cue=cue,
            order=order,
            speaker=owner,
            start=self._with_determiner(start),
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            margin=_MARGIN,
        )
