"""A store filled by hand, and an app over it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.model.extraction import Extraction
from kg.store.embedded import EmbeddedStore
from tests.web.samples import AT, arabic, english, hostile, undated
from web import create_app, sign_in_path


def fill(store: EmbeddedStore) -> None:
    """Add the sample articles and join the two tellings of the talks."""
    told = [english(), arabic(), undated(), hostile()]
    for extraction in told:
        store.put_article(extraction, at=AT)
    store.decide("merge", meeting_of(told[1]), meeting_of(told[0]), by="test", at=AT)


def meeting_of(extraction: Extraction) -> str:
    """Return the event of the article's only meeting."""
    return next(extraction.meetings).event


@pytest.fixture(scope="session")
def filled() -> Iterator[EmbeddedStore]:
    """The filled store, for tests that only read."""
    store = EmbeddedStore.in_memory()
    fill(store)
    yield store
    store.close()


@pytest.fixture(scope="session")
def app(filled: EmbeddedStore) -> Flask:
    """An app that nobody may write to."""
    return create_app(filled)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of its own for each test."""
    return app.test_client()


@pytest.fixture
def own_store() -> Iterator[EmbeddedStore]:
    """A filled store that the test may change."""
    store = EmbeddedStore.in_memory()
    fill(store)
    yield store
    store.close()


@pytest.fixture
def writable(own_store: EmbeddedStore) -> Flask:
    """An app over a store of its own, with a token and a sign-in address."""
    return create_app(own_store, token="a-token-of-the-test", sign_in=True, clock=lambda: AT)


@pytest.fixture
def signed_in(writable: Flask) -> FlaskClient:
    """A browser that was signed in."""
    client = writable.test_client()
    client.get(sign_in_path(writable))
    return client
