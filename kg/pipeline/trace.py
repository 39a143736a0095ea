"""What each stage saw of one article, collected while it is read, for explaining its claims.

In:  a `Trace` handed to `extract_article`. Out: the same, filled. Without one, nothing is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import Drafts, DraftStatement, Pointer
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.resolve.entities import Entities


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Who a pointer was taken for, among candidates with their scores, best first."""

    pointer: Pointer
    candidates: tuple[tuple[float, Mention], ...]
    chosen: Mention | None


@dataclass(slots=True)
class Trace:
    """`found` are the drafts before references, `resolved` after, `merged` with each event once."""

    sentences: Sequence[Sentence] = ()
    views: dict[int, View] = field(default_factory=dict)
    told: dict[int, Told] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    found: Drafts = field(default_factory=Drafts)
    resolved: Drafts = field(default_factory=Drafts)
    merged: Drafts = field(default_factory=Drafts)
    entities: Entities = field(default_factory=lambda: Entities(names={}))

    def sentence(self, view: View) -> None:
        """Keep a sentence as the rules read it, by its number."""
        self.views[view.sentence.index] = view

    def statements(self, told: Sequence[tuple[Told, DraftStatement]]) -> None:
        """Keep which attribution each statement was made from, by the statement's key."""
        self.told |= {draft.key: one for one, draft in told}

    def chosen(
        self,
        pointer: Pointer,
        candidates: Sequence[tuple[float, Mention]],
        chosen: Mention | None,
    ) -> None:
        """Keep a choice of reference resolution."""
        self.choices.append(Choice(pointer=pointer, candidates=tuple(candidates), chosen=chosen))

    def staged(
        self,
        sentences: Sequence[Sentence],
        found: Drafts,
        resolved: Drafts,
        merged: Drafts,
        entities: Entities,
    ) -> None:
        """Keep the values that walked from stage to stage."""
        self.sentences, self.entities = sentences, entities
        self.found, self.resolved, self.merged = found, resolved, merged
