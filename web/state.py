"""What the app holds while it serves: the store with its index, the clock.

In: made once by `create_app`. Out: `state()` inside a request.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime

from flask import Flask, current_app, g
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from kg.errors import KgError, StoreMoved, SurroundingsError
from kg.query.indexed import IndexedStore
from kg.query.library import Library
from kg.store.base import GraphStore

from .assets import Assets
from .catalogue import Catalogue
from .gate import Gate
from .shelf import Shelf

# A store that is written to during every one of these answers is not normal.
_MOST_AGAIN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One app's parts. `clock` returns the present moment, timezone-aware.

    `shelf` keeps previews of what may be added; `fetch` lets it be fetched from an address.
    `start` names this start of the server: answers of an earlier one are not taken for its own.
    """

    store: GraphStore
    indexed: IndexedStore
    catalogues: dict[str, Catalogue]
    assets: Assets
    gate: Gate
    clock: Callable[[], datetime]
    start: str
    shelf: Shelf
    fetch: bool


def state() -> State:
    """Return the parts of the app that handles this request."""
    found: State = current_app.extensions["claimline"]
    return found


def library() -> Library:
    """Return the claims that this request answers from, at one revision throughout."""
    if "library" not in g:
        g.held = ExitStack()
        g.library = g.held.enter_context(state().indexed.library())
    found: Library = g.library
    return found


def register(app: Flask) -> None:
    """Let go of the claims at the end of each request; answer again when they moved meanwhile."""
    app.teardown_request(_let_go)
    app.register_error_handler(StoreMoved, _again)


def _let_go(error: BaseException | None = None) -> None:
    del error
    g.pop("library", None)
    held: ExitStack | None = g.pop("held", None)
    if held is not None:
        held.close()


def _again(error: StoreMoved) -> ResponseReturnValue:
    """Answer anew at the store's newest revision, a few times."""
    for _ in range(_MOST_AGAIN):
        _let_go()
        try:
            return current_app.dispatch_request()
        except StoreMoved:
            continue
        except (KgError, HTTPException) as other:
            return current_app.handle_user_exception(other)
    return current_app.handle_user_exception(SurroundingsError(str(error)))
