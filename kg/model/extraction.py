"""Everything found in one article: the value that walks from resolve to mapping, and to JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.article import Article
from kg.model.claim import Claim, Meeting, RedLine, Statement
from kg.model.entity import Actor, Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """An article with its actors, locations and claims.

    Claims stand in the order of the text (by first evidence, then IRI). Actors and locations stand
    by first mention as extraction finds them; read back from a store, which keeps no mentions, they
    and every list of them stand in the order of their IRIs (kg.mapping.canonical).
    `context_actors` and `context_locations` are linked entities that the article does not name but
    its own belong to (the state of a ministry, the country of a capital); they are stored so that
    sides can be followed, and are not part of the JSON. `warnings` are sentences for the reader,
    not stored.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    claims: tuple[Claim, ...] = ()
    context_actors: tuple[Actor, ...] = ()
    context_locations: tuple[Location, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def statements(self) -> Iterator[Statement]:
        """The statements, in order."""
        return (c for c in self.claims if isinstance(c, Statement))

    @property
    def meetings(self) -> Iterator[Meeting]:
        """The meetings, in order."""
        return (c for c in self.claims if isinstance(c, Meeting))

    @property
    def redlines(self) -> Iterator[RedLine]:
        """The red lines, in order."""
        return (c for c in self.claims if isinstance(c, RedLine))

    def actor(self, name: str) -> Actor | None:
        """Return the actor of that name, if listed."""
        return next((a for a in self.actors if a.name == name), None)

    def location(self, name: str) -> Location | None:
        """Return the location of that name, if listed."""
        return next((p for p in self.locations if p.name == name), None)
