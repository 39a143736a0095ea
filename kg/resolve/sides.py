"""Tell of which states those are who take part in a meeting, by all that an article says of them.

In:  the sentences of an article, a party. Out: the id of its state, None where it is not known.
"""

from collections.abc import Collection, Iterable, Sequence

from kg.lexicon.gazetteer import load_gazetteer
from kg.model.draft import Party, ReadSentence, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import surname_of


class Sides:
    """The states of everybody in one article."""

    def __init__(self, sentences: Sequence[ReadSentence]) -> None:
        self._known = {
            surname_of(m): m.side for r in sentences for m in r.actors if m.person and m.side
        }

    def of_all(self, parties: Iterable[Party]) -> list[str | None]:
        """Return the state of each party that is named, in their order."""
        return [self.of(m) for m in mentions_of(parties)]

    def are_home(self, parties: Iterable[Party], home: Collection[str | None]) -> bool:
        """Return whether one is of that state, or holds an office of which no state is told."""
        return any(
            side in home if (side := self.of(m)) is not None else m.role is not None
            for m in mentions_of(parties)
        )

    def of(self, mention: Mention) -> str | None:
        """Return the state itself, that of an office, a body or a person."""
        side = mention.side
        if side is None and mention.person:
            side = self._known.get(surname_of(mention))
        if side is None and mention.kind == "state":
            side = mention.gazetteer_id
        entry = load_gazetteer().entry(side) if side else None
        while entry is not None and entry.kind != "state" and entry.side:
            side = entry.side
            entry = load_gazetteer().entry(side)
        return side
