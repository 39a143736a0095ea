"""What single words are to the search for a speaker in an English sentence.

In:  a `View`. Out: yes or no for a token, and the pointer of a pronoun.
"""

from functools import cache

from kg.extract.cues import Cue, CueLexicon
from kg.extract.view import Quotation, View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention, Number

_ALSO_DESCRIBING = words_of("en", "also_in_descriptions")
_AT_WHICH = words_of("en", "at_which")
_NO_ADVERBS = words_of("en", "in_ly_yet_no_adverbs")
_DESCRIBING = words_of("en", "describes_what_is_said")
_LIKE_VERBS = words_of("en", "said_and_like_verbs")
_COUNTING = words_of("en", "counting")
_SHORT_LY = 5
_A_FEW = 2
_PLAIN = 7  # tokens: "the old dam in"
_NOT_FINITE = frozenset({"be", "been", "being", "having", "to"})
_OWN_OF = {"he": "his", "she": "her"}
_ONE = frozenset({"a", "an", "another"})
OBJECTS = frozenset({"him", "her", "them"})
PRONOUNS: dict[str, tuple[Gender | None, Number | None, bool | None]] = {
    "he": ("masculine", "singular", True),
    "she": ("feminine", "singular", True),
    "it": (None, "singular", False),
    "they": (None, "plural", None),
}


@cache
def _auxiliary(lexicon: CueLexicon) -> frozenset[str]:
    modal = lexicon.word_set("modal") - _ALSO_DESCRIBING
    return lexicon.word_set("be") | lexicon.word_set("have") | modal


