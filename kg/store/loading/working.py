"""Work out what one part of a dump gives: its articles checked, their share of merged, what
proposals follow from. Written to files, so that the engine reads them without Python.

In:  a part of a dump. Out: two files beside the parts, and a `Worked` that tells of them.
"""

import gc
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kg.resolve.copies import text_bands
from kg.store.anew import described
from kg.store.copies import live_text
from kg.store.graphs import Graphs
from kg.store.loading.claims import Shared, checked, counted
from kg.store.loading.report import LoadReport
from kg.store.loading.sorting import Parts
from kg.store.merged import contribution
from kg.store.state import State

_BUFFER = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """One part: `merged` is a file of N-Triples, `core` one of N-Quads.

    `core` holds what proposals follow from: claims without their passages. `bands` are those of
    live texts (kg.resolve.copies), by article.
    """

    number: int
    merged: Path
    core: Path
    articles: int
    claims: int
    without_text: int
    bands: dict[str, list[str]] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return it as one line."""
        return json.dumps({**asdict(self), "merged": str(self.merged), "core": str(self.core)})

    @staticmethod
    def from_json(line: str) -> "Worked":
        """Read it back."""
        told = json.loads(line)
        return Worked(**{**told, "merged": Path(told["merged"]), "core": Path(told["core"])})


def work_out(parts: Parts, number: int, shared: Shared, graphs: Graphs, folder: Path) -> Worked:
    """Check one part and write what it gives into `folder`. Raises MappingError, OSError."""
    merged, core = folder / f"merged-{number}.nt", folder / f"core-{number}.nq"
    report, bands = LoadReport(), {}
    with (
        merged.open("w", encoding="utf-8", buffering=_BUFFER, newline="\n") as given,
        core.open("w", encoding="utf-8", buffering=_BUFFER, newline="\n") as needed,
    ):
        for article, view in checked(parts, number, shared, graphs):
            state = State(view, graphs)
            report = counted(report, article, view)
            for graph, quads in view.graphs.items():
                kept = quads if graph != article else described(article, quads)
                needed.writelines([f"{quad} .\n" for quad in kept])
                given.writelines([f"{triple} .\n" for triple in contribution(state, graph)])
            text = live_text(state, article)
            if text is not None:
                bands[article.value] = sorted(text_bands(*text))
    gc.collect()
    return Worked(
        number=number,
        merged=merged,
        core=core,
        articles=report.articles,
        claims=report.claims,
        without_text=report.without_text,
        bands=bands,
    )
