"""`claimline load` of a dump beside raw bulk_load of the store that comes of it, in one run.

Ours reads the dump, checks every claim, works out merged and the proposals and writes all of it;
raw `bulk_load` is given the very same quads, merged and proposals with them, as one N-Quads file.
`ratio` is raw seconds over ours, `ratio_cpu` the same of processor time, start of Python and all
(on a busy machine the fairer one). Each runs in a process of its own, which tells its peak memory.
`foreign` is the same comparison for triples that are no claims, which need no working out: both
write them into a named graph, which takes the engine twice as long as its default graph.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.mapping.to_rdf import extraction_to_quads
from kg.model.iri import Iris
from kg.store.graphs import Graphs
from kg.store.meta import beginning
from kg.vocabulary import DEFAULT_BASE
from tests.bench._endpoints import write_triples
from tests.bench.proposals import generated
from tests.strategies import AT

_OURS = """
from pathlib import Path
from kg.store.embedded import EmbeddedStore
store = EmbeddedStore.open({target!r})
start = time.perf_counter()
store.load([Path({source!r})])
seconds = time.perf_counter() - start
quads = sum(store.count())
store.close()
"""
_RAW = """
import pyoxigraph as ox
store = ox.Store({target!r})
start = time.perf_counter()
store.bulk_load(path={source!r}, to_graph={graph!r} and ox.NamedNode({graph!r}))
store.flush()
seconds = time.perf_counter() - start
quads = len(store)
"""
_TELL = """
import json, resource
used = resource.getrusage(resource.RUSAGE_SELF)
cpu, peak = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
print(json.dumps(dict(seconds=round(seconds, 2), cpu=round(cpu, 2), quads=quads, peak_mb=peak)))
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this bench's options."""
    parser.add_argument("--quads", type=int, default=1_000_000, help="of the store, merged too")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--days", type=int, default=3650, help="over which articles are spread")


def run(given: argparse.Namespace) -> dict[str, Any]:
    """Load both ways, in turns; return the best of each and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        dump, triples = room / "dump.nq", room / "triples.nt"
        write_dump(dump, given.quads // 2, given.days)
        write_triples(triples, given.quads)
        ours = _best(_OURS, dump, room, given.rounds)
        whole = _everything(room)
        foreign = _best(_OURS, triples, room, given.rounds)
        return {
            "dump": _compared(ours, _best(_RAW, whole, room, given.rounds)),
            "foreign": _compared(foreign, _best(_RAW, triples, room, given.rounds, "urn:graph")),
        }


def write_dump(path: Path, quads: int, days: int) -> None:
    """Write a dump of generated articles, of about so many quads."""
    iris, chance, written, number = Iris(DEFAULT_BASE), random.Random(1), 0, 0
    seen: set[ox.Quad] = set()
    graphs = Graphs(DEFAULT_BASE)
    with path.open("w", encoding="utf-8") as out:
        out.writelines(f"{quad} .\n" for quad in beginning(graphs, 1))
        while written < quads:
            number += 1
            made = generated(number, days, chance)
            for quad in extraction_to_quads(made, iris=iris, recorded_at=AT):
                if quad.graph_name == graphs.registry:
                    if quad in seen:
                        continue
                    seen.add(quad)
                out.write(f"{quad} .\n")
                written += 1


def _everything(room: Path) -> Path:
    """Write all quads of the store that was loaded last."""
    made = max((room / "store").glob("quads*"), key=lambda p: p.name)
    path = room / "whole.nq"
    store = ox.Store.read_only(str(made))
    with path.open("wb") as out:
        ox.serialize(store, out, ox.RdfFormat.N_QUADS)
    return path


def _best(
    program: str, source: Path, room: Path, rounds: int, graph: str | None = None
) -> dict[str, Any]:
    found = [_run(program, source, room, graph) for _ in range(rounds)]
    return min(found, key=lambda told: told["seconds"])


def _run(program: str, source: Path, room: Path, graph: str | None) -> dict[str, Any]:
    target = room / "store"
    subprocess.run(["rm", "-rf", str(target)], check=True)
    text = program.format(target=str(target), source=str(source), graph=graph)
    text = "import time\n" + text + _TELL
    done = subprocess.run([sys.executable, "-c", text], check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _compared(ours: dict[str, Any], raw: dict[str, Any]) -> dict[str, Any]:
    ratios = {
        "ratio": round(raw["seconds"] / ours["seconds"], 2),
        "ratio_cpu": round(raw["cpu"] / ours["cpu"], 2),
    }
    return {"ours": ours, "raw": raw, **ratios}
