"""Read where an Arabic meeting was by what is told behind it: "، وذلك في مدينة أوسلو".

In:  a view, a meeting found, where its scope ends. Out: the place, None where none is told so.
    التقى A نظيره B، في العاصمة أوسلو             behind a comma
    … وذلك على هامش اجتماع الرابطة في جاكرتا      where the event was beside which they met
    مباحثات أجراها مع B، بقصر الرئاسة في دكار       behind a house that no list has
"""

from kg.extract.meetings.base import Found
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_IN = words_of("ar", "in_a_town")
_AND_THAT = words_of("ar", "and_that_was")
_ON = words_of("ar", "on_the_edge")
_SIDELINES = words_of("ar", "on_the_sidelines")
_HOUSES = words_of("ar", "palaces") | words_of("ar", "houses")
_MATTERS = words_of("ar", "matters_there")
_HOUSE_WORDS = 4
_SIDELINE_WORDS = 14
_FEW_QUOTED = 5  # tokens
_LETTER = ("ب",)
_PLACES = ("place", "either")


def placed_behind(view: View, found: Found, limit: int) -> Mention | None:
    """Return the place told behind those who met; English and calls have none so."""
    draft = found.draft
    if view.lexicon.language != "ar" or draft.place is not None or draft.each or draft.visit:
        return None
    if not draft.face_to_face or not draft.participants:
        return None
    ends = [p.last for p in draft.participants if isinstance(p, Mention)]
    k = max([found.cue[1], *(e for e in ends if found.cue[1] < e <= limit)]) + 1
    opened, room = False, 0  # room: words still to be passed inside a house or beside an event
    housed = False
    while k <= limit and k < view.size:
        if view.is_comma(k) or view.form(k) in _AND_THAT:
            opened, room, k = True, 0, k + 1
            continue
        if room > 0 and (quoted := view.quotation_at[k]) is not None:
            if quoted.last - quoted.first > _FEW_QUOTED:
                return None
            k = quoted.last + 1  # 'رابطة "آسيان"'
            continue
        if not view.is_word(k) or view.is_that(k) or view.quotation_at[k] is not None:
            return None
        if k in view.cue_at and view.mention_at[k] is None and room <= 0:
            return None
        if view.time_at[k] is not None:
            k += 1
            continue
        if view.form(k) in _ON and view.form(k + 1) in _SIDELINES:
            opened, room, k = True, _SIDELINE_WORDS, k + 2
            continue
        if opened and (place := _place_at(view, k, housed=housed)) is not None:
            return place if place not in draft.participants else None
        if opened and _is_house(view, k):
            room, housed, k = max(room, _HOUSE_WORDS), True, k + 1
            continue
        if room <= 0 and not _leads_in(view, k):
            opened = False
        if not opened and view.form(k) not in _AND_THAT and not _and_that_ahead(view, k, limit):
            return None
        room, k = room - 1, k + 1
    return None


def _place_at(view: View, k: int, *, housed: bool) -> Mention | None:
    """Return the place of "في أوسلو", "بأوسلو" at token `k`; no mission of a state is one."""
    led = view.form(k) in _IN
    place = view.mention_from(k + 1) if led else view.mention_from(k)
    fronts = () if led else _LETTER
    if place is None or place.category not in _PLACES or place.proclitics != fronts:
        return None
    if place.category == "either" and place.side is None and not housed:
        return None  # a state in which something is, or whose something is
    matter = any(r.stem in _MATTERS for i in (k - 1, k - 2) for r in view.readings(max(0, i)))
    return place if not matter else None


def _is_house(view: View, k: int) -> bool:
    """True at "بمقر", "في ديوان": a house, whose it is and its town behind it."""
    led = view.form(k - 1) in _IN
    return any(
        r.stem in _HOUSES and r.proclitics == (() if led else _LETTER) for r in view.readings(k)
    )


def _leads_in(view: View, k: int) -> bool:
    """True at "في" in front of a house."""
    return view.form(k) in _IN and _is_house(view, k + 1)


def _and_that_ahead(view: View, k: int, limit: int) -> bool:
    """True where "وذلك" stands further on in the same clause."""
    for i in range(k, min(limit, view.size - 1) + 1):
        if view.form(i) in _AND_THAT:
            return True
        if view.is_that(i) or view.quotation_at[i] is not None:
            return False
    return False
