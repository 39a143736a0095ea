"""Every store there is, one after another: in memory, in a folder, on servers over loopback."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore
from kg.store.remote import RemoteStore, address_of
from tests.harbour import harbour
from tests.stores.servers import Server, oxigraph, virtuoso
from tests.strategies import AT

SERVERS = ("oxigraph", "oxigraph-union", "virtuoso")
_running: dict[str, Server] = {}


def server(kind: str) -> Server:
    """Return the running server of a kind, emptied; it runs until the tests end."""
    if kind not in _running:
        started = virtuoso() if kind == "virtuoso" else oxigraph(union=kind.endswith("union"))
        if isinstance(started, str):
            if os.environ.get("CLAIMLINE_TEST_SERVERS") == "require":
                pytest.fail(started)
            pytest.skip(started)
        _running[kind] = started
    _running[kind].clear()
    return _running[kind]


@pytest.fixture(scope="session", autouse=True)
def _stop_servers() -> Iterator[None]:
    yield
    for running in _running.values():
        running.stop()
    _running.clear()


@pytest.fixture(
    params=[
        "memory",
        "folder",
        "oxigraph",
        pytest.param("oxigraph-union", marks=pytest.mark.slow),
        pytest.param("virtuoso", marks=pytest.mark.nightly),
    ]
)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    """An empty store of each kind."""
    opened: GraphStore
    if request.param == "memory":
        opened = EmbeddedStore.in_memory()
    elif request.param == "folder":
        opened = EmbeddedStore.open(tmp_path / "store")
    else:
        found = server(request.param)
        opened = RemoteStore.open(address_of(found.query, found.environment), pause=0.01)
    yield opened
    opened.close()


@pytest.fixture
def filled(store: GraphStore) -> GraphStore:
    """A store with the sample article."""
    store.put_article(harbour(), at=AT)
    return store


@pytest.fixture(params=["oxigraph", "oxigraph-union"])
def served(request: pytest.FixtureRequest) -> Server:
    """An empty server."""
    return server(request.param)


@pytest.fixture
def served_once() -> Server:
    """An empty server of the plain kind."""
    return server("oxigraph")
