"""Tell what a refusal is of from when and where it holds: no talks "on Friday", "on television".

In:  a view and the tokens beside a row's phrase. Out: whether a line may be drawn there.
"""

from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_NO_MATTERS = words_of("en", "no_matters")
_FOR_NOW = words_of("he", "for_the_moment")
_OUTSIDERS = words_of("en", "outsiders")
_LEAVE = frozenset({"allowed", "permitted"})
_CLAUSES = frozenset({"and", "but", "or", "while", "had", "has", "have", "was", "were"})
_NEAR = 8


def is_matter(view: View, first: int) -> bool:
    """True for "(no talks on) the islands", not for "Friday", "state television", "כרגע"."""
    if view.form(first) in _FOR_NOW:
        return False
    k = first + (view.form(first) in view.lexicon.word_set("determiners"))
    if view.time_at_or_none(first) is not None:
        return False
    return not _is_time(view, k) and view.form(_head(view, k)) not in _NO_MATTERS


def _is_time(view: View, i: int) -> bool:
    """True for "the second day", not for "the 2015 deal"."""
    time = view.time_at_or_none(i)
    while time is not None and view.time_at_or_none(i) is time:
        i += 1
    return time is not None and not _goes_on(view, i)


def _head(view: View, i: int) -> int:
    """Return the token of "television" in "state television for a week"."""
    while _goes_on(view, i + 1):
        i += 1
    return i


def _goes_on(view: View, i: int) -> bool:
    linked = view.lexicon.word_set("prepositions") | _CLAUSES
    return view.is_word(i) and view.form(i) not in linked


def has_verb(view: View, verbs: PhraseSet, first: int) -> bool:
    """True for "(not one inch of) our land will be given up", not for "rain had fallen"."""
    for i in range(first, min(view.size, first + _NEAR)):
        if not view.is_word(i) or view.form(i) in _CLAUSES:
            return False
        if verbs.length_at(view.tokens, i):
            return True
    return False


def is_leave(view: View, first: int, last: int) -> bool:
    """True for "(no child) would ever be allowed to (starve)": only outsiders are refused leave."""
    if view.form(last) not in _LEAVE or view.form(last + 1) != "to":
        return False
    return not any(view.form(i) in _OUTSIDERS for i in range(max(0, first - _NEAR), first))
