"""The explorer: pages, an interface for programs, and a SPARQL endpoint over one store.

In:  a `GraphStore`. Out: a Flask app (`create_app`), served by `claimline serve` and `demo`; or by
another WSGI server, with settings from the environment (`from_environment`).
"""

import atexit
import os
import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from kg.config import DEFAULT_STORE
from kg.query.indexed import IndexedStore
from kg.store.base import GraphStore
from kg.store.embedded import EmbeddedStore

from . import (
    adding,
    api,
    articles,
    assets,
    compress,
    cors,
    downloads,
    errors,
    feeds,
    finding,
    graphs,
    health,
    i18n,
    identity,
    keeping,
    listing,
    merging,
    pages,
    revision,
    security,
    sign_in,
    sparql,
    starting,
    templating,
    things,
    writing,
)
from . import state as holding
from .access_log import AccessLog
from .assets import Assets
from .catalogue import read_catalogues
from .gate import Gate
from .quick import QuickQueries
from .shelf import Shelf
from .state import State

# Start-up looks for this name: another distribution's package `web` may have been installed over
# ours, silently.
PRODUCT = "claimline"
_BLUEPRINTS = (
    pages.bp,
    finding.bp,
    listing.bp,
    health.bp,
    articles.bp,
    things.bp,
    api.bp,
    downloads.bp,
    feeds.bp,
    identity.bp,
    sparql.bp,
    graphs.bp,
    merging.bp,
    sign_in.bp,
    starting.bp,
    writing.bp,
    adding.bp,
    keeping.bp,
)


def create_app(
    store: GraphStore,
    *,
    token: str | None = None,
    sign_in: bool = False,
    fetch: bool = False,
    hosts: Sequence[str] = (),
    origins: Sequence[str] = (),
    clock: Callable[[], datetime] | None = None,
    max_body_bytes: int = security.MAX_BODY_BYTES,
    access_log: Callable[[str], object] | None = None,
) -> Flask:
    """Return the app over `store`.

    `token` opens writing to programs (Authorization: Bearer); `sign_in` makes a one-time address
    for a browser (`sign_in_path`); `fetch` lets who writes have articles fetched from addresses.
    `hosts` are host names to answer to besides loopback's,
    `origins` those of other sites (https://editor.example) whose pages may ask. A request's body
    may have `max_body_bytes`; `access_log` takes a line of JSON for each answer.
    """
    # The static folder is served by `assets`, under addresses that name the content.
    app = Flask(__name__, static_folder=None)
    state = State(
        store=store,
        indexed=IndexedStore(store),
        catalogues=read_catalogues(),
        assets=Assets.read(),
        gate=Gate(token, secrets.token_urlsafe(24) if sign_in else None),
        clock=clock or (lambda: datetime.now(UTC).replace(microsecond=0)),
        start=secrets.token_hex(8),
        shelf=Shelf(),
        fetch=fetch,
    )
    app.extensions["claimline"] = state
    # Keys stand as they are documented, words as they are written.
    if isinstance(app.json, DefaultJSONProvider):
        app.json.sort_keys = False
        app.json.ensure_ascii = False
    # The order counts: a foreign host is refused before anything else is looked at; answers are
    # compressed behind everything else.
    compress.register(app)
    security.protect(app, tuple(hosts), max_body_bytes=max_body_bytes)
    cors.register(app, origins)
    revision.register(app)
    i18n.register(app)
    errors.register(app)
    holding.register(app)
    templating.register(app)
    for blueprint in (assets.blueprint(state.assets), *_BLUEPRINTS):
        app.register_blueprint(blueprint)
    app.wsgi_app = QuickQueries(  # type: ignore[method-assign] # Flask's way
        app, state, security.known_hosts(tuple(hosts)), other_origins=bool(origins)
    )
    if access_log is not None:
        app.wsgi_app = AccessLog(app.wsgi_app, access_log)  # type: ignore[method-assign] # Flask's way
    return app


def from_environment() -> Flask:
    """Return the app over the store that the environment names, for a WSGI server of one's own.

    CLAIMLINE_STORE, CLAIMLINE_TOKEN, CLAIMLINE_HOSTS (names to answer to, with commas between). The
    folder belongs to one process: give it threads, not workers.
    """
    store = EmbeddedStore.open(os.environ.get("CLAIMLINE_STORE", DEFAULT_STORE))
    atexit.register(store.close)
    hosts = os.environ.get("CLAIMLINE_HOSTS", "")
    app = create_app(
        store,
        token=os.environ.get("CLAIMLINE_TOKEN") or None,
        hosts=tuple(name.strip() for name in hosts.split(",") if name.strip()),
    )
    templating.compile_ahead(app)
    return app


def sign_in_path(app: Flask) -> str:
    """Return the one-time sign-in path of an app made with `sign_in=True`.

    Raises LookupError when there is none, or it was used.
    """
    state: State = app.extensions["claimline"]
    if state.gate.sign_in is None:
        raise LookupError("this app has no sign-in address, or it was used already")
    return f"/sign-in/{state.gate.sign_in}"
