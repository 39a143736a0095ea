"""Find conditions that no list of words finds in an Arabic sentence.

In:  a view and the tokens of what is said. Out: where a condition begins, or None.
"إن" before a verb is "if" ("that" before a noun); "before" sets a condition where something is
refused: "لن نتفاوض قبل أن …".
"""

from kg.extract.mentions.arabic_parts import is_arabic_if
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_BEFORE = words_of("ar", "not_before")
_REFUSALS = words_of("ar", "refusing")
_THAT = "ان"


def begins_arabic_condition(view: View, first: int, i: int) -> bool:
    """Return whether a condition begins at `i` inside the words that begin at `first`."""
    if is_arabic_if(view.tokens, i):
        return True
    if view.form(i) not in _BEFORE or view.form(i + 1) != _THAT:
        return False
    return any(view.form(k) in _REFUSALS for k in range(first, i))
