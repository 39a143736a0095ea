"""Load files into an embedded store, all of them or none.

First every file is read to its end, so that a fault in the last line of the last file leaves the
store as it was. Then: a dump goes into a fresh store in bulk, beside it, and takes its place at one
moment; into a store with articles as one write. Other RDF goes into free graphs.
In:  paths, and what the store offers for writing. Out: a report.
"""

import dataclasses
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OtherBase, SurroundingsError
from kg.store import meta
from kg.store.graphs import Graphs
from kg.store.loading.adding import plan_addition
from kg.store.loading.building import build
from kg.store.loading.claims import Dump
from kg.store.loading.filling import Filling
from kg.store.loading.importing import Foreign
from kg.store.loading.reading import holds_one_graph, quads_of, size_of
from kg.store.loading.report import Imported, LoadReport
from kg.store.loading.sorting import Sorted
from kg.store.plan import Plan, update_text
from kg.store.state import State
from kg.store.updates.prepare import holds_data

_IN_ONE_UPDATE = 20_000
_RELATIVE = "urn:relative:"  # while nobody knows yet what the file is


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """What loading needs of a store; the write lock is held.

    `commit`, `update` and `replace` (with a fresh engine, or with a copy) are one commit each.
    """

    graphs: Graphs
    engine: Callable[[], ox.Store]
    state: Callable[[], State]
    commit: Callable[[State, Plan], None]
    update: Callable[[str], None]
    replace: Callable[[Callable[[ox.Store], None], bool], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Files that were read to their ends."""

    dump: Dump | None
    quads: int
    foreign: tuple[Foreign, ...]


class _NoDump(Exception):
    """No file was a dump, so the engine that was begun is not wanted."""

    def __init__(self, read: _Read) -> None:
        super().__init__()
        self.read = read


def load_files(writer: Writer, paths: Sequence[Path]) -> LoadReport:
    """Load files. Raises ReadError, GraphSyntaxError, MappingError, StoreError, OtherBase."""
    try:
        with tempfile.TemporaryDirectory(prefix="claimline-load-") as folder:
            return _load(writer, paths, Path(folder))
    except OSError as error:
        raise _no_room(error) from error


def _no_room(error: OSError) -> SurroundingsError:
    return SurroundingsError(
        f"Loading needs room for a copy of the files in {tempfile.gettempdir()}: "
        f"{error.strerror}. Set TMPDIR to a folder with room, then try again."
    )


def _load(writer: Writer, paths: Sequence[Path], folder: Path) -> LoadReport:
    if all(map(holds_one_graph, paths)) or holds_data(writer.engine(), writer.graphs):
        read = _read(writer, paths, folder)
        report = _add(writer, read) if read.dump is not None else LoadReport()
    else:
        read, report = _fill(writer, paths, folder)
    if read.dump is not None:
        report = dataclasses.replace(report, quads=read.quads)
    imported = tuple(_import(writer, file) for file in read.foreign)
    return dataclasses.replace(report, imported=imported)


def _read(
    writer: Writer,
    paths: Sequence[Path],
    folder: Path,
    along: Callable[[Path], None] | None = None,
) -> _Read:
    """Read files to their ends; what is of a dump is sorted into `folder`, see `Sorted`."""
    try:
        parts = Sorted(folder, sum(map(size_of, paths)), along)
        foreign = [
            Foreign(path, writer.graphs.base)
            for path in paths
            if holds_one_graph(path) or not parts.take(quads_of(path, _RELATIVE))
        ]
    except OSError as error:
        raise _no_room(error) from error
    if parts.base not in (None, writer.graphs.base):
        raise OtherBase(
            f"The dump was made with the data base {parts.base}, this store with "
            f"{writer.graphs.base}. Load it into a new folder with --store."
        )
    dump = Dump(parts.parts, writer.graphs) if parts.base is not None else None
    return _Read(dump=dump, quads=parts.quads, foreign=tuple(foreign))


def _add(writer: Writer, read: _Read) -> LoadReport:
    """Add a dump to a store that holds articles."""
    if read.dump is None:
        return LoadReport()
    before = writer.state()
    plan, report = plan_addition(before, read.dump, read.quads)
    if not plan.empty:
        writer.commit(before, plan)
    return report


def _fill(writer: Writer, paths: Sequence[Path], folder: Path) -> tuple[_Read, LoadReport]:
    """Put a dump into a store without articles: into a fresh engine, while it is still read."""
    done: list[tuple[_Read, LoadReport]] = []

    def change(engine: ox.Store) -> None:
        filling = Filling(engine)
        try:
            read = _read(writer, paths, folder, filling.file)
            if read.dump is None:
                raise _NoDump(read)
            free = _free_graphs(writer)
            report = build(filling, read.dump, _revision(writer, read.dump), free, folder)
            done.append((read, report))
        finally:
            filling.stop()

    try:
        writer.replace(change, False)
    except _NoDump as none:
        return none.read, LoadReport()
    return done[0]


def _revision(writer: Writer, dump: Dump) -> int:
    """Return the revision of a store that holds a dump: later than both were."""
    now = meta.revision(writer.engine(), writer.graphs)
    untouched = not now and not any(_free_graphs(writer))
    return dump.revision if untouched else max(dump.revision, now + 1)


def _free_graphs(writer: Writer) -> Iterator[ox.Quad]:
    """Yield what a store without articles holds besides: graphs of its users.

    A generator, for the engine's own iterator must stay in the thread that reads it.
    """
    own = (writer.graphs.merged, writer.graphs.meta)
    for quad in writer.engine():
        if quad.graph_name not in own:
            yield quad


def _import(writer: Writer, file: Foreign) -> Imported:
    engine, graphs = writer.engine(), writer.graphs
    if any(quad not in engine for quad in file.quads()):
        old, new = meta.next_revision(engine, graphs)
        if file.count <= _IN_ONE_UPDATE:
            writer.update(update_text([old], [*file.quads(), new]))
        else:

            def change(engine: ox.Store) -> None:
                file.load_into(engine)
                engine.update(update_text([old], [new]))

            writer.replace(change, True)
    return Imported(
        name=str(file.path), graph=file.graph.value, quads=file.count, remarks=file.remarks()
    )
