"""Tell where an Arabic meeting took place by where they had come: سافر A إلى روما والتقى B.

In:  a view and what was found of the meeting. Out: the place, None where nobody came anywhere.
"""

from collections.abc import Callable

from kg.extract.meetings.base import Found
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_CAME = words_of("ar", "came_to_meet")
_VISITED = words_of("ar", "visited_and_met")
_TO = words_of("ar", "to_where_they_came")
_IN = ("في", "وفي")
_CAME_WITHIN = 14
_FRONTS = ((), ("و",), ("ف",), ("ل",))


def arrived_in_arabic(
    view: View, found: Found, host: Callable[[int], Told | None]
) -> Mention | None:
    """Return the town somebody had come to, where a meeting behind it in the clause tells none."""
    draft = found.draft
    if draft.place is not None or draft.each or draft.visit or not draft.face_to_face:
        return None
    if draft.pointing or draft.there or host(found.cue[0]) is not found.host:
        return None
    if (town := _told_first(view, found)) is not None:
        return town
    for mention in reversed(view.mentions):
        if mention.last >= found.cue[0] or mention.category not in ("place", "either"):
            continue
        if host(mention.first) is not found.host or mention in draft.participants:
            return None
        return mention if _is_goal(view, mention) else None
    return None


def _told_first(view: View, found: Found) -> Mention | None:
    """Return the town of "في أكرا، أشاد A بالعلاقات لدى استقباله B": where all of it happened."""
    town = view.mention_from(1) if view.form(0) in _IN else None
    if town is None or town.category not in ("place", "either") or not view.is_comma(town.last + 1):
        return None
    told_of = found.host is not None and found.host.attribution.clausal
    return None if told_of or town in found.draft.participants else town


def came_and(view: View, i: int) -> bool:
    """True at the second verb of "زار روما وبحث مع فلان": who came there talked with him."""
    if view.lexicon.language != "ar" or not any(r.proclitics == ("و",) for r in view.readings(i)):
        return False
    for k in range(i - 1, max(-1, i - _CAME_WITHIN), -1):
        if view.is_stop(k) or view.is_that(k):
            return False
        came = any(r.stem in _CAME and r.proclitics in _FRONTS for r in view.readings(k))
        if came or view.form(k) in _VISITED:
            return True
    return False


def _is_goal(view: View, town: Mention) -> bool:
    """True for the town of "سافر إلى روما", "زار روما"."""
    if view.form(town.first - 1) in _VISITED and not town.proclitics:
        return True
    led = next((k for k in (town.first - 1, town.first - 2) if view.form(k) in _TO), None)
    if led is None or town.proclitics:
        return False
    near = range(max(0, led - _CAME_WITHIN), led)
    return any(r.stem in _CAME and r.proclitics in _FRONTS for k in near for r in view.readings(k))
