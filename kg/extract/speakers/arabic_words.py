"""What single words are to the search for a speaker in an Arabic sentence.

In:  a `View`. Out: yes or no for a token; agreement between a verb and a mention.
Agreement in gender only where the verb stands first; in full where the subject does. What is not
human is feminine singular in the plural.
"""

from kg.extract.attribution import Attribution
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_parts import is_arabic_if
from kg.extract.view import LIKE, View
from kg.lexicon.grammar import words_of
from kg.model.mention import Gender, Mention

_THAT, _THAT_NOT = "ان", "الا"
_ALI = "علي"
_IMAM = "امام"  # "إمام" is somebody, "أمام" stands in front of whoever listens
_SAY = "say"
_SAYING_WITHIN = 18
_ANONYMITY_WORDS = 8
# "which X denied", of all that was said before; folded.
_TAKING_UP = frozenset(
    {(word, "ما") for word in words_of("ar", "which_is")}
    | {(word, "الذي") for word in words_of("ar", "the_matter")}
)
_MEN = words_of("ar", "men_that_end_as_women")
_OWNED_SAYINGS = words_of("ar", "owned_sayings")
_DEMONSTRATIVES = words_of("ar", "demonstratives")
_OWN_ADJUNCTS = words_of("ar", "own_adjuncts")
_FEMININE_ENDINGS = ("ة", "اء", "ات")


