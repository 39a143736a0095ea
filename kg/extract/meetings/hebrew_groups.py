"""Read groups of several sides that a Hebrew verb of meeting has for its subject.

In:  a view and a token beside the verb. Out: a pointer to the two sides, a group, or None.
    מומחים משתי המדינות, אנשי המכס של שתי המדינות      the two states that were spoken of
    ייפגשו עורכי הדין של המשפחה עם                     a group behind the verb
    השניים ישבו יותר משעה                              how long two sat together
"""

from kg.extract.hebrew_crowds import crowd_from
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_TWO = words_of("he", "two_of_them")
_STATES = words_of("he", "pair_of_states")
_SIDES = words_of("he", "both_sides")
_DURATIONS = words_of("he", "durations")
_LEADS = words_of("he", "meets_somebody")
_LASTING = 6  # words behind "sat": "more than five and a half hours"
_OF = "של"
_LETTERS = ("מ", "ל")


def both_states_to(view: View, last: int) -> Pointer | None:
    """Return the two states of "experts from both states" that ends at token `last`."""
    two = last - 1
    if two < 1 or view.form(last) not in _STATES | _SIDES:
        return None
    form = view.form(two)
    led = form[:1] in _LETTERS and form[1:] in _TWO
    owned = form in _TWO and view.form(two - 1) == _OF and two > 1
    if not (led or owned) or not view.is_word(two - 1):
        return None
    human = False if view.form(last) in _STATES else None
    return Pointer(kind="pair", place=view.tokens[two].start, number="dual", human=human)


def group_behind(view: View, verb: int) -> Mention | None:
    """Return the group of "(on Monday) will meet the family's lawyers with …"."""
    k = verb + 1
    while k < view.size and view.time_at[k] is not None:
        k += 1
    group = crowd_from(view, k, view.size - 1) if k < view.size else None
    return group if group is not None and view.form(group.last + 1) in _LEADS else None


def lasts(view: View, verb: int) -> bool:
    """True for "(the two) sat for more than two hours": behind the verb stands how long."""
    near = range(verb + 1, min(view.size, verb + _LASTING))
    return any(r.stem in _DURATIONS for k in near if view.is_word(k) for r in view.readings(k))


def are_guests(goals: list[Party]) -> bool:
    """True for several whom their host meets himself: his counterparts, or people of one side."""
    if any(isinstance(p, Pointer) and p.kind == "counterpart" for p in goals):
        return True
    if not all(isinstance(p, Mention) for p in goals):
        return False
    people = [p for p in goals if isinstance(p, Mention)]
    sides = {p.side for p in people}
    return any(p.role == "counterpart" for p in people) or (len(sides) == 1 and None not in sides)
