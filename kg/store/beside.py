"""A store's engine changed beside the old one, which it replaces at one moment.

What is too large for one update is written into another folder, a fresh engine or a copy made of
hard links; when it is whole and on the disk, the marker names it. Whatever ends this early leaves
the store as it was, and the half-made folder goes when the store is opened next.
In:  the store's folder and its open engine, what to write. Out: the new engine, open.
"""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.config import FORMAT_VERSION
from kg.store.folder import (
    BESIDE,
    QUADS,
    Marker,
    drop_other_engines,
    read_marker,
    translated,
    write_marker,
)


def replaced(
    folder: Path, engine: ox.Store, change: Callable[[ox.Store], None], *, copy: bool
) -> ox.Store:
    """Return the engine that took the place of `engine`: a copy of it, or a fresh one, changed.

    The caller holds the write lock and lets go of `engine`. Raises SurroundingsError and what
    `change` raises; then the store is as it was.
    """
    old = (read_marker(folder) or Marker(FORMAT_VERSION)).quads
    name = _next(old)
    path = folder / name
    shutil.rmtree(path, ignore_errors=True)
    try:
        if copy:
            engine.backup(str(path))
        new = _changed(path, change)
        write_marker(folder, Marker(FORMAT_VERSION, name))
    except BaseException as error:
        if (read_marker(folder) or Marker(FORMAT_VERSION)).quads == old:
            shutil.rmtree(path, ignore_errors=True)
        if isinstance(error, OSError):
            raise translated(error, str(folder)) from error
        raise
    drop_other_engines(folder, name)
    return new


def _changed(path: Path, change: Callable[[ox.Store], None]) -> ox.Store:
    new = ox.Store(str(path))
    with without_garbage_collection():
        change(new)
    new.flush()
    return new


def _next(name: str) -> str:
    number = 0 if name == QUADS else int(name.removeprefix(BESIDE))
    return f"{BESIDE}{number + 1}"


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Keep Python from looking for rings among millions of quads, which takes half the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
