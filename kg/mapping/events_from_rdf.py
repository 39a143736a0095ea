"""The quads of a claim's graph -> the claim's event, its reporters and its time.

In:  the facts of one claim's graph, the names of the article's actors and places, and what the
     article's graph says of the claim or part. Out: a Statement, Meeting or RedLine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast, get_args

from kg.errors import MappingError
from kg.mapping.facts import Facts
from kg.mapping.terms import read_day
from kg.model.claim import About, Claim, Conveyed, Meeting, RedLine, Statement
from kg.model.timespan import TimeSpan
from kg.vocabulary import CLM, RDF, Commitment, Conveyance

_REPORTS = "reports"
_NO_COMMITMENT: Commitment = "asserts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of the article's actors and places by IRI, in the order of the article's lists."""

    actors: Mapping[str, str]
    locations: Mapping[str, str]

    def actor(self, iri: str) -> str:
        """Return an actor's name. MappingError when the article does not list it."""
        return self._name(self.actors, iri)

    def location(self, iri: str) -> str:
        """Return a place's name. MappingError when the article does not list it."""
        return self._name(self.locations, iri)

    def in_order(self, iris: Iterable[str]) -> tuple[str, ...]:
        """Return the names of several actors in the order of the article's list."""
        return tuple(self.actor(iri) for iri in sorted(iris))

    @staticmethod
    def _name(names: Mapping[str, str], iri: str) -> str:
        if iri not in names:
            raise MappingError(f"A claim names <{iri}>, which its article does not list.")
        return names[iri]


def read_event(
    iri: str, graph: Facts, names: Names, own: Mapping[str, Any], *, within: Statement | None = None
) -> Claim:
    """Read the event of the claim `iri`, or of the part `iri` of the statement claim `within`.

    `own` holds the fields that the article's graph gives. Raises MappingError.
    """
    if within is None:
        commitment, first = _only_conveyed(iri, graph)
        via, event = _follow_reports(first, graph)
        return _typed(iri, event, graph, names, {**own, "commitment": commitment}, via=via)
    event = graph.need(iri, CLM.tells)
    commitment = _commitment_of(within, event)
    return _typed(iri, event, graph, names, {**own, "commitment": commitment}, within=within)


def _only_conveyed(iri: str, graph: Facts) -> tuple[Commitment, str]:
    conveyed = [(c, e) for c in get_args(Commitment) for e in graph.nodes(iri, CLM[c])]
    if len(conveyed) != 1:
        raise MappingError(f"<{iri}> conveys {len(conveyed)} events; a claim conveys exactly one.")
    return conveyed[0]


def _follow_reports(first: str, graph: Facts) -> tuple[tuple[str, ...], str]:
    """Return the IRIs of the reporters, outermost first, and the statement or event below them."""
    reports: list[str] = []
    event = first
    while graph.code(event, CLM.kind) == _REPORTS:
        if event in reports:
            raise MappingError(f"The reports below <{first}> go round in a circle.")
        reports.append(event)
        event = graph.need(event, CLM.asserts)
    return tuple(graph.need(report, CLM.speaker) for report in reports), event


def _commitment_of(statement: Statement, event: str) -> Commitment:
    """Return how a statement stands to a part's event; one it was only said at is presupposed."""
    for conveyed in statement.conveys:
        if conveyed.event == event:
            known = conveyed.commitment in get_args(Commitment)
            return cast(Commitment, conveyed.commitment) if known else "declares"
    if statement.said_at == event:
        return _NO_COMMITMENT
    raise MappingError(f"<{statement.iri}> has a part about <{event}>, which it does not convey.")


def _typed(
    iri: str,
    event: str,
    graph: Facts,
    names: Names,
    own: dict[str, Any],
    *,
    via: tuple[str, ...] = (),
    within: Statement | None = None,
) -> Claim:
    own |= {"event": event, "time": _time(event, graph)}
    if graph.has(event, RDF.type, CLM.Statement) and within is None:
        return _statement(event, graph, names, own, via)
    if graph.has(event, RDF.type, CLM.Meeting) and not via:
        return _meeting(event, graph, names, own, within)
    if graph.has(event, RDF.type, CLM.RedLine) and within:
        return _redline(event, graph, names, own, within)
    raise MappingError(f"<{iri}> is about <{event}>, which its graph does not describe.")


