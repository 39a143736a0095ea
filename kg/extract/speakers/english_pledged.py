"""Read English nouns of speech whose owner stands behind "by": "the pledge given to Y by X".

In:  a view. Out: attributions. What was told stands in front ("“…” — that was the pledge made
by X"), behind "that" ("a warning that … was delivered by X"), or behind a colon or "was that".
"""

from kg.extract.attribution import Attribution, can_act, unlinked_mention
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.speakers.english_phrases import EnglishPhrases
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.model.draft import Party

_REACH = 24
_MARGIN = 0.7
_LEAST = 2
_POINTING = words_of("en", "pointing_back")
_PHRASE = 5


class EnglishPledged(EnglishPhrases):
    """Reads nouns of speech in the passive."""

    def pledged(self) -> list[Attribution]:
        """Return the attributions of nouns that somebody "gave", "issued", "repeated"."""
        view = self.view
        acts = read_toml("cues_en.toml")["words"]["nominal"]
        act_of = {noun: act for act, nouns in acts.items() for noun in nouns}
        found = []
        for by in [i for i, token in enumerate(view.tokens) if token.form == "by" and i > _LEAST]:
            noun = self._noun_of(by, act_of)
            agent = self.noun_phrase_from(by + 1) if noun is not None else None
            if noun is None or agent is None or view.quotation_at[by] is not None:
                continue
            row = CueRow(
                id=f"nominal-{view.form(noun)}", kind="noun", act=act_of[view.form(noun)], that=True
            )
            content = self._content(noun, by, agent[1])
            if content is not None and content[1] - content[0] >= _LEAST:
                found.append(self._pledge(Cue(row, noun, noun, None), agent[0], content, by))
        return found

    def _noun_of(self, by: int, nouns: dict[str, str]) -> int | None:
        """Return the noun of "(the) pledge given … by", its participle in between."""
        view, given = self.view, self.view.lexicon.word_set("given")
        handed = False
        for k in range(by - 1, max(-1, by - _REACH), -1):
            if view.quotation_at[k] is not None or view.is_stop(k):
                return None
            if view.form(k) in nouns and view.mention_at[k] is None:
                return k if handed else None
            handed = handed or view.form(k) in given
        return None

    def _content(self, noun: int, by: int, last: int) -> tuple[int, int] | None:
        """Return the words told: in front of "that was the pledge", behind it, or at the end."""
        view = self.view
        start = self._with_determiner(noun)
        if view.form(start - 1) in self.be and view.form(start - 2) in _POINTING:
            return self._in_front(start - 3)
        if view.form(noun + 1) == "that":
            ends = [k for k in range(noun + 2, by) if view.form(k) in self.be | self.have]
            return (noun + 2, ends[-1] - 1) if ends else None
        after = last + 1 + view.is_comma(last + 1)
        if after < view.size and view.tokens[after].text == ":":
            return after + 1, view.size - 1
        if view.form(after) in self.be and view.form(after + 1) == "that":
            return after + 2, view.size - 1
        return None

    def _in_front(self, end: int) -> tuple[int, int] | None:
        view = self.view
        while end > 0 and not view.is_word(end) and view.quotation_at[end] is None:
            end -= 1
        if end < _LEAST:
            return None
        quotation = view.quotation_at[end]
        return (quotation.inner_first, quotation.inner_last) if quotation else (0, end)

    def _pledge(self, cue: Cue, speaker: Party, content: tuple[int, int], by: int) -> Attribution:
        return Attribution(
            cue=cue,
            order="nominal",
            speaker=speaker,
            addressees=self._given_to(cue.first, by),
            start=min(self._with_determiner(cue.first), content[0]),
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            before=content[0] < cue.first,
            margin=_MARGIN,
        )

    def _given_to(self, noun: int, by: int) -> tuple[Party, ...]:
        """Return Y of "the pledge (given) to Y": a name, or the words up to a preposition."""
        view = self.view
        to = next((k for k in range(noun + 1, by) if view.form(k) == "to"), None)
        if to is None:
            return ()
        first = to + 1
        while view.form(first) in ("the", "a", "an"):
            first += 1
        named = view.mention_from(first) or view.mention_from(to + 1)
        if named is not None:
            return (named,) if can_act(named) else ()
        last = first
        while last + 1 < min(by, first + _PHRASE) and view.is_word(last + 1):
            if view.form(last + 1) in self.prepositions or view.form(last + 1) in self.be:
                break
            last += 1
        if view.form(last) in view.lexicon.word_set("nobody") or not view.is_word(first):
            return ()
        found = unlinked_mention(view, first, last)
        return (found,) if found is not None else ()
