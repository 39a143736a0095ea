"""What single words are to the search for a speaker in a Turkish sentence.

In:  a `View`. Out: yes or no for a token, the case of a word, where clauses begin and end.
Cases of names are known by their mention; common nouns outside of every lexicon show theirs by
their ending, which is read as far as it is safe.
"""

from functools import cache

from kg.extract.cues import CueLexicon
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import decline, plural, possessed

FINITE = frozenset({"past", "present"})
_OBLIQUE = endings_of("tr", "no_subject")
_OWNING = ("nin", "nun", "nün", "sinin", "lerin", "larin")
_SPEAKERS = endings_of("tr", "people_who_speak") + endings_of("tr", "people_of_something")
_NAMELESS = endings_of("tr", "without_a_name")


@cache
def _forms(lexicon: CueLexicon, name: str) -> dict[str, str]:
    """Return the forms of a list of `[words]`, as `_in_cases` does."""
    return _in_cases(lexicon.texts(name))


def _in_cases(nouns: tuple[str, ...]) -> dict[str, str]:
    """Return every form of nouns, folded, with its case; a possessive is marked by "+"."""
    forms: dict[str, str] = {}
    for noun in nouns:
        _front, _, head = noun.rpartition(" ")
        for text, owned in (
            (head, False), (possessed(head), True), (plural(head), False),
            (possessed(plural(head)), True),
        ):  # fmt: skip
            for form in decline(text, possessive=owned):
                forms.setdefault(fold(form.text), form.case + ("+" if owned else ""))
    return forms


@cache
def _told_forms(people: tuple[str, ...], crowds: tuple[str, ...]) -> dict[str, str]:
    """Return "milletvekillerine", "halka", folded, with what each is the dative of."""
    several = [(plural(noun), False) for noun in people]
    several += [(possessed(noun), True) for noun, _ in several]
    heads = [*several, *((noun, False) for noun in crowds)]
    return {
        fold(form.text): head
        for head, owned in heads
        for form in decline(head, possessive=owned)
        if form.case == "dative"
    }


@cache
def _pair_forms(lexicon: CueLexicon, name: str) -> dict[str, str]:
    """Return the forms of the heads of "iki taraf" and the like, without their possessives."""
    heads = tuple(dict.fromkeys(pair.split()[-1] for pair in lexicon.texts(name)))
    return {form: case for form, case in _in_cases(heads).items() if not case.endswith("+")}


@cache
def _guest_forms() -> dict[str, str]:
    """Return "konuğuna", "muhatabından" and the like, folded, with their case."""
    found: dict[str, str] = {}
    for noun in words_of("tr", "other_party"):
        for text in (possessed(noun), possessed(plural(noun))):
            for form in decline(text, possessive=True):
                if form.case in ("dative", "ablative", "accusative"):
                    found.setdefault(fold(form.text), form.case)
    return found


class TurkishWords:
    """The lists of the lexicon and the tests on one word; the readers below build on it."""

    def __init__(self, view: View) -> None:
        self.view = view
        lexicon = view.lexicon
        self.bracketed = {
            i for b in view.brackets if b.kind == "parenthesis" for i in range(b.first, b.last + 1)
        }
        self.press = lexicon.phrases("press")
        self.postpositions = lexicon.word_set("postpositions")
        self.adjunct_ends = lexicon.word_set("adjunct_ends")
        self.pairs = lexicon.phrases("pairs")
        self.pair_forms = _pair_forms(lexicon, "pairs")
        self.told_forms = _told_forms(lexicon.texts("audiences"), lexicon.texts("crowds"))
        self.guests = _guest_forms()
        self.pronouns = lexicon.word_set("pronouns")
        self.tails = lexicon.word_set("tails")
        self.participles = lexicon.word_set("participles")
        self.said_in = _forms(lexicon, "said_in")
        self.documents = _forms(lexicon, "documents_tr")
        self.accounts = _forms(lexicon, "accounts")

    def at_main(self, i: int) -> bool:
        """True for a token outside of quotations and parentheses."""
        view = self.view
        if not 0 <= i < view.size or view.quotation_at[i] is not None:
            return False
        return i not in self.bracketed

    def is_particle(self, i: int) -> bool:
        """True for "ise", "da" behind a topic."""
        return (
            self.view.form(i) in ("ise", "da", "de") and not self.view.tokens[i].text[0].isupper()
        )

    def is_adverb(self, i: int) -> bool:
        """True for an adverb, a time, a particle."""
        view = self.view
        return view.time_at[i] is not None or view.form(i) in view.words.adverbs

    def main_comma(self, start: int, end: int) -> int | None:
        """Return the first comma of the main level among tokens `start` to `end - 1`."""
        return next((i for i in range(start, end) if self._is_mark(i)), None)

    def _is_mark(self, i: int) -> bool:
        return self.view.is_comma(i) and self.at_main(i) and not self._lists(i)

    def _lists(self, comma: int) -> bool:
        """True for the comma of "Türkiye, Rusya ve İran"."""
        view = self.view
        before, after = view.mention_to(comma - 1), view.mention_from(comma + 1)
        if before is None or after is None:
            return False
        joined = view.form(after.last + 1) in ("ve", "ile", ",")
        return joined and before.case == "nominative" and before.person is None

    def is_oblique(self, i: int) -> bool:
        """True for a common noun whose ending shows that it is no subject."""
        form = self.view.form(i)
        return len(form) > 5 and form.endswith(_OBLIQUE)

    def is_sort(self, start: int, last: int) -> bool:
        """True at the end of "Görgü tanıkları", "bir deniz subayı": people by their sort."""
        known = self.view.mention_at[last]
        if known is None or known.side or known.person or known.first <= start:
            return False
        one = any(self.view.form(i) == "bir" for i in range(start, last))
        some = known.number == "plural" or one
        human = bool(known.role and known.human)
        some = some or any(self.view.form(i).endswith(_OWNING) for i in range(start, last))
        return human and some and known.case in ("nominative", "accusative")

    def are_speakers(self, start: int, last: int) -> bool:
        """True for "Kayıp yakınları", "Kamp sakinleri": those of something, no object."""
        form = self.view.form(last)
        of_many = last > start and form.endswith(("leri", "lari"))
        return of_many and form.startswith(_SPEAKERS)

    def past_nameless(self, start: int, last: int) -> int:
        """Step over "Adının açıklanmasını istemeyen" in front of "bir deniz subayı"."""
        for i in range(last - 1, start, -1):
            if self.view.form(i).endswith(_NAMELESS):
                return i + 1
        return start
