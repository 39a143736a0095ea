"""After any sequence of writes the merged graph equals its definition.

The definition is worked out here once more, in another way than kg.store.merged: from all quads at
once, with the current reviews and merges found by going through the decisions from the oldest on.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

import ontology
from kg.errors import StoreError
from kg.model.article import Article, text_digest
from kg.model.claim import Meeting
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.span import Passage, Span
from kg.store.base import Decision
from kg.store.embedded import EmbeddedStore
from kg.store.merged import merged_definition
from kg.vocabulary import CLM, CLT, RDF, SCHEMA
from tests.strategies import AT, GAZETTEER, IRIS, extractions

SOURCES = ("https://example.org/a", "https://example.org/b", "urn:c")
MERGED = IRIS.graph("merged")
EVENT_CLASSES = {CLM[name] for name in ("Statement", "Meeting", "RedLine", "Action")}


def quads_of(store: EmbeddedStore) -> set[ox.Quad]:
    """Return every quad of the store, merged and all."""
    dumped = b"".join(store.dump("nquads", with_text=True))
    rest = ox.parse(b"".join(store.dump("turtle")), format=ox.RdfFormat.TURTLE)
    merged = {ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode(MERGED)) for q in rest}
    return set(ox.parse(dumped, format=ox.RdfFormat.N_QUADS)) | merged


def merged_of(store: EmbeddedStore) -> set[ox.Triple]:
    return {q.triple for q in quads_of(store) if q.graph_name == ox.NamedNode(MERGED)}


def oracle(store: EmbeddedStore) -> set[ox.Triple]:
    """Return what merged has to be."""
    by_graph: dict[str, set[ox.Triple]] = {}
    for quad in quads_of(store):
        by_graph.setdefault(quad.graph_name.value, set()).add(quad.triple)
    status, parent = replayed(store.decisions())
    merged = {q.triple for q in ox.parse(ontology.terms_ttl(), format=ox.RdfFormat.TURTLE)}
    merged |= by_graph.get(IRIS.graph("registry"), set())
    for article, home in by_graph.items():
        if (article, RDF.type, CLM.Article) not in named(home):
            continue
        facts = named(home)
        if any(s == article and p == CLM.withdrawnAt for s, p, _ in facts):
            continue
        dead: set[str] = set()
        for claim in {s for s, p, o in facts if p == CLM.article}:
            withdrawn = any(s == claim and p == CLM.withdrawnAt for s, p, _ in facts)
            if withdrawn or status.get(claim) == "rejected":
                dead.add(claim)
                continue
            review = CLT[status.get(claim, "extracted")]
            merged.add(triple(claim, CLM.status, review))
            merged |= rewritten(by_graph[claim], parent)
        hidden = hidden_subjects(facts, dead)
        merged |= {
            t for t in home if t.predicate.value != SCHEMA.text and t.subject.value not in hidden
        }
    return merged


def replayed(decisions: list[Decision]) -> tuple[dict[str, str], dict[str, str]]:
    status: dict[str, str] = {}
    parent: dict[str, str] = {}
    for d in decisions:
        if d.kind == "merge":
            parent[d.subject] = d.target or ""
        elif d.kind == "unmerge":
            del parent[d.subject]
        else:
            status[d.subject] = {"accept": "accepted", "reject": "rejected"}[d.kind]
    return status, parent


def named(triples: set[ox.Triple]) -> set[tuple[str, str, str]]:
    return {(t.subject.value, t.predicate.value, t.object.value) for t in triples}


def hidden_subjects(facts: set[tuple[str, str, str]], dead: set[str]) -> set[str]:
    """Return dead claims, their parts (`claim#…`), and the passages and selectors of both."""
    tellers = {s for s, _, _ in facts if s.split("#")[0] in dead}
    passages = {o for s, p, o in facts if s in tellers and p == CLM.passage}
    return tellers | {s for s, _, _ in facts if s.split("#")[0] in passages}


def rewritten(graph: set[ox.Triple], parent: dict[str, str]) -> set[ox.Triple]:
    def root(iri: str) -> str:
        while iri in parent:
            iri = parent[iri]
        return iri

    def term(value: object) -> object:
        return ox.NamedNode(root(value.value)) if isinstance(value, ox.NamedNode) else value

    events = {s for s, p, o in named(graph) if p == RDF.type and o in EVENT_CLASSES}
    moved = {ox.Triple(term(t.subject), t.predicate, term(t.object)) for t in graph}
    return moved | {triple(event, CLM.canonical, root(event)) for event in events}


def triple(subject: str, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))


class Writes(RuleBasedStateMachine):
    """Any sequence of writes to a store of three articles."""

    texts = Bundle("texts")

    @initialize()
    def begin(self) -> None:
        self.store = EmbeddedStore.in_memory()
        self.now = AT
        self.revision = 0

    def tick(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    @rule(target=texts, extraction=st.sampled_from(SOURCES).flatmap(extractions))
    def add(self, extraction: Extraction) -> Extraction:
        self.store.put_article(extraction, at=self.tick())
        return extraction

    @rule(extraction=texts)
    def add_again(self, extraction: Extraction) -> None:
        self.store.put_article(extraction, at=self.tick())

    @rule(extraction=texts, kept=st.integers(0, 3))
    def replace_with_fewer_claims(self, extraction: Extraction, kept: int) -> None:
        own = [c for c in extraction.claims if isinstance(c, Meeting) and not c.under][:kept]
        title = extraction.article.title + "!"
        fewer = replace(extraction, claims=tuple(own))
        self.store.put_article(
            replace(fewer, article=replace(fewer.article, title=title)), at=self.tick()
        )

    @rule(extraction=texts)
    def withdraw(self, extraction: Extraction) -> None:
        self.attempt(lambda: self.store.withdraw(extraction.article.iri, at=self.tick()))

    @rule(extraction=texts)
    def purge(self, extraction: Extraction) -> None:
        self.attempt(lambda: self.store.purge(extraction.article.iri, at=self.tick()))
        # The oracle replays decisions; purging takes reviews off the record, so that still holds.

    @rule(extraction=texts, day=st.sampled_from([None, Day(2031, 7, 15), Day(-3, 1, 1)]))
    def date(self, extraction: Extraction, day: Day | None) -> None:
        def publish() -> None:
            stored = self.store.extraction(extraction.article.iri)
            dated = replace(stored, article=replace(stored.article, published=day))
            claims = tuple(replace(c, time=None) for c in dated.claims[:1]) + dated.claims[1:]
            self.store.set_published(replace(dated, claims=claims), at=self.tick())

        self.attempt(publish)

    @rule(kind=st.sampled_from(["meeting", "meeting", "statement", "redline"]), data=st.data())
    def merge(self, kind: str, data: st.DataObject) -> None:
        query = f"""SELECT DISTINCT ?e WHERE {{ GRAPH ?g {{ ?e a ?class }}
            FILTER(STRSTARTS(STR(?e), "{IRIS.base}{kind}/") && ?g != <{MERGED}>) }} ORDER BY ?e"""
        events = [row[0].value for row in self.store.select(query).rows]
        if events:
            first, second = (data.draw(st.sampled_from(events)) for _ in range(2))
            self.attempt(
                lambda: self.store.decide("merge", first, second, by="someone", at=self.tick())
            )

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        if standing := sorted(replayed(self.store.decisions())[1]):
            event = data.draw(st.sampled_from(standing))
            self.store.decide("unmerge", event, by="someone", at=self.tick())

    @rule(extraction=texts, kind=st.sampled_from(["accept", "reject"]), data=st.data())
    def review(self, extraction: Extraction, kind: str, data: st.DataObject) -> None:
        claims = [c.iri for c in extraction.claims if not c.under]
        if claims:
            claim = data.draw(st.sampled_from(claims))
            self.attempt(lambda: self.store.decide(kind, claim, by="someone", at=self.tick()))

    def attempt(self, write: object) -> None:
        """Write, or see that a refusal changes nothing."""
        before = self.store.revision
        try:
            write()
        except StoreError:
            assert self.store.revision == before

    @invariant()
    def merged_equals_its_definition(self) -> None:
        if not hasattr(self, "store") or self.store.revision == self.revision:
            return
        assert self.store.revision == self.revision + 1, "one write, one revision"
        self.revision = self.store.revision
        merged = merged_of(self.store)
        assert merged == oracle(self.store)
        assert merged == merged_definition(self.store._engine, self.store.base)

    @invariant()
    def every_entry_of_the_registry_is_named(self) -> None:
        if not hasattr(self, "store"):
            return
        query = f"""SELECT ?e WHERE {{ GRAPH <{IRIS.graph("registry")}> {{ ?e a ?class }}
            FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?e }} FILTER(?g != <{MERGED}>) }} }}"""
        assert self.store.select(query).rows == ()


def told_twice(store: EmbeddedStore) -> tuple[Extraction, Extraction, str, str]:
    """Add two articles that tell one meeting alike, merge theirs, and return what they are."""
    found = [with_meeting(source) for source in SOURCES[:2]]
    for extraction in found:
        store.put_article(extraction, at=AT)
    canonical, local = (e.claims[0].event for e in found)
    store.decide("merge", local, canonical, by="someone", at=AT)
    return found[0], found[1], canonical, local


def with_meeting(source: str) -> Extraction:
    article = IRIS.article(source)
    text = "Meridia met."
    actor = GAZETTEER[IRIS.linked_actor("meridia")]
    meeting = Meeting(
        iri=IRIS.claim(article, "1"),
        event=IRIS.event("meeting", article, "1"),
        commitment="asserts",
        evidence=(Passage.cut(text, Span(0, 12)),),
        cues=(),
        time=None,
        confidence=1.0,
        extractor="hand",
        rule="hand",
        participants=("Meridia",),
        incomplete=True,
        status="held",
    )
    return Extraction(
        article=Article(
            iri=article,
            text=text,
            title=source,
            language="en",
            published=None,
            published_from=None,
            publisher=None,
            source=None,
            digest=text_digest(text),
        ),
        actors=(actor,),
        claims=(meeting,),
    )


def test_what_another_article_says_of_a_merged_event_stays_when_one_is_rejected() -> None:
    store = EmbeddedStore.in_memory()
    first, _, canonical, _ = told_twice(store)
    store.decide("reject", first.claims[0].iri, by="someone", at=AT)
    said = triple(canonical, CLM.participant, IRIS.linked_actor("meridia"))
    assert said in merged_of(store)
    assert merged_of(store) == oracle(store)


def test_undoing_a_merge_parts_the_events_again() -> None:
    store = EmbeddedStore.in_memory()
    _, _, canonical, local = told_twice(store)
    assert triple(local, CLM.canonical, canonical) in merged_of(store)
    assert triple(local, RDF.type, CLM.Meeting) not in merged_of(store)
    store.decide("unmerge", local, canonical, by="someone", at=AT)
    assert triple(local, CLM.canonical, local) in merged_of(store)
    assert triple(local, RDF.type, CLM.Meeting) in merged_of(store)
    assert merged_of(store) == oracle(store)


def test_a_purged_canonical_event_still_joins_what_was_merged_into_it() -> None:
    store = EmbeddedStore.in_memory()
    first, _, canonical, local = told_twice(store)
    store.purge(first.article.iri, at=AT)
    assert store.canonical() == {local: canonical}
    assert triple(canonical, RDF.type, CLM.Meeting) in merged_of(store)
    assert merged_of(store) == oracle(store)


@pytest.mark.slow
def test_merged_equals_its_definition_after_any_writes() -> None:
    run_state_machine_as_test(
        Writes, settings=settings(max_examples=25, stateful_step_count=12, deadline=None)
    )


@given(st.permutations(SOURCES), st.data())
@settings(max_examples=15, deadline=None)
def test_articles_added_in_any_order_give_the_same_dataset(
    order: list[str], data: st.DataObject
) -> None:
    found = {source: data.draw(extractions(source)) for source in SOURCES}
    stores = []
    for sources in (SOURCES, order):
        store = EmbeddedStore.in_memory()
        for source in sources:
            store.put_article(found[source], at=AT)
        stores.append(store)
    assert quads_of(stores[0]) == quads_of(stores[1])
