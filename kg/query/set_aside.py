"""What people took out of view and may bring back: removed articles, rejected claims.

In:  a store. Out: `Removed` and `Rejected` values, for whoever may write.
"""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.query.bind import bind
from kg.store.base import GraphStore
from kg.vocabulary import CLM, OA, SCHEMA

_REMOVED = f"""
SELECT ?article ?title ?language ?at WHERE {{
  GRAPH ?article {{
    ?article <{CLM.withdrawnAt}> ?at ; <{SCHEMA.headline}> ?title ; <{SCHEMA.inLanguage}> ?language
  }}
}} ORDER BY DESC(?at) ?article LIMIT 100
"""
_CLAIMS = f"""
SELECT ?claim ?exact WHERE {{
  GRAPH ?article {{
    ?claim <{CLM.article}> ?article ; <{CLM.passage}> ?passage .
    ?passage <{OA.hasSelector}>?/<{OA.exact}> ?exact
    FILTER NOT EXISTS {{ ?claim <{CLM.withdrawnAt}> ?at }}
  }}
}} ORDER BY ?claim ?exact
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """An article that was withdrawn; `at` is the moment, as xsd:dateTime text."""

    iri: str
    title: str
    language: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A claim that somebody rejected: the words it was taken from."""

    iri: str
    words: str


def removed_articles(store: GraphStore) -> list[Removed]:
    """Return the articles withdrawn last, at most a hundred, newest first."""
    rows = store.select(_REMOVED).rows
    return [
        Removed(iri=_text(a), title=_text(title), language=_text(language), at=_text(at))
        for a, title, language, at in rows
    ]


def rejected_claims(store: GraphStore, article_iri: str) -> list[Rejected]:
    """Return the claims of an article that stand rejected, by IRI."""
    standing = {d.subject: d.kind for d in store.decisions() if d.kind in ("accept", "reject")}
    rejected = {iri for iri, kind in standing.items() if kind == "reject"}
    if not rejected:
        return []
    rows = store.select(bind(_CLAIMS, {"article": ox.NamedNode(article_iri)})).rows
    words: dict[str, list[str]] = {}
    for claim, exact in rows:
        if _text(claim) in rejected:
            words.setdefault(_text(claim), []).append(_text(exact))
    return [Rejected(iri=iri, words=" … ".join(parts)) for iri, parts in words.items()]


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else ""
