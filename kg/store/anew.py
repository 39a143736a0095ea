"""The graph of proposals worked out anew from the claims and decisions: merges, and copies.

Slower than keeping it right write by write (kg.store.proposals, kg.store.copies), and the same.
An article without its text keeps what was worked out while the text was there.
In:  an engine with every other graph. Out: the quads that the graph of proposals has to hold.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from kg.mapping.proposals import proposal_to_quads
from kg.mapping.terms import plain
from kg.resolve.copies import text_bands
from kg.store.catalogue import articles
from kg.store.copies import alike, live_text
from kg.store.graphs import Graphs
from kg.store.proposals import proposals_definition
from kg.store.state import State
from kg.store.view import Node, View
from kg.vocabulary import CLM, SCHEMA

_BAND = Node(CLM.textBand)
_NEEDED = {Node(CLM[name]) for name in ("article", "withdrawnAt", "belongsTo", "within")}
_SAME_TEXT = Node(CLM.sameTextAs)
_TEXT = Node(SCHEMA.text)


def proposals_anew(
    engine: ox.Store, graphs: Graphs, known: Mapping[Node, frozenset[str]] | None = None
) -> set[ox.Quad]:
    """Return what the graph of proposals has to hold. Slow, exact.

    `known` are the bands of live texts, for who worked them out already.
    """
    state = State(View(engine), graphs)
    merges = proposals_definition(engine, graphs.base)
    quads = {q for p in merges for q in proposal_to_quads(p, graphs.proposals, graphs.base)}
    return quads | set(_copies(state, known or {}))


def described(article: Node, quads: list[ox.Quad]) -> list[ox.Quad]:
    """Return what an article's graph says of the article, its claims' lives and who holds whom.

    With the claims' graphs, the registry and the decisions it is all that proposals follow from.
    """
    return [q for q in quads if q.subject == article or q.predicate in _NEEDED]


def _copies(state: State, known: Mapping[Node, frozenset[str]]) -> Iterator[ox.Quad]:
    graph, view = state.graphs.proposals, state.view
    bands: dict[Node, frozenset[str]] = {}
    for article in articles(state):
        text = live_text(state, article)
        if text is not None:
            bands[article] = known[article] if article in known else text_bands(*text)
        elif view.value(article, _TEXT, article) is None:
            yield from view.quads(article, None, None, graph)
    holders: dict[str, list[Node]] = {}
    for article, own in bands.items():
        for band in own:
            yield ox.Quad(article, _BAND, plain(band), graph)
            holders.setdefault(band, []).append(article)
    for article, own in bands.items():
        shared = Counter(a for band in own for a in holders[band] if a.value < article.value)
        for other in sorted(shared, key=lambda a: a.value):
            if alike(state, article, other, shared[other]):
                yield ox.Quad(article, _SAME_TEXT, other, graph)
                break
