"""Tell from the words behind an English meeting that nobody was met: "met no officials".

In:  a view, the token that tells the meeting. Out: yes or no.
    he met nobody from the union; talks with neither the miners nor the owners
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of

_NOBODY = words_of("en", "met_nobody")
_SOMEBODY = words_of("en", "somebody_after_all")
_LED = frozenset({"with", "between"})
_WITHIN = 3
_EXCEPTED_WITHIN = 4


def is_with_nobody(view: View, cue: int, *, verbal: bool) -> bool:
    """True where who was met at token `cue` is denied; not for "no fewer than", "no one but X"."""
    if view.lexicon.language != "en":
        return False
    for k in range(cue + 1, min(view.size, cue + 1 + _WITHIN)):
        if not view.is_word(k):
            return False
        if view.form(k) in _NOBODY and (view.form(k - 1) in _LED or (verbal and k == cue + 1)):
            behind = range(k + 1, min(view.size, k + 1 + _EXCEPTED_WITHIN))
            return not any(view.form(i) in _SOMEBODY for i in behind)
    return False
