"""Find who says what where a Turkish noun tells it and the verb is only "oldu", "geldi".

In:  a `View`. Out: statements as `Told`.
    X'in (Y'ye) verdiği yanıt, … olduğu oldu / X'ten gelen açıklama …     the noun is the subject
    X'in cevabı net: “…”                                                  a colon stands behind
    X'ten … çağrısı geldi / “…” uyarısı bu kez X'ten geldi                the noun comes from X
    “…” cümlesi, X'in mesajında yer aldı                                  it stands in X's words
"""

from collections.abc import Iterator
from functools import cache

from kg.extract.attribution import can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue, CueLexicon
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.speakers.turkish_passive import TurkishPassive
from kg.extract.told import Told
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import plural, possessed
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.vocabulary import SpeechAct

_REACH = 14
_TO_VERB = 6
_TO_COLON = 5
_ACTS: tuple[SpeechAct, ...] = (
    "asserts", "announces", "warns", "accuses", "demands", "denies", "promises", "expresses-concern"
)  # fmt: skip
_FINITE = frozenset({"past", "present"})
_NOMINAL = endings_of("tr", "told_by_a_noun")
_BETWEEN = words_of("tr", "between_noun_and_verb")
_MADE = words_of("tr", "words_made")
_PROMISE = words_of("tr", "word_given")
_GAVE = words_of("tr", "which_was_given")
_IN_THE_SENSE = words_of("tr", "in_the_sense")
_SENSE_TOLD = words_of("tr", "sense_told")
_BELONGS = endings_of("tr", "belongs")
_OWNER = words_of("tr", "owner_of_words")
_ARISEN = words_of("tr", "arisen")


@cache
def _row(act: SpeechAct) -> CueRow:
    return CueRow(id=f"noun-of-{act}", kind="noun", act=act, that=True, object_content=True)


def _forms(nouns: tuple[str, ...]) -> frozenset[str]:
    """Return nouns as subjects: yanıt, yanıtı, yanıtlar, yanıtları."""
    heads = [form for noun in nouns for form in (noun, plural(noun))]
    return frozenset(fold(form) for head in heads for form in (head, possessed(head)))


@cache
def said_nouns(lexicon: CueLexicon) -> dict[str, SpeechAct]:
    """Return the nouns of what is said, folded, with the act each tells."""
    known: dict[str, SpeechAct] = {}
    for act in _ACTS:
        known |= dict.fromkeys(_forms(lexicon.texts(f"said_{act.replace('-', '_')}")), act)
    return known