def _statement(
    event: str, graph: Facts, names: Names, own: dict[str, Any], via: tuple[str, ...]
) -> Statement:
    speaker = graph.one(event, CLM.speaker)
    return Statement(
        **own,
        speaker=names.actor(speaker) if speaker else None,
        via=tuple(names.actor(i) for i in via),
        act=cast(Any, graph.code(event, CLM.kind)),
        addressees=names.in_order(graph.nodes(event, CLM.addressee)),
        content=graph.need(event, CLM.content),
        quote=graph.one(event, CLM.quote),
        condition=graph.one(event, CLM.condition),
        about=tuple(_about(i, names) for i in _abouts(event, graph, names)),
        said_at=graph.one(event, CLM.saidAt),
        conveys=_conveyed(event, graph),
    )


def _abouts(event: str, graph: Facts, names: Names) -> list[str]:
    return sorted(graph.nodes(event, CLM.about), key=lambda i: (i in names.locations, i))


def _about(iri: str, names: Names) -> About:
    if iri in names.locations:
        return About(kind="location", name=names.location(iri))
    return About(kind="actor", name=names.actor(iri))


def _conveyed(event: str, graph: Facts) -> tuple[Conveyed, ...]:
    found = [(e, c) for c in get_args(Conveyance) for e in graph.nodes(event, CLM[c])]
    return tuple(Conveyed(event=e, commitment=c) for e, c in sorted(found))


def _meeting(
    event: str, graph: Facts, names: Names, own: dict[str, Any], within: Statement | None
) -> Meeting:
    place = graph.one(event, CLM.location)
    return Meeting(
        **own,
        participants=names.in_order(graph.nodes(event, CLM.participant)),
        incomplete=graph.true(event, CLM.incomplete),
        mediators=names.in_order(graph.nodes(event, CLM.mediator)),
        place=names.location(place) if place else None,
        venue=graph.one(event, CLM.venue),
        status=cast(Any, graph.code(event, CLM.meetingStatus)),
        topic=graph.one(event, CLM.topicText),
        under=within.iri if within else None,
    )


def _redline(
    event: str, graph: Facts, names: Names, own: dict[str, Any], within: Statement
) -> RedLine:
    trigger = graph.one(event, CLM.trigger)
    place = graph.one(trigger, CLM.location) if trigger else None
    return RedLine(
        **own,
        declared_by=within.speaker,
        declared_to=within.addressees,
        via=within.via,
        trigger_text=graph.need(event, CLM.triggerText),
        trigger=trigger,
        trigger_kind=graph.code(trigger, CLM.kind) if trigger else None,
        trigger_place=names.location(place) if place else None,
        said_at=within.said_at,
        under=within.iri,
    )


def _time(event: str, graph: Facts) -> TimeSpan | None:
    iri = graph.one(event, CLM.time)
    if iri is None:
        return None
    earliest, latest = graph.one(iri, CLM.earliest), graph.one(iri, CLM.latest)
    offset = graph.one(iri, CLM.offsetDays)
    return TimeSpan(
        text=graph.one(iri, CLM.timeText),
        earliest=read_day(earliest) if earliest else None,
        latest=read_day(latest) if latest else None,
        precision=cast(Any, graph.code(iri, CLM.precision)),
        extent=cast(Any, graph.code(iri, CLM.extent)),
        basis=cast(Any, graph.code(iri, CLM.basis)),
        tense=cast(Any, graph.code(iri, CLM.tense)),
        offset_days=_offset(offset) if offset else None,
    )


def _offset(text: str) -> tuple[int, int]:
    first, _, last = text.partition("/")
    try:
        return int(first), int(last)
    except ValueError as error:
        raise MappingError(f"{text!r} is no pair of days from publication.") from error
