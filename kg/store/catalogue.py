"""What a store lists: its articles, and one article's quads, reviews and moments of recording.

In:  the state of the dataset. Out: plain values for the callers of GraphStore.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

import pyoxigraph as ox

from kg.mapping.terms import read_day
from kg.store.base import ArticleSummary
from kg.store.state import State
from kg.store.view import Node
from kg.vocabulary import CLM, CLT, RDF, SCHEMA, Review

_RECORDED_AT = Node(CLM.recordedAt)


def summaries(state: State, *, include_withdrawn: bool) -> list[ArticleSummary]:
    """Return the articles, newest publication first, undated last, then by IRI."""
    counts = _live_counts(state)
    listed = [_summary(state, article, counts) for article in articles(state)]
    return sorted((s for s in listed if include_withdrawn or not s.withdrawn), key=_newest_first)


def find_summary(state: State, article: Node) -> ArticleSummary | None:
    """Return the line of one article; None for one that is not there, or withdrawn."""
    if not state.has_article(article) or state.is_withdrawn(article, article):
        return None
    live = state.view.subjects(Node(CLM.article), article, state.graphs.merged)
    return _summary(state, article, {article: len(live)})


def articles(state: State) -> list[Node]:
    """Return every article of the store, by IRI."""
    found = {
        quad.subject
        for quad in state.view.quads(None, Node(RDF.type), Node(CLM.Article))
        if quad.subject == quad.graph_name and isinstance(quad.subject, Node)
    }
    return sorted(found, key=lambda article: article.value)


def _live_counts(state: State) -> Counter[Node]:
    """Count the claims of each article in merged, where only live ones are."""
    merged = state.graphs.merged
    quads = state.view.quads(None, Node(CLM.article), None, merged)
    return Counter(q.object for q in quads if isinstance(q.object, Node))


def _summary(state: State, article: Node, counts: Mapping[Node, int]) -> ArticleSummary:
    def text(predicate: str) -> str | None:
        value = state.view.value(article, Node(predicate), article)
        return None if value is None else value.value

    return ArticleSummary(
        iri=article.value,
        title=text(SCHEMA.headline) or "",
        language=text(SCHEMA.inLanguage) or "",
        published=text(SCHEMA.datePublished),
        publisher=text(SCHEMA.publisher),
        source=text(SCHEMA.url),
        claims=counts.get(article, 0),
        withdrawn=state.is_withdrawn(article, article),
    )


def _newest_first(summary: ArticleSummary) -> tuple[bool, int, str]:
    day = read_day(summary.published) if summary.published else None
    return day is None, -day.ordinal if day else 0, summary.iri


def article_quads(state: State, article: Node, claims: list[Node]) -> Iterator[ox.Quad]:
    """Yield what reading the article back needs: its graph, claims' graphs, registry entries."""
    for graph in (article, *claims):
        yield from state.view.quads(None, None, None, graph)
    registry = state.graphs.registry
    asked: list[object] = list(state.view.values(article, Node(SCHEMA.mentions), article))
    seen: set[object] = set()
    while asked:
        entity = asked.pop()
        if entity in seen or not isinstance(entity, Node):
            continue
        seen.add(entity)
        for graph in (article, registry):
            for quad in state.view.quads(entity, None, None, graph):
                asked.append(quad.object)
                if graph == registry:
                    yield quad


def reviews(state: State, claims: list[Node]) -> dict[str, Review]:
    """Return the current review of each claim."""
    return {
        claim.value: cast(Review, state.status(claim).value.removeprefix(str(CLT)))
        for claim in claims
    }


def recorded(state: State, article: Node) -> dict[str, str]:
    """Return when each live claim was recorded, as xsd:dateTime text."""
    moments = {
        claim.value: state.view.value(claim, _RECORDED_AT, article)
        for claim in state.live_claims(article)
    }
    return {iri: at.value for iri, at in moments.items() if at is not None}
