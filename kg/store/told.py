"""One claim as a store has it: its own graph, and its part of its article's graph.

In:  a view and a claim. Out: the quads of both, and the questions that replacing an article asks.
"""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.store.merged import own_subjects
from kg.store.view import Node, View
from kg.vocabulary import CLM, OA, RDF

BY_HAND = "sheet/"  # how the names of those who make claims by hand begin
_DIGEST = Node(CLM.digest)
_EXACT = Node(OA.exact)
_EXTRACTOR = Node(CLM.extractor)
_PASSAGE = Node(CLM.Passage)
_RECORDED_AT = Node(CLM.recordedAt)
_TYPE = Node(RDF.type)
WITHDRAWN_AT = Node(CLM.withdrawnAt)

# What may differ between two claims that say the same: how and when they were found, and what is
# worked out from the publication date or stands around the passage.
_NOT_CONTENT = {
    Node(iri)
    for iri in (
        CLM.recordedAt,
        CLM.withdrawnAt,
        CLM.confidence,
        CLM.extractor,
        CLM.rule,
        CLM.cue,
        CLM.carriedSpeaker,
        CLM.digest,
        CLM.earliest,
        CLM.latest,
        CLM.basis,
        CLM.offsetDays,
        CLM.anchor,
        OA.prefix,
        OA.suffix,
    )
}


@dataclass(frozen=True, slots=True)
class Told:
    """`graph` are the quads of the claim's graph, `own` its quads in the article's."""

    graph: frozenset[ox.Quad]
    own: frozenset[ox.Quad]

    @property
    def content(self) -> frozenset[ox.Quad]:
        """What the claim says."""
        return frozenset(q for q in self.graph | self.own if q.predicate not in _NOT_CONTENT)

    @property
    def withdrawn(self) -> bool:
        """True when the claim is taken out of merged."""
        return any(q.predicate == WITHDRAWN_AT for q in self.own)

    @property
    def passages(self) -> list[str]:
        """The words that the claim and its parts rest on."""
        quoted = (q.object for q in self.own if q.predicate == _EXACT)
        return [words.value for words in quoted if isinstance(words, ox.Literal)]

    def by_hand(self, claim: Node) -> bool:
        """True for a claim of a sheet."""
        made = (q.object for q in self.own if q.predicate == _EXTRACTOR and q.subject == claim)
        return any(isinstance(m, ox.Literal) and m.value.startswith(BY_HAND) for m in made)

    def live(self) -> "Told":
        """Return it without its withdrawal."""
        return Told(self.graph, frozenset(q for q in self.own if q.predicate != WITHDRAWN_AT))

    def recorded_as(self, old: "Told") -> "Told":
        """Return it with the moment at which `old` was recorded."""
        kept = {q for q in old.own if q.predicate == _RECORDED_AT}
        own = {q for q in self.own if q.predicate != _RECORDED_AT}
        return Told(self.graph, frozenset(own | kept))

    def cut_from(self, stored: str, coming: str) -> "Told":
        """Mark the passages with the digest of the text they were cut from, the stored one.

        Passages marked before keep their mark; one of the coming text needs none.
        """
        marked = {q.subject for q in self.own if q.predicate == _DIGEST}
        marks = {q for q in self.own if q.predicate == _DIGEST}
        marks |= {
            ox.Quad(q.subject, _DIGEST, ox.Literal(stored), q.graph_name)
            for q in self.own
            if q.predicate == _TYPE and q.object == _PASSAGE and q.subject not in marked
        }
        needed = {q for q in marks if q.object != ox.Literal(coming)}
        return Told(self.graph, frozenset(self.own - marks | needed))


def told(view: View, article: Node, claim: Node) -> Told:
    """Return a claim as the view has it; empty for one that it does not have."""
    subjects = [claim, *own_subjects(view, article, claim)]
    own = (q for s in subjects for q in view.quads(s, None, None, article))
    return Told(frozenset(view.quads(None, None, None, claim)), frozenset(own))
