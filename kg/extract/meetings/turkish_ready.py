"""Read for whose talks a Turkish clause says somebody is ready: "Y ile görüşmeye hazır".

In:  a noun of meeting in the dative, the parts of its clause, who is meant where nobody is named.
Out: who would meet, None where nobody is ready for anything.
    "X, Y ile Oslo'da müzakerelere hazır olduğunu duyurdu"   X and Y, proposed
    "Görüşmeler için salon hazır"                            nobody
"""

from collections.abc import Callable

from kg.extract.meetings.base import count_parties, distinct
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.meetings.turkish_status import Telling
from kg.extract.meetings.turkish_words import MeetingHit
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party

_READY = endings_of("tr", "ready_for_talks")
_IS_NOT = words_of("tr", "is_not")
_OTHERWISE = words_of("tr", "open_to_no_talks")
_NEAR = 2


def ready_for(
    view: View, hit: MeetingHit, parts: Parts, telling: Telling, elided: Callable[[], list[Party]]
) -> list[Party] | None:
    """Return those of talks that one of them is ready for, or not."""
    if hit.case != "dative" or not (parts.with_ or parts.between):
        return None
    near = range(hit.last + 1, min(view.size, hit.last + 1 + _NEAR))
    at = next((i for i in near if view.form(i).startswith(_READY)), None)
    if at is None or view.form(at + 1) in _OTHERWISE:
        return None
    ahead = [p for p in parts.subjects if p not in parts.with_]
    who = [*parts.between] or [*(parts.owners or ahead or elided()), *parts.with_]
    parties = distinct([*who, *parts.with_])
    if count_parties(parties) < 2:
        return None
    behind = view.form(at + 1)
    denied = behind in _IS_NOT or is_negated(behind)
    telling.status, telling.tense = "proposed", "future"
    telling.commitment = "denies" if denied else "anticipates"
    telling.reference, telling.fresh = False, True
    return parties
