"""A process that helps loading: `python -m kg.store.loading.process`, its task on standard input.

In:  one line of JSON: {"base", "folder", "parts": [folder, …], "count", "numbers", "shared"}, where
     `shared` is a file with the registry and the decisions and `numbers` are the parts to work out.
Out: one line of JSON a part (`Worked`), or {"refused": why} or {"disk": [number, why]}, then none.
"""

import gc
import json
import sys
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.store.graphs import Graphs
from kg.store.loading.claims import Shared
from kg.store.loading.sorting import Parts
from kg.store.loading.working import work_out
from kg.store.owned import end_with_owner


def main() -> None:
    """Work out the parts that the task names, one after the other."""
    end_with_owner()
    gc.disable()  # looking for rings among a million quads takes half the time
    task = json.loads(sys.stdin.readline())
    try:
        graphs = Graphs(task["base"])
        parts = Parts(folders=tuple(map(Path, task["parts"])), count=task["count"])
        quads = ox.parse(path=task["shared"], format=ox.RdfFormat.N_QUADS)
        shared = Shared.of(quads, graphs)
        for number in task["numbers"]:
            worked = work_out(parts, number, shared, graphs, Path(task["folder"]))
            _tell(worked.to_json())
    except KgError as error:
        _tell(json.dumps({"refused": str(error)}))
    except OSError as error:
        _tell(json.dumps({"disk": [error.errno, error.strerror or str(error)]}))


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
