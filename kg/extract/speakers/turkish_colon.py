"""Find what stands behind a colon in Turkish where no verb of speech stands in front of it.

In:  a `View`. Out: statements as `Told`.
    X iddialara yanıt verdi: Sınırda asker yok.      an answer was given
    X masaya yumruğunu vurdu: “Buraya kadar.”        a quotation, whatever somebody did
    X'ten Y'ye: Sınırı geçmeyin                      a heading
"""

from collections.abc import Iterator

from kg.extract.attribution import can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_gerund import TurkishGerunds
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.told import Told
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_ANSWERS = words_of("tr", "answer_given")
_GIVEN = endings_of("tr", "gave_an_answer")
_PAST = endings_of("tr", "ended_in_the_past")
_ROW = CueRow(id="behind-a-colon", kind="verb", act="asserts", that=True)


class TurkishColons(TurkishGerunds):
    """Reads the colons of one sentence."""

    def colons(self) -> Iterator[Told]:
        """Yield what stands behind them."""
        for i in range(1, self.view.size - 1):
            if self.view.tokens[i].text == ":" and self.at_main(i):
                one = self._heads(i) or self._after_deed(i)
                if one is not None:
                    yield one

    def _heads(self, colon: int) -> Told | None:
        """ "X'ten Y'ye: …" at the head of the sentence."""
        view = self.view
        origin = view.mention_from(0)
        whom = view.mention_to(colon - 1)
        if origin is None or whom is None or origin.last + 1 != whom.first:
            return None
        cases = (origin.case, whom.case) == ("ablative", "dative")
        counted = view.tokens[colon + 1].text[:1].isdigit()  # "Oslo'dan Bergen'e: 460 kilometre"
        if not cases or counted or not can_act(origin) or not can_act(whom):
            return None
        return self._behind(colon, whom.last, origin, whom)

    def _after_deed(self, colon: int) -> Told | None:
        """ "X iddialara yanıt verdi: …", "X yumruğunu vurdu: “…”"."""
        view, verb = self.view, colon - 1
        form = view.form(verb)
        if verb in view.cue_at or not form.endswith(_PAST) or view.mention_at[verb] is not None:
            return None
        answered = view.form(verb - 1) in _ANSWERS and form.startswith(_GIVEN)
        if not answered and view.quotation_at[colon + 1] is None:
            return None
        subject, _ = self.subject(self.clause_start(verb), verb)
        named = isinstance(subject, Mention) and (subject.person or subject.role or answered)
        if not isinstance(subject, Mention) or not named or subject.kind == "media":
            return None  # "Der Spiegel dergisine konuşan X yanıt verdi"
        if subject.category == "place":
            return None
        return self._behind(colon, verb, subject, None)

    def _behind(self, colon: int, cue: int, speaker: Mention, whom: Mention | None) -> Told | None:
        view = self.view
        quotation = view.quotation_at[colon + 1]
        last = quotation.last if quotation is not None else view.size - 1
        content = Content(colon + 1, last, quoted=True)
        if whom is not None:
            content.addressees.append(whom)
        one = self.told(Cue(_ROW, cue, cue, None), speaker, content, order="noun")
        one.tail = max(last, one.tail)
        return one
