"""Tell in Arabic from the words in front of a meeting, or right behind it, that there was none.

In:  a view, the token of the meeting's verb or noun. Out: yes or no.
    لو التقى فلان، إذا التقى فلان، كاد فلان يلتقي      a mere thought
    لولا المرض لالتقى فلان فلانا                     what would have been
    لم يلتق أحدا                                     nobody was met
    قرر ألا يلتقي، تجنب فلان لقاء فلان، لم يقم بزيارة   turned down
    زار ضريح فلان، قام بزيارة إلى معرض               a sight seen
    معالجة الخلاف بالحوار، عبر المفاوضات             a way of doing something
"""

from collections.abc import Iterator

from kg.extract.view import View
from kg.lexicon.grammar import words_of

_IF = words_of("ar", "if_they_met")
_BUT_FOR = words_of("ar", "but_for_it")
_BETWEEN = words_of("ar", "between_if_and_met")
_NOBODY = words_of("ar", "met_nobody")
_NOT_TO = words_of("ar", "not_to_meet")
_AVOIDING = words_of("ar", "avoiding")
_NOT = words_of("ar", "not_paid")
_SIGHTS = words_of("ar", "sights")
_TO_SIGHTS = words_of("ar", "to_sights")
_TALKING = words_of("ar", "ways_of_talking")
_BY = words_of("ar", "by_way_of")
_ANY = words_of("ar", "any_of_them")
_NO_SUCH = words_of("ar", "no_such")
_PLANS = words_of("ar", "no_plans")
_LED_BY_PLANS = words_of("ar", "led_by_plans")
_WITHIN = 12  # tokens
_PLANNED_WITHIN = 7


def is_thought(view: View, cue: int) -> bool:
    """True where somebody nearly met, would have met, might meet, or met nobody."""
    if view.lexicon.language != "ar":
        return False
    if view.form(cue + 1) in _NOBODY or _would_have(view, cue) or _is_unplanned(view, cue):
        return True
    return any(view.form(k) in _IF for k in _in_front(view, cue))


def is_sight(view: View, cue: int) -> bool:
    """True for a visit at token `cue` to a grave, a museum: whose it is was not met."""
    if view.lexicon.language != "ar":
        return False
    for k in range(cue + 1, min(view.size, cue + _WITHIN)):
        named = view.mention_at[k] is not None or view.time_at[k] is not None
        if not named and view.form(k) not in _TO_SIGHTS:
            return view.is_word(k) and any(r.stem in _SIGHTS for r in view.readings(k))
    return False


def is_way(view: View, cue: int) -> bool:
    """True for "settle it by dialogue", "عبر الحوار": no talks of anybody are told."""
    if view.lexicon.language != "ar":
        return False
    readings = [r for r in view.readings(cue) if r.definite and r.stem in _TALKING]
    if any(r.proclitics == ("ب",) for r in readings):
        return True
    return view.form(cue - 1) in _BY and any(not r.proclitics for r in readings)


def is_turned_down(view: View, cue: int, *, verbal: bool) -> bool:
    """True for "decided not to meet", "avoided a meeting with X", "paid X no visit"."""
    if view.lexicon.language != "ar":
        return False
    if verbal:
        return view.form(cue - 1) in _NOT_TO
    if view.form(cue - 1) in _AVOIDING:
        return view.form(cue - 2) not in _NOT
    for k in _in_front(view, cue):
        denied = view.form(k - 1) in _NOT
        if view.form(k) in _AVOIDING:
            return not denied
        if denied:
            return any("ب" in r.proclitics for r in view.readings(cue))
    return False


def _is_unplanned(view: View, cue: int) -> bool:
    """True for "لم يعلن عن أي لقاء", "لا توجد خطط لعقد اجتماع": nobody speaks of a certain one."""
    any_one = view.form(cue - 1) in _ANY
    for k in range(cue - 1, max(-1, cue - _PLANNED_WITHIN), -1):
        if not view.is_word(k) or view.mention_at[k] is not None:
            return False
        if view.form(k) in _NO_SUCH:
            return any_one
        if any(r.stem in _PLANS and not r.definite for r in view.readings(k)):
            return any(view.form(i) in _NO_SUCH for i in range(max(0, k - 3), k))
        if not any_one and view.form(k) not in _LED_BY_PLANS and not view.form(k).startswith("ل"):
            return False
    return False


def _would_have(view: View, i: int) -> bool:
    """True for "لالتقى" behind "but for" at the head of the sentence."""
    answers = any(r.proclitics == ("ل",) and not r.definite for r in view.readings(i))
    return answers and view.form(0) in _BUT_FOR


def _in_front(view: View, cue: int) -> Iterator[int]:
    """Yield the words in front of the meeting up to the first that is no name and leads no verb."""
    for k in range(cue - 1, max(-1, cue - _WITHIN), -1):
        if view.is_break(k):
            return
        if view.mention_at[k] is None:
            yield k
            if view.form(k) not in _BETWEEN:
                return
