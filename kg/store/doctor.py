"""What is wrong with an installation or a store, and what to do about it.

Nothing is changed, and a store that another process holds is looked at from outside.
In:  a store's folder or its server's address, the port that would be served.
Out: findings, one a thing looked at.
"""

import errno
import importlib.metadata
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from kg import __version__
from kg.config import FORMAT_VERSION
from kg.errors import KgError
from kg.store.folder import CHECKPOINTS, is_address, is_engine, read_marker
from kg.store.graphs import Graphs
from kg.store.meta import revision
from kg.store.validate import validate
from kg.store.view import Node
from kg.vocabulary import CLM

Health = Literal["good", "note", "bad"]

# Below, the next write or its compaction may fail.
_LEAST_FREE_MB = 500
_NEEDED = (
    "babel",
    "click",
    "Flask",
    "lxml",
    "lxml_html_clean",
    "oxrdflib",
    "pyoxigraph",
    "pyshacl",
    "pyvis",
    "rdflib",
    "SPARQLWrapper",
    "trafilatura",
    "waitress",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One thing looked at: what it is, how it is, and what to do where it is not good."""

    name: str
    health: Health
    found: str
    advice: str = ""


def examine(store: str, *, host: str, port: int) -> Iterator[Look]:
    """Yield everything that was looked at; `store` is a folder or an address."""
    yield _python()
    yield from _packages()
    yield _port(host, port)
    if is_address(store):
        yield _server(store)
    else:
        yield from _folder(Path(store))


def _server(address: str) -> Look:
    """Ask a server what it holds."""
    from kg.store.remote.looking import stores_at

    try:
        kind, found = stores_at(address)
    except KgError as error:
        return Look(name="store", health="bad", found=str(error), advice="See the sentence above.")
    where = f"{address} ({kind or 'a server of a kind unknown here'})"
    if not found:
        advice = "`claimline add SOURCE` makes one."
        return Look(name="store", health="note", found=f"there is none at {where}", advice=advice)
    told = "; ".join(f"base {s.base}, format {s.format}, revision {s.revision}" for s in found)
    unfit = [store for store in found if store.format != FORMAT_VERSION]
    advice = f"This program reads format {FORMAT_VERSION} only." if unfit else ""
    health: Health = "bad" if unfit else "good"
    return Look(name="store", health=health, found=f"{where}: {told}", advice=advice)


def _python() -> Look:
    found = ".".join(map(str, sys.version_info[:3]))
    return Look(name="Python", health="good", found=f"{found}, Claimline {__version__}")


def _packages() -> Iterator[Look]:
    missing = []
    for name in _NEEDED:
        try:
            importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        advice = "Install Claimline again in a virtual environment of its own: pip install ."
        found = f"not installed: {', '.join(missing)}"
        yield Look(name="packages", health="bad", found=found, advice=advice)
        return
    engine = importlib.metadata.version("pyoxigraph")
    yield Look(name="packages", health="good", found=f"all there; engine pyoxigraph {engine}")


def _port(host: str, port: int) -> Look:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            used = error.errno == errno.EADDRINUSE
            return Look(
                name="port",
                health="note" if used else "bad",
                found=f"{port} on {host}: {error.strerror}",
                advice="Another program listens there; `claimline serve --port` takes another."
                if used
                else "Name a host of this machine and a port you may use.",
            )
    return Look(name="port", health="good", found=f"{port} on {host} is free")


def _folder(folder: Path) -> Iterator[Look]:
    try:
        marker = read_marker(folder)
    except (KgError, OSError) as error:
        yield Look(name="store", health="bad", found=str(error), advice="See the sentence above.")
        return
    if marker is None:
        yield _no_store(folder)
        return
    yield Look(
        name="store",
        health="good",
        found=f"{folder}, format {marker.format} of {FORMAT_VERSION}, engine in {marker.quads}/",
        advice="" if marker.format == FORMAT_VERSION else "It is brought up when it is opened.",
    )
    yield _permissions(folder, marker.quads)
    yield _space(folder)
    yield _leftovers(folder, marker.quads)
    yield from _opened(folder, marker.quads)


def _no_store(folder: Path) -> Look:
    if folder.is_dir() and any(folder.iterdir()):
        return Look(
            name="store",
            health="bad",
            found=f"{folder} holds files and no store",
            advice="Name another folder with --store; `claimline restore` makes one of a backup.",
        )
    return Look(
        name="store",
        health="note",
        found=f"there is none at {folder}",
        advice="`claimline add SOURCE` makes one.",
    )


def _permissions(folder: Path, quads: str) -> Look:
    closed = [p for p in (folder, folder / quads) if not os.access(p, os.R_OK | os.W_OK | os.X_OK)]
    if closed:
        return Look(
            name="permissions",
            health="bad",
            found=f"no right to read and write {', '.join(map(str, closed))}",
            advice="Give them to the user who runs Claimline: chown -R USER, chmod -R u+rwX.",
        )
    return Look(name="permissions", health="good", found="may be read and written")


def _space(folder: Path) -> Look:
    usage = shutil.disk_usage(folder)
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())
    free_mb, size_mb = usage.free // 1_000_000, size // 1_000_000
    found = f"{size_mb:,} MB used by the store, {free_mb:,} MB free"
    if free_mb < max(_LEAST_FREE_MB, size_mb // 5):
        advice = "Free some: writing needs room for what is compacted, a large load for a copy."
        return Look(name="disk", health="bad", found=found, advice=advice)
    return Look(name="disk", health="good", found=found)


def _leftovers(folder: Path, quads: str) -> Look:
    left = [p.name for p in folder.iterdir() if p.name != quads and is_engine(p.name)]
    if (folder / CHECKPOINTS).is_dir():
        left.append(CHECKPOINTS)
    if left:
        return Look(
            name="leftovers",
            health="note",
            found=f"{', '.join(sorted(left))} of a run that is under way or was cut off",
            advice="They go when the store is opened next; nothing to do.",
        )
    return Look(name="leftovers", health="good", found="none")


def _opened(folder: Path, quads: str) -> Iterator[Look]:
    holders = _holders(folder / quads)
    if holders:
        yield Look(
            name="lock",
            health="note",
            found=f"open in {'; '.join(holders)}",
            advice="Stop that process to use the folder from here, or ask it over HTTP.",
        )
        return
    try:
        yield from _engine(ox.Store.read_only(str(folder / quads)))
    except (OSError, RuntimeError) as error:
        advice = "Restore a backup into a new folder with `claimline restore`."
        yield Look(name="engine", health="bad", found=f"it does not open: {error}", advice=advice)


def _engine(engine: ox.Store) -> Iterator[Look]:
    found = next(iter(engine.quads_for_pattern(None, Node(CLM.dataBase), None, None)), None)
    if found is None or not isinstance(found.object, ox.Literal):
        advice = "It is a store that nothing was written to yet, or no store of Claimline's."
        yield Look(name="engine", health="note", found="it names no data base", advice=advice)
        return
    graphs = Graphs(found.object.value)
    wrong = [f.message for f in validate(engine, graphs, deep=False) if not f.warning]
    if wrong:
        advice = "`claimline validate --deep` tells more."
        yield Look(name="engine", health="bad", found=" ".join(wrong), advice=advice)
        return
    number = revision(engine, graphs)
    told = f"revision {number}, {len(engine):,} quads, base {graphs.base}"
    yield Look(name="engine", health="good", found=told)


def _holders(quads: Path) -> list[str]:
    """Return the processes that hold the engine's lock, where the system tells."""
    found = []
    try:
        inode = (quads / "LOCK").stat().st_ino
        locks = Path("/proc/locks").read_text(encoding="ascii")
    except OSError:
        return []
    for line in locks.splitlines():
        fields = line.split()
        if len(fields) > 5 and fields[5].rpartition(":")[2] == str(inode) and fields[4] != "-1":
            found.append(_process(fields[4]))
    return found


def _process(number: str) -> str:
    try:
        command = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return f"process {number}"
    # Only the program's name: arguments may hold a token.
    name = Path(command[0].decode(errors="replace")).name
    return f"process {number} ({name})"
