"""Planning how an article comes in, or a new text of it takes the place of the old one.

* A claim that is gone from the text is withdrawn: its graph and data stay, dated `withdrawnAt`.
* A claim that says the same as before keeps `recordedAt`; its confidence, rule and days are new.
* A claim whose IRI is the same and whose words or roles are not is written anew, recorded now.
* A claim that a human decided on stays as it was, whether the new text has it or not.
* So does one that a human wrote, while all of its passages stand word for word in a new text, in
  which they are found again.
* A withdrawn article that is added again comes back, and with it the claims that its text gives and
  those that were decided on. What went and what came back stays on record among the decisions.
* A passage of a claim that stays from an older text holds that text's digest (Told.cut_from), so
  that nobody looks for it at its offsets in another text.
* The text that is stored changes nothing, unless claims are added to it on purpose (`more`).
* What a source leaves out says nothing: text and metadata that are stored already change nothing,
  so a publication date set by hand stays.

In:  the state of the dataset, an extraction, the moment. Out: a Plan and the report.
"""

from collections.abc import Iterable
from datetime import datetime

import pyoxigraph as ox

from kg.errors import MappingError
from kg.mapping.terms import moment
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.store.activity import restoration, withdrawal
from kg.store.base import PutOutcome, PutReport
from kg.store.moved import moved
from kg.store.plan import Plan
from kg.store.registry import drop_unused, write_entries
from kg.store.state import REJECTED, State
from kg.store.told import WITHDRAWN_AT, Told, told
from kg.store.view import Node, View
from kg.vocabulary import CLM, CLT, RDF, SCHEMA

_CLAIM = Node(CLM.Claim)
_DIGEST = Node(CLM.digest)
_MENTIONS = Node(SCHEMA.mentions)
_TYPE = Node(RDF.type)
_ROLES = {
    Node(CLM[name])
    for name in ("speaker", "addressee", "participant", "mediator", "about", "location")
}


def plan_put(
    state: State, extraction: Extraction, iris: Iris, at: datetime, *, more: bool = False
) -> tuple[Plan, PutReport]:
    """Plan an addition or replacement; the plan is empty when nothing changes.

    `more` says that the claims may be others although the text may be the one that is stored.

    Raises MappingError for a claim that comes with a review nobody signed in this store.
    """
    for claim in extraction.claims:
        signed = state.status(Node(claim.under or claim.iri))
        if claim.review != "extracted" and CLT[claim.review] != signed.value:
            raise MappingError(
                f"The claim <{claim.iri}> comes as {claim.review!r}, but nobody decided so in this "
                "store. Add it as 'extracted' and decide on it then."
            )
    if not state.has_article(article := Node(extraction.article.iri)) and not state.claims(article):
        return _plan_new(state, extraction, iris, at)
    return _Put(state, extraction, iris, at, more).plan()


def _plan_new(
    state: State, extraction: Extraction, iris: Iris, at: datetime
) -> tuple[Plan, PutReport]:
    """Plan an article of which the store holds nothing: what `_Put` would plan, and sooner."""
    article, registry = Node(extraction.article.iri), state.graphs.registry
    quads = extraction_to_quads(extraction, iris=iris, recorded_at=at)
    plan = Plan(into={quad for quad in quads if quad.graph_name != registry})
    write_entries(state, [q for q in quads if q.graph_name == registry], extraction, plan)
    drop_unused(state, plan)
    coming = {Node(claim.iri) for claim in extraction.claims if not claim.under}
    live = {claim for claim in coming if state.status(claim) != REJECTED}
    plan.touched = {article, *coming}
    report = PutReport(article=article.value, outcome="added", added=len(live), kept=0, withdrawn=0)
    return plan, report


