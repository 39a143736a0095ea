"""Read English groups that take something up: "EU foreign ministers will discuss it in Rome".

In:  a verb of discussing, what stands around it, its subject. Out: the group, or None.
    ministers, leaders and bodies of several states    where a town or a day says when they sit
    one government, parliaments, the public            discuss without a meeting that is told
"""

from collections.abc import Sequence

from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_NO_MATTER = frozenset({"in", "on", "up"})  # "weighed in on the row"
_NO_DEEDS = words_of("en", "no_deeds")
_SITUATIONS = words_of("en", "situations_in_a_place")
_GATHERING = words_of("en", "who_gather")


def taking_up(
    view: View, hit: VerbHit, parts: Parts, subject: Sequence[Party]
) -> list[Party] | None:
    """Return the ministers of "are to examine the crisis in Rome on Monday"."""
    only = subject[0] if len(subject) == 1 else None
    if view.lexicon.language != "en" or not isinstance(only, Mention) or not gathers(view, only):
        return None
    place = parts.place
    if place is not None and (not is_town(view, place) or _is_of_the_matter(view, place)):
        place = parts.place = None
    if parts.time is None or not _is_dated_here(view, hit, parts) or not _has_matter(view, hit):
        return None
    return [only]


def is_town(view: View, place: Mention) -> bool:
    """True for a town that its state is known of, and for "Santiago, Chile"."""
    inside = range(place.first + 1, place.last)
    return place.side is not None or any(view.is_comma(i) for i in inside)


def _is_dated_here(view: View, hit: VerbHit, parts: Parts) -> bool:
    """True for a day in front of the first comma, or of one behind the day it is itself in."""
    for i in range(hit.last + 1, view.size):
        if view.time_at[i] is not None and view.time_at[i] == parts.time:
            return not _owns(view, i)
        inside = view.mention_at[i] is not None  # "in Santiago, Chile"
        if view.is_comma(i) and not inside and not _names_state(view, i):
            return False
    return any(view.time_at[i] == parts.time for i in range(hit.first) if view.time_at[i])


def _owns(view: View, i: int) -> bool:
    """True for the day of "(discussed) Monday's attack"."""
    return view.tokens[i].text.endswith(("'s", "’s"))


def _has_matter(view: View, hit: VerbHit) -> bool:
    """True for "considered sanctions", not for "considered resigning", "considers it a crime"."""
    first = hit.last + 1
    if view.form(first) in _NO_MATTER:
        return False
    if not view.form(hit.first).startswith("consider"):
        return True
    for i in range(first, view.size):
        if not view.is_word(i) or view.form(i) in view.lexicon.word_set("prepositions"):
            break
        if i > first and view.form(i) in ("a", "an"):
            return False
    return not view.form(first).endswith("ing") or view.form(first) in _NO_DEEDS


def _names_state(view: View, comma: int) -> bool:
    """True for the commas of "in Santiago, Chile, next Wednesday"."""
    around = (view.mention_from(comma + 1), view.mention_to(comma - 1))
    return any(m is not None and m.category in ("place", "either") for m in around)


def gathers(view: View, group: Mention) -> bool:
    """True for ministers of several states, and for bodies that sit: no government alone."""
    if group.person or group.kind == "state" or group.category == "place":
        return False
    words = {view.form(i) for i in range(group.first, group.last + 1)}
    if words & _GATHERING:
        return group.number == "plural"
    return group.kind == "organization" and group.gazetteer_id is not None


def _is_of_the_matter(view: View, place: Mention) -> bool:
    """True for the Gaza of "the war in Gaza": what is discussed is there, not those who do."""
    return view.form(place.first - 2) in _SITUATIONS and view.form(place.last + 1) != ","
