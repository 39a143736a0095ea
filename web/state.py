"""What the app holds while it serves: the store, its latest snapshot, the clock.

In: made once by `create_app`. Out: `state()` inside a request.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import current_app, g

from kg.query.dataset import Dataset, DatasetCache
from kg.query.indexed import IndexedStore
from kg.store.base import GraphStore

from .assets import Assets
from .catalogue import Catalogue
from .gate import Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One app's parts. `clock` returns the present moment, timezone-aware.

    `start` names this start of the server: answers of an earlier one are not taken for its own.
    """

    store: GraphStore
    snapshots: DatasetCache
    indexed: IndexedStore
    catalogues: dict[str, Catalogue]
    assets: Assets
    gate: Gate
    clock: Callable[[], datetime]
    start: str


def state() -> State:
    """Return the parts of the app that handles this request."""
    found: State = current_app.extensions["claimline"]
    return found


def dataset() -> Dataset:
    """Return the snapshot that this request answers from, the same throughout."""
    if "dataset" not in g:
        g.dataset = state().snapshots.current()
    found: Dataset = g.dataset
    return found
