"""Planning a new publication date: the article's date and the days of its claims' times.

Every claim keeps its graph but for its times, and when it was recorded; so do claims that a human
decided on. Claims that are withdrawn keep the days they had.
In:  the state of the dataset and the extraction with its times resolved again. Out: a Plan.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

import pyoxigraph as ox

from kg.errors import StoreError
from kg.mapping.to_rdf import extraction_to_quads
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.store.plan import Plan
from kg.store.remove import need_article
from kg.store.state import State
from kg.store.view import Node, View
from kg.vocabulary import CLM, RDF, SCHEMA

_DATES = {Node(SCHEMA.datePublished), Node(CLM.publishedFrom)}
_DIGEST = Node(CLM.digest)
_TIME = Node(CLM.time)
_TIME_SPAN = Node(CLM.TimeSpan)
_TYPE = Node(RDF.type)


def plan_published(state: State, extraction: Extraction, iris: Iris) -> Plan:
    """Plan the change; empty when nothing differs.

    Raises NotFound, and StoreError when the text or the claims are not those that are stored.
    """
    article = Node(extraction.article.iri)
    need_article(state, article)
    digest = state.view.value(article, _DIGEST, article)
    if digest is None or digest.value != extraction.article.digest:
        raise StoreError(
            f"The text of <{article.value}> has changed since it was read. Read it again, then set "
            "its publication date."
        )
    new = View(ox.Store())
    never = datetime(1970, 1, 1, tzinfo=UTC)  # `recordedAt` is not taken over
    new.store.extend(extraction_to_quads(extraction, iris=iris, recorded_at=never))
    plan = Plan(touched={article})
    plan.replace(_dates(state.view, article), _dates(new, article))
    for claim in state.claims(article):
        if any(new.quads(claim, None, None, article)):
            plan.replace(_times(state.view, claim), _times(new, claim))
            plan.touched.add(claim)
    return plan


def _dates(view: View, article: Node) -> Iterable[ox.Quad]:
    return [q for q in view.quads(article, None, None, article) if q.predicate in _DATES]


def _times(view: View, claim: Node) -> list[ox.Quad]:
    """Return the time spans of a claim's graph and the links to them."""
    quads = list(view.quads(None, None, None, claim))
    spans = {q.subject for q in quads if q.predicate == _TYPE and q.object == _TIME_SPAN}
    return [q for q in quads if q.subject in spans or q.predicate == _TIME]
