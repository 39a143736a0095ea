"""What the dataset says of its claims and events now: live, reviewed, merged.

In:  a view of the dataset and the names of its graphs.
Out: plain answers. A decision is a prov:Activity that `clm:decides` on something; one that a later
     decision `clm:undoes` counts no more. `clm:sameEvent` holds the merges that stand.
"""

from collections.abc import Iterator

from kg.store.event_book import EventBook
from kg.store.graphs import Graphs
from kg.store.view import Node, View
from kg.vocabulary import CLM, CLT, RDF

_ARTICLE = Node(CLM.article)
_DECIDES = Node(CLM.decides)
_SAME_EVENT = Node(CLM.sameEvent)
_STATUS = Node(CLM.status)
_UNDOES = Node(CLM.undoes)
_WITHDRAWN_AT = Node(CLM.withdrawnAt)
_TYPE = Node(RDF.type)
_CLASSES = {Node(CLM[name]) for name in ("Statement", "Meeting", "RedLine", "Action", "Event")}

EXTRACTED = Node(CLT.extracted)
REJECTED = Node(CLT.rejected)


class State:
    """Reads one view; asks the store anew for every answer, so it is never behind."""

    def __init__(self, view: View, graphs: Graphs, book: EventBook | None = None) -> None:
        """`book` is what a writer remembers of the events of this state."""
        self.view = view
        self.graphs = graphs
        self.book = book

    # Articles and claims

    def has_article(self, article: Node) -> bool:
        """True for an article that was added and not purged."""
        return self.view.value(article, _TYPE, article) is not None

    def claims(self, article: Node) -> list[Node]:
        """Return the article's claims, live or not, by IRI."""
        found = self.view.subjects(_ARTICLE, article, article)
        return sorted(found, key=lambda claim: claim.value)

    def article_of(self, claim: Node) -> Node | None:
        """Return the article that makes the claim; None for what is no claim."""
        for quad in self.view.quads(claim, _ARTICLE, None, None):
            if quad.object == quad.graph_name and isinstance(quad.object, Node):
                return quad.object
        return None

    def is_withdrawn(self, subject: Node, article: Node) -> bool:
        """True for an article, or a claim of it, that was taken out of merged."""
        return self.view.value(subject, _WITHDRAWN_AT, article) is not None

    def status(self, claim: Node) -> Node:
        """Return the claim's current review as a clt: term."""
        review = self.standing_review(claim)
        return review[1] if review else EXTRACTED

    def standing_review(self, claim: Node) -> tuple[Node, Node] | None:
        """Return the decision that stands on a claim and what it decided, if there is one."""
        decisions = self.graphs.decisions
        for decision in self.view.subjects(_DECIDES, claim, decisions):
            status = self.view.value(decision, _STATUS, decisions)
            if isinstance(status, Node) and not self.view.subjects(_UNDOES, decision, decisions):
                return decision, status
        return None

    def is_live(self, claim: Node, article: Node) -> bool:
        """True for a claim of the article that is neither withdrawn nor rejected."""
        return not self.is_withdrawn(claim, article) and self.status(claim) != REJECTED

    def live_claims(self, article: Node) -> list[Node]:
        """Return the article's live claims, by IRI; none when the article is withdrawn."""
        if self.is_withdrawn(article, article):
            return []
        return [claim for claim in self.claims(article) if self.is_live(claim, article)]

    def is_live_graph(self, graph: Node) -> bool:
        """True for the graph of a live claim of a live article."""
        article = self.article_of(graph) if self.graphs.is_claim(graph) else None
        return (
            article is not None
            and not self.is_withdrawn(article, article)
            and self.is_live(graph, article)
        )

    # Events

    def target(self, event: Node) -> Node | None:
        """Return the event that this one was merged into by a decision of its own."""
        target = self.view.value(event, _SAME_EVENT, self.graphs.decisions)
        return target if isinstance(target, Node) else None

    def canonical(self, event: Node) -> Node:
        """Return the event at the end of the chain of merges; the event itself when unmerged."""
        seen = {event}
        while (target := self.target(event)) is not None and target not in seen:
            seen.add(event := target)
        return event

    def members(self, root: Node) -> list[Node]:
        """Return a canonical event and all events merged into it."""
        found = [root]
        for event in found:
            found += self.view.subjects(_SAME_EVENT, event, self.graphs.decisions)
        return found

    def classes_of(self, event: Node) -> set[Node]:
        """Return the classes that claims' graphs give an event, live or not."""
        quads = self.view.quads(event, _TYPE, None, None)
        return {
            q.object
            for q in quads
            if isinstance(q.object, Node) and q.object in _CLASSES and self._in_claim(q.graph_name)
        }

    def graphs_about(self, event: Node) -> Iterator[Node]:
        """Yield the claims' graphs that name the event, perhaps more than once."""
        for quads in (self.view.quads(event), self.view.quads(None, None, event)):
            for quad in quads:
                if self._in_claim(quad.graph_name) and isinstance(quad.graph_name, Node):
                    yield quad.graph_name

    def _in_claim(self, graph: object) -> bool:
        return isinstance(graph, Node) and self.graphs.is_claim(graph)
