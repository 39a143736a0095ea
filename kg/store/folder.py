"""The folder of an embedded store: recognised, made, opened; and what the engine says, translated.

A store's folder holds `claimline.json`, which says that it is one, in which format, and which
folder beside it is the engine's: `quads/`, or another of that beginning once a large load has taken
its place (one file is replaced, so the store is the old one or the new one, never half of either).
While visitors' queries run there is also `checkpoints/`. A folder with anything else in it is left
alone.
In:  a path. Out: an open pyoxigraph store, or an error that says what to do.
"""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.config import FORMAT_VERSION
from kg.errors import NotAStore, StoreError, StoreLocked, StoreTooNew, SurroundingsError

MARKER = "claimline.json"
QUADS = "quads"
CHECKPOINTS = "checkpoints"  # of readers; those of another run go when the store is opened
BESIDE = "quads-"  # an engine that is being made, or took the place of another
_LOCKED = ("lock hold by current process", "While lock file")  # RocksDB's words


def is_address(store: str) -> bool:
    """True for what names a server instead of a folder."""
    return store.startswith(("http://", "https://"))


def open_folder(path: Path, *, create: bool) -> ox.Store:
    """Open the store in the folder, made first if `create` says so.

    Raises NotAStore, StoreTooNew, StoreLocked, and SurroundingsError where the disk refuses.
    """
    try:
        if read_marker(path) is None:
            _make(path, create=create)
    except OSError as error:
        raise SurroundingsError(
            f"The folder {path} cannot be used as a store: {error.strerror}. "
            "Name another one with --store."
        ) from error
    return _open_quads(path)


@dataclass(frozen=True, slots=True)
class Marker:
    """What `claimline.json` says: the format, and the name of the engine's folder."""

    format: int
    quads: str = QUADS


def read_marker(path: Path) -> Marker | None:
    """Return what the folder's marker says, None where there is none.

    Raises NotAStore, StoreTooNew, OSError.
    """
    marker = path / MARKER
    if not marker.is_file():
        return None
    try:
        said = json.loads(marker.read_text(encoding="utf-8"))
        version, quads = said["format"], said.get("quads", QUADS)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAStore(
            f"{marker} cannot be read as a store's description. Restore the folder from a backup, "
            "or name another one with --store."
        ) from error
    check_version(version, path)
    if not is_engine(quads):
        raise NotAStore(f"{marker} names {quads!r}, which is no folder of an engine.")
    return Marker(version, quads)


def is_engine(name: object) -> bool:
    """True for the name of an engine's folder."""
    return isinstance(name, str) and (
        name == QUADS or (name.startswith(BESIDE) and name.removeprefix(BESIDE).isalnum())
    )


def write_marker(path: Path, marker: Marker) -> None:
    """Replace the marker at once, on the disk before this returns. Raises OSError."""
    said = {"format": marker.format}
    text = json.dumps(said if marker.quads == QUADS else {**said, "quads": marker.quads})
    written = path / f"{MARKER}.new"
    with written.open("w", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    written.replace(path / MARKER)
    sync_folder(path)


def sync_folder(path: Path) -> None:
    """Make the names in a folder last, where the system can. Raises OSError."""
    if os.name == "nt":
        return
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


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
    write_marker(path, Marker(FORMAT_VERSION))


def _open_quads(path: Path) -> ox.Store:
    """Open the engine that the marker names, and remove what other runs left behind."""
    while True:
        marker = read_marker(path) or Marker(FORMAT_VERSION)
        try:
            store = ox.Store(str(path / marker.quads))
        except OSError as error:
            raise translated(error, str(path)) from error
        except RuntimeError as error:  # the engine's word for damaged files
            raise StoreError(
                f"The store at {path} is damaged: {error}. Restore a backup into a new folder with "
                "`claimline restore`."
            ) from error
        if read_marker(path) in (marker, None):  # else another took its place meanwhile
            break
        del store
    shutil.rmtree(path / CHECKPOINTS, ignore_errors=True)
    drop_other_engines(path, marker.quads)
    return store


def renew_marker(path: Path) -> None:
    """Write the present format into the marker of a store that was brought up to it."""
    marker = read_marker(path)
    if marker is not None and marker.format < FORMAT_VERSION:
        write_marker(path, Marker(FORMAT_VERSION, marker.quads))


def drop_other_engines(path: Path, kept: str) -> None:
    """Remove engines that are the store's no more, or never were; whoever calls holds the store."""
    for found in path.iterdir():
        if found.name != kept and is_engine(found.name):
            shutil.rmtree(found, ignore_errors=True)


def translated(error: OSError, path: str) -> StoreError | SurroundingsError:
    """Return what the engine's error means to us."""
    if any(words in str(error) for words in _LOCKED):
        return StoreLocked(path)
    return SurroundingsError(
        f"The store at {path} cannot be read or written: {error}. Look at the disk's space and "
        "the folder's permissions, then try again."
    )
