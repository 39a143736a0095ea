"""Tell what English "called on somebody to …" is: a visit, or something that is asked.

In:  a view and the token of the verb behind "to". Out: whether a visitor comes to do it himself.
    called on the minister to discuss the ban; to thank him; to bid farewell; to convey condolences
    called on the minister to brief parliament; to thank the donors; to express remorse (asked)
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of

_TALKS = words_of("en", "calls_on_somebody_to")
_FOR_HIM = words_of("en", "calls_on_somebody_for_him")
_GIVES = words_of("en", "calls_on_somebody_giving")
_COURTESIES = words_of("en", "courtesies_of_visitors")
_THEM = frozenset({"him", "her", "them", "himself", "herself", "themselves"})
_PARTICLES = ("out", "on")  # "to sound out him"
_WITHIN = 4


def comes_to_do(view: View, i: int) -> bool:
    """Return whether a visitor does what the verb at token `i` tells, not who is visited."""
    form = view.form(i)
    if form in _TALKS:
        return True
    if form in _FOR_HIM:
        return view.form(i + 1 + (view.form(i + 1) in _PARTICLES)) in _THEM
    if form not in _GIVES:
        return False
    for k in range(i + 1, min(view.size, i + 1 + _WITHIN)):
        if view.is_comma(k) or view.is_stop(k):
            return False
        if view.form(k) in _COURTESIES:
            return True
    return False
