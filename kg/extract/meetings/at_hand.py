"""Tell whether a meeting is what its sentence reports, rather than something told along with it.

In:  a view, the words of the meeting, the statements of the sentence. Out: true for the main
clause's own meeting where no words set it elsewhere ("aboard a train", "on the sidelines of").
"A, who met B, warned …", "A said he met B", "A warned … after talks with B": false, and so for
every other clause that may be a lower one.
"""

from collections.abc import Sequence

from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of

_LOWER = words_of("en", "lower_clauses")
_ELSEWHERE = words_of("en", "set_elsewhere")
_LEADS_TO_NOUN = words_of("en", "leads_to_other_talks")
_ELSEWHERE_TR = endings_of("tr", "set_elsewhere")
_LOWER_AR = words_of("ar", "lower_clauses")
_ELSEWHERE_AR = words_of("ar", "set_elsewhere")
_LOWER_HE = words_of("he", "lower_clauses")
_ELSEWHERE_HE = words_of("he", "set_elsewhere")
_ENDING_TR = endings_of("tr", "holding_last")
_BEFORE_NOUN = 4  # words


def at_hand_english(view: View, told: Sequence[Told], first: int, *, noun: bool) -> bool:
    """True where nothing in front of token `first` opens a lower clause or tells who says it."""
    if any(t.attribution.cue.first < first for t in told):
        return False
    near = [i for i in range(max(0, first - _BEFORE_NOUN), first) if view.time_at[i] is None]
    if noun and any(view.form(i) in _LEADS_TO_NOUN for i in near):
        return False  # "fresh from talks with B, A warned …"
    ahead = {view.form(i) for i in range(first)}
    return not ahead & _LOWER and not any(view.form(i) in _ELSEWHERE for i in range(view.size))


def at_hand_arabic(view: View, told: Sequence[Told], first: int) -> bool:
    """True where nothing in front of token `first` opens a lower clause or tells who says it."""
    if any(t.attribution.cue.first < first and not t.attribution.before for t in told):
        return False
    if any(view.is_that(i) for i in range(first)):
        return False
    ahead = {view.form(i) for i in range(first)}
    return not ahead & _LOWER_AR and not any(
        view.form(i) in _ELSEWHERE_AR for i in range(view.size)
    )


def at_hand_hebrew(view: View, told: Sequence[Told], first: int) -> bool:
    """True where nothing in front of token `first` opens a lower clause or tells who says it."""
    if any(t.attribution.cue.first < first and not t.attribution.before for t in told):
        return False
    if any(view.is_that(i) or i in view.clause_marks for i in range(first)):
        return False
    ahead = {view.form(i) for i in range(first + 1)}
    return not ahead & _LOWER_HE and not any(
        view.form(i) in _ELSEWHERE_HE for i in range(view.size)
    )


def at_hand_turkish(view: View, host: Told | None, last: int, *, finite: bool) -> bool:
    """True for a finite verb, or a noun held by the last word of the sentence."""
    plain = (i for i in range(last + 1, view.size) if view.time_at[i] is None)
    behind = [i for i in plain if view.is_word(i)]
    ended = bool(behind) and view.form(behind[-1]).startswith(_ENDING_TR)
    if host is not None or (not finite and len(behind) > (_BEFORE_NOUN if ended else 1)):
        return False
    return not any(view.form(i).startswith(_ELSEWHERE_TR) for i in range(view.size))
