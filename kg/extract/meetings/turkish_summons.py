"""Tell to whom a Turkish envoy is called: "X büyükelçisi bakanlığa çağrıldı".

In:  a view, the verb of calling, the parts of its clause, who is called and by whom. Out: who met,
None where no ministry calls. "Bakanlığa" alone is that of the state that calls, or of the state in
whose capital the envoy serves; where neither is told the envoy alone is known. A capital that calls
for its state is where they met.
"""

from collections.abc import Sequence

from kg.extract.attribution import unlinked_mention
from kg.extract.meetings.base import distinct
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_words import MeetingHit
from kg.extract.turkish_ministries import is_recalled, ministry_of, state_of_post
from kg.extract.view import View
from kg.lexicon.grammar import endings_of
from kg.model.draft import Party
from kg.model.mention import Mention

_NEAR = 6
_MINISTRY = endings_of("tr", "ministry")
_OFFICE = endings_of("tr", "office_of_the_caller")


def summoned(
    view: View,
    start: int,
    hit: MeetingHit,
    parts: Parts,
    people: Sequence[Party],
    callers: Sequence[Party],
) -> list[Party] | None:
    """Return the envoy and who called him in; None for a call to somewhere else."""
    if is_recalled(view, hit.first):
        return None
    near = range(max(start, hit.first - _NEAR), hit.first)
    word = next((i for i in near if view.form(i).startswith(_MINISTRY) and _is_body(view, i)), None)
    named = [g for g in parts.goals if g.kind == "ministry"]
    bodies = [p for p in callers if isinstance(p, Mention) and p.kind == "ministry"]
    office = any(view.form(i).startswith(_OFFICE) for i in near) and bool(callers)
    if not people or (word is None and not (named or bodies or office)):
        return None
    state = _caller_state(callers) or state_of_post(view, people)
    ministry = named[0] if named else None
    if _are_persons(callers) and not (ministry is not None and ministry.gazetteer_id):
        return distinct([*people, *callers])  # "Bakan X, Y'yi bakanlığa çağırdı"
    if ministry is not None and not ministry.side:
        ministry = ministry_of(ministry, state)
    elif ministry is None and word is not None and not bodies and not _are_persons(callers):
        bare = unlinked_mention(view, word, word)
        ministry = ministry_of(bare, state) if bare is not None and state else None
    _place_at_capital(parts, callers)
    if ministry is not None and not bodies:
        return distinct([*people, ministry])
    return distinct([*people, *callers])


def _is_body(view: View, i: int) -> bool:
    """False for the word of somebody's office: "Dışişleri Bakanı X'i davet etti"."""
    known = view.mention_at[i]
    return known is None or not (known.person or known.human)


def _are_persons(callers: Sequence[Party]) -> bool:
    return any(not isinstance(p, Mention) or p.person or p.human for p in callers)


def _caller_state(callers: Sequence[Party]) -> str | None:
    """Return the state that calls by its own name or that of its capital."""
    for party in callers:
        if isinstance(party, Mention) and party.category == "either":
            return party.side or party.gazetteer_id
    return None


def _place_at_capital(parts: Parts, callers: Sequence[Party]) -> None:
    """ "Ankara, X'i bakanlığa çağırdı": there."""
    for party in callers:
        capital = isinstance(party, Mention) and party.category == "either" and party.side
        if capital and isinstance(party, Mention) and parts.place is None:
            parts.place = party