class _Put:
    """One article on its way in."""

    def __init__(
        self, state: State, extraction: Extraction, iris: Iris, at: datetime, more: bool
    ) -> None:
        self.more = more
        self.state, self.extraction, self.iris, self.at = state, extraction, iris, at
        self.article = Node(extraction.article.iri)
        self.old = state.view
        self.new = View(ox.Store())
        self.new.store.extend(extraction_to_quads(extraction, iris=iris, recorded_at=at))
        self.known = set(state.claims(self.article))
        self.coming = set(self.new.subjects(_TYPE, _CLAIM, self.article))
        self.was_live = set(state.live_claims(self.article))
        self.was_withdrawn = state.is_withdrawn(self.article, self.article)
        self.gone_by_hand: set[str] = set()

    def plan(self) -> tuple[Plan, PutReport]:
        """Return what to write, and the report of it."""
        plan = Plan()
        if self._unchanged():
            return plan, self._report("unchanged", self.was_live)
        final = {claim: self._final(claim) for claim in self.known | self.coming}
        for claim, kept in final.items():
            plan.replace(self.old.quads(None, None, None, claim), kept.graph)
        plan.replace(self.old.quads(None, None, None, self.article), self._home(final))
        entries = self.new.quads(None, None, None, self.state.graphs.registry)
        write_entries(self.state, entries, self.extraction, plan)
        drop_unused(self.state, plan)
        live = {
            claim for claim, kept in final.items() if not kept.withdrawn and self._stands(claim)
        }
        self._record(plan, live)
        plan.touched |= {self.article, *final}
        existed = self.state.has_article(self.article) and not self.was_withdrawn
        return plan, self._report("replaced" if existed else "added", live)

    def _report(self, outcome: PutOutcome, live: set[Node]) -> PutReport:
        return PutReport(
            article=self.article.value,
            outcome=outcome,
            added=len(live - self.was_live),
            kept=len(live & self.was_live),
            withdrawn=len(self.was_live - live),
            gone_by_hand=tuple(sorted(self.gone_by_hand)),
        )

    def _unchanged(self) -> bool:
        """True for the text that is stored, with nothing new said of it."""
        if not self.state.has_article(self.article) or self.was_withdrawn:
            return False
        if self.more and {c for c in self.coming if self._stands(c)} != self.was_live:
            return False
        stored = set(self.old.quads(self.article, None, None, self.article))
        said = self.new.quads(self.article, None, None, self.article)
        return all(quad in stored for quad in said if quad.predicate != _MENTIONS)

    def _stands(self, claim: Node) -> bool:
        return self.state.status(claim) != REJECTED

    # Claims

    def _final(self, claim: Node) -> Told:
        """Return what the store will hold of a claim, see the head of this file."""
        if claim not in self.known:
            return told(self.new, self.article, claim)
        old = told(self.old, self.article, claim)
        decided = self.state.standing_review(claim) is not None
        if claim in self.coming:
            new = told(self.new, self.article, claim)
            if new.content == old.content:
                return new.recorded_as(old)
            if not decided:
                return new
        stored = self.old.value(self.article, _DIGEST, self.article)
        if not decided and not self.more and old.by_hand(claim) and not old.withdrawn:
            article = self.extraction.article
            found = moved(old, article.text, article.language)
            if found is not None:
                return found
            self.gone_by_hand |= set(old.passages)
        kept = old.live() if decided else self._withdrawn(claim, old)
        return kept.cut_from(stored.value if stored else "", self.extraction.article.digest)

    def _withdrawn(self, claim: Node, old: Told) -> Told:
        if old.withdrawn:
            return old
        stamp = ox.Quad(claim, WITHDRAWN_AT, moment(self.at), self.article)
        return Told(old.graph, old.own | {stamp})

    # The article's graph

    def _home(self, final: dict[Node, Told]) -> set[ox.Quad]:
        """Return the new article's graph with what staying claims need of the old one."""
        home = {q for kept in final.values() for q in kept.own}
        home |= set(self.new.quads(self.article, None, None, self.article))
        described = self._entities(self.new, self.coming)
        for quads in described.values():
            home |= quads
        staying = [final[claim] for claim in self.known]
        home |= self._still_needed({q.object for kept in staying for q in kept.graph}, described)
        return home | {
            ox.Quad(self.article, _MENTIONS, quad.object, self.article)
            for kept in staying
            if not kept.withdrawn
            for quad in kept.graph
            if quad.predicate in _ROLES
        }

    def _still_needed(
        self, named: set[object], described: dict[Node, set[ox.Quad]]
    ) -> set[ox.Quad]:
        """Return the old descriptions of actors and places that the new text does not name."""
        needed: set[ox.Quad] = set()
        left = {
            subject: quads
            for subject, quads in self._entities(self.old, self.known).items()
            if subject not in described
        }
        while wanted := [subject for subject in left if subject in named]:
            for subject in wanted:
                quads = left.pop(subject)
                needed |= quads
                named |= {q.object for q in quads}
        return needed

    def _entities(self, view: View, claims: Iterable[Node]) -> dict[Node, set[ox.Quad]]:
        """Return what the article's graph says of its unlinked actors and places, by subject."""
        owned = {q for claim in claims for q in told(view, self.article, claim).own}
        entities: dict[Node, set[ox.Quad]] = {}
        for quad in view.quads(None, None, None, self.article):
            if (
                quad not in owned
                and quad.subject != self.article
                and isinstance(quad.subject, Node)
            ):
                entities.setdefault(quad.subject, set()).add(quad)
        return entities

    # The record

    def _record(self, plan: Plan, live: set[Node]) -> None:
        """Write who went and who came back among the decisions."""
        gone = sorted(self.was_live - live, key=lambda claim: claim.value)
        if gone:
            plan.into |= set(withdrawal(self.state, self.iris, gone, self.at))
        back = [
            subject
            for subject in (self.article, *sorted(self.known & live, key=lambda c: c.value))
            if self.state.is_withdrawn(subject, self.article)
        ]
        if back:
            plan.into |= set(restoration(self.state, self.iris, back, self.at))
