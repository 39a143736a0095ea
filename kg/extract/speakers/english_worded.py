"""Read English nouns whose words stand behind a colon or "is that": "his answer was brief: …".

In:  a view. Out: attributions of who owns the noun, or does something with it: "came with a single
sentence: …", "Oman's position is that …", "word from Havana was that …".
Source: the ways in which reporters put a telling without a verb of speech.
"""

from functools import cache

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.parts_played import is_possessive
from kg.extract.speakers.english_nominal import EnglishNominal
from kg.extract.subject import find_subject
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_MARGIN = 0.7
_REACH = 7
_LEAST = 3
_OWN: dict[str, Gender | None] = {"his": "masculine", "her": "feminine", "its": None}
_LEADS = frozenset({":", "that"})
_SPEAKING = ("state", "organization", "ministry", "armed-group", "government")
_TONES = words_of("en", "tones_of_voice")
_IS = words_of("en", "reads_as")


@cache
def _rows() -> dict[str, CueRow]:
    """Return a row for each noun, by the word."""
    acts = read_toml("cues_en.toml")["words"]["worded"]
    return {
        noun: CueRow(id=f"worded-{noun}", kind="noun", act=act, that=True)
        for act, nouns in acts.items()
        for noun in nouns
    }


class EnglishWorded(EnglishNominal):
    """Reads nouns whose words follow."""

    def worded(self) -> list[Attribution]:
        """Return the attributions of a body sentence; none where a verb of speech is near."""
        view = self.view
        if view.sentence.kind != "body":
            return []
        found: list[Attribution] = []
        for i in [i for i, token in enumerate(view.tokens) if token.form in _LEADS]:
            if not 0 < i < view.size - _LEAST or view.quotation_at[i] is not None:
                continue
            if view.form(i) == ":":
                found += self._before_colon(i)
            elif view.form(i - 1) in _IS:
                found += self._before_that(i)
        return found

    def _before_colon(self, colon: int) -> list[Attribution]:
        """Read "came with a single sentence: …", "their answer was brief: …"."""
        noun = self._noun_before(colon)
        if noun is None:
            return self._tone_before(colon)
        party = self._owner(noun) or self._doer(noun)
        return self._worded(noun, party, (colon + 1, self.view.size - 1))

    def _tone_before(self, colon: int) -> list[Attribution]:
        """Read "The opposition leader, Ali Musa, was scathing: “…”": of one who acts alone."""
        view = self.view
        if colon + 1 >= view.size or view.quotation_at[colon + 1] is None:
            return []
        begin = max((k + 1 for k in range(colon) if view.is_stop(k)), default=0)
        if any(k in view.cue_at and view.cue_at[k].row.kind == "verb" for k in range(begin, colon)):
            return []
        actors = [m for m in view.mentions if begin <= m.first < colon and can_act(m)]
        only = actors[0] if actors else None
        known = only is not None and (only.person or only.role or only.kind in _SPEAKING)
        if only is None or not known or any(m.person for m in actors[1:]):
            return []
        after = only.last + 1 + view.is_comma(only.last + 1)
        if view.form(only.first - 1) in self.prepositions or not self._shows_tone(after, colon):
            return []
        row = CueRow(id="tone", kind="noun", act="asserts", that=True)
        quoted = view.quotation_at[colon + 1]
        last = quoted.inner_last if quoted is not None else view.size - 1
        return [
            Attribution(
                cue=Cue(row, colon - 1, colon - 1, None),
                order="nominal",
                speaker=only,
                start=self._with_determiner(only.first),
                content_first=colon + 1,
                content_last=last,
                clausal=True,
                margin=_MARGIN,
            )
        ]

    def _shows_tone(self, first: int, colon: int) -> bool:
        """True for "was scathing", "struck a defiant tone", "did not mince his words"."""
        view = self.view
        near = {view.form(k) for k in range(first, colon)}
        return bool(near & _TONES) and colon - first < _REACH

    def _before_that(self, that: int) -> list[Attribution]:
        """Read "Oman's position is that …", "word from Havana was that …"."""
        noun = self._noun_before(that - 1)
        if noun is None:
            return []
        return self._worded(noun, self._owner(noun), (that + 1, self.view.size - 1))

    def _noun_before(self, end: int) -> int | None:
        """Return the nearest such noun in the clause that ends in front of `end`."""
        view = self.view
        for k in range(end - 1, max(-1, end - _REACH), -1):
            verb = k in view.cue_at and view.cue_at[k].row.kind == "verb"
            if view.is_stop(k) or (verb and not self._is_noun(k)):
                return None
            if view.form(k) in _rows() and view.mention_at[k] is None:
                return k
        return None

    def _owner(self, noun: int) -> Party | None:
        """Return whose it is: "Oman's (firm) position", "his answer", "the view of Oman"."""
        view = self.view
        after = noun + 1
        if view.form(after) in ("of", "from", "by"):
            after += 1 + (view.form(after + 1) in ("the", "a", "an"))
            owner = view.mention_from(after) or view.mention_from(noun + 2)
            return owner if can_act(owner) else None
        for k in range(noun - 1, max(-1, noun - 4), -1):
            mention = view.mention_to(k)
            if mention is not None and is_possessive(view, k):
                return mention if can_act(mention) else None
            if view.form(k) in _OWN:
                place = view.tokens[k].start
                return Pointer(
                    kind="pronoun", place=place, gender=_OWN[view.form(k)], number="singular"
                )
            if not view.is_word(k) or view.form(k) in self.prepositions:
                return None
        return None

    def _doer(self, noun: int) -> Party | None:
        """Return the subject of "came with a single sentence", "has one demand"."""
        if self.view.form(noun - 1) == "the" and noun == 1:
            return None
        subject = find_subject(self.view, before=noun)
        return subject if isinstance(subject, Mention) and subject.last < noun else None

    def _worded(
        self, noun: int, party: Party | None, content: tuple[int, int]
    ) -> list[Attribution]:
        if party is None or content[1] - content[0] < _LEAST:
            return []
        start = min(noun, party.first) if isinstance(party, Mention) else noun
        return [
            Attribution(
                cue=Cue(_rows()[self.view.form(noun)], noun, noun, None),
                order="nominal",
                speaker=party,
                start=self._with_determiner(start),
                content_first=content[0],
                content_last=content[1],
                clausal=True,
                margin=_MARGIN,
            )
        ]
