"""Find to which day a Turkish meeting is put off: "görüşme cumartesi gününe ertelendi".

In:  a view, the tokens behind the meeting's word. Out: the new day or week, None for none told. To
a month or year ("kasıma ertelendi") a meeting is put off too vaguely to be dated by it.
"""

from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.timespan import TimeWords

_NEW_DAY = words_of("tr", "day_put_off_to")
_PUT_OFF = endings_of("tr", "put_off_to")


def moved_to(view: View, first: int, end: int) -> TimeWords | None:
    """Return the time in the dative in front of the verb of putting off."""
    for i in range(first, min(end, view.size) - 1):
        verb = view.form(i + 1)
        if view.form(i) in _NEW_DAY and verb.startswith(_PUT_OFF):
            return None if is_negated(verb) else view.time_at[i]
    return None
