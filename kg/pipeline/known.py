"""Whether a store holds an article already, as a source tells it.

In:  a store and what a source says of its article. Out: True where adding it would change nothing.
A fact that the source leaves out says nothing; a withdrawn article is not there.
"""

import pyoxigraph as ox

from kg.pipeline.extractors import BY_MODEL, Choice
from kg.pipeline.reading import Head
from kg.query.bind import bind
from kg.store.base import GraphStore
from kg.vocabulary import CLM, SCHEMA

_FACTS = "SELECT ?p ?o WHERE { ?article ?p ?o FILTER(?p != <" + SCHEMA.mentions + ">) }"
_CLAIMS = "SELECT (COUNT(DISTINCT ?claim) AS ?n) WHERE { ?claim <" + CLM.article + "> ?article }"
_MAKERS = (
    "SELECT DISTINCT ?extractor ?rule WHERE { ?claim <"
    + CLM.article
    + "> ?article ; <"
    + CLM.extractor
    + "> ?extractor ; <"
    + CLM.rule
    + "> ?rule }"
)
_REMOVED_MAKERS = (
    "SELECT DISTINCT ?extractor WHERE { GRAPH ?article { ?article <"
    + CLM.withdrawnAt
    + "> ?at . ?claim <"
    + CLM.article
    + "> ?article ; <"
    + CLM.withdrawnAt
    + "> ?at ; <"
    + CLM.extractor
    + "> ?extractor } }"
)
_SAID = {
    "digest": CLM.digest,
    "title": SCHEMA.headline,
    "language": SCHEMA.inLanguage,
    "published": SCHEMA.datePublished,
    "published_from": CLM.publishedFrom,
    "publisher": SCHEMA.publisher,
    "address": SCHEMA.url,
}


def is_stored(store: GraphStore, head: Head) -> bool:
    """Return whether the store has this text under this identity, and all that is said of it.

    Where claims of one extractor are asked for, it must have some of these.
    """
    rows = store.select(bind(_FACTS, {"article": ox.NamedNode(head.iri)})).rows
    stored = {(_value(predicate), _value(value)) for predicate, value in rows}
    said = {predicate: getattr(head, name) for name, predicate in _SAID.items()}
    if not all((p, value) in stored for p, value in said.items() if value is not None):
        return False
    return head.made_by is None or _has_claims_by(store, head.iri, *head.made_by)


def _has_claims_by(store: GraphStore, article_iri: str, extractor: str, rule: str | None) -> bool:
    rows = store.select(bind(_MAKERS, {"article": ox.NamedNode(article_iri)})).rows
    makers = [(_value(row[0]), _value(row[1])) for row in rows]
    return any(by == extractor and rule in (None, under) for by, under in makers)


def choice_of_removed(store: GraphStore, article_iri: str) -> Choice:
    """Return the extractor whose claims a withdrawn article had when it was withdrawn."""
    rows = store.select(bind(_REMOVED_MAKERS, {"article": ox.NamedNode(article_iri)})).rows
    by_model = any((_value(row[0]) or "").startswith(BY_MODEL) for row in rows)
    return Choice(name="llm") if by_model else Choice()


def live_claims(store: GraphStore, article_iri: str) -> int:
    """Return how many live claims an article has, parts not counted."""
    rows = store.select(bind(_CLAIMS, {"article": ox.NamedNode(article_iri)})).rows
    return int(_value(rows[0][0]) or 0)


def _value(term: object) -> str | None:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else None
