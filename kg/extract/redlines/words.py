"""The words that tell of red lines, from the lexicon.

In:  redlines_<language>.toml. Out: `RedLineWords` with the phrases of each row and the small lists.
A phrase may write alternatives as "will (not|never) cede".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import Any

from kg.extract.clitics import find_readings
from kg.extract.inflect_turkish import inflect_refusal
from kg.extract.phrases import PhraseSet
from kg.extract.redlines.matter import has_verb, is_leave, is_matter
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.vocabulary import Language

Tokens = tuple[int, int]
OWNED = "red-line"  # the row of what a line's owner says in the article's own voice


@dataclass(frozen=True, slots=True)
class Line:
    """A row of `[[line]]`. `trigger` says where what would cross it stands.

    `near`: only with one of these words behind it ("a line … cross"). `again`: only behind a red
    line that was told before ("was another", "so would").
    """

    id: str
    phrases: PhraseSet
    trigger: str
    near: frozenset[str] = frozenset()
    again: bool = False
    weak: bool = False  # a refusal: counts for nothing in a heading or beside a red line so called
    letter: str = ""  # written on in front of what would cross it: "لن تسمح ب"
    needs: frozenset[str] = frozenset()  # one of these as well: "points on which … no ground"
    around: tuple[tuple[str, str], ...] = ()  # words on both sides of an owner: "خط طهران الأحمر"
    offices: frozenset[str] = frozenset()  # only said by a state or who holds one of these
    clause: bool = False  # only where a relative clause opens right behind: "קו שבלגרד לא תורשה"
    deeds: bool = False  # only "any X", "doing X": what may yet be done
    through: bool = False  # goes on to the word of `near`: "דבר שארצו לא תסבול"
    opens: frozenset[str] = frozenset()  # what would cross it begins so: "no base would ever be …"
    behind: frozenset[str] = frozenset()  # one of these stands before it: "kimsenin … izin vermez"
    matter: bool = False  # no day, no medium behind: "no talks on Friday"
    own: bool = False  # only of whoever speaks and may refuse: "we would never cede it"
    verbs: PhraseSet | None = None  # one of these behind: "not one inch of it will be given up"


_NEAR = 12
_TOLD_BEFORE = endings_of("tr", "told_before")
_LONGEST = 7
_NEVER = words_of("ar", "never")
_AND_THAT = "וכי"


class RedLineWords:
    """All rows of one language."""

    def __init__(self, language: Language) -> None:
        table = read_toml(f"redlines_{language}.toml")
        self.lines = tuple(
            Line(
                row["id"],
                PhraseSet(_phrases_of(row), fused=True),
                row.get("trigger", "copula"),
                frozenset(fold(word) for word in row.get("near", ())),
                row.get("again", False),
                row.get("weak", False),
                row.get("letter", ""),
                frozenset(fold(word) for word in row.get("needs", ())),
                tuple((fold(a), fold(b)) for a, b in row.get("around", ())),
                frozenset(row.get("offices", ())),
                row.get("clause", False),
                row.get("deeds", False),
                row.get("through", False),
                frozenset(fold(word) for word in row.get("opens", ())),
                frozenset(fold(word) for word in row.get("behind", ())),
                row.get("matter", False),
                row.get("own", False),
                PhraseSet(_written_out(row["verbs"])) if "verbs" in row else None,
            )
            for row in table["line"]
        )
        self.words = {name: PhraseSet(texts) for name, texts in table["words"].items()}
        self.several: dict[str, int] = {fold(k): n for k, n in table["several"].items()}
        self.plural = PhraseSet(table["words"]["plural"], definite=True, fused=True)
        self.firsts = frozenset(word for line in self.lines for word in line.phrases.firsts)
        # One look-up that tells of most words that no row begins there: many begin with "will".
        self._any = PhraseSet(
            (text for row in table["line"] for text in _phrases_of(row)), fused=True
        )

    def is_plural(self, view: View, place: Tokens) -> bool:
        """True for "red lines"."""
        return any(self.plural.has_stem(view.tokens, i) for i in range(place[0], place[1] + 1))

    def count(self, view: View, place: Tokens) -> int:
        """Return how many lines the phrase tells of, where it says so: "two red lines"."""
        near = range(max(0, place[0] - 1), min(view.size, place[1] + 2))
        return next((n for i in near if (n := self.several.get(view.form(i), 0))), 1)

    def places(self, view: View) -> list[int]:
        """Return the tokens at which some row may begin: most sentences have none."""
        return list(_places(view)) if view.may_hold_word(self.firsts) else []

    def may_begin(self, view: View, i: int) -> bool:
        """True where a row's phrase stands at token `i`, or a word that an owner may follow."""
        lines = _beginning(view.tokens[i].form, view.lexicon.language)
        return bool(lines) and (
            _length(self._any, view, i) > 0 or any(line.around for line in lines)
        )

    def at(self, view: View, i: int, *, again: bool = False) -> tuple[Line, int] | None:
        """Return the row whose phrase begins at token `i`, and its last token.

        `again`: a red line was told before, so that "another" can be one.
        """
        for line in _beginning(view.tokens[i].form, view.lexicon.language):
            length = _length(line.phrases, view, i)
            told = length and (again or not line.again) and _is_behind(view, line, i)
            if told and _is_near(view, line, i + length) and _is_refusal(view, line, i, length):
                last = _to_letter(view, line, i + length - 1)
                if last is not None:
                    return line, _last_near(view, line, last) if line.through else last
            if (end := _around(view, line, i)) is not None:
                return line, end
        return None


