"""Every named question gives the same rows on every store, over the sample articles."""

from datetime import UTC, datetime

import pyoxigraph as ox
import pytest

from kg import demo
from kg.model.article import SourceText
from kg.model.day import Day
from kg.pipeline import ingest
from kg.query.run import named_queries, run_named
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs
from kg.store.plan import quad_lines
from kg.store.remote import RemoteStore, address_of
from tests.stores.conftest import server

AT = datetime(2025, 5, 1, 12, tzinfo=UTC)
KINDS = ["oxigraph", "oxigraph-union", pytest.param("virtuoso", marks=pytest.mark.nightly)]


# What no sample article says.
CROSSED = (
    "Egypt told Ethiopia that any new filling of the reservoir was a red line.\n\n"
    "Egypt said Ethiopia had crossed a red line with the new filling of the reservoir.\n"
)


def fill(store: GraphStore) -> None:
    crossed = SourceText(name="crossed", text=CROSSED, language="en", published=Day(2025, 4, 12))
    for source in (*demo.sources(), crossed):
        ingest(source, store, at=AT)
    for local, canonical in demo.merges(store):
        store.decide("merge", local, canonical, by="demo", at=AT)


# Virtuoso 7.2.5 as Debian has it: property paths inside GRAPH, and EXISTS within BIND.
VIRTUOSO_CANNOT = {
    "attribution-chain": "gives 2 of 10 rows",
    "claims-of-event": "SP031, an internal error of its compiler",
    "disputed": "no answer within 20 seconds",
    "disputed-facts": "SQ074, an internal error of its compiler",
    "inside-place": "gives 14 rows where there are 4",
}


@pytest.fixture(scope="module")
def here() -> EmbeddedStore:
    store = EmbeddedStore.in_memory()
    fill(store)
    return store


@pytest.fixture(scope="module", params=KINDS)
def there(request: pytest.FixtureRequest) -> RemoteStore:
    found = server(request.param)
    store = RemoteStore.open(address_of(found.query, found.environment))
    fill(store)
    return store


def test_every_named_question_gives_the_same_rows(here: EmbeddedStore, there: RemoteStore) -> None:
    asked = 0
    cannot = VIRTUOSO_CANNOT if there.kind == "Virtuoso" else {}
    for query in (q for q in named_queries() if q.name not in cannot):
        pairs = (p.example.partition("=") for p in query.parameters if not p.optional)
        given = {name: value for name, _, value in pairs}
        mine, theirs = (run_named(store, query.name, given) for store in (here, there))
        assert theirs.columns == mine.columns
        assert theirs.rows == mine.rows, query.name
        asked += len(mine.rows) > 0
    assert asked >= 12 - len(cannot)
    assert run_named(there, "red-lines-crossed", {}).rows


def test_the_dumps_are_equal_byte_for_byte(here: EmbeddedStore, there: RemoteStore) -> None:
    for form in ("turtle", "trig", "nquads", "jsonld"):
        mine, theirs = (b"".join(s.dump(form, with_text=True)) for s in (here, there))
        assert theirs == mine, form


def test_a_store_that_was_moved_is_the_same(here: EmbeddedStore) -> None:
    found = server("oxigraph")
    quads = b"".join(here.dump("nquads", with_text=True)).decode()
    merged = here.count()[1]
    rows = [f"GRAPH {g} {{ {s} {p} {o} }}" for s, p, o, g in map(_terms, quads.splitlines())]
    found.send(f"INSERT DATA {{ {' '.join(rows)} }}")
    triples = list(here.quads(graph=Graphs(here.base).merged))
    found.send(f"INSERT DATA {{ {' '.join(quad_lines(triples))} }}")
    there = RemoteStore.open(address_of(found.query, found.environment), create=False)
    assert there.count()[1] == merged
    assert there.revision == here.revision
    assert list(there.dump("turtle")) == list(here.dump("turtle"))
    assert list(there.validate(deep=True)) == []


def _terms(line: str) -> tuple[object, object, object, object]:
    quad = next(iter(ox.parse(line, format=ox.RdfFormat.N_QUADS)))
    return quad.subject, quad.predicate, quad.object, quad.graph_name
