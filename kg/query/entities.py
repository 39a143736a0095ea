"""Actors and places as all articles together name them, and who belongs to whom.

In:  the extractions of the live articles. Out: one value for each actor and place, by IRI, its
labels merged; the chain of sides above an actor, of places around a place.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction

_Entity = TypeVar("_Entity", Actor, Location)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entities:
    """Every actor and place of a snapshot, by IRI.

    `languages` is the language of the first article (by IRI) that names it: the language of the
    words used for what has no label.
    """

    actors: Mapping[str, Actor]
    places: Mapping[str, Location]
    languages: Mapping[str, str]

    @classmethod
    def gather(cls, extractions: Iterable[Extraction]) -> "Entities":
        """Collect and merge; the order in which articles come does not matter."""
        actors: dict[str, Actor] = {}
        places: dict[str, Location] = {}
        languages: dict[str, str] = {}
        for extraction in sorted(extractions, key=lambda e: e.article.iri):
            for actor in (*extraction.actors, *extraction.context_actors):
                actors[actor.iri] = _merge_actor(actors.get(actor.iri), actor)
                languages.setdefault(actor.iri, extraction.article.language)
            for place in (*extraction.locations, *extraction.context_locations):
                places[place.iri] = _merge_place(places.get(place.iri), place)
                languages.setdefault(place.iri, extraction.article.language)
        return cls(actors=actors, places=places, languages=languages)

    def actor_line(self, iri: str) -> tuple[str, ...]:
        """Return the actor and all it belongs to, innermost first."""
        return _line(iri, lambda i: self.actors[i].belongs_to if i in self.actors else None)

    def place_line(self, iri: str) -> tuple[str, ...]:
        """Return the place and all that hold it, innermost first."""
        return _line(iri, lambda i: self.places[i].within if i in self.places else None)

    def side_of(self, actor_iri: str) -> str:
        """Return the outermost body the actor belongs to; the actor itself when there is none."""
        return self.actor_line(actor_iri)[-1]

    def same_actor(self, one: str, other: str) -> bool:
        """True when two articles may mean the same party by these two.

        One may belong to the other (a ministry and its state). What is not linked cannot be told
        from another party of the same side, nor from anybody when its side is not known.
        """
        if one in self.actor_line(other) or other in self.actor_line(one):
            return True
        loose = [i for i in (one, other) if not self.actors[i].linked]
        if not loose:
            return False
        alone = any(len(self.actor_line(i)) == 1 for i in loose)
        return alone or self.side_of(one) == self.side_of(other)

    def same_place(self, one: str, other: str) -> bool:
        """True when one place holds the other, or one of them is not linked."""
        if one in self.place_line(other) or other in self.place_line(one):
            return True
        return not (self.places[one].linked and self.places[other].linked)


def _line(iri: str, holder_of: Callable[[str], str | None]) -> tuple[str, ...]:
    line = [iri]
    while (holder := holder_of(line[-1])) is not None and holder not in line:
        line.append(holder)
    return tuple(line)


def _merge_actor(known: Actor | None, new: Actor) -> Actor:
    if known is None:
        return replace(new, mentions=())
    return replace(
        known,
        labels=_labels(known, new),
        belongs_to=known.belongs_to or new.belongs_to,
        matches=tuple(sorted({*known.matches, *new.matches})),
    )


def _merge_place(known: Location | None, new: Location) -> Location:
    if known is None:
        return replace(new, mentions=())
    return replace(
        known,
        labels=_labels(known, new),
        within=known.within or new.within,
        matches=tuple(sorted({*known.matches, *new.matches})),
        latitude=new.latitude if known.latitude is None else known.latitude,
        longitude=new.longitude if known.longitude is None else known.longitude,
    )


def _labels(known: _Entity, new: _Entity) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((dict(new.labels) | dict(known.labels)).items()))
