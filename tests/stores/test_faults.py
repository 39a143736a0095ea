"""Connections that break while a store on a server is written: all of a write is there, or none."""

import contextlib
import subprocess
import sys
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import RemoteEndpointError
from kg.model.extraction import Extraction
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.store.graphs import Graphs
from kg.store.intents import Intent
from kg.store.merged import merged_definition
from kg.store.remote import RemoteStore, adapters, address_of
from kg.store.updates import UpdateRequest
from tests.harbour import TALKS, harbour
from tests.stores.changes import LATER, talks_only, with_text
from tests.stores.proxy import Proxy
from tests.stores.servers import Server
from tests.strategies import AT, IRIS

KNOWN, UNKNOWN = "Oxigraph/0.5", "Somebody's server"
CHANGED = talks_only(with_text(harbour(), " More."))


def whole(store: GraphStore) -> list[bytes]:
    return [b"".join(store.dump(f, with_text=True)) for f in ("nquads", "turtle")]


def expected(*puts: tuple[Extraction, object]) -> list[bytes]:
    store = EmbeddedStore.in_memory()
    for extraction, at in puts:
        store.put_article(extraction, at=at)
    return whole(store)


BEFORE = ((harbour(), AT),)
AFTER = ((harbour(), AT), (CHANGED, LATER))


def opened(address: str, *, lease: float = 0.3, tries: int = 3) -> RemoteStore:
    return RemoteStore.open(address_of(address, {}), pause=0.001, tries=tries, lease=lease)


def turns(served: Server) -> int:
    store = opened(served.query)
    query = f"SELECT * WHERE {{ GRAPH <{IRIS.graph('turns')}> {{ ?s ?p ?o }} }}"
    return len(store.select(query).rows)


@pytest.fixture(params=[KNOWN, UNKNOWN])
def header(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapters, "UNKNOWN", replace(adapters.UNKNOWN, quads=60))


@pytest.mark.slow
def test_a_writer_cut_off_anywhere_leaves_all_or_nothing(served_once: Server, header: str) -> None:
    before, after = expected(*BEFORE), expected(*AFTER)
    outcomes = []
    for step in range(1, 40):
        served_once.clear()
        opened(served_once.query).put_article(harbour(), at=AT)
        with Proxy(served_once.query, server=header) as proxy:
            store = opened(proxy.address, tries=1)
            done = proxy.updates
            last = done + step  # from this update on nothing gets through
            proxy.plan = lambda *_, p=proxy, last=last: "drop" if p.updates >= last else "pass"
            with contextlib.suppress(RemoteEndpointError):
                store.put_article(CHANGED, at=LATER)
            finished = proxy.updates < last
        again = opened(served_once.query)
        found = whole(again)
        assert found in (before, after), step
        outcomes.append(found == after)
        again.put_article(CHANGED, at=LATER)
        assert whole(again) == after
        assert turns(served_once) == 0
        if finished:
            break
    assert outcomes[0] is False
    assert outcomes[-1] is True
    assert outcomes == sorted(outcomes), "once it is to be finished it stays so"
    assert len(outcomes) >= (4 if header == KNOWN else 8)


@pytest.mark.slow
def test_an_acknowledgement_that_is_lost_does_no_harm(served_once: Server, header: str) -> None:
    after = expected(*AFTER)
    for step in range(1, 30):
        served_once.clear()
        opened(served_once.query).put_article(harbour(), at=AT)
        with Proxy(served_once.query, server=header) as proxy:
            store = opened(proxy.address)
            lost = proxy.updates + step
            proxy.plan = lambda number, path, lost=lost: (
                "lose" if (path, number) == ("update", lost) else "pass"
            )
            store.put_article(CHANGED, at=LATER)
            last = proxy.updates < lost
        assert whole(opened(served_once.query)) == after, step
        assert turns(served_once) == 0
        if last:
            break
    assert step >= 4


def test_queries_are_tried_again_and_a_strangers_update_is_not(served_once: Server) -> None:
    with Proxy(served_once.query) as proxy:
        store = opened(proxy.address)
        proxy.plan = lambda number, path: 503 if path == "query" and number % 2 else "pass"
        assert store.revision == 0
        third = proxy.updates + 3
        text = "INSERT DATA { GRAPH <urn:free> { <urn:a> <urn:b> <urn:c> } }"
        proxy.plan = lambda number, path: 503 if (path, number) == ("update", third) else "pass"
        with pytest.raises(RemoteEndpointError, match="busy"):
            store.update(UpdateRequest(text=text))
        assert proxy.updates == third + 1, "drawn (two), sent once, given back"


def test_a_writer_that_stood_still_too_long_writes_nothing(served_once: Server) -> None:
    opened(served_once.query).put_article(harbour(), at=AT)
    before = whole(opened(served_once.query))
    with Proxy(served_once.query) as proxy:
        slow = opened(proxy.address)
        done = proxy.updates

        def plan(number: int, path: str) -> str:
            if path == "update" and number == done + 3:  # the write itself: another comes first
                served_once.send(f"CLEAR GRAPH <{IRIS.graph('turns')}>")
            return "pass"

        proxy.plan = plan
        with pytest.raises(RemoteEndpointError, match="stood still too long"):
            slow.put_article(CHANGED, at=LATER)
    assert whole(opened(served_once.query)) == before


WRITER = """
import sys
from dataclasses import replace
from kg.model.article import text_digest
from kg.store.remote import RemoteStore, address_of
from kg.model.extraction import Extraction
from tests.harbour import harbour
from tests.strategies import AT, IRIS
store = RemoteStore.open(address_of(sys.argv[1], {}), pause=0.01)
for number in range(3):
    name = f"{sys.argv[2]}-{number}"
    article = replace(harbour().article, iri=IRIS.article(name), text=name,
                      digest=text_digest(name))
    store.put_article(Extraction(article=article), at=AT)
    print(name, flush=True)
store.decide("accept", sys.argv[3], by=sys.argv[2], at=AT)
"""


def test_writers_in_processes_of_their_own_lose_nothing(served_once: Server) -> None:
    store = opened(served_once.query, lease=15)
    store.put_article(harbour(), at=AT)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, served_once.query, str(n), TALKS],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for n in range(4)
    ]
    failed = [error for w in writers if (error := w.communicate(timeout=120)[1])]
    assert failed == []
    assert len(store.articles()) == 13
    assert store.revision == 1 + 12 + 1, "the same review again changes nothing"
    quads = ox.Store()
    quads.extend(
        ox.parse(b"".join(store.dump("nquads", with_text=True)), format=ox.RdfFormat.N_QUADS)
    )
    merged = {
        q.triple for q in ox.parse(b"".join(store.dump("turtle")), format=ox.RdfFormat.TURTLE)
    }
    assert merged == merged_definition(quads, store.base)
    assert turns(served_once) == 0


def test_an_intent_reads_back_as_it_was_written() -> None:
    quad = ox.Quad(
        ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal('"}\n'), ox.NamedNode("x:g")
    )
    intent = Intent.of(7, [], [quad], Graphs(IRIS.base))
    assert Intent.from_text(intent.to_text()) == intent
