"""Tell an English meeting from the event it is beside, and from what comes after it.

In:  a view, a noun of meeting, the parties read for it. Out: yes or no.
    "on the sidelines of the 18-member Forum meeting"       another event: its body met nobody
    "met in Rome, followed by a meeting between A and B"    the next one is somewhere else
"""

from collections.abc import Sequence

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_BESIDE = words_of("en", "beside_an_event")
_OF_EVENT = 5  # tokens of "sidelines of the 18-member"
_FOLLOWED = 4  # tokens of "followed by a second"


def is_beside(view: View, parties: Sequence[Party], noun: int) -> bool:
    """True for the body of "on the margins of the NATO summit", which nothing more is told of."""
    only = parties[0] if len(parties) == 1 else None
    if not isinstance(only, Mention) or only.last >= noun or view.lexicon.language != "en":
        return False
    for k in range(only.first - 1, max(0, only.first - 1 - _OF_EVENT), -1):
        if view.form(k) in _BESIDE:
            return view.form(k + 1) == "of"
        if not (view.is_word(k) or view.tokens[k].text == "-") or view.mention_at[k] is not None:
            return False
    return False


def follows_another(view: View, cue: int) -> bool:
    """True for the second of "met in Rome, followed by a meeting in August"."""
    if view.lexicon.language != "en":
        return False
    near = range(max(1, cue - _FOLLOWED), cue)
    return any(view.form(k) == "by" and view.form(k - 1) == "followed" for k in near)
