"""A large write of which nearly all is added: the engine takes it in as files, three times as fast.

The engine takes many quads in at one moment, whole or not at all, but it cannot take quads out with
them. So what is left to do, the quads that go and the revision, is written down first; then the
many come in; then what is left is done, in one update. Whoever opens the store next and finds it
written down looks whether the many are there, and does what is left or forgets it.
In:  a store's folder and engine, quads out and in. Out: a write that is done whole or not at all.
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.store.beside import without_garbage_collection
from kg.store.folder import QUADS, read_marker, sync_folder
from kg.store.graphs import Graphs
from kg.store.plan import update_text

FILE = "adding.json"
# With fewer quads the files cost more than they save.
FEWEST = 20_000
_HALF_WRITTEN = re.compile(r"bulk-\d+\.sst|\d{20,}")  # the engine's files before they are its own


def add_in_bulk(
    folder: Path,
    engine: ox.Store,
    graphs: Graphs,
    out: set[ox.Quad],
    into: set[ox.Quad],
    ready: Sequence[bytes] = (),
) -> bool:
    """Write what goes and what comes; False, and nothing written, where that is no such write.

    `ready` comes as well: N-Quads, the first of which the store does not hold. Nothing may go but
    the revision and proposals, and nothing may fall empty by it. Raises OSError; then all is as it
    was, or is finished by `finish`.
    """
    going, coming = out - into, into - out
    late = {quad for quad in coming if quad.graph_name == graphs.meta}
    many = coming - late
    if len(many) + sum(one.count(b"\n") for one in ready) < FEWEST or any(
        q.graph_name not in (graphs.meta, graphs.proposals) for q in going
    ):
        return False
    revision = next((quad for quad in going if quad.graph_name == graphs.meta), None)
    first = [_quad(one.partition(b"\n")[0].decode()) for one in ready[:1]]
    probe = next((quad for quad in (*first, *many) if quad not in engine), None)
    if revision is None or probe is None:
        return False
    finish(folder, engine)
    said = {"probe": _line(probe), "revision": _line(revision), "rest": update_text(going, late)}
    try:
        _write(folder, json.dumps(said))
        if ready:
            lines = "".join(map(_line, many)).encode()
            engine.bulk_load(b"".join([*ready, lines]), format=ox.RdfFormat.N_QUADS)
        else:
            with without_garbage_collection():
                engine.bulk_extend(many)
    except (OSError, SyntaxError):
        finish(folder, engine)
        raise
    finish(folder, engine)
    return True


def unpacked(ready: Iterable[bytes]) -> set[ox.Quad]:
    """Return N-Quads as quads, for a write that is none for this room."""
    return {quad for one in ready for quad in ox.parse(one, format=ox.RdfFormat.N_QUADS)}


def finish(folder: Path, engine: ox.Store) -> None:
    """Finish or forget what was begun; usually there is nothing. Raises OSError."""
    path = folder / FILE
    if not path.exists():
        return
    said = json.loads(path.read_text(encoding="utf-8"))
    if _quad(said["probe"]) in engine and _quad(said["revision"]) in engine:
        engine.update(said["rest"])
        engine.flush()  # the files outlive a power cut, so must what is done after them
    path.unlink()


def finish_others(folder: Path, engine: ox.Store) -> None:
    """Finish or forget what another run began; remove its half-written files. Raises OSError."""
    (folder / f"{FILE}.new").unlink(missing_ok=True)
    if not (folder / FILE).exists():
        return
    marker = read_marker(folder)
    quads = folder / (marker.quads if marker is not None else QUADS)
    for found in quads.iterdir():
        if _HALF_WRITTEN.fullmatch(found.name):
            found.unlink()
    finish(folder, engine)


def _write(folder: Path, text: str) -> None:
    written = folder / f"{FILE}.new"
    with written.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    written.replace(folder / FILE)
    sync_folder(folder)


def _line(quad: ox.Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} .\n"


def _quad(line: str) -> ox.Quad:
    quad: ox.Quad = next(iter(ox.parse(line, format=ox.RdfFormat.N_QUADS)))
    return quad
