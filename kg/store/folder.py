"""The folder of an embedded store: recognised, made, opened; and what the engine says, translated.

A store's folder holds `claimline.json`, which says that it is one and in which format, and
`quads/`, which is the engine's; while visitors' queries run also `checkpoints/`. A folder with
anything else in it is left alone.
In:  a path. Out: an open pyoxigraph store, or an error that says what to do.
"""

import json
import shutil
from pathlib import Path

import pyoxigraph as ox

from kg.config import FORMAT_VERSION
from kg.errors import NotAStore, StoreError, StoreLocked, StoreTooNew, SurroundingsError

MARKER = "claimline.json"
QUADS = "quads"
CHECKPOINTS = "checkpoints"  # of readers; those of another run go when the store is opened
_LOCKED = ("lock hold by current process", "While lock file")  # RocksDB's words


def open_folder(path: Path, *, create: bool) -> ox.Store:
    """Open the store in the folder, made first if `create` says so.

    Raises NotAStore, StoreTooNew, StoreLocked, and SurroundingsError where the disk refuses.
    """
    try:
        if not _is_store(path):
            _make(path, create=create)
    except OSError as error:
        raise SurroundingsError(
            f"The folder {path} cannot be used as a store: {error.strerror}. "
            "Name another one with --store."
        ) from error
    return _open_quads(path)


def _is_store(path: Path) -> bool:
    """True for a store's folder that this program can read."""
    marker = path / MARKER
    if not marker.is_file():
        return False
    try:
        version = json.loads(marker.read_text(encoding="utf-8"))["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotAStore(
            f"{marker} cannot be read as a store's description. Restore the folder from a backup, "
            "or name another one with --store."
        ) from error
    check_version(version, path)
    return True


def check_version(version: object, path: Path | str) -> None:
    """Raise StoreTooNew or NotAStore for a format that this program does not know."""
    if not isinstance(version, int) or version < 1:
        raise NotAStore(f"The store at {path} has the format {version!r}, which never existed.")
    if version > FORMAT_VERSION:
        raise StoreTooNew(
            f"The store at {path} has format {version}; this program knows formats up to "
            f"{FORMAT_VERSION}. Install a newer Claimline, or name another folder with --store."
        )


def _make(path: Path, *, create: bool) -> None:
    if path.exists() and not path.is_dir():
        raise NotAStore(f"{path} is a file, not a store's folder. Name a folder with --store.")
    half_made = {f"{MARKER}.new"}
    if path.exists() and any(found.name not in half_made for found in path.iterdir()):
        raise NotAStore(
            f"The folder {path} holds other files and no Claimline store, so it is left alone. "
            "Name an empty or new folder with --store."
        )
    if not create:
        raise NotAStore(
            f"There is no store at {path}. Make one with `claimline add SOURCE`, "
            "or name another folder with --store."
        )
    path.mkdir(parents=True, exist_ok=True)
    written = path / f"{MARKER}.new"
    written.write_text(json.dumps({"format": FORMAT_VERSION}) + "\n", encoding="utf-8")
    written.replace(path / MARKER)


def _open_quads(path: Path) -> ox.Store:
    try:
        store = ox.Store(str(path / QUADS))
    except OSError as error:
        raise translated(error, str(path)) from error
    shutil.rmtree(path / CHECKPOINTS, ignore_errors=True)
    return store


def translated(error: OSError, path: str) -> StoreError | SurroundingsError:
    """Return what the engine's error means to us."""
    if any(words in str(error) for words in _LOCKED):
        return StoreLocked(path)
    return SurroundingsError(
        f"The store at {path} cannot be read or written: {error}. Look at the disk's space and "
        "the folder's permissions, then try again."
    )
