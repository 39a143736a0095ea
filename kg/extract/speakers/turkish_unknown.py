"""Find what verbs say that no lexicon has: "… olduğunu <verb>", "“…” diye <verb>".

In:  a `View`, the cues read before. Out: statements as `Told`, of low confidence.
A clause in -DIğInI or -AcAğInI, a quotation in front of "diye", or a clause in -DIğI in front of a
noun of speech, and the finite verb that ends the sentence's clause: whoever is its subject by name
says it, unless the verb is one of thinking, seeing or causing (list `unsaid`).
"""

from collections.abc import Iterator
from functools import cache

from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_cleft import said_nouns
from kg.extract.speakers.turkish_colon import TurkishColons
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.told import Told
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention
from kg.vocabulary import SpeechAct

_CLAUSE = endings_of("tr", "told_by_any_verb")
_BARE = endings_of("tr", "beside_a_noun_of_saying")
_PAST = ("di", "du", "dü", "ti", "tu", "tü", "yor", "yordu", "diler", "dilar", "tiler", "tilar")
_NEGATED = endings_of("tr", "did_not_tell")
_LED = words_of("tr", "led_by_a_quotation")
_REACH = 5
_INVERTED = 14


@cache
def _row(act: SpeechAct) -> CueRow:
    return CueRow(id="unknown-verb", kind="verb", act=act, that=True)


class TurkishUnknown(TurkishColons):
    """Reads the verbs of one sentence that no lexicon has."""

    def ends_clause(self, cue: Cue) -> bool:
        """True for "… olduğu görüşünde." and the like at the end of its clause."""
        after = cue.last + 1
        return after >= self.view.size or not self.view.is_word(after)

    def end_of(self, cue: Cue) -> int:
        """Return the last word of the sentence: "…" dedi kürsüden inmeden önce Akar."""
        view, last = self.view, self.view.size - 1
        while last > cue.last and not view.is_word(last):
            last -= 1
        near = range(cue.last + 1, last)
        broken = any(not view.is_word(i) or view.quotation_at[i] for i in near)
        return cue.last if broken or last - cue.last > _INVERTED else last

    def learned(self, cue: Cue, start: int) -> Told | None:
        """ "X'in Y'ye … olduğunu bildirdiği öğrenildi": what became known that X said."""
        view = self.view
        length = view.phrase_at(cue.last + 1, view.lexicon.phrases("learned"))
        speaker = self.genitive_in(start, cue.first) if length else None
        if speaker is None or cue.inflection is None or cue.inflection.voice != "active":
            return None
        words = self.content(speaker.last + 1, cue)
        needs = cue.row.needs_that and not self.is_clause(words)
        if words.first > words.last or needs or self.wishes(cue):
            return None
        one = self.told(cue, speaker, words, order="passive")
        one.tail = cue.last + length
        return one

    def unknown(self) -> Iterator[Told]:
        """Yield what they say, from left to right."""
        start = 0
        for i, token in enumerate(self.view.tokens):
            if token.text in ";؛" or i in self.view.cue_at:
                start = i + 1
            elif token.is_word and self.at_main(i) and (found := self._ends_words(i)):
                verb = self._verb_behind(i)
                one = self._said(start, i, verb, found) if verb is not None else None
                if one is not None:
                    yield one
                    start = one.tail + 1

    def _ends_words(self, i: int) -> SpeechAct | None:
        """Return the act where the words said may end at token `i`."""
        form = self.view.form(i)
        if form.endswith(_CLAUSE):
            return "asserts"
        if form in _LED and i > 0 and self.view.quotation_at[i - 1] is not None:
            return "asserts"
        if form.endswith(_BARE):
            nouns = said_nouns(self.view.lexicon)
            behind = self.view.form(i + 1)
            return next(
                (nouns[s] for n in (0, 2, 3, 4) if (s := behind[: -n or None]) in nouns), None
            )
        return None

    def _verb_behind(self, i: int) -> int | None:
        """Return the finite verb that ends the clause behind token `i`, no known one."""
        view = self.view
        for k in range(i + 1, min(view.size, i + 1 + _REACH)):
            if not view.is_word(k) or k in view.cue_at or view.form(k).endswith(_CLAUSE):
                return None
            ends = k + 1 >= view.size or not view.is_word(k + 1)
            if ends:
                form = view.form(k)
                told = form.endswith(_PAST) and not form.endswith(_NEGATED)
                return k if told and not self._is_unsaid(i + 1, k) else None
        return None

    def _is_unsaid(self, first: int, verb: int) -> bool:
        unsaid = tuple(self.view.lexicon.word_set("unsaid"))
        return any(self.view.form(k).startswith(unsaid) for k in range(first, verb + 1))

    def _said(self, start: int, end: int, verb: int, act: SpeechAct) -> Told | None:
        subject, behind = self.subject(start, end)
        if not isinstance(subject, Mention) or subject.last >= end:
            return None
        cue = Cue(_row(act), verb, verb, None)
        content = self.content(behind, Cue(_row(act), end + 1, verb, None))
        quoted = self.view.form(end) in _LED
        content.last = min(content.last, end - quoted)
        if quoted and self.view.quotation_at[content.last] is not None:
            quotation = self.view.quotation_at[content.last]
            content = Content(
                quotation.first if quotation else behind, content.last, content.addressees,
                content.via, quoted=True,
            )  # fmt: skip
        if content.first > content.last:
            return None
        one = self.told(cue, subject, content, order="subject-verb")
        one.tail = verb
        return one
