"""Sort the quads of files by article, on disk, so that one article after the other can be read.

A dump's order is not ours to choose: N-Quads put a claim's graph in a hundred places. Quads go into
parts by the article that they belong to; what belongs to none (registry, decisions, proposals,
meta, free graphs) goes into a part of its own.
In:  quads. Out: parts, as N-Quads in a temporary folder; the base of a dump, where there is one; to
     whoever reads along, the articles in the order in which they come.
"""

import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.graphs import Graphs
from kg.store.loading.along import Along
from kg.vocabulary import CLM

_BASE = ox.NamedNode(CLM.dataBase)
_OF_ARTICLE = re.compile(r".*/(?:article|claim)/([0-9a-f]{16})(?:-[0-9a-f]{16})?")
_BYTES_A_PART = 8_000_000
_MOST_PARTS = 200
_BUFFER = 256 * 1024
_REST = "rest.nq"
_Write = Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Sorted quads: `count` parts with the articles in them, and one with the rest.

    Each folder holds what came of one file.
    """

    folders: tuple[Path, ...]
    count: int

    def rest(self) -> Iterator[ox.Quad]:
        """Yield what belongs to no article."""
        return _read(path for folder in self.folders if (path := folder / _REST).exists())

    def files(self, number: int) -> list[Path]:
        """Return the files of one part, N-Quads without a fault."""
        found = (folder / _name(number) for folder in self.folders)
        return [path for path in found if path.exists()]

    def articles(self, number: int) -> dict[str, dict[ox.NamedNode, list[ox.Quad]]]:
        """Return the quads of one part, by the article's local name and by graph."""
        found: dict[str, dict[ox.NamedNode, list[ox.Quad]]] = {}
        graphs: dict[object, list[ox.Quad]] = {}
        for quad in dict.fromkeys(_read(self.files(number))):
            graph = quad.graph_name
            quads = graphs.get(graph)
            if quads is None and isinstance(graph, ox.NamedNode):
                quads = graphs[graph] = []
                article = graph.value.rpartition("/")[2].partition("-")[0]
                found.setdefault(article, {})[graph] = quads
            if quads is not None:
                quads.append(quad)
        return found


class Sorted:
    """Files on their way into parts."""

    def __init__(
        self, folder: Path, size: int, along: Callable[[Path], None] | None = None
    ) -> None:
        """`folder` is empty; `size` is about how many bytes will come.

        `along` is given files with the articles of dumps, which are its own then.
        """
        self._along = along
        self._count = min(_MOST_PARTS, size // _BYTES_A_PART + 1)
        self._folder = folder
        self._taken: list[Path] = []
        self._bases: set[str] = set()
        self.quads = 0

    def take(self, quads: Iterable[ox.Quad]) -> bool:
        """Sort the quads of one file if it is a dump; else forget them and return False."""
        folder = self._folder / f"{len(self._taken)}"
        folder.mkdir()
        count, bases = self._sort(quads, folder)
        if not bases:
            shutil.rmtree(folder)
            return False
        self._taken.append(folder)
        self._bases |= bases
        self.quads += count
        return True

    def _sort(self, quads: Iterable[ox.Quad], folder: Path) -> tuple[int, set[str]]:
        """Return how many there were, and the data bases that their graphs of meta name."""
        places: dict[object, tuple[_Write, ...]] = {}
        files: dict[str, _Write] = {}
        count, bases = 0, set()
        with ExitStack() as stack:
            along = Along(folder, self._along) if self._along is not None else None
            if along is not None:
                stack.callback(along.close)
            for quad in quads:
                count += 1
                graph = quad.graph_name
                writes = places.get(graph)
                if writes is None:
                    name = self._part(graph)
                    if name not in files:
                        path = folder / name
                        file = path.open("w", encoding="utf-8", buffering=_BUFFER, newline="\n")
                        files[name] = stack.enter_context(file).write
                    writes = (files[name],)
                    if along is not None and name != _REST:
                        writes = (files[name], along.write)
                    places[graph] = writes
                line = f"{quad} .\n"
                for write in writes:
                    write(line)
                if quad.predicate == _BASE:
                    bases |= _base_of(quad)
                    if bases and along is not None:
                        along.release()
        return count, bases

    def _part(self, graph: object) -> str:
        found = _OF_ARTICLE.fullmatch(getattr(graph, "value", ""))
        return _name(int(found[1], 16) % self._count) if found else _REST

    @property
    def parts(self) -> Parts:
        """What was sorted so far."""
        return Parts(folders=tuple(self._taken), count=self._count)

    @property
    def base(self) -> str | None:
        """The data base of the dump, None where the files hold none. Raises StoreError for two."""
        if len(self._bases) > 1:
            raise StoreError(
                f"The dumps have different data bases: {', '.join(sorted(self._bases))}. Load each "
                "into a folder of its own."
            )
        return next(iter(self._bases), None)


def _name(number: int) -> str:
    return f"{number}.nq"


def _read(paths: Iterable[Path]) -> Iterator[ox.Quad]:
    for path in paths:
        yield from ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS)


def _base_of(quad: ox.Quad) -> set[str]:
    """Return the data base that a graph of meta names."""
    base = quad.object.value if isinstance(quad.object, ox.Literal) else ""
    try:
        return {base} if base and quad.graph_name == Graphs(base).meta else set()
    except ValueError:  # no IRI can begin with it
        return set()
