"""Read English verbs that no row knows beside a quotation or "that": "enthused that", "…," he wept.

In:  a view. Out: cues of such verbs in the past, for the readers of verbs to judge.
Lexicon: `unsaid` of cues_en.toml lists what is thought, caused or shown and not said. Whoever says
something by an unknown verb must be known: a person, a state or a body. Weaker than any row's verb.
"""

from collections.abc import Iterator

from kg.extract.attribution import Attribution
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.inflect import Inflection
from kg.extract.speakers.english_words import EnglishWords
from kg.model.mention import Mention

_ROW = CueRow(id="open-verb", kind="verb", act="asserts", that=True, needs_that=True)
_PAST = Inflection(text="", form="past")
_SHORTEST = 4
_NAMED = 2  # capital letters in what is taken for a name


class EnglishOpen(EnglishWords):
    """Finds verbs by where they stand."""

    def open_cues(self) -> Iterator[Cue]:
        """Yield a cue for each unknown verb in a place where only a verb of speech stands."""
        for i in sorted({*self._ahead_of_that(), *self._beside_quotations()}):
            if self._may_tell(i):
                yield Cue(_ROW, i, i, _PAST)

    def _ahead_of_that(self) -> Iterator[int]:
        view = self.view
        for i, token in enumerate(view.tokens):
            if token.form == "that" and i and view.quotation_at[i] is None:
                yield i - 1

    def _beside_quotations(self) -> Iterator[int]:
        """Yield "wept" of "…," wept X, of "…," X wept, and of X wept: "…"."""
        view = self.view
        for quotation in view.quotations:
            after = quotation.last + 1 + view.is_comma(quotation.last + 1)
            yield after
            yield quotation.first - 1 - (view.is_comma(quotation.first - 1))
            for k in range(after, min(view.size, after + 6)):
                mention = view.mention_from(k)
                if mention is not None and mention.person:
                    yield mention.last + 1

    def _may_tell(self, i: int) -> bool:
        view = self.view
        if not view.is_word(i) or i in view.cue_at or view.mention_at[i] is not None:
            return False
        form = view.form(i)
        past = form.endswith("ed") and len(form) > _SHORTEST and view.tokens[i].text.islower()
        told = past or form in view.lexicon.word_set("open_past")
        return told and form not in view.lexicon.word_set("unsaid")

    def open_told(self, attribution: Attribution | None) -> Attribution | None:
        """Return what an unknown verb tells, if whoever says it is known."""
        speaker = attribution.speaker if attribution is not None else None
        if attribution is None or not isinstance(speaker, Mention) or attribution.nested:
            return None
        known = speaker.person or speaker.role or speaker.gazetteer_id or speaker.kind == "official"
        named = sum(word[0].isupper() for word in speaker.name.split()) >= _NAMED
        return attribution if known or named else None
