"""Tell in Arabic that a meeting is only wished for, or that nobody wishes for it.

In:  a view, how a noun of meeting is told so far, its token. Out: the telling, changed in place.
    أبدى حرصه على لقاء فلان        proposed, whatever stands around
    ليس لدى فلان نية للقاء فلان    denied; so too غير مستعد للقاء, عدم رغبته في لقاء
    لا يمانع في لقاء فلان          he would meet him
"""

from kg.extract.meetings.arabic_bids import is_wish
from kg.extract.meetings.telling import Telling
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention
from kg.vocabulary import MeetingStatus

_WITHIN = 9  # tokens
_WISHES = words_of("ar", "wishes_to_meet")
_HIS = words_of("ar", "whose_wish")
_IN_IT = words_of("ar", "led_to_by_a_wish")
_NO = words_of("ar", "no_wish")
_NONE_AT_ALL = words_of("ar", "there_is_no_wish")
_SHOWING = words_of("ar", "showing_a_wish")
_MINDING = words_of("ar", "minding")
_UNDONE = ("cancelled", "postponed")


def read_wish(view: View, telling: Telling, cue: int) -> None:
    """Make of a meeting that somebody wishes for no more than that."""
    wish = wish_in_front(view, cue)
    if wish is None or telling.status in _UNDONE or telling.commitment == "denies":
        return
    status: MeetingStatus = "planned" if telling.status == "planned" else "proposed"
    telling.status, telling.tense, telling.commitment = status, "future", "anticipates"
    if is_refused(view, wish):
        telling.commitment = "denies"


def wish_in_front(view: View, cue: int) -> int | None:
    """Return the token of the wish that leads to the meeting at `cue`, None without one."""
    led = any(r.proclitics == ("ل",) for r in view.readings(cue))
    behind = view.form(cue - 1) in _IN_IT
    if not (led or behind):
        return None
    k = cue - 1 - behind
    while k >= 0 and cue - k <= _WITHIN:
        if is_wish(view, k):
            return k
        if view.mention_at[k] is None and view.form(k) not in _HIS:
            return None
        k -= 1
    return None


def is_wisher(view: View, party: Party) -> bool:
    """True for "ready" of "is not ready to meet", which is nobody."""
    if not isinstance(party, Mention) or party.gazetteer_id or party.side or party.role:
        return False
    return view.form(party.first) in _NO or any(
        r.stem in _WISHES for r in view.readings(party.last)
    )


def is_refused(view: View, wish: int) -> bool:
    """True for "has no wish", "is not ready", "minds it"."""
    minds = any(r.stem in _MINDING for r in view.readings(wish))
    if view.form(wish - 1) in _NO:
        return not minds
    for k in range(wish - 1, max(-1, wish - _WITHIN), -1):
        if view.is_break(k) or view.is_that(k):
            break
        shown = view.form(k) in _SHOWING and view.form(k - 1) in _NO
        if view.mention_at[k] is None and (view.form(k) in _NONE_AT_ALL or shown):
            return not minds
    return False
