"""What an actor or a place has to do with, in short: its newest events by part played, its ties,
how its events lie in time, what else it is called.

In:  a `Source`, an IRI, a reader's `Words`. Out: `Profile`. Nothing here reads more than a page.
Source of the further names: the gazetteer; they are its, not the articles'.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import get_args

from kg.lexicon.gazetteer import load_gazetteer
from kg.model.day import Day
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.filters import Filter
from kg.query.graph import ActorGraph, Way
from kg.query.rows import Row, event_row
from kg.query.source import Choice, Source
from kg.query.telling import EventKind
from kg.query.ties import Edge, EdgeKind, Pair
from kg.query.told import Ref
from kg.query.wording import actor_name
from kg.query.words import Words

_NEWEST = 5
_MOST_TIED = 8
_MOST_NAMES = 12  # in one language
_BARS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Events in which it plays one part: the newest, how many there are, `args` to find them."""

    name: str
    label: str
    rows: tuple[Row, ...]
    total: int
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """Another actor, in how many events, and the filter "pair" that finds these."""

    other: Ref
    events: int
    pair: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What it did with others or others to it, most events first; `more` are left out."""

    name: str
    label: str
    tied: tuple[Tied, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """Events in equal stretches of `days` days from `first` on; the days in words."""

    counts: tuple[int, ...]
    days: int
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All this of one actor or place; `names` are (language, further names)."""

    groups: tuple[Group, ...]
    ties: tuple[Tie, ...]
    spark: Spark | None
    names: tuple[tuple[str, tuple[str, ...]], ...]


# The kind of events, the part in them, by the name of the group.
_OF_ACTOR: Mapping[str, tuple[EventKind, str]] = {
    "said": ("statement", "speaker"),
    "met": ("meeting", "participant"),
    "declared": ("redline", "declarer"),
    "told": ("statement", "addressee"),
    "about": ("statement", "about"),
}
_OF_PLACE: Mapping[str, EventKind] = {
    "meetings": "meeting",
    "redlines": "redline",
    "statements": "statement",
}


def actor_profile(source: Source, iri: str, words: Words) -> Profile:
    """Return the profile of an actor; bodies that belong to it count with it."""
    local = local_name(iri)
    groups = [
        _group(source, words, name, kind, {"actor": local, "role": role})
        for name, (kind, role) in _OF_ACTOR.items()
    ]
    choice = source.select(Filter(actor=(iri,)))
    return Profile(
        groups=tuple(group for group in groups if group.total),
        ties=_ties(source, choice, iri, words),
        spark=_spark(choice, words),
        names=_names(local),
    )


def place_profile(source: Source, iri: str, words: Words) -> Profile:
    """Return the profile of a place; places in it count with it."""
    local = local_name(iri)
    groups = [
        _group(source, words, name, kind, {"place": local}) for name, kind in _OF_PLACE.items()
    ]
    return Profile(
        groups=tuple(group for group in groups if group.total),
        ties=(),
        spark=_spark(source.select(Filter(place=(iri,))), words),
        names=_names(local),
    )


def _group(
    source: Source, words: Words, name: str, kind: EventKind, args: Mapping[str, str]
) -> Group:
    given = {**args, "kind": kind}
    choice = source.select(Filter.parse(given))
    newest = choice.latest(kind, _NEWEST)
    data = source.events(newest)
    return Group(
        name=name,
        label=words.gettext(m.PROFILE[name]),
        rows=tuple(event_row(data, data.facts[iri], words, relative=False) for iri in newest),
        total=choice.total,
        args=given,
    )


def _ties(source: Source, choice: Choice, iri: str, words: Words) -> tuple[Tie, ...]:
    own, graph = {iri, *source.bodies(iri)}, choice.graph()
    found = graph.partners(own, _MOST_TIED)
    parties = {party for _, closest in found.values() for party, _ in closest}
    entities, ways = source.entities(parties), _first_ways(graph, own, parties)
    ties = []
    for name in m.TIES:
        way = _way(name)
        total, closest = found.get(way, (0, []))
        tied = tuple(
            Tied(
                other=Ref(
                    iri=party,
                    href=f"/actors/{local_name(party)}",
                    name=(actor_name(entities, party, words),),
                ),
                events=events,
                pair=_pair(*ways[way, party]),
            )
            for party, events in closest
        )
        if tied:
            label = words.gettext(m.TIES[name])
            ties.append(Tie(name=name, label=label, tied=tied, more=total - len(tied)))
    return tuple(ties)


def _way(name: str) -> Way:
    """The way that a name of a tie is for: "said-by" is "said" done to the actor."""
    return next((kind, name != kind) for kind in get_args(EdgeKind) if name in (kind, f"{kind}-by"))


def _first_ways(
    graph: ActorGraph, own: Collection[str], parties: Collection[str]
) -> dict[tuple[Way, str], Edge]:
    """One tie to each of these for a link: of several the first by their IRIs."""
    found: dict[tuple[Way, str], Edge] = {}
    for edge in graph.among({*own, *parties}):
        one, other, kind = edge
        if (one in own) != (other in own):
            inward = other in own
            key = (kind, inward and kind != "met"), one if inward else other
            found[key] = min(edge, found.get(key, edge))
    return found


def _pair(one: str, other: str, kind: EdgeKind) -> str:
    return str(Pair(local_name(one), local_name(other), kind))


def _spark(choice: Choice, words: Words) -> Spark | None:
    span = choice.span()
    if span is None:
        return None
    first, last = span[0].ordinal, span[1].ordinal
    days = max(1, -(-(last - first + 1) // _BARS))
    counts: Counter[int] = Counter()
    kinds = choice.lanes("kind", days)
    for stretches in kinds.counted(kinds.busiest(kinds.total)).values():
        counts.update(dict(stretches))
    begin, end = first // days, last // days
    return Spark(
        counts=tuple(counts[i] for i in range(begin, end + 1)),
        days=days,
        first=words.format_day(Day.from_ordinal(first)),
        last=words.format_day(Day.from_ordinal(last)),
    )


def _names(local: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    entry = load_gazetteer().entry(local)
    if entry is None:
        return ()
    labels = dict(entry.labels)
    found = []
    for code, names in sorted(entry.names.items()):
        further = [name for name in dict.fromkeys(names) if name != labels.get(code)]
        if further:
            found.append((code, tuple(further[:_MOST_NAMES])))
    return tuple(found)
