"""Articles that are one text: which stand together, and how a write keeps that right.

Of every live article its bands (kg.resolve.copies) are kept in the graph of proposals, and, where
other live articles are nearly the same text, the first of them by IRI: one quad an article, however
many copies went round. Both follow from the live articles alone.
In:  states of the dataset before and after a write, its plan. Out: quads to take out and to put in.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import cast

import pyoxigraph as ox

from kg.mapping.terms import plain
from kg.resolve.copies import are_copies, bands_of_runs, is_copy, text_runs
from kg.store.graphs import Graphs
from kg.store.plan import Plan
from kg.store.ready import Ready
from kg.store.state import State
from kg.store.texts import Runs, Texts
from kg.store.view import Node, Term, View
from kg.vocabulary import CLM, SCHEMA, Language

# Two texts that share so many bands share about a third of their words: no need to read them.
_SURELY = 6

_BAND = Node(CLM.textBand)
_LANGUAGE = Node(SCHEMA.inLanguage)
_SAME_TEXT = Node(CLM.sameTextAs)
_TEXT = Node(SCHEMA.text)
_Text = tuple[str, Language]


def copies_delta(before: State, after: State, plan: Plan) -> tuple[set[ox.Quad], set[ox.Quad]]:
    """Return (out, in) of the graph of proposals for a write that `plan` describes."""
    articles = {g for g in plan.touched if after.graphs.is_article(g)}
    changed = {a for a in articles if live_text(before, a) != live_text(after, a)}
    coming = {Node(one.ready.article): one.ready for one in plan.ready}
    if not changed and not coming:
        return set(), set()
    return _Revision(before, after, changed | coming.keys(), coming).delta()


def stored_copies(view: View, graphs: Graphs) -> Mapping[str, str]:
    """Return, for each article that is a copy, the first article of its text."""
    quads = view.quads(None, _SAME_TEXT, None, graphs.proposals)
    return {
        q.subject.value: q.object.value
        for q in quads
        if isinstance(q.subject, Node) and isinstance(q.object, Node)
    }


def copies_of(view: View, graphs: Graphs, articles: Iterable[str]) -> Mapping[str, str]:
    """Return the first article of each of these that is a copy."""
    graph = graphs.proposals
    found = {article: view.value(Node(article), _SAME_TEXT, graph) for article in articles}
    return {article: first.value for article, first in found.items() if first is not None}


class _Revision:
    """One write."""

    def __init__(
        self, before: State, after: State, changed: set[Node], coming: Mapping[Node, Ready]
    ) -> None:
        self._before, self._after, self._changed = before, after, changed
        self._graph = after.graphs.proposals
        self._texts = before.book.texts if before.book is not None else Texts()
        self._coming = {a: coming[a].text if a in coming else live_runs(after, a) for a in changed}
        self._bands = {
            a: coming[a].bands if a in coming else _bands(t) for a, t in self._coming.items()
        }

    def delta(self) -> tuple[set[ox.Quad], set[ox.Quad]]:
        """Return what goes and what comes."""
        view = self._before.view
        out = {q for a in self._changed for q in view.quads(a, None, None, self._graph)}
        into = {self._quad(a, _BAND, plain(b)) for a in self._changed for b in self._bands[a]}
        led = {a for c in self._changed for a in view.subjects(_SAME_TEXT, c, self._graph)}
        anew = led - self._changed
        first: dict[Node, Node] = {}
        for article in self._changed:
            copies = [c for c, n in self._candidates(article).items() if self._alike(article, c, n)]
            first[article] = _least(article, *copies)
            for copy in set(copies) - self._changed - anew:
                first[copy] = _least(article, first.get(copy) or self._stored_first(copy))
        for article in anew:
            near = sorted(self._candidates(article).items(), key=lambda found: found[0].value)
            lesser = (c for c, n in near if c.value < article.value and self._alike(article, c, n))
            first[article] = next(lesser, article)
        for article, found in first.items():
            out |= set(view.quads(article, _SAME_TEXT, None, self._graph))
            if found != article:
                into.add(self._quad(article, _SAME_TEXT, found))
        return out - into, into - out

    def _quad(self, article: Node, predicate: Node, value: Term) -> ox.Quad:
        return ox.Quad(article, predicate, value, self._graph)

    def _stored_first(self, article: Node) -> Node:
        found = self._before.view.value(article, _SAME_TEXT, self._graph)
        return found if isinstance(found, Node) else article

    def _bands_of(self, article: Node) -> frozenset[str]:
        if article in self._bands:
            return self._bands[article]
        values = self._before.view.values(article, _BAND, self._graph)
        return frozenset(v.value for v in values)

    def _candidates(self, article: Node) -> Counter[Node]:
        """Return the live articles that share bands with this one, and how many."""
        view, bands = self._before.view, self._bands_of(article)
        found = Counter(a for b in bands for a in view.subjects(_BAND, plain(b), self._graph))
        for one in self._changed:
            found[one] = len(self._bands[one] & bands)
        del found[article]
        return +found

    def _alike(self, one: Node, other: Node, shared_bands: int) -> bool:
        first, second = self._runs(one), self._runs(other)
        return first is not None and second is not None and _alike(first, second, shared_bands)

    def _runs(self, article: Node) -> Runs | None:
        if article in self._coming:
            return self._coming[article]
        return self._texts.get(article.value, lambda: live_runs(self._before, article))


def alike(state: State, one: Node, other: Node, shared_bands: int) -> bool:
    """True when two live articles are nearly the same text."""
    first, second = live_text(state, one), live_text(state, other)
    if first is None or second is None or first[1] != second[1]:
        return False
    return shared_bands >= _SURELY or is_copy(first[0], second[0], first[1])


def _alike(one: Runs, other: Runs, shared_bands: int) -> bool:
    if one.language != other.language:
        return False
    return shared_bands >= _SURELY or are_copies(one.runs, other.runs)


def live_runs(state: State, article: Node) -> Runs | None:
    """Return the runs of a live article's text."""
    text = live_text(state, article)
    return None if text is None else Runs(text_runs(*text), text[1])


def live_text(state: State, article: Node) -> _Text | None:
    """Return a live article's text and language."""
    if not state.has_article(article) or state.is_withdrawn(article, article):
        return None
    text = state.view.value(article, _TEXT, article)
    language = state.view.value(article, _LANGUAGE, article)
    if text is None or language is None:
        return None
    return text.value, cast(Language, language.value)


def _bands(text: Runs | None) -> frozenset[str]:
    return frozenset() if text is None else bands_of_runs(text.runs)


def _least(*articles: Node) -> Node:
    return min(articles, key=lambda a: a.value)
