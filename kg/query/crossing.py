"""Who says that a red line was crossed: statements beside the red lines that they may be about.

In:  a `Source`, an event. Out: the tellings of statements that say so, or deny it, of that line.
A statement is taken to be about a line when the line stands in it; or when the line's owner speaks
or is spoken of, and the words that name the line return in it, or its article tells of no other
line of that owner. What is not is shown for itself: "says that a red line was crossed".
It stays somebody's claim: nothing here says that a line was crossed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon.crossings import claims_crossing
from kg.lexicon.normalise import fold
from kg.model.claim import RedLine, Statement
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.filters import Filter
from kg.query.source import Source
from kg.query.telling import EventView, Telling
from kg.vocabulary import Language

_WORD = re.compile(r"[^\W\d_]+")
_LONG = {"ar": 3, "he": 3, "en": 4, "tr": 4}  # letters of a word that names something
_ALIKE = 0.5
_STEM = 5
# So many statements of a store are looked through, the newest.
MOST_CROSSINGS = 200


@dataclass(frozen=True, slots=True)
class Crossing:
    """A statement that says that a line was crossed; or `denied`: that none was."""

    telling: Telling
    denied: bool


def crossing_said(telling: Telling) -> bool | None:
    """Return whether a statement says that a red line was crossed; None: it does not say."""
    claim = telling.claim
    if not isinstance(claim, Statement):
        return None
    return claims_crossing(claim.content, telling.article.language, claim.act)


class Crossings:
    """The statements of a store that speak of a crossing, ready to be put beside red lines."""

    def __init__(self, dataset: Dataset, events: Iterable[str]) -> None:
        """Take the statements among these events of the dataset."""
        tellings = (t for event in events for t in dataset.facts[event].event.tellings)
        self._said = [
            Crossing(telling, denied=not said)
            for telling in tellings
            if (said := crossing_said(telling)) is not None
        ]
        self._entities = dataset.entities

    @classmethod
    def read(cls, source: Source) -> "Crossings":
        """Return those of a store."""
        events = source.crossing_events(MOST_CROSSINGS)
        return cls(source.events(events), events)

    @classmethod
    def alone(cls, dataset: Dataset, event: str) -> "Crossings":
        """Return those of one event of the dataset."""
        return cls(dataset, (event,))

    def sides(self) -> set[str]:
        """Return the sides of all who speak or are spoken of."""
        return {side for crossing in self._said for side in self._sides(crossing.telling)}

    def of(self, event: EventView, entities: Entities) -> Sequence[Crossing]:
        """Return what is said of this line's being crossed, oldest telling first."""
        lines = [t for t in event.tellings if isinstance(t.claim, RedLine)]
        found = [c for c in self._said if any(self._is_of(c, line, entities) for line in lines)]
        return sorted(found, key=lambda crossing: crossing.telling.order)

    def _is_of(self, crossing: Crossing, line: Telling, entities: Entities) -> bool:
        statement = crossing.telling
        if statement.record.iri == line.record.iri:
            return True
        owner = None if line.speaker is None else entities.side_of(line.speaker)
        if owner is None or owner not in self._sides(statement):
            return False
        if statement.article.iri == line.article.iri and _lines_of(line, owner, entities) == 1:
            return True
        return _alike(line, statement)

    def _sides(self, statement: Telling) -> set[str]:
        """The sides of who speaks and who is spoken of."""
        spoken = (iri for iri in statement.about if iri in self._entities.actors)
        speaker = () if statement.speaker is None else (statement.speaker,)
        return {self._entities.side_of(iri) for iri in (*speaker, *spoken)}


def lines_crossed(source: Source, dataset: Dataset, event: str) -> tuple[Dataset, Sequence[str]]:
    """Return the red lines that a statement of the dataset may be about, and a dataset of them."""
    said = Crossings.alone(dataset, event)
    asked = Filter(actor=tuple(sorted(said.sides())), role=("declarer",), kind=("redline",))
    lines = source.select(asked).latest("redline", MOST_CROSSINGS) if asked.actor else ()
    held = source.events(lines)
    return held, [i for i in lines if said.of(held.facts[i].event, held.entities)]


def _lines_of(line: Telling, owner: str, entities: Entities) -> int:
    """How many red lines of that owner the line's article tells."""
    told = line.view.extraction.claims
    actors = line.view.actors
    return len(
        {
            claim.event
            for claim in told
            if isinstance(claim, RedLine)
            and claim.declared_by is not None
            and entities.side_of(actors[claim.declared_by].iri) == owner
        }
    )


def _alike(line: Telling, statement: Telling) -> bool:
    """True when the words that name the line return in what is said."""
    claim = line.claim
    if not isinstance(claim, RedLine) or line.article.language != statement.article.language:
        return False
    language = line.article.language
    named = set(_stems(claim.trigger_text, language))
    said = set(_stems(" ".join(passage.text for passage in statement.claim.evidence), language))
    return bool(named) and len(named & said) >= max(1, _ALIKE * len(named))


def _stems(text: str, language: Language) -> Iterator[str]:
    """The beginnings of the longer words, folded, so that endings part no words."""
    for word in map(fold, _WORD.findall(text)):
        bare = word.removeprefix("ال")
        if len(bare) >= _LONG[language]:
            yield bare[:_STEM]