class ArabicWords:
    """The lists of the lexicon and the tests on one word; the readers below build on it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.used: set[Cue] = set()  # sources that a verb has taken up
        self.found: list[Attribution] = []
        lexicon = view.lexicon
        self.prepositions = lexicon.word_set("prepositions")
        self.adjunct_heads = lexicon.word_set("adjunct_heads")
        self.subject_adjectives = lexicon.word_set("subject_adjectives")
        self.carriers = lexicon.word_set("carriers")
        self.speech_nouns = lexicon.word_set("speech_nouns")
        self.auxiliaries = lexicon.word_set("auxiliaries")
        self.anonymity = lexicon.word_set("anonymity")
        self.withholding = lexicon.word_set("withholding")
        self.identity = lexicon.word_set("identity")
        self.manners = lexicon.word_set("manners")

    def is_that(self, i: int) -> bool:
        """True for أن, إن and what is written onto them (بأن, لأن, أنه, بأنها)."""
        if self._is_if(i) or self._is_syllable(i):
            return False
        if self.view.form(i) == _THAT_NOT and "أ" in self.view.tokens[i].text:
            return True  # "طلب منهم ألا …", not "إلا"
        for reading in self.view.readings(i):
            if (
                reading.stem == _THAT
                and not reading.definite
                and not LIKE.intersection(reading.proclitics)
            ):
                return True
        return False

    def _is_syllable(self, i: int) -> bool:
        """True for the "آن" of "مولهايم آن دير رور", which folds into "that"."""
        return 0 <= i < self.view.size and self.view.tokens[i].text.startswith("آ")

    def _is_if(self, i: int) -> bool:
        """True for "if" (إن) before a verb; "that" (إن) stands before a noun.

        Many nouns are written as verbs ("قال إن رفض الاتفاق"): behind "say" it is "that".
        """
        return is_arabic_if(self.view.tokens, i) and not self._is_said(i)

    def _is_said(self, i: int) -> bool:
        """True where the words between "say" and token `i` hold no other "that" and no mark.

        Only what two commas set off is stepped over: "قال فلان، الذي يزور أربيل، إن".
        """
        view = self.view
        inserted = view.is_comma(i - 1)
        for k in range(i - 1, max(-1, i - _SAYING_WITHIN), -1):
            if inserted and view.is_comma(k):
                continue
            if not view.is_word(k) or view.form(k) == _THAT:
                return False
            cue = view.cue_at.get(k)
            if self._is_saying(k) or (cue is not None and cue.row.id == _SAY):
                return True
        return False

    def _has_article(self, i: int) -> bool:
        form = self.view.form(i)
        return form.startswith("ال") and len(form) > 4 and form not in self.prepositions

    def is_preposition(self, i: int) -> bool:
        """True for a preposition that stands alone, a pronoun written on or not (خلاله)."""
        if self.view.form(i) in self.prepositions:
            return not self._is_namesake(i)
        return any(
            r.enclitic and not r.definite and not r.proclitics and r.stem in self.prepositions
            for r in self.view.readings(i)
        )

    def _is_namesake(self, i: int) -> bool:
        """True for "إمام مسجد" and "علي بونغو", which fold into "in front of" and "on"."""
        text = self.view.tokens[i].text
        if self.view.form(i) == _IMAM:
            return "إ" in text
        named = self.view.mention_from(i) if self.view.form(i) == _ALI else None
        return named is not None and text.endswith("ي") and bool(named.person)

    def _anonymity_end(self, i: int) -> int | None:
        """Return the last token of "who asked not to be named" when it begins at `i`."""
        view = self.view
        if not any(r.stem in self.anonymity for r in view.readings(i)):
            return None
        if not any(r.stem in self.withholding for r in view.readings(i + 1)):
            return None
        if any(r.stem in self.identity for r in view.readings(i + 1)):
            return i + 1
        for k in range(i + 2, min(view.size, i + _ANONYMITY_WORDS)):
            if not view.is_word(k):
                return None
            if any(r.stem in self.identity for r in view.readings(k)):
                return k
        return None

    def _withholds_name(self, i: int) -> bool:
        """True inside "who refused to give his name"."""
        ends = (self._anonymity_end(k) for k in range(max(0, i - 3), i + 1))
        return any(end is not None and end >= i for end in ends)

    def _is_taken_up(self, i: int) -> bool:
        """True for a verb behind "which", where a whole clause is meant: وهو ما، الأمر الذي."""
        return self._taken_up_from(i) is not None

    def _taken_up_from(self, i: int) -> int | None:
        """Return where "وهو ما" begins in front of the verb at `i`."""
        view = self.view
        k = i - 1
        while k > 1 and view.form(k) in self.auxiliaries:
            k -= 1
        pair = (view.form(k - 1), view.form(k))
        return k - 1 if pair in _TAKING_UP else None

    def _is_adverb(self, i: int) -> bool:
        form = self.view.form(i)
        return form in self.view.words.adverbs or form in self.manners

    def _is_fused(self, i: int, preposition: str) -> bool:
        """True when the word may begin with this preposition."""
        if self.view.form(i) in self.view.lexicon.word_set("unfused"):
            return False
        return any(reading.proclitics[-1:] == (preposition,) for reading in self.view.readings(i))

    def _is_demonstrative(self, i: int) -> bool:
        return self.view.form(i) in _DEMONSTRATIVES

    def _is_own_country(self, i: int) -> bool:
        """True for "his country", بلاده: whoever speaks speaks for it."""
        own = self.view.lexicon.word_set("own_country")
        return any(r.stem in own and r.enclitic for r in self.view.readings(i))

    def _is_own_adjunct(self, i: int) -> bool:
        """True for a preposition with its pronoun behind a noun: "an official in it", فيها."""
        return any(
            r.enclitic in ("ها", "ه", "هم") and r.stem in _OWN_ADJUNCTS
            for r in self.view.readings(i)
        )

    def _heads_office(self, i: int) -> bool:
        """True for "head", "commander" and the like, alone or behind "and"."""
        heads = self.view.lexicon.word_set("office_heads")
        return any(
            r.stem in heads and r.proclitics in ((), ("و",)) and not r.enclitic
            for r in self.view.readings(i)
        )

    def _office_before(self, i: int) -> int | None:
        """Return where "the office of X" begins when X begins at `i`, مكتب زيد."""
        offices = self.view.lexicon.word_set("offices")
        fits = any(
            r.stem in offices and r.proclitics in ((), ("و",)) and not r.definite
            for r in self.view.readings(i - 1)
        )
        return i - 1 if fits else None

    def _is_thing(self, i: int) -> bool:
        return self.view.words.not_speakers.has_stem(self.view.tokens, i)

    def _is_adjunct(self, i: int) -> bool:
        return any(r.stem in self.adjunct_heads for r in self.view.readings(i))

    def _is_saying(self, i: int) -> bool:
        return self.view.words.saying.has_stem(self.view.tokens, i)

    def _is_owned_saying(self, i: int) -> bool:
        """True for "his warning", "their refusal": what an outlet passes on from somebody."""
        return any(
            r.stem in _OWNED_SAYINGS and r.enclitic and not r.proclitics
            for r in self.view.readings(i)
        )

    def _is_counterpart(self, j: int) -> bool:
        words = self.view.lexicon.word_set("counterpart")
        return any(r.stem in words and r.enclitic for r in self.view.readings(j))

    def _in_relative(self, i: int) -> bool:
        if any(r.stem in self.view.words.relative for r in self.view.readings(i - 1)):
            return True
        return self._is_taken_up(i)

    def _after_that(self, i: int) -> bool:
        return self.is_that(i - 1)

    def _may_head(self, i: int, *, definite: bool) -> bool:
        """True when an unknown noun phrase that begins at `i` may be somebody."""
        view = self.view
        if not view.is_word(i) or view.tokens[i].text[0].isdigit():
            return False
        if self._is_thing(i) or self.is_preposition(i) or i in view.cue_at:
            return False
        if view.form(i) in self.auxiliaries:
            return False
        if any(r.definite and r.proclitics[-1:] in (("ل",), ("ب",)) for r in view.readings(i)):
            return False  # "للصحافيين", "بالقول"
        if any(r.enclitic and r.proclitics == ("ل",) for r in view.readings(i)):
            return False  # "لمحدثه"
        if definite and not any(r.definite for r in view.readings(i)):
            return False
        return not any(r.stem in view.words.negation for r in view.readings(i))

    def _gender(self, i: int) -> Gender | None:
        """Guess the gender of an unknown noun from its ending; None where it does not tell."""
        form = self.view.form(i)
        if form.endswith(_FEMININE_ENDINGS):
            men = any(r.stem in _MEN and not r.enclitic for r in self.view.readings(i))
            return None if men else "feminine"
        return None

    def _agrees_in_gender(self, cue: Cue, mention: Mention) -> bool:
        """Verb before subject: gender only; what is not human is feminine in the plural."""
        gender = cue.inflection.gender if cue.inflection else None
        if gender is None or mention.gender is None:
            return True
        if mention.human is False and mention.number == "plural":
            return gender == "feminine"
        return gender == mention.gender

    def _agrees_fully(self, cue: Cue, mention: Mention) -> bool:
        """Subject before verb: gender and number, as far as both are known."""
        if not self._agrees_in_gender(cue, mention):
            return False
        number = cue.inflection.number if cue.inflection else None
        if number is None or mention.number is None:
            return True
        if mention.human is False and mention.number == "plural":
            return number == "singular"
        return number == mention.number or number != "singular"
