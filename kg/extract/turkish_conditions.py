"""Find the condition in Turkish words: it ends in a verb with -sA, -mAdIkçA, or in "hâlinde".

In:  a view, the stretch of tokens. Out: the tokens of the condition, from the clause's beginning.
"""

from functools import cache

from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold

_SHORTEST = 5
_IF = words_of("tr", "if")
_JOINS = words_of("tr", "joins_a_condition")


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(fold(s) for s in read_toml("cues_tr.toml")["words"]["condition_suffixes"])


@cache
def _ends() -> PhraseSet:
    return PhraseSet(read_toml("cues_tr.toml")["words"]["condition_ends"])


def find_turkish_condition(view: View, first: int, last: int) -> tuple[int, int] | None:
    """Return the first and last token of the first condition, None for none."""
    none = view.lexicon.word_set("not_conditions")
    ends, suffixes = _ends(), _suffixes()
    for i in range(first, last + 1):
        form = view.form(i)
        length = ends.length_at(view.tokens, i)
        verb = len(form) >= _SHORTEST and form.endswith(suffixes) and form not in none
        if length or (verb and view.form(i + 1) not in ("da", "de", "bile")):
            return _begin(view, first, i), i + max(length, 1) - 1
    return None


def _begin(view: View, first: int, i: int) -> int:
    """Walk left to the comma, mark or conjunction behind which the condition begins."""
    for k in range(i - 1, first - 1, -1):
        if view.form(k) in _IF:
            return k
        if view.is_break(k) or view.form(k) in _JOINS or not view.is_word(k):
            return k + 1
    return first
