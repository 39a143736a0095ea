"""What the app holds while it serves: the store, its latest snapshot, the clock.

In: made once by `create_app`. Out: `state()` inside a request.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from kg.query.dataset import Dataset, DatasetCache
from kg.store.base import GraphStore

from .assets import Assets
from .i18n import Catalogues
from .security import Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One app's parts. `clock` returns the present moment, timezone-aware."""

    store: GraphStore
    snapshots: DatasetCache
    catalogues: Catalogues
    assets: Assets
    gate: Gate
    clock: Callable[[], datetime]


def state() -> State:
    """Return the parts of the app that handles this request."""
    found: State = current_app.extensions["claimline"]
    return found


def dataset() -> Dataset:
    """Return the newest snapshot of the store."""
    return state().snapshots.current()
