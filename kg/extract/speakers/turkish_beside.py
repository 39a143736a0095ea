"""Tell what stands beside the words said in Turkish from what is part of them: days, media, towns.

In:  a view, where words stand. Out: True for the day of telling; the words said without the medium
("… olduğunu hesabından (yazdı)") or the day and town of telling ("… olduğunu dün Lima'da (dedi)").
    1994'teki muhtırayı, bu yaz yapılacak seçimi, yarın istifa edeceğini   the day of what is told
"""

from collections.abc import Callable, Mapping

from kg.extract.speakers.turkish_listeners import Content
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of

_MEDIA = words_of("tr", "by_which_medium")
_TO_MEDIUM = 5
_OBJECTS = endings_of("tr", "clause_as_object")
_OF_A_TIME = endings_of("tr", "of_a_time")
_AHEAD = words_of("tr", "days_ahead")
_AHEAD_OF_ALL = words_of("tr", "surely_ahead")
_BACK = words_of("tr", "days_gone")
_COMING = endings_of("tr", "clause_of_what_comes")
_DONE = endings_of("tr", "deed_of_a_day")
_UNTIL = words_of("tr", "until")
_NEAR = 3
_TOLD_IN = frozenset({"locative", "instrumental", "ablative"})
_DAYS_OWN = ("ki", "kü")


def tells_when(view: View, i: int, cue: int, said_in: Mapping[str, str]) -> bool:
    """True for the time at token `i` if it may be when somebody spoke, not when a deed was done."""
    words = view.time_at[i]
    last = i
    while last + 1 < cue and view.time_at[last + 1] is words:
        last += 1
    near = range(last + 1, min(cue, last + 1 + _NEAR))
    if any(said_in.get(view.form(k), "").rstrip("+") in _TOLD_IN for k in near):
        return True  # "dün düzenlenen basın toplantısında", not "dünkü toplantının"
    if view.form(last).endswith(_DAYS_OWN) and view.is_word(last + 1):
        return False
    if view.form(last).endswith(_OF_A_TIME) or {view.form(last), view.form(last + 1)} & _UNTIL:
        return False  # "cumaya kadar bekleyeceklerini söyledi"
    for k in near:
        if view.is_comma(k):
            return True
        if view.form(k).endswith(_DONE) and view.mention_at[k] is None:
            return False
    sure = {view.form(k).partition("'")[0] for k in range(i, last + 1)} & _AHEAD_OF_ALL
    return not (sure or (view.form(cue - 1).endswith(_COMING) and _lies_ahead(view, i, last)))


def _lies_ahead(view: View, first: int, last: int) -> bool:
    """True for "gelecek yılın başında", "yarın", "2022'de" in front of what will be."""
    words = view.time_at[first]
    forms = {view.form(k).partition("'")[0] for k in range(first, last + 1)}
    vague = words is not None and words.precision in ("month", "year", "interval")
    return bool(forms & _AHEAD) or (vague and not forms & _BACK)


def cut_medium(view: View, found: Content, at_main: Callable[[int], bool]) -> None:
    """Leave out the end of "… olduğunu sosyal medya hesabından (yazdı)"."""
    last = found.last
    if found.quoted or view.form(last) not in _MEDIA:
        return
    for k in range(last - 1, max(found.first, last - _TO_MEDIUM) - 1, -1):
        if not view.is_word(k) or not at_main(k):
            return
        if view.form(k).endswith(_OBJECTS):
            found.last = k
            return


def cut_day(view: View, found: Content) -> None:
    """Leave out the end of "… olmayacağını dün Varşova'da (açıkladı)"."""
    town = view.mention_to(found.last)
    if found.quoted or town is None or town.case != "locative":
        return
    k = town.first - 1
    while k > found.first and view.time_at[k] is not None:
        k -= 1
    if k < town.first - 1 and view.form(k).endswith(_OBJECTS):
        found.last = k
