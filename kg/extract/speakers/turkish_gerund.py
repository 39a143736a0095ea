"""Find what Turkish verbal nouns in -mAsI tell: "X'in Y'yi … suçlamasının ardından".

In:  a `View`. Out: statements as `Told`, in the order of their words.
    X'in Y'yi darbe planlamakla suçlaması(yla, nın ardından, üzerine)
    X'in Y'den özür dilemesini istemesi, X'in Y'yi ateşkese çağırması
Whoever stands in the genitive says it, and to whom it is said stands in the verb's case: a mere
noun ("X'in ağır suçlaması") has nobody there.
"""

from collections.abc import Iterator
from functools import cache

from kg.extract.attribution import can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue, CueLexicon
from kg.extract.inflect_turkish import inflect_turkish
from kg.extract.speakers.turkish_cleft import TurkishClefts
from kg.extract.told import Told
from kg.lexicon.grammar import endings_of
from kg.lexicon.normalise import fold
from kg.model.mention import Mention
from kg.vocabulary import SpeechAct

_STEMS: tuple[tuple[str, SpeechAct, str], ...] = (
    ("done_accuses", "accuses", "accusative"),
    ("done_warns", "warns", "accusative"),
    ("done_demands", "demands", "accusative"),
    ("asked_demands", "demands", "ablative"),
)
_NOT_YET = endings_of("tr", "not_done_yet")
_REACH = 16  # tokens from the genitive to the verbal noun


@cache
def _row(act: SpeechAct, case: str) -> CueRow:
    return CueRow(
        id=f"doing-of-{act}",
        kind="verb",
        act=act,
        that=True,
        object_content=True,
        addressee_preposition=case,
    )


@cache
def _forms(lexicon: CueLexicon) -> dict[str, CueRow]:
    """Return "suçlamasının", "itham etmesiyle", folded, with the row of each."""
    found: dict[str, CueRow] = {}
    for name, act, case in _STEMS:
        for stem in lexicon.texts(name):
            for form in inflect_turkish(stem):
                possessed = form.form == "infinitive" and not form.text.endswith(("mak", "mek"))
                if possessed and form.voice == "active":
                    found.setdefault(fold(form.text), _row(act, case))
    return found


class TurkishGerunds(TurkishClefts):
    """Reads the verbal nouns of one sentence."""

    def gerunds(self) -> Iterator[Told]:
        """Yield what they tell of."""
        forms = _forms(self.view.lexicon)
        for i, token in enumerate(self.view.tokens):
            if not token.is_word or not self.at_main(i) or self.view.mention_at[i] is not None:
                continue
            light = f"{self.view.form(i - 1)} {token.form}" if i else ""  # "itham etmesi"
            row = forms.get(token.form) or forms.get(light)
            if row is None:
                continue
            one = self._done(i, i - (token.form not in forms), row)
            if one is not None:
                yield one

    def _done(self, noun: int, first: int, row: CueRow) -> Told | None:
        speaker = self._who(noun, row.addressee_preposition)
        if speaker is None:
            return None
        cue = Cue(row, first, noun, None)
        content = self.content(speaker.last + 1, cue)
        whom = next((a for a in content.addressees if isinstance(a, Mention)), None)
        if whom is None or (content.last <= whom.last and content.first >= whom.first):
            return None
        if self.view.form(noun + 1).startswith(_NOT_YET):
            return None  # "suçlaması bekleniyor"
        return self.told(cue, speaker, content, order="genitive-verb")

    def _who(self, noun: int, case: str | None) -> Mention | None:
        """Return X of "X'in Y'yi … suçlaması", with Y behind it in the verb's case."""
        ahead = [m for m in self.view.mentions if noun - _REACH <= m.first and m.last < noun]
        whom = next((m for m in ahead if m.case == case and can_act(m)), None)
        if whom is None:
            return None
        owners = [m for m in ahead if m.case == "genitive" and m.last < whom.first]
        owner = owners[-1] if owners else None
        free = owner is not None and can_act(owner) and self.at_main(owner.first)
        return owner if free else None
