"""The merged graph after its definition, computed anew: an oracle for hand-made datasets.

merged = the graphs of live claims, written with canonical events + the article graphs of live
articles without the text and without the data of claims that are not live + the registry + the
terms + `clm:canonical` of every event + the current `clm:status` of every live claim.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.vocabulary import CLM, CLT, OA, PROV, RDF, SCHEMA
from ontology import __file__ as ontology_file

TERMS = ontology_file.replace("__init__.py", "terms.ttl")
EVENTS = {CLM.Action, CLM.Meeting, CLM.RedLine, CLM.Statement}


def add_merged(store: ox.Store, base: str) -> None:
    """Write the merged graph of a dataset that has none."""
    dataset = _Dataset(store, base)
    target = ox.NamedNode(f"{base}graph/merged")
    store.extend([ox.Quad(*triple, target) for triple in dataset.merged()])
    store.load(path=TERMS, format=ox.RdfFormat.TURTLE, to_graph=target)


class _Dataset:
    def __init__(self, store: ox.Store, base: str) -> None:
        self.store = store
        self.decisions = ox.NamedNode(f"{base}graph/decisions")
        self.registry = ox.NamedNode(f"{base}graph/registry")
        self.articles = [q.subject for q in self._all(RDF.type, CLM.Article)]
        self.status = {c: self._status(c) for c in self._claims()}
        self.live = {c for c in self.status if self._is_live(c)}
        self.same = {
            q.subject: q.object for q in self._all(CLM.sameEvent) if q.graph_name == self.decisions
        }

    def merged(self) -> Iterator[ox.Triple]:
        events = set()
        for claim in self.live:
            for quad in self._quads(claim):
                yield ox.Triple(self._whole(quad.subject), quad.predicate, self._whole(quad.object))
                if quad.predicate.value == RDF.type and quad.object.value in EVENTS:
                    events.add(quad.subject)
            yield ox.Triple(claim, ox.NamedNode(CLM.status), self.status[claim])
        for event in events:
            yield ox.Triple(event, ox.NamedNode(CLM.canonical), self._whole(event))
        for article in self.articles:
            yield from self._article(article)
        yield from (q.triple for q in self._quads(self.registry))

    def _article(self, article: ox.NamedNode) -> Iterator[ox.Triple]:
        gone = self._gone()
        for quad in self._quads(article):
            if quad.predicate.value != SCHEMA.text and quad.subject not in gone:
                yield quad.triple

    def _gone(self) -> set[object]:
        """Return dead claims, their parts, their passages and the selectors of these."""
        gone: set[object] = set(self.status) - self.live
        for predicate in (CLM.part, CLM.passage, OA.hasSelector):
            gone |= {q.object for q in self._all(predicate) if q.subject in gone}
        return gone

    def _is_live(self, claim: ox.NamedNode) -> bool:
        withdrawn = any(q.subject == claim for q in self._all(CLM.withdrawnAt))
        return not withdrawn and self.status[claim].value != CLT.rejected

    def _status(self, claim: ox.NamedNode) -> ox.NamedNode:
        """Return what the newest decision on the claim says."""
        decided = [
            (self._values(q.subject, PROV.endedAtTime)[0], self._values(q.subject, CLM.status)[0])
            for q in self._all(CLM.decides)
            if q.object == claim and self._values(q.subject, CLM.status)
        ]
        newest = max(decided, default=("", CLT.extracted), key=lambda pair: pair[0])
        return ox.NamedNode(newest[1])

    def _claims(self) -> list[ox.NamedNode]:
        return [q.subject for q in self._all(RDF.type, CLM.Claim)]

    def _whole(self, term: object) -> object:
        return self.same.get(term, term)

    def _values(self, subject: ox.NamedNode, predicate: str) -> list[str]:
        quads = self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None, self.decisions)
        return [q.object.value for q in quads]

    def _all(self, predicate: str, value: str | None = None) -> list[ox.Quad]:
        node = ox.NamedNode(value) if value else None
        return list(self.store.quads_for_pattern(None, ox.NamedNode(predicate), node, None))

    def _quads(self, graph: ox.NamedNode) -> list[ox.Quad]:
        return list(self.store.quads_for_pattern(None, None, None, graph))
