"""Backups of a store's folder, made while it is written, and the way back.

A backup is the engine's own checkpoint (hard links where the disk allows: milliseconds), the
store's marker, and a list of all files with their digests; as a folder, or as one archive (.tar,
.tar.gz). It holds everything: texts, decisions, free graphs, revision. It is there whole or not at
all.
In:  an open engine and a target; or a backup and a new or empty folder.
Out: the backup; the folder, ready to be opened.
"""

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath
from typing import Any

import pyoxigraph as ox

from kg.config import FORMAT_VERSION
from kg.errors import NotAStore, StoreError, SurroundingsError
from kg.store import meta
from kg.store.folder import MARKER, QUADS, Marker, check_version, sync_folder, write_marker
from kg.store.graphs import Graphs

LIST = "claimline-backup.json"
_ARCHIVES = {".tar": "w", ".tgz": "w:gz", ".gz": "w:gz"}
_CHUNK = 1024 * 1024
_MOST_OF_LIST = 100_000_000  # bytes; a list of a million files is smaller


def back_up(
    engine: ox.Store, graphs: Graphs, target: Path, write_lock: AbstractContextManager[Any]
) -> None:
    """Write a backup. Raises StoreError for a target that is there, SurroundingsError."""
    if target.exists() or target.is_symlink():
        raise StoreError(f"{target} is there already, and a backup replaces nothing. Name another.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
            made = Path(folder) / "backup"
            made.mkdir()
            with write_lock:
                revision = meta.revision(engine, graphs)
                engine.backup(str(made / QUADS))
            _describe(made, graphs.base, revision)
            _put(made, target, Path(folder))
            sync_folder(target.parent)
    except OSError as error:
        raise SurroundingsError(
            f"The backup {target} cannot be written: {error.strerror or error}. Look at the disk's "
            "space and the folder's permissions, then try again."
        ) from error


def _describe(made: Path, base: str, revision: int) -> None:
    write_marker(made, Marker(FORMAT_VERSION))
    files = {
        path.relative_to(made).as_posix(): _digest(path)
        for path in sorted(made.rglob("*"))
        if path.is_file()
    }
    said = {"format": FORMAT_VERSION, "base": base, "revision": revision, "files": files}
    (made / LIST).write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


def _put(made: Path, target: Path, room: Path) -> None:
    """Move the backup to its place, as an archive where the name says so."""
    mode = _ARCHIVES.get(target.suffix.lower())
    if mode is None:
        made.rename(target)
        return
    archive = room / "archive"
    with tarfile.open(archive, mode) as tar:  # type: ignore[call-overload]  # a mode by its name
        # The list comes first, so that a reader can check file after file.
        for path in (made / LIST, made / MARKER, *sorted((made / QUADS).rglob("*"))):
            tar.add(path, arcname=path.relative_to(made).as_posix(), recursive=False)
    archive.rename(target)


def restore(backup: Path, folder: Path) -> Mapping[str, Any]:
    """Make a store of a backup; return what its list says (format, base, revision, files).

    `folder` is new or empty. Raises NotAStore for what is no whole backup, StoreTooNew, StoreError
    for a folder that holds anything, SurroundingsError. Then the folder is as it was.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(
            f"{folder} holds something already, and restoring replaces nothing. Name a new folder "
            "with --store."
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as room:
            made = Path(room) / "store"
            made.mkdir()
            said = _unpacked(backup, made)
            if folder.exists():
                folder.rmdir()
            made.rename(folder)
            sync_folder(folder.parent)
    except (OSError, tarfile.TarError, EOFError) as error:
        if isinstance(error, tarfile.TarError | EOFError) or not backup.exists():
            raise NotAStore(f"{backup} is no backup that can be read: {error}.") from error
        raise SurroundingsError(
            f"{backup} cannot be restored into {folder}: {error.strerror or error}."
        ) from error
    return said


def _unpacked(backup: Path, made: Path) -> Mapping[str, Any]:
    """Put the files of a backup into a folder, each compared with the list."""
    if backup.is_dir():
        said = _list(backup / LIST)
        for name in said["files"]:
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(backup / name, made / name)
    else:
        with tarfile.open(backup) as tar:
            said = _extracted(tar, made)
    for name, digest in said["files"].items():
        if not (made / name).is_file() or _digest(made / name) != digest:
            raise NotAStore(
                f"The backup {backup} is damaged: {name} is not the file that was backed up. "
                "Nothing was restored; take another backup."
            )
    return said


def _extracted(tar: tarfile.TarFile, made: Path) -> Mapping[str, Any]:
    """Extract regular files that the list names, and nothing else."""
    first = tar.next()
    if first is None or first.name != LIST or not first.isfile() or first.size > _MOST_OF_LIST:
        raise NotAStore(f"{tar.name!s} is no backup: it does not begin with {LIST}.")
    _write_out(tar, first, made / LIST)
    said = _list(made / LIST)
    (made / LIST).unlink()
    while (member := tar.next()) is not None:
        if member.isfile() and member.name in said["files"]:
            _write_out(tar, member, made / member.name)
    return said


def _write_out(tar: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> None:
    """Write the bytes of a regular file, with none of the owners, modes and links that tar knows.

    `extract(filter="data")` does as much, but Debian 12's Python 3.11.2 has no filters.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    source = tar.extractfile(member)
    if source is not None:
        with source, path.open("wb") as target:
            shutil.copyfileobj(source, target)


def _list(path: Path) -> Mapping[str, Any]:
    """Return the list of a backup. Raises NotAStore, StoreTooNew."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        files, version = said["files"], said["format"]
        names_fit = all(_is_ours(name) and isinstance(d, str) for name, d in files.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAStore(f"{path.parent} is no backup: {path.name} cannot be read.") from error
    check_version(version, path.parent)
    if not names_fit or MARKER not in files:
        raise NotAStore(f"{path.parent} is no backup: its list names files that no backup has.")
    return dict(said)


def _is_ours(name: object) -> bool:
    """True for the marker and for files of the engine, nowhere else."""
    if not isinstance(name, str):
        return False
    parts = PurePosixPath(name).parts
    return name == MARKER or (len(parts) == 2 and parts[0] == QUADS and parts[1] != "..")


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
