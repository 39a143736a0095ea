"""What all tellings of an event come to: its time, commitment, status, who stands where.

In:  an `EventView` and the entities. Out: `EventFacts`. Nothing here is in words: see wording.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from kg.model.claim import Meeting, Statement
from kg.query.differences import (
    Fact,
    event_differences,
    is_asserted,
    is_denied,
    status_of,
)
from kg.query.entities import Entities
from kg.query.suggestions import count_texts
from kg.query.telling import EventView, Telling
from kg.query.when import When, choose_time
from kg.vocabulary import MeetingStatus

CommitmentWord = Literal["asserted", "denied", "anticipated", "mixed"]

# A statement or red line without a resolved speaker stands on a lane of its own, of this id.
UNRESOLVED = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EventFacts:
    """An event in sum.

    `status` is that of the newest telling; `via` the fewest reporters between an article and the
    speaker (for a meeting: between an article and the fact); `attributed`: no article tells it on
    its own word. `speaker` is "" when not resolved, None for a meeting; `deniers` are the actors
    who deny it; `differences` the facts on which articles contradict one another; `texts` how many
    texts its articles are, an agency's story in several outlets being one; `heard` and
    `spoken` the first and last publication, as day numbers.
    """

    event: EventView
    when: When | None
    commitment: CommitmentWord
    status: MeetingStatus | None
    via: int
    attributed: bool
    unnamed: bool
    conditional: bool
    speaker: str | None
    addressees: tuple[str, ...]
    participants: tuple[str, ...]
    mediators: tuple[str, ...]
    deniers: frozenset[str]
    differences: tuple[Fact, ...]
    records: frozenset[str]
    articles: frozenset[str]
    texts: int
    heard: int | None
    spoken: int | None


def first_named(facts: EventFacts) -> str | None:
    """Return who speaks, or the first of those who met; None when nobody is known."""
    if facts.event.kind == "meeting":
        return next(iter(facts.participants), None)
    return facts.speaker or None


def event_facts(
    event: EventView, entities: Entities, copies: Mapping[str, str] = MappingProxyType({})
) -> EventFacts:
    """Sum up an event; `copies` leads articles to the first one of their text."""
    tellings = event.tellings
    speaker = _speaker(event, entities)
    leads = event.leads
    via = min(_distance(t) for t in leads)
    heard = tellings[0].published
    articles = frozenset(
        [t.article.iri for t in tellings] + [r.telling.article.iri for r in event.reaches]
    )
    return EventFacts(
        event=event,
        when=choose_time(leads),
        commitment=_commitment(event),
        status=_status(tellings),
        via=via,
        attributed=via > 0,
        unnamed=_unnamed(speaker, entities),
        conditional=any(isinstance(t.claim, Statement) and t.claim.condition for t in tellings),
        speaker=speaker,
        addressees=_gather((t.addressees for t in leads), entities),
        participants=_gather((t.participants for t in tellings), entities),
        mediators=_gather((t.mediators for t in tellings), entities),
        deniers=_deniers(event),
        differences=event_differences(event, entities),
        records=frozenset(
            [t.record.iri for t in tellings] + [r.telling.record.iri for r in event.reaches]
        ),
        articles=articles,
        texts=count_texts(event, articles, copies),
        heard=heard.ordinal if heard else None,
        spoken=_spoken(event),
    )


def _spoken(event: EventView) -> int | None:
    told = (*event.tellings, *(reach.telling for reach in event.reaches))
    return max((t.published.ordinal for t in told if t.published is not None), default=None)


def _commitment(event: EventView) -> CommitmentWord:
    asserted, denied = is_asserted(event), is_denied(event)
    if asserted and denied:
        return "mixed"
    if denied:
        return "denied"
    if asserted:
        return "asserted"
    anticipated = any(t.claim.commitment == "anticipates" for t in event.tellings)
    return "anticipated" if anticipated else "asserted"


def _status(tellings: tuple[Telling, ...]) -> MeetingStatus | None:
    dated = [t for t in tellings if t.published is not None]
    return status_of((dated or tellings)[-1])


def _distance(telling: Telling) -> int:
    """How many voices stand between the article and the speaker, or the fact of a meeting."""
    if telling.statement is None:
        return 0
    return len(telling.statement.via) + isinstance(telling.claim, Meeting)


def _speaker(event: EventView, entities: Entities) -> str | None:
    """Of the speakers that tellings give, the first that is named, else any, else unresolved."""
    if event.kind == "meeting":
        return None
    speakers = [s for s in (t.speaker for t in event.leads) if s is not None]
    named = [s for s in speakers if not entities.actors[s].unnamed]
    return next(iter([*named, *speakers]), UNRESOLVED)


def _unnamed(speaker: str | None, entities: Entities) -> bool:
    if speaker is None:
        return False
    return speaker == UNRESOLVED or entities.actors[speaker].unnamed


def _gather(groups: Iterable[tuple[str, ...]], entities: Entities) -> tuple[str, ...]:
    """Put the actors of all tellings together, each party once.

    A ministry that another article names as its state is the same party, not a third one.
    """
    found: list[str] = []
    for group in groups:
        known = tuple(found)
        found += [
            iri
            for iri in dict.fromkeys(group)
            if iri not in known and not any(entities.same_actor(iri, k) for k in known)
        ]
    return tuple(found)


def _deniers(event: EventView) -> frozenset[str]:
    reaching = [r.telling.speaker for r in event.reaches if r.commitment == "denies"]
    telling = [
        t.speaker
        for t in event.tellings
        if isinstance(t.claim, Meeting) and t.claim.commitment == "denies"
    ]
    return frozenset(s for s in reaching + telling if s is not None)
