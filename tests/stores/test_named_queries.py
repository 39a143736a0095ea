"""Every named question gives the same rows on every store, over the sample articles."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from kg import demo
from kg.pipeline import ingest
from kg.query.run import named_queries, run_named
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteStore, address_of
from tests.stores.conftest import server

AT = datetime(2025, 5, 1, 12, tzinfo=UTC)
KINDS = ["oxigraph", "oxigraph-union", pytest.param("virtuoso", marks=pytest.mark.nightly)]


def fill(store: GraphStore) -> None:
    for source in demo.sources():
        ingest(source, store, at=AT)
    for local, canonical in demo.merges(store):
        store.decide("merge", local, canonical, by="demo", at=AT)


@pytest.fixture(scope="module")
def here() -> EmbeddedStore:
    store = EmbeddedStore.in_memory()
    fill(store)
    return store


@pytest.fixture(scope="module", params=KINDS)
def there(request: pytest.FixtureRequest) -> Iterator[RemoteStore]:
    found = server(request.param)
    store = RemoteStore.open(address_of(found.query, found.environment))
    fill(store)
    yield store


def test_every_named_question_gives_the_same_rows(here: EmbeddedStore, there: RemoteStore) -> None:
    asked = 0
    for query in named_queries():
        pairs = (p.example.partition("=") for p in query.parameters if not p.optional)
        given = {name: value for name, _, value in pairs}
        mine, theirs = (run_named(store, query.name, given) for store in (here, there))
        assert theirs.columns == mine.columns
        assert theirs.rows == mine.rows, query.name
        asked += len(mine.rows) > 0
    assert asked >= 12


def test_the_dumps_are_equal_byte_for_byte(here: EmbeddedStore, there: RemoteStore) -> None:
    for form in ("turtle", "trig", "nquads", "jsonld"):
        mine, theirs = (b"".join(s.dump(form, with_text=True)) for s in (here, there))
        assert theirs == mine, form
