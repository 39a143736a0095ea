"""What the index is told: events with their tellings, and the names of actors and places.

In:  made by `kg.query.indexed`, or by a bench. Out: frozen values; days are numbers (days since
1970-01-01, or from publication on the relative axis), actors and places IRIs.
"""

from dataclasses import dataclass
from typing import Literal

Axis = Literal["absolute", "relative"]
LaneKind = Literal["actor", "side", "place", "kind", "source"]
Bounds = tuple[int | None, int | None]
ROLES = ("speaker", "declarer", "addressee", "participant", "mediator", "reporter", "about")
EdgeKind = Literal["met", "said", "warned", "accused", "denied", "redline", "belongs"]
# Those that events make, numbered.
EDGE_KINDS: tuple[EdgeKind, ...] = ("met", "said", "warned", "accused", "denied", "redline")
AXES: tuple[Axis, ...] = ("absolute", "relative")


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingRow:
    """One article's telling of an event.

    `keys` are (dimension, value) pairs that filters and facets ask for. `start` and `end` are the
    days between which it may have been, for filters (`timed` False: it fits no days at all);
    `published` is the day on which its article appeared.
    `actors` have a role in it other than being spoken of; `places` are where it was or what it is
    about. `said`, `names` and `around` are folded words: its own, of who and where, and of the
    passage and headline; `label` are its own words as written ("" for none), `passage` the
    evidence, in `language`.
    """

    claim: str
    record: str
    article: str
    keys: tuple[tuple[str, str], ...]
    published: int | None
    timed: bool
    start: int | None
    end: int | None
    actors: tuple[str, ...]
    places: tuple[str, ...]
    said: str
    names: str
    around: str
    label: str
    passage: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event with all its tellings (never none).

    `keys` as in a telling, but of the event in sum. `when` are its bounds on each axis where it is
    known, `position` its place in the order of the timeline there. `lanes` are the lanes it stands
    on by kind; `edges` (from, to, one of
    EDGE_KINDS) what it adds to the network; `reached` the articles that
    reach it without telling it; `names` all its IRIs; `heard` the first publication; `claims` the
    claims and parts from which all of this follows; `who` who speaks, or the first to take part;
    `spoken` the last publication.
    """

    iri: str
    kind: str
    names: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    when: dict[Axis, Bounds]
    position: dict[Axis, int]
    throughout: bool
    heard: int | None
    lanes: dict[LaneKind, tuple[str, ...]]
    edges: tuple[tuple[str, str, str], ...]
    reached: tuple[str, ...]
    tellings: tuple[TellingRow, ...]
    claims: tuple[str, ...] = ()
    who: str | None = None
    spoken: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """An actor or place: `names` are its labels and aliases, folded; `value` all else, as JSON."""

    iri: str
    kind: Literal["actor", "place"]
    linked: bool
    within: str | None
    names: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article: `stamp` changes when anything of it changes that an event may show.

    `value` is what is known of it as JSON; `claims` are its claims and parts in the order of the
    text, `records` of them claims of record; `mentioned` the actors and places it names or that
    these belong to.
    """

    iri: str
    title: str
    published: int | None
    stamp: str
    value: str = "{}"
    records: int = 0
    claims: tuple["ClaimRow", ...] = ()
    mentioned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim or part: `value` is all of it but the article's text, as JSON."""

    iri: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """Two events, as articles tell them, that may be one; `rank` is higher for a better pair."""

    one: str
    other: str
    rank: int
    value: str
