"""What single words are to the search for a speaker in a Hebrew sentence.

In:  a `View`. Out: yes or no for a token; agreement between a verb and a mention.
"""

from kg.extract.attribution import Attribution
from kg.extract.cues import Cue
from kg.extract.inflect import Inflection
from kg.extract.mentions.rows_he import gender_of, number_of
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Pointer
from kg.model.mention import Gender, Mention, Number

AND_OR_NONE = ((), ("ו",), ("ש",), ("ו", "ש"))
PRONOUNS: dict[str, tuple[Gender, Number]] = {
    "הוא": ("masculine", "singular"),
    "היא": ("feminine", "singular"),
    "הם": ("masculine", "plural"),
    "הן": ("feminine", "plural"),
}
_THIS = words_of("he", "and_this")
_MEANS = words_of("he", "means_that")
_LATTER: dict[str, Gender] = {
    **dict.fromkeys(words_of("he", "latter_he"), "masculine"),
    **dict.fromkeys(words_of("he", "latter_she"), "feminine"),
}
_FINITE = ("past", "present", "future")
_PREFIXES = frozenset("בלמכ")
_SENT_WITHIN = 6
_WOMEN = words_of("he", "her_or_his_women")
_MESSAGE = words_of("he", "message")


class HebrewWords:
    """The lists of the lexicon and the tests on one word; the readers below build on it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.used: set[Cue] = set()  # sources that a verb has taken up
        self.found: list[Attribution] = []
        self.so_told: tuple[Cue, Mention] | None = None  # ", so his office said,"
        lexicon = view.lexicon
        self.prepositions = lexicon.word_set("prepositions")
        self.adjunct_heads = lexicon.word_set("adjunct_heads")
        self.carriers = lexicon.word_set("carriers")
        self.body_heads = lexicon.word_set("body_heads")
        self.auxiliaries = lexicon.word_set("auxiliaries")
        self.support = lexicon.word_set("support")
        self.source_nouns = lexicon.word_set("source_nouns")
        self.inflected = lexicon.word_set("inflected")

    def is_that(self, i: int) -> bool:
        """True for כי, וכי and for a word with the ש of "that" written on."""
        return self.view.is_that(i)

    def is_shin(self, i: int) -> bool:
        """True for a word with ש written on, which may also open a relative clause."""
        return i in self.view.clause_marks

    def is_preposition(self, i: int) -> bool:
        """True for a preposition that stands alone, "and" written on or not."""
        return any(
            r.stem in self.prepositions and r.proclitics in AND_OR_NONE
            for r in self.view.readings(i)
        )

    def _is_adverb(self, i: int) -> bool:
        return self.view.form(i) in self.view.words.adverbs

    def _is_fused(self, i: int, letter: str) -> bool:
        """True when the word begins with this preposition, alone or behind "and"."""
        view = self.view
        mention = view.mention_from(i)
        if mention is not None:
            return mention.proclitics[-1:] == (letter,)
        if not view.is_word(i) or view.mention_at[i] is not None:
            return False
        form = view.form(i).removeprefix("ו") if len(view.form(i)) > 3 else view.form(i)
        return form.startswith(letter) and (len(form) > 2 or form == letter)

    def _is_prefixed(self, i: int) -> bool:
        """True for a word in front of which a preposition is likely written."""
        return any(self._is_fused(i, letter) for letter in _PREFIXES)

    def _is_thing(self, i: int) -> bool:
        return self.view.words.not_speakers.has_stem(self.view.tokens, i)

    def _is_finite(self, i: int) -> bool:
        cue = self.view.cue_at.get(i)
        return cue is not None and cue.row.kind == "verb" and cue.form in _FINITE

    def is_sent(self, i: int) -> bool:
        """True for the message of "העביר לוושינגטון מסר", which is written like "he conveyed"."""
        if self.view.form(i) not in _MESSAGE:
            return False
        near = (self.view.cue_at.get(k) for k in range(max(0, i - _SENT_WITHIN), i))
        return any(c is not None and c.row.id.startswith("send-") for c in near)

    def _pronoun(self, i: int, *, continues: bool = False) -> Pointer | None:
        """Return the pointer of a pronoun at token `i`, "and" or "that" written on or not."""
        if self.view.form(i) in _THIS and self.view.form(i + 1) in _MEANS:
            return None
        if (gender := _LATTER.get(self.view.form(i))) is not None:
            place = self.view.tokens[i].start
            return Pointer(kind="latter", place=place, gender=gender, number="singular")
        for reading in self.view.readings(i):
            if reading.stem in PRONOUNS and reading.proclitics in AND_OR_NONE:
                gender, number = PRONOUNS[reading.stem]
                place = self.view.tokens[i].start
                plural = number == "plural"
                return Pointer(
                    kind="pronoun",
                    place=place,
                    gender=None if plural else gender,
                    number=number,
                    continues=continues,
                )
        return None

    def _agrees(self, cue: Cue, mention: Mention) -> bool:
        """Gender and number, as far as both are known."""
        inflection = cue.inflection
        if inflection is None:
            return True
        genders = {inflection.gender, mention.gender} - {None}
        if len(genders) > 1 and inflection.number == "singular":
            return False
        if inflection.number == "singular" and mention.number == "plural":
            return mention.human is False
        if inflection.number == "plural" and mention.number == "singular":
            return self._is_pair(mention) or mention.kind not in ("person", "official")
        return True

    def _is_pair(self, mention: Mention) -> bool:
        """True where another one is joined by "and" in front or behind."""
        behind = self.view.mention_from(mention.last + 1)
        ahead = self._joined_to(mention)
        joined = behind is not None and "ו" in behind.proclitics
        return joined or (ahead is not None and "ו" in mention.proclitics)

    def _joined_to(self, mention: Mention) -> Mention | None:
        """Return whom "and" joins a mention to, a comma behind his name stepped over."""
        if "ו" not in mention.proclitics:
            return None
        before = mention.first - 1
        other = self.view.mention_to(before - self.view.is_comma(before))
        if other is not None and other.unnamed and self.view.is_comma(before):
            return None  # "יחסים רשמיים, וסין מתנגדת": another clause
        return other

    def _gender(self, i: int) -> Gender | None:
        """Guess the gender of an unknown noun from its ending; None where it does not tell."""
        form = self.view.form(i).removeprefix("ה")
        if form in _WOMEN:
            return "feminine"  # "his wife", which ends like a man's title
        return gender_of(form) if number_of(form) == "singular" else None

    def _number(self, i: int) -> Number:
        form = self.view.form(i)
        several = form.endswith("י") and form in self.view.lexicon.word_set("crowds")
        return "plural" if several else number_of(form)  # "עורכי הדין"


def support_inflection(word: str) -> Inflection:
    """Return what the ending of מיהר, מיהרה, מיהרו, ממשיכים shows."""
    if word.endswith(("ו", "ים")):
        return Inflection(word, "past", None, "plural")
    gender: Gender = "feminine" if word.endswith("ה") else "masculine"
    return Inflection(word, "past", gender, "singular")