class EnglishWords:
    """The lists of the lexicon and the tests on one word; the readers below build on it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.used: set[Cue] = set()  # sources that a verb has taken up
        self.inserted: dict[Cue, Party] = {}  # who the subject of a verb quotes
        lexicon = view.lexicon
        self.be = lexicon.word_set("be")
        self.have = lexicon.word_set("have")
        self.support = lexicon.word_set("support")
        self.modal = lexicon.word_set("modal")
        self.prepositions = lexicon.word_set("prepositions")
        self.determiners = lexicon.word_set("determiners")
        self.numbers = lexicon.word_set("numbers")
        self.auxiliary = _auxiliary(lexicon)
        self.adjunct_heads = lexicon.word_set("adjunct_heads")
        self.carriers = lexicon.word_set("carriers")
        self.source_nouns = lexicon.word_set("source_nouns")
        self.refusal = lexicon.phrases("refusal")
        self.mutual = lexicon.phrases("mutual")
        self.carried = lexicon.word_set("carried")
        self.documents = lexicon.word_set("documents")
        self.pair_heads = lexicon.word_set("pair_heads")
        self.openers = lexicon.word_set("clause_openers")

    def _is_adverb(self, i: int) -> bool:
        return self.view.form(i) in self.view.words.adverbs or self._tells_how(i)

    def _tells_how(self, i: int) -> bool:
        """True for "abruptly", "grudgingly" beside a verb of speech; not for "ally", "Kelly"."""
        view, form = self.view, self.view.form(i)
        if not form.endswith("ly") or len(form) <= _SHORT_LY or form in _NO_ADVERBS:
            return False
        beside = i + 1 in view.cue_at or i - 1 in view.cue_at
        return beside and view.tokens[i].text.islower() and view.mention_at[i] is None

    def _is_noun(self, i: int) -> bool:
        """True for a base form behind an article or preposition: "a charge", "by order"."""
        before = self.view.form(i - 1)
        counted = before in self.numbers or before[:1].isdecimal()
        led = before in self.determiners or before in self.prepositions - {"to"}
        return counted or led or self._is_second_noun(i) or self._is_described_noun(i)

    def _is_described_noun(self, i: int) -> bool:
        """True for "formal protests", "his first public comments", "denied Indian claims"."""
        view, before = self.view, self.view.form(i - 1)
        if view.form(i) not in _LIKE_VERBS or i == 0:
            return False
        people = view.mention_to(i - 1)
        if people is not None and people.category == "adjective":
            return True
        if before == "public":  # "the public demands that"
            before = view.form(i - 2)
        return before in _DESCRIBING

    def _is_second_noun(self, i: int) -> bool:
        """True behind "a" and one word: "in a telephone call on Monday", "a joint appeal"."""
        view = self.view
        plain = view.is_word(i - 1) and view.tokens[i - 1].text.islower()
        alone = plain and view.mention_at[i - 1] is None and not self._is_adverb(i - 1)
        return alone and not view.form(i - 1).endswith("s") and view.form(i - 2) in _ONE

    def _with_determiner(self, first: int) -> int:
        return first - 1 if self.view.form(first - 1) in self.determiners else first

    def _pronoun(self, i: int, *, continues: bool = False) -> Pointer:
        gender, number, human = PRONOUNS[self.view.form(i)]
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[i].start,
            gender=gender,
            number=number,
            human=human,
            continues=continues,
            avoid=self._own_counterpart(i),
        )

    def _own_counterpart(self, i: int) -> Mention | None:
        """Return B of "after talks with his counterpart, B, he said": whom "he" cannot be."""
        view, form = self.view, self.view.form
        if form(i) not in _OWN_OF or not view.may_hold_word(view.lexicon.word_set("counterpart")):
            return None
        for k in range(i - 1, 0, -1):
            if form(k) not in view.lexicon.word_set("counterpart"):
                continue
            adjective = view.mention_to(k - 1)
            own = adjective.first - 1 if adjective is not None else k - 1
            other = view.mention_from(k + 1 + view.is_comma(k + 1))
            named = other is not None and bool(other.person) and other.last < i
            return other if named and form(own) == _OWN_OF[form(i)] else None
        return None

    def _object_pronoun(self, form: str, j: int, subject: Party | None) -> Pointer:
        genders: dict[str, Gender] = {"him": "masculine", "her": "feminine"}
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[j].start,
            gender=genders.get(form),
            number="plural" if form == "them" else "singular",
            human=True if form in genders else None,
            avoid=subject if isinstance(subject, Mention) else None,
        )

    def _is_own_country(self, k: int) -> bool:
        """True for "his country", "its government": whoever speaks speaks for it."""
        own = self.view.lexicon.word_set("own_country")
        return self.view.form(k) in own and self.view.form(k - 1) in ("his", "her", "its", "their")

    def _is_parenthetical(self, i: int) -> bool:
        """True for "which he said was": the clause around it tells whose words these are."""
        front = self._with_determiner(i) - 1
        if self.view.form(front) == "which" and self.view.form(front - 1) in _AT_WHICH:
            return False  # "…, at which he said": a telling of its own
        return self.view.form(front) in ("which", "what", "whom")

    def _follows_that(self, i: int) -> bool:
        i = self._with_determiner(i)
        return self.view.form(i - 1) == "that"

    def _ends_quotation(self, k: int) -> bool:
        """True when a quotation ends at `k`, or right before a comma at `k`."""
        view = self.view
        if view.is_comma(k):
            k -= 1
        return 0 <= k < view.size and view.quotation_at[k] is not None

    def _are_people(self, k: int) -> bool | None:
        """True for "the two ministers", False for "the two countries", None for "both sides"."""
        form = self.view.form(k)
        if form in self.view.lexicon.word_set("pair_people"):
            return True
        return False if form in self.view.lexicon.word_set("pair_states") else None

    def _counts(self, j: int) -> bool:
        """True at "least 50", "half of", "20 people", not at a date."""
        view = self.view
        if view.time_at_or_none(j) is not None:
            return False
        return view.form(j) in _COUNTING or view.form(j)[:1].isdecimal()

    def _is_a_few(self, words: Quotation) -> bool:
        """True for one or two words in quotation marks that a noun goes on behind."""
        view, after = self.view, words.last + 1
        few = words.inner_last - words.inner_first < _A_FEW
        goes_on = view.is_word(after) and view.form(after) not in self.openers | self.prepositions
        return few and goes_on and view.time_at_or_none(after) is None

    def _is_plain_clause(self, j: int) -> bool:
        """True for "the dam was safe": a short noun phrase and its auxiliary, nothing between."""
        view = self.view
        finite = (self.be | self.have | self.modal) - _NOT_FINITE
        for k in range(j + 1, min(view.size, j + _PLAIN)):
            if view.form(k) in finite:
                return True
            led = view.form(k) in self.prepositions | self.openers | view.words.relative
            if led or not view.is_word(k) or k in view.cue_at or view.quotation_at[k] is not None:
                return False
        return False
