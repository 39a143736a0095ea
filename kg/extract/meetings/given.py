"""Read to whom a meal or an audience was given: "gave a dinner in Madrid for X", "granted X one".

In:  an English verb that gives, with what it gives among the row's `needs`. Out: the tokens of the
meal, which tell no meeting of their own, and the guest.
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.words import VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_WITHIN = 14
_FOR = frozenset({"for", "to", "of"})
_FRONTS = words_of("en", "in_front_of_a_guest")


def read_given(view: View, hit: VerbHit) -> tuple[range, Mention | None]:
    """Return the tokens of what was given, and whom it was given to."""
    given, guest = range(0), _person_at(view, hit.last + 1)
    for k in range(hit.last + 1, min(view.size, hit.last + _WITHIN)):
        if view.is_stop(k) or view.tokens[k].text in ";:":
            break
        length = hit.verb.needs.length_at(view.tokens, k) if hit.verb.needs else 0
        if length and not given:
            given = range(k, k + length)
        elif given and k >= given.stop and view.form(k) in _FOR and view.time_at[k] is None:
            guest = guest or _person_at(view, k + 1)
    return given, guest


def _person_at(view: View, i: int) -> Mention | None:
    """Return who is named from `i` on: "the visiting X", "Paraguay's X", "his guest, X"."""
    while view.form(i) in _FRONTS and view.mention_from(i) is None:
        i += 1
    found = view.mention_from(i)
    if found is not None and view.form(found.last + 1) in ("'s", "’s", "'", "’"):
        owned = view.mention_from(found.last + 2)
    else:
        owned = view.mention_from(found.last + 1) if found is not None else None
    named = next((m for m in (owned, found) if m is not None and (m.person or m.role)), None)
    if named is not None and named.role and not named.person and view.is_comma(named.last + 1):
        behind = view.mention_from(named.last + 2)
        return behind if behind is not None and behind.person else named
    return named if named is not None and can_act(named) else None
