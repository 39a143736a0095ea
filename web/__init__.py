"""The explorer: pages, an interface for programs, and a SPARQL endpoint over one store.

In:  a `GraphStore`. Out: a Flask app (`create_app`), served by `claimline serve` and `demo`.
"""

import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from kg.query.dataset import DatasetCache
from kg.query.indexed import IndexedStore
from kg.store.base import GraphStore

from . import (
    api,
    articles,
    assets,
    cors,
    downloads,
    errors,
    graphs,
    i18n,
    identity,
    merging,
    pages,
    revision,
    security,
    sign_in,
    sparql,
    templating,
    things,
)
from .assets import Assets
from .catalogue import read_catalogues
from .gate import Gate
from .state import State

# Start-up looks for this name: another distribution's package `web` may have been installed over
# ours, silently.
PRODUCT = "claimline"
_BLUEPRINTS = (
    pages.bp,
    articles.bp,
    things.bp,
    api.bp,
    downloads.bp,
    identity.bp,
    sparql.bp,
    graphs.bp,
    merging.bp,
    sign_in.bp,
)


def create_app(
    store: GraphStore,
    *,
    token: str | None = None,
    sign_in: bool = False,
    hosts: Sequence[str] = (),
    origins: Sequence[str] = (),
    clock: Callable[[], datetime] | None = None,
) -> Flask:
    """Return the app over `store`.

    `token` opens writing to programs (Authorization: Bearer); `sign_in` makes a one-time address
    for a browser (`sign_in_path`). `hosts` are host names to answer to besides loopback's,
    `origins` those of other sites (https://editor.example) whose pages may ask.
    """
    # The static folder is served by `assets`, under addresses that name the content.
    app = Flask(__name__, static_folder=None)
    state = State(
        store=store,
        snapshots=DatasetCache(store),
        indexed=IndexedStore(store),
        catalogues=read_catalogues(),
        assets=Assets.read(),
        gate=Gate(token, secrets.token_urlsafe(24) if sign_in else None),
        clock=clock or (lambda: datetime.now(UTC).replace(microsecond=0)),
        start=secrets.token_hex(8),
    )
    app.extensions["claimline"] = state
    # Keys stand as they are documented, words as they are written.
    if isinstance(app.json, DefaultJSONProvider):
        app.json.sort_keys = False
        app.json.ensure_ascii = False
    # The order counts: a foreign host is refused before anything else is looked at.
    security.protect(app, tuple(hosts))
    cors.register(app, origins)
    revision.register(app)
    i18n.register(app)
    errors.register(app)
    templating.register(app)
    for blueprint in (assets.blueprint(state.assets), *_BLUEPRINTS):
        app.register_blueprint(blueprint)
    return app


def sign_in_path(app: Flask) -> str:
    """Return the one-time sign-in path of an app made with `sign_in=True`.

    Raises LookupError when there is none, or it was used.
    """
    state: State = app.extensions["claimline"]
    if state.gate.sign_in is None:
        raise LookupError("this app has no sign-in address, or it was used already")
    return f"/sign-in/{state.gate.sign_in}"
