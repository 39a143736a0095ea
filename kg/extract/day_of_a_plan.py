"""Tell a day still to come from the day on which something was said.

In:  a view, a told, time words and their first token. Out: whether they date a plan.
    "Mora, yarın Lima'da olmayacağını söyledi"                              true: it was said before
    "Cuma günü yapılması planlanan görüşme için Mora, “Hazırız” dedi"       true, in Turkish
    "Dün düzenlenen toplantıda Mora, “Hazırız” dedi"                        false
"""

from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of
from kg.model.timespan import TimeWords

_INTENDED = endings_of("tr", "intended")
_SHALL = ("acak", "ecek")
_DOING = ("an", "en")
_WITHIN = 4


def is_of_plan(view: View, one: Told, words: TimeWords, place: int) -> bool:
    """Return whether the day is not that of the telling."""
    told = one.attribution.cue.form in ("past", "converb")
    if told and words.offset_days is not None and words.offset_days[0] > 0:
        return True
    if view.lexicon.language != "tr" or place >= one.content_first:
        return False
    behind = next((i for i in range(place, view.size) if view.time_at[i] is None), view.size)
    for i in range(behind, min(one.content_first, behind + _WITHIN)):
        form = view.form(i)
        if view.is_break(i) or view.is_comma(i):
            return False
        if form.endswith(_SHALL) or (form.startswith(_INTENDED) and form.endswith(_DOING)):
            return True
    return False
