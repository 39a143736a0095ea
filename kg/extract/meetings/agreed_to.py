"""Tell the day on which a meeting was agreed from the day on which it is held.

In:  a view, the "to" in front of a verb of meeting. Out: yes or no.
    "agreed on Monday to hold talks"    to come, and not on Monday
"""

from kg.extract.view import View
from kg.lexicon.grammar import words_of

_AGREED = words_of("en", "agreed_to_meet")
_DAY_LED = words_of("en", "in_front_of_a_day")


def is_agreed_on_a_day(view: View, to: int) -> bool:
    """True for the "to" of "agreed on Monday to hold talks": they are to come."""
    k = to - 1
    while k > 0 and (view.time_at[k] is not None or view.form(k) in _DAY_LED):
        k -= 1
    return view.form(to) == "to" and k < to - 1 and view.form(k) in _AGREED


def is_day_of_agreeing(view: View, i: int) -> bool:
    """True for the Monday of "agreed on Monday to hold talks"."""
    while view.time_at_or_none(i) is not None:
        i += 1
    return view.form(i) == "to" and is_agreed_on_a_day(view, i)
