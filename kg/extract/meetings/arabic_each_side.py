"""Tell apart those whom Arabic names together as the parties of a meeting.

In:  a view and the parties as read. Out: the same, with each side for a crowd of several states,
and with the people named behind a pair of offices.
    قادة أرمينيا وأذربيجان، مسؤولون من الهند وباكستان     the states
    رئيسا زامبيا وملاوي، فلان وفلان، …                   the two people
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_OF = words_of("ar", "people_of_states")
_DEPUTIES = words_of("ar", "deputies_with_a_ministry")
_AND = ("و",)
_PAIR = 2
_BETWEEN_BOTH = words_of("ar", "between_both")


def each_side(view: View, parties: Sequence[Party]) -> list[Party]:
    """Return each party alone; those of no crowd and no pair stay as they are."""
    if view.lexicon.language != "ar":
        return list(parties)
    found: list[Party] = []
    for party in parties:
        states: list[Party] = [*_states_of(view, party)]
        found += [s for s in (states or [party]) if not _is_in(s, found)]
    return _named_behind(view, [p for p in found if not _is_second_office(view, p)])


def is_interview(parties: Sequence[Party]) -> bool:
    """True for "في اتصال مع الجزيرة، قال فلان": one who speaks to an outlet meets nobody."""
    media = [p for p in parties if isinstance(p, Mention) and p.kind == "media" and p.gazetteer_id]
    return bool(media) and len(parties) - len(media) < _PAIR


def _is_second_office(view: View, party: Party) -> bool:
    """True for the deputy of "نائب رئيس الوزراء ووزير الخارجية فلان": one man's two offices."""
    if not isinstance(party, Mention) or party.person or not party.role or party.side:
        return False
    held = view.mention_from(party.last + 1)
    if held is None or not (held.role and held.person) or held.proclitics != _AND:
        return False
    return view.form(party.first).removeprefix("و") in _DEPUTIES


def _is_in(party: Party, found: Sequence[Party]) -> bool:
    known = isinstance(party, Mention) and party.gazetteer_id
    return bool(known) and any(isinstance(p, Mention) and p.gazetteer_id == known for p in found)


def _states_of(view: View, party: Party) -> list[Mention]:
    """Return the two states or more that a crowd without names belongs to."""
    if not isinstance(party, Mention) or party.person or party.number != "plural":
        return []
    if party.kind not in ("official", "organization", None) or party.gazetteer_id:
        return []
    if party.side and party.category == "actor":
        own = view.form(party.last)
        first = replace(
            party,
            category="either",
            name=party.side,
            kind="state",
            role=None,
            gazetteer_id=party.side,
            side=None,
        )
        joined = _joined(view, party.last + 1) if own not in _OF else []
        return [first, *joined] if joined else []
    if view.form(party.last + 1) not in _OF:
        return []
    led = view.mention_from(party.last + 2)
    if led is None or led.kind != "state" or led.proclitics:
        return []
    joined = _joined(view, led.last + 1)
    return [led, *joined] if joined else []


def _joined(view: View, i: int) -> list[Mention]:
    """Return the states that "and" joins from token `i` on."""
    states: list[Mention] = []
    while (state := view.mention_from(i)) is not None:
        if state.kind != "state" or state.category != "either" or state.proclitics != _AND:
            break
        states.append(state)
        i = state.last + 1
    return states


def _named_behind(view: View, parties: list[Party]) -> list[Party]:
    """Return the two people of "رئيسا زامبيا وملاوي، فلان وفلان" for their offices."""
    if not 1 <= len(parties) <= _PAIR:
        return parties
    last = parties[-1]
    if isinstance(last, Pointer):
        at = next((i for i, t in enumerate(view.tokens) if t.start == last.place), None)
        end = at if last.kind == "pair" and len(parties) == 1 else None
    else:
        bare = [isinstance(p, Mention) and p.role and not p.person for p in parties]
        dual = len(parties) == _PAIR or last.number == "dual"
        end = last.last if all(bare) and dual else None
    if end is None:
        return parties
    people = _people_behind(view, end + 1)
    return list(people) if people is not None else parties


def _people_behind(view: View, i: int) -> tuple[Mention, Mention] | None:
    """Return A and B of ", A and B," that begins at the comma `i`, or at its first name."""
    i += view.is_comma(i)
    one = view.mention_from(i)
    if one is None or not one.person or one.role or one.proclitics:
        return None
    other = view.mention_from(one.last + 1)
    if other is None or not other.person or other.role or other.proclitics != _AND:
        return None
    return one, other


def without_both(view: View, parties: Sequence[Party]) -> list[Party]:
    """Leave out "both" of "تحدث A وB هاتفيا في أول محادثة بينهما": the two are named."""
    named = [p for p in parties if isinstance(p, Mention)]
    if len(named) != _PAIR:
        return list(parties)
    between = {t.start for t in view.tokens if t.form in _BETWEEN_BOTH}
    return [p for p in parties if isinstance(p, Mention) or p.place not in between]
