"""Where the tellings of one event contradict one another.

In:  the tellings of an event, the entities. Out: names of the facts on which two of them differ.
What one leaves unsaid, tells less precisely (Azerbaijan, Baku) or in words that cannot be compared
is no contradiction; neither is a plan that a later article reports as done.
"""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Literal, get_args

from kg.model.claim import Meeting
from kg.query.entities import Entities
from kg.query.telling import EventView, Telling
from kg.query.when import telling_time
from kg.vocabulary import MeetingStatus

Fact = Literal["denial", "day", "place", "participants", "speaker", "addressee", "status"]
FACTS: tuple[Fact, ...] = get_args(Fact)

_AHEAD = ("planned", "proposed", "postponed")
_STAGES = {"planned": "ahead", "proposed": "ahead", "held": "happens", "ongoing": "happens"}


def event_differences(event: EventView, entities: Entities) -> tuple[Fact, ...]:
    """Return the facts on which articles differ, or that somebody denies, in a fixed order."""
    found: list[Fact] = ["denial"] if is_denied(event) and is_asserted(event) else []
    pairs = list(combinations(_compared(event), 2))
    found += [fact for fact, differ in _CHECKS.items() if _any(pairs, differ, entities)]
    return tuple(found)


def contradicting(event: EventView, entities: Entities) -> dict[Fact, frozenset[str]]:
    """Return, for each fact on which tellings differ, the claims that another contradicts.

    On whether it is so, a denial stands against all; of what only a statement denies, the tellings
    are as they are and none is listed.
    """
    found: dict[Fact, set[str]] = {}
    for one, other in combinations(_compared(event), 2):
        for fact, differ in _CHECKS.items():
            if differ(one, other, entities):
                found.setdefault(fact, set()).update((one.claim.iri, other.claim.iri))
    denying = {t.claim.iri for t in event.tellings if t.claim.commitment == "denies"}
    if denying and is_asserted(event):
        found["denial"] = {t.claim.iri for t in event.tellings}
    return {fact: frozenset(claims) for fact, claims in found.items()}


def _compared(event: EventView) -> tuple[Telling, ...]:
    return tuple(t for t in event.leads if not _overtaken(t, event.leads))


def is_denied(event: EventView) -> bool:
    """True when a telling or a statement denies it."""
    return any(t.claim.commitment == "denies" for t in event.tellings) or any(
        r.commitment == "denies" for r in event.reaches
    )


def is_asserted(event: EventView) -> bool:
    """True when a telling or a statement has it as a fact."""
    return any(t.claim.commitment in ("asserts", "declares") for t in event.tellings) or any(
        r.commitment not in ("denies", "anticipates", "reactsTo") for r in event.reaches
    )


def status_of(telling: Telling) -> MeetingStatus | None:
    """Return the status of a meeting, None for other kinds."""
    return telling.claim.status if isinstance(telling.claim, Meeting) else None


_Differ = Callable[[Telling, Telling, Entities], bool]


def _any(pairs: Sequence[tuple[Telling, Telling]], differ: _Differ, entities: Entities) -> bool:
    return any(differ(one, other, entities) for one, other in pairs)


def _overtaken(telling: Telling, tellings: tuple[Telling, ...]) -> bool:
    """A plan of which a later article says what became of it."""
    if status_of(telling) not in _AHEAD or telling.published is None:
        return False
    return any(
        t.published is not None
        and t.published > telling.published
        and status_of(t) != status_of(telling)
        for t in tellings
    )


def _days(one: Telling, other: Telling, _: Entities) -> bool:
    first, second = telling_time(one), telling_time(other)
    if first is None or second is None or not (first.dated and second.dated):
        return False
    return bool(
        (first.latest and second.earliest and first.latest < second.earliest)
        or (second.latest and first.earliest and second.latest < first.earliest)
    )


def _places(one: Telling, other: Telling, entities: Entities) -> bool:
    first, second = one.place, other.place
    return first is not None and second is not None and not entities.same_place(first, second)


def _participants(one: Telling, other: Telling, entities: Entities) -> bool:
    if not isinstance(one.claim, Meeting) or not isinstance(other.claim, Meeting):
        return False
    first, second = one.participants, other.participants
    if not first or not second:
        return False
    return (not other.claim.incomplete and not _covered(first, second, entities)) or (
        not one.claim.incomplete and not _covered(second, first, entities)
    )


def _speakers(one: Telling, other: Telling, entities: Entities) -> bool:
    if isinstance(one.claim, Meeting) or one.speaker is None or other.speaker is None:
        return False
    return not entities.same_actor(one.speaker, other.speaker)


def _addressees(one: Telling, other: Telling, entities: Entities) -> bool:
    first, second = one.addressees, other.addressees
    if not first or not second:
        return False
    return not (_covered(first, second, entities) and _covered(second, first, entities))


def _statuses(one: Telling, other: Telling, _: Entities) -> bool:
    first, second = status_of(one), status_of(other)
    if first is None or second is None:
        return False
    return _STAGES.get(first, first) != _STAGES.get(second, second)


def _covered(some: Sequence[str], others: Sequence[str], entities: Entities) -> bool:
    return all(any(entities.same_actor(a, b) for b in others) for a in some)


_CHECKS: dict[Fact, _Differ] = {
    "day": _days,
    "place": _places,
    "participants": _participants,
    "speaker": _speakers,
    "addressee": _addressees,
    "status": _statuses,
}