def _length(phrases: PhraseSet, view: View, i: int) -> int:
    """Return the length of the phrase at token `i`, a quotation's mark in it: was "off limits"."""
    length = phrases.length_at(view.tokens, i)
    mark = next((k for k in (i + 1, i + 2) if k < view.size and not view.is_word(k)), None)
    if length or mark is None or view.quotation_at[mark] is None:
        return length
    spliced = (*view.tokens[i:mark], *view.tokens[mark + 1 : mark + _LONGEST])
    length = phrases.length_at(spliced, 0)
    return length + 1 if length > mark - i else 0


def _phrases_of(row: Mapping[str, Any]) -> Iterator[str]:
    yield from _written_out(row["phrases"])
    yield from _refusals(row)


def _written_out(phrases: Iterable[str]) -> Iterator[str]:
    """Yield "will not cede", "will never cede" of "will (not|never) cede"; others as they are.

    A hyphen is a word of its own, as in the texts.
    """
    for phrase in phrases:
        parts = [part.split("|") for part in re.split(r"[()]", phrase)]
        for chosen in product(*parts):
            yield re.sub(r"(?<=\w)-(?=\w)", " - ", "".join(chosen))


def _refusals(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the forms of Turkish verbs that refuse, each behind each of `never`, if any."""
    for stem in row.get("refuse", ()):
        for form in inflect_refusal(stem):
            yield from (f"{word} {form}".strip() for word in row.get("never", ("",)))


def _around(view: View, line: Line, i: int) -> int | None:
    """Return the last token of "خط طهران الأحمر", whose owner stands inside."""
    if not line.around:
        return None
    owner = view.mention_from(i + 1)
    ends = {b for a, b in line.around if any(r.stem == a for r in view.readings(i))}
    last = owner.last + 1 if owner is not None else i + 2  # خطوط بلاده الحمراء
    return last if view.form(last) in ends else None


def _to_letter(view: View, line: Line, last: int) -> int | None:
    """Return the phrase's last token, adverbs taken in; None where the letter is missing."""
    if not line.letter:
        return last
    adverb = view.form(last + 1) in view.words.adverbs or view.form(last + 1) in _NEVER
    for i in (last + 1, last + 2) if adverb else (last + 1,):
        if any(line.letter in r.proclitics for r in view.readings(i)):
            return i - 1
    return None


def _is_behind(view: View, line: Line, first: int) -> bool:
    """True for "kimsenin seçime karışmasına izin vermeyecek": nobody at all may do it."""
    for i in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if not line.behind or view.form(i) in line.behind:
            return True
        if view.form(i) == "ve" and view.form(i - 1).endswith(_TOLD_BEFORE):
            return False  # "kimsenin yaralanmadığını ve …"
    return not line.behind


def _is_refusal(view: View, line: Line, first: int, length: int) -> bool:
    """True unless what follows says that none is meant: "no talks | on Friday"."""
    after = first + length
    if line.matter and not is_matter(view, after):
        return False
    if line.opens and is_leave(view, first, after - 1):
        return False
    return line.verbs is None or has_verb(view, line.verbs, after)


def _is_near(view: View, line: Line, first: int) -> bool:
    """True for "a line that nobody may cross"."""
    if line.clause and first not in view.clause_marks:
        return False
    if not line.near:
        return True
    end = min(view.size, first + _NEAR)
    if line.through:  # no further than the clause: "set a line of its own: …"
        end = next((i for i in range(first, end) if _closes_clause(view, i)), end)
    ahead = range(first, end)
    return all(
        any(r.stem in one or view.form(i) in one for i in ahead for r in view.readings(i))
        for one in (line.near, line.needs)
        if one
    )


def _closes_clause(view: View, i: int) -> bool:
    """True at a colon, and at "and that": מדובר בעניין של עיקרון וכי ארצו לא תתפשר."""
    return view.tokens[i].text in ":;" or (
        view.lexicon.language == "he" and view.form(i) == _AND_THAT
    )


def _last_near(view: View, line: Line, last: int) -> int:
    """Return where the word of `near` stands that a row goes on to."""
    ahead = range(last + 1, min(view.size, last + 1 + _NEAR))
    return next((i for i in ahead if view.form(i) in line.near), last)


@lru_cache(maxsize=8)
def _places(view: View) -> tuple[int, ...]:
    """Return the places of one sentence, asked for by all who look for red lines in it."""
    words = load_redline_words(view.lexicon.language)
    return tuple(i for i, t in enumerate(view.tokens) if t.is_word and words.may_begin(view, i))


@lru_cache(maxsize=30_000)
def _beginning(form: str, language: Language) -> tuple[Line, ...]:
    """Return the rows that a folded word may begin, in their order."""
    words = load_redline_words(language)
    stems = {reading.stem for reading in find_readings(form, language)}
    if words.firsts.isdisjoint(stems):
        return ()
    return tuple(
        line
        for line in words.lines
        if not stems.isdisjoint(line.phrases.firsts) or any(a in stems for a, _ in line.around)
    )


@cache
def load_redline_words(language: Language) -> RedLineWords:
    """Return the red-line words of a language, read once."""
    return RedLineWords(language)