class TurkishClefts(TurkishPassive):
    """Reads the nouns of one sentence."""

    def clefts(self) -> Iterator[Told]:
        """Yield what its nouns tell of, once a noun."""
        nouns = said_nouns(self.view.lexicon)
        copulas, arrivals = (self.view.lexicon.word_set(n) for n in ("became", "came"))
        for i, token in enumerate(self.view.tokens):
            act = nouns.get(token.form) if token.is_word else None
            if act == "asserts" and token.form in _PROMISE and self.view.form(i - 1) in _GAVE:
                act = "promises"
            if act is None or not self.at_main(i):
                continue
            one = (
                self._came(i, act, arrivals)
                or self._is(i, act, copulas)
                or self._behind_colon(i, act)
                or self._stood(i, act)
                or self._alone(i, act)
                or self._belongs(i, act)
            )
            if one is not None:
                yield one

    def _noun_told(
        self, noun: int, act: SpeechAct, speaker: Party, content: Content, tail: int
    ) -> Told:
        first = speaker.first if isinstance(speaker, Mention) else noun
        content.addressees.extend(self._listeners(first, noun))
        one = self.told(
            Cue(_row(act), noun, noun, None), speaker, content, order="noun", start=first
        )
        one.tail = max(one.tail, tail, content.last)
        return one

    def _listeners(self, first: int, noun: int) -> Iterator[Mention]:
        """Yield whom "X'in Y'ye verdiği yanıt" is given to."""
        for i in range(first + 1, noun):
            mention = self.view.mention_from(i)
            if mention is not None and mention.case == "dative" and can_act(mention):
                yield mention

    def _is(self, noun: int, act: SpeechAct, copulas: frozenset[str]) -> Told | None:
        """ "X'in yanıtı, … olduğu oldu"."""
        view = self.view
        verb = next(
            (i for i in range(noun + 2, view.size) if view.form(i) in copulas and self.at_main(i)),
            None,
        )
        speaker = self._whose(noun)
        if verb is None or speaker is None:
            return None
        content = self._inside(noun + 1, verb - 1)
        if content.first > content.last:
            return self._behind_colon(verb, act, speaker=speaker)
        clause = self.is_clause(content) or view.form(content.last) in _IN_THE_SENSE
        return self._noun_told(noun, act, speaker, content, verb) if clause else None

    def _behind_colon(self, noun: int, act: SpeechAct, speaker: Party | None = None) -> Told | None:
        """ "X'in yanıtı net: “…”"."""
        view = self.view
        behind = range(noun + 1, min(view.size - 1, noun + _TO_COLON))
        colon = next((i for i in behind if view.tokens[i].text == ":" and self.at_main(i)), None)
        if colon is None or any(view.mention_at[i] for i in range(noun + 1, colon)):
            return None
        if any(c.row.kind == "verb" and c.last == colon - 1 for c in view.cues):
            return None
        speaker = speaker or self._whose(noun)
        quotation = view.quotation_at[colon + 1]
        if speaker is None or (quotation is None and isinstance(speaker, Pointer)):
            return None
        last = quotation.last if quotation is not None else view.size - 1
        return self._noun_told(noun, act, speaker, Content(colon + 1, last, quoted=True), last)

    def _came(self, noun: int, act: SpeechAct, arrivals: frozenset[str]) -> Told | None:
        """ "X'ten … çağrısı geldi", "… çağrısı X'ten geldi", "X'ten yanıt gecikmedi: …"."""
        view = self.view
        near = range(noun + 1, min(view.size, noun + _TO_VERB + 2))
        verb = next((i for i in near if view.form(i) in arrivals), None)
        if verb is None:
            return None
        speaker = self._origin(noun + 1, verb)
        first, before = self.clause_start(noun), speaker is None
        if speaker is None:
            if any(
                view.form(i) not in _BETWEEN and not view.time_at[i] for i in range(noun + 1, verb)
            ):
                return None
            speaker = self._origin(first, noun)
        if speaker is None:
            return None
        content = self._inside(speaker.last + 1 if before else first, noun - 1)
        if content.first > content.last or view.time_at[content.last] is not None:
            return self._behind_colon(verb, act, speaker=speaker)
        if view.form(verb) in _MADE and view.quotation_at[content.last] is None:
            return None  # "X'ten basın açıklaması yapıldı": without a word of it
        return self._noun_told(noun, act, speaker, content, verb)

    def _stood(self, noun: int, act: SpeechAct) -> Told | None:
        """ "… cümlesi, X'in mesajında yer aldı"."""
        view = self.view
        stood = view.lexicon.phrases("stood")
        near = range(noun + 2, min(view.size, noun + _REACH))
        verb = next((i for i in near if stood.length_at(view.tokens, i)), None)
        content = self._inside(self.clause_start(noun), noun - 1)
        if verb is None or content.first > content.last:
            return None
        for i in range(noun + 1, verb):
            mention = view.mention_from(i)
            if mention is not None and mention.case == "genitive" and can_act(mention):
                told = any(
                    self.documents.get(view.form(k), "").startswith("locative")
                    for k in range(mention.last + 1, verb)
                )
                return self._noun_told(noun, act, mention, content, verb) if told else None
        return None

    def _alone(self, noun: int, act: SpeechAct) -> Told | None:
        """ "Oslo'dan ateşkes çağrısı", "X'in iddiası, … -DIğI (yönünde)": without a verb."""
        view, last = self.view, self.view.size - 1
        while last > noun and not view.is_word(last):
            last -= 1
        if any(c.row.kind == "verb" and c.form in _FINITE for c in view.cues):
            return None
        if last == noun:
            origin = view.mention_from(0)
            if origin is None or origin.case != "ablative" or not can_act(origin):
                return None
            content = self._inside(origin.last + 1, noun)
            told = content.last - content.first > 0 and act != "asserts"
            return self._noun_told(noun, act, origin, content, noun) if told else None
        ends = last - (view.form(last) in _SENSE_TOLD)
        speaker = self._whose(noun)
        content = self._inside(noun + 1, ends)
        clause = view.form(content.last).endswith(_NOMINAL) and content.last > content.first
        if not clause or not isinstance(speaker, Mention):
            return None
        return self._noun_told(noun, act, speaker, content, last)

    def _belongs(self, noun: int, act: SpeechAct) -> Told | None:
        """ "“…” sözleri X'e ait", "“…” çağrısının sahibi X"."""
        view = self.view
        before = view.quotation_at[noun - 1] if noun else None
        if before is None:
            return None
        for i in range(noun + 1, min(view.size, noun + _REACH)):
            speaker = view.mention_from(i)
            if speaker is None or not can_act(speaker):
                continue
            owns = view.form(speaker.last + 1).startswith(_BELONGS) or view.form(i - 1) in _OWNER
            if not owns:
                return None
            content = Content(before.first, before.last, quoted=True)
            return self._noun_told(noun, act, speaker, content, speaker.last + 1)
        return None

    def clause_start(self, noun: int) -> int:
        """Return where the noun's clause begins: behind a semicolon or a finite verb of speech."""
        for i in range(noun - 1, -1, -1):
            cue = self.view.cue_at.get(i)
            finite = cue is not None and cue.form in ("past", "present")
            if (self.view.tokens[i].text in ";:" or finite) and self.at_main(i):
                return i + 1
        return 0

    def _origin(self, first: int, end: int) -> Mention | None:
        """Return the actor in the ablative: whom it comes from."""
        for i in range(first, end):
            mention = self.view.mention_from(i)
            if mention is not None and mention.case == "ablative" and can_act(mention):
                return mention if self.at_main(i) else None
        return None

    def _whose(self, noun: int) -> Party | None:
        """Return whose the noun is: genitive, "X'ten gelen"; else nobody's named."""
        view = self.view
        start = max(self.clause_start(noun), noun - _REACH)
        for k in range(noun - 1, start - 1, -1):
            mention = view.mention_to(k)
            if mention is None or not can_act(mention) or not self.at_main(k):
                continue
            led = view.form(noun - 1) in _ARISEN or self._heads_colon(noun)
            came = led and mention.case == "ablative"
            if mention.case == "genitive" or came:
                return mention
        alone = noun == start and view.form(noun) not in view.lexicon.word_set("said_bare")
        return (
            Pointer(kind="elided", place=view.tokens[noun].start, continues=True) if alone else None
        )

    def _heads_colon(self, noun: int) -> bool:
        """True for the answer of "Oslo'dan Moskova'ya net yanıt: …"."""
        return noun + 1 < self.view.size and self.view.tokens[noun + 1].text == ":"

    def _inside(self, first: int, last: int) -> Content:
        while first <= last and (
            self.view.is_comma(first)
            or self.view.time_at[first] is not None
            or (self.is_particle(first) and self.at_main(first))
        ):
            first += 1
        while last > first and self.view.is_comma(last):
            last -= 1
        quoted = first <= last and self.view.quotation_at[last] is not None
        return Content(first, last, quoted=quoted)
