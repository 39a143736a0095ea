"""Tell in Hebrew that somebody will not meet: in front of the meeting stands what denies it.

In:  a view and the token of the meeting. Out: True where it is denied.
    בסירובו להיפגש, חוסר רצון להיפגש, אין בכוונת א להיפגש, ויתר על פגישה
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of

_LEFT = 14
_REJECTED_WITHIN = 3
_OFFERS = words_of("he", "offer_to_meet")
REJECTS = words_of("he", "rejects_an_offer")
_NOT = words_of("he", "not")
_REFUSES = words_of("he", "refuses_to")
_LACK = words_of("he", "lack_of")
_FORGOES = words_of("he", "forgoes")
_ON_IT = words_of("he", "forgone_with")
_NO_SUCH = words_of("he", "there_is_no")
_INTENTION = words_of("he", "intention")
_HOPES = words_of("he", "hopes")


def is_unwanted(view: View, cue: int) -> bool:
    """True for "his refusal to meet", "lack of wish to meet", "has no intention to", "gave up"."""
    k = cue - 1
    if view.form(k) in _REFUSES or (view.form(k) in _HOPES and view.form(k - 1) in _LACK):
        return True
    if view.form(k) in _ON_IT and view.form(k - 1) in _FORGOES:
        return True
    if is_rejected(view, cue):
        return True
    for i in range(cue - 2, max(-1, cue - _LEFT), -1):
        if view.is_break(i) or view.is_that(i):
            return False
        if view.form(i) in _NO_SUCH:
            return view.form(i + 1) in _INTENTION or view.form(i + 2) in _INTENTION
    return False


def is_rejected(view: View, cue: int) -> bool:
    """True for "turned down an offer to meet": what was turned down stays an offer."""
    if view.form(cue - 1) not in _OFFERS:
        return False
    near = range(max(0, cue - 1 - _REJECTED_WITHIN), cue - 1)
    return any(view.form(i) in REJECTS and view.form(i - 1) not in _NOT for i in near)
